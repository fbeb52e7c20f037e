// A committee in full that the text has named before: "Bí thư Đảng ủy" in a report whose meeting the "Đảng ủy cơ quan Trung
// ương Hội X" held is of that one, not of a "Đảng ủy Hội X" that nobody named.
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import type { Context } from '../context.ts'
import { firstFrom } from '../nearby.ts'
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
  const key = keyOf(unit.text)
  if (!key.startsWith(`${head} `)) return unit
  const { spans, several } = committeesOf(head, key.slice(head.length), context)
  const last = spans[firstFrom(spans, at) - 1]
  if (!last || several < at) return unit
  const text = context.page.text.slice(last.start, last.end)
  return { text, provinceId: unit.provinceId, evidence: text }
}

/** Where committees are named, in order, and from where on they are several. */
type Committees = { spans: readonly Span[]; several: number }

const known = new WeakMap<Context, Map<string, Committees>>()

/** The committees with a head that sit in an office of the body `whole`, a key with the space before it. */
function committeesOf(head: string, whole: string, context: Context): Committees {
  const cache = known.get(context) ?? new Map<string, Committees>()
  known.set(context, cache)
  const name = head + whole
  const before = cache.get(name)
  if (before) return before
  const { key } = context.page
  const spans = context.organisations.flatMap((body): Span[] => {
    if (body.head !== head) return []
    const from = body.start + head.length
    const found = key.slice(from, from + longest + whole.length).indexOf(whole)
    const sits = found >= 0 && officeOf.test(key.slice(from, from + found))
    return sits ? [{ start: body.start, end: from + found + whole.length }] : []
  })
  const keyIn = (span: Span | undefined) => key.slice(span?.start, span?.end)
  const other = spans.find((span) => keyIn(span) !== keyIn(spans[0]))
  const committees = { spans, several: other?.start ?? Number.POSITIVE_INFINITY }
  cache.set(name, committees)
  return committees
}

/** Characters between a committee and the body. */
const longest = 50
