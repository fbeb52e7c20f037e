// Who is who among officials of one name. A document has one person of a name; between documents, by rule:
//
//   - Names are spelt the same, marks included.
//   - In the same body (its name folded), no more than ten years from one document to the next.
//   - Or in the same province of today, no more than five years from one to the next.
//   - Where neither body nor province is told: with the only person of the name within five years; with none where there are two.
//
// A day that is unknown is near every other one. By hand: `same` puts two together, `alone` takes one out of the rule.
import type { Facts } from '../model/facts.ts'
import { keyOf } from '../text/fold.ts'
import { foldedWords } from './words.ts'

type Position = Facts['officials']
type Appearance = {
  slug: string
  name: string
  document: string
  day: string
  positions: Position[]
}
export type Decided = {
  action: 'same' | 'alone'
  one: { name: string; document: string }
  other: { name: string; document: string } | null
}

export type Person = {
  /** For addresses: slug of the name, and the first digits of the oldest document that names him. */
  id: string
  name: string
  /** Other names of the same person. */
  otherNames: string[]
  /** The newest first; those without a day last. */
  positions: Position[]
  documents: Array<{
    id: string
    title: string | null
    day: string | null
    slug: string
    /** As a fact tells it: others that are nearly the same, and which of them stands for this one. */
    copies: number
    toldBy: string | null
  }>
}

/** Of copies among a person's documents, the one that is told; and the positions in these. */
export function toldOf({ documents, positions }: Person): Pick<Person, 'documents' | 'positions'> {
  const all = new Set(documents.map(({ id }) => id))
  const isTold = ({ toldBy }: { toldBy: string | null }) => toldBy === null || !all.has(toldBy)
  return { documents: documents.filter(isTold), positions: positions.filter(isTold) }
}

const yearsInBody = 10
const yearsInProvince = 5

/** The people whose positions these are, those of most documents first; every name among them has its slug as a key. */
export function peopleOf(positions: readonly Position[], decisions: readonly Decided[]): Person[] {
  const all = appearancesOf(positions)
  const groups = new Groups(all.length)
  const at = (one: { name: string; document: string }) =>
    all.flatMap((a, i) => (a.slug === one.name && a.document === one.document ? [i] : []))
  const alone = new Set(decisions.flatMap(({ action, one }) => (action === 'alone' ? at(one) : [])))
  const byRule = all.map((_, i) => i).filter((i) => !alone.has(i))
  joinByRule(all, byRule, groups)
  for (const { action, one, other } of decisions)
    if (action === 'same' && other)
      for (const a of at(one)) for (const b of at(other)) groups.join(a, b)
  const people = groups.all().map((group) => personOf(group.map((i) => all[i] as Appearance)))
  const sizes = new Map(people.map((person) => [person, toldOf(person).documents.length]))
  const size = (person: Person) => sizes.get(person) ?? 0
  return people.sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1))
}

/** One a name and document, in order of day; unknown days first. */
function appearancesOf(positions: readonly Position[]): Appearance[] {
  const found = new Map<string, Appearance>()
  for (const position of positions) {
    const slug = slugIn(position)
    if (slug === null) continue
    const key = `${keyOf(position.name)}\n${position.document}`
    const { name, document, day } = position
    const appearance = found.get(key) ?? { slug, name, document, day: day ?? '', positions: [] }
    appearance.positions.push(position)
    found.set(key, appearance)
  }
  const sortKey = (a: Appearance) => `${a.day}~${a.document}~${a.name}`
  return [...found.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
}

/** The slug in the address of a person: "/people/dinh-van-man~3f2a91c0aaaa" → "dinh-van-man". */
export function slugIn({ person }: Pick<Position, 'person'>): string | null {
  const name = person?.replace(/^\/people\//, '').replace(/~[0-9a-f]*$/, '')
  return name ? decodeURIComponent(name) : null
}

function joinByRule(all: readonly Appearance[], which: readonly number[], groups: Groups): void {
  const one = (i: number) => all[i] as Appearance
  /** The last one so far of a name in a body or province. */
  const last = new Map<string, number>()
  const chain = (key: string, i: number, years: number) => {
    const before = last.get(key)
    if (before !== undefined && areNear(one(before), one(i), years)) groups.join(before, i)
    last.set(key, i)
  }
  const bare: number[] = []
  for (const i of which) {
    const { name, positions } = one(i)
    const bodies = new Set(
      positions.flatMap((p) => (p.organisation ? foldedWords(p.organisation) : [])),
    )
    const provinces = new Set(positions.flatMap((p) => p.provinces.map(({ current }) => current)))
    for (const body of bodies) chain(`${keyOf(name)}\nbody ${body}`, i, yearsInBody)
    for (const id of provinces) chain(`${keyOf(name)}\nprovince ${id}`, i, yearsInProvince)
    if (bodies.size === 0 && provinces.size === 0) bare.push(i)
  }
  joinBare(one, bare, which, groups)
}

/** Those of which nothing is told go to the only person of the name who is near. */
function joinBare(
  one: (i: number) => Appearance,
  bare: readonly number[],
  which: readonly number[],
  groups: Groups,
): void {
  const isBare = new Set(bare)
  const placed = new Map<string, number[]>()
  for (const i of which) {
    if (isBare.has(i)) continue
    const key = keyOf(one(i).name)
    const others = placed.get(key)
    if (others) others.push(i)
    else placed.set(key, [i])
  }
  // Looked up before any is joined, so that the order does not matter.
  const near = bare.map((i) => {
    const others = placed.get(keyOf(one(i).name)) ?? []
    return new Map(
      others
        .filter((other) => areNear(one(other), one(i), yearsInProvince))
        .map((other) => [groups.of(other), other]),
    )
  })
  const lastBare = new Map<string, number>()
  for (const [n, i] of bare.entries()) {
    const [only] = near[n]?.values() ?? []
    const count = near[n]?.size ?? 0
    if (count === 1 && only !== undefined) groups.join(only, i)
    if (count > 0) continue
    const key = keyOf(one(i).name)
    const before = lastBare.get(key)
    if (before !== undefined && areNear(one(before), one(i), yearsInProvince))
      groups.join(before, i)
    lastBare.set(key, i)
  }
}

function areNear(a: Appearance, b: Appearance, years: number): boolean {
  if (a.day === '' || b.day === '') return true
  return Math.abs(Date.parse(a.day) - Date.parse(b.day)) <= years * 366 * 86_400_000
}

function personOf(appearances: readonly Appearance[]): Person {
  const dated = appearances.filter(({ day }) => day !== '')
  const first = dated[0] ?? (appearances[0] as Appearance)
  const newest = [...dated.toReversed(), ...appearances.filter(({ day }) => day === '')]
  const names = [...new Set(newest.map(({ name }) => name))]
  return {
    id: `${first.slug}~${first.document.slice(0, 12)}`,
    name: names[0] ?? '',
    otherNames: names.slice(1),
    positions: newest.flatMap(({ positions }) => positions),
    documents: newest.map(({ slug, document, positions }) => ({
      id: document,
      title: positions[0]?.title ?? null,
      day: positions[0]?.day ?? null,
      slug,
      copies: positions[0]?.copies ?? 0,
      toldBy: positions[0]?.toldBy ?? null,
    })),
  }
}

/** Numbers that are put together, step by step. */
class Groups {
  readonly #parent: number[]
  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, i) => i)
  }
  of(i: number): number {
    let root = i
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root
    // Shortens the way for the next one who asks.
    for (let at = i; at !== root; ) {
      const next = this.#parent[at] ?? root
      this.#parent[at] = root
      at = next
    }
    return root
  }
  join(a: number, b: number): void {
    const [low, high] = [this.of(a), this.of(b)].sort((x, y) => x - y)
    if (low !== undefined && high !== undefined) this.#parent[high] = low
  }
  all(): number[][] {
    const groups = new Map<number, number[]>()
    for (let i = 0; i < this.#parent.length; i++) {
      const group = groups.get(this.of(i))
      if (group) group.push(i)
      else groups.set(this.of(i), [i])
    }
    return [...groups.values()]
  }
}
