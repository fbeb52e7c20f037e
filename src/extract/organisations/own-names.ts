// The names of their own that schools, hospitals, companies bear: after people, and where a school's name ends.
//
//   Trường THPT Chuyên Lê Hồng Phong · Bệnh viện Nguyễn Tri Phương      Trường TH&THCS Tô Hiệu | kỷ niệm 20 năm
import { isCapitalised, readName } from '../names.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Page } from '../page.ts'

/** "Trường Tiểu học" without a name of its own yet: the person's name after it is the school's. */
export function takesEponym(page: Page, found: OrganisationSpan, next: number): boolean {
  const end = page.tokens[next - 1]?.end ?? found.start
  const soFar = page.key.slice(Math.max(found.start, end - 80), end)
  return namedAfterPeople.test(soFar)
}

const namedAfterPeople =
  /(?:^| )(?:trường|bệnh viện|quỹ|nhà hát|bảo tàng|công viên|thư viện|nhà văn hoá|trung tâm|thpt|thcs|công ty|ctcp|doanh nghiệp|bv|bvđk|đh|cđ|mn|ttyt|ttgdtx)(?:(?: | ?[&-] ?)(?:trường|thpt|thcs|th|đh|cđ|tiểu học|mầm non|mẫu giáo|trung học|phổ thông|cơ sở|đại học|cao đẳng|trung cấp|chuyên|năng khiếu|liên cấp|tư thục|dân lập|công lập|quốc tế|dân tộc|nội trú|bán trú|ptdtnt|ptdtbt|và|đa khoa|khuyến học|học bổng|tnhh|mtv|một thành viên|cổ phần|cp|xây dựng|tư nhân))*$/u

const kinds =
  /^(?:tư thục|dân lập|công lập|bán công|ngoài công lập|liên cấp|quốc tế|song ngữ|nội trú|bán trú|dân tộc (?:nội|bán) trú|năng khiếu|chuyên)(?= |$)/u
const firstOfKind = new Set('tư dân công bán ngoài liên quốc song nội năng chuyên'.split(' '))
const takesKind =
  /(?:^| )(?:trường|thpt|thcs|tiểu học|mầm non|mẫu giáo|trung học|phổ thông|cơ sở|bệnh viện)(?: (?:tư thục|dân lập|công lập|liên cấp|dân tộc|nội trú|bán trú))*$/u

/**
 * The token behind small words for the kind of a school, "Trường THPT tư thục Hà Huy Tập", where its own name in capitals follows;
 * `next` itself where none stand there.
 */
export function kindOfSchool(page: Page, found: OrganisationSpan, next: number): number {
  const { tokens } = page
  if (!firstOfKind.has(tokens[next]?.text ?? '') || isCapitalised(page, next)) return next
  const end = tokens[next - 1]?.end ?? found.start
  const words = tokens.slice(next, next + 4).map(({ text }) => text)
  const kind = kinds.exec(words.join(' '))?.[0]
  if (!kind || !takesKind.test(page.key.slice(Math.max(found.start, end - 80), end))) return next
  const after = next + kind.split(' ').length
  return isCapitalised(page, after) || kindOfSchool(page, found, after) > after ? after : next
}

/**
 * "Trường THPT Tô Hiệu kỷ niệm": two capitals and more behind the level of a school, or a person's name behind "Trường", are
 * its own name, after which only a place goes on.
 */
export function schoolNameEnds(page: Page, from: number, next: number): boolean {
  let first = next
  while (first > from && isCapitalised(page, first - 1)) first--
  while (first < next && levelWord.test(page.tokens[first]?.text ?? '')) first++
  const before = page.tokens[first - 1]
  if (next - first < 2 || !before || higher.test(page.tokens[first]?.text ?? '')) return false
  const words = school.exec(page.key.slice(Math.max(0, before.end - 80), before.end))?.[1]
  if (words === undefined) return false
  return words !== 'trường' || readName(page, first, false)?.nextToken === next
}

const levelWord =
  /^(?:trường|thpt|thcs|th|tiểu|học|mầm|non|mẫu|giáo|trung|phổ|thông|cơ|sở|chuyên|liên|cấp|tư|thục|dân|lập|công|tộc|nội|trú|bán|ptdtnt|ptdtbt|dtnt|năng|khiếu|quốc|tế)$/u
/** Universities and colleges are called by fields, which go on in small letters: "Trường ĐH Sư phạm kỹ thuật". */
const higher = /^(?:đh|cđ|đại|cao|hv|tc)$/u
/** The words before a school's own name. */
const school =
  /(?:^|[^\p{L}])((?:trường|thpt|thcs)(?:(?: | ?[&-] ?)(?:trường|thpt|thcs|th|tiểu học|mầm non|mẫu giáo|trung học|phổ thông|cơ sở|chuyên|liên cấp|tư thục|dân lập|công lập|dân tộc|nội trú|bán trú|ptdtnt|ptdtbt|và))*)$/u
