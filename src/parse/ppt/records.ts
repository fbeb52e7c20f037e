// The records of an old PowerPoint file: each has a kind, and holds either bytes or further records.
//
//   Document 0x03E8 ⊃ SlideListWithText 0x0FF0 ⊃ SlidePersistAtom 0x03F3, TextHeaderAtom 0x0F9F, TextCharsAtom 0x0FA0 …

export type PptRecord = {
  type: number
  /** A number of its own, by which lists of slides, masters and notes are told apart. */
  instance: number
  data: Buffer
  isContainer: boolean
}

/** The records of a container, in order, as far as they go. */
export function* recordsIn(data: Buffer): Generator<PptRecord> {
  for (let at = 0; at + 8 <= data.length; ) {
    const record = recordAt(data, at)
    if (!record) return
    yield record
    at += 8 + record.data.length
  }
}

/** The record at an offset; null beyond the end. */
export function recordAt(stream: Buffer, at: number): PptRecord | null {
  if (at < 0 || at + 8 > stream.length) return null
  const head = stream.readUInt16LE(at)
  const length = stream.readUInt32LE(at + 4)
  return {
    type: stream.readUInt16LE(at + 2),
    instance: head >> 4,
    data: stream.subarray(at + 8, at + 8 + length),
    isContainer: (head & 0x0f) === 0x0f,
  }
}

/** The first record of a type in a container. */
export function childOf(data: Buffer, type: number): PptRecord | null {
  for (const record of recordsIn(data)) if (record.type === type) return record
  return null
}

/** Containers in containers; no real file is deeper than a dozen. */
const mostDeep = 60

/** All records in a container at any depth, in order. */
export function* recordsWithin(data: Buffer, depth = 0): Generator<PptRecord> {
  for (const record of recordsIn(data)) {
    yield record
    if (record.isContainer && depth < mostDeep) yield* recordsWithin(record.data, depth + 1)
  }
}
