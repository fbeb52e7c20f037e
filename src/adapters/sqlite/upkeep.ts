// Upkeep of the SQLite store: rows of no document, filling an empty store, the index looked over and made anew.
import { UserError } from '../../errors.ts'
import type { LooseRow, Store } from '../../ports/store.ts'
import { likenessFaults, likenessOf } from '../families.ts'
import { factsOf, indexFaultsOf } from '../index-faults.ts'
import { columnsOf, looseInsert, looseRowOf, looseTableOf, looseTables } from '../loose-tables.ts'
import { dayOf, indexedWords } from '../search/words.ts'
import { readLikeness } from './copies.ts'
import type { SqliteDatabase } from './database.ts'
import { recordIndexFaults } from './facets.ts'
import { emptyFacts, factFaultsIn } from './facts.ts'
import { indexRecord, wordTables } from './index.ts'
import type { Prepare } from './prepared.ts'
import { writeWhole } from './whole.ts'

const pageSize = 500
const mostFaults = 20
/** SQLite's text is UTF-8. */
const kept = (text: string) => text.toWellFormed()

/** What of the store is only read; `read` runs it. */
export function createSqliteInspection(
  sql: Prepare,
  read: <T>(work: () => T) => T,
): Pick<Store, 'looseRows' | 'indexFaults' | 'storeFaults'> {
  return {
    async *looseRows() {
      for (const table of looseTables) {
        const columns = columnsOf(table)
        const page = (after: string) =>
          read(() =>
            sql(
              `SELECT ${columns} FROM ${table.table} WHERE ${table.key} > ? ORDER BY ${table.key} LIMIT ?`,
            ).all(after, pageSize),
          )
        for (let rows = page(''); rows.length > 0; rows = page(String(rows.at(-1)?.[table.key])))
          for (const row of rows) yield { table: table.table, row: looseRowOf(table, row) }
      }
    },

    indexFaults: async (id) =>
      read(() => {
        const row = sql('SELECT number, day, type, body FROM record WHERE document_id = ?').get(id)
        if (!row) return []
        const number = Number(row.number)
        const record = JSON.parse(String(row.body))
        const rowsOf = (statement: string) => sql(statement).all(number)
        const words = wordTables.filter(
          (table) => rowsOf(`SELECT 1 FROM ${table} WHERE rowid = ?`).length === 0,
        )
        return indexFaultsOf(
          factsOf(record, kept),
          {
            day: String(row.day),
            type: String(row.type),
            provinces: rowsOf('SELECT id, current FROM record_province WHERE record = ?').map(
              ({ id, current }) => ({ id: String(id), current: String(current) }),
            ),
          },
          [
            ...words.map((table) => `no ${table.replace('_', ' ')}`),
            ...recordIndexFaults(sql, number, record),
            ...factFaultsIn(sql, number, record),
            ...likenessFaults(
              readLikeness(sql, number),
              likenessOf(record, indexedWords(record).signature),
            ),
          ],
        )
      }),

    storeFaults: async () =>
      read(() => {
        const faults = sql(`PRAGMA integrity_check(${mostFaults})`)
          .all()
          .map((row) => String(row.integrity_check))
          .filter((line) => line !== 'ok')
          .map((line) => `SQLite says of the database: ${line}`)
        const strayKeys = sql('PRAGMA foreign_key_check').all().length
        if (strayKeys > 0) faults.push(`${strayKeys} rows belong to documents that are not there`)
        for (const [table, owner] of [
          ...wordTables.map((table) => [table, 'record']),
          ['fact_words', 'fact'],
        ]) {
          const row = sql(
            `SELECT count(*) AS n FROM ${table} WHERE rowid NOT IN (SELECT number FROM ${owner})`,
          ).get()
          if (Number(row?.n) > 0) faults.push(`${row?.n} rows of ${table} belong to no ${owner}`)
        }
        const strayBands = sql(
          'SELECT count(*) AS n FROM signature_band WHERE record NOT IN (SELECT record FROM signature)',
        ).get()
        if (Number(strayBands?.n) > 0)
          faults.push(`${strayBands?.n} rows of signature_band belong to no record`)
        return faults
      }),
  }
}

/** What of the store is written. */
export function createSqliteUpkeep(
  sql: Prepare,
  { connection, run, transaction }: SqliteDatabase,
): Pick<Store, 'putLooseRow' | 'fill' | 'reindex' | 'emptyIndex'> {
  const putLooseRow = ({ table: name, row }: LooseRow) => {
    const table = looseTableOf(name)
    const values = columnsOf(table).map((column) => row[column] ?? null)
    sql(looseInsert(table, () => '?')).run(...values)
  }
  return {
    putLooseRow: async (row) => run(() => putLooseRow(row)),

    async fill({ documents, looseRows }) {
      run(() => connection.exec('BEGIN IMMEDIATE'))
      try {
        if (run(() => sql('SELECT 1 FROM document LIMIT 1').get()))
          throw new UserError('The archive holds documents already; name an empty one.')
        for await (const document of documents()) run(() => writeWhole(sql, document))
        // Once more: now what they came in, and what came in them, is there.
        for await (const document of documents())
          if (document.row.container || document.members.length > 0)
            run(() => writeWhole(sql, document))
        for await (const row of looseRows()) run(() => putLooseRow(row))
        run(() => connection.exec('COMMIT'))
      } catch (error) {
        // A full disk may have rolled back already.
        if (connection.isTransaction) connection.exec('ROLLBACK')
        throw error
      }
    },

    reindex: async (id) =>
      transaction(() => {
        const row = sql('SELECT number, body FROM record WHERE document_id = ?').get(id)
        if (!row) return false
        const record = JSON.parse(String(row.body))
        sql('UPDATE record SET day = ?, type = ? WHERE number = ?').run(
          dayOf(record),
          record.documentType,
          Number(row.number),
        )
        indexRecord(sql, Number(row.number), record)
        return true
      }),

    emptyIndex: async () =>
      transaction(() => {
        for (const table of [
          'record_province',
          'record_index',
          'facet_value',
          'word',
          'signature',
          'signature_band',
          'copy',
        ])
          sql(`DELETE FROM ${table}`).run()
        emptyFacts(sql)
        for (const table of wordTables)
          sql(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`).run()
      }),
  }
}
