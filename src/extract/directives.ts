// What somebody with authority tells others to do, or a body resolves to do (DOMAIN: numbered items, lettered items,
// unnumbered paragraphs announced by a count, clauses after "thống nhất:", orders inside a sentence, rows of a table).
//
// The blocks are walked once with a small state: which kind of directive has been announced, by whom, and how far.
import { decline } from './decline.ts'
import {
  announcedBy,
  countAnnounced,
  endsForm,
  isNormative,
  isSectionLine,
  opensForm,
  planBegins,
  reportKind,
  sectionOf,
  unannouncedList,
} from './directives/announcements.ts'
import {
  type Announced,
  announcement,
  type DirectiveFound,
  documentIssuer,
  withoutDuplicates,
} from './directives/found.ts'
import { startsImperative } from './directives/imperative.ts'
import { inlineItems } from './directives/inline-items.ts'
import { introducedKind, listsThings } from './directives/introducers.ts'
import { articleOf, itemOf, takeAttribute, withParagraphs } from './directives/items.ts'
import { paragraphsOf } from './directives/paragraphs.ts'
import { type Going, ordersIn } from './directives/sentence-orders.ts'
import { issuerBefore } from './directives/speaker.ts'
import { tableTasks } from './directives/table-tasks.ts'
import { type MarkerStyle, markerOf } from './markers.ts'
import type { Annotation, Page } from './page.ts'

export type { DirectiveFound } from './directives/found.ts'

const skippedZones = new Set([
  'caption',
  'byline',
  'boilerplate',
  'header',
  'footer',
  'signature',
  'title',
  'dateline',
  'table',
])

/** Blanks of a form, and how many lines after one still belong to it. */
const blanks = /\.{6}|…{3}|(?:…\.|\.…){2}|_{5}/u
const blankReach = 3

/** All directives of a page, in order of place. */
export function findDirectives(page: Page): Annotation<DirectiveFound>[] {
  const told = planBegins(page)
  const blocks = page.blocks.filter((b) => !skippedZones.has(b.zone) && b.start >= told)
  for (const block of page.blocks)
    if (block.start < told && !skippedZones.has(block.zone))
      decline(
        page,
        block,
        'before-the-plan',
        'A report on what was done; what is to come begins below.',
      )
  const found = tableTasks(page)
  const count = countAnnounced(page)
  const normative = isNormative(page)
  let announced: Announced | null = null
  let suppressed = false
  /** In a form or a specimen. */
  let form = false
  /** Index of the last line with blanks to fill in. */
  let blank = Number.NEGATIVE_INFINITY
  /** Under "… bao gồm:": the style of the items that list things; "next" before the first one. */
  let things: MarkerStyle | 'next' | null = null
  /** An order of the paragraph before, which may go on in this one. */
  let going: Going | null = null
  /** The last marked item, of which the lines below may say who and when. */
  let last: Annotation<DirectiveFound> | null = null
  /** Blocks before this index belong to an item already. */
  let consumed = 0
  for (const [i, block] of blocks.entries()) {
    if (i < consumed) continue
    const text = page.text.slice(block.start, block.end)
    const key = page.key.slice(block.start, block.end)
    const marker = markerOf(text)
    if (opensForm(text, key)) form = true
    else if (endsForm(key)) form = false
    if (blanks.test(text)) blank = i
    if (form || (marker && i - blank <= blankReach)) {
      if (form) announced = null
      decline(page, block, 'form', 'It stands in a form or a specimen.')
      continue
    }
    if (things) {
      things =
        marker !== null && (things === 'next' || things === marker.style) ? marker.style : null
      if (things) {
        decline(page, block, 'list-of-things', 'One of a list of things, papers or conditions.')
        continue
      }
    }
    // "Bộ Y tế có trách nhiệm:" over the items that say for what.
    if (
      announced &&
      !marker &&
      /(?:có|chịu) (?:các |những )?(?:trách nhiệm|nhiệm vụ)[^:]{0,60}:$/u.test(key)
    )
      announced.owner = text.replace(/[:\s]+$/u, '')
    if (listsThings(key) && (marker || announced)) {
      things = 'next'
      if (!marker || !startsImperative(page, block.start + marker.length, block.end)) continue
    }
    if (/^nơi nhận\s?:?/u.test(key)) {
      // Who the document goes to, where the signature was not made out.
      announced = null
      suppressed = true
      continue
    }
    const section = sectionOf(page, block, text, marker, normative)
    if (
      section !== null &&
      !(announced && announced.by === 'introducer' && marker && marker.style !== 'roman')
    ) {
      suppressed = section === 'none'
      announced =
        section === 'none'
          ? null
          : announcement(
              reportKind(page, section),
              documentIssuer(page) ??
                (section === 'resolution' ? issuerBefore(page, block.start, block.end) : null),
              'section',
              { evidence: text, owner: text.slice(marker?.length ?? 0).replace(/[:.\s]+$/u, '') },
            )
      if (text.length < 140) continue
    }
    // A new part that says nothing of tasks ends the one before: "III. KINH PHÍ THỰC HIỆN".
    if (section === null && marker?.style === 'roman' && isSectionLine(block, text, marker)) {
      announced = null
      continue
    }
    if (last && announced && takeAttribute(page, block, last)) continue
    if (suppressed && !marker && /(?:phát biểu|kết luận|yêu cầu|chỉ đạo)|^đề nghị/u.test(key))
      suppressed = false
    if (marker && !announced && !suppressed && !normative) {
      announced = unannouncedList(page, blocks, i, marker)
      if (!announced)
        decline(
          page,
          block,
          'list-unannounced',
          'A marked line in a list that nothing announces as orders.',
        )
    }
    if (marker && announced) {
      const item = itemOf(page, blocks, i, marker, announced, normative)
      if (item === 'end') announced = null
      else {
        if (item) {
          consumed = withParagraphs(page, blocks, i, item)
          found.push(item)
          last = item
        }
        const nested = introducedKind(key)
        if (nested && announced.kind !== nested && nested !== 'task')
          announced = { ...announced, kind: nested }
        continue
      }
    }
    if (marker?.style === 'article') {
      const article = articleOf(page, block, marker)
      if (article) found.push(article)
      continue
    }
    if (!marker && announced && !suppressed) {
      const paragraphs = paragraphsOf(page, block, announced)
      if (paragraphs.length > 0) {
        found.push(...paragraphs)
        last = paragraphs.at(-1) ?? last
        if (announced.left !== null) announced.left--
        continue
      }
      if (announced.by !== 'section') announced = null
    }
    if (suppressed) {
      decline(
        page,
        block,
        'section-of-results',
        'It stands under a heading of results, grounds or matters of form.',
      )
      continue
    }
    const inline = marker || normative ? null : inlineItems(page, block, going?.issuer ?? null)
    if (inline) {
      const before = ordersIn(page, { ...block, end: inline.start }, going)
      const after = ordersIn(page, { ...block, start: inline.end }, null)
      found.push(...before.found, ...inline.items, ...after.found)
      going = after.going
      continue
    }
    const orders = ordersIn(page, block, going, normative)
    going = orders.going
    const next = announcedBy(
      page,
      block,
      count !== null && announced === null ? count : null,
      normative,
    )
    // The sentence that announces a list or counted paragraphs is their introduction, not one more.
    const announcing = next?.by === 'introducer' ? block.end - 3 : Number.POSITIVE_INFINITY
    if (next?.by !== 'count') found.push(...orders.found.filter((o) => o.end < announcing))
    if (next) announced = next
  }
  return withoutDuplicates(found)
}
