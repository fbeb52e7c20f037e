// Families of copies and versions in PostgreSQL; see families.ts.
import type { Copy } from '../../ports/search.ts'
import type { Store } from '../../ports/store.ts'
import { bandsOf } from '../../text/resemblance.ts'
import { copyOf, relationOf, toldBy } from '../copy-row.ts'
import {
  areOfOnePlace,
  areOneText,
  familiesOf,
  isSameLikeness,
  type Kin,
  type Likeness,
} from '../families.ts'
import type { Ask, Row, Value } from './database.ts'

/** Any number of our own: the first key of the lock under which families change. */
const familyLock = 0x6b696e
/** Candidates that are looked at first. */
const fewCandidates = 100

/** The part of the store that tells of copies. */
export function createPostgresCopies(ask: Ask): Pick<Store, 'copiesOf'> {
  return {
    async copiesOf(id, limit) {
      const found = await readCopies(ask, [id], limit)
      return found.get(id) ?? { count: 0, copies: [] }
    },
  }
}

/** The others of the families of documents, by id; documents that are alone are left out. */
export async function readCopies(
  ask: Ask,
  ids: readonly string[],
  limit: number,
): Promise<Map<string, { count: number; copies: Copy[] }>> {
  const { rows } = await ask(
    `SELECT * FROM (
       SELECT own.document_id AS of, d.id, d.name, d.received_at,
         count(*) OVER (PARTITION BY own.number) AS count,
         row_number() OVER (PARTITION BY own.number ORDER BY d.received_at, d.id) AS place,
         ${relationOf('own.document_id', 'd.id', 'bool_or')} AS relation
       FROM record own JOIN copy c ON c.record = own.number JOIN copy other ON other.family = c.family
         JOIN record r ON r.number = other.record JOIN document d ON d.id = r.document_id
       WHERE own.document_id = ANY ($1::text[]) AND other.record <> own.number) AS copies
     WHERE place <= $2 ORDER BY of, place`,
    [ids, limit],
  )
  const found = new Map<string, { count: number; copies: Copy[] }>()
  for (const row of rows) {
    const entry = found.get(row.of) ?? { count: Number(row.count), copies: [] }
    entry.copies.push(copyOf(row))
    found.set(row.of, entry)
  }
  return found
}

/**
 * Keeps what a record's family is found by, and finds it anew where that changed. Part of the transaction of `ask`, which has
 * locked the document and should end soon.
 */
export async function setLikeness(
  ask: Ask,
  record: number,
  likeness: Likeness | null,
): Promise<void> {
  const { rows } = await ask('SELECT number, bytes AS signature FROM signature WHERE record = $1', [
    record,
  ])
  if (isSameLikeness(rows[0] ? likenessIn(rows[0]) : null, likeness)) return
  await leaveFamily(ask, record)
  if (!likeness) return
  const { signature, number } = likeness
  await ask(
    `INSERT INTO signature (record, number, bytes, bands) VALUES ($1, $2, decode($3, 'hex'), $4)`,
    [record, number, Buffer.from(signature).toString('hex'), bandsOf(signature)],
  )
  await joinFamilies(ask, record)
}

/**
 * Families change one at a time until the end of the transaction: of two documents saved at once, the second sees the first. Taken
 * behind the locks of documents, and before anything is written to the tables of copies.
 */
async function lockFamilies(ask: Ask): Promise<void> {
  await ask('SELECT pg_advisory_xact_lock($1, hashtext(current_schema()))', [familyLock])
}

/** A record is removed, or comes from other places: takes it and what its family is found by away, and parts what it held together. */
export async function leaveFamily(ask: Ask, record: number): Promise<void> {
  await lockFamilies(ask)
  const [own] = await kinWhere(ask, 's.record = $1', [record])
  if (!own) return
  await ask('DELETE FROM signature WHERE record = $1', [record])
  if (own.family === null) return
  // Without the record itself: it has no signature any more.
  const rest = await kinWhere(ask, 'c.family = $1', [own.family])
  await ask('DELETE FROM copy WHERE family = $1', [own.family])
  for (const family of familiesOf(rest)) {
    const name = family[0]?.record ?? record
    await ask('INSERT INTO copy (record, family) SELECT unnest($1::bigint[]), $2::bigint', [
      family.map((member) => member.record),
      name,
    ])
    await markMembers(ask, name)
  }
}

/** A document came from a further place, or from one again. */
export async function addPlace(ask: Ask, id: string): Promise<void> {
  await lockFamilies(ask)
  const { rows } = await ask('SELECT number FROM record WHERE document_id = $1', [id])
  if (rows[0]) await joinFamilies(ask, Number(rows[0].number))
}

/** Makes one family of a record, of its own and of all that it now belongs together with. */
async function joinFamilies(ask: Ask, record: number): Promise<void> {
  const [own] = await kinWhere(ask, 's.record = $1', [record])
  if (!own) return
  const joined = new Map([[own.family ?? record, own.family === null]])
  const join = async (condition: string, values: Value, areKin: typeof areOneText) => {
    // A large family is found in the first few of it, so these are asked for first.
    for (let after = 0, limit = fewCandidates; ; limit *= 10) {
      const { rows } = await ask(
        `SELECT s.record, s.number, s.bytes AS signature, c.family FROM signature s LEFT JOIN copy c ON c.record = s.record
         WHERE s.record <> $1 AND s.record > $2 AND coalesce(c.family, s.record) <> ALL ($3::bigint[]) AND ${condition}
         ORDER BY s.record LIMIT $4`,
        [record, after, [...joined.keys()], limit, values],
      )
      for (const row of rows) {
        const family = Number(row.family ?? row.record)
        if (!joined.has(family) && areKin(own, likenessIn(row)))
          joined.set(family, row.family === null)
      }
      if (rows.length < limit) break
      after = Number(rows.at(-1)?.record)
    }
  }
  await join('s.bands && $5::integer[]', bandsOf(own.signature), areOneText)
  await join(
    `s.record IN (
       SELECT r.number FROM source own JOIN source shared ON shared.digest = own.digest
         JOIN record r ON r.document_id = shared.document_id
       WHERE own.document_id = $5 AND own.place IS NOT NULL AND shared.place IS NOT NULL)`,
    own.id,
    areOfOnePlace,
  )
  if (joined.size === 1 && own.family === null) return
  const alone = [...joined].flatMap(([family, isAlone]) => (isAlone ? [family] : []))
  await ask('INSERT INTO copy (record, family) SELECT n, n FROM unnest($1::bigint[]) AS n', [alone])
  const families = [...joined.keys()]
  const { rows } = await ask(
    'SELECT number FROM record WHERE number = ANY ($1::bigint[]) ORDER BY document_id LIMIT 1',
    [families],
  )
  const name = Number(rows[0]?.number)
  await ask('UPDATE copy SET family = $1 WHERE family = ANY ($2::bigint[]) AND family <> $1', [
    name,
    families,
  ])
  await markMembers(ask, name)
}

/** Notes which members of a family others of it came later than, from the same place; and whose facts are told. */
async function markMembers(ask: Ask, family: number): Promise<void> {
  await ask(
    `UPDATE copy SET superseded_by = came.later FROM (
       SELECT record, min(later) AS later FROM (
         SELECT c.record, min(c.record) OVER (
           PARTITION BY s.digest ORDER BY s.last_at DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS later
         FROM copy c JOIN record r ON r.number = c.record JOIN source s ON s.document_id = r.document_id
         WHERE c.family = $1 AND s.place IS NOT NULL) AS one GROUP BY record) AS came
     WHERE copy.record = came.record AND copy.superseded_by IS DISTINCT FROM came.later`,
    [family],
  )
  await ask(toldBy('$1'), [family])
}

async function kinWhere(ask: Ask, condition: string, values: readonly Value[]): Promise<Kin[]> {
  const { rows } = await ask(
    `SELECT s.record, s.number, s.bytes AS signature, r.document_id AS id, c.family,
       ARRAY(SELECT digest FROM source WHERE document_id = r.document_id AND place IS NOT NULL) AS places
     FROM signature s JOIN record r ON r.number = s.record LEFT JOIN copy c ON c.record = s.record WHERE ${condition}`,
    values,
  )
  return rows.map((row) => ({
    ...likenessIn(row),
    record: Number(row.record),
    id: row.id,
    family: row.family === null ? null : Number(row.family),
    places: row.places,
  }))
}

const likenessIn = ({ number, signature }: Row): Likeness => ({ number, signature })
