// Styles and fonts of a DOC, as far as headings, lists, table lines and old font encodings need them.
import type { Style, Styles } from '../docx/styles.ts'
import type { Fib } from './fib.ts'
import {
  type CharacterProperties,
  readCharacters,
  readParagraph,
  readTableLines,
  type TableLines,
} from './properties.ts'
import { readSprms } from './sprms.ts'

export type DocStyle = Style & { font: number | null }

export type DocStyles = Styles & {
  /** Index of the font of a character: its own, its character style's, its paragraph style's, the document's. */
  fontOf(own: CharacterProperties | null, paragraphStyle: number): number
}

const paragraphKind = 1
const characterKind = 2
const tableKind = 3
/** Styles based on no other say so by this number. */
const noStyle = 0xfff

/** Reads the style sheet; damaged entries are left out. */
export function readDocStyles(fib: Fib): DocStyles {
  const styles = new Map<string, DocStyle>()
  const { table: stream, styles: extent, version } = fib
  const end = extent.at + extent.length
  let defaultFont = 0
  if (extent.length > 8) {
    const headBytes = stream.readUInt16LE(extent.at)
    const head = stream.subarray(extent.at + 2, Math.min(end, extent.at + 2 + headBytes))
    const count = head.length >= 4 ? head.readUInt16LE(0) : 0
    const fixedBytes = head.length >= 4 ? head.readUInt16LE(2) : 0
    if (head.length >= 14) defaultFont = head.readUInt16LE(12)
    let at = extent.at + 2 + headBytes
    for (let id = 0; id < count && at + 2 <= end; id++) {
      const length = stream.readUInt16LE(at)
      const entry = stream.subarray(at + 2, Math.min(end, at + 2 + length))
      at += 2 + length
      const style = length === 0 ? null : readStyle(entry, fixedBytes, id, version)
      if (style) styles.set(style.id, style)
    }
  }
  const chainOf = (id: string | undefined): DocStyle[] => {
    const chain: DocStyle[] = []
    let next = styles.get(id ?? '0')
    while (next && !chain.includes(next) && chain.length < 20) {
      chain.push(next)
      next = next.basedOn === null ? undefined : styles.get(next.basedOn)
    }
    return chain
  }
  const styledFont = (id: number | null) =>
    id === null ? null : (chainOf(String(id)).find(({ font }) => font !== null)?.font ?? null)
  return {
    find: (id) => styles.get(id) ?? null,
    chainOf,
    fontOf: (own, paragraphStyle) =>
      own?.font ?? styledFont(own?.style ?? null) ?? styledFont(paragraphStyle) ?? defaultFont,
  }
}

function readStyle(entry: Buffer, fixedBytes: number, id: number, version: 6 | 8): DocStyle | null {
  if (entry.length < 8 || fixedBytes < 8) return null
  const builtIn = entry.readUInt16LE(0) & 0xfff
  const kind = entry.readUInt16LE(2) & 0xf
  const basedOn = entry.readUInt16LE(2) >> 4
  const parts = entry.readUInt16LE(4) & 0xf
  const nameBytes = version === 8 ? 2 : 1
  if (fixedBytes + nameBytes > entry.length) return null
  const units = version === 8 ? entry.readUInt16LE(fixedBytes) : (entry[fixedBytes] ?? 0)
  // A zero character follows the name.
  let at = fixedBytes + nameBytes + nameBytes * (units + 1)
  const properties: Buffer[] = []
  for (let i = 0; i < parts; i++) {
    at += at % 2
    if (at + 2 > entry.length) break
    const length = entry.readUInt16LE(at)
    properties.push(entry.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = properties
  const paragraph = kind === paragraphKind ? readParagraph(first.subarray(2), version) : null
  const characters =
    kind === paragraphKind
      ? readCharacters(second, version)
      : kind === characterKind
        ? readCharacters(first, version)
        : null
  return {
    id: String(id),
    type: kind === paragraphKind ? 'paragraph' : kind === tableKind ? 'table' : 'character',
    // The names of the built-in headings are translated; their numbers are not.
    name: builtIn >= 1 && builtIn <= 9 ? `heading ${builtIn}` : builtIn === 62 ? 'Title' : '',
    basedOn: basedOn === noStyle || basedOn === id ? null : String(basedOn),
    numbering:
      paragraph && (paragraph.list !== null || paragraph.listLevel !== null)
        ? {
            numId: paragraph.list === null ? undefined : String(paragraph.list),
            level: paragraph.listLevel ?? undefined,
          }
        : null,
    outlineLevel: paragraph?.outlineLevel ?? null,
    bordered: kind === tableKind ? bordersOf(first, version) : null,
    isDefault: builtIn === 0,
    font: characters?.font ?? null,
  }
}

function bordersOf(properties: Buffer, version: 6 | 8): boolean | null {
  const lines: TableLines = { table: null, cells: 0, linedCells: 0, style: null }
  for (const { code, value } of readSprms(properties, version)) readTableLines(code, value, lines)
  return lines.table
}

/** Names of the fonts by their index. */
export function readFontNames({ table, fonts, version }: Fib): string[] {
  const end = fonts.at + fonts.length
  const names: string[] = []
  if (fonts.length < 4) return names
  const count = version === 8 ? table.readUInt16LE(fonts.at) : Number.POSITIVE_INFINITY
  let at = fonts.at + (version === 8 ? 4 : 2)
  while (names.length < count && at < end) {
    const length = table[at] ?? 0
    const entry = table.subarray(at + 1, Math.min(end, at + 1 + length))
    at += 1 + length
    const name = version === 8 ? entry.toString('utf16le', 39) : entry.toString('latin1', 5)
    names.push(name.split('\0', 1)[0] ?? '')
  }
  return names
}
