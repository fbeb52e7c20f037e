// What is asked of facts, and what the store gives. Part of the store: rows of facts are written with the record they are of.
import type { FactKind, Facts } from '../model/facts.ts'
import type { DocumentType, VanthuRecord } from '../model.ts'

/** How facts are ordered: newest documents first; checks that disagree first; the earliest or the latest deadline first. */
export const factOrders = ['day', 'check', 'deadline', '-deadline'] as const
export type FactOrder = (typeof factOrders)[number]

/** Empty fields do not restrict. Of words, all must occur, with or without tone marks. */
export type FactQuery = {
  kind: FactKind
  /** Words of the fact or around it. */
  q?: string | undefined
  /** Id, old or today's: today's finds those of all it was formed from. */
  province?: string | undefined
  /** ISO days that the document's day lies between, both included. */
  from?: string | undefined
  to?: string | undefined
  type?: DocumentType | undefined
  /** Id of the document it is in. */
  document?: string | undefined
  /** Of officials: the name, the body or title. Of other kinds: such an official is named in the document. */
  official?: string | undefined
  organisation?: string | undefined
  /** Of directives and citations: who ordered, or issued. */
  issuer?: string | undefined
  assignee?: string | undefined
  /** Of percentages. */
  subject?: string | undefined
  /** What `FactRow.sub` is one of. */
  sub?: readonly string[] | undefined
  /** What `FactRow.key` is: of citations `numberKeyOf` of the number, of officials the slug. */
  key?: string | undefined
  /** ISO days that the last day of the deadline or date lies between, both included; those without one are left out. */
  lastFrom?: string | undefined
  lastTo?: string | undefined
  /** ISO days that the date or deadline touches. */
  touchesFrom?: string | undefined
  touchesTo?: string | undefined
  /** Of citations: whether the archive has a document of the number. */
  known?: boolean | undefined
  order: FactOrder
  limit: number
  /** `next` of the page before. */
  cursor?: string | undefined
}

export type FactPage<K extends FactKind = FactKind> = { facts: Facts[K][]; next: string | null }

/** A document of a number. */
export type NumberedDocument = {
  id: string
  title: string | null
  number: string
  issuer: string | null
  day: string | null
  documentType: DocumentType
  /** Copies and versions of it that bear no other number. */
  copies: number
}

/** One value with how many facts and documents have it. */
export type KeyCount = {
  key: string
  label: string
  facts: number
  documents: number
  lastDay: string
}

/**
 * What a person decided about appearances of names. `same`: the two are one person. `alone`: the first is told together with
 * no other by rule.
 */
export type PersonDecision = {
  action: 'same' | 'alone'
  /** Slug of the name and id of the document. */
  one: { name: string; document: string }
  other: { name: string; document: string } | null
  who: string
  at: string
}

/** What records are asked by: what facts of any kind are. */
export type RecordQuery = Pick<
  FactQuery,
  'province' | 'from' | 'to' | 'type' | 'official' | 'organisation' | 'limit' | 'cursor'
>

export type FactStore = {
  /** Whole records, the newest first; of a province are those that name it. */
  records(
    query: RecordQuery,
  ): Promise<{ records: Array<{ id: string; record: VanthuRecord }>; next: string | null }>
  /**
   * One page of facts. Of documents that are nearly the same (see `Store.copiesOf`), those of one are listed, unless one document
   * is asked for. Throws UserError where the cursor is none of ours. */
  facts<K extends FactKind>(query: FactQuery & { kind: K }): Promise<FactPage<K>>
  /** Names of people or subjects of shares by key from behind `after` on, that have all of these folded words. */
  keysOf(
    kind: 'officials' | 'percentages',
    query: { words: readonly string[]; after: string; limit: number },
  ): Promise<KeyCount[]>
  /** The most frequent ones; as everywhere, copies count once. */
  topKeysOf(kind: 'officials' | 'percentages', limit: number): Promise<KeyCount[]>
  /** The positions of everybody whose slug is one of these, also those of copies; at most `limit`, the newest. */
  positionsOf(slugs: readonly string[], limit: number): Promise<Facts['officials'][]>
  /** Others that are named as officials in these documents: slug, name and in how many of them. */
  namedIn(documents: readonly string[], limit: number): Promise<KeyCount[]>
  /** Documents of a number (see `numberKeyOf`), the oldest first; of copies one. */
  documentsOfNumber(key: string, limit: number): Promise<NumberedDocument[]>
  /** Decisions about any of these slugs, by time. */
  personDecisions(slugs: readonly string[]): Promise<PersonDecision[]>
  /** Keeps a decision in place of the same one. */
  decidePerson(decision: PersonDecision): Promise<void>
  /** Takes a decision back; false where it was not there. */
  withdrawDecision(decision: Pick<PersonDecision, 'action' | 'one' | 'other'>): Promise<boolean>
}
