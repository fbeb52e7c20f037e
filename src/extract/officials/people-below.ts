// People on the lines below the office that they share, each with what is theirs to do:
//
//   Phân công các đồng chí Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo, cụ thể:
//   - Đồng chí A: huyện Lý Sơn;
//   - Đồng chí B: thị xã Đức Phổ.
import type { Page } from '../page.ts'
import type { PositionSpan } from '../positions.ts'
import { type Listed, readPerson, sharedBy } from './listed-names.ts'

/** Tokens between the office and the colon that ends its line, and of one line below, at most. */
const longestLine = 80
/** Nobody shares an office with more. */
const mostPeople = 30

/**
 * The people on the lines below an office of several that begins at token `first` and has been read as `run`; null where the line
 * does not end in a colon, or no line below is "Đồng chí NAME: …".
 */
export function peopleBelow(
  page: Page,
  first: number,
  run: { positions: readonly PositionSpan[]; nextToken: number },
): Listed | null {
  const { tokens } = page
  let end = lineEnd(page, run.nextToken)
  if (end === null || tokens[end - 1]?.text !== ':') return null
  const items: NonNullable<ReturnType<typeof readPerson>>[] = []
  while (end !== null && items.length < mostPeople) {
    const from: number = /^[-+•*]$/u.test(tokens[end + 1]?.text ?? '') ? end + 2 : end + 1
    const person = readPerson(page, from)
    if (!person || person.honorifics.length === 0) break
    if (tokens[person.nextToken]?.text !== ':') break
    items.push(person)
    end = lineEnd(page, person.nextToken)
  }
  const shared = sharedBy(
    page,
    first,
    run.positions,
    items.map((item) => ({ ...item, own: null, body: null })),
  )
  // What else the lines say is read as ever.
  return shared && { ...shared, nextToken: run.nextToken }
}

/** The token that breaks the line; null where it is too far, or a sentence ends before it. */
function lineEnd({ tokens }: Page, from: number): number | null {
  for (let i = from; i < from + longestLine; i++) if ((tokens[i]?.text ?? '\n') === '\n') return i
  return null
}
