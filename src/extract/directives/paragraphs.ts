// Unmarked paragraphs that an announcement makes directives: "… thực hiện 7 nhiệm vụ sau:" and below it
// "Tiếp tục sắp xếp mạng lưới trường, lớp …", "Đẩy mạnh chuyển đổi số …".
import { tokensOf } from '../../text/words.ts'
import { decline } from '../decline.ts'
import { isCapitals } from '../line.ts'
import type { Annotation, Page, ZonedBlock } from '../page.ts'
import { spansIn } from '../sentences.ts'
import { assigneesOf } from './assignees.ts'
import { beforeEffect } from './effect-sentence.ts'
import { type Announced, type DirectiveFound, trimmedEnd } from './found.ts'
import { mustAct } from './goes-on.ts'
import { isReport, openerLength, startsImperative } from './imperative.ts'
import { introducedKind } from './introducers.ts'
import { itemKind } from './item-kind.ts'
import { ownersAt } from './owners.ts'
import { issuerWords } from './speaker.ts'

/** The day in brackets with which a headline in a list of links ends. */
export const datedLink = /\(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)$/u

/** Directives of an unmarked paragraph: the whole where paragraphs were announced, each order where a section was. */
export function paragraphsOf(
  page: Page,
  block: ZonedBlock,
  announced: Announced,
): Annotation<DirectiveFound>[] {
  if (announced.by !== 'section') {
    const whole = paragraphOf(page, block, announced)
    return whole ? [whole] : []
  }
  const found: Annotation<DirectiveFound>[] = []
  /** True right behind an order of the same paragraph. */
  let next = false
  for (const span of spansIn(page.sentences, block)) {
    const order = paragraphOf(page, { ...block, ...span }, announced)
    const before = found.at(-1)
    if (order) found.push(order)
    // "Dành ít nhất 20% nội dung cho …. Các báo in dành vị trí trang trọng …": it goes on with who else must.
    else if (next && before && mustAct(page, span.start, span.end, true))
      before.end = trimmedEnd(page, span.end)
    else next = false
    next ||= order !== null
  }
  return found
}

/** An unmarked paragraph, or a sentence of one, under an announcement. */
function paragraphOf(
  page: Page,
  block: ZonedBlock,
  announced: Announced,
): Annotation<DirectiveFound> | null {
  const key = page.key.slice(block.start, block.end)
  if (announced.left !== null && announced.left <= 0) return null
  if (block.zone === 'heading' || key.length < 25) return null
  if (isCapitals(page.text.slice(block.start, block.end)))
    return decline(page, block, 'heading-in-capitals', 'A heading, not an order.')
  // "Phong trào chống rác thải nhựa(30/07/2019)": a link to another article.
  if (datedLink.test(key.slice(-20)))
    return decline(page, block, 'headline', 'A headline with its day, not an order.')
  if (introducedKind(key)) return null
  const opener = openerLength(key)
  const imperative = startsImperative(page, block.start, block.end)
  // A counted paragraph may open with a typing slip: "Tếp tục tham mưu, …".
  const counted =
    !imperative &&
    announced.by === 'count' &&
    !/(?:cũng|đã) (?:giao|yêu cầu|đề nghị)/u.test(key.slice(0, 60)) &&
    nearlyImperative(page, block)
  if (!imperative && !counted)
    return decline(page, block, 'paragraph-without-order', 'It does not open with a verb of order.')
  if (isReport(key))
    return decline(page, block, 'achievement', 'It tells what was done or how things stand.')
  const kind = itemKind(
    key.slice(opener),
    announced.kind,
    announced.issuer && issuerWords(page, announced.issuer),
  )
  if (kind === null)
    return decline(
      page,
      block,
      'item-of-form',
      'Praise, or a matter of form: money, time, place, papers.',
    )
  return {
    start: block.start + opener,
    end: trimmedEnd(page, beforeEffect(page, block)),
    rule: announced.by === 'count' ? 'counted-paragraph' : 'introduced-paragraph',
    confidence: imperative ? 0.85 : 0.7,
    evidence: announced.evidence,
    value: {
      number: null,
      kind,
      issuer: announced.issuer,
      assignees: assigneesOf(
        page.text.slice(block.start + opener, block.end),
        ownersAt(announced.levels, announced.owners),
        announced.addressees,
      ),
      times: [],
    },
  }
}

/** One letter missing, added or changed in the first word of a known verb. */
function nearlyImperative(page: Page, block: ZonedBlock): boolean {
  const words = page.key.slice(block.start, block.end).split(/[ ,]/u, 2)
  const [first = '', second = ''] = words
  if (first.length < 2 || first.length > 8) return false
  const letters =
    'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ'
  const known = (word: string) => {
    const tokens = tokensOf(`${word} ${second}`)
    return page.lexicon.directiveVerbs.longestAt(tokens, 0)?.nextToken === tokens.length
  }
  for (let i = 0; i <= first.length; i++) {
    if (known(first.slice(0, i) + first.slice(i + 1))) return true
    for (const letter of letters) {
      if (known(first.slice(0, i) + letter + first.slice(i))) return true
      if (known(first.slice(0, i) + letter + first.slice(i + 1))) return true
    }
  }
  return false
}
