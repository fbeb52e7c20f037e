// Several orders of one sentence, each with its own addressee: "… chỉ đạo Sở Du lịch …; giao Trung tâm Bảo tồn …; đề nghị
// Hiệp hội Du lịch …".
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import { chargedHead } from './bodies.ts'
import type { DirectiveFound } from './found.ts'
import { isGivenTo } from './given-to.ts'
import { orderOf } from './order-in-sentence.ts'
import { ofOwnSubjects } from './own-subjects.ts'
import type { Speaker } from './speaker.ts'
import { statedDuty } from './stated-duties.ts'

const further =
  /(?:; (?:và |đồng thời,? |cùng với đó,? )?|, đồng thời,? |, (?=giao ))(?:cũng )?(giao(?: nhiệm vụ)?|đề nghị|yêu cầu|phân công|chỉ đạo|chỉ thị|kiến nghị)(?: cho)? (?=\p{L})/gu
/** The verb of a further order, which is no part of it: the first order in a sentence goes without its verb, too. */
const verb =
  /^(?:và |đồng thời,? |cùng với đó,? )?(?:cũng )?(?:giao(?: nhiệm vụ)?|đề nghị|yêu cầu|phân công|chỉ đạo|chỉ thị)(?: cho)? /u
/** UTF-16 units of whom an order is given to. */
const mostOfName = 60
/** UTF-16 units of words between an order and the one after it. */
const shortest = 20
/** Orders of one sentence. */
const most = 8

/** The orders of a sentence in order of place; none where the sentence orders nothing. Speakers as for one order. */
export function ordersOf(
  page: Page,
  sentence: Span,
  spoken: Speaker | null,
  normative: boolean,
  meant: Speaker | null = null,
): Annotation<DirectiveFound>[] {
  const whole = orderOf(page, sentence, spoken, normative, meant)
  if (normative) return whole ? [whole] : []
  if (!whole) {
    const duty = statedDuty(page, sentence, meant)
    return duty ? ofOwnSubjects(page, duty) : []
  }
  const found: Annotation<DirectiveFound>[] = []
  let start = sentence.start
  let last = whole
  for (const { at, object } of furtherIn(page, { start: whole.start, end: sentence.end })) {
    const next = orderOf(page, { start: at, end: sentence.end }, last.value.issuer, false)
    const before =
      next && orderOf(page, { start, end: at }, spokenBefore(found, spoken), false, meant)
    if (!next || !before || next.value.assignees.length === 0) continue
    // A later verb orders, and this one does not.
    if (next.start > object) continue
    found.push(found.length > 0 ? withoutVerb(page, before) : before)
    start = at
    last = next
  }
  const orders = [...found, found.length > 0 ? withoutVerb(page, last) : last]
  return orders.flatMap((order) => ofOwnSubjects(page, order))
}

/** Who the orders before one are of; `spoken` before the first. */
function spokenBefore(
  found: readonly Annotation<DirectiveFound>[],
  spoken: Speaker | null,
): Speaker | null {
  return found.at(-1)?.value.issuer ?? spoken
}

/** Where further orders begin, after the mark before them, and whom they are given to. */
function furtherIn(page: Page, span: Span): Array<{ at: number; object: number }> {
  const key = page.key.slice(span.start, span.end)
  const found: Array<{ at: number; object: number }> = []
  for (const match of key.matchAll(further)) {
    const order = match[1] ?? ''
    const whom = key.slice(match.index + match[0].length)
    const given = order.startsWith('giao')
      ? isGivenTo(whom)
      : chargedHead.test(whom.slice(0, mostOfName))
    // "yêu cầu UBND huyện …; chỉ đạo các xã …" is one task of the district.
    const own = !order.startsWith('chỉ ') || match[0].includes('đồng thời')
    if (!given || !own || match.index < shortest) continue
    const at = span.start + match.index
    found.push({ at: at + 2, object: at + match[0].length })
    if (found.length === most) break
  }
  return found
}

/** A further order without its verb; a petition keeps it. */
function withoutVerb(page: Page, order: Annotation<DirectiveFound>): Annotation<DirectiveFound> {
  if (order.value.kind === 'petition') return order
  const length = verb.exec(page.key.slice(order.start, order.end))?.[0].length ?? 0
  return { ...order, start: order.start + length }
}
