// The table of strings of an .xls of Excel 97–2003 (record SST): only the places where a string changes its font, which
// SheetJS passes over. Its data goes on in CONTINUE records, which may cut a string anywhere.
//
//   "Số: 12/BC" with "Số:" in .VnTime and the rest in Arial  →  [{ start: 0, font: 6 }, { start: 3, font: 7 }]

/** Number of a font from one character on. */
export type FontChange = { start: number; font: number }

/** Font changes of each string by its number; strings of one font are left out. Reads what is there of a cut table. */
export function readFontChanges(parts: readonly Buffer[]): Map<number, FontChange[]> {
  const changes = new Map<number, FontChange[]>()
  const source = createSource(parts)
  source.skip(4)
  const count = source.u32()
  for (let i = 0; i < count && !source.ended(); i++) {
    const length = source.u16()
    const flags = source.u8()
    const runs = flags & 0x08 ? source.u16() : 0
    const extraBytes = flags & 0x04 ? source.u32() : 0
    source.skipCharacters(length, (flags & 0x01) !== 0)
    const list: FontChange[] = []
    for (let k = 0; k < runs && !source.ended(); k++)
      list.push({ start: source.u16(), font: source.u16() })
    source.skip(extraBytes)
    if (list.length > 0) changes.set(i, list)
  }
  return changes
}

/** Reads on over the borders of the parts; zeros beyond the end. */
function createSource(parts: readonly Buffer[]) {
  let part = 0
  let at = 0
  const settle = () => {
    while (part < parts.length && at >= (parts[part]?.length ?? 0)) {
      part++
      at = 0
    }
  }
  const u8 = () => {
    settle()
    return parts[part]?.[at++] ?? 0
  }
  const u16 = () => u8() | (u8() << 8)
  return {
    u8,
    u16,
    u32: () => u16() + u16() * 0x10000,
    ended() {
      settle()
      return part >= parts.length
    },
    skip(bytes: number) {
      for (let left = bytes; left > 0; ) {
        settle()
        const here = (parts[part]?.length ?? 0) - at
        if (here <= 0) return
        const step = Math.min(here, left)
        at += step
        left -= step
      }
    },
    skipCharacters(length: number, isWide: boolean) {
      let wide = isWide
      for (let left = length; left > 0; ) {
        const here = (parts[part]?.length ?? 0) - at
        if (here <= 0) {
          part++
          at = 0
          if (part >= parts.length) return
          // A string that goes on begins with its width anew.
          wide = ((parts[part]?.[at++] ?? 0) & 0x01) !== 0
          continue
        }
        const step = Math.min(wide ? Math.ceil(here / 2) : here, left)
        at += wide ? step * 2 : step
        left -= step
      }
    },
  }
}
