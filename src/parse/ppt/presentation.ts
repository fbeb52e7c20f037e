// The slides of an old PowerPoint file. Saving appends what changed: a chain of edits says where the newest version of each
// object (the document, every slide) stands.
import { BadDocumentError } from '../../errors.ts'
import type { Box } from '../pptx/reading-order.ts'
import { childOf, type PptRecord, recordAt, recordsIn, recordsWithin } from './records.ts'
import { createTextCollector, type PptText } from './texts.ts'

export type PptShape = { box: Box | null; texts: PptText[] }
export type PptSlide = { hidden: boolean; shapes: PptShape[]; notes: PptText[] }
export type PptPresentation = { slides: PptSlide[]; fonts: string[] }

const userEdit = 0x0ff5
const persistDirectory = 0x1772
const documentContainer = 0x03e8
const environment = 0x03f2
const fontCollection = 0x07d5
const fontEntity = 0x0fb7
const slideList = 0x0ff0
const slidePersist = 0x03f3
const slideShowInfo = 0x03f9
const slideAtom = 0x03ef
const outlineText = 0x0f9e
const shapeContainer = 0xf004
const clientAnchor = 0xf010
const childAnchor = 0xf00f

/** Reads both streams. Throws BadDocumentError. */
export function readPresentation(
  stream: Buffer,
  currentUser: Buffer,
  name: string,
): PptPresentation {
  const corrupt = () =>
    new BadDocumentError(
      'corrupt',
      `${name} is a damaged presentation; open it in PowerPoint and save it again.`,
    )
  if (currentUser.length < 20) throw corrupt()
  if (currentUser.readUInt32LE(12) === 0xf3d1c4df)
    throw new BadDocumentError(
      'encrypted',
      `${name} is protected by a password; save it without one and bring it again.`,
    )
  const { places, document } = readEdits(stream, currentUser.readUInt32LE(16))
  const objectOf = (id: number): PptRecord | null => {
    const place = places.get(id)
    return place === undefined ? null : recordAt(stream, place)
  }
  const main = objectOf(document)
  if (main?.type !== documentContainer) throw corrupt()
  const lists = [...recordsIn(main.data)].filter(({ type }) => type === slideList)
  const listOf = (instance: number) => lists.find((list) => list.instance === instance)
  const notes = new Map<number, PptRecord | null>()
  for (const { id, object } of entriesOf(listOf(2))) notes.set(id, objectOf(object))
  const seen = new Set<number>()
  const slides = entriesOf(listOf(0)).flatMap(({ object, texts }): PptSlide[] => {
    const place = places.get(object)
    const slide = objectOf(object)
    // A slide stands in a presentation once.
    if (!slide || place === undefined || seen.has(place)) return []
    seen.add(place)
    const info = childOf(slide.data, slideShowInfo)?.data
    const atom = childOf(slide.data, slideAtom)?.data
    const notesId = atom && atom.length >= 20 ? atom.readUInt32LE(16) : 0
    const page = notesId === 0 ? null : notes.get(notesId)
    return [
      {
        hidden: info !== undefined && info.length >= 12 && (info.readUInt16LE(10) & 0x04) !== 0,
        shapes: shapesOf(slide, texts),
        notes: page ? shapesOf(page, []).flatMap((shape) => shape.texts) : [],
      },
    ]
  })
  return { slides, fonts: fontsOf(main) }
}

/** Where the newest version of each object stands, from the last edit back to the first. */
function readEdits(
  stream: Buffer,
  last: number,
): { places: Map<number, number>; document: number } {
  const places = new Map<number, number>()
  const edits = new Set<number>()
  let document = 0
  for (let at = last; at > 0 && !edits.has(at); ) {
    edits.add(at)
    const edit = recordAt(stream, at)
    if (edit?.type !== userEdit || edit.data.length < 20) break
    document ||= edit.data.readUInt32LE(16)
    const directory = recordAt(stream, edit.data.readUInt32LE(12))
    if (directory?.type === persistDirectory)
      for (const [id, place] of directoryOf(directory.data))
        if (!places.has(id)) places.set(id, place)
    at = edit.data.readUInt32LE(8)
  }
  return { places, document }
}

function* directoryOf(data: Buffer): Generator<[id: number, place: number]> {
  for (let at = 0; at + 4 <= data.length; ) {
    const entry = data.readUInt32LE(at)
    const first = entry & 0xfffff
    const count = entry >>> 20
    at += 4
    for (let i = 0; i < count && at + 4 <= data.length; i++, at += 4)
      yield [first + i, data.readUInt32LE(at)]
  }
}

type Entry = { id: number; object: number; texts: PptText[] }

/** Slides or notes of a list, with the texts of their placeholders. */
function entriesOf(list: PptRecord | undefined): Entry[] {
  const entries: Entry[] = []
  let collector = createTextCollector()
  for (const record of list ? recordsIn(list.data) : [])
    if (record.type === slidePersist && record.data.length >= 16) {
      collector = createTextCollector()
      entries.push({
        object: record.data.readUInt32LE(0),
        id: record.data.readUInt32LE(12),
        texts: collector.texts,
      })
    } else collector.take(record)
  return entries
}

/** The shapes of a slide that have text. A placeholder only gives the number of its text in the list of slides. */
function shapesOf(slide: PptRecord, outline: readonly PptText[]): PptShape[] {
  const shapes: PptShape[] = []
  for (const shape of recordsWithin(slide.data)) {
    if (shape.type !== shapeContainer) continue
    const collector = createTextCollector()
    let box: Box | null = null
    for (const record of recordsWithin(shape.data)) {
      if (record.type === clientAnchor || record.type === childAnchor) box = boxOf(record)
      else if (record.type === outlineText && record.data.length >= 4) {
        const text = outline[record.data.readUInt32LE(0)]
        if (text) collector.texts.push(text)
      } else collector.take(record)
    }
    const texts = collector.texts.filter(({ text }) => text.trim() !== '')
    if (texts.length > 0) shapes.push({ box, texts })
  }
  return shapes
}

/** In master units, 576 an inch; made EMU. Anchors of slides have the top before the left. */
function boxOf({ type, data }: PptRecord): Box | null {
  const numbers =
    data.length >= 16
      ? [0, 4, 8, 12].map((at) => data.readInt32LE(at))
      : data.length >= 8
        ? [0, 2, 4, 6].map((at) => data.readInt16LE(at))
        : []
  const [a = 0, b = 0, c = 0, d = 0] = numbers.map((number) => number * (914_400 / 576))
  if (numbers.length === 0) return null
  return type === childAnchor
    ? { x: a, y: b, width: c - a, height: d - b }
    : { x: b, y: a, width: c - b, height: d - a }
}

function fontsOf(main: PptRecord): string[] {
  const settings = childOf(main.data, environment)
  const collection = settings ? childOf(settings.data, fontCollection) : null
  const fonts: string[] = []
  for (const { type, data } of collection ? recordsIn(collection.data) : [])
    if (type === fontEntity) fonts.push(data.toString('utf16le', 0, 64).replace(/\0.*$/s, ''))
  return fonts
}
