// A directive that no marker sets apart: a span of a sentence, trimmed to its own words.
import type { DirectiveKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import type { DirectiveFound } from './found.ts'
import type { Speaker } from './speaker.ts'

/** A directive without a marker: the words of a span, without what introduces or attributes them. */
export function unmarked(
  page: Page,
  span: Span,
  kind: DirectiveKind,
  issuer: Speaker | null,
  rule: string,
  confidence: number,
  assignees: string[] = [],
  evidence?: string,
): Annotation<DirectiveFound> {
  return {
    ...trimmed(page, span),
    rule,
    confidence,
    evidence,
    value: { number: null, kind, issuer, assignees, times: [] },
  }
}

function trimmed(page: Page, span: Span): Span {
  const text = page.text.slice(span.start, span.end)
  const marks = /^[\s,:;-]+/u.exec(text)?.[0].length ?? 0
  // The mark that opens words which are all quoted, or whose quotation goes on in the next sentence.
  const head =
    marks + (/^["“«](?=[^"”»]+(?:["”»][\s.,;]*)?$)/u.exec(text.slice(marks))?.[0].length ?? 0)
  // "…", ông Dũng nhấn mạnh. – the words around a quotation are not the order's.
  const attribution =
    /["”]\s*[,.-]?\s*(?:(?:ông|bà|đồng chí|theo|thứ trưởng|bộ trưởng|giám đốc|chủ tịch|phó)(?!\p{L})[^"”]{0,80}|[^"”]{0,60}(?:nói|nhấn mạnh|cho biết|khẳng định|đề nghị|chia sẻ|yêu cầu)[^"”]{0,20})?\.?$/iu.exec(
      text,
    )
  const quoted = attribution && !/[“"]/u.test(text.slice(head, attribution.index))
  const end = span.start + (quoted ? attribution.index : endOfWords(text))
  return { start: span.start + head, end: Math.max(span.start + head, end) }
}

/** UTF-16 length of a text without the spaces, commas and "./." at its end. */
function endOfWords(text: string): number {
  let end = text.length
  for (;;) {
    const mark = /(?:[\s;,]|\.\/\.?|(?<=…)\/\.)$/u.exec(text.slice(Math.max(0, end - 4), end))
    if (!mark) return end
    end -= mark[0].length
  }
}
