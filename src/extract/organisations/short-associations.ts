// "Tỉnh hội", "Thành hội", "Huyện hội": the association of a place, called by its level alone.
import { isCapitalised } from '../names.ts'
import type { Page } from '../page.ts'

const level = new Set(['tỉnh', 'thành', 'huyện', 'quận'])
/** "UBND tỉnh hội đàm", "tỉnh Hội thảo", "trở thành hội viên": other words that begin with the syllable. */
const otherWord =
  /^(?:đàm|kiến|nghị|thảo|đồng|ý|họp|chợ|trường|thi|diễn|tụ|nhập|viên|đủ|ngộ|tỏ|quán|hè|hoạ|xuân|làng|chẩn)$/u

/** Tokens of the short name of an association at an index: two, or none. */
export function shortAssociationLength(page: Page, index: number): number {
  const first = page.tokens[index]
  const second = page.tokens[index + 1]
  if (!first || second?.text !== 'hội' || !level.has(first.text)) return 0
  if (second.start - first.end !== 1) return 0
  if (otherWord.test(page.tokens[index + 2]?.text ?? '')) return 0
  // "UBND tỉnh Hội Nông dân" are two bodies, "Nguyễn Thành Hội" is a person.
  if (!isCapitalised(page, index + 1)) return 2
  return first.text === 'thành' || isCapitalised(page, index + 2) ? 0 : 2
}
