// What stands between the positions of a run: commas, "kiêm", a rank, an office that no dictionary lists, or nothing at all.
import { keyOf } from '../../text/fold.ts'
import { isCapitalised, readName } from '../names.ts'
import type { Page } from '../page.ts'
import { type PositionSpan, readPosition, startsTitle } from '../positions.ts'

/** Words that may join one position to the next: comma, dash, "kiêm", "và", "đồng thời là". */
export function joinLength(page: Page, index: number): number {
  const word = page.tokens[index]?.text
  if (word === 'kiêm' || word === 'kiêm nhiệm') return 1
  if (word === ',' || word === '-' || word === 'và') {
    if (page.tokens[index + 1]?.text === 'kiêm' || page.tokens[index + 1]?.text === 'là') return 2
    return 1
  }
  return 0
}

/** "Phó chủ tịch Tổng thư ký Hội X", "Chủ tịch Tổng Giám đốc Công ty Y": two offices that no comma parts. */
export const isDoubleTitle = (
  page: Page,
  { organisation, title, nextToken }: PositionSpan,
): boolean =>
  organisation === null &&
  /^(?:phó )?chủ tịch$/u.test(keyOf(title)) &&
  /^(?:phó )?tổng (?:thư ký|giám đốc)$/u.test(titleKeyAt(page, nextToken))

/** The matching key of the title that begins at a token, empty where none does. */
function titleKeyAt(page: Page, index: number): string {
  const match = page.lexicon.titles.longestAt(page.tokens, index)
  return match ? page.key.slice(match.start, match.end) : ''
}

export function sharesBody(page: Page, joinAt: number): boolean {
  const word = page.tokens[joinAt]?.text
  return word === 'kiêm' || word === 'và' || page.tokens[joinAt + 1]?.text === 'kiêm'
}

/** Words that an office which no dictionary lists has at most. */
const longestUnlisted = 8

/**
 * Past an office that no dictionary lists, between commas, where a listed one with its body follows: "…, Đặc phái viên của
 * Tổng thống, Chủ tịch Hội X". The index itself where anything else stands there.
 */
export function pastUnlisted(page: Page, comma: number, index: number): number {
  const { tokens, lexicon } = page
  if (tokens[comma]?.text !== ',' || !isCapitalised(page, index)) return index
  const { organisationHeads, organisations, honorifics, degrees } = lexicon
  const begins = [organisationHeads, organisations, honorifics, degrees]
  if (begins.some((phrases) => phrases.longestAt(tokens, index))) return index
  if (readName(page, index, true)) return index
  let next = index
  for (; next <= index + longestUnlisted && tokens[next]?.text !== ','; next++) {
    if (!/^\p{L}/u.test(tokens[next]?.text ?? '')) return index
    if (lexicon.reportingVerbs.longestAt(tokens, next)) return index
  }
  const at = next + 1
  if (next - index < 2 || tokens[next]?.text !== ',' || !startsTitle(page, at)) return index
  const title = readPosition(page, at, true)
  return title?.organisation && !readName(page, title.nextToken, true) ? at : index
}

/** Past a rank or degree that stands among positions: "Bí thư Đảng ủy, Đại tá, Phó Tham mưu trưởng". */
export function pastRank(page: Page, index: number): number {
  const degree = page.lexicon.degrees.longestAt(page.tokens, index)
  // "… và Đại tá Đặng Tính, Chính ủy" is another person.
  if (!degree || readName(page, degree.nextToken, true)) return index
  let next = degree.nextToken
  // "Bác sĩ y khoa,": at most two more words up to the comma.
  for (let n = 0; n < 3 && page.tokens[next]?.text !== ','; n++) next++
  return page.tokens[next]?.text === ',' ? next + 1 : index
}
