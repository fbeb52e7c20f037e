// The rows by which records are sorted and counted, as this process remembers them of PostgreSQL (see search/found/rows.ts).
//
// Rows bear the number of the transaction that wrote them. What is remembered is of a snapshot of the database: rows whose transaction
// that one did not see are read again. So a search sees what any process wrote before it began.
import { type FacetField, facetFields } from '../../ports/search.ts'
import { isNamed, nameWords } from '../search/facets.ts'
import type { FacetNames } from '../search/found/names.ts'
import { RowMemory, type Rows } from '../search/found/rows.ts'
import { foldedName } from '../search/words.ts'
import type { Ask, Row } from './database.ts'

/** Records that changed, and the number of the look that found them. */
type Change = { look: number; records: number[] }

/** Where more records changed, what is derived of them is made anew. */
const mostChanged = 1_000
/** Rows read in one go. */
const atOnce = 10_000
/** Rows that were taken out are noted for longer than that. */
const longestPauseMs = 24 * 3_600_000

const columns = `i.day, i.id, to_json(i.facets) AS facets, coalesce(c.family, 0)::float8 AS family,
  coalesce(c.superseded_by, 0)::float8 AS superseded_by,
  CASE WHEN c.record IS NOT NULL THEN (SELECT received_at FROM document WHERE id = i.id) END AS received_at`

/** What a snapshot ($1) did not see; numbers of another server, of which this is a copy, are no later ones. */
const unseen = `written >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(written, $1::pg_snapshot)
  AND written < pg_snapshot_xmax(pg_current_snapshot())`

export class RememberedRows {
  readonly #ask: Ask
  #memory = new RowMemory()
  #names = new Names()
  #snapshot: string | null = null
  /** By the clock of the server. */
  #lookedAtMs = 0
  /** Counts the looks that found something. */
  #look = 0
  #changes: Change[] = []
  #running: Promise<void> | null = null
  #next: Promise<void> | null = null

  constructor(ask: Ask) {
    this.#ask = ask
  }

  get rows(): Rows {
    return this.#memory.rows
  }

  /** What the numbers of values in the rows stand for. */
  get names(): FacetNames {
    return this.#names
  }

  /** What is derived of the rows now is derived of this look. */
  get look(): number {
    return this.#look
  }

  /** The records that changed since a look; null where all may have, or so many that it is the same. */
  changedSince(look: number): number[] | null {
    if (look === this.#look) return []
    const first = this.#changes[0]
    if (!first || first.look > look + 1) return null
    const records = this.#changes.flatMap((one) => (one.look > look ? one.records : []))
    return records.length > mostChanged ? null : records
  }

  /** Brings the rows to a state later than this call. Those who call while one looks share the look behind it. */
  refresh(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#lookAnew().finally(() => {
        this.#running = null
      })
      return this.#running
    }
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = null
        return this.refresh()
      })
    return this.#next
  }

  async #lookAnew(): Promise<void> {
    if (this.#snapshot === null || this.#memory.isWasteful) return this.#readAll()
    const { rows } = await this.#ask(
      `SELECT pg_current_snapshot()::text AS snapshot, extract(epoch FROM now())::float8 * 1000 AS now,
         n.record::float8 AS record, i.record IS NOT NULL AS is_there, ${columns}
       FROM (SELECT NULL::bigint AS record UNION SELECT record FROM record_index WHERE ${unseen}
         UNION SELECT record FROM copy WHERE ${unseen} UNION SELECT record FROM index_removed WHERE ${unseen}) AS n
         LEFT JOIN record_index i ON i.record = n.record LEFT JOIN copy c ON c.record = n.record`,
      [this.#snapshot],
    )
    const [first] = rows
    const changed = rows.filter(({ record }) => record !== null)
    // A server that another took the place of may know less; and after a pause not everything is noted.
    const isTold =
      end(first?.snapshot) >= end(this.#snapshot) && first?.now - this.#lookedAtMs < longestPauseMs
    if (!isTold || changed.some(({ record }) => record === 0)) return this.#readAll()
    this.#snapshot = first?.snapshot
    this.#lookedAtMs = first?.now
    if (changed.length === 0) return
    for (const row of changed) put(this.#memory, this.#names, row)
    this.#look++
    this.#changes.push({ look: this.#look, records: changed.map(({ record }) => record) })
    // Nobody asks for more.
    let noted = this.#changes.reduce((sum, { records }) => sum + records.length, 0)
    while (noted > mostChanged) noted -= this.#changes.shift()?.records.length ?? noted
  }

  async #readAll(): Promise<void> {
    const { rows } = await this.#ask(
      `SELECT pg_current_snapshot()::text AS snapshot, extract(epoch FROM now())::float8 * 1000 AS now,
         coalesce(max(record), 0)::float8 AS last, count(*)::float8 AS count FROM record_index`,
    )
    const [state] = rows
    // Searches under way go on with those that are there.
    const memory = new RowMemory()
    const names = new Names()
    memory.clear(state?.last, state?.count)
    // What is written meanwhile is read again at the next look, which begins from the snapshot before.
    for (let after = 0; ; ) {
      const { rows: page } = await this.#ask(
        `SELECT i.record::float8 AS record, TRUE AS is_there, ${columns}
         FROM record_index i LEFT JOIN copy c ON c.record = i.record
         WHERE i.record > $1 ORDER BY i.record LIMIT ${atOnce}`,
        [after],
      )
      for (const row of page) put(memory, names, row)
      if (page.length < atOnce) break
      after = page.at(-1)?.record
    }
    this.#memory = memory
    this.#names = names
    this.#look++
    this.#changes = []
    this.#snapshot = state?.snapshot
    this.#lookedAtMs = state?.now
  }
}

function put(memory: RowMemory, names: Names, row: Row): void {
  if (row.is_there)
    memory.put(row.record, {
      day: row.day,
      id: row.id,
      values: row.facets.map((text: string) => names.numberOf(text)),
      family: row.family,
      supersededBy: row.superseded_by,
      receivedAt: row.received_at,
    })
  else memory.remove(row.record)
}

/** The first transaction that a snapshot did not see, whatever became of it: "10:20:10,14" ends at 20. */
const end = (snapshot: string): bigint => BigInt(snapshot.split(':')[1] ?? '0')

/** Facet values, numbered as they are met. */
class Names implements FacetNames {
  readonly fields: number[] = [-1]
  readonly values: string[] = ['']
  readonly #numbers = new Map<string, number>()
  /** Folded names, of those that were asked for. */
  readonly #folded: string[] = []

  /** The number of a value with its field: "province:hoa-binh". */
  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const colon = text.indexOf(':')
    const number = this.values.push(text.slice(colon + 1)) - 1
    this.fields.push(facetFields.indexOf(text.slice(0, colon) as FacetField))
    this.#numbers.set(text, number)
    return number
  }

  *askedFor(field: string, asked: readonly string[]): Generator<number> {
    if (!isNamed(field)) {
      for (const value of asked) yield this.#numbers.get(`${field}:${value}`) ?? 0
      return
    }
    const place = facetFields.indexOf(field as FacetField)
    const names = asked.map(nameWords).filter((words) => words.length > 0)
    for (const [number, value] of this.values.entries()) {
      if (this.fields[number] !== place) continue
      const folded = this.#folded[number] ?? foldedName(value)
      this.#folded[number] = folded
      if (names.some((words) => words.every((word) => folded.includes(` ${word} `)))) yield number
    }
  }
}
