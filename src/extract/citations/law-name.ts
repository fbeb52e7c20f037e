// Laws whose name stands between their noun and their number: "Luật Bảo hiểm y tế số 25/2008/QH12".
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
