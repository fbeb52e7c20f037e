// Lists by province: "Một số tỉnh có tỉ lệ trường đạt chuẩn cao: Bắc Giang 93,4%; Phú Thọ đạt 89%".
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { tokenIndexAt } from '../units.ts'

const opener = /(?:[;:,]\s*|(?<!\p{L})(?:và|tỉnh|thành phố|tp\.?|là|đạt)\s*)$/u
const leads = /^[\s:(-]*(?:(?:đạt|chiếm|có|là|với|tỷ lệ|tỉ lệ|trên|hơn|gần|khoảng|dưới)[\s:]*)*$/u

/** A province's name directly before the figure ("Bắc Giang 93,4%", "Phú Thọ đạt 89%", "Bắc Kạn (75%)"). */
export function provinceBefore(
  page: Page,
  from: number,
  to: number,
): { id: string; start: number } | null {
  const last = tokenIndexAt(page.tokens, to)
  for (let back = 1; back <= 9; back++) {
    const index = last - back
    const token = page.tokens[index]
    if (!token || token.start < from) return null
    const match = page.lexicon.provinces.aliases.longestAt(page.tokens, index)
    const alias = match?.values.find((v) => v.use === 'name')
    if (!match || !alias || match.end > to) continue
    if (!leads.test(page.key.slice(match.end, to))) continue
    const before = page.key.slice(Math.max(from, match.start - 14), match.start)
    if (before.trim() !== '' && !opener.test(before)) continue
    return { id: alias.provinceId, start: match.start }
  }
  return null
}

/** The words before the colon that opens a list, without "Một số tỉnh có tỉ lệ" and "cao"; null where there is no colon. */
export function listHead(page: Page, blockStart: number, listStart: number): string | null {
  const before = page.key.slice(Math.max(blockStart, listStart - 200), listStart)
  const colon = /:\s*(?:(?:tỉnh|thành phố|tp\.?)\s*)?$/u.exec(before)
  if (!colon) return null
  const at = listStart - before.length
  const sentence = Math.max(
    before.lastIndexOf('. ', colon.index) + 2,
    before.lastIndexOf('; ', colon.index) + 2,
    0,
  )
  const words = before.slice(sentence < 2 ? 0 : sentence, colon.index)
  const offset = at + (sentence < 2 ? 0 : sentence)
  const rate = /(?<!\p{L})(?:tỷ lệ|tỉ lệ) /u.exec(words)
  const start = rate ? rate.index + rate[0].length : 0
  const subject: Span = { start: offset + start, end: offset + words.length }
  return page.text
    .slice(subject.start, subject.end)
    .replace(/ (?:cao|thấp|lớn|tốt|cao nhất|thấp nhất|như sau|như)$/u, '')
    .trim()
}
