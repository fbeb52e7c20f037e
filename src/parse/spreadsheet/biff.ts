// The records of an .xls (BIFF5 of Excel 5 and 95, BIFF8 of Excel 97–2003) that SheetJS does not tell of: the order, kind
// and state of the sheets, and the fonts of text cells.
//
//   BOUNDSHEET, FONT, XF and SST stand in the first stream; each sheet's LABELSST names an XF, which names a FONT.

import { type FontChange, readFontChanges } from './biff-strings.ts'
import type { CellExtra, ExtraOf, FontRun } from './cells.ts'

export type XlsSheet = {
  /** Where its records begin; SheetJS orders sheets by it. */
  position: number
  hidden: boolean
  /** Macros of Excel 4 and charts are no sheets to be read. */
  isWorksheet: boolean
}

export type XlsBook = {
  /** In the order of the tabs. */
  sheets: XlsSheet[]
  /** Cells by the sheet's place in `sheets`. */
  extraOf: ExtraOf
}

const bof = 0x809
const endOfSheet = 0x0a
const boundSheet = 0x85
const fontRecord = 0x31
const xfRecord = 0xe0
const sst = 0xfc
const continues = 0x3c
const labelSst = 0xfd
const label = 0x204
const richLabel = 0xd6
const formula = 0x06
const formulaString = 0x207

const textCells = new Set([labelSst, label, richLabel, formula])

type BiffRecord = { type: number; data: Buffer }

/** Records from a place on, up to the end of their sheet; charts stand inside sheets as sheets of their own. */
function* recordsFrom(stream: Buffer, from: number): Generator<BiffRecord & { depth: number }> {
  let depth = 0
  for (let at = from; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at)
    const length = stream.readUInt16LE(at + 2)
    if (type === bof) depth++
    yield { type, data: stream.subarray(at + 4, at + 4 + length), depth }
    at += 4 + length
    if (type === endOfSheet && --depth <= 0) return
  }
}

/** Reads a "Workbook" or "Book" stream as far as it goes. `isOldFont` says which fonts are of interest. */
export function readXlsBook(stream: Buffer, isOldFont: (font: string) => boolean): XlsBook {
  const sheets: XlsSheet[] = []
  // Two sheets in one place are one.
  const positions = new Set<number>()
  const isKnown = (position: number): boolean => {
    const known = positions.has(position)
    positions.add(position)
    return known
  }
  const fonts: string[] = []
  const fontOfXf: number[] = []
  const strings: Buffer[] = []
  let isBiff8 = true
  let last = 0
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (type === bof && data.length >= 2) isBiff8 = data.readUInt16LE(0) >= 0x600
    else if (type === boundSheet && data.length >= 6 && !isKnown(data.readUInt32LE(0)))
      sheets.push({
        position: data.readUInt32LE(0),
        hidden: ((data[4] ?? 0) & 0x03) !== 0,
        isWorksheet: data[5] === 0,
      })
    else if (type === fontRecord) fonts.push(fontName(data, isBiff8))
    else if (type === xfRecord && data.length >= 2) fontOfXf.push(data.readUInt16LE(0))
    else if (type === sst || (type === continues && last === sst)) strings.push(data)
    if (type !== continues) last = type
  }
  // Number 4 is left out in the count of fonts.
  const nameOf = (font: number): string => fonts[font > 4 ? font - 1 : font] ?? ''
  if (!fonts.some(isOldFont)) return { sheets, extraOf: () => null }
  const changes = isBiff8 ? readFontChanges(strings) : new Map<number, FontChange[]>()
  const cells = sheets.map(({ position }) =>
    readTextCells(stream, position, { isBiff8, changes, fontOfXf, nameOf, isOldFont }),
  )
  return { sheets, extraOf: (sheet, row, column) => cells[sheet]?.get(row * 256 + column) ?? null }
}

function fontName(data: Buffer, isBiff8: boolean): string {
  const length = data[14] ?? 0
  if (!isBiff8) return data.toString('latin1', 15, 15 + length)
  const isWide = ((data[15] ?? 0) & 0x01) !== 0
  return isWide
    ? data.toString('utf16le', 16, 16 + 2 * length)
    : data.toString('latin1', 16, 16 + length)
}

type Fonts = {
  isBiff8: boolean
  changes: ReadonlyMap<number, FontChange[]>
  fontOfXf: readonly number[]
  nameOf(font: number): string
  isOldFont(font: string): boolean
}

/** Cells with an old font in them, by row and column. */
function readTextCells(stream: Buffer, from: number, fonts: Fonts): Map<number, CellExtra> {
  const cells = new Map<number, CellExtra>()
  let pending: { at: number; font: string } | null = null
  for (const { type, data, depth } of recordsFrom(stream, from)) {
    if (depth !== 1 || data.length < 3) continue
    if (textCells.has(type) && data.length >= 6) {
      const key = data.readUInt16LE(0) * 256 + data.readUInt16LE(2)
      const font = fonts.nameOf(fonts.fontOfXf[data.readUInt16LE(4)] ?? 0)
      if (type === formula) {
        pending = { at: key, font }
        continue
      }
      const runs: FontRun[] = [{ start: 0, font }]
      const changes =
        type === labelSst && data.length >= 10
          ? (fonts.changes.get(data.readUInt32LE(6)) ?? [])
          : type === richLabel
            ? changesOf(data, fonts.isBiff8)
            : []
      for (const change of changes)
        runs.push({ start: change.start, font: fonts.nameOf(change.font) })
      note(key, runs, type === labelSst || fonts.isBiff8 ? null : bytesText(data, 6))
    } else if (type === formulaString && pending) {
      note(
        pending.at,
        [{ start: 0, font: pending.font }],
        fonts.isBiff8 ? null : bytesText(data, 0),
      )
      pending = null
    }
  }
  return cells

  function note(key: number, runs: FontRun[], text: string | null): void {
    if (!runs.some(({ font }) => fonts.isOldFont(font))) return
    cells.set(key, { fonts: runs, ...(text === null ? {} : { text }) })
  }
}

/** Windows-1252, whatever the file's code page: an old font shows bytes, not characters. */
const latin = new TextDecoder('windows-1252')

/** The bytes of a text of BIFF5 whose length stands at a place. */
function bytesText(data: Buffer, at: number): string {
  if (data.length < at + 2) return ''
  const length = data.readUInt16LE(at)
  return latin.decode(data.subarray(at + 2, at + 2 + length))
}

/** Font changes at the end of an RSTRING record. */
function changesOf(data: Buffer, isBiff8: boolean): FontChange[] {
  const length = data.length >= 8 ? data.readUInt16LE(6) : 0
  const changes: FontChange[] = []
  if (isBiff8) {
    const isWide = ((data[8] ?? 0) & 0x01) !== 0
    const at = 9 + length * (isWide ? 2 : 1)
    const count = at + 2 <= data.length ? data.readUInt16LE(at) : 0
    for (let i = 0; i < count && at + 6 + 4 * i <= data.length; i++)
      changes.push({
        start: data.readUInt16LE(at + 2 + 4 * i),
        font: data.readUInt16LE(at + 4 + 4 * i),
      })
  } else {
    const at = 8 + length
    const count = data[at] ?? 0
    for (let i = 0; i < count && at + 2 + 2 * i < data.length; i++)
      changes.push({ start: data[at + 1 + 2 * i] ?? 0, font: data[at + 2 + 2 * i] ?? 0 })
  }
  return changes
}
