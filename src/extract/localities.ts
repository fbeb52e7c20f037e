// Words for localities and the names after them: "tỉnh Điện Biên", "thành phố Thái Nguyên", "huyện Krông Nô", "phường 12".

import { holds } from './document-day.ts'
import { isCapitalised, readName } from './names.ts'
import type { Page } from './page.ts'

/** First words for localities, with the second ones of those that have one. */
const localityWords: ReadonlyMap<string, readonly string[]> = new Map([
  ...['tỉnh', 'huyện', 'quận', 'xã', 'phường', 'tp', 'thôn', 'bản'].map(
    (word): [string, string[]] => [word, []],
  ),
  ['thành', ['phố']],
  ['thị', ['xã', 'trấn']],
  ['đặc', ['khu']],
])

/** Tokens of a locality word at an index: 1 for "tỉnh", 2 for "thành phố", 0 for none. */
export function localityWordLength(page: Page, index: number): number {
  const word = page.tokens[index]?.text ?? ''
  const seconds = localityWords.get(word)
  if (!seconds) return 0
  const next = page.tokens[index + 1]?.text ?? ''
  if (seconds.length > 0) return seconds.includes(next) ? 2 : 0
  if (word === 'tp' && next === '.') return 2
  // "xã hội" is society, "xã nông thôn mới" a kind of commune.
  if (word === 'xã' && (next === 'hội' || next === 'nông')) return 0
  // "nông thôn" is the countryside.
  if (word === 'thôn' && page.tokens[index - 1]?.text === 'nông') return 0
  return 1
}

/** "R'lấp", "K'Bang", "M'gar": the token after a name with an apostrophe in it; null for others. */
export function afterApostrophe(page: Page, index: number): number | null {
  const [first, mark, rest] = page.tokens.slice(index, index + 3)
  return first && mark?.text === "'" && mark.start === first.end && rest?.start === mark.end
    ? index + 3
    : null
}

export type PlaceName = { nextToken: number; provinceId: string | null }

/** Reads the name after a locality word: "Lý Nhân", "Điện Biên", "Krông Nô". One to four capitals; numbers for wards. */
export function readPlaceName(page: Page, index: number, word: string): PlaceName | null {
  const { tokens, lexicon } = page
  if (/^\d{1,2}$/.test(tokens[index]?.text ?? '')) return { nextToken: index + 1, provinceId: null }
  if (!isCapitalised(page, index)) return null
  if (
    lexicon.titles.longestAt(tokens, index) ||
    lexicon.organisationHeads.longestAt(tokens, index)?.values.length
  )
    return null
  const province = lexicon.provinces.aliases.longestAt(tokens, index)
  const named = province?.values.find((v) => v.use !== 'nickname' && holds(page, v.provinceId))
  if (province && named) return { nextToken: province.nextToken, provinceId: named.provinceId }
  // "Chủ tịch HĐND thành phố Nguyễn Ngọc Tuấn": no city below the provinces is named after a person.
  if (isHolder(page, index, word)) return null
  // After "tỉnh" only a province's name is a place; "Y Bhiao Niê" after any word is a person.
  if (word === 'tỉnh' || /^[yah]$/u.test(tokens[index]?.text ?? '')) return null
  let next = afterApostrophe(page, index) ?? index + 1
  while (next < index + 4 && isCapitalised(page, next) && !isBreak(page, next)) {
    const joined = afterApostrophe(page, next)
    if (joined) {
      next = joined
      break
    }
    // Two syllables make most names; a person's name may follow: "huyện Lý Nhân Nguyễn Văn A".
    if (next - index >= 2 && readName(page, next, false)) break
    if (next - index >= 1 && readName(page, next, false)?.strong && isCapitalised(page, next + 2))
      break
    next++
  }
  return { nextToken: next, provinceId: null }
}

/** The person who holds the office, where a place could stand: never after "thành phố", else by the middle name. */
function isHolder(page: Page, index: number, word: string): boolean {
  const name = readName(page, index, false)
  if (!name?.strong || name.nextToken - index < 3) return false
  const key = page.key.slice(name.start, name.end)
  if (word === 'thành' || word === 'tp') return !/^hồ chí minh/u.test(key)
  if (!/^\p{L}+ (?:văn|thị) \p{L}/u.test(key)) return false
  // Few districts, communes and wards do bear a person's name.
  return page.lexicon.nameTraps.places.longestAt(page.tokens, index) === null
}

function isBreak(page: Page, index: number): boolean {
  const { lexicon, tokens } = page
  const before = tokens[index - 1]
  const here = tokens[index]
  if (!before || !here || here.start - before.end > 1) return true
  return (
    lexicon.titles.longestAt(tokens, index) !== null ||
    lexicon.organisationHeads.longestAt(tokens, index) !== null
  )
}
