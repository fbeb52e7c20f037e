// Names of one person in several forms put together: without the family name, or with a slip in the last syllable.
import type { PositionSpan } from '../../extract/positions.ts'
import { keyOf } from '../../text/fold.ts'
import type { Span } from '../../text/view.ts'
import type { Context } from '../context.ts'
import type { Holder } from '../positions.ts'

/** What the mentions of one name say of a person. */
export type Person = {
  name: string
  honorifics: Set<string>
  degrees: Set<string>
  spans: Span[]
  found: PositionSpan[]
  /** What stands beside each position, and who leads it. */
  holders: Array<Pick<Holder, 'beside' | 'leader'>>
  rule: string
  confidence: number
}

/**
 * "Thủ tướng Phạm Minh chính" is the "Thủ tướng Phạm Minh Chính" of the same document: a small letter for the capital of
 * the last syllable, where the full name stands elsewhere with the same title.
 */
export function joinSlips(people: Map<string, Person>, { page }: Context): void {
  for (const [key, short] of people) {
    const [first] = short.spans
    if (!first || short.spans.length > 1 || key.split(' ').length !== 2) continue
    const word = /^ (\p{Ll}+)(?!\p{L})/u.exec(page.text.slice(first.end, first.end + 12))?.[1]
    const full = word ? people.get(`${key} ${keyOf(word)}`) : undefined
    if (!word || !full) continue
    const titles = new Set(full.found.map(({ title }) => keyOf(title)))
    if (!short.found.some(({ title }) => titles.has(keyOf(title)))) continue
    takeOver(full, short, [{ start: first.start, end: first.end + 1 + word.length }])
    people.delete(key)
  }
}

/** Gives a person what was found under another form of the name, with the spans of that form. */
function takeOver(full: Person, other: Person, spans: readonly Span[]): void {
  for (const honorific of other.honorifics) full.honorifics.add(honorific)
  for (const degree of other.degrees) full.degrees.add(degree)
  full.spans.push(...spans)
  full.found.push(...other.found)
  full.holders.push(...other.holders)
  if (other.confidence > full.confidence) {
    full.rule = other.rule
    full.confidence = other.confidence
  }
}

/** "trợ lý Khánh Linh" is the "Đoàn Khánh Linh" of the same document, where just one person's name ends so. */
export function joinShortNames(people: Map<string, Person>, context: Context): void {
  const byEnd = new Map<string, Person[]>()
  for (const person of people.values()) {
    const words = keyOf(person.name).split(' ')
    if (words.length < 3) continue
    const end = words.slice(-2).join(' ')
    const same = byEnd.get(end)
    if (same) same.push(person)
    else byEnd.set(end, [person])
  }
  for (const [key, short] of people) {
    const [first = '', second, third] = key.split(' ')
    if (!second || third || context.page.lexicon.surnames.get(first).length > 0) continue
    const [full, other] = byEnd.get(`${first} ${second}`) ?? []
    if (!full || other) continue
    takeOver(full, short, short.spans)
    people.delete(key)
  }
}
