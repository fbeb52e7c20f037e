// Upkeep of the PostgreSQL store: rows of no document, filling an empty store, the index looked over and made anew.
import { UserError } from '../../errors.ts'
import type { VanthuRecord } from '../../model.ts'
import type { LooseRow, Store } from '../../ports/store.ts'
import { likenessFaults, likenessOf } from '../families.ts'
import { factsOf, indexFaultsOf } from '../index-faults.ts'
import { columnsOf, looseInsert, looseRowOf, looseTableOf, looseTables } from '../loose-tables.ts'
import { dayOf, type IndexedWords, indexedWords } from '../search/words.ts'
import type { Ask, PostgresDatabase } from './database.ts'
import { factFaultsOf } from './facts.ts'
import { indexRecord } from './index.ts'
import { recordIndexFaults } from './record-index.ts'
import { writeWholeIn } from './whole.ts'
import { tsvectorsOf, wordSetsOf } from './words.ts'

const pageSize = 500
/** PostgreSQL's text takes neither U+0000 nor half a surrogate pair. */
const kept = (text: string) => text.replaceAll('\0', '\uFFFD').toWellFormed()
const indexTables = [
  'record_province',
  'folded_words',
  'title_words',
  'marked_words',
  'record_index',
  'prominent_words',
  'word',
  'signature',
  'copy',
  'fact_document',
  'fact_province',
  'fact',
]

/** What of the store is only read. */
export function createPostgresInspection(
  ask: Ask,
): Pick<Store, 'looseRows' | 'indexFaults' | 'storeFaults'> {
  return {
    async *looseRows() {
      for (const table of looseTables) {
        const { table: name, key } = table
        const page = async (after: string) => {
          const { rows } = await ask(
            `SELECT ${columnsOf(table)} FROM ${name} WHERE ${key} > $1 ORDER BY ${key} LIMIT $2`,
            [after, pageSize],
          )
          return rows
        }
        for (let rows = await page(''); rows.length > 0; rows = await page(rows.at(-1)?.[key]))
          for (const row of rows) yield { table: name, row: looseRowOf(table, row) }
      }
    },

    async indexFaults(id) {
      // In one statement, so that record and index are those of one moment.
      const { rows } = await ask(
        `SELECT r.day, r.type, r.body,
           (SELECT coalesce(json_agg(json_build_object('id', id, 'current', current)), '[]')
            FROM record_province WHERE record = r.number) AS provinces,
           (SELECT count(*) FROM folded_words WHERE record = r.number) AS folded_words,
           (SELECT count(*) FROM title_words WHERE record = r.number) AS title_words,
           (SELECT count(*) FROM marked_words WHERE record = r.number) AS marked_words,
           (SELECT count(*)::int FROM fact WHERE record = r.number) AS facts,
           (SELECT count(*)::int FROM fact_document WHERE record = r.number) AS documents,
           s.bytes AS signature, s.number AS own_number
         FROM record r LEFT JOIN signature s ON s.record = r.number WHERE r.document_id = $1`,
        [id],
      )
      const [row] = rows
      if (!row) return []
      const record: VanthuRecord = JSON.parse(row.body)
      const { day, type, provinces } = row
      const expected = indexedWords(record)
      const words = Object.entries(wordRowsOf(expected))
        .filter(([table, count]) => Number(row[table]) !== count)
        .map(
          ([table, count]) =>
            `${row[table]} rows of ${table.replace('_', ' ')} instead of ${count}`,
        )
      const { signature, own_number: number } = row
      const likeness = likenessFaults(
        signature && { signature, number },
        likenessOf(record, expected.signature),
      )
      return indexFaultsOf(factsOf(record, kept), { day, type, provinces }, [
        ...words,
        ...factFaultsOf(record, { facts: row.facts, documents: row.documents }),
        ...(await recordIndexFaults(ask, record, id)),
        ...likeness,
      ])
    },

    // PostgreSQL looks after itself: keys are held, and the rows of the index go with their records.
    storeFaults: async () => [],
  }
}

/** What of the store is written. */
export function createPostgresUpkeep({
  ask,
  transaction,
}: PostgresDatabase): Pick<Store, 'putLooseRow' | 'fill' | 'reindex' | 'emptyIndex'> {
  return {
    putLooseRow: (row) => putLooseRow(ask, row),

    fill: ({ documents, looseRows }) =>
      transaction(async (ask) => {
        // Reading the contents may take a while, and nobody else is to add anything meanwhile.
        await ask('SET LOCAL idle_in_transaction_session_timeout = 0')
        await ask('LOCK TABLE document IN EXCLUSIVE MODE')
        const { rows } = await ask('SELECT FROM document LIMIT 1')
        if (rows.length > 0)
          throw new UserError('The archive holds documents already; name an empty one.')
        for await (const document of documents()) await writeWholeIn(ask, document)
        // Once more: now what they came in, and what came in them, is there.
        for await (const document of documents())
          if (document.row.container || document.members.length > 0)
            await writeWholeIn(ask, document)
        for await (const row of looseRows()) await putLooseRow(ask, row)
      }),

    reindex: (id) =>
      transaction(async (ask) => {
        // The document first, as everybody who writes a record does.
        await ask('SELECT FROM document WHERE id = $1 FOR UPDATE', [id])
        const { rows } = await ask('SELECT number, body FROM record WHERE document_id = $1', [id])
        const [row] = rows
        if (!row) return false
        const record: VanthuRecord = JSON.parse(row.body)
        await ask('UPDATE record SET day = $2, type = $3 WHERE number = $1', [
          row.number,
          dayOf(record),
          record.documentType,
        ])
        await indexRecord(ask, row.number, record, indexedWords(record))
        return true
      }),

    emptyIndex: () =>
      transaction(async (ask) => {
        await ask(`TRUNCATE ${indexTables}`)
      }),
  }
}

async function putLooseRow(ask: Ask, { table: name, row }: LooseRow): Promise<void> {
  const table = looseTableOf(name)
  const values = columnsOf(table).map((column) => row[column] ?? null)
  await ask(
    looseInsert(table, (n) => `$${n}`),
    values,
  )
}

/** Rows of words that a record has. */
function wordRowsOf({
  title,
  lead,
  body,
  officials,
  marked,
}: IndexedWords): Record<string, number> {
  const count = (rows: Iterable<string>) => Array.from(rows).length
  return {
    folded_words: count(tsvectorsOf([title, lead, body, officials])),
    title_words: count(tsvectorsOf([title])),
    marked_words: count(wordSetsOf(marked)),
  }
}
