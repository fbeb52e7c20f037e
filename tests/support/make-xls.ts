// Writes old workbooks (.xls) record by record, with what SheetJS cannot write: fonts, texts of several fonts, code pages,
// sheets out of order, macro sheets.
import CFB from 'cfb'

export type XlsText = {
  row: number
  column: number
  text: string
  /** Number of the font in `fonts`. */
  font?: number
  /** Font changes within the text. */
  changes?: Array<[start: number, font: number]>
}

export type XlsSheet = {
  name: string
  texts: XlsText[]
  /** 0 visible, 1 hidden, 2 very hidden. */
  state?: number
  /** 0 worksheet, 1 macros of Excel 4. */
  kind?: number
}

const u16 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * numbers.length)
  numbers.forEach((number, i) => {
    bytes.writeUInt16LE(number, 2 * i)
  })
  return bytes
}
const u32 = (number: number): Buffer => u16(number & 0xffff, number >>> 16)
const record = (type: number, ...pieces: Buffer[]): Buffer => {
  const data = Buffer.concat(pieces)
  return Buffer.concat([u16(type, data.length), data])
}
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')

/** Number 4 is left out in the count of fonts: the fifth is number 5. */
const numberOf = (font: number): number => (font >= 4 ? font + 1 : font)

type Made = {
  fonts: string[]
  sheets: XlsSheet[]
  codePage?: number
  sstCuts?: number[]
  /** Says that a password protects it. */
  encrypted?: boolean
}

/** A workbook of Excel 97–2003. `sstCuts` are places where the table of strings goes on in another record, text in wide characters. */
export function makeXls8({ fonts, sheets, sstCuts = [], encrypted = false }: Made): Buffer {
  const strings: Buffer[] = []
  const streams = sheets.map(({ texts, kind = 0 }) => {
    const cells = texts.map(({ row, column, text, font = 0, changes = [] }) => {
      const runs = changes.map(([start, changed]) => u16(start, numberOf(changed)))
      const flags = Buffer.from([changes.length > 0 ? 0x09 : 0x01])
      strings.push(
        Buffer.concat([
          u16(text.length),
          flags,
          changes.length > 0 ? u16(changes.length) : Buffer.alloc(0),
          wide(text),
          ...runs,
        ]),
      )
      return record(0xfd, u16(row, column, 16 + font), u32(strings.length - 1))
    })
    return Buffer.concat([bof(0x600, kind === 1 ? 0x40 : 0x10), ...cells, record(0x0a)])
  })
  const table = Buffer.concat([u32(strings.length), u32(strings.length), ...strings])
  const cuts = [0, ...sstCuts, table.length]
  const sst = cuts.slice(1).map((end, i) => {
    const part = table.subarray(cuts[i], end)
    return i === 0 ? record(0xfc, part) : record(0x3c, Buffer.from([1]), part)
  })
  const fontRecords = fonts.map((name) =>
    record(0x31, Buffer.alloc(14), Buffer.from([name.length, 1]), wide(name)),
  )
  return wrap(
    'Workbook',
    0x600,
    fontRecords,
    fonts.length,
    sheets,
    streams,
    Buffer.concat(sst),
    1200,
    encrypted,
  )
}

/** A workbook of Excel 5 or 95. Characters are bytes. */
export function makeXls5({ fonts, sheets, codePage = 1252 }: Made): Buffer {
  const streams = sheets.map(({ texts }) => {
    const cells = texts.map(({ row, column, text, font = 0, changes }) => {
      const start = [u16(row, column, 16 + font, text.length), Buffer.from(text, 'latin1')]
      if (!changes) return record(0x204, ...start)
      const runs = changes.map(([at, changed]) => Buffer.from([at, numberOf(changed)]))
      return record(0xd6, ...start, Buffer.from([changes.length]), ...runs)
    })
    return Buffer.concat([bof(0x500, 0x10), ...cells, record(0x0a)])
  })
  const fontRecords = fonts.map((name) =>
    record(0x31, Buffer.alloc(14), Buffer.from([name.length]), Buffer.from(name, 'latin1')),
  )
  return wrap('Book', 0x500, fontRecords, fonts.length, sheets, streams, Buffer.alloc(0), codePage)
}

const bof = (version: number, kind: number): Buffer =>
  version === 0x600
    ? record(0x809, u16(version, kind, 0, 0), Buffer.alloc(8))
    : record(0x809, u16(version, kind, 0, 0))

/** Sheets are written last one first, so that the order of records is not that of the tabs. */
function wrap(
  stream: string,
  version: number,
  fontRecords: Buffer[],
  fonts: number,
  sheets: XlsSheet[],
  streams: Buffer[],
  sst: Buffer,
  codePage: number,
  encrypted = false,
): Buffer {
  const isBiff8 = version === 0x600
  // Excel's first sixteen formats are those of its styles; then one for each font.
  const formats = Array.from({ length: 16 + fonts }, (_, i) =>
    record(0xe0, u16(numberOf(Math.max(0, i - 16)), 0), Buffer.alloc(isBiff8 ? 16 : 12)),
  )
  const head = Buffer.concat([
    bof(version, 5),
    encrypted ? record(0x2f, u16(0, 0x1234, 0x5678)) : Buffer.alloc(0),
    record(0x42, u16(codePage)),
    ...fontRecords,
    ...formats,
  ])
  const names = sheets.map(({ name }) =>
    isBiff8
      ? Buffer.concat([Buffer.from([name.length, 1]), wide(name)])
      : Buffer.concat([Buffer.from([name.length]), Buffer.from(name, 'latin1')]),
  )
  const boundBytes = names.reduce((sum, name) => sum + 4 + 6 + name.length, 0)
  const end = record(0x0a)
  let position = head.length + boundBytes + sst.length + end.length
  const positions: number[] = []
  for (let i = sheets.length - 1; i >= 0; i--) {
    positions[i] = position
    position += streams[i]?.length ?? 0
  }
  const bounds = sheets.map(({ state = 0, kind = 0 }, i) =>
    record(0x85, u32(positions[i] ?? 0), Buffer.from([state, kind]), names[i] ?? Buffer.alloc(0)),
  )
  const book = Buffer.concat([head, ...bounds, sst, end, ...[...streams].reverse()])
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, `/${stream}`, book)
  return CFB.write(container, { type: 'buffer' }) as Buffer
}
