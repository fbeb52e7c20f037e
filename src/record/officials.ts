// People put together: mentions of one name merged, their positions completed and made one list.
import type { OfficialMention } from '../extract/officials.ts'
import type { Annotation } from '../extract/page.ts'
import type { PositionSpan } from '../extract/positions.ts'
import { titleCase } from '../extract/signature.ts'
import type { Mention, Official, Position, Signer } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import type { Span } from '../text/view.ts'
import type { Context } from './context.ts'
import { positionOf } from './positions.ts'

type Person = {
  name: string
  honorifics: Set<string>
  degrees: Set<string>
  spans: Span[]
  found: PositionSpan[]
  rule: string
  confidence: number
}

/** The officials of a document: people with a position. `quote` turns a view span into a mention of the text as read. */
export function officialsOf(
  context: Context,
  mentions: readonly Annotation<OfficialMention>[],
  signers: ReadonlyArray<Signer & { span: Span | null }>,
  issuer: { name: string; provinceId: string | null } | null,
  quote: (span: Span) => Mention,
): Official[] {
  const { page } = context
  const people = new Map<string, Person>()
  for (const mention of mentions) {
    const written = page.text.slice(mention.value.name.start, mention.value.name.end)
    const name = /^[\p{Lu}\s'’]+$/u.test(written) ? titleCase(written) : written
    const key = keyOf(name)
    const person = people.get(key) ?? {
      name,
      honorifics: new Set(),
      degrees: new Set(),
      spans: [],
      found: [],
      rule: mention.rule,
      confidence: 0,
    }
    for (const honorific of mention.value.honorifics) person.honorifics.add(honorific)
    for (const degree of mention.value.degrees) person.degrees.add(degree)
    person.spans.push(mention.value.name)
    person.found.push(...mention.value.positions)
    if (mention.confidence > person.confidence) {
      person.rule = mention.rule
      person.confidence = mention.confidence
    }
    people.set(key, person)
  }
  const officials: Official[] = []
  for (const person of people.values()) {
    if (person.found.length === 0) continue
    const positions = mergePositions(person.found.map((p) => positionOf(p, context, person.found)))
    officials.push({
      name: person.name,
      honorifics: [...person.honorifics],
      degrees: [...person.degrees],
      positions,
      mentions: [...person.spans, ...laterMentions(context, person, people)]
        .sort((a, b) => a.start - b.start)
        .map(quote),
      rule: person.rule,
      confidence: person.confidence,
    })
  }
  for (const signer of signers) {
    const key = keyOf(signer.name)
    const position: Position | null = signer.title
      ? {
          title: signer.title,
          organisation: issuer?.name ?? null,
          province: issuer?.provinceId ?? null,
          resolved: issuer !== null,
          ...(issuer ? { evidence: 'header' } : {}),
          former: false,
          acting: /^Q(?:UYỀN|\.)/u.test(signer.capacity ?? ''),
        }
      : null
    const known = officials.find((o) => keyOf(o.name) === key)
    if (known) {
      if (position && known.positions.every((p) => keyOf(p.title) !== keyOf(position.title)))
        known.positions.push(position)
      if (signer.span && !known.mentions.some((m) => m.start === quote(signer.span as Span).start))
        known.mentions.push(quote(signer.span))
    } else if (position)
      officials.push({
        name: signer.name,
        honorifics: [],
        degrees: [],
        positions: [position],
        mentions: signer.span ? [quote(signer.span)] : [],
        rule: 'signature',
        confidence: 0.9,
      })
  }
  return officials
}

/** One position a title and body; of two that agree the fuller one is kept. */
function mergePositions(positions: Position[]): Position[] {
  const kept: Position[] = []
  for (const position of positions) {
    const same = kept.find(
      (k) =>
        titleKey(k.title) === titleKey(position.title) &&
        agree(k.organisation, position.organisation),
    )
    if (!same) kept.push(position)
    else if ((position.organisation?.length ?? 0) > (same.organisation?.length ?? 0))
      Object.assign(same, position)
    else same.former &&= position.former
  }
  // "Thứ trưởng" alone beside "Thứ trưởng Bộ X" says nothing more.
  return kept.filter(
    (p) =>
      p.organisation !== null ||
      !kept.some((o) => o !== p && titleKey(o.title) === titleKey(p.title)),
  )
}

const titleKey = (title: string): string =>
  keyOf(title).replace(/^uv /u, 'uỷ viên ').replace(/ btv$/u, ' ban thường vụ')

function agree(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const [x, y] = [wordsOfBody(a), wordsOfBody(b)]
  const [small, large] = x.size < y.size ? [x, y] : [y, x]
  return [...small].filter((w) => large.has(w)).length >= small.size * 0.8
}

const wordsOfBody = (text: string): Set<string> =>
  new Set(keyOf(text).match(/[\p{L}\p{N}]+/gu) ?? [])

/** "ông Nhân", "Thứ trưởng Độ": given-name mentions, linked only where one person in the document bears that name. */
function laterMentions(
  context: Context,
  person: Person,
  people: ReadonlyMap<string, Person>,
): Span[] {
  const given = person.name.split(' ').at(-1) ?? ''
  if (given.length < 2) return []
  const givenKey = keyOf(given)
  const bearers = [...people.values()].filter((p) => keyOf(p.name).split(' ').at(-1) === givenKey)
  if (bearers.length !== 1) return []
  const first = Math.min(...person.spans.map((s) => s.start))
  const escaped = given.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(
    `(?<=(?<!\\p{L})(?:ông|bà|anh|chị|đồng chí|đ/c|thầy|cô|Ông|Bà|Đồng chí|Thứ trưởng|Bộ trưởng|Giám đốc|Chủ tịch|Phó Chủ tịch|Phó Giám đốc) )${escaped}(?![\\p{L}])(?! \\p{Lu})`,
    'gu',
  )
  const found: Span[] = []
  for (const match of context.page.text.slice(first).matchAll(pattern))
    found.push({ start: first + match.index, end: first + match.index + given.length })
  return found
}
