// What must be true after every fault and a restart, on every engine:
//
//   every input is in the archive with its SHA-256, or still in the inbox, or on the shelf of what failed, and once in all
//   the records are those of a calm run, but for times
//   the status names what failed, and nothing else is wrong
//   nothing is left behind: no temporary file, no half of a blob, no process
import { mkdir, readdir, readFile, rename } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect } from 'vitest'
import { verify } from '../../src/app/backup/verify.ts'
import { loadConfig } from '../../src/config.ts'
import { createApp } from '../../src/create-app.ts'
import { createLog } from '../../src/log.ts'
import { openBlobSource, openStoreSource } from '../../src/open-adapters.ts'
import type { Store, WholeDocument } from '../../src/ports/store.ts'
import { type Archive, type EngineName, openArchive, type Servers, until } from './engines.ts'
import { type Input, idOf } from './inputs.ts'
import { processesIn } from './processes.ts'

/** What is compared of a document. */
type Outcome = Pick<WholeDocument, 'parsed' | 'record'> & {
  state: string
  error: WholeDocument['row']['error']
}
/** Outcomes of a calm run, by id. */
export type Calm = ReadonlyMap<string, Outcome>

const calmRuns = new Map<EngineName, Promise<Map<string, Outcome>>>()
const silent = createLog({ level: 'silent' })

/** What becomes of inputs where nothing goes wrong, in one process; of each input once an engine. */
export function calmRun(
  engine: EngineName,
  servers: Servers | undefined,
  inputs: readonly Input[],
): Promise<Calm> {
  const before = calmRuns.get(engine) ?? Promise.resolve(new Map<string, Outcome>())
  const run = before.then((known) => runCalmly(engine, servers, inputs, known))
  calmRuns.set(engine, run)
  return run
}

async function runCalmly(
  engine: EngineName,
  servers: Servers | undefined,
  inputs: readonly Input[],
  known: Map<string, Outcome>,
): Promise<Map<string, Outcome>> {
  const taken = inputs.filter(({ bytes, ends }) => ends !== 'refused' && !known.has(idOf(bytes)))
  if (taken.length === 0) return known
  const archive = await openArchive(engine, servers)
  const { environment, base: folder, store } = archive
  const app = await createApp(loadConfig({ environment, folder }), { log: silent })
  app.startWorkers()
  for (const { path, bytes } of taken)
    await app.ingest({ name: path.split('/').at(-1) ?? path, place: path, bytes })
  await until('a calm run', async () => (await store.countStates()).pending === 0)
  await app.close()
  for (const { bytes } of taken) known.set(idOf(bytes), await outcomeOf(store, idOf(bytes)))
  return known
}

/** Waits until nothing is left to do: every input is taken or refused, every document has its end state. */
export async function settled(archive: Archive, inputs: readonly Input[]): Promise<void> {
  const taken = new Set(
    inputs.filter(({ ends }) => ends !== 'refused').map((one) => idOf(one.bytes)),
  )
  await until(
    'all inputs are taken and read',
    async () => {
      const { pending, ...ended } = await archive.store.countStates()
      const count = Object.values(ended).reduce((sum, one) => sum + one, 0)
      if (pending > 0 || count < taken.size)
        throw new Error(`${pending} documents wait, and ${count} of ${taken.size} have ended.`)
      const astray = astrayOf(await filesIn(archive.inbox), inputs)
      if (astray.length > 0) throw new Error(`Not where they belong: ${astray.join(', ')}.`)
      return true
    },
    100,
  )
}

/** Paths of the inputs that still lie in the inbox, or are not on the shelf that they belong on. */
const astrayOf = (files: readonly string[], inputs: readonly Input[]): string[] =>
  inputs
    .filter(({ path, ends }) => {
      const shelf = ends === 'read' ? 'done' : 'failed'
      return files.includes(path) || !files.some((file) => onShelf(file, path) === shelf)
    })
    .map(({ path }) => path)

/** Ends the processes and holds the archive against its inputs. */
export async function expectWhole(
  archive: Archive,
  inputs: readonly Input[],
  calm: Calm,
): Promise<void> {
  await settled(archive, inputs)
  await archive.stop()
  await expectNothingLeft(archive)
  await expectFilesOnce(archive, inputs)
  await expectDocuments(archive, inputs, calm)
  await expectStatus(archive, inputs)
}

export async function expectNothingLeft({ base, blobs }: Archive): Promise<void> {
  await until('all processes are gone', () => processesIn(base).length === 0)
  expect(await filesIn(join(blobs, '.incoming'))).toEqual([])
  expect(await readdir(join(base, 'tmp'))).toEqual([])
}

/** Every file lies on the shelf where it belongs, once and as it was, and nothing else does but notes. */
async function expectFilesOnce({ inbox }: Archive, inputs: readonly Input[]): Promise<void> {
  const files = await filesIn(inbox)
  const found: string[] = []
  for (const file of files) {
    if (file.startsWith('.failed/') && file.endsWith('.txt') && files.includes(file.slice(0, -4)))
      continue
    const [shelf, , ...path] = file.split('/')
    found.push(`${shelf}/${path.join('/')}: ${idOf(await readFile(join(inbox, file)))}`)
  }
  const expected = inputs.map(
    ({ path, bytes, ends }) => `.${ends === 'read' ? 'done' : 'failed'}/${path}: ${idOf(bytes)}`,
  )
  expect(found.sort()).toEqual(expected.sort())
}

/** A document of every content, with its bytes, its sources and the record of a calm run; and no other. */
export async function expectDocuments(
  archive: Archive,
  inputs: readonly Input[],
  calm: Calm,
): Promise<void> {
  const { store } = archive
  const placesById = new Map<string, string[]>()
  for (const { path, bytes, ends } of inputs) {
    if (ends === 'refused') continue
    const id = idOf(bytes)
    placesById.set(id, [...(placesById.get(id) ?? []), path.normalize('NFC')])
  }
  expect(await expectOriginals(archive)).toEqual([...placesById.keys()].sort())
  for (const [id, places] of placesById) {
    expect((await store.sourcesOf(id)).map(({ place }) => place).sort()).toEqual(places.sort())
    const expected = calm.get(id)
    if (!expected) throw new Error(`There is no calm run of ${places[0]}.`)
    expect(unnamed(await outcomeOf(store, id), places)).toEqual(unnamed(expected, places))
  }
}

/** Every document has its bytes, and no other bytes are there. Gives the ids. */
export async function expectOriginals({ store, blobs }: Archive): Promise<string[]> {
  const ids = await store.idsAfter('', 1_000_000)
  expect((await filesIn(blobs)).map((path) => basename(path)).sort()).toEqual(ids)
  for (const id of ids)
    expect(idOf(await readFile(join(blobs, id.slice(0, 2), id.slice(2, 4), id)))).toBe(id)
  return ids
}

/** The status names every failure, counts the others, and has nothing else to tell. */
async function expectStatus(archive: Archive, inputs: readonly Input[]): Promise<void> {
  const { environment, base: folder } = archive
  const config = loadConfig({ environment, folder })
  const app = await createApp(config, { log: silent })
  const status = await app.status()
  await app.close()
  const ids = (ends: Input['ends']) =>
    new Set(inputs.filter((input) => input.ends === ends).map(({ bytes }) => idOf(bytes)))
  expect(status).toMatchObject({
    notices: [],
    running: [],
    hindered: [],
    quarantined: [],
    counts: { pending: 0, failed: ids('failed').size, partial: 0, extracted: ids('read').size },
  })
  expect(status.failures.map(({ id }) => id).sort()).toEqual([...ids('failed')].sort())
  for (const { name, message } of status.failures) expect(message).toContain(name)
  await expectVerified(archive)
}

/** `vanthu verify` finds nothing. */
export async function expectVerified({ environment, base: folder }: Archive): Promise<void> {
  const { storeUrl, blobsUrl } = loadConfig({ environment, folder })
  const snapshot = await openStoreSource(storeUrl, { snapshot: true })
  const store = await openStoreSource(storeUrl)
  const blobs = await openBlobSource(blobsUrl)
  expect((await verify({ snapshot, store, blobs })).findings).toEqual([])
  await store.close()
}

async function outcomeOf(store: Store, id: string): Promise<Outcome> {
  const whole = await store.wholeDocument(id)
  if (!whole) throw new Error(`There is no document ${id}.`)
  const { row, parsed, record } = whole
  expect(row.holder).toBeNull()
  if (row.state !== 'failed') expect(row.attempts).toBe(0)
  return { state: row.state, error: row.error, parsed, record }
}

/** Which of several names is a document's first is a matter of chance. */
function unnamed(outcome: Outcome, places: readonly string[]): Outcome {
  if (places.length === 1 || !outcome.record) return outcome
  return {
    ...outcome,
    record: { ...outcome.record, source: { ...outcome.record.source, name: '' } },
  }
}

/** Paths of all files below a folder, in order; none where it is not there. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** The shelf that a path in an inbox is on, if what lay at `path` was moved there. */
function onShelf(file: string, path: string): 'done' | 'failed' | null {
  const [, shelf, , rest] = /^\.(done|failed)\/([^/]+)\/(.*)$/.exec(file) ?? []
  return rest === path ? (shelf as 'done' | 'failed') : null
}

/** Puts files that were moved away back to where they lay in the inbox. */
export async function putBack({ inbox }: Archive, inputs: readonly Input[]): Promise<void> {
  for (const file of await filesIn(inbox)) {
    const input = inputs.find(({ path }) => onShelf(file, path))
    if (!input) continue
    await mkdir(dirname(join(inbox, input.path)), { recursive: true })
    await rename(join(inbox, file), join(inbox, input.path))
  }
}
