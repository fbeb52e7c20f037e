// What is read of the properties of paragraphs, characters and table rows, under the names both generations of Word share.
import { readSprms } from './sprms.ts'

export type CharacterProperties = {
  /** Index into the table of fonts. */
  font: number | null
  /** Number of a character style. */
  style: number | null
  /** Hidden, or struck out in a tracked change. */
  hidden: boolean | null
  deleted: boolean | null
  /** A character of a symbol font that stands in the text as "(". */
  symbol: number | null
}

export type ParagraphProperties = {
  inTable: boolean
  /** The paragraph only ends a table row. */
  endsRow: boolean
  /** Tables around it; 2 in a table inside a table's cell. */
  tableDepth: number
  endsInnerCell: boolean
  endsInnerRow: boolean
  /** List from 1, 0 for none; null where only the style can tell. */
  list: number | null
  listLevel: number | null
  /** 0 highest, 9 body text. */
  outlineLevel: number | null
  /** Of a row's end: share of its cells with lines, or whether the table draws lines; null where nothing is said. */
  lines: TableLines
}

export type TableLines = {
  table: boolean | null
  cells: number
  linedCells: number
  style: number | null
}

/** 128 and 129 mean "as the style says" and its opposite; styles that hide or strike out text are not to be found. */
const isOn = (byte: number): boolean => byte === 1 || byte === 129

/** Reads properties of characters. */
export function readCharacters(bytes: Buffer, version: 6 | 8): CharacterProperties {
  const found: CharacterProperties = {
    font: null,
    style: null,
    hidden: null,
    deleted: null,
    symbol: null,
  }
  for (const { code, value } of readSprms(bytes, version)) {
    const byte = value[0] ?? 0
    const word = value.length >= 2 ? value.readUInt16LE(0) : 0
    switch (code) {
      case 0x4a4f:
      case 93:
        found.font = word
        break
      case 0x4a30:
      case 80:
        found.style = word
        break
      case 0x083c:
      case 92:
        found.hidden = isOn(byte)
        break
      case 0x0800:
      case 65:
        found.deleted = isOn(byte)
        break
      case 0x6a09:
        found.symbol = value.length >= 4 ? value.readUInt16LE(2) : null
        break
    }
  }
  return found
}

/** Reads properties of a paragraph; those of a row's end tell of the row. */
export function readParagraph(bytes: Buffer, version: 6 | 8): ParagraphProperties {
  const found: ParagraphProperties = {
    inTable: false,
    endsRow: false,
    tableDepth: 0,
    endsInnerCell: false,
    endsInnerRow: false,
    list: null,
    listLevel: null,
    outlineLevel: null,
    lines: { table: null, cells: 0, linedCells: 0, style: null },
  }
  for (const { code, value } of readSprms(bytes, version)) {
    const byte = value[0] ?? 0
    const word = value.length >= 2 ? value.readUInt16LE(0) : 0
    switch (code) {
      case 0x2416:
      case 24:
        found.inTable = byte !== 0
        break
      case 0x2417:
      case 25:
        found.endsRow = byte !== 0
        break
      case 0x6649:
        found.tableDepth = value.length >= 4 ? value.readUInt32LE(0) : 0
        break
      case 0x244b:
        found.endsInnerCell = byte !== 0
        break
      case 0x244c:
        found.endsInnerRow = byte !== 0
        break
      case 0x460b:
        found.list = word
        break
      case 0x260a:
        found.listLevel = byte
        break
      case 0x2640:
        found.outlineLevel = byte
        break
      default:
        readTableLines(code, value, found.lines)
    }
  }
  return found
}

/** Lines of a table, by a property of its row or its style. */
export function readTableLines(code: number, value: Buffer, lines: TableLines): void {
  switch (code) {
    case 0xd605:
      lines.table = lines.table === true || hasLine(value, 4, 1)
      break
    case 0xd613:
      lines.table = lines.table === true || hasLine(value, 8, 5)
      break
    case 187:
      lines.table = lines.table === true || value.some((byte) => byte !== 0)
      break
    case 0x563a:
      lines.style = value.length >= 2 ? value.readUInt16LE(0) : null
      break
    case 0xd608:
      countCells(value, lines, 20, (cell) => hasLine(cell.subarray(4), 4, 1))
      break
    case 190:
      countCells(value, lines, 10, (cell) => cell.subarray(2).some((byte) => byte !== 0))
      break
  }
}

/** Whether one of several borders of `size` bytes draws a line; its kind stands at `kindAt`, 0 and 255 being none. */
function hasLine(borders: Buffer, size: number, kindAt: number): boolean {
  for (let at = 0; at + size <= borders.length; at += size) {
    const kind = borders[at + kindAt] ?? 0
    if (kind !== 0 && kind !== 0xff) return true
  }
  return false
}

/** The definition of a row: number of cells, their edges (two bytes each), then their formats. */
function countCells(
  value: Buffer,
  lines: TableLines,
  size: number,
  isLined: (cell: Buffer) => boolean,
): void {
  const cells = value[0] ?? 0
  const formats = 1 + 2 * (cells + 1)
  lines.cells = cells
  lines.linedCells = 0
  for (let i = 0; i < cells; i++) {
    const cell = value.subarray(formats + size * i, formats + size * (i + 1))
    if (cell.length === size && isLined(cell)) lines.linedCells++
  }
}
