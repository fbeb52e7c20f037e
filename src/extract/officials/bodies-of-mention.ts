// Bodies that a sentence names apart from the title they belong to.
//
//   Tiểu ban Văn kiện do ông A làm Trưởng tiểu ban        before the person, as what he heads
//   Phòng Nội vụ X (đ/c A, Trưởng phòng) · Huyện ủy X có Bí thư A   before the person, where the title leads such bodies
//   Đại biểu A - Đoàn ĐBQH tỉnh B · Giám đốc A (Sở C)      after the person, whose title stands before the name

import { keyOf } from '../../text/fold.ts'
import { isCapitalised } from '../names.ts'
import { type OrganisationSpan, readOrganisation } from '../organisations.ts'
import type { Page } from '../page.ts'
import { type PositionSpan, startsTitle } from '../positions.ts'

/** The body in brackets or after a dash behind a name, up to a sign; null where none stands there. */
export function bodyAfterName(page: Page, index: number): OrganisationSpan | null {
  const { tokens, lexicon } = page
  const sign = tokens[index]?.text
  if ((sign !== '-' && sign !== '(') || !isCapitalised(page, index + 1)) return null
  if (startsTitle(page, index + 1)) return null
  if (!lexicon.organisationHeads.longestAt(tokens, index + 1)) return null
  const body = readOrganisation(page, index + 1, true)
  const after = body ? (tokens[body.nextToken]?.text ?? '\n') : null
  if (!body || after === null) return null
  return (sign === '(' ? after === ')' : /^[,.;\n]$/u.test(after)) ? body : null
}

/** How far before a person the body may stand that he is said to head, in tokens. */
const farthest = 60

const headed = /(?:^|phó )(?:trưởng (ban|tiểu ban|nhóm|đoàn)|(tổ) trưởng)$/u

/** Gives titles such as "Trưởng ban" after "làm" the body named before the person, from token `first` backwards. */
export function giveLedBody(page: Page, first: number, positions: readonly PositionSpan[]): void {
  for (const position of positions) {
    const match = position.organisation
      ? null
      : headed.exec(page.key.slice(position.start, position.end))
    const unit = match?.[1] ?? match?.[2]
    if (unit) position.organisation = ledBody(page, first, unit)
  }
}

/** "Ban Chỉ đạo … gồm 26 người, trong đó", "Tiểu ban Điều lệ Đảng do": the nearest body of a kind in the sentence. */
function ledBody(page: Page, first: number, unit: string): OrganisationSpan | null {
  const { tokens } = page
  const word = unit.split(' ').at(-1)
  let end = first
  for (let i = first - 1; i >= 0 && i > first - farthest; i--) {
    const text = tokens[i]?.text ?? '.'
    if (/^[.;:\n]$/u.test(text)) return null
    if (/^(?:do|gồm|trong)$/u.test(text)) end = i
    if (text !== word || end === first || !startsBody(page, i, unit)) continue
    const from = tokens[i - 1]?.text === 'tiểu' ? i - 1 : i
    const last = tokens[end - 1]?.text === ',' ? end - 1 : end
    if (last - from < 2) return null
    return {
      start: tokens[from]?.start ?? 0,
      end: tokens[last - 1]?.end ?? 0,
      nextToken: last,
      head: unit,
      bare: false,
      provinceId: null,
      openLocality: null,
      locality: null,
    }
  }
  return null
}

/** "ban" begins a body where it is a capital, or a task follows: "ban chỉ đạo", "tổ công tác", not "ban hành". */
function startsBody(page: Page, index: number, unit: string): boolean {
  const next = page.tokens[index + 1]?.text ?? ''
  const before = page.tokens[index - 1]?.text
  if (before === 'uỷ' || before === 'ban' || before === 'trưởng') return false
  if (before === 'tiểu') return true
  return (
    unit !== 'tiểu ban' &&
    (isCapitalised(page, index) || /^(?:chỉ|tổ|công|soạn|vận|quản|điều|giúp)$/u.test(next))
  )
}

/** Tokens that a body before a bracket has at most. */
const longestBody = 20
const staff = /^(?:chuyên viên(?: chính)?|cán bộ|nhân viên|văn thư|kế toán|công chức)$/u

/**
 * Gives titles without a body the one right before a person in brackets, or before "có" and the title, from token `first`
 * backwards: where they lead bodies of that kind, or are of its staff.
 */
export function giveBodyBefore(
  page: Page,
  first: number,
  positions: readonly PositionSpan[],
): void {
  const open = positions.filter((p) => !p.organisation && !p.impliedBody)
  const sign = page.tokens[first - 1]?.text
  if (open.length === 0 || (sign !== '(' && sign !== 'có')) return
  const body = bodyUpTo(page, first - 1)
  if (!body) return
  const rows = page.lexicon.organisationHeads.get(body.head)
  const led = rows.flatMap(({ head, deputy }) => [head, deputy].map((held) => keyOf(held ?? '')))
  for (const position of open) {
    const title = keyOf(position.title)
    if (led.includes(title) || (sign === '(' && staff.test(title))) position.organisation = body
  }
}

/** The body with a name that ends right before a token; null where none does. */
function bodyUpTo(page: Page, end: number): OrganisationSpan | null {
  const { tokens, lexicon } = page
  for (let i = Math.max(0, end - longestBody); i < end; i++) {
    if (!isCapitalised(page, i) || !lexicon.organisationHeads.longestAt(tokens, i)) continue
    const body = readOrganisation(page, i, true)
    if (body?.nextToken === end && !body.bare) return body
  }
  return null
}
