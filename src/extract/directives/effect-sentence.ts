// The words on a paper itself that run on from its last order and are none: "… thực hiện Chỉ thị này. | Chỉ thị này có hiệu
// lực kể từ ngày ký và thay thế Chỉ thị số 02".
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'

const effect =
  /[.;]\s+\(?(?:chỉ thị|quyết định|nghị quyết|thông báo|công văn|kế hoạch|văn bản|quy chế|quy định|hướng dẫn|công điện|kết luận|chương trình|thông tư|nghị định) này (?:có hiệu lực|có giá trị|thay thế|bãi bỏ|áp dụng từ|(?:đã )?được (?:hđnd|hội đồng|phổ biến|thông qua|ban hành))/u
/** UTF-16 units of an order before it. */
const shortest = 20

/** Where an order ends before a sentence on the effect of its paper; its own end where none follows. */
export function beforeEffect(page: Page, { start, end }: Span): number {
  const key = page.key.slice(start, end)
  const at = key.includes(' này ') ? effect.exec(key)?.index : undefined
  return at === undefined || at < shortest ? end : start + at + 1
}
