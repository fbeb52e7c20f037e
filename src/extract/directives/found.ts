// What a directive is before it becomes part of a record, and the announcement under which items stand:
// "Giám đốc Sở yêu cầu các đơn vị thực hiện một số nội dung sau:" announces the items "1) …", "2) …" below it.
import type { DirectiveKind } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import { issuerInText } from './issuer-in-text.ts'
import type { Level } from './owners.ts'
import type { Speaker } from './speaker.ts'

/** A directive as found; its span is that of the annotation, without the marker. */
export type DirectiveFound = {
  number: string | null
  kind: DirectiveKind
  issuer: Speaker | null
  assignees: string[]
  /** Lines apart from the directive that say when: "Thời gian thực hiện: Quý III năm 2021". */
  times: Span[]
}

/** What has been announced and how far it reaches. */
export type Announced = {
  kind: DirectiveKind
  issuer: Speaker | null
  /** How it was announced: items only after an explicit introducer need no imperative. */
  by: 'introducer' | 'section' | 'count'
  /** True where the words announce opinions as well as orders ("có ý kiến như sau:"): items must then be orders. */
  weak: boolean
  /** Paragraphs still to come, where a count was announced. */
  left: number | null
  style: string | null
  /** Whose tasks these are, as the heading or line over them says: "Điều 5. Trách nhiệm của Bộ Y tế". */
  owners: readonly string[]
  /** The headings among the items, down to the one the next item stands under: "1. Sở Tài chính:". */
  levels: Level[]
  /** The list that the last numbered order stands in. */
  taken: { style: string; depth: number } | null
  /** Those whom the introducer charges: "yêu cầu các đơn vị …:". */
  addressees: string[]
  /** The words that announce. */
  evidence: string
}

/** An announcement of which nothing has come yet. */
export function announcement(
  kind: DirectiveKind,
  issuer: Speaker | null,
  by: Announced['by'],
  more: Partial<Announced> = {},
): Announced {
  return {
    kind,
    issuer,
    by,
    weak: false,
    left: null,
    style: null,
    owners: [],
    levels: [],
    taken: null,
    addressees: [],
    evidence: '',
    ...more,
  }
}

/**
 * The body that issued the document, as its header names it, else its title or signature, without a typist's mark; null
 * for articles.
 */
export function documentIssuer(page: Page): Speaker | null {
  // A header of the title alone writes its issuer in capitals.
  const issuer = page.header && page.header.lastLine >= 0 ? page.header.issuer : issuerInText(page)
  return issuer ? { text: withoutTypistMark(issuer), start: null } : null
}

/** "Ủy ban nhân dân thành phố Cần Thơ XV80": the letters and digits under a letterhead are no part of the name. */
export function withoutTypistMark(name: string): string {
  return name.replace(/(?: \p{Lu}{1,4}\p{N}{1,4}| dự thảo)+$/iu, '')
}

/** A text without the marks and spaces at its end; `marks` holds each of them. */
export function withoutTail(text: string, marks: string): string {
  let end = text.length
  while (end > 0 && marks.includes(text[end - 1] ?? '')) end--
  return text.slice(0, end)
}

/** The end of a directive without "./." and "…/." */
export function trimmedEnd(page: Page, end: number): number {
  const tail = /\s*(?:\.\/\.?|\/\.)\s*$/u.exec(page.text.slice(Math.max(0, end - 8), end))
  return tail ? end - tail[0].length + (tail[0].trimStart().startsWith('.') ? 1 : 0) : end
}

/** In order of place; of directives inside one another the outer stays. */
export function withoutDuplicates(
  found: Annotation<DirectiveFound>[],
): Annotation<DirectiveFound>[] {
  const kept: Annotation<DirectiveFound>[] = []
  let reach = -1
  for (const item of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (item.end <= reach) continue
    kept.push(item)
    reach = Math.max(reach, item.end)
  }
  return kept
}
