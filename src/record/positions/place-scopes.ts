// News of several places, one after the other: "* Tại Hà Nội: …", "* Tại Nghệ An: …". What is left out in a part of it
// ("Thành ủy", "UBND tỉnh", "Sở Y tế") is of the place the part begins with, and no part says anything of another one.
import type { Span } from '../../text/view.ts'
import type { Context, Host } from '../context.ts'
import { firstFrom } from '../nearby.ts'

/** A part of the text with the province it is of; offsets in the view. */
export type PlaceScope = Span & Host

const scopes = new WeakMap<Context, PlaceScope[]>()

/** The part of several that holds an offset of the view; null in a document of one place, and between the parts. */
export function placeScopeAt(context: Context, at: number): PlaceScope | null {
  const parts = scopesOf(context)
  const next = firstFrom(parts, at + 1)
  const part = parts[next - 1]
  return part && at < part.end ? part : null
}

/** Where parts are looked up that belong together: the part, or the whole text of a document without parts. */
export const scopeOrAll = (context: Context, at: number): Span =>
  placeScopeAt(context, at) ?? { start: 0, end: context.page.text.length }

/** What may stand before the name: a mark, "Tại", a word for a province. */
const opening = /^(?:[*•+–-] ?|\d{1,2}[.)] ?)?(?:tại|ở) (?:tỉnh |thành phố |tp\.? ?)?$/u
/** Characters that the opening has at most. */
const longestOpening = 30

function scopesOf(context: Context): PlaceScope[] {
  let known = scopes.get(context)
  if (known) return known
  const { page, provinces } = context
  const opened: Array<PlaceScope & { colon: boolean }> = []
  for (const { start, end, value } of provinces) {
    const sign = page.key.charAt(end)
    if (sign !== ':' && sign !== ',') continue
    const block = context.blockAt(start)
    const near = Math.max(block.start, start - longestOpening)
    const line = near + page.key.slice(near, start).lastIndexOf('\n') + 1
    if (!opening.test(page.key.slice(line, start))) continue
    opened.push({
      start: line,
      end: block.end,
      provinceId: value.id,
      evidence: page.text.slice(start, end),
      colon: sign === ':',
    })
  }
  const several = new Set(opened.map(({ provinceId }) => provinceId)).size > 1
  known = several ? opened : []
  // After a colon the part goes on over paragraphs, up to the next one; after a comma it is the paragraph.
  for (const [i, part] of opened.entries()) {
    const next = opened[i + 1]?.start ?? page.text.length
    part.end = part.colon ? next : Math.min(part.end, next)
  }
  scopes.set(context, known)
  return known
}
