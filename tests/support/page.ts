// Pages for finder tests: every line of the text is a block.
import { makePage } from '../../src/extract/make-page.ts'
import type { Facts, Page } from '../../src/extract/page.ts'
import { loadLexicon } from '../../src/lexicon/load.ts'
import type { ParsedDocument, Zone } from '../../src/model.ts'

export const lexicon = loadLexicon()

/** A parsed document whose blocks are the lines of `text`. */
export function parsedOf(text: string, metadata: ParsedDocument['metadata'] = {}): ParsedDocument {
  const blocks: ParsedDocument['blocks'] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim()) blocks.push({ start: at, end: at + line.length, kind: 'paragraph' })
    at += line.length + 1
  }
  return {
    version: 1,
    parser: 'test/1',
    mediaType: 'text/plain',
    text,
    blocks,
    metadata,
    warnings: [],
    partial: false,
  }
}

/** A page of one zone (body unless said otherwise) with the facts given. */
export function pageOf(text: string, options: { facts?: Partial<Facts>; zone?: Zone } = {}): Page {
  const page = makePage(parsedOf(text), lexicon)
  return {
    ...page,
    blocks: page.blocks.map((block) => ({ ...block, zone: options.zone ?? 'body' })),
    facts: { publishedAt: null, issuedOn: null, schoolYears: [], ...options.facts },
  }
}

/** Takes the `[[…]]` marks out of a text; gives the text and the marked words. */
export function unmarked(marked: string): { text: string; spans: string[] } {
  const spans = [...marked.matchAll(/\[\[([\s\S]*?)\]\]/g)].map((m) => m[1] ?? '')
  return { text: marked.replace(/\[\[|\]\]/g, ''), spans }
}
