// What a text does with a document it cites, from the words before the citation in the same sentence.
import type { Citation } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'
import type { NumberInText } from './numbers-in-text.ts'

const signals: ReadonlyArray<readonly [Citation['relation'], RegExp]> = [
  ['replaces', /(?<!\p{L})thay thế(?: cho)?(?!\p{L})/gu],
  ['repeals', /(?<!\p{L})(?:bãi bỏ|huỷ bỏ|hết hiệu lực)(?!\p{L})/gu],
  ['amends', /(?<!\p{L})(?:sửa đổi|bổ sung|đính chính)(?!\p{L})/gu],
  ['based-on', /(?<!\p{L})(?:căn cứ|trên cơ sở)(?!\p{L})/gu],
  ['implements', /(?<!\p{L})(?:thực hiện|triển khai|quán triệt|thi hành|cụ thể hoá)(?!\p{L})/gu],
]
const after: ReadonlyArray<readonly [Citation['relation'], RegExp]> = [
  ['repeals', /^[^.;]{0,160}?(?<!\p{L})hết hiệu lực(?!\p{L})/u],
]
/** How far before the number a signal may stand, in UTF-16 units. */
const reach = 220

/** The relation of a citation; "mentions" where nothing else is said. */
export function relationBefore(
  page: Page,
  sentence: Span,
  cited: Pick<NumberInText, 'start' | 'end' | 'head'>,
): Citation['relation'] {
  const from = Math.max(sentence.start, cited.head - reach)
  const before = page.key.slice(from, cited.head)
  // A line that opens with "Căn cứ" is based on what it names, titles and all.
  if (
    /^[\s(+*-]*(?:\d+[.)] )?căn cứ/u.test(page.key.slice(sentence.start, sentence.start + 24)) &&
    cited.start - sentence.start < 400
  )
    return 'based-on'
  const clause = before.split(/(?<=;) /u).at(-1) ?? before
  let best: { relation: Citation['relation']; at: number } | null = null
  for (const [relation, pattern] of signals)
    for (const m of clause.matchAll(pattern))
      if (!best || m.index > best.at) best = { relation, at: m.index }
  for (const [relation, pattern] of after)
    if (pattern.test(page.key.slice(cited.end, Math.min(sentence.end, cited.end + 200))))
      return relation
  return best?.relation ?? 'mentions'
}
