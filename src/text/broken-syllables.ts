// Spaces that a reader of scans left inside a syllable: "Đặ ng Văn Minh", "tỉnh Qu ả ng Ngãi". Mended only where a part is
// no syllable by itself and the parts together are one; "các ng ời" has lost a letter and stays.
import { isMarkedSyllable, isSyllable } from './syllable.ts'

/** What such a break leaves behind it. "ng" and "nh" end syllables and are no words; single letters may be marks of lists. */
const tail = / n[gh](?![\p{L}\p{M}\p{N}])/gu
const partsBefore = /(?<![\p{L}\p{M}\p{N}])(?:(\p{L}{1,3}) )?(\p{L}{1,4})$/u
/** Longest pieces before a tail, in UTF-16 units. */
const reach = 9

/** Offsets in `source` of the spaces inside broken syllables, in order. */
export function brokenSyllables(source: string): number[] {
  const spaces: number[] = []
  for (const { index, 0: end } of source.matchAll(tail)) {
    const parts = partsBefore.exec(source.slice(Math.max(0, index - reach), index))
    const [first = '', second = ''] = [parts?.[1], parts?.[2]]
    const last = end.slice(1)
    if (second !== '' && !isSyllable(second) && isMarkedSyllable(second + last)) spaces.push(index)
    else if (first !== '' && !isSyllable(first) && isMarkedSyllable(first + second + last))
      spaces.push(index - second.length - 1, index)
  }
  return spaces
}
