// The facts of a document with the place that each was read at: type, number, issuer, place and day of issue, signers,
// title, publication.
import type { MappedPage } from '../../extract/make-page.ts'
import type { VanthuRecord } from '../../model.ts'
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import { decideType } from '../document-type.ts'
import type { Finding } from '../explain.ts'
import { meaningOf } from './rules.ts'

/** One finding a fact that the record has. Facts that stand in no one place have none. */
export function factsOf(page: MappedPage, record: VanthuRecord): Finding[] {
  const found: Finding[] = []
  const add = (
    name: string,
    value: string | null,
    rule: string,
    at: Span | null,
    evidence: string | null = null,
  ) => {
    if (value === null) return
    const span = at && page.toSource(at)
    found.push({
      type: 'facts',
      start: span?.start ?? null,
      end: span?.end ?? null,
      text: span ? record.text.slice(span.start, span.end) : null,
      rule,
      confidence: null,
      value: `${name}: ${value}`,
      why: meaningOf(rule),
      evidence: evidence ?? (at && page.text.slice(at.start, at.end)),
    })
  }
  const { header, blocks } = page
  const titled = blocks.filter((b) => b.zone === 'title')
  const title = spanOfAll(titled)
  const type = decideType(page, record.title)
  const own = type.rule === 'type-line' || type.rule === 'type-own-line' ? title : null
  add('title', record.title, 'title-lines', title)
  add('type', record.documentType, type.rule, own, type.evidence)
  if (header) {
    const head = spanOfAll(blocks.filter((b) => b.index <= header.lastLine)) ?? title
    const issuer = placeOf(page, header.issuer, head)
    const above = [header.superior, header.issuer, header.issuedAt].filter(Boolean).join(' · ')
    const dateline = blocks.find((b) => b.index === header.dateline) ?? null
    add('number', record.number, 'header-number', placeOf(page, header.number, head))
    add('issuer', record.issuer, 'header-issuer', issuer, above)
    add('issued at', record.issuedAt, 'header-dateline', dateline)
    add('issued on', record.issuedOn, 'header-dateline', dateline)
  }
  const shown = blocks.find((b) => b.zone === 'dateline') ?? null
  add('published', record.publishedAt, 'publication-line', shown, shown ? null : record.publishedAt)
  for (const { name, capacity, title: held } of record.signers) {
    const start = page.key.lastIndexOf(keyOf(name))
    const at = start < 0 ? null : { start, end: start + name.length }
    add('signer', [name, capacity, held].filter(Boolean).join(', '), 'signature', at)
  }
  return found
}

function spanOfAll(blocks: readonly Span[]): Span | null {
  const [first, last] = [blocks[0], blocks.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** Where words stand inside a span, whatever space, line ends and case part them there and here; null where they do not. */
function placeOf(page: MappedPage, words: string | null, within: Span | null): Span | null {
  const letters = [...keyOf(words ?? '').replace(/\s/gu, '')]
  if (!within || letters.length === 0) return null
  const pattern = letters.map((c) => c.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&')).join('\\s*')
  const match = new RegExp(pattern, 'u').exec(page.key.slice(within.start, within.end))
  if (!match) return null
  const start = within.start + match.index
  return { start, end: start + match[0].length }
}
