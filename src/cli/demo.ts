// `vanthu demo`: reads the samples into an archive that is thrown away, shows what was found, and serves the page.
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App, DocumentDetails } from '../app/app.ts'
import { loadConfig } from '../config.ts'
import { UserError } from '../errors.ts'
import { createLog } from '../log.ts'
import { closeAtEnd } from './closing.ts'
import { failureTable } from './ingest.ts'
import { openApp } from './open-app.ts'
import { bold, countOf, print, printJson, say } from './output.ts'
import { showProgress } from './progress.ts'
import { startHttp } from './serve.ts'
import { table } from './table.ts'

const samplesFolder = join(import.meta.dirname, '..', '..', 'samples')

/** Reads, prints, serves (unless `once`); gives the exit status. */
export async function demo(options: { once?: boolean; json?: boolean }): Promise<number> {
  const samples = await findSamples()
  const data = await mkdtemp(join(tmpdir(), 'vanthu-demo-'))
  closeAtEnd(() => rm(data, { recursive: true, force: true }))
  const base = loadConfig()
  // Whatever is configured, the demo keeps to its own folder.
  const config = Object.freeze({
    ...base,
    data,
    // It has no accounts, so it is this machine's alone.
    host: '127.0.0.1',
    accounts: 'auto' as const,
    inbox: [join(data, 'inbox')],
    storeUrl: `sqlite:${join(data, 'vanthu.db')}`,
    queueUrl: 'local:',
    blobsUrl: `folder:${join(data, 'blobs')}`,
  })
  let done = 0
  const progress = showProgress('Reading the samples', samples.length, 'document')
  const { app } = await openApp(
    {
      onFinished() {
        progress.update(++done)
      },
    },
    config,
  )
  const startedAt = performance.now()
  app.startWorkers()
  const ids: string[] = []
  for (const { name, path } of samples)
    ids.push((await app.ingest({ name, bytes: createReadStream(path) })).id)
  await app.idle()
  progress.end()
  const seconds = (performance.now() - startedAt) / 1000
  const all = (
    await Promise.all((await withMembers(app, ids)).map((id) => app.document(id)))
  ).filter((details) => details !== null)
  if (options.json) await printJson(all.map(rowOf))
  else await printTable(app, all, seconds)
  const failed = all.some((details) => details.row.state !== 'extracted' && !details.record)
  if (options.once) return failed ? 3 : 0
  const address = await startHttp(app, config, createLog({ level: 'error' }))
  await print(`\nLook at them on ${address}`)
  say('This archive is thrown away when you end the demo with Ctrl+C.')
  return new Promise(() => {})
}

/** The documents, each followed by those that came in it. */
async function withMembers(app: App, ids: readonly string[]): Promise<string[]> {
  const all: string[] = []
  for (const id of ids) {
    const members = await app.membersOf(id)
    all.push(
      id,
      ...(await withMembers(
        app,
        members.map(({ row }) => row.id),
      )),
    )
  }
  return all
}

async function findSamples(): Promise<Array<{ name: string; path: string }>> {
  const samples: Array<{ name: string; path: string }> = []
  for (const folder of (await readdir(samplesFolder).catch(() => [])).sort()) {
    const files = await readdir(join(samplesFolder, folder)).catch(() => [])
    const source = files.find((file) => file.startsWith('source.'))
    if (source)
      samples.push({
        name: `${folder}${source.slice('source'.length)}`,
        path: join(samplesFolder, folder, source),
      })
  }
  if (samples.length === 0)
    throw new UserError(`There are no samples in ${samplesFolder}; fetch the whole project again.`)
  return samples
}

function rowOf({ row, record }: DocumentDetails) {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    title: record?.title ?? null,
    date: record?.publishedAt?.slice(0, 10) ?? record?.issuedOn ?? null,
    officials: record?.officials.length ?? 0,
    provinces: record?.provinces.map((province) => province.name) ?? [],
    percentages: record?.percentages.length ?? 0,
    directives: record?.directives.length ?? 0,
  }
}

async function printTable(app: App, all: readonly DocumentDetails[], seconds: number) {
  const read = all.filter((details) => details.record).map(rowOf)
  await print(
    table(
      [
        { heading: 'title', max: 56 },
        { heading: 'date' },
        { heading: 'officials', align: 'right' },
        { heading: 'provinces', max: 30 },
        { heading: 'percentages', align: 'right' },
        { heading: 'directives', align: 'right' },
      ],
      read.map((row) => [
        row.title ?? row.name,
        row.date ?? '',
        String(row.officials),
        row.provinces.join(', '),
        String(row.percentages),
        String(row.directives),
      ]),
    ),
  )
  await print(`\n${bold(countOf(read.length, 'document'))} read in ${seconds.toFixed(1)} s.`)
  const { failures } = await app.status()
  if (failures.length > 0) await print(`\n${failureTable(failures)}`)
}
