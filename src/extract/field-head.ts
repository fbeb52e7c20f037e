// The head of fields that feeds and collectors write over an article, one a line, in any order and language:
//
//   Title: Xã Tân Hòa họp bàn …        Nguồn: Báo Lam Hà
//   Source: Báo Lam Hà                 Tiêu đề: Xã Tân Hòa họp bàn …
//   Link: https://…                    Đường dẫn: https://…
import type { Line } from './line.ts'

export type FieldHead = {
  /** Index of the line that holds the title; null where the head tells none. */
  title: number | null
  /** Indices of the lines of the head that say where the article is from and what it is filed under. */
  filing: number[]
}

const kinds = {
  title:
    'title|headline|tiêu đề(?: bài(?: viết| báo)?| tin)?|tựa(?: đề)?|nhan đề|tên bài(?: viết| báo)?',
  filing:
    'source|publisher|site|website|nguồn(?: tin| bài)?|link|url|address|đường dẫn|đường link|liên kết|link (?:bài(?: viết)?|gốc)|tags?|keywords?|từ khoá|thẻ|category|categories|section|topic|chuyên mục|danh mục|language|ngôn ngữ|id',
  other:
    'author|authors|by|tác giả|người viết|date|time|(?:published|publication|publish|posted|post|created|updated|crawled) (?:date|time|at|on)|published|ngày(?: đăng| xuất bản| viết)|thời gian(?: đăng)?|summary|description|abstract|lead|sapo|tóm tắt|mô tả|content|body|text|nội dung',
}
const fieldOf = new RegExp(
  `^\\s*(?:(?<title>${kinds.title})|(?<filing>${kinds.filing})|(?:${kinds.other})) ?:(?: (?<value>.*))?$`,
  'u',
)
const titleLabel = new RegExp(`^\\s*(?:${kinds.title}) ?: ?(?=\\S)`, 'u')
const address = /^\s*(?:\p{L}[\p{L} ]{0,24}: ?)?(?:https?:\/\/|www\.)\S+\s*$/u
/** What stands in a field that is not known. */
const nothing = /^(?:n\/a|none|null|không có|-)$/u

/** First lines in which a head begins, and the lines that one has at most. */
const first = 3
const longest = 14

/** The head of fields over an article; null without one that has a title and another field. */
export function fieldHeadOf(lines: readonly Line[]): FieldHead | null {
  const filing: number[] = []
  let title: number | null = null
  let titleAt: number | null = null
  let fields = 0
  for (let i = 0; i < Math.min(lines.length, first + longest); i++) {
    const field = fieldOf.exec(lines[i]?.key ?? '')?.groups
    if (field) {
      fields++
      if (field.filing !== undefined) filing.push(i)
      if (field.title === undefined || titleAt !== null) continue
      titleAt = i
      if (isTold(field.value)) title = i
    } else if (
      titleAt !== null &&
      titleAt === i - 1 &&
      title === null &&
      endsWithColon(lines[i - 1])
    )
      // The title stands under its label.
      title = i
    else if (fields > 0 || i >= first) break
  }
  return titleAt !== null && fields > 1 ? { title, filing } : null
}

const isTold = (value = ''): boolean => value.trim() !== '' && !nothing.test(value.trim())
const endsWithColon = (line: Line | undefined): boolean =>
  line !== undefined && /:\s*$/u.test(line.key)

/** UTF-16 units that the label of a title takes in a line given as matching key: "tiêu đề: "; 0 without one. */
export function titleLabelLength(key: string): number {
  return titleLabel.exec(key)?.[0].length ?? 0
}

/** True for a line that is an address of the web, labelled or not. Takes the matching key. */
export function isAddress(key: string): boolean {
  return address.test(key)
}
