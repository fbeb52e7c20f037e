// Exports: everything that matches, read from the store page by page while it is sent, so that memory stays the same however
// much there is. Between pages others may write: what comes or changes meanwhile may be in it or not.
import { Readable } from 'node:stream'
import type { FactKind } from '../../model/facts.ts'
import type { SearchQuery, SearchResult } from '../../ports/search.ts'
import type { Context } from '../context.ts'
import type { AskedFacts } from '../facts/params.ts'
import { provinceIdOf } from '../facts/province-id.ts'
import { factQueryOf } from '../facts/query.ts'
import { columnsOf, type Exported } from './columns.ts'
import { csvOf, ndjsonOf } from './lines.ts'
import type { AskedDocuments, ExportFormat, ExportKind } from './params.ts'
import { workbookOf } from './workbook.ts'

/** Facts and documents that are read at once. */
const factsAtOnce = 1000
const documentsAtOnce = 50
const hitsAtOnce = 100

/** What the export of a search pages through. */
export type Search = (query: SearchQuery) => Promise<SearchResult>

export type Asked<K extends ExportKind> = K extends FactKind ? AskedFacts<K> : AskedDocuments

/**
 * The bytes of everything of a kind that matches, in a format. Throws UserError where what is asked cannot be, TransientError
 * where the store is not to be had now; what goes wrong later ends the stream with that error.
 */
export async function exportAll<K extends ExportKind>(
  context: Context,
  search: Search,
  kind: K,
  format: ExportFormat,
  asked: Asked<K>,
): Promise<Readable> {
  const rows = (
    kind === 'documents'
      ? documentsOf(context, search, asked as AskedDocuments)
      : factsOf(context, kind as FactKind, asked as AskedFacts)
  ) as AsyncGenerator<Exported[K]>
  // The first one is looked for before anything is sent, so that a mistake can still be told as one.
  const begun = withFirst(await rows.next(), rows)
  const columns = columnsOf[kind]
  if (format === 'ndjson') return Readable.from(ndjsonOf(begun), { objectMode: false })
  if (format === 'csv') return Readable.from(csvOf(begun, columns), { objectMode: false })
  return workbookOf(begun, columns, kind)
}

async function* withFirst<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    if (first.done) return
    yield first.value
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

async function* factsOf<K extends FactKind>(context: Context, kind: K, asked: AskedFacts<K>) {
  const provinceId = (name: string) => provinceIdOf(context, name)
  let cursor: string | undefined
  do {
    const query = factQueryOf(kind, asked, { limit: factsAtOnce, cursor }, provinceId)
    const page = await context.store.facts(query)
    yield* page.facts
    cursor = page.next ?? undefined
  } while (cursor)
}

async function* documentsOf(
  context: Context,
  search: Search,
  asked: AskedDocuments,
): AsyncGenerator<Exported['documents']> {
  const plain = withoutSearch(asked)
  if (!plain) {
    yield* foundDocuments(context, search, asked)
    return
  }
  const {
    limit: _,
    cursor: __,
    ...filters
  } = factQueryOf('dates', plain, { limit: documentsAtOnce }, (name) => provinceIdOf(context, name))
  let cursor: string | undefined
  do {
    const page = await context.store.records({ ...filters, limit: documentsAtOnce, cursor })
    for (const { id, record } of page.records) yield { id, ...record }
    cursor = page.next ?? undefined
  } while (cursor)
}

/** What is asked, where the store answers it without a search; else null. */
function withoutSearch({ from, to, ...asked }: AskedDocuments): AskedFacts<'dates'> | null {
  const plain: AskedFacts<'dates'> = { from, to }
  for (const [field, value] of Object.entries(asked)) {
    const [one, ...others] = [value ?? []].flat()
    if (one === undefined || one === '') continue
    const isPlain = ['province', 'official', 'type', 'year'].includes(field)
    if (!isPlain || others.length > 0) return null
    Object.assign(plain, { [field]: one })
  }
  return plain
}

/** What a search finds, copies among it. */
async function* foundDocuments(
  context: Context,
  search: Search,
  { from = '', to = '9999', ...asked }: AskedDocuments,
): AsyncGenerator<Exported['documents']> {
  let cursor: string | undefined
  do {
    const page = await search({ ...asked, copies: 'all', limit: hitsAtOnce, cursor })
    for (const { id, publishedAt, issuedOn } of page.hits) {
      const day = (publishedAt ?? issuedOn ?? '').slice(0, 10)
      if (day < from || day > to || (day === '' && to !== '9999')) continue
      const record = await context.store.getRecord(id)
      if (record) yield { id, ...record }
    }
    cursor = page.next ?? undefined
  } while (cursor)
}
