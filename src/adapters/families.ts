// Which documents belong together, the same for every database: copies, and versions from one place. A family is what hangs
// together by such pairs, and is called by its document with the lowest id; so it does not depend on who came first.
import type { VanthuRecord } from '../model.ts'
import { slugOf } from '../text/fold.ts'
import { areCopies, areVersions } from '../text/resemblance.ts'

/** What is kept of a record to find its family by. */
export type Likeness = {
  signature: Uint8Array
  /** The document's own number as letters and digits ("16-2021-nq-hdnd"); '' where it has none. */
  number: string
}

/** A record among those that may belong together. */
export type Kin = Likeness & {
  /** Number of its row. */
  record: number
  /** Id of its document. */
  id: string
  /** Where it came from. */
  places: readonly string[]
  /** Its family, named by the row number of a record; null while it is alone. */
  family: number | null
}

/** What is kept of a record with this signature; null where it has none. */
export function likenessOf(record: VanthuRecord, signature: Uint8Array | null): Likeness | null {
  return signature && { signature, number: slugOf(record.number ?? '') }
}

export function isSameLikeness(one: Likeness | null, other: Likeness | null): boolean {
  if (!one || !other) return one === other
  return one.number === other.number && Buffer.compare(one.signature, other.signature) === 0
}

/** What is wrong with what is kept of a record, as part of a sentence; none where it is as it should be. */
export function likenessFaults(kept: Likeness | null, expected: Likeness | null): string[] {
  if (isSameLikeness(kept, expected)) return []
  return [kept ? 'another signature' : 'no signature']
}

/** Whether two records are copies, wherever they came from. Where both have numbers of their own, these are the same. */
export function areOneText(one: Likeness, other: Likeness): boolean {
  const isOtherNumber = one.number !== '' && other.number !== '' && one.number !== other.number
  return !isOtherNumber && areCopies(one.signature, other.signature)
}

/** Whether two records that came from the same place belong together. */
export function areOfOnePlace(one: Likeness, other: Likeness): boolean {
  return areVersions(one.signature, other.signature)
}

function areKin(one: Kin, other: Kin): boolean {
  if (areOneText(one, other)) return true
  return one.places.some((place) => other.places.includes(place)) && areOfOnePlace(one, other)
}

/** The families of records that have nothing to do with any others, each from its lowest id on. Those that are alone are left out. */
export function familiesOf(records: readonly Kin[]): Kin[][] {
  const families: Kin[][] = []
  let left = records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  while (left.length > 0) {
    const family = left.slice(0, 1)
    left = left.slice(1)
    // Grows while it is gone through.
    for (const member of family) {
      const others: Kin[] = []
      for (const other of left) (areKin(member, other) ? family : others).push(other)
      left = others
    }
    if (family.length > 1) families.push(family)
  }
  return families
}
