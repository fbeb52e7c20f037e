// Writes old presentations (.ppt) record by record: nothing here writes them otherwise.
import CFB from 'cfb'

export type PptShape = {
  text: string
  /** 0 title, 1 body, 2 notes, 4 other. */
  kind?: number
  /** Top, left, right, bottom in 1/576 inch. */
  anchor?: [number, number, number, number]
  /** Characters and their font, run by run. */
  fonts?: Array<[length: number, font: number]>
  /** Whether the text stands in the list of slides, and the shape only names it. */
  inOutline?: boolean
  /** Whether its characters are written as bytes. */
  bytes?: boolean
}

export type PptSlide = { shapes: PptShape[]; notes?: string; hidden?: boolean }

const u16 = (...numbers: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * numbers.length)
  numbers.forEach((number, i) => {
    bytes.writeUInt16LE(number & 0xffff, 2 * i)
  })
  return bytes
}
const u32 = (...numbers: number[]): Buffer =>
  Buffer.concat(numbers.map((number) => u16(number & 0xffff, number >>> 16)))
const record = (type: number, head: number, ...pieces: Buffer[]): Buffer => {
  const data = Buffer.concat(pieces)
  return Buffer.concat([u16(head, type), u32(data.length), data])
}
const atom = (type: number, ...pieces: Buffer[]) => record(type, 0, ...pieces)
const container = (type: number, ...pieces: Buffer[]) => record(type, 0x0f, ...pieces)
const list = (instance: number, ...pieces: Buffer[]) =>
  record(0x0ff0, (instance << 4) | 0x0f, ...pieces)

function textRecords({ text, kind = 4, fonts, bytes }: PptShape): Buffer {
  const characters = bytes
    ? atom(0x0fa8, Buffer.from(text, 'latin1'))
    : atom(0x0fa0, Buffer.from(text, 'utf16le'))
  const runs = (fonts ?? []).map(([length, font]) =>
    // Bold, font, size: what stands before and after the font is passed over.
    Buffer.concat([u32(length, 0x30001), u16(1, font, 24)]),
  )
  // One run of paragraphs with a bullet's flags and an alignment.
  const paragraph = Buffer.concat([u32(text.length + 1), u16(0), u32(0x801), u16(0, 1)])
  const style = fonts ? atom(0x0fa1, paragraph, ...runs) : Buffer.alloc(0)
  return Buffer.concat([atom(0x0f9f, u32(kind)), characters, style])
}

const shapeOf = (shape: PptShape, outline: number): Buffer =>
  container(
    0xf004,
    shape.anchor ? atom(0xf010, u16(...shape.anchor)) : Buffer.alloc(0),
    container(0xf00d, shape.inOutline ? atom(0x0f9e, u32(outline)) : textRecords(shape)),
  )

/** A presentation. `older` are slides as an edit before this one left them, in the same places. */
export function makePpt(
  slides: PptSlide[],
  {
    fonts = [],
    older = [],
    encrypted = false,
  }: { fonts?: string[]; older?: PptSlide[]; encrypted?: boolean } = {},
): Buffer {
  const pieces: Buffer[] = []
  let length = 0
  const put = (piece: Buffer): number => {
    pieces.push(piece)
    length += piece.length
    return length - piece.length
  }
  // Objects: 1 the document, then the slides, then their notes.
  const save = (all: PptSlide[], before: number): number => {
    const places: number[] = []
    const idOf = (i: number) => i + 2
    const notesOf = (i: number) => all.length + i + 2
    const outlines = all.map(({ shapes }) => shapes.filter((shape) => shape.inOutline))
    const entries = all.map((_, i) =>
      Buffer.concat([
        atom(0x03f3, u32(idOf(i), 0, 0, 256 + i, 0)),
        ...(outlines[i] ?? []).map(textRecords),
      ]),
    )
    const noteEntries = all.flatMap(({ notes }, i) =>
      notes === undefined ? [] : [atom(0x03f3, u32(notesOf(i), 0, 0, 512 + i, 0))],
    )
    const fontRecords = fonts.map((name) => {
      const bytes = Buffer.alloc(68)
      bytes.write(name, 'utf16le')
      return atom(0x0fb7, bytes)
    })
    places[1] = put(
      container(
        0x03e8,
        container(0x03f2, container(0x07d5, ...fontRecords)),
        list(0, ...entries),
        list(2, ...noteEntries),
      ),
    )
    for (const [i, slide] of all.entries()) {
      places[idOf(i)] = put(
        container(
          0x03ee,
          atom(0x03ef, Buffer.alloc(16), u32(slide.notes === undefined ? 0 : 512 + i), u32(0)),
          slide.hidden ? atom(0x03f9, Buffer.alloc(10), u16(4), u32(0)) : Buffer.alloc(0),
          container(
            0x040c,
            container(
              0xf002,
              ...slide.shapes.map((shape) => shapeOf(shape, outlines[i]?.indexOf(shape) ?? 0)),
            ),
          ),
        ),
      )
      if (slide.notes !== undefined)
        places[notesOf(i)] = put(container(0x03f0, shapeOf({ text: slide.notes, kind: 2 }, 0)))
    }
    const entryCount = places.length - 1
    const directory = put(
      atom(
        0x1772,
        u32((entryCount << 20) | 1),
        u32(...Array.from({ length: entryCount }, (_, i) => places[i + 1] ?? 0)),
      ),
    )
    return put(atom(0x0ff5, u32(0, 0, before, directory, 1, 0, 0)))
  }
  const first = older.length > 0 ? save(older, 0) : 0
  const last = save(slides, first)
  const user = atom(0x0ff6, u32(0x14, encrypted ? 0xf3d1c4df : 0xe391c05f, last))
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/PowerPoint Document', Buffer.concat(pieces))
  CFB.utils.cfb_add(file, '/Current User', user)
  return CFB.write(file, { type: 'buffer' }) as Buffer
}
