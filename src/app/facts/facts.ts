// Facts for those who ask: found by filters, people told apart, numbers of documents looked up. All of it is read from the store.
import type { Readable } from 'node:stream'
import { UserError } from '../../errors.ts'
import { type Person, peopleOf, toldOf } from '../../facts/people.ts'
import { askedWords } from '../../facts/words.ts'
import type { FactKind } from '../../model/facts.ts'
import type { FactPage, KeyCount, NumberedDocument, PersonDecision } from '../../ports/facts.ts'
import { numberKeyOf } from '../../text/number-key.ts'
import type { Context } from '../context.ts'
import { type Asked, exportAll, type Search } from '../export/export.ts'
import type { ExportFormat, ExportKind } from '../export/params.ts'
import type { AskedFacts } from './params.ts'
import { provinceIdOf } from './province-id.ts'
import { factQueryOf } from './query.ts'

/** Positions of one name that are looked at, the newest. */
const mostPositions = 5000
const mostMet = 50
const mostDocuments = 200
/** Documents in which it is looked whom a person met. */
const mostMeetings = 500
/** Names that hand-made decisions lead to. */
const mostNames = 20

export { type Person, toldOf }
export type PersonRef = { name: string; document: string }

export type PersonDetails = {
  /** Those that the address names: one, or several where it names but a name. */
  people: Person[]
  /** Others of the same name. */
  namesakes: Person[]
  /** Of the only one: who else is named in the same documents. */
  met: KeyCount[]
  decisions: PersonDecision[]
}

export type NumberDetails = {
  /** As it is written most recently in the archive, else as it was asked for. */
  number: string
  /** Documents of the number in the archive, the oldest first. */
  documents: NumberedDocument[]
  /** What the oldest of them cites. */
  cites: FactPage<'citations'>
  citedBy: FactPage<'citations'>
  /** Those that change, replace or repeal it. */
  changedBy: FactPage<'citations'>
}

export type FactsApp = {
  /** One page of facts. Throws UserError for a province that is none, or a cursor of another list. */
  find<K extends FactKind>(
    kind: K,
    asked: AskedFacts<K>,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<FactPage<K>>
  /** Names of people, or subjects of shares, that have all of these words: by name, or the most frequent ones. */
  keys(
    kind: 'officials' | 'percentages',
    query: { q?: string | undefined; after?: string | undefined; limit: number },
  ): Promise<KeyCount[]>
  topKeys(kind: 'officials' | 'percentages', limit: number): Promise<KeyCount[]>
  /** The people of a reference such as "dinh-van-man" or "dinh-van-man~3f2a91c0aaaa"; null where nobody is. */
  people(reference: string): Promise<PersonDetails | null>
  /** Says that two are one, or that one is told together with nobody by rule. Throws UserError where they are not named. */
  decide(decision: Omit<PersonDecision, 'at'>): Promise<void>
  withdraw(decision: Pick<PersonDecision, 'action' | 'one' | 'other'>): Promise<boolean>
  /** Everything of a kind that matches, as a stream of bytes; see `exportAll`. */
  exportAll<K extends ExportKind>(kind: K, format: ExportFormat, asked: Asked<K>): Promise<Readable>
  /** A number in any spelling; null where it is none. */
  number(written: string): Promise<NumberDetails | null>
}

/** `search`: what exports of searched documents page through. */
export function createFacts(context: Context, search: Search): FactsApp {
  const { store } = context
  const find: FactsApp['find'] = (kind, asked, page) =>
    store.facts(factQueryOf(kind, asked, page, (name) => provinceIdOf(context, name)))

  return {
    find,
    keys: async (kind, { q, after = '', limit }) => {
      const words = askedWords(q ?? '')
      // Something was typed, but no word.
      if (q?.trim() && words.length === 0) return []
      return store.keysOf(kind, { words, after, limit })
    },
    topKeys: (kind, limit) => store.topKeysOf(kind, limit),

    async people(reference) {
      const [slug = '', start] = reference.split('~')
      const { people, decisions } = await everybodyOf(context, slug)
      const isMeant = (person: Person) =>
        person.documents.some((d) => d.slug === slug && (!start || d.id.startsWith(start)))
      const meant = people.filter(isMeant)
      const [only] = meant
      if (!only) return null
      const slugs = new Set(only.documents.map((d) => d.slug))
      const documents = only.documents.slice(0, mostMeetings).map(({ id }) => id)
      const met = meant.length === 1 ? await store.namedIn(documents, mostMet + slugs.size) : []
      return {
        people: meant,
        namesakes: people.filter((person) => !meant.includes(person)),
        met: met.filter(({ key }) => !slugs.has(key)).slice(0, mostMet),
        decisions,
      }
    },

    async decide(decision) {
      const who = decision.who.trim().slice(0, 100).toWellFormed()
      if (who === '') throw new UserError('Say who decides: a name.')
      for (const one of [decision.one, decision.other])
        if (one && !(await isNamed(context, one)))
          throw new UserError(`No document ${one.document.slice(0, 12)} names such a person.`)
      if (decision.action === 'same' && !decision.other)
        throw new UserError('Say with whom: choose another person.')
      await store.decidePerson({ ...decision, who, at: new Date().toISOString() })
    },
    withdraw: (decision) => store.withdrawDecision(decision),
    exportAll: (kind, format, asked) => exportAll(context, search, kind, format, asked),

    async number(written) {
      const key = numberKeyOf(written)
      if (key === '') return null
      const documents = await store.documentsOfNumber(key, mostDocuments)
      const ofNumber = { kind: 'citations', key, order: 'day', limit: 50 } as const
      const [citedBy, changedBy] = await Promise.all([
        store.facts(ofNumber),
        store.facts({ ...ofNumber, sub: ['amends', 'replaces', 'repeals'] }),
      ])
      const [oldest] = documents
      const cites = oldest
        ? await store.facts({ kind: 'citations', document: oldest.id, order: 'day', limit: 100 })
        : { facts: [], next: null }
      const number = documents.at(-1)?.number ?? citedBy.facts[0]?.number ?? written.trim()
      return { number, documents, cites, citedBy, changedBy }
    },
  }
}

/** Everybody of a slug, and of the names that decisions put beside it. */
async function everybodyOf(
  { store }: Context,
  slug: string,
): Promise<{ people: Person[]; decisions: PersonDecision[] }> {
  const slugs = new Set([slug])
  let decisions: PersonDecision[] = []
  for (let known = 0; known < slugs.size && slugs.size <= mostNames; ) {
    known = slugs.size
    decisions = await store.personDecisions([...slugs])
    for (const { one, other } of decisions)
      for (const { name } of other ? [one, other] : [one]) slugs.add(name)
  }
  const positions = await store.positionsOf([...slugs], mostPositions)
  return { people: peopleOf(positions, decisions), decisions }
}

async function isNamed({ store }: Context, { name, document }: PersonRef): Promise<boolean> {
  const { facts } = await store.facts({
    kind: 'officials',
    key: name,
    document,
    order: 'day',
    limit: 1,
  })
  return name !== '' && facts.length > 0
}
