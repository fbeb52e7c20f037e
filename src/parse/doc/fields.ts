// Fields in the text of a DOC: U+0013 instruction U+0014 result U+0015, one inside another. Only results are text.
//
//   "Trang ⟨13⟩ PAGE ⟨14⟩3⟨15⟩ của"  →  "Trang 3 của"

const begin = 0x13
const separator = 0x14
const end = 0x15

/** What of a story is no text: sorted ranges of positions that do not overlap. A field that never ends hides nothing but its marks. */
export function hiddenByFields(text: string, from: number, to: number): Array<[number, number]> {
  const ranges: Array<[number, number]> = []
  const open: Array<{ start: number; separator: number | null }> = []
  // A damaged head may claim more characters than there are.
  for (let at = from; at < Math.min(to, text.length); at++) {
    const code = text.charCodeAt(at)
    if (code === begin) open.push({ start: at, separator: null })
    else if (code === separator) {
      const field = open.at(-1)
      if (field && field.separator === null) field.separator = at
    } else if (code === end) {
      const field = open.pop()
      if (field) ranges.push([field.start, (field.separator ?? at) + 1])
    }
  }
  for (const field of open)
    if (field.separator !== null && field.separator - field.start < 1000)
      ranges.push([field.start, field.separator + 1])
  ranges.sort((a, b) => a[0] - b[0])
  const merged: Array<[number, number]> = []
  for (const [start, stop] of ranges) {
    const last = merged.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], stop)
    else merged.push([start, stop])
  }
  return merged
}
