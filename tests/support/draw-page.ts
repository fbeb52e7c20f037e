// Draws pages of text as scans show them, for tests and measurements of OCR: clean, askew, with specks and a red stamp.
//
//   drawPage(['Điều 1. Phạm vi điều chỉnh'], { dpi: 200, skew: 1.5, stamp: true }).toBuffer('image/png')
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas'

export type LineToDraw =
  | string
  | {
      text: string
      bold?: boolean
      /** Middle of the line as a share of the page's width; lines without it begin at the left margin. */
      centre?: number
      /** Stands on the line before it. */
      beside?: boolean
    }
  /** A row of a ruled table; all columns are equally wide but the second, which is three times as wide. */
  | { cells: readonly string[] }

export type Wear = {
  dpi?: number
  /** Degrees by which the page lies askew, clockwise. */
  skew?: number
  /** Share of pixels turned dark or light by chance. */
  specks?: number
  /** A red seal over the middle of the text. */
  stamp?: boolean
  /** How dark the paper gets towards one corner, 0–1. */
  shadow?: number
  /** Only black and white, as faxes and many scanners have it. */
  bilevel?: boolean
  /** Font of this machine; by default the sans that pdf.js brings, which is the same everywhere. */
  font?: string
}

const family = 'Page Sans'
const pdfjs = createRequire(fileURLToPath(import.meta.resolve('pdf-parse'))).resolve(
  'pdfjs-dist/package.json',
)
for (const style of ['Regular', 'Bold'])
  GlobalFonts.registerFromPath(
    join(dirname(pdfjs), 'standard_fonts', `LiberationSans-${style}.ttf`),
    `${family} ${style}`,
  )

/** A4 in inches. */
const paper = { width: 8.27, height: 11.69 }

/** Draws lines in 13 points on an A4 page. `heightShare` cuts the page off below. */
export function drawPage(
  lines: readonly LineToDraw[],
  { dpi = 200, skew = 0, specks = 0, stamp = false, shadow = 0, bilevel = false, font }: Wear = {},
  heightShare = 1,
): Canvas {
  const width = Math.round(paper.width * dpi)
  const height = Math.round(paper.height * dpi * heightShare)
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.translate(width / 2, height / 2)
  context.rotate((skew * Math.PI) / 180)
  context.translate(-width / 2, -height / 2)
  const size = (13 / 72) * dpi
  let y = 0.7 * dpi
  context.fillStyle = '#111111'
  const setFont = (bold: boolean) => {
    context.font = font
      ? `${bold ? 'bold ' : ''}${size}px "${font}"`
      : `${size}px "${family} ${bold ? 'Bold' : 'Regular'}"`
  }
  for (const line of lines) {
    if (typeof line !== 'string' && 'cells' in line) {
      setFont(false)
      y += 1.6 * size
      drawTableRow(context, line.cells, y, size, { left: 0.9 * dpi, width: 6.8 * dpi })
      continue
    }
    const {
      text,
      bold = false,
      centre,
      beside = false,
    } = typeof line === 'string' ? { text: line } : line
    if (!beside) y += 1.5 * size
    setFont(bold)
    context.textAlign = centre === undefined ? 'left' : 'center'
    context.fillText(text, centre === undefined ? 0.9 * dpi : centre * width, y)
  }
  if (stamp) drawStamp(context, 0.55 * width, 0.5 * y + 0.5 * size, 0.7 * dpi)
  context.setTransform(1, 0, 0, 1, 0, 0)
  if (specks > 0 || shadow > 0) wear(context, width, height, specks, shadow)
  if (bilevel) makeBilevel(context, width, height)
  return canvas
}

type Context = ReturnType<Canvas['getContext']>

function drawTableRow(
  context: Context,
  cells: readonly string[],
  y: number,
  size: number,
  { left, width }: { left: number; width: number },
): void {
  const unit = width / (cells.length + 2)
  context.textAlign = 'left'
  context.strokeStyle = '#222222'
  context.lineWidth = Math.max(1, size / 18)
  let x = left
  for (const [i, text] of cells.entries()) {
    const wide = i === 1 ? 3 * unit : unit
    context.strokeRect(x, y - 1.15 * size, wide, 1.6 * size)
    context.fillText(text, x + 0.3 * size, y)
    x += wide
  }
}

function makeBilevel(context: Context, width: number, height: number): void {
  const image = context.getImageData(0, 0, width, height)
  for (let i = 0; i < image.data.length; i += 4) {
    const isPaper = (image.data[i + 1] as number) > 128
    image.data.fill(isPaper ? 255 : 0, i, i + 3)
  }
  context.putImageData(image, 0, 0)
}

function drawStamp(context: Context, x: number, y: number, radius: number): void {
  // Ink lies over print without hiding it.
  context.globalCompositeOperation = 'multiply'
  context.strokeStyle = context.fillStyle = '#d8202a'
  context.lineWidth = radius / 14
  for (const share of [1, 0.7]) {
    context.beginPath()
    context.arc(x, y, share * radius, 0, 2 * Math.PI)
    context.stroke()
  }
  context.font = `${radius / 3}px "${family} Bold"`
  context.textAlign = 'center'
  context.fillText('SỞ NỘI VỤ', x, y)
  context.globalCompositeOperation = 'source-over'
}

/** The same wear for the same page, so that a test gives the same result every time. */
function wear(
  context: Context,
  width: number,
  height: number,
  specks: number,
  shadow: number,
): void {
  const image = context.getImageData(0, 0, width, height)
  let seed = 12345
  const chance = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  for (let i = 0; i < width * height; i++) {
    const light = 1 - shadow * ((i % width) / width) * (Math.floor(i / width) / height)
    const speck = chance() < specks ? (chance() < 0.5 ? 40 : 235) : null
    for (let c = 0; c < 3; c++)
      image.data[4 * i + c] = speck ?? (image.data[4 * i + c] as number) * light
  }
  context.putImageData(image, 0, 0)
}
