// Fonts of an old PowerPoint text: a StyleTextPropAtom has runs of paragraphs, then runs of characters, each with a mask of
// what it tells and then that, in a fixed order.

export type CharacterRun = { length: number; font: number | null }

type Field = readonly [mask: number, bytes: number]

/** What follows the mask of a paragraph run, by the bits that bring it (any of several). */
const beforeTabs: readonly Field[] = [
  [0x0f, 2],
  [1 << 7, 2],
  [1 << 4, 2],
  [1 << 6, 2],
  [1 << 5, 4],
  [1 << 11, 2],
  [1 << 12, 2],
  [1 << 13, 2],
  [1 << 14, 2],
  [1 << 8, 2],
  [1 << 10, 2],
  [1 << 15, 2],
]
const tabStops = 1 << 20
const afterTabs: readonly Field[] = [
  [1 << 16, 2],
  [0x0e0000, 2],
  [1 << 21, 2],
]
const characterStyle = 0x3fff
const characterFont = 1 << 16
const afterFont: readonly Field[] = [
  [1 << 21, 2],
  [1 << 22, 2],
  [1 << 23, 2],
  [1 << 17, 2],
  [1 << 18, 4],
  [1 << 19, 2],
]

const bytesOf = (fields: readonly Field[], mask: number): number =>
  fields.reduce((sum, [bits, bytes]) => sum + ((mask & bits) === 0 ? 0 : bytes), 0)

/** Runs of characters of a text of so many; what is cut off is left out. */
export function readCharacterRuns(data: Buffer, textLength: number): CharacterRun[] {
  let at = 0
  const u16 = (): number => {
    const value = at + 2 <= data.length ? data.readUInt16LE(at) : 0
    at += 2
    return value
  }
  const u32 = (): number => u16() + u16() * 0x10000
  // The text's last paragraph mark counts, though it is not in the text.
  for (let read = 0; read <= textLength && at < data.length; ) {
    const length = u32()
    at += 2
    const mask = u32()
    at += bytesOf(beforeTabs, mask)
    if ((mask & tabStops) !== 0) at += 4 * u16()
    at += bytesOf(afterTabs, mask)
    if (length === 0) return []
    read += length
  }
  const runs: CharacterRun[] = []
  for (let read = 0; read <= textLength && at < data.length; ) {
    const length = u32()
    const mask = u32()
    if ((mask & characterStyle) !== 0) at += 2
    const font = (mask & characterFont) === 0 ? null : u16()
    at += bytesOf(afterFont, mask)
    if (length === 0) break
    runs.push({ length, font })
    read += length
  }
  return runs
}
