// Who orders in an article that tells of a paper: "Văn phòng Chính phủ vừa có thông báo kết luận của Phó Thủ tướng …". Its
// orders without a subject, "Giao Bộ Tài chính …", are that person's.
import type { Page } from '../page.ts'
import { documentIssuer } from './found.ts'
import { type Candidate, namesIn, type Speaker } from './named.ts'

const conclusion =
  /(?<!\p{L})(?:thông báo (?:số \S{1,24} )?(?:về )?(?:ý kiến )?kết luận|thông báo ý kiến(?: chỉ đạo)?|(?:truyền đạt|thông tin) ý kiến(?: chỉ đạo| kết luận)?|công điện(?: khẩn)?(?: số \S{1,24})?) của /u
/** UTF-16 units in which the speaker is named. */
const mostOfName = 120
/** What stands between an office and the name of its holder. */
const besides = /^ ?(?:đồng chí |ông |bà )?$/u

const known = new WeakMap<Page, { at: number; speaker: Speaker } | null>()

/** Whose conclusions the text before an offset says it tells of; null where it says so of nobody. */
export function concludedBy(page: Page, before: number): Speaker | null {
  let found = known.get(page)
  if (found === undefined) {
    const match = conclusion.exec(page.key)
    const at = match ? match.index + match[0].length : 0
    const speaker = match && speakerAt(page, at)
    found = speaker ? { at, speaker } : null
    known.set(page, found)
  }
  return found && found.at < before ? found.speaker : null
}

/** Whose conclusions the title of a notice says it makes known: "Thông báo / Kết luận của đồng chí …, Chủ tịch UBND tỉnh". */
const titled = /(?<!\p{L})(?:kết luận|ý kiến(?: chỉ đạo)?)(?: chỉ đạo)? của /u

const issuers = new WeakMap<Page, Speaker | null>()

/** Who orders in a document where its words name nobody: in a notice of conclusions who drew them, else its issuer. */
export function orderingIssuer(page: Page): Speaker | null {
  let issuer = issuers.get(page)
  if (issuer === undefined) {
    issuer = ofTitle(page) ?? documentIssuer(page)
    issuers.set(page, issuer)
  }
  return issuer
}

function ofTitle(page: Page): Speaker | null {
  const title = page.header ? page.blocks.filter((b) => b.zone === 'title') : []
  const [first] = title
  if (!first || !/^thông báo(?!\p{L})/u.test(page.key.slice(first.start, first.end))) return null
  for (const { start, end } of title) {
    const match = titled.exec(page.key.slice(start, end))
    if (match) return speakerAt(page, start + match.index + match[0].length)
  }
  return null
}

/** The person, office or body that begins at an offset; the person where both are named. */
export function speakerAt(page: Page, at: number): Speaker | null {
  let told: Candidate | null = null
  for (const candidate of namesIn(page, at, at + mostOfName)) {
    if (!besides.test(page.key.slice(told?.end ?? at, candidate.start))) break
    told = candidate
    if (candidate.sort === 'person') break
  }
  return told && { text: told.text, start: told.start }
}
