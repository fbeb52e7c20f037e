// Laws whose name stands between their noun and their number: "Luật Bảo hiểm y tế số 25/2008/QH12".
import type { DocumentType } from '../../model.ts'
import type { Page } from '../page.ts'

const lawName =
  /(?<!\p{L})(?:bộ luật|luật|pháp lệnh)(?:,? [^\s.;:\d,]{1,14}){1,24}(?: \(sửa đổi[^()]{0,24}\))?,? số $/u
/** How long such a name may be, in UTF-16 units. */
const longest = 160

/** Where the name of a law begins that ends in "số" directly before `at`; null where none does. */
export function lawBefore(page: Page, at: number): number | null {
  const from = Math.max(0, at - longest)
  if (!page.key.startsWith('số ', at - 3)) return null
  const match = lawName.exec(page.key.slice(from, at))
  return match ? from + match.index : null
}

/** The name of the law that begins at `law` and whose number begins at `at`; null for no law and for the end of a list of laws. */
export function lawNameOf(page: Page, law: number | null, at: number): string | null {
  if (law === null) return null
  const name = page.text.slice(law, at).replace(/,? số $/iu, '')
  return /, (?:bộ )?luật /iu.test(name) && !/^luật sửa đổi/iu.test(name) ? null : name
}

// A scan reads "Luật" as "Ludt" or "Luat", "số" as "so"; between "Thông tư liên bộ" and its number the ministries may stand.
const scannedLaw = /(?<!\p{L})lu[\p{L}\p{M}]{1,2}t(?: [^\s.;:\d]{1,14}){0,12} s\p{L}\s*$/u
const jointCircular = /(?<!\p{L})thông tư liên (?:bộ|tịch)(?: [^;:.()\d]{1,90})?,? số:? ?$/u

/** The type that a noun apart from its number tells; null where none does. `at` is where the number begins. */
export function typeApart(page: Page, at: number): DocumentType | null {
  const before = page.key.slice(Math.max(0, at - longest), at)
  if (!/s\p{L}:?\s*$/u.test(before)) return null
  if (jointCircular.test(before)) return 'circular'
  return scannedLaw.test(before) ? 'law' : null
}
