// Articles of a decision that charge somebody: "Điều 2. Giao Giám đốc Sở Y tế …", "Điều 3. Chánh Văn phòng … chịu trách nhiệm".
import { keyOf } from '../../text/fold.ts'
import { decline } from '../decline.ts'
import type { Marker } from '../markers.ts'
import type { Annotation, Page, ZonedBlock } from '../page.ts'
import { assigneesOf, unitOf } from './assignees.ts'
import { bodyHead } from './bodies.ts'
import { beforeEffect } from './effect-sentence.ts'
import { type DirectiveFound, documentIssuer, trimmedEnd, withoutTail } from './found.ts'
import { hasOrder } from './imperative.ts'
import type { MarkedBlock } from './marked-blocks.ts'

/** UTF-16 units of the title of an article with its code. */
const longestTitle = 200
const grade = /^(?:công chức|viên chức|\p{L}+ viên)(?!\p{L})[^.;:]*$/u

/** The people a short title of an article names, without the code of their grade; empty for other articles. */
export function titledHolders(title: string): string[] {
  if (title.length > longestTitle) return []
  const name = title.replace(/ ?[-–(,] ?mã số.*$/iu, '').replace(/[.\s]+$/u, '')
  return name.length < 120 && grade.test(keyOf(name)) ? [name] : []
}

/** The words with which a body is charged. */
export const handed = /^(?:giao|đề nghị|yêu cầu|phân công)(?: nhiệm vụ)?(?: cho)? /u

/** Whom "Điều 2. Giao Giám đốc Sở Y tế" charges with the items below it; empty where the article itself says what for. */
export function chargedUnder(
  page: Page,
  blocks: readonly MarkedBlock[],
  i: number,
  marker: Marker,
): string[] {
  const block = blocks[i]
  const next = blocks[i + 1]
  if (!block || !next?.marker) return []
  const start = block.start + marker.length
  const key = withoutTail(page.key.slice(start, block.end), ':. ')
  const given = handed.exec(key)?.[0].length ?? 0
  if (given === 0 || key.length > 120 || hasOrder(key.slice(given))) return []
  return unitOf(page.text.slice(start, start + key.length))
}

/** "Điều 2. Giao Ủy ban nhân dân tỉnh …": an article that assigns a task. Other articles are structure. */
export function articleOf(
  page: Page,
  block: ZonedBlock,
  marker: Marker,
  normative: boolean,
): Annotation<DirectiveFound> | null {
  const start = block.start + marker.length
  const key = page.key.slice(start, block.end)
  const assigns =
    (handed.test(key) &&
      !(normative && /^(?:yêu cầu|đề nghị) /u.test(key)) &&
      bodyHead.test(key.replace(handed, '').slice(0, 60))) ||
    /^uỷ quyền(?!\p{L})/u.test(key) ||
    /chịu trách nhiệm (?:thi hành|thực hiện|tổ chức)|có trách nhiệm (?:thi hành|tổ chức)|căn cứ quyết định (?:thi hành|thực hiện)/u.test(
      key,
    )
  if (!assigns)
    return decline(page, block, 'article-of-rules', 'An article that charges nobody with a task.')
  return {
    start,
    end: trimmedEnd(page, beforeEffect(page, { start, end: block.end })),
    rule: 'article-assigns',
    confidence: 0.8,
    value: {
      number: marker.number,
      kind: 'task',
      issuer: documentIssuer(page),
      assignees: assigneesOf(page.text.slice(start, block.end), []),
      times: [],
    },
  }
}
