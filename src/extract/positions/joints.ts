// What stands between the positions of a run: commas, "kiêm", a rank, an office that no dictionary lists, or nothing at all; and
// the office that another one serves.
import { keyOf } from '../../text/fold.ts'
import { startsCell } from '../cell-starts.ts'
import { isCapitalised, readName } from '../names.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Page } from '../page.ts'
import { type PositionSpan, readPosition, startsTitle } from '../positions.ts'
import type { Complement } from './named-bodies.ts'

/** Words that may join one position to the next: comma, dash, "kiêm", "và", "đồng thời là". */
export function joinLength(page: Page, index: number): number {
  const word = page.tokens[index]?.text
  if (word === 'kiêm' || word === 'kiêm nhiệm') return 1
  if (word === ',' || word === '-' || word === 'và') {
    // "nguyên Phó Chủ tịch Hội, hiện là Phó Trưởng đoàn", ", hiện đang giữ chức …"
    if (page.tokens[index + 1]?.text === 'hiện') return 1 + nowLength(page, index + 1)
    if (page.tokens[index + 1]?.text === 'kiêm' || page.tokens[index + 1]?.text === 'là') return 2
    return 1
  }
  return 0
}

/** Tokens of "hiện là", "hiện nay đang giữ chức vụ" before a title. */
function nowLength(page: Page, index: number): number {
  let next = index + 1
  while (/^(?:nay|đang|là|giữ|chức|vụ|làm|công|tác)$/u.test(page.tokens[next]?.text ?? '')) next++
  return next - index
}

/** "Ban Bí thư" is a body, no secretary; "Trưởng ban Bí thư …" are two offices in a row. */
export function isSecretariat({ tokens }: Page, index: number): boolean {
  return (
    tokens[index]?.text === 'bí' &&
    tokens[index - 1]?.text === 'ban' &&
    !/^(?:trưởng|phó)$/u.test(tokens[index - 2]?.text ?? '')
  )
}

/** The "Văn phòng" that ends before token `next`, as the office of a body that is named further on. */
export const officeOf = (page: Page, next: number, whole: OrganisationSpan): OrganisationSpan => ({
  ...whole,
  start: page.tokens[next - 2]?.start ?? 0,
  end: page.tokens[next - 1]?.end ?? 0,
  nextToken: next,
  head: 'văn phòng',
  bare: false,
  whole: { start: whole.start, end: whole.end },
})

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
  // ", UVXYZ, Phó Bí thư Tỉnh ủy": letters that nobody knows.
  if (isLetters(page, index) && tokens[index + 1]?.text === ',' && startsTitle(page, index + 2))
    return index + 2
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

/** Three capital letters and more in one word. */
function isLetters(page: Page, index: number): boolean {
  const token = page.tokens[index]
  return token !== undefined && /^\p{Lu}{3,}$/u.test(page.text.slice(token.start, token.end))
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

/** "Trợ lý Giám đốc Sở Y tế": the office that another one serves is part of the title. */
export function readBoss(page: Page, next: number, titleKey: string): Complement | null {
  if (!/^(?:trợ lý|thư ký)$/u.test(titleKey) || startsCell(page, next)) return null
  const boss = readPosition(page, next)
  // "Trợ lý Tổng Bí thư A": who A is stays open.
  if (!boss || readName(page, boss.nextToken, true)) return null
  // "Trợ lý Giám đốc vùng"
  const region = page.tokens[boss.nextToken]
  if (!boss.organisation && region?.text === 'vùng' && !isCapitalised(page, boss.nextToken))
    return { titleEnd: region.end, organisation: null, nextToken: boss.nextToken + 1 }
  const titleEnd = boss.organisation
    ? (page.tokens[next + boss.title.split(' ').length - 1]?.end ?? boss.end)
    : boss.end
  return { titleEnd, organisation: boss.organisation, nextToken: boss.nextToken }
}
