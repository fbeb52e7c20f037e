// Who says what stands in quotation marks, where that is a leader or a body who orders by it: "…", ông A yêu cầu; Ông A
// chỉ đạo: "…"; "…" – đó là yêu cầu của đồng chí A. Those of whom no office is told, and who only tell, are left out.
import { keyOf } from '../../text/fold.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { chargedHead, levelOf } from './bodies.ts'
import { speakerAt } from './concluded-by.ts'
import { tokenAt } from './imperative.ts'
import type { MarkedBlock } from './marked-blocks.ts'
import { membersOf } from './members.ts'
import { type Candidate, namesIn, type Speaker } from './named.ts'
import { holdsOrderWord } from './order-words.ts'
import type { Quotation } from './quotations.ts'
import { issuerBefore } from './speaker.ts'

/**
 * One who orders in direct speech. `office` is a matching key of what the text says that person is; `urges` is true for
 * verbs that only order ("yêu cầu"), false for those that also go with what is said in general ("nhấn mạnh"). `addressees`
 * are those whom the words before the speech name: "yêu cầu các xã: …".
 */
export type Leader = {
  issuer: Speaker
  office: string
  urges: boolean
  addressees: string[]
}

const verbs = '(yêu cầu|giao nhiệm vụ|chỉ đạo|đề nghị|quán triệt|lưu ý|nhấn mạnh|nhắc nhở)'
const urging = /^(?:yêu cầu|giao nhiệm vụ|chỉ đạo|đề nghị|quán triệt)$/u
/** UTF-16 units after a quotation in which its speaker and the verb stand, and before it. */
const reach = 260
/** How far back the one is named whom "ông" means. */
const pronounReach = 1500
/** What may stand between a quotation and its speaker. */
const joint = /^(?:\s?[.!?,;]?\s?[-–—,]\s?|\s)/u
/** Where the clause that names the speaker ends. */
const clauseEnd = /[;:"\n?!]|(?<!(?:^|[ .])(?:tp|tx|gs|pgs|ts|ths|bs|th|đ\/c))\.(?:\s|$)/u
const verbIn = new RegExp(`(?<!\\p{L})${verbs}(?!\\p{L})`, 'gu')
/** What may follow the verb: how, where, or a further clause; with an object it says something else. */
const closing =
  /^(?:,| và | đồng thời |(?: (?:thêm|rõ|cụ thể|như vậy|như thế|ngay|quyết liệt))?(?: (?:tại|trong|với|khi|sau khi|trước|ở|qua|về) [^"]*)?$)/u
const introducing = new RegExp(
  `(?<!\\p{L})${verbs}(?: (?:(?:rõ|thêm|rằng|cụ thể|ngay|như sau|(?:tại|trong|với|ở) [^.;:"]{2,80})|([^.;:"]{2,80})))?\\s?:\\s?$`,
  'u',
)
const demanded =
  /^\s?[.,;]?\s?[-–—,]?\s?(?:(?:đó|đây)(?: chính| cũng)? là (?:lời )?|theo )(yêu cầu|(?:ý kiến )?chỉ đạo|đề nghị|lưu ý|nhắc nhở)(?: \p{L}+){0,4}? của /u
const pronoun =
  /^(?:(?:và|rồi) )?(?:ông|bà|đồng chí|đ\/c)(?: (?:cũng|còn|đã|đặc biệt|tiếp tục))* $/u
/** Offices in which nobody gives orders of administration. */
const noAuthority =
  /(?<!\p{L})(?:công ty|tập đoàn|doanh nghiệp|hội đồng (?:quản trị|thành viên)|hiệp hội|hợp tác xã|ngân hàng(?! nhà nước)|câu lạc bộ|đại sứ|luật sư|quỹ)(?!\p{L})/u
/** The lowest rank of a title whose holder leads: a member of the standing committee. */
const lowestRank = 4
/** Places of a name at which an office is looked for, how far back they may stand, and UTF-16 units around each. */
const mostPlaces = 6
const namedReach = 10_000
const officeReach = 100
const apposed = /^ ?(?:[,(–-] ?)?(?:(?:hiện |nay )?là )?(?:đồng chí |ông |bà )?$/u

/** The leader who orders by a quotation, as told behind it or before it; null where nobody does. */
export function leaderOf(
  page: Page,
  blocks: readonly MarkedBlock[],
  quotation: Quotation,
): Leader | null {
  const { start, end } = quotation
  // Most quotations are names of things: nobody orders beside them.
  const behind = holdsOrderWord(page, { start: end, end: end + reach })
  const told = behind ? toldBehind(page, blocks, quotation) : null
  if (told || !holdsOrderWord(page, { start: start - reach, end: start })) return told
  return toldBefore(page, blocks, quotation)
}

/** "…", ông A yêu cầu. */
function toldBehind(
  page: Page,
  blocks: readonly MarkedBlock[],
  quotation: Quotation,
): Leader | null {
  const start = quotation.end + 1
  const end = Math.min(blocks[quotation.last]?.end ?? start, start + reach)
  const key = page.key.slice(start, end)
  if (!isUtterance(page, blocks, quotation)) return null
  const told = demanded.exec(key)
  if (told) {
    const speaker = speakerAt(page, start + told[0].length)
    return speaker && leader(page, speaker, urging.test(told[1] ?? '') || /chỉ đạo/u.test(told[0]))
  }
  const lead = joint.exec(key)?.[0].length ?? 0
  // Without a mark between them the words go on with a sentence of their own.
  if (lead < 2 && !/[.!?…]$/u.test(page.text.slice(start - 4, start - 1).trimEnd())) return null
  const stop = clauseEnd.exec(key.slice(lead))
  const clause = key.slice(0, stop ? lead + stop.index : key.length)
  const match = [...clause.matchAll(verbIn)].findLast((m) =>
    closing.test(clause.slice(m.index + m[0].length)),
  )
  if (!match) return null
  const verbAt = start + match.index
  const speaker = pronoun.test(clause.slice(lead, match.index))
    ? personBefore(page, quotation.start)
    : issuerBefore(page, start + lead, verbAt)
  return speaker && leader(page, speaker, urging.test(match[0]))
}

/** Ông A yêu cầu: "…"; the words may end the paragraph above. */
function toldBefore(
  page: Page,
  blocks: readonly MarkedBlock[],
  { start, first }: Quotation,
): Leader | null {
  const opened = blocks[first]
  if (!opened) return null
  const above = blocks[first - 1]
  const inside = start - 1 > opened.start
  const end = inside ? start - 1 : (above?.end ?? 0)
  const from = Math.max((inside ? opened.start : above?.start) ?? 0, end - reach)
  if (
    end <= from ||
    page.text
      .slice(end - 2, end)
      .trimEnd()
      .at(-1) !== ':'
  )
    return null
  const key = page.key.slice(from, end)
  const match = introducing.exec(key)
  if (!match) return null
  const verbAt = from + match.index
  const sentence = Math.max(from, spanAt(page.sentences, verbAt)?.start ?? from)
  const speaker = pronoun.test(page.key.slice(sentence, verbAt))
    ? personBefore(page, sentence)
    : issuerBefore(page, sentence, verbAt)
  const whom = match[2] ?? ''
  if (!speaker || (whom !== '' && !chargedHead.test(whom))) return null
  const told = leader(page, speaker, urging.test(match[1] ?? ''))
  const at = verbAt + match[0].indexOf(whom)
  return told && { ...told, addressees: membersOf(page.text.slice(at, at + whom.length)) }
}

/** True for a quotation that is a sentence, and no part of one: "phong trào “Dạy tốt, học tốt”" is none. */
function isUtterance(
  page: Page,
  blocks: readonly MarkedBlock[],
  { start, first }: Quotation,
): boolean {
  const block = blocks[first]
  if (!block || !/^\s*[\p{Lu}\p{N}]/u.test(page.text.slice(start, start + 4))) return false
  const before = page.text.slice(Math.max(block.start, start - 3), start - 1).trimEnd()
  return before === '' || /[.:;!?…”"–,-]$/u.test(before)
}

/** Whom "ông" means: the one who was named last. */
function personBefore(page: Page, at: number): Speaker | null {
  return issuerBefore(page, Math.max(0, at - pronounReach), at)
}

function leader(page: Page, issuer: Speaker, urges: boolean): Leader | null {
  const office = officeOf(page, issuer, urges)
  return office === null || noAuthority.test(office)
    ? null
    : { issuer, office, urges, addressees: [] }
}

/** What the text tells of people, by name. */
const offices = new WeakMap<Page, Map<string, string | null>>()

/**
 * What makes somebody one who orders, as a matching key: the office itself, that of a person as the text tells it anywhere,
 * or the body where it uses a verb of order. Null where nothing does.
 */
function officeOf(page: Page, { text, start }: Speaker, urges: boolean): string | null {
  if (start === null) return null
  const named = namesIn(page, start, start + text.length + 2).find((c) => c.start === start)
  if (named?.sort === 'office') return leads(page, named) ? keyOf(text) : null
  if (named?.sort === 'body') return urges && levelOf(keyOf(text)) !== null ? keyOf(text) : null
  const known = offices.get(page) ?? new Map<string, string | null>()
  offices.set(page, known)
  const office = known.get(text) ?? (known.has(text) ? null : officeBeside(page, text, start))
  known.set(text, office)
  return office
}

/** The office that the text tells beside a name, at a place near an offset; null where it tells none that leads. */
function officeBeside(page: Page, text: string, start: number): string | null {
  const from = Math.max(0, start - namedReach)
  const near = page.text.slice(from, start + officeReach)
  let found = near.indexOf(text)
  for (let n = 0; found >= 0 && n < mostPlaces; n++) {
    const at = from + found
    const end = at + text.length
    const before = namesIn(page, Math.max(0, at - officeReach), at).at(-1)
    if (before && isOfficeBeside(page, before, before.end, at)) return keyOf(before.text)
    const [after] = namesIn(page, end, end + officeReach)
    if (after && isOfficeBeside(page, after, end, after.start)) return keyOf(after.text)
    found = near.indexOf(text, found + text.length)
  }
  return null
}

/** True for an office with nothing but a mark between it and a person. */
function isOfficeBeside(page: Page, name: Candidate, from: number, to: number): boolean {
  return name.sort === 'office' && apposed.test(page.key.slice(from, to)) && leads(page, name)
}

/** True for an office that leads and is held now: "tân Bí thư Huyện uỷ", unlike "chuyên viên", "nguyên Giám đốc". */
function leads(page: Page, { start }: Candidate): boolean {
  const first = tokenAt(page, start)
  const index = page.tokens[first]?.text === 'tân' ? first + 1 : first
  const title = page.lexicon.titles.longestAt(page.tokens, index)
  return title?.values.some((v) => v.rank <= lowestRank) === true
}
