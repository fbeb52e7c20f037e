// One order to several bodies, each told its own task: "yêu cầu Sở Y tế dự trữ thuốc; Công an tỉnh phân luồng; các trường …".
// A clause that opens with a bare verb goes on with the task before it.
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import { splitOutside } from '../sentences.ts'
import { assigneesOf } from './assignees.ts'
import { chargedHead } from './bodies.ts'
import type { DirectiveFound } from './found.ts'
import { isReminded } from './given-to.ts'
import { mustAct } from './goes-on.ts'
import { subjectEnd } from './subject-end.ts'
import { unmarked } from './unmarked.ts'

/** The last of those whom somebody is to direct or to work with. */
const lastNamed = /(?<!\p{L})(?:chỉ đạo|phối hợp với|phối hợp cùng|yêu cầu|giao) /gu
/** UTF-16 units at the end of a task that say whether only names end it. */
const mostOfEnd = 1000
/** "tỉnh cần …", "ngành phải …": the one told before, and no other. */
const wordsOfName = /\p{L} \p{L}/u

/** The tasks of an order in order of place, each with those it charges; the order itself where it is one task. */
export function ofOwnSubjects(
  page: Page,
  order: Annotation<DirectiveFound>,
): Annotation<DirectiveFound>[] {
  if (order.value.kind !== 'task') return [order]
  const clauses = splitOutside(page.text, order, ';')
  const tasks: Span[] = []
  for (const clause of clauses) {
    const last = tasks.at(-1)
    if (last && !(opensTask(page, clause) && isWhole(page, last))) last.end = clause.end
    else tasks.push({ start: clause.start, end: clause.end })
  }
  if (tasks.length < 2) return [order]
  const { kind, issuer, assignees } = order.value
  return tasks.map((task, n) => {
    const words = page.text.slice(task.start, task.end)
    const named = assigneesOf(words, [])
    // Fronted names, "Đối với ngành y tế, …", are of the first.
    const whose = named.length === 0 && n === 0 ? assignees : named
    return unmarked(page, task, kind, issuer, order.rule, order.confidence, whose, order.evidence)
  })
}

/** True where a clause opens with a body by name, and at once what that is to do. */
function opensTask(page: Page, { start, end }: Span): boolean {
  const key = page.key.slice(start, end)
  const subject = subjectEnd(page.text.slice(start, end), key, 0)
  if (subject === null || !wordsOfName.test(key.slice(0, subject).trim())) return false
  return isReminded(page, start, end) || mustAct(page, start, end, true)
}

/** False where only names end the words: "… chỉ đạo các phòng y tế, giáo dục" goes on with more of them. */
function isWhole(page: Page, task: Span): boolean {
  const { end } = task
  const start = Math.max(task.start, end - mostOfEnd)
  const key = page.key.slice(start, end)
  const after = Math.max(key.lastIndexOf('.'), key.lastIndexOf(':')) + 1
  const last = [...key.slice(after).matchAll(lastNamed)].at(-1)
  const at = last ? after + last.index + last[0].length : 0
  return (
    !chargedHead.test(key.slice(at, at + 60)) ||
    subjectEnd(page.text.slice(start, end), key, at) !== null
  )
}
