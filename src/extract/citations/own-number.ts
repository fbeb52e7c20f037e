// The document's own number is no citation, wherever it returns.
import { numberKeyOf } from '../document-number.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { lawBefore } from './law-name.ts'
import type { NumberInText } from './numbers-in-text.ts'

/** How many blocks a header may take, columns flattened. */
const headerBlocks = 30

/** A text that opens with its type and issuer names itself: "Quyết định / của Bộ trưởng Bộ Tài chính số 1141-TC/QĐ/CĐKT". */
const namesItself =
  /^(?:nghị quyết|quyết định|chỉ thị|thông tư|nghị định|thông báo|kế hoạch|hướng dẫn|báo cáo|tờ trình|công điện|kết luận|quy định|chương trình|lệnh|luật)(?:\s+của [^.;:,\d]{3,90}\s|\n)số:? ?$/u
/** A line of the header: "Luật số: 06/2022/QH15". */
const lawLine = /^(?:luật|bộ luật|pháp lệnh|nghị quyết|lệnh) số:? ?$/u
/**
 * The document's own number: that of its header, and what stands after "Số:" without a noun in its first blocks
 * ("Số: 255/TTr-SNV   Bình Thuận, ngày 22 tháng 01 năm 2025", both columns in one line).
 */
export function ownNumbers(page: Page, named: readonly NumberInText[]): ReadonlySet<string> {
  const own = new Set<string>()
  if (page.header?.number) own.add(numberKeyOf(page.header.number))
  const end = page.header ? (page.blocks[headerBlocks]?.start ?? page.text.length) : 0
  const first = named.find(
    ({ start, noun }) =>
      start < end &&
      noun === null &&
      lawBefore(page, start) === null &&
      // "thay thế QĐ số 14/2012/QĐ-UBND" has a noun, if a short one.
      /(?<!(?:^|[^\p{L}])(?:qđ|nq|nđ|tt|ct|cv|kh|tb|bc) )(?<!\p{L})số ?:? ?$/u.test(
        page.key.slice(Math.max(0, start - 12), start),
      ),
  )
  if (first) own.add(numberKeyOf(first.number))
  const line = named.find(({ start, end: last }) => {
    const block = start < end ? spanAt(page.blocks, start) : null
    return (
      block !== null && block.end - last <= 1 && lawLine.test(page.key.slice(block.start, start))
    )
  })
  if (line) own.add(numberKeyOf(line.number))
  // A consolidated text is signed at its end: "BỘ TÀI CHÍNH ⏎ Số: 12/VBHN-BTC ⏎ XÁC THỰC VĂN BẢN HỢP NHẤT".
  for (const { start, end: last, number } of named) {
    if (!/\/VBHN-/u.test(number)) continue
    const block = spanAt(page.blocks, start)
    if (!block || block.end - last > 2) continue
    if (/^\s*số ?: ?$/u.test(page.key.slice(block.start, start))) own.add(numberKeyOf(number))
  }
  const opening = named[0]
  if (!opening) return own
  const before = page.key.slice(0, opening.start).trimStart()
  if (namesItself.test(before)) own.add(numberKeyOf(opening.number))
  return own
}
