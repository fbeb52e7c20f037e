// The persons, offices and bodies that a span names, and in what words.
import { keyOf } from '../../text/fold.ts'
import { isCapitalised, readName } from '../names.ts'
import { readOrganisation } from '../organisations.ts'
import type { Page } from '../page.ts'
import { readPositions } from '../positions.ts'
import { boardAt } from './boards.ts'
import { documentIssuer } from './found.ts'
import { tokenAt } from './imperative.ts'

/** A person, an office or a body; `start` is where it stands in the view, null where taken from the header. */
export type Speaker = { text: string; start: number | null }

/** Gatherings that resolve like a body, and whose first word is one: "Hội nghị thống nhất". */
const gathering = /^(?:hội nghị|đại hội|hội thảo|kỳ họp|phiên họp|cuộc họp)(?!\p{L})/u
/** Words after which a name is no subject: "của Chính phủ", "phối hợp với Sở Nội vụ", "ngân sách Trung ương". */
export const otherRole =
  /(?:^|[ ,(;:"])(?:của|với|cùng|cho|giúp|theo|từ|tại|ở|thuộc|qua|về|gửi|trình|lên|vào|đến|hoặc|do|bởi|đối với|phục vụ|trước|trên|có|là|giao|yêu cầu|đề nghị|chỉ đạo|phân công|báo cáo|uỷ quyền|kiến nghị|lãnh đạo các|các đồng chí|các ông|ngân sách|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|luật|chương trình|đề án|dự án|cán bộ|công chức|ý kiến|trụ sở|bằng|được|đơn vị|cơ quan|thành lập|các|các cơ quan|tham mưu|vp\.?|lần thứ \p{N}{1,2}|thứ \p{N}{1,2}|số [^\s,;.]{1,24}) (?:các |những |lãnh đạo )?$/u
/** "Nghị quyết Trung ương 5", "ngân sách Trung ương": a word that says of what level something is. */
const central = /^trung ương(?: \d{1,2})?$/u
/** A word that is left over at the end of a name: "Ban chỉ đạo … của", "uỷ viên … hoặc", "Ủy ban … cơ bản nhất trí". */
const dangling =
  / (?:của|hoặc|và|các|tại|phải|tiếp tục|sẽ|(?<!(?:khoa học|y học|xây dựng|kiến thức|lý thuyết) )cơ bản)$/u
/** UTF-16 units in which such a word and the one before it stand. */
const mostOfDangling = 24
/** What no name goes on with: "uỷ viên, định kỳ hàng năm", "Bộ Y tế và Nghị định số 5". */
const goingOn = / (?:định kỳ|và (?:nghị định|nghị quyết|quyết định|luật))/u
/** What stands right before a part of a symbol. */
const symbolBefore = /[\p{L}\p{N}][-/]$/u
/** How far back the full name of "Sở" or "Bộ" is looked for. */
const fullNameReach = 4000
const mostNames = 20
/** Syllables of a name before the given name. */
const longestBefore = 3

export type Candidate = Speaker & {
  sort: 'person' | 'office' | 'body'
  start: number
  end: number
  bare: boolean
  /** True for a name after an honorific. */
  introduced: boolean
}

/** UTF-16 length of a name without the words left over at its end. `key` is its matching key. */
function nameLength(key: string): number {
  let end = goingOn.exec(key)?.index ?? key.length
  for (;;) {
    const word = dangling.exec(key.slice(Math.max(0, end - mostOfDangling), end))
    if (!word) return end
    end -= word[0].length
  }
}

/** "Sở Tài nguyên-môi trường": the end of a name with the part that a hyphen ties to it. */
function wholeEnd(page: Page, end: number): number {
  return end + (/^-\p{Ll}{2,} \p{Ll}{2,}/u.exec(page.text.slice(end, end + 24))?.[0].length ?? 0)
}

/** All persons, offices and bodies named from an offset to before another, in order. */
export function namesIn(page: Page, from: number, to: number): Candidate[] {
  const found: Candidate[] = []
  const last = tokenAt(page, to)
  const put = (
    sort: Candidate['sort'],
    start: number,
    end: number,
    bare: boolean,
    introduced = false,
  ) => {
    const text = page.text.slice(start, end)
    const cut = nameLength(keyOf(text))
    const kept = text.slice(0, cut)
    const named = bare ? (fullName(page, kept, start) ?? kept) : kept
    found.push({
      sort,
      text: named,
      start,
      end: start + cut,
      bare: bare && named === kept,
      introduced,
    })
  }
  for (let i = tokenAt(page, from); i < last; ) {
    const honorific = page.lexicon.honorifics.longestAt(page.tokens, i)
    // "đồng chí Đại tá Lê Văn An"
    const rank = honorific && page.lexicon.degrees.longestAt(page.tokens, honorific.nextToken)
    const introduced = rank ?? honorific
    const name = introduced
      ? readName(page, introduced.nextToken, true)
      : isCapitalised(page, i)
        ? readName(page, i, false)
        : null
    if (name && (introduced || name.strong)) {
      put('person', name.start, name.end, false, introduced !== null)
      i = name.nextToken
      continue
    }
    // "ông Cương": who was named in full before.
    const addressed =
      honorific?.values.some((v) => v.class === 'person') === true
        ? introduced
        : page.lexicon.degrees.longestAt(page.tokens, i)
    const given =
      addressed &&
      isCapitalised(page, addressed.nextToken) &&
      !isCapitalised(page, addressed.nextToken + 1) &&
      !startsTitle(page, addressed.nextToken)
        ? page.tokens[addressed.nextToken]
        : undefined
    if (given && addressed) {
      const { start, end } = given
      const text = fullPerson(page, addressed.nextToken) ?? page.text.slice(start, end)
      found.push({ sort: 'person', text, start, end, bare: false, introduced: true })
      i = addressed.nextToken + 1
      continue
    }
    const token = page.tokens[i]
    const run = readPositions(page, i)
    const position = run.positions[0]
    if (position && !isOfSymbol(page, i)) {
      put('office', position.start, run.positions.at(-1)?.end ?? position.end, false)
      i = run.nextToken
      continue
    }
    const board = boardAt(page, i)
    if (board) {
      const { text, start, end } = board
      found.push({ sort: 'body', text, start, end, bare: false, introduced: false })
      i = board.nextToken
      continue
    }
    const met = token && gathering.exec(page.key.slice(token.start, token.start + 12))?.[0]
    if (met && token && isCapitalised(page, i)) {
      put('body', token.start, token.start + met.length, false)
      i += 2
      continue
    }
    const organisation =
      isCapitalised(page, i) && !isOfSymbol(page, i) ? readOrganisation(page, i, false) : null
    if (organisation) {
      const { start } = organisation
      const end = wholeEnd(page, organisation.end)
      const known = page.lexicon.organisations.get(page.text.slice(start, end)).length > 0
      put(
        'body',
        start,
        end,
        central.test(page.key.slice(start, end)) ||
          (organisation.bare && !known && !/\p{Lu}{2}/u.test(page.text.slice(start, end))),
      )
      i = organisation.nextToken
      continue
    }
    i++
  }
  return found
}

/** "Nghị định số 126/2024/NĐ-CP", "1470/CĐ-TTg": a token that is letters of a symbol. */
function isOfSymbol(page: Page, index: number): boolean {
  const start = page.tokens[index]?.start ?? 0
  return symbolBefore.test(page.text.slice(Math.max(0, start - 2), start))
}

/** "đồng chí Bí thư": a title of two syllables and more, whose first is nobody's given name. */
function startsTitle(page: Page, index: number): boolean {
  const title = page.lexicon.titles.longestAt(page.tokens, index)
  return title !== null && title.nextToken > index + 1
}

/** The full name of one who is called by the given name at a token; null where no name before ends with it. */
function fullPerson(page: Page, index: number): string | null {
  const given = page.tokens[index]
  if (!given) return null
  const from = Math.max(0, given.start - fullNameReach)
  const before = page.key.slice(from, given.start)
  const key = ` ${given.text}`
  let tried = 0
  for (let n = before.lastIndexOf(key); n > 0; n = before.lastIndexOf(key, n - 1)) {
    if (++tried > mostNames) break
    const last = tokenAt(page, from + n + 1)
    const end = page.tokens[last]?.end
    if (page.tokens[last]?.text !== given.text) continue
    for (let first = last - 1; first >= Math.max(0, last - longestBefore); first--) {
      if (!isCapitalised(page, first)) break
      const name = readName(page, first, false)
      if (name?.strong && name.end === end) return page.text.slice(name.start, name.end)
    }
  }
  return null
}

/** The full name that a bare "Sở" or "Bộ" stands for: the last subject before it with the same
 * first word, else the issuer of the document. */
function fullName(page: Page, bare: string, start: number): string | null {
  if (!/^(?:sở|bộ|uỷ ban|liên đoàn|tổng liên đoàn|văn phòng|hội|cục|tổng cục)$/u.test(keyOf(bare)))
    return null
  const key = `${keyOf(bare)} `
  const from = Math.max(0, start - fullNameReach)
  const before = page.key.slice(from, start)
  let tried = 0
  for (let n = before.lastIndexOf(key); n >= 0; n = n === 0 ? -1 : before.lastIndexOf(key, n - 1)) {
    if (++tried > mostNames) break
    const at = from + n
    const index = tokenAt(page, at)
    if (page.tokens[index]?.start !== at || !isCapitalised(page, index)) continue
    if (otherRole.test(page.key.slice(Math.max(0, at - 48), at))) continue
    const body = readOrganisation(page, index, false)
    if (body && !body.bare) {
      const named = page.text.slice(body.start, wholeEnd(page, body.end))
      return named.slice(0, nameLength(keyOf(named)))
    }
  }
  const own = documentIssuer(page)
  return own?.text ?? null
}
