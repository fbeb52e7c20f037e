// Orders inside running text, sentence by sentence: clauses after a colon, an order with its object, plans, and what carries
// the order of the sentence before on ("… Tổ chức tốt …. Tiếp tục …").
import type { DirectiveKind } from '../../model.ts'
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import type { Annotation, Page, ZonedBlock } from '../page.ts'
import { spansIn } from '../sentences.ts'
import { assigneesOf } from './assignees.ts'
import { clausesOf } from './clauses.ts'
import type { DirectiveFound } from './found.ts'
import { goesOn, mustAct, tells } from './goes-on.ts'
import { isDone, isNarrative, isReport, openerLength } from './imperative.ts'
import { isNoDirective, isOutside } from './item-kind.ts'
import { ordersOf } from './orders-of-sentence.ts'
import { datedLink } from './paragraphs.ts'
import { planOf } from './plan-sentence.ts'
import { issuerBefore, type Speaker } from './speaker.ts'
import { unmarked } from './unmarked.ts'

/** An order whose speaker may go on in the next sentence; `left` paragraphs may pass without one. */
export type Going = { kind: DirectiveKind; issuer: Speaker | null; left: number }

const patience = 3
const draft = /(?<!\p{L})dự thảo(?!\p{L})/u

/**
 * Orders, resolutions, objectives and plans in the sentences of one block. `before` is what the block above left open;
 * `meant` the speaker of the list right above, whom "Đồng chí cũng yêu cầu …" means.
 */
export function ordersIn(
  page: Page,
  block: ZonedBlock,
  before: Going | null,
  normative = false,
  meant: Speaker | null = null,
): { found: Annotation<DirectiveFound>[]; going: Going | null } {
  const found: Annotation<DirectiveFound>[] = []
  let going = before && before.left > 0 ? before : null
  for (const sentence of spansIn(page.sentences, block)) {
    const key = page.key.slice(sentence.start, sentence.end)
    const clauses = normative ? [] : clausesOf(page, sentence)
    if (clauses.length > 0) {
      found.push(...clauses)
      const last = clauses.at(-1)
      going = last ? { kind: last.value.kind, issuer: last.value.issuer, left: patience } : going
      continue
    }
    // "Lực lượng công an tăng cường rà soát và yêu cầu …" is told to ask.
    const told = going?.kind === 'task' && !normative && mustAct(page, sentence.start, sentence.end)
    const other = meant && issuerBefore(page, block.start, sentence.start)
    const orders = told
      ? []
      : ordersOf(page, sentence, going?.issuer ?? null, normative, other ? null : meant)
    const [first] = orders
    const order = orders.at(-1)
    if (first && order) {
      // "… kiến nghị Thủ tướng …. Chỉ đạo các bộ …": what follows a petition of the same one asks, too.
      if (going?.kind === 'petition' && first.value.issuer === going.issuer && first.value.issuer)
        for (const { value } of orders)
          Object.assign(value, {
            kind: 'petition',
            assignees: value === first.value ? [] : value.assignees,
          })
      found.push(...orders)
      // What a draft asks for is told, and so is what stands below.
      going = draft.test(keyOf(order.evidence ?? ''))
        ? null
        : { kind: carriedFrom(order), issuer: order.value.issuer, left: patience }
      continue
    }
    const plan = normative ? null : planOf(page, sentence)
    if (plan) {
      found.push(plan)
      going = { kind: 'plan', issuer: plan.value.issuer, left: 0 }
      continue
    }
    // "… Huy động các lực lượng …", "Các đơn vị liên quan có trách nhiệm …": the order goes on in the next sentence.
    if (
      going &&
      !normative &&
      !isNoDirective(key, going.kind) &&
      key.length > 15 &&
      !isReport(key) &&
      !isNarrative(key) &&
      !isHeadline(page, block, sentence) &&
      !/^(?:(?:quy hoạch|đầu tư|phân cấp|đánh giá|đào tạo) (?:cần|phải|là|này)(?!\p{L})|(?:đề xuất|kiến nghị): )/u.test(
        key,
      ) &&
      goesOn(page, sentence, key, {
        sameBlock: found.length > 0,
        task: going.kind === 'task',
        next: going.left === patience && found.length > 0,
        near: going.left === patience,
      })
    ) {
      const start = sentence.start + openerLength(key)
      const kind = carriedKind(going.kind, page.key.slice(start, sentence.end))
      // "Bộ Quốc phòng sẽ xem xét …": whoever will do it says so.
      const own = kind === 'plan' && going.kind !== 'plan' ? willDo(page, sentence) : null
      const before = found.at(-1)
      const named = own ? [] : assigneesOf(page.text.slice(start, sentence.end), [])
      found.push(
        unmarked(
          page,
          { start, end: sentence.end },
          kind,
          own ?? going.issuer,
          'continued-order',
          0.7,
          // "… yêu cầu Đoàn Thanh tra …. Đồng thời, hạn chế …" is for the same.
          named.length === 0 && before && alsoFor.test(key) && !own
            ? before.value.assignees
            : named,
        ),
      )
      if (going.kind !== 'plan')
        going = {
          ...going,
          kind: kind === 'objective' ? going.kind : kind,
          left: kind === 'plan' ? 0 : patience,
        }
      continue
    }
    if (page.declined) declineSentence(page, sentence, key)
    if (!going) continue
    // "Trong đó, đã tổ chức …": what was done ends an order that went on.
    if (isDone(key)) going = null
    else if (found.length > 0 && !/^["“]/u.test(key))
      going = { ...going, left: tells(key) ? 0 : going.left - 1 }
  }
  if (going && found.length === 0) going = { ...going, left: going.left - 1 }
  return { found, going }
}

/** What goes on after an order: a government that asked an assembly goes on to order its own. */
function carriedFrom({ value }: Annotation<DirectiveFound>): DirectiveKind {
  const [asked = ''] = value.assignees
  return value.issuer && isOutside(keyOf(value.issuer.text), keyOf(asked)) ? 'task' : value.kind
}

/** What a sentence that carries an order on is by its own words: "Bộ sẽ xem xét …" is a plan, "Phấn đấu …" an aim. */
function carriedKind(kind: DirectiveKind, key: string): DirectiveKind {
  if (/^[^.;:]{0,400}(?<!\p{L})sẽ (?=\p{L})/u.test(key)) return 'plan'
  return /^phấn đấu(?!\p{L})/u.test(key) ? 'objective' : kind
}

const alsoFor = /^(?:đồng thời|trong đó),? /u

/** Who "sẽ" do something: the subject before that word; null where none is named. */
function willDo(page: Page, sentence: Span): Speaker | null {
  const at = page.key.slice(sentence.start, sentence.end).search(/(?<!\p{L})sẽ (?=\p{L})/u)
  return at > 0 ? issuerBefore(page, sentence.start, sentence.start + at) : null
}

/** Notes a sentence that orders, resolves and plans nothing. */
function declineSentence(page: Page, sentence: Span, key: string): void {
  if (isReport(key))
    decline(page, sentence, 'achievement', 'It tells what was done or how things stand.')
  else if (isNarrative(key))
    decline(page, sentence, 'narrative', 'It tells what somebody says or does; nobody is ordered.')
  else
    decline(
      page,
      sentence,
      'no-order',
      'No order to anybody, no resolution, aim or plan, and it carries no order on.',
    )
}

/** A short line without a stop, as between the paragraphs of an article: "Lập mới hai thị trấn". */
function isHeadline(page: Page, block: ZonedBlock, sentence: Span): boolean {
  if (datedLink.test(page.key.slice(sentence.end - 20, sentence.end))) return true
  return (
    sentence.start === block.start &&
    sentence.end === block.end &&
    block.end - block.start < 80 &&
    /[\p{L}\d)]$/u.test(page.text.slice(sentence.start, sentence.end))
  )
}
