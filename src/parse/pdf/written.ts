// What was typed into the fields of a form or into a free text note, where the file holds the words but no drawing of them:
// a viewer draws them by itself.
//
//   << /Subtype /Widget /FT /Tx /V (Nguyễn Văn Đoạt) /Rect [140 737 340 757] >>   →   a row at that place
import type { Cell, Row } from './lines.ts'
import { combine, matrixOf } from './matrix.ts'
import type { PdfPage } from './open.ts'

/** Usual size of type in a field, in points. */
const usualSize = 12
/** Share of the font size that letters are wide on average. */
const letterWidth = 0.5
const mostFields = 2000

/** The rows of fields and notes without a drawing, each by itself, as annotations are. */
export async function writtenOn(page: PdfPage): Promise<Row[][]> {
  const annotations = await page.getAnnotations({ intent: 'display' })
  return annotations.slice(0, mostFields).flatMap((annotation): Row[][] => {
    const { subtype, hasAppearance, hidden, noView, rect } = annotation
    if (hasAppearance || hidden || noView || !rect) return []
    const value =
      subtype === 'Widget'
        ? annotation.fieldValue
        : subtype === 'FreeText'
          ? annotation.contentsObj?.str
          : undefined
    const text = (Array.isArray(value) ? value.join(', ') : value) ?? ''
    // The value of a box to tick is a name in the file, "Off" or "Yes", and no text.
    if (typeof text !== 'string' || text.trim() === '' || annotation.fieldType === 'Btn') return []
    return [rowsOf(text, rect, page)]
  })
}

function rowsOf(text: string, rect: readonly number[], page: PdfPage): Row[] {
  const base = matrixOf(page.getViewport({ scale: 1 }).transform)
  const place = (x: number, y: number) => combine(base, [1, 0, 0, 1, x, y])
  const a = place(rect[0] ?? 0, rect[1] ?? 0)
  const b = place(rect[2] ?? 0, rect[3] ?? 0)
  const [x0, top, bottom] = [Math.min(a[4], b[4]), Math.min(a[5], b[5]), Math.max(a[5], b[5])]
  const lines = text.normalize('NFC').split(/\r\n?|\n/)
  const size = Math.min(usualSize, (0.7 * (bottom - top)) / lines.length || usualSize)
  return lines.flatMap((line, i): Row[] => {
    const words = line.replace(/\s+/g, ' ').trim()
    if (words === '') return []
    const y = lines.length === 1 ? (top + bottom) / 2 + 0.35 * size : top + (i + 1) * 1.2 * size
    const width = letterWidth * size * words.length
    const run = { text: words, fontName: '', bold: false, x: x0, y, width, height: size }
    const cell: Cell = { text: words, runs: [run], x0, x1: x0 + width, y, size, bold: false }
    return [{ y, size, cells: [cell] }]
  })
}
