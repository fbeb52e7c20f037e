// What the lines above a citation say of it: "Căn cứ Luật …; ⏎ Nghị định số …;", "Bãi bỏ các văn bản sau đây: ⏎ 1. Thông tư số …".
import type { Citation } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { type Doer, namesItself } from './doer.ts'

export type Relation = Citation['relation']

/** A citation in its sentence: where its words begin (`head`), and the span no relation reaches out of. */
export type Placed = Span & { head: number; scope: Span }

/** A line that opens so is based on all it lists. */
export const opensBased =
  /^[\s(+*-]*(?:\d{1,2}[.)] |[a-zđ]\) )?(?:- )?(?:- )?căn cứ (?!những|tình hình|để)/u
/** "Bãi bỏ các văn bản sau đây:", "Các Thông tư sau hết hiệu lực kể từ ngày …:". */
const announces =
  /(?<!được )(?:(thay thế)|(bãi bỏ|huỷ bỏ)|(sửa đổi, bổ sung))(?: toàn bộ| một số điều của)? các (?:văn bản|thông tư|nghị định|quyết định|nghị quyết)[^;:]{0,80}:$|(các (?:văn bản|thông tư|nghị định|quyết định|nghị quyết)[^;:]{0,60} hết hiệu lực[^;:]{0,120}):$/u
const announcedRelations: readonly Relation[] = ['replaces', 'repeals', 'amends', 'repeals']
const documentLine =
  /^[\s(+*-]*(?:luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn) /u
/** A line holds nothing but its mark before the citation. */
export const marker = /^[\s(+*-]*(?:\d{1,2}[.)]|[a-zđ]\))? ?(?:- )?$/u
const itemStart = /^[\s(+*-]*(?:\d{1,2}[.)]|[a-zđ]\)|[-+*])/u

/** True where a line opens with its document and goes on from a line with "Căn cứ": "Căn cứ Luật …; ⏎ Nghị định số …;". */
export function isInPreamble(page: Page, { scope, head }: Placed): boolean {
  let at = scope.start
  if (!marker.test(page.key.slice(at, Math.min(head, at + 12))) || head - at > 12) return false
  for (let i = 0; i < 20; i++) {
    const above = spanAt(page.blocks, at - 1) ?? spanAt(page.blocks, at - 2)
    if (!above || above.start >= at) return false
    if (!/[;,]\s*$/u.test(page.key.slice(Math.max(above.start, above.end - 3), above.end)))
      return false
    const line = page.key.slice(above.start, above.start + 60)
    if (opensBased.test(line)) return true
    if (!documentLine.test(line)) return false
    at = above.start
  }
  return false
}

/** What the line with a colon above a list says of its items; "mentions" where it says nothing sure. */
export function announced(page: Page, doer: Doer, start: number): Relation {
  let at = start
  for (let i = 0; i < 20; i++) {
    const above = spanAt(page.blocks, at - 1) ?? spanAt(page.blocks, at - 2)
    if (!above || above.start >= at) return 'mentions'
    const line = page.key.slice(above.start, above.end).trimEnd()
    if (line.endsWith(':')) {
      const said = announces.exec(line.slice(-240))
      if (!doer.enacts && !namesItself(doer, line.slice(-240), true)) return 'mentions'
      const verb = [1, 2, 3, 4].find((group) => said?.[group] !== undefined)
      return verb === undefined ? 'mentions' : (announcedRelations[verb - 1] ?? 'mentions')
    }
    if (!itemStart.test(line)) return 'mentions'
    at = above.start
  }
  return 'mentions'
}
