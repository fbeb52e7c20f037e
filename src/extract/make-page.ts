// Makes the page that finders read from a parsed document: view, zones, tokens and first facts.
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { ParsedDocument } from '../model.ts'
import { isUpper } from '../text/letters.ts'
import { viewOf } from '../text/view.ts'
import { type Token, tokensOf } from '../text/words.ts'
import { schoolYearsOf } from './dates.ts'
import { documentDay } from './document-day.ts'
import { numberSpansOf } from './document-number.ts'
import { withFootDateline } from './foot-dateline.ts'
import { headerOf } from './header.ts'
import { headlessHeaderOf } from './headless.ts'
import type { Page } from './page.ts'
import { publicationOf } from './publication.ts'
import { sentencesOf } from './sentences.ts'
import { withoutStamps } from './signature-stamp.ts'
import { zonesOf } from './zones.ts'

/** A page with the span-mapping function of its view. */
export type MappedPage = Page & { toSource: ReturnType<typeof viewOf>['toSource'] }

/** Makes a page. Pure; linear in the text. */
export function makePage(parsed: ParsedDocument, lexicon: Lexicon): MappedPage {
  const view = viewOf(parsed.text, parsed.blocks)
  const lines = withoutStamps(
    view.blocks.map((span, index) => ({
      ...span,
      index,
      text: view.text.slice(span.start, span.end),
      key: view.key.slice(span.start, span.end),
      kind: parsed.blocks[index]?.kind ?? 'paragraph',
      level: parsed.blocks[index]?.level,
      page: parsed.blocks[index]?.page,
    })),
  )
  const letterhead = headerOf(lines, lexicon)
  const publication = letterhead ? null : publicationOf(lines, parsed)
  const isPaper =
    publication === null && !['text/html', 'multipart/related'].includes(parsed.mediaType)
  const read = letterhead ?? (isPaper ? headlessHeaderOf(lines, lexicon) : null)
  const header = read && withFootDateline(read, lines)
  const blocks = zonesOf(lines, { header, publication, lexicon })
  const body = blocks
    .filter((b) => b.zone !== 'boilerplate')
    .map((b) => view.key.slice(b.start, b.end))
  const tokens = tokensOf(view.key)
  const facts = {
    publishedAt: publication?.at ?? null,
    issuedOn: header?.issuedOn ?? null,
    schoolYears: schoolYearsOf(body.join('\n')),
  }
  return {
    parsed,
    lexicon,
    text: view.text,
    key: view.key,
    blocks,
    tokens,
    ...columnsOf(tokens, view.text),
    sentences: blocks.flatMap((block) => sentencesOf(view.text, block)),
    numbers: numberSpansOf(view.text),
    facts,
    day: documentDay(facts, view.key),
    header,
    toSource: view.toSource,
  }
}

/** What is asked of tokens most often, by itself. */
function columnsOf(tokens: readonly Token[], text: string): Pick<Page, 'wordNumbers' | 'capitals'> {
  const wordNumbers = new Int32Array(tokens.length)
  const capitals = new Uint8Array(tokens.length)
  let at = 0
  for (const { start, number } of tokens) {
    wordNumbers[at] = number
    if (isUpper(text.charCodeAt(start))) capitals[at] = 1
    at++
  }
  return { wordNumbers, capitals }
}
