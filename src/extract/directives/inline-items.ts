// Items inside one paragraph: "Giám đốc Sở yêu cầu: (1) Rà soát …; (2) Bổ sung …; (3) Báo cáo …", "… một là, …; hai là, …".

import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import type { Annotation, Page, ZonedBlock } from '../page.ts'
import { sentencesOf } from '../sentences.ts'
import { speakerIn } from './announcements.ts'
import { assigneesOf } from './assignees.ts'
import { orderingIssuer } from './concluded-by.ts'
import type { DirectiveFound } from './found.ts'
import { hasOrder, isReport, startsImperative } from './imperative.ts'
import { introducedKind } from './introducers.ts'
import { itemKind } from './item-kind.ts'
import { addresseesIn } from './owners.ts'
import { mayOrder } from './sibling-items.ts'
import { issuerWords, type Speaker } from './speaker.ts'

const ones = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const ordinals = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const letters = [...'abcdđeghiklmnopq']

/** Each sort of marker with its place in the sequence, and what the first of them holds. */
const sorts: Array<{ first: string; pattern: RegExp; place: (text: string) => number }> = [
  { first: '1)', pattern: /(?<=[\s;:,.]|^)\(?(\d{1,2})\) ?(?=\p{L})/gu, place: Number },
  {
    first: 'a)',
    pattern: /(?<=[\s;:,.]|^)\(?([a-zđ])\) ?(?=\p{L})/gu,
    place: (t) => letters.indexOf(t) + 1,
  },
  {
    first: 'một là',
    pattern: /(?<=[;:,.] |^)(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là,? ?/gu,
    place: (t) => ones.indexOf(t) + 1,
  },
  {
    first: 'thứ nhất',
    pattern: /(?<=[;:,.] |^)thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười),? (?:là,? )?/gu,
    place: (t) => ordinals.indexOf(t) + 1,
  },
]

/** What ends a sentence that says how many items follow: "4 vấn đề.", "ba nhiệm vụ trọng tâm sau." */
const counting =
  /(?<![\p{L}\d])(?:\d{1,2}|một số|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:nhóm )?(?:nhiệm vụ|giải pháp|nội dung|vấn đề|yêu cầu|việc|biện pháp|công việc|điểm)(?: (?:lớn|chính|sau|sau đây|cụ thể|trọng tâm|chủ yếu|quan trọng|cơ bản|then chốt|như sau|trên)){0,3}\.$/u

type Mark = { at: number; end: number; number: string }

/** The items of a paragraph with the sentence that announces them. */
export type InlineItems = Span & { items: Annotation<DirectiveFound>[] }

/** Items of a paragraph where the words before the first one order or announce; null where there are fewer than two. */
export function inlineItems(
  page: Page,
  block: ZonedBlock,
  spoken: Speaker | null,
): InlineItems | null {
  const key = page.key.slice(block.start, block.end)
  const marks = sorts.map((sort) => sequence(key, sort)).find((found) => found.length >= 2)
  const first = marks?.[0]
  if (!marks || !first || first.at < 8) return null
  const head = { start: block.start, end: block.start + first.at }
  const announcing = sentencesOf(page.text, head).at(-1) ?? head
  const words = page.key.slice(announcing.start, announcing.end).trim()
  // "… quan tâm 4 vấn đề. Một là, …": a count announces as a colon does.
  const sentence = counting.test(words) ? `${words.slice(0, -1)}:` : words
  const speaks =
    /(?::|(?:yêu cầu|đề nghị|giao|chỉ đạo|thống nhất|nhiệm vụ|giải pháp|sau|sau đây),?)$/u
  const kind = introducedKind(/:$/u.test(sentence) ? sentence : `${sentence}:`)
  if (!kind || kind === 'objective' || !speaks.test(sentence) || isReport(sentence))
    return decline(
      page,
      block,
      'inline-unannounced',
      'Numbered parts that the words before them do not announce as orders.',
    )
  const end = lastEnd(page, block, marks)
  const spans = marks.map((mark, i) => ({
    number: mark.number,
    start: block.start + mark.end,
    end: block.start + (marks[i + 1]?.at ?? end),
  }))
  const addressees = addresseesIn(page, announcing)
  const orders = spans.filter(
    (s) =>
      startsImperative(page, s.start, s.end) ||
      hasOrder(page.key.slice(s.start, Math.min(s.end, s.start + 60))) ||
      // What somebody is told to do is an order, whatever its verb.
      (addressees.length > 0 && mayOrder(page.key.slice(s.start, s.end))),
  )
  if (orders.length < spans.length * 0.6)
    return decline(
      page,
      block,
      'inline-without-orders',
      'Numbered parts of which too few open with a verb of order.',
    )
  const issuer = speakerIn(page, announcing) ?? spoken ?? orderingIssuer(page)
  const items = spans.flatMap(({ number, start, end: stop }) => {
    const text = page.text
      .slice(start, stop)
      .trimEnd()
      .replace(/(?<=[\s;,])và$/u, '')
      .replace(/(?<![\s;,])[\s;,]+$/u, '')
      .replace(/\.\/\.?$|(?<=…)\/\.$/u, '')
    const own = itemKind(
      page.key.slice(start, start + text.length),
      kind,
      issuer && issuerWords(page, issuer),
    )
    if (own === null || text.length < 12) return []
    return {
      start,
      end: start + text.length,
      rule: 'inline-item',
      confidence: 0.85,
      evidence: page.text.slice(announcing.start, announcing.end),
      value: {
        number,
        kind: own,
        issuer,
        assignees: assigneesOf(text, [], addressees),
        times: [],
      },
    }
  })
  return { start: announcing.start, end: block.start + end, items }
}

/** Where the last item ends: with its sentence where the others end at semicolons, else with the paragraph. */
function lastEnd(page: Page, block: ZonedBlock, marks: readonly Mark[]): number {
  const last = marks.at(-1)
  const before = last && page.key.slice(block.start, block.start + last.at).trimEnd()
  if (!last || !before || /[.!]$/u.test(before)) return block.end - block.start
  const sentence = sentencesOf(page.text, { start: block.start + last.end, end: block.end })[0]
  return (sentence?.end ?? block.end) - block.start
}

/** Markers of one sort that count up from 1; one out of turn ("(2)" of a reference) is passed over. */
function sequence(key: string, { first, pattern, place }: (typeof sorts)[number]): Mark[] {
  const marks: Mark[] = []
  if (!key.includes(first)) return marks
  for (const m of matchesOf(key, pattern)) {
    if (place(m[1] ?? '') !== marks.length + 1) continue
    const digits = /\d|^[a-zđ]$/u.test(m[1] ?? '')
    marks.push({
      at: m.index,
      end: m.index + m[0].length,
      number: digits ? (m[1] ?? '') : String(marks.length + 1),
    })
  }
  return marks
}
