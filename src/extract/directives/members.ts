// The members of a list of bodies and people.
import { keyOf } from '../../text/fold.ts'
import { chargedHead } from './bodies.ts'
import { eachOfSort } from './one-sort.ts'
import { mostOfMember } from './subject-end.ts'

const bareQuantifier = /^(?:các|những|mọi|ban|tổ|cấp|ngành|hội|đoàn|người)$/iu

/** "…, Ngân hàng A, Ngân hàng B có nhiệm vụ tiếp nhận": of one or of all, the words do not settle. */
const attributed = / (?:có nhiệm vụ|có chức năng) /u

/** What is part of others: the bodies after it are those, not further ones. */
const within = /^(?:các )?(?:phòng|bộ phận|cơ quan|đơn vị|tổ chức)(?:,| ).* thuộc /iu
/** "… thuộc: A, B, C", "… của các cơ quan: A, B": what follows belongs to what stands before. */
const belonging = /(?<!\p{L})(?:thuộc|của (?:các )?(?:cơ quan|đơn vị|bộ|ngành|sở)): [^:;]*$/iu
const above = /^(?:ngân hàng|bảo hiểm xã hội|tổng công ty)(?!\p{L})/iu

/** A name from a heading in capitals, as it is written elsewhere; short forms stay. */
function fromCapitals(name: string): string {
  if (/\p{Ll}/u.test(name) || name.length < 9) return name
  return name.slice(0, 1) + name.slice(1).toLowerCase()
}

/** A body in small letters with words of its own, that begins another name of a list: "…, cơ quan thuế, ngân hàng". */
const ownBody =
  /^(?:cơ quan (?!ngang|thuộc|trực thuộc|có |liên quan|khác|đơn vị|và |hoặc |này|đó|báo chí|thông tấn)\p{L}+|uỷ ban \p{L}+|ngân hàng|kho bạc|chi bộ \p{L}+)(?!\p{L})/u
/** Those who work together with the one before "cùng": "đồng chí A cùng tập thể lãnh đạo Phòng B". */
const beside =
  /^(?:tập thể|toàn thể|lãnh đạo|hội đồng|cấp uỷ|ban giám hiệu|đội ngũ|cán bộ|thủ trưởng)(?: \p{L}|, chính quyền)/u
/** What stands before it must be a whole name, too: "các cơ quan, …" goes on. */
const ownName = /\p{L} \p{L}+ \p{L}/u
/** Where a line of a cell ended: "Các đơn vị thuộc Bộ / Vụ Pháp chế". */
export const lineOfCell =
  /(?<=(?:^| )thuộc (?:Bộ|Sở|Cục|Tổng cục)) (?=(?:Vụ|Cục|Văn phòng|Thanh tra|Phòng|Trung tâm|Ban) )/u

/** A person by name, and the office that is told after the name. */
const person = /^(?:ông|bà|đồng chí|đ\/c) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){1,4}$/iu
const office =
  /^(?:Phó|Chủ tịch|Giám đốc|Trưởng|Bí thư|Hiệu trưởng|Chánh|Uỷ viên|Ủy viên)(?!\p{L})/u

/** How a name ends that was cut. */
const cut = / (?:(?<!trực )thuộc|của|các|những|và|với|cho|về|tại|trong|theo|đến|phạm vi)$/iu

/** A name without the spaces and marks around it. */
function withoutMarks(name: string): string {
  return name.replace(/^[\s,;:(-]+|[\s,;:(-]+$/gu, '')
}

/** "Sở Kế hoạch và Đầu tư, Sở Tài chính và các huyện" parted where another body begins, never inside a name. */
export function membersOf(text: string): string[] {
  const members: string[] = []
  const key = keyOf(text)
  let from = 0
  for (const m of text.matchAll(/[,;] (?:và )?| và | cùng (?:với )?/gu)) {
    // Whom brackets name are those before them.
    if (text.lastIndexOf('(', m.index) > text.lastIndexOf(')', m.index)) continue
    // "các Bộ: Thông tin và Truyền thông, Công an": one of the ministries, not a body beside them.
    if (
      /(?:bộ|sở|ngành): [^:;]*$/iu.test(text.slice(from, m.index)) &&
      /^Công an(?:$|[,;]| và)/u.test(text.slice(m.index + m[0].length))
    )
      continue
    if (m[0] !== '; ' && belonging.test(text.slice(from, m.index))) continue
    const to = m.index + m[0].length
    const after = text.slice(to)
    // "đồng chí Nguyễn Văn An, Phó Chủ tịch": who that is.
    if (m[0] === ', ' && person.test(text.slice(from, m.index)) && office.test(after)) continue
    const opens =
      (m[0].startsWith(' cùng ') && beside.test(key.slice(to, to + 40))) ||
      (m[0] === ', ' && /^người \p{L}/u.test(after) && /^(?:các |những )?người /iu.test(text)) ||
      (/^[,;]/u.test(m[0]) &&
        ownBody.test(key.slice(to, to + 40)) &&
        ownName.test(text.slice(from, m.index))) ||
      (/^(?:các |toàn thể |\p{Lu}|thủ trưởng|thành viên \p{Lu}|giám đốc|chủ tịch|hiệu trưởng|những |người đứng đầu |ông \p{Lu}|bà \p{Lu}|đồng chí \p{Lu})/u.test(
        after,
      ) &&
        chargedHead.test(key.slice(to, to + 60)) &&
        !/^(?:(?:Ban|Ngành|Phòng|Đoàn|Sở|Bộ|Cục|Vụ|Viện)(?:[,;]| *$| và | có )|Ban[- ][Nn]gành|các cấp(?![ ]uỷ| chính quyền)|Công chức|Viên chức|Cán bộ quản lý giáo dục|Viễn thông(?! \p{Lu}| tỉnh))/u.test(
          after,
        ))
    if (!opens) continue
    members.push(text.slice(from, m.index))
    from = to
  }
  members.push(text.slice(from))
  // "Cục Công nghệ thông tin, Bộ Giáo dục và Đào tạo" is one of a ministry.
  const [part = '', whole = ''] = members
  if (members.length === 2 && /^(?:Cục|Vụ) /u.test(part) && /^Bộ /u.test(whole))
    members.splice(0, 2, text)
  const names = members
    .map((m) =>
      m
        .trimEnd()
        .replace(/^Mời | (?:cùng )?(?:tham gia|vào|đến|ra|có)$/gu, '')
        .replace(/ ?\([^)]*$/u, '')
        .replace(m.length < mostOfMember ? /$^/u : / ?\([^)]*\)/gu, ''),
    )
    .map(withoutMarks)
    .filter((m) => m.length > 1 && m.length < mostOfMember && !bareQuantifier.test(m))
  // "các đơn vị chức năng thuộc": where a name is cut, none is sure.
  const unsure = (m: string) => cut.test(m) || (names.length > 1 && attributed.test(m))
  // "Phòng Kiểm soát thuộc Bảo hiểm xã hội Việt Nam, Ngân hàng A": one of each of them.
  if (within.test(names[0] ?? '') && names.slice(1).some((m) => above.test(m)))
    return [withoutMarks(text)]
  return names.some(unsure) ? [] : names.map(fromCapitals).flatMap(eachOfSort)
}
