// The type of a document: the type line of an official document, else its number's code, else what the page is; where
// these say nothing, a Bayes classifier trained on dictionaries/document-type-examples.tsv.
import { parseDocumentNumber } from '../extract/document-number.ts'
import { typeLine, typeNames, typeOnly } from '../extract/header.ts'
import { isCapitals } from '../extract/line.ts'
import { type CoredPattern, matchesAround } from '../extract/matches-around.ts'
import { officialWords } from '../extract/official-form.ts'
import type { Page } from '../extract/page.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { type DocumentType, documentTypes } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { trainClassifier } from '../text/statistics.ts'
import { markedShare } from '../text/syllable.ts'

/** A type with the rule that gave it and the words that decided. */
export type TypeDecision = { type: DocumentType; rule: string; evidence: string | null }

/** The type of a page. */
export function documentTypeOf(page: Page, title: string | null): DocumentType {
  return decideType(page, title).type
}

/** Decides the type of a page, and says why. */
export function decideType(page: Page, title: string | null): TypeDecision {
  const decided = (type: DocumentType, rule: string, evidence: string | null = null) => ({
    type,
    rule,
    evidence,
  })
  const titleKey = keyOf(title ?? '')
  if (page.header) {
    const noun = typeLine.exec(titleKey)?.[0].trim()
    const row = noun ? page.lexicon.documentTypes.nouns.get(noun)[0] : undefined
    if (row) return decided(row.type, 'type-line', noun)
    const number = page.header.number ? parseDocumentNumber(page.header.number, page.lexicon) : null
    if (number?.type) return decided(number.type, 'type-of-number', number.number)
    if (
      /^v\/v|^về việc|^công văn(?!\p{L})/u.test(titleKey) ||
      page.key.slice(0, 2000).includes('kính gửi')
    )
      return decided('official-letter', 'type-of-letter')
    return decided('other', 'type-unnamed')
  }
  // An archive is only the names of its files, a message whatever its writer makes of it.
  if (['application/zip', 'message/rfc822'].includes(page.parsed.mediaType))
    return decided('other', 'type-container', page.parsed.mediaType)
  // "BIÊN BẢN" on a line of its own under the site's or the file's title, and the title agrees.
  const own = ownTypeLine(page, titleKey)
  if (own) return decided(own, 'type-own-line', title)
  // A paper read at a conference reports.
  const paper = opening(page).find((key) => /^(?:bài |báo cáo )?tham luận(?!\p{L})/u.test(key))
  if (paper !== undefined) return decided('report', 'type-paper', paper)
  // Asked for at the last: it looks at every paragraph.
  const saysOfficially = () =>
    officialWords(page.blocks.filter(isRead).map((b) => page.key.slice(b.start, b.end))) !== null
  // "THÔNG BÁO TUYỂN SINH …" over "Căn cứ …", also where a site shows who put it there and when.
  const noun = /^\p{Lu}/u.test(title ?? '') ? typeLine.exec(titleKey)?.[0].trim() : undefined
  const named = noun && page.lexicon.documentTypes.nouns.get(noun)[0]
  const capitals = named && title === title?.toUpperCase() ? named : undefined
  if (capitals && saysOfficially()) return decided(capitals.type, 'type-capitals', title)
  if (
    page.facts.publishedAt ||
    page.parsed.mediaType === 'text/html' ||
    page.blocks.some((b) => b.zone === 'byline' || b.zone === 'caption')
  )
    return decided('article', 'type-published', page.facts.publishedAt)
  if (capitals) return decided(capitals.type, 'type-capitals', title)
  // A table without a type of its own is none of the kinds that are told apart by their prose.
  if (/excel|spreadsheet/.test(page.parsed.mediaType))
    return decided('other', 'type-table', page.parsed.mediaType)
  if (readsAsArticle(page)) return decided('article', 'type-prose')
  const isOfficial = saysOfficially()
  const signed = page.blocks.some((b) => b.zone === 'signature')
  if (!isOfficial && !signed && !named && hasProse(page)) return decided('article', 'type-prose')
  const self = selfNamed(page)
  if (self) return decided(self.type, 'type-self-named', `${self.noun} này`)
  if (named && isOfficial) return decided(named.type, 'type-titled', title)
  return decided(classify(page), 'type-classified')
}

const isRead = (block: { zone: string }): boolean => block.zone !== 'boilerplate'

/** True where a paragraph is prose and no table, list of names or broken scan. */
function hasProse(page: Page): boolean {
  return page.blocks.some((b) => {
    if (!['body', 'lead', 'list-item'].includes(b.zone) || b.end - b.start < 80) return false
    return markedShare(page.text.slice(b.start, Math.min(b.end, b.start + 2000))) > 0.4
  })
}

const self: CoredPattern = {
  pattern: new RegExp(`(?<!\\p{L})(${typeNames}|công văn) này(?!\\p{L})`, 'gu'),
  core: new RegExp(` này(?<=(?:${typeNames}|công văn) này)`, 'g'),
  lead: Number.POSITIVE_INFINITY,
}

/** The type that a document calls itself by: "… chịu trách nhiệm thi hành Quyết định này". */
function selfNamed(page: Page): { type: DocumentType; noun: string } | null {
  const times = new Map<string, number>()
  for (const [, noun = ''] of matchesAround(page.key, self))
    times.set(noun, (times.get(noun) ?? 0) + 1)
  const noun = [...times].sort((a, b) => b[1] - a[1])[0]?.[0]
  const row = noun === undefined ? undefined : page.lexicon.documentTypes.nouns.get(noun)[0]
  return noun !== undefined && row ? { type: row.type, noun } : null
}

const opening = (page: Page): string[] =>
  page.blocks
    .filter((b) => b.zone !== 'boilerplate')
    .slice(0, 4)
    .map((b) => page.key.slice(b.start, b.end))

function ownTypeLine(page: Page, titleKey: string): DocumentType | null {
  for (const block of page.blocks.slice(0, 8)) {
    const text = page.text.slice(block.start, block.end).trim()
    const key = page.key.slice(block.start, block.end).trim()
    if (block.zone === 'boilerplate' || !typeOnly.test(key) || !isCapitals(text)) continue
    if (titleKey === key || titleKey.startsWith(`${key} `))
      return page.lexicon.documentTypes.nouns.get(key)[0]?.type ?? null
  }
  return null
}

/** Prose that reports: several paragraphs, people who speak, no numbered parts. */
function readsAsArticle(page: Page): boolean {
  const prose = page.blocks.filter(
    (b) => (b.zone === 'body' || b.zone === 'lead') && b.end - b.start > 120,
  )
  const parts = page.blocks.filter((b) =>
    /^[ivx]+\s?[.-]/u.test(page.key.slice(b.start, b.start + 6)),
  )
  const words = prose.map((b) => page.key.slice(b.start, b.end)).join(' ')
  return (
    prose.length >= 3 &&
    parts.length < 2 &&
    /cho biết|chia sẻ|phát biểu|cho hay|nhấn mạnh|khẳng định|đã tổ chức|tổ chức|diễn ra|trao tặng/u.test(
      words,
    )
  )
}

type Trained = {
  labelOf: (tokens: string[]) => string
  /** The words of the examples. */
  words: ReadonlySet<string>
}
const trained = new WeakMap<Lexicon, Trained>()

function trainedOn(lexicon: Lexicon): Trained {
  let known = trained.get(lexicon)
  if (!known) {
    const examples = lexicon.documentTypeExamples.map(({ type, text }) => ({
      words: wordsOf(keyOf(text)),
      type,
    }))
    known = {
      labelOf: trainClassifier(
        examples.map(({ words, type }) => ({ tokens: featuresOf(words), label: type })),
      ),
      words: new Set(examples.flatMap(({ words }) => words)),
    }
    trained.set(lexicon, known)
  }
  return known
}

function classify(page: Page): DocumentType {
  const { labelOf, words } = trainedOn(page.lexicon)
  const body = page.blocks
    .filter((b) => b.zone !== 'boilerplate')
    .map((b) => page.key.slice(b.start, b.end))
    .join(' ')
  const label = labelOf(featuresOf(wordsOf(body.slice(0, 1500)), words))
  return documentTypes.find((type) => type === label) ?? 'other'
}

const wordsOf = (key: string): string[] => key.match(/\p{L}+/gu) ?? []

/**
 * Words and pairs of words; given as tokens, so that natural's English stemmer has no part in it. `known`: the words that
 * say something; without it all do.
 */
function featuresOf(words: readonly string[], known?: ReadonlySet<string>): string[] {
  const features: string[] = []
  let before: string | null = null
  for (const word of words) {
    const says = known?.has(word) ?? true
    if (says) features.push(word)
    if (says && before !== null) features.push(`${before}_${word}`)
    before = says ? word : null
  }
  return features
}
