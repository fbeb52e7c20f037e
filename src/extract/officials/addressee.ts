// Whom somebody reports to or answers, named by the office before the speaker: "Báo cáo Phó Thủ tướng, Bí thư Tỉnh ủy X
// Nguyễn Văn A cho biết" says that A is Bí thư, not Phó Thủ tướng.
import type { Page } from '../page.ts'
import type { PositionSpan } from '../positions.ts'

const speaking = /^(?:báo cáo|trả lời|giải trình|kính thưa|thưa|trao đổi)$/u
const to = /^(?:với|cùng|lên|tới|đến|trước)$/u
/** "Thực hiện chỉ đạo của Thủ tướng, Bộ trưởng Bộ X Nguyễn Văn A cho biết": whoever speaks next is another one. */
const highest =
  /^(?:(?:phó )?thủ tướng(?: chính phủ)?|tổng bí thư|chủ tịch nước|chủ tịch quốc hội|đại biểu(?: quốc hội)?)$/u
const adverb = /^(?:thì|đã|cũng|còn|đều|cho)$/u

/**
 * The token after the comma behind the office that is spoken to, where title words read as `run` from token `first` are
 * followed by a name that ends before token `end` and speaks; null where the first office is the speaker's as well.
 */
export function pastAddressee(
  page: Page,
  first: number,
  run: readonly PositionSpan[],
  end: number,
): number | null {
  const { tokens } = page
  const [spokenTo, own] = run
  if (!spokenTo || !own || tokens[spokenTo.nextToken]?.text !== ',') return null
  const last = to.test(tokens[first - 1]?.text ?? '') ? first - 1 : first
  const [before, second] = [tokens[last - 2]?.text ?? '', tokens[last - 1]?.text ?? '']
  const verb = speaking.test(`${before} ${second}`)
    ? last - 2
    : speaking.test(second)
      ? last - 1
      : -1
  const national = second === 'của' && highest.test(page.key.slice(spokenTo.start, spokenTo.end))
  // In the middle of a sentence the speaker stands before the verb: "Ông B báo cáo Phó Chủ tịch, Trưởng ban Nguyễn Văn A".
  const begins = verb >= 0 && /^[\n.,;:"“!?…]$/u.test(tokens[verb - 1]?.text ?? '\n')
  if (!begins && !national) return null
  const says = adverb.test(tokens[end]?.text ?? '') ? end + 1 : end
  return page.lexicon.reportingVerbs.longestAt(tokens, says) ||
    page.lexicon.reportingVerbs.longestAt(tokens, end)
    ? spokenTo.nextToken + 1
    : null
}
