// Exports an archive of many documents in every format, each in a process of its own: how long, how much memory at most, and
// whether what is read back is what is in the store.
//
//   node bench/export.ts [DOCUMENTS] [sqlite | postgres]     100000 documents with a fact of each kind, in SQLite
//
// PostgreSQL is a server of our own, without fsync, or that of VANTHU_TEST_POSTGRES_URL, which must be empty.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import * as workbooks from '@e965/xlsx'
import { plainCell } from '../src/app/export/cells.ts'
import { columnsOf, type Exported } from '../src/app/export/columns.ts'
import { type ExportFormat, type ExportKind, exportFormats } from '../src/app/export/params.ts'
import { loadConfig } from '../src/config.ts'
import { createApp } from '../src/create-app.ts'
import { createLog } from '../src/log.ts'
import { openStore } from '../src/open-adapters.ts'
import { manyDocuments, nothing, nthId, nthRecord } from '../tests/support/many-facts.ts'
import { parseCsv } from '../tests/support/parse-csv.ts'
import { startPostgres } from '../tests/support/postgres.ts'

const kinds = ['documents', 'directives'] as const
const [first = '100000', ...rest] = process.argv.slice(2)

async function measure(count: number, engine: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vanthu-bench-export-'))
  const server = engine === 'postgres' ? await startPostgres() : null
  try {
    const path = join(folder, 'data', 'vanthu.db')
    const url = server?.url ?? `sqlite:${path}`
    const started = performance.now()
    const store = await openStore(url)
    await store.fill({ documents: () => manyDocuments(count), looseRows: nothing })
    await store.close()
    const size = server ? '' : `, database ${megabytes(statSync(path).size)} MB`
    console.log(
      `${count} documents filled in ${seconds(started)} s${size}; an idle process with the application takes ${run('export', folder, url, 'none', 'none', '').rss} MB`,
    )
    for (const kind of kinds)
      for (const format of exportFormats) {
        const file = join(folder, `${kind}.${format}`)
        const { took, rss } = run('export', folder, url, kind, format, file)
        const { equal } = run('check', kind, format, file, String(count))
        const size = megabytes(statSync(file).size)
        console.log(
          `${kind.padEnd(10)} ${format.padEnd(6)} ${took} s, ${size} MB, peak RSS ${rss} MB, read back ${equal ? 'equal' : 'DIFFERENT'}`,
        )
        rmSync(file)
      }
  } finally {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a part in a process of its own; gives what it printed. */
function run(...args: string[]): { took: string; rss: number; equal: boolean } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=6000', import.meta.filename, ...args],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

async function exportOne([folder = '', url, kind, format, file = '']: string[]): Promise<void> {
  const config = loadConfig({
    environment: { VANTHU_DATA: join(folder, 'data'), VANTHU_STORE_URL: url },
    folder,
  })
  const app = await createApp(config, { log: createLog({ level: 'silent' }) })
  const started = performance.now()
  if (kind !== 'none') {
    const bytes = await app.facts.exportAll(kind as ExportKind, format as ExportFormat, {})
    await pipeline(bytes, createWriteStream(file))
  } else await app.facts.find('dates', {}, { limit: 1 })
  const took = seconds(started)
  await app.close()
  console.log(JSON.stringify({ took, rss: megabytes(process.resourceUsage().maxRSS * 1024) }))
}

/** Whether a file holds what the records say, in whatever order: by the hash of its sorted rows. */
async function check([kind = '', format, file = '', count]: string[]): Promise<void> {
  const isDocuments = kind === 'documents'
  const columns = columnsOf[kind as 'documents' | 'directives'] as ReadonlyArray<
    readonly [string, (row: unknown) => unknown]
  >
  const names = columns.map(([name]) => name)
  const rows: string[][] = []
  if (format === 'ndjson')
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const row: unknown = JSON.parse(line)
      rows.push(columns.map(([, of]) => String(of(row) ?? '')))
    }
  else if (format === 'csv')
    rows.push(
      ...parseCsv(readFileSync(file, 'utf8'))
        .slice(1)
        .map((row) => row.map(plainCell)),
    )
  else {
    const book = workbooks.read(readFileSync(file), { dense: true })
    const sheet = book.Sheets[kind]
    if (!sheet) throw new Error('There is no such sheet.')
    const cells = workbooks.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' })
    for (const row of cells.slice(1)) rows.push(names.map((_, i) => String(row[i] ?? '')))
  }
  // What must be there, from the records and not from the store.
  const expected: string[][] = []
  for (let n = 0; n < Number(count); n++) {
    const record = nthRecord(n)
    const id = nthId(n)
    if (isDocuments) {
      const document: Exported['documents'] = { id, ...record }
      expected.push(columnsOf.documents.map(([, of]) => String(of(document) ?? '')))
    } else {
      const [one] = record.directives
      const place = ['text', 'deadline', 'document', 'title', 'day', 'link'] as const
      const values: Record<string, string> = {
        text: one?.text ?? '',
        deadline: one?.deadline ?? '',
        document: id,
        title: (record.title ?? '').replace(/\s+/g, ' '),
        day: record.publishedAt ?? '',
        link: `/d/${id}#a=${one?.start}-${one?.end}`,
      }
      expected.push(place.map((name) => values[name] ?? ''))
    }
  }
  const shown = isDocuments
    ? rows
    : rows.map((row) =>
        ['text', 'deadline', 'document', 'title', 'day', 'link'].map(
          (name) => row[names.indexOf(name)] ?? '',
        ),
      )
  console.log(JSON.stringify({ equal: hashOf(shown) === hashOf(expected) }))
}

const hashOf = (rows: readonly string[][]): string => {
  const hash = createHash('sha256')
  for (const line of rows.map((row) => JSON.stringify(row)).sort()) hash.update(`${line}\n`)
  return hash.digest('hex')
}
const seconds = (started: number) => ((performance.now() - started) / 1000).toFixed(1)
const megabytes = (bytes: number) => Math.round(bytes / 1024 ** 2)

if (first === 'export') await exportOne(rest)
else if (first === 'check') await check(rest)
else await measure(Number(first), rest[0] ?? 'sqlite')
