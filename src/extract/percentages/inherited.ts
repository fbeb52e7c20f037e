// A figure that is of the subject of the figure before: "…, giảm 5%", "mục tiêu là 8,4% nhưng chỉ đạt 8,2%".
import { setsPeriod, withoutPeriod } from './borrowed.ts'
import type { Clause } from './clause.ts'
import type { RightNoun } from './right-noun.ts'

/** A subject and where it stands. `inherited`: as of the percentage before; `aside`: of this percentage alone. */
export type Told = { subject: string | null; kind: 'left' | 'right' | 'inherited' | 'aside' }

/** What is known around a clause. */
export type Context = {
  clause: Clause
  /** The noun that follows the figure. */
  right: RightNoun | null
  /** What the percentage before in the same block is of. */
  topic: Told | null
  /** The same where it is not far off, in whatever block: what "tỷ lệ này" points to. */
  near: Told | null
}

export const none: Told = { subject: null, kind: 'left' }
/** What is aimed at, where what is measured follows: "mục tiêu | tăng trưởng GRDP". */
const target = /^(?:mục tiêu|chỉ tiêu) (?=(?:tốc độ |tỷ lệ |nhịp độ )?\p{L})(?!(?:đặt|đề|được) )/iu

/** A plan that does not say of what: "Kế hoạch đặt ra". */
const planOnly =
  /^(?:kế hoạch|mục tiêu|chỉ tiêu|nhiệm vụ)(?: năm(?: \d{4})?)?(?: (?:đặt|đề) ra| (?:được )?giao)?$/iu

/** As of the figure before. */
export const inherit = (topic: Told | null): Told =>
  topic ? { subject: topic.subject, kind: 'inherited' } : none

/** As of the figure before, of whose subject the period is left out where the words here set one of their own. */
export function carried(context: Context): Told {
  const { topic, clause } = context
  const around = [...clause.pieces, ...(clause.outside ?? [])]
  // "…; các năm sau: không quá 5%"
  if (clause.boundary === 'colon') around.push(clause.heading)
  // "đặt mục tiêu tăng trưởng GRDP 8,5% nhưng chỉ đạt 8,2%": what is reached is no target.
  const reached = around.flat().some((word) => /^(?:nhưng|song)$/u.test(word.key))
  // "Kế hoạch đặt ra là 4%, nhưng chỉ đạt 3,3%"
  if (topic?.subject && reached && planOnly.test(topic.subject)) return none
  if (topic?.subject && reached && /đạt$/u.test(clause.verbWord || clause.lastWord))
    return inherit({ ...topic, subject: topic.subject.replace(target, '') })
  if (!topic?.subject || !around.some(setsPeriod)) return inherit(topic)
  return inherit({ ...topic, subject: withoutPeriod(topic.subject) })
}
