// Properties of paragraphs, characters and table rows as Word stores them: a list of codes, each followed by its value.
//
//   16 24 01   "this paragraph stands in a table"  (Word 97; in Word 6 the code is one byte: 18 01)

export type Sprm = {
  code: number
  /** The value's bytes, without a length in front of them. */
  value: Buffer
}

/** Bytes of a value by the top three bits of a Word 97 code; 0 is a length byte and that many. */
const sizes97 = [1, 1, 2, 4, 2, 2, 0, 3] as const
const tabs97 = 0xc615
const wideLength97 = new Set([0xd608, 0xd606])

/** All properties in a list; stops quietly where it is cut off or its lengths make no sense. */
export function readSprms(bytes: Buffer, version: 6 | 8): Sprm[] {
  return version === 8 ? readWord97(bytes) : readWord6(bytes)
}

function readWord97(bytes: Buffer): Sprm[] {
  const found: Sprm[] = []
  for (let at = 0; at + 3 <= bytes.length; ) {
    const code = bytes.readUInt16LE(at)
    if (code === 0) break
    at += 2
    let size: number = sizes97[code >> 13] ?? 0
    if (size === 0) {
      if (wideLength97.has(code)) {
        if (at + 2 > bytes.length) break
        size = bytes.readUInt16LE(at) - 1
        at += 2
      } else {
        size = bytes[at] ?? 0
        at += 1
        // Long lists of tab stops do not fit a length byte: they say 255 and are counted by their own numbers.
        if (code === tabs97 && size === 255) {
          const removed = bytes[at] ?? 0
          const added = bytes[at + 1 + 4 * removed] ?? 0
          size = 2 + 4 * removed + 3 * added
        }
      }
    }
    if (size < 0 || at + size > bytes.length) break
    found.push({ code, value: bytes.subarray(at, at + size) })
    at += size
  }
  return found
}

/** Bytes of a value by Word 6 code; -1 is a length byte, -2 a length of two bytes that is one too high. */
const sizes6: ReadonlyMap<number, number> = new Map([
  [2, 2],
  [3, -1],
  ...range(4, 11, 1),
  [12, -1],
  [13, 1],
  [14, 1],
  [15, -1],
  ...range(16, 19, 2),
  ...range(20, 22, 4),
  [23, -1],
  [24, 1],
  [25, 1],
  ...range(26, 28, 2),
  [29, 1],
  ...range(30, 36, 2),
  [37, 1],
  ...range(38, 43, 2),
  [44, 1],
  ...range(45, 49, 2),
  [50, 1],
  [51, 1],
  [52, -1],
  [65, 1],
  [66, 1],
  [67, 1],
  [68, -1],
  [69, 2],
  [70, 4],
  [71, 1],
  [72, 2],
  [73, 3],
  [74, -1],
  [75, 1],
  [80, 2],
  [81, -1],
  [82, -1],
  [83, 0],
  ...range(85, 92, 1),
  [93, 2],
  [94, 1],
  [95, 3],
  [96, 2],
  [97, 2],
  [98, 1],
  [99, 2],
  [100, 1],
  [101, 2],
  [102, 1],
  [103, -1],
  [104, 1],
  [105, -1],
  [106, -1],
  [107, 2],
  [108, -1],
  [109, 2],
  [110, 2],
  [117, 1],
  [118, 1],
  [182, 2],
  [183, 2],
  [184, 2],
  [185, 1],
  [186, 1],
  [187, 12],
  [188, -2],
  [189, 2],
  [190, -2],
  [191, -1],
  [192, 4],
  [193, 5],
  [194, 4],
  [195, 2],
  [196, 4],
  [197, 2],
  [198, 2],
  [199, 5],
  [200, 4],
])

function range(first: number, last: number, size: number): Array<[number, number]> {
  return Array.from({ length: last - first + 1 }, (_, i) => [first + i, size])
}

function readWord6(bytes: Buffer): Sprm[] {
  const found: Sprm[] = []
  for (let at = 0; at + 1 < bytes.length; ) {
    const code = bytes[at] ?? 0
    let size = sizes6.get(code)
    if (size === undefined) break
    at += 1
    if (size === -1) size = bytes[at++] ?? 0
    else if (size === -2) {
      if (at + 2 > bytes.length) break
      size = bytes.readUInt16LE(at) - 1
      at += 2
    }
    if (size < 0 || at + size > bytes.length) break
    found.push({ code, value: bytes.subarray(at, at + size) })
    at += size
  }
  return found
}
