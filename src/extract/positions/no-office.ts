// Titles that are no office of their own, and words of a title that say what somebody does.
import { isCapitalised } from '../names.ts'
import type { OrganisationSpan } from '../organisations.ts'
import type { Page } from '../page.ts'

const notOffices =
  /^(?:công chức|viên chức|cán bộ|cán sự|đảng viên|giáo viên|giảng viên|học sinh|sinh viên|thành viên|phóng viên|thư ký toà soạn|nhân viên|công nhân|người dân|già làng)/u

/** True for a title that names an office: not for "giáo viên", "chuyên viên", "thành viên" of anything but a board. */
export const isOffice = (titleKey: string, body: OrganisationSpan | null): boolean =>
  !notOffices.test(titleKey) || sitsOnBoard(titleKey, body)

/** "Thành viên Hội đồng Quản trị": a seat on a board, which other members do not have. */
const sitsOnBoard = (titleKey: string, body: OrganisationSpan | null): boolean =>
  body !== null &&
  /^thành viên(?: độc lập)?$/u.test(titleKey) &&
  /^(?:hội đồng (?:quản trị|thành viên|trường)|hđqt|hđtv|ban kiểm soát)$/u.test(body.head)

const alsoDeed = /^(?:quản lý khu vực|giám sát bán hàng)$/u

/** "Ông A giám sát bán hàng ở chợ", "…, quản lý khu vực chợ": what somebody does, in the words of a title. */
export function isDeed(page: Page, first: number, next: number): boolean {
  const { tokens } = page
  if (isCapitalised(page, first)) return false
  if (!alsoDeed.test(page.key.slice(tokens[first]?.start, tokens[next - 1]?.end))) return false
  const sign = /^[,;:()\n-]$/u
  const ends = sign.test(tokens[next]?.text ?? '\n') || isCapitalised(page, next)
  return !sign.test(tokens[first - 1]?.text ?? '\n') || !ends
}
