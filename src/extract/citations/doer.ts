// Who does what is told of a cited document. A relation is this document's own deed: "Thông tư này thay thế …", "Bãi bỏ …" in
// an article of a decision, its own title. News, reports, plans and registers tell of the deeds of others: "dự thảo Nghị
// định thay thế …", "Nghị quyết bãi bỏ …", "tình hình thực hiện …".
import type { DocumentType } from '../../model.ts'
import { parseDocumentNumber } from '../document-number.ts'
import type { Page } from '../page.ts'
import { spanAt } from '../sentences.ts'
import { tokenIndexAt } from '../units.ts'

/** What this document may do to others. */
export type Doer = {
  /** True for texts that set or end rules: decrees, circulars, decisions, laws, and what is written in articles ("Điều"). */
  enacts: boolean
  /** True for these and for resolutions, directives and guidance without articles: "Nghị quyết này thay thế …". */
  decides: boolean
  /** True for every official text, letters and reports too. */
  official: boolean
  /** True for consolidated texts: what amended them is told in their footnotes. */
  consolidated: boolean
  /** The type that number or title tell; null where they tell none. */
  type: DocumentType | null
  /** Where the title of an official text ends. */
  titleEnd: number
}

const enacting: readonly DocumentType[] = ['decree', 'circular', 'decision', 'law', 'regulation']
const withArticles: readonly DocumentType[] = ['resolution', 'directive', 'guidance']
const article = /^điều \d{1,3}[a-zđ]?[.:]/u
const ground = /^[\s(+*-]*(?:\d{1,2}[.)] )?căn cứ /u
const opening = /^[\s(+*-]*(?:căn cứ|thực hiện|kính gửi|điều \d|theo |để |xét |[ivx]+[.-]|\d+[.)])/u
const addressed = /^[\s*-]*(?:kính )?gửi ?:/u
/** How many blocks header, title and grounds may take. */
const front = 60

/** Reads once what the document may do. */
export function doerOf(page: Page): Doer {
  const line = (at: number, length: number) => {
    const block = page.blocks[at]
    return block ? page.key.slice(block.start, Math.min(block.end, block.start + length)) : ''
  }
  let articles = 0
  for (const [i, { start }] of page.blocks.entries())
    if (page.key.startsWith('điều ', start) && article.test(line(i, 14))) articles++
  let grounds = 0
  let isLetter = false
  let isTitled = false
  let title = 0
  let type = page.header?.number
    ? (parseDocumentNumber(page.header.number, page.lexicon)?.type ?? null)
    : null
  const from = page.header ? page.header.lastLine + 1 : 0
  for (let i = 0; i < Math.min(front, page.blocks.length); i++) {
    const words = line(i, 60).trim()
    if (ground.test(words)) grounds++
    if (i < 10 && addressed.test(words)) isLetter = true
    if (title === 0 && i >= from && opening.test(words)) title = page.blocks[i]?.start ?? 0
    if (i < 10 && isTitle(page, i)) isTitled = true
    if (type === null && i < 24 && words.length < 40)
      type = page.lexicon.documentTypes.nouns.get(words)[0]?.type ?? null
  }
  const isActs = articles >= 2 || (grounds >= 2 && !page.facts.publishedAt)
  const enacts =
    type === null || !page.header
      ? isActs
      : enacting.includes(type) || (withArticles.includes(type) && articles > 0)
  const decides =
    enacts ||
    isActs ||
    (type !== null && page.header !== null && [...enacting, ...withArticles].includes(type))
  const official = page.header !== null || isLetter || isActs || isTitled
  return {
    enacts,
    decides,
    official,
    consolidated: isConsolidated(page),
    type,
    titleEnd: official ? title : 0,
  }
}

/** True for a line that opens with the type of a document in capitals: "BIÊN BẢN", "BÁO CÁO Kết quả …". */
function isTitle(page: Page, index: number): boolean {
  const block = page.blocks[index]
  if (!block || block.zone === 'boilerplate') return false
  const { tokens, lexicon } = page
  const noun = lexicon.documentTypes.nouns.longestAt(tokens, tokenIndexAt(tokens, block.start))
  return (
    noun !== null &&
    noun.start === block.start &&
    !/\p{Ll}/u.test(page.text.slice(noun.start, noun.end))
  )
}

/** True for a consolidated text (văn bản hợp nhất): by its name, by its last lines, or by what amended it on its first page. */
function isConsolidated(page: Page): boolean {
  const top = page.key.slice(0, 3000)
  return (
    top.includes('văn bản hợp nhất') ||
    /\/vbhn(?!\p{L})/u.test(top) ||
    /bởi(?<=được sửa đổi, bổ sung (?:một số điều )?bởi) ?:/.test(top) ||
    page.key.includes('xác thực văn bản hợp nhất')
  )
}

const itself =
  /(?:nghị định|thông tư|quyết định|nghị quyết|luật|chỉ thị|hướng dẫn|quy định|quy chế|kế hoạch|chương trình|pháp lệnh|văn bản|công văn|bộ luật|liên tịch|thông báo|kết luận|công điện|đề án|phương án|quy trình|nội quy|điều lệ|thể lệ) này(?!\p{L})/u
/** Of a report or a letter only the first may be itself; "Quyết định này" is one that it tells of. */
const ownOfOthers =
  /(?:hướng dẫn|kế hoạch|chương trình|văn bản|công văn|chỉ thị|quy định|thông báo|kết luận|công điện|đề án|phương án|quy chế|quy trình|nội quy|điều lệ|thể lệ) này(?!\p{L})/u

/** True where key text names this document as "… này"; `alone` says that no other document is cited before. */
export function namesItself(doer: Doer, words: string, alone: boolean): boolean {
  if (doer.decides) return itself.test(words)
  return doer.official ? ownOfOthers.test(words) : alone && itself.test(words)
}

/** Another act is what changes the cited one: "Quyết định bãi bỏ …", "dự thảo Nghị định của Chính phủ về sửa đổi …". */
const otherAct =
  /(?<!\p{L})(?:nghị quyết|nghị định|quyết định|thông tư|chỉ thị|luật|pháp lệnh|quy chế|quy định|kế hoạch|chương trình(?: hành động| phối hợp)?|đề án|phương án|công văn|văn bản|dự thảo|tờ trình)(?: liên tịch)?(?: mới)?(?: (?:của|do) [\p{L} ]{2,40})?(?: (?:về|về việc|để|nhằm|quy định|hướng dẫn))? ?$/u
const issuesIt = /ban hành (?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị)(?: liên tịch)? ?$/u
/** "Bộ Tài chính hướng dẫn sửa đổi …": the issuer acts in its letter. */
const performs =
  /^\s*(?:(?:bộ|uỷ ban|ubnd|sở|cục|tổng cục|ban|hội đồng) (?:(?!đã |vừa |sẽ |đang )[\p{L}-]+ ){1,12})?(?:công bố|hướng dẫn|thông báo|quyết định|đính chính)? ?$/u

/**
 * True where this document replaces, repeals or amends what is cited. `before` are the key words of the sentence before
 * the verb that begins at `at`; `named` says that they name this document; the cited one's words begin at `head`.
 */
export function changesIt(
  page: Page,
  doer: Doer,
  at: number,
  before: string,
  named: boolean,
  head: number,
): boolean {
  if (named) return true
  const block = spanAt(page.blocks, at)
  if (block === null || page.parsed.blocks[block.index]?.kind === 'table-row') return false
  if (at < doer.titleEnd || page.header?.subjectLines.includes(block.index) === true) return true
  if (!doer.enacts)
    return (
      doer.official &&
      ((performs.test(before) && /\p{L}/u.test(before)) ||
        replacesItsKind(page, doer, at, before, head))
    )
  if (/\(\s*$/u.test(before)) return false
  return !otherAct.test(before) || (issuesIt.test(before) && !doer.consolidated)
}

const opens = /^[\s(+*-]*$|(?<!\p{L})và $/u

/** "(Thay thế Kế hoạch số …)", "… và thay thế Kế hoạch số …" in a plan: a document takes the place of one of its own type. */
function replacesItsKind(
  page: Page,
  doer: Doer,
  at: number,
  before: string,
  head: number,
): boolean {
  if (doer.type === null || !page.key.startsWith('thay ', at) || !opens.test(before)) return false
  const { tokens, lexicon } = page
  const noun = lexicon.documentTypes.nouns.longestAt(tokens, tokenIndexAt(tokens, head))
  return noun?.values.some(({ type }) => type === doer.type) ?? false
}

/** Carrying out is what is told of, or the name of something: "kết quả thực hiện …", "Hội nghị triển khai …". */
const nominal =
  /(?<!\p{L})(?:tình hình|kết quả|quá trình|tiến độ|lộ trình|trong|việc|công tác|năm|tháng|tổng kết|sơ kết|đánh giá|về|khi|hội nghị:?|vướng mắc|khó khăn|cơ sở|người đứng đầu)(?: tổ chức| tiếp tục| đẩy mạnh)? "?$/u
/** The others whose deed it is: "…, các cơ quan có thẩm quyền đã ban hành …". */
const others = /, (?:các|nhiều|một số) [^,;.:]{2,80}?(?<!\p{L})đã(?!\p{L})/u

/** True where this document or its issuer carries out what is cited; `before` and `at` as above, `rest` the words after it. */
export function carriesOut(doer: Doer, at: number, before: string, rest: string): boolean {
  if (!doer.official || nominal.test(before)) return false
  if (/^\s*(?:\d{1,2}[.)] )?$/u.test(before) && others.test(rest)) return false
  return at < doer.titleEnd || !otherAct.test(before) || /như sau:?\s*$/u.test(rest)
}
