// The annotated web pages of ../shared/corpus, read and scored. For the test and for bench/html-quality.ts.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VanthuRecord } from '../../src/model.ts'
import { decodeText } from '../../src/parse/charset.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { readDocument } from '../../src/parse/read-document.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon } from '../support/page.ts'
import { type PageFacts, type PageScore, scorePage } from './html-score.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpus')

export const corpusIsThere: boolean = existsSync(join(corpus, 'html'))

export type ScoredPage = {
  name: string
  facts: PageFacts
  record: VanthuRecord
  score: PageScore
  /** Time of reading the page, extraction not included. */
  ms: number
}

/** Every annotated page, or those with `part` in their name. Empty where the corpus is absent. */
export async function scoredPages(part = ''): Promise<ScoredPage[]> {
  if (!corpusIsThere) return []
  const annotated: Record<string, PageFacts> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'html-annotations.json'), 'utf8'),
  )
  const pages: ScoredPage[] = []
  for (const [name, facts] of Object.entries(annotated)) {
    if (!name.includes(part)) continue
    const bytes = readFileSync(join(corpus, name.endsWith('.doc') ? 'doc' : 'html', name))
    const start = performance.now()
    const parsed = await readDocument({ bytes, name, limits: defaultLimits, progress() {} })
    const ms = performance.now() - start
    const source = {
      name,
      sha256: '0'.repeat(64),
      mediaType: parsed.mediaType,
      bytes: bytes.length,
    }
    const record = makeRecord(parsed, source, lexicon)
    pages.push({ name, facts, record, score: scorePage(record, facts, decodeText(bytes).text), ms })
  }
  return pages
}
