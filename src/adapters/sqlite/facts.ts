// The rows of facts in SQLite: written and cleared with the index rows of their record.

import { factDocumentOf, factRowsOf } from '../../facts/rows.ts'
import type { VanthuRecord } from '../../model.ts'
import { dayOf } from '../search/words.ts'
import type { Prepare } from './prepared.ts'

/** Writes the facts of a record that has none; `number` is its row number. Part of the transaction under way. */
export function writeFacts(sql: Prepare, number: number, record: VanthuRecord): void {
  const { title, number: own, numberKey, issuer, first, last } = factDocumentOf(record)
  sql('INSERT INTO fact_document VALUES (?, ?, ?, ?, ?, ?, ?)').run(
    number,
    title,
    own,
    numberKey,
    issuer,
    first,
    last,
  )
  const day = dayOf(record)
  for (const row of factRowsOf(record)) {
    const { lastInsertRowid: fact } = sql(
      `INSERT INTO fact (record, kind, place, day, type, key, label, sub, rank, first, last, value)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      number,
      row.kind,
      row.place,
      day,
      record.documentType,
      row.key,
      row.label,
      row.sub,
      row.rank,
      row.first,
      row.last,
      JSON.stringify(row.value),
    )
    sql('INSERT INTO fact_words (rowid, words, about, bodies) VALUES (?, ?, ?, ?)').run(
      fact,
      row.words,
      row.about,
      row.bodies,
    )
    for (const { id, current } of row.value.provinces)
      sql('INSERT OR IGNORE INTO fact_province VALUES (?, ?, ?)').run(fact, id, current)
  }
}

/** Removes the facts of a record. Part of the transaction under way. */
export function clearFacts(sql: Prepare, number: number): void {
  sql('DELETE FROM fact_words WHERE rowid IN (SELECT number FROM fact WHERE record = ?)').run(
    number,
  )
  sql('DELETE FROM fact WHERE record = ?').run(number)
  sql('DELETE FROM fact_document WHERE record = ?').run(number)
}

/** Removes all facts, whatever state their index is in. Part of the transaction under way. */
export function emptyFacts(sql: Prepare): void {
  sql(`INSERT INTO fact_words (fact_words) VALUES ('delete-all')`).run()
  for (const table of ['fact_province', 'fact', 'fact_document']) sql(`DELETE FROM ${table}`).run()
}

/** What is wrong with the facts of a record, in words. */
export function factFaultsIn(sql: Prepare, number: number, record: VanthuRecord): string[] {
  const found = sql(
    `SELECT (SELECT count(*) FROM fact WHERE record = $record) AS facts,
       (SELECT count(*) FROM fact_document WHERE record = $record) AS documents,
       (SELECT count(*) FROM fact_words WHERE rowid IN (SELECT number FROM fact WHERE record = $record)) AS words`,
  ).get({ record: number })
  const expected = factRowsOf(record).length
  const faults: string[] = []
  if (Number(found?.documents) !== 1) faults.push('no facts of the document')
  if (Number(found?.facts) !== expected) faults.push(`${found?.facts} facts instead of ${expected}`)
  else if (Number(found?.words) !== expected)
    faults.push(`words of ${found?.words} facts instead of ${expected}`)
  return faults
}
