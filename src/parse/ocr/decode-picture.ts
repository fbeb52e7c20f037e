// Pictures of the usual formats to pixels, drawn on white at the size that OCR reads best. Sizes are looked at before
// anything is decoded: 200 bytes can announce a picture of gigabytes.
import { createRequire } from 'node:module'
import { createCanvas, ImageData, loadImage } from '@napi-rs/canvas'
import type { ColourPicture } from './picture.ts'

/** Size as stored. */
export type PictureSize = { width: number; height: number }

/** A picture that can be decoded when its turn comes. */
export type StoredPicture = PictureSize & {
  /** Draws it at the size for OCR. Throws where it is damaged. */
  draw(): Promise<{ colours: ColourPicture; dpi: number }>
}

const readingDpi = 200
const a4Inches = { short: 8.27, long: 11.7 }
const screenDpi = 96
const mostPixels = 12_000_000

/**
 * At how many dots an inch a picture of a document was most likely made. What files state is mostly "72", so the shape
 * tells: a whole page is as wide as A4, a wide strip is cut out of a page, and what is small comes from a screen.
 */
export function likelyDpi({ width, height }: PictureSize): number {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const isPage = long / short > 1.2 && long / short < 1.6
  if (isPage && long >= 900) return long / a4Inches.long
  // A strip lies as it was cut, or on its side.
  const across = height > 2 * width ? height : width
  return across >= 1200 ? across / a4Inches.short : screenDpi
}

/** By how much a picture is enlarged or reduced for OCR. */
export function readingScale(size: PictureSize): number {
  const wanted = readingDpi / likelyDpi(size)
  // Enlarging a little gains nothing, and makes blots of specks.
  const near = wanted > 0.9 && wanted < 1.36 ? 1 : Math.min(2.5, wanted)
  return Math.min(near, Math.sqrt(mostPixels / (size.width * size.height)))
}

/** The size that the head of a PNG or JPEG announces; null where there is none to be found. */
export function announcedSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] === 0x89)
    return bytes.length < 24 ? null : sizeIfAny(view.getUint32(16), view.getUint32(20))
  // JPEG: segments "FF kind length …"; the frame header is one of C0–CF but for three tables.
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const kind = bytes[at + 1] as number
    if (kind === 0xff || kind === 0x01 || (kind >= 0xd0 && kind <= 0xd8)) {
      at += kind === 0xff ? 1 : 2
      continue
    }
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc)
      return sizeIfAny(view.getUint16(at + 7), view.getUint16(at + 5))
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

const sizeIfAny = (width: number, height: number): PictureSize | null =>
  width > 0 && height > 0 ? { width, height } : null

/** Whether a PNG or JPEG goes on to its end mark; one cut off on its way shows only its upper part. */
export function isWhole(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return file.includes(bytes[0] === 0x89 ? 'IEND' : Buffer.from([0xff, 0xd9]), -4096)
}

/** The pictures of a PNG, JPEG or TIFF file, one a page; none where it is damaged beyond its head. */
export function storedPictures(bytes: Uint8Array): StoredPicture[] {
  if (bytes[0] === 0x49 || bytes[0] === 0x4d) return tiffPictures(bytes)
  const size = announcedSize(bytes)
  if (!size) return []
  return [
    {
      ...size,
      async draw() {
        // Pictures of cameras come turned the right way: their stated orientation is followed here.
        const image = await loadImage(Buffer.from(bytes))
        return drawScaled(image, image.width, image.height)
      },
    },
  ]
}

type Drawable = Parameters<
  ReturnType<ReturnType<typeof createCanvas>['getContext']>['drawImage']
>[0]

function drawScaled(
  image: Drawable,
  width: number,
  height: number,
): { colours: ColourPicture; dpi: number } {
  const scale = readingScale({ width, height })
  const w = Math.max(1, Math.round(width * scale))
  const h = Math.max(1, Math.round(height * scale))
  const context = createCanvas(w, h).getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, w, h)
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(image, 0, 0, w, h)
  const { data } = context.getImageData(0, 0, w, h)
  return {
    colours: { width: w, height: h, pixels: data },
    dpi: likelyDpi({ width, height }) * scale,
  }
}

/** A picture as a PNG file, reduced to `mostWide` pixels in width where it is wider. */
export function pngOf({ width, height, pixels }: ColourPicture, mostWide: number): Buffer {
  const drawn = createCanvas(width, height)
  const bytes = new Uint8ClampedArray(
    pixels.buffer as ArrayBuffer,
    pixels.byteOffset,
    pixels.byteLength,
  )
  drawn.getContext('2d').putImageData(new ImageData(bytes, width, height), 0, 0)
  if (width <= mostWide) return drawn.toBuffer('image/png')
  const small = createCanvas(mostWide, Math.max(1, Math.round((height * mostWide) / width)))
  const context = small.getContext('2d')
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(drawn, 0, 0, small.width, small.height)
  return small.toBuffer('image/png')
}

type TiffDirectory = Record<string, unknown> & { width?: number; height?: number }
type Tiff = {
  decode(bytes: Buffer): TiffDirectory[]
  decodeImage(bytes: Buffer, directory: TiffDirectory): void
  toRGBA8(directory: TiffDirectory): Uint8Array
}

/** Ends the chain of a TIFF's pages where it comes back to a page that it has been at: the reader would go on for ever. */
function cutCircle(file: Buffer): void {
  const isLittle = file[0] === 0x49
  const number = (at: number, size: 2 | 4) =>
    isLittle ? file.readUIntLE(at, size) : file.readUIntBE(at, size)
  const seen = new Set<number>()
  for (let pointer = 4; pointer + 4 <= file.length; ) {
    const at = number(pointer, 4)
    if (at === 0 || at + 2 > file.length) return
    if (seen.has(at)) {
      file.fill(0, pointer, pointer + 4)
      return
    }
    seen.add(at)
    pointer = at + 2 + 12 * number(at, 2)
  }
}

function tiffPictures(bytes: Uint8Array): StoredPicture[] {
  const tiff = createRequire(import.meta.url)('utif2') as Tiff
  const file = Buffer.from(bytes)
  cutCircle(file)
  const tag = (directory: TiffDirectory, number: number) =>
    Number((directory[`t${number}`] as ArrayLike<number> | undefined)?.[0] ?? 0)
  return tiff.decode(file).flatMap((directory): StoredPicture[] => {
    const width = tag(directory, 256)
    const height = tag(directory, 257)
    // Bit 1 of "NewSubfileType" marks a small copy for previews.
    if (!(width > 0 && height > 0) || (tag(directory, 254) & 1) === 1) return []
    return [
      {
        width,
        height,
        async draw() {
          tiff.decodeImage(file, directory)
          const pixels = tiff.toRGBA8(directory)
          directory.data = undefined
          if (pixels.length !== width * height * 4) throw new Error('its pixels are not all there')
          const canvas = createCanvas(width, height)
          canvas
            .getContext('2d')
            .putImageData(
              new ImageData(
                new Uint8ClampedArray(
                  pixels.buffer as ArrayBuffer,
                  pixels.byteOffset,
                  pixels.length,
                ),
                width,
                height,
              ),
              0,
              0,
            )
          return drawScaled(canvas, width, height)
        },
      },
    ]
  })
}
