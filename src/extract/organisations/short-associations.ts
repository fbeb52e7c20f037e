// "Tỉnh hội", "Thành hội", "Huyện hội": the association of a place, called by its level alone.
import { isCapitalised } from '../names.ts'
import type { Page } from '../page.ts'

const level = /^(?:tỉnh|thành|huyện|quận)$/u
/** "UBND tỉnh hội đàm", "tỉnh Hội thảo", "trở thành hội viên": other words that begin with the syllable. */
const otherWord =
  /^(?:đàm|kiến|nghị|thảo|đồng|ý|họp|chợ|trường|thi|diễn|tụ|nhập|viên|đủ|ngộ|tỏ|quán|hè|hoạ|xuân|làng|chẩn)$/u

/** Tokens of the short name of an association at an index: two, or none. */
export function shortAssociationLength(page: Page, index: number): number {
  const [first, second, third] = page.tokens.slice(index, index + 3)
  if (!first || !level.test(first.text) || second?.text !== 'hội') return 0
  if (second.start - first.end !== 1 || otherWord.test(third?.text ?? '')) return 0
  // "UBND tỉnh Hội Nông dân" are two bodies, "Nguyễn Thành Hội" is a person.
  if (!isCapitalised(page, index + 1)) return 2
  return first.text === 'thành' || isCapitalised(page, index + 2) ? 0 : 2
}
