// What somebody with authority tells others to do, or a body resolves to do (DOMAIN: numbered items, lettered items,
// unnumbered paragraphs announced by a count, clauses after "thống nhất:", orders inside a sentence, rows of a table).
//
// The blocks are walked once with a small state: which kind of directive has been announced, by whom, and how far.
import { decline } from './decline.ts'
import {
  announcedBy,
  countAnnounced,
  endsForm,
  isHeadingOf,
  isNormative,
  isSectionLine,
  isStudy,
  opensForm,
  planBegins,
  reportKind,
  sectionOf,
  speakerAbove,
  unannouncedList,
} from './directives/announcements.ts'
import { articleOf, chargedUnder, titledHolders } from './directives/articles.ts'
import { unitOf } from './directives/assignees.ts'
import { hasBlanks } from './directives/blanks.ts'
import { captionsBegin } from './directives/closing-captions.ts'
import { orderingIssuer } from './directives/concluded-by.ts'
import {
  type Announced,
  announcement,
  type DirectiveFound,
  withoutDuplicates,
} from './directives/found.ts'
import { startsImperative } from './directives/imperative.ts'
import { inlineItems } from './directives/inline-items.ts'
import { introducedKind, listsThings, opensLessons, runsOn } from './directives/introducers.ts'
import { takeAttribute, withParagraphs } from './directives/item-extent.ts'
import { itemOf } from './directives/items.ts'
import { blocksToRead } from './directives/marked-blocks.ts'
import { nameHolders } from './directives/office-holder.ts'
import { markOwnWork } from './directives/own-work.ts'
import { depthOf, holdersOf, openLine, ownersAt, ownersUnder } from './directives/owners.ts'
import { paragraphsOf } from './directives/paragraphs.ts'
import { isLettered, opensPart } from './directives/parts.ts'
import { type Going, ordersIn } from './directives/sentence-orders.ts'
import { issuerBefore, type Speaker } from './directives/speaker.ts'
import { withSpeech } from './directives/speech.ts'
import { tableTasks } from './directives/table-tasks.ts'
import type { MarkerStyle } from './markers.ts'
import type { Annotation, Page } from './page.ts'

export type { DirectiveFound } from './directives/found.ts'

/** The end of words over a list. */
const opensList = /(?<!\p{L})sau(?: đây)?\s?:$/u

/** How many lines after one with blanks still belong to its form. */
const blankReach = 3

/** All directives of a page, in order of place. */
export function findDirectives(page: Page): Annotation<DirectiveFound>[] {
  const blocks = blocksToRead(page, planBegins(page), captionsBegin(page))
  let found = tableTasks(page)
  const count = countAnnounced(page)
  const normative = isNormative(page)
  let announced: Announced | null = null
  let suppressed = false
  /** What a lettered part announces, also for the sections with Roman numerals in it. */
  let part: Announced | null = null
  /** Under lessons drawn from the past, up to the next section. */
  let lessons = false
  /** In a form or a specimen. */
  let form = false
  /** Those whom the title of an article names: "Điều 5. Kiểm soát viên cao cấp" over "2. Nhiệm vụ". */
  let holders: readonly string[] = []
  /** How deep the last marker stood. */
  let depth = 0
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
    const { marker } = block
    /** Who spoke in the list right above. */
    let meant: Speaker | null = null
    if (marker) depth = depthOf(marker)
    if (opensForm(text, key)) form = true
    else if (form && endsForm(key)) form = false
    if (hasBlanks(text)) blank = i
    if (form || (marker && i - blank <= blankReach)) {
      if (form) announced = null
      decline(page, block, 'form', 'It stands in a form or a specimen.')
      continue
    }
    if (things) {
      // A line that goes on from the one above.
      if (!marker && things !== 'next' && runsOn(page, block)) continue
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
      key.endsWith(':') &&
      /(?:có|chịu) (?:các |những )?(?:trách nhiệm|nhiệm vụ)[^:]{0,60}:$/u.test(key)
    ) {
      const line = text.replace(/[:\s]+$/u, '')
      const unit = unitOf(line)
      const named = unit.length > 0 ? unit : holdersOf(line)
      if (named.length > 0) openLine(announced.levels, depth, named)
    }
    // "2. Sở Y tế, UBND các huyện:" names those whose tasks follow.
    const names =
      marker !== null && key.endsWith(':') && unitOf(text.slice(marker.length)).length > 0
    if (!names && (marker || announced) && listsThings(key)) {
      things = 'next'
      if (!marker || !startsImperative(page, block.start + marker.length, block.end)) continue
    }
    if (key.startsWith('nơi nhận')) {
      // Who the document goes to, where the signature was not made out.
      announced = null
      suppressed = true
      continue
    }
    if (marker?.style === 'article') holders = titledHolders(text.slice(marker.length))
    const section = sectionOf(page, block, text, marker, normative)
    lessons =
      (lessons && section === null && !isHeadingOf(block, text, marker)) || opensLessons(key)
    if (lessons) {
      announced = null
      decline(page, block, 'lesson', 'A lesson drawn from what was done.')
      continue
    }
    if (
      section !== null &&
      !(announced?.by === 'introducer' && marker && !/^(?:roman|article)$/u.test(marker.style))
    ) {
      suppressed = section === 'none'
      announced =
        section === 'none'
          ? null
          : announcement(
              reportKind(page, section),
              orderingIssuer(page) ??
                (section === 'resolution' ? issuerBefore(page, block.start, block.end) : null),
              'section',
              { evidence: text, owners: ownersUnder(page, block, marker, announced, holders) },
            )
      if (!marker) part = opensPart(text, blocks[i + 1]?.marker ?? null) ? announced : null
      if (text.length < 140) continue
    }
    if (section === null && !marker && isLettered(text) && isSectionLine(block, text, marker)) {
      // What a part passed on to its sections ends with it.
      if (part && announced !== part && announced?.by === 'section') announced = null
      part = null
    }
    // A new part that says nothing of tasks ends the one before: "III. KINH PHÍ THỰC HIỆN".
    if (section === null && marker?.style === 'roman' && isSectionLine(block, text, marker)) {
      // "II. Các Liên đoàn Lao động tỉnh; Công đoàn ngành Trung ương:" says whose tasks stand below.
      const owners = ownersUnder(page, block, marker, null)
      if (part) {
        const { kind, issuer } = part
        suppressed = false
        announced = announcement(kind, issuer, 'section', {
          evidence: text,
          owners: owners.length > 0 ? owners : part.owners,
        })
        continue
      }
      announced =
        owners.length > 0 && !normative && /:$/u.test(key)
          ? announcement('task', orderingIssuer(page), 'section', { evidence: text, owners })
          : null
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
      announced.issuer ??= speakerAbove(page, blocks, i, marker)
      const item = itemOf(page, blocks, i, marker, announced, normative)
      if (item === 'end') announced = null
      else {
        if (item) {
          consumed = withParagraphs(page, blocks, i, item)
          if (item.end > block.end && hasBlanks(page.text.slice(block.end, item.end - 1))) {
            decline(page, item, 'form', 'The lines it goes on with are blanks to fill in.')
            continue
          }
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
      const owners = normative ? [] : chargedUnder(page, blocks, i, marker)
      if (owners.length > 0) {
        announced = announcement('task', orderingIssuer(page), 'section', {
          evidence: text,
          owners,
        })
        continue
      }
      const article = articleOf(page, block, marker, normative)
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
      if (announced.by !== 'section') {
        meant = announced.issuer
        announced = null
      }
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
    const orders = ordersIn(page, block, going, normative, meant)
    going = orders.going
    const next = announcedBy(
      page,
      block,
      count !== null && announced === null ? count : null,
      normative,
    )
    // The sentence that announces a list or counted paragraphs is their introduction, not one more.
    // Words that end in "sau:" over a list are none either, whatever they announce.
    const announcing =
      next?.by === 'introducer' || (opensList.test(key.slice(-12)) && blocks[i + 1]?.marker)
        ? block.end - 3
        : Number.POSITIVE_INFINITY
    if (next?.by !== 'count') found.push(...orders.found.filter((o) => o.end < announcing))
    if (next) {
      // "2. Nhiệm vụ của Trưởng khối" > "… thực hiện các nhiệm vụ sau:" charges whom the heading names.
      if (announced && next.owners.length === 0 && next.addressees.length === 0)
        next.owners = ownersAt(announced.levels, announced.owners)
      announced = next
    }
  }
  if (!normative) found = withSpeech(page, blocks, found)
  if (!normative) markOwnWork(found)
  nameHolders(page, found)
  if (!isStudy(page, normative)) return withoutDuplicates(found)
  return withoutDuplicates(found).filter(
    (d) =>
      d.value.kind !== 'task' ||
      // "Chánh Văn phòng giao cho Phòng Văn thư …" is a step of what is described.
      (d.rule === 'order-in-sentence' &&
        d.value.assignees.length > 0 &&
        !page.key.startsWith('giao cho ', d.start - 9)) ||
      decline(page, d, 'description', 'A study says what an office or a system does.'),
  )
}
