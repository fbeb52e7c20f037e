// What crosses between the files of this folder: a workbook that is open, and the filled cells of a sheet, each with its text
// and its fonts.
import { hintOf } from '../../text/legacy/encodings.ts'

/** A font from one place of a cell's text on, up to the next one's. */
export type FontRun = { start: number; font: string }

/** What SheetJS does not tell of a text cell. */
export type CellExtra = {
  /** The text, where SheetJS took its bytes for another code page than the font has. */
  text?: string | undefined
  /** From the first character on; empty where the font says nothing. */
  fonts: readonly FontRun[]
}

/** Looks up what is known of a cell. Rows and columns count from 0; `sheet` is the sheet's place in the workbook. */
export type ExtraOf = (sheet: number, row: number, column: number) => CellExtra | null

export type SheetCell = {
  column: number
  /** As the cell shows it; lines are parted by "\n". */
  text: string
  /** Before an old font was decoded; the same as `text` where none was. */
  original: string
  fonts: readonly FontRun[]
  /** A number or date, as opposed to a text. */
  isNumber: boolean
  /** Columns it spans. */
  span: number
}

export type SheetRow = { row: number; cells: SheetCell[] }

export type OpenSheet = {
  name: string
  hidden: boolean
  /** Rows that have a filled cell. */
  rows(): Generator<SheetRow>
  /** Paragraphs of its text boxes. */
  boxes(): string[]
}

export type OpenBook = { isOds: boolean; title: string; sheets: OpenSheet[]; isCut: boolean }

/** Fonts of TCVN3, VNI and their like. */
export const isOldFont = (font: string): boolean => hintOf(font) !== null
