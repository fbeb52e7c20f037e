// Draws a page of a PDF as pixels: for OCR at the resolution that it reads best, without what annotations lay over the page;
// for people smaller, and with that.
import type { ColourPicture } from '../ocr/picture.ts'
import type { PdfCanvas, PdfDocument, PdfPage } from './open.ts'

/** Dots per inch: Vietnamese marks are large enough, and 300 is no better and slower. */
const readingDpi = 200
/** Longer side of A4, in inches. */
const a4Inches = 11.7
/** Pages over twice as long as A4 are taken for A4 measured in other units: scanners write one point a pixel. */
const longestPage = 24 * 72
/** Pixels of one drawn page; A3 at 200 dpi has 7.7 million. */
const mostPixels = 12_000_000

/** How a page is drawn: dots an inch, most pixels, and whether what annotations lay over it (stamps, notes) is drawn too. */
export type Drawing = { dpi: number; mostPixels: number; withAnnotations: boolean }

const forReading: Drawing = { dpi: readingDpi, mostPixels, withAnnotations: false }

/** Draws a page on white. The `dpi` given back is what the text on it is most likely drawn at. */
export async function renderPage(
  document: PdfDocument,
  page: PdfPage,
  drawing: Drawing = forReading,
): Promise<{ colours: ColourPicture; dpi: number }> {
  const { width, height } = page.getViewport({ scale: 1 })
  if (!(width > 0 && height > 0)) throw new RangeError('its size is not a size')
  const isOversized = Math.max(width, height) > longestPage
  const { dpi, mostPixels, withAnnotations } = drawing
  const wanted = isOversized ? (a4Inches * dpi) / Math.max(width, height) : dpi / 72
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (width * height)))
  const viewport = page.getViewport({ scale })
  const factory = document.canvasFactory as {
    create(width: number, height: number): PdfCanvas
    destroy(canvas: PdfCanvas): void
  }
  const w = Math.max(1, Math.floor(viewport.width))
  const h = Math.max(1, Math.floor(viewport.height))
  const canvas = factory.create(w, h)
  try {
    await page.render({
      canvas: canvas.canvas,
      canvasContext: canvas.context,
      viewport,
      annotationMode: withAnnotations ? 1 : 0,
      background: '#ffffff',
    }).promise
    const { data } = canvas.context.getImageData(0, 0, w, h)
    return { colours: { width: w, height: h, pixels: data }, dpi: dpi * (scale / wanted) }
  } finally {
    factory.destroy(canvas)
  }
}
