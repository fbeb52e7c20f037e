// Whom somebody acts for, named by the office before the one who acts: "Thừa ủy quyền của Chủ tịch UBND tỉnh X, đồng chí
// Nguyễn Văn A trao Bằng khen" says nothing of what A is.
import type { Page } from '../page.ts'
import type { PositionSpan } from '../positions.ts'

/** Words right before the office, at the end of the text before it; of "ủy quyền Giám đốc" the "quyền" is read as the title's. */
const actingFor =
  /(?:^|[^\p{L}])(?:(?:thừa|theo|được|sự|do) (?:lệnh|(?:sự )?(?:uỷ(?: quyền)?|uỷ nhiệm)(?: của)?)|thay mặt(?: cho)?|nhân danh|(?:theo|trên cơ sở) (?:sự )?đề nghị của|sự chứng kiến của)(?: (?:đồng chí|đ\/c|ông|bà))? $/u
/** Characters that the words take at most. */
const longest = 48

/**
 * The token after the comma behind the office that somebody acts for, where title words read as `run` begin with it; null
 * where they say who the person is.
 */
export function pastOfficeActedFor(page: Page, run: readonly PositionSpan[]): number | null {
  const [office] = run
  if (!office || page.tokens[office.nextToken]?.text !== ',') return null
  return actingFor.test(page.key.slice(Math.max(0, office.start - longest), office.start))
    ? office.nextToken + 1
    : null
}
