// A committee in full that the text has named before: "Bí thư Đảng ủy" in a report whose meeting the "Đảng ủy cơ quan Trung
// ương Hội X" held is of that one, not of a "Đảng ủy Hội X" that nobody named.
import { keyOf } from '../../text/fold.ts'
import type { Context } from '../context.ts'
import type { Completed } from '../positions.ts'

/** What may stand between a committee and the body whose office it is in. */
const officeOf =
  /^ (?:khối )?(?:các )?cơ quan(?: (?:trung ương|văn phòng|chuyên trách|thường trực|tỉnh|thành phố)){0,2}$/u

/**
 * The committee named before offset `at` that has the same head as `unit`, sits in an office of the same body and says so;
 * `unit` itself, which was put together from the head and the body, where none or several are named.
 */
export function earlierUnit(
  unit: Completed,
  head: string,
  at: number,
  context: Context,
): Completed {
  const { page } = context
  const key = keyOf(unit.text)
  if (!key.startsWith(`${head} `)) return unit
  const whole = key.slice(head.length)
  const named = new Map<string, Completed>()
  for (const body of context.organisationsIn({ start: 0, end: at })) {
    if (body.head !== head) continue
    const from = body.start + head.length
    const found = page.key.slice(from, from + longest + whole.length).indexOf(whole)
    if (found < 0 || !officeOf.test(page.key.slice(from, from + found))) continue
    const text = page.text.slice(body.start, from + found + whole.length)
    named.set(keyOf(text), { text, provinceId: unit.provinceId, evidence: text })
  }
  const [only] = named.values()
  return only && named.size === 1 ? only : unit
}

/** Characters between a committee and the body. */
const longest = 50
