// `vanthu migrate --from sqlite:… --to postgres:…`: copies the archive to another store, or compares the two.
import {
  type Comparison,
  compareStores,
  type MigrateReport,
  migrate as run,
} from '../app/migrate.ts'
import { UserError } from '../errors.ts'
import { documentStates } from '../model.ts'
import {
  openBlobSource,
  openBlobs,
  openStore,
  openStoreSource,
  placeOfStore,
} from '../open-adapters.ts'
import { closeAtEnd } from './closing.ts'
import { bold, countOf, print, printJson, red } from './output.ts'
import { withProgress } from './progress.ts'
import { table } from './table.ts'

export type MigrateOptions = {
  from: string
  to: string
  fromBlobs?: string
  toBlobs?: string
  /** Only compare. */
  compare?: boolean
  json?: boolean
}

/** What `vanthu migrate --json` prints; `--compare` leaves out what was copied. */
export type MigrateResult = Comparison &
  Partial<MigrateReport> & { from: string; to: string; documents: number; seconds: number }

/** Most differences in the words for people; `--json` has more. */
const mostShown = 20

/** Copies or compares, prints what became of it; gives the exit status. */
export async function migrate(options: MigrateOptions): Promise<number> {
  const startedAt = performance.now()
  const places = await placesOf(options)
  const report = await withProgress('document', (onProgress: OnProgress) =>
    options.compare ? compareBoth(options, onProgress) : copy(options, onProgress),
  )
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10
  const result: MigrateResult = { ...places, ...report, seconds }
  if (options.json) await printJson(result)
  else await print(textOf(result, options))
  if (result.differing > 0) return 3
  return result.isChanging || !hasEqualCounts(result) ? 4 : 0
}

/** Both stores as they may be shown. Throws UserError for what cannot be meant. */
async function placesOf(options: MigrateOptions): Promise<{ from: string; to: string }> {
  for (const [option, url] of [
    ['--from', options.from],
    ['--to', options.to],
  ] as const)
    if (!/^[a-z][a-z0-9+-]*:/.test(url))
      throw new UserError(`${option} must begin with its kind, such as "sqlite:" or "postgres:".`)
  if (options.to === 'sqlite::memory:')
    throw new UserError('A store in memory is gone when this ends; name a file in --to.')
  if (!options.compare && (options.fromBlobs === undefined) !== (options.toBlobs === undefined))
    throw new UserError('Blobs are copied where both --from-blobs and --to-blobs are given.')
  const from = await named('--from', () => placeOfStore(options.from))
  const to = await named('--to', () => placeOfStore(options.to))
  if (from === to) throw new UserError(`--from and --to are the same store: ${from}.`)
  return { from, to }
}

async function copy(options: MigrateOptions, onProgress: OnProgress): Promise<MigrateReport> {
  const from = await named('--from', () => openStoreSource(options.from))
  closeAtEnd(() => from.close())
  const fromBlobs = options.fromBlobs && (await openBlobSource(options.fromBlobs))
  if (fromBlobs) closeAtEnd(() => fromBlobs.close())
  const to = await named('--to', () => openStore(options.to))
  closeAtEnd(() => to.close())
  const toBlobs = options.toBlobs && (await openBlobs(options.toBlobs))
  if (toBlobs) closeAtEnd(() => toBlobs.close())
  const blobs = fromBlobs && toBlobs ? { from: fromBlobs, to: toBlobs } : undefined
  return run({ from, to, blobs, onProgress })
}

async function compareBoth(options: MigrateOptions, onProgress: OnProgress) {
  const from = await named('--from', () => openStoreSource(options.from))
  closeAtEnd(() => from.close())
  const to = await named('--to', () => openStoreSource(options.to))
  closeAtEnd(() => to.close())
  const toBlobs = options.toBlobs && (await openBlobSource(options.toBlobs))
  if (toBlobs) closeAtEnd(() => toBlobs.close())
  return compareStores({ from, to, blobs: toBlobs || undefined, onProgress })
}

/** Opens one of the two. Stores speak of the setting they are usually named in; here it is an option. */
async function named<T>(option: '--from' | '--to', open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new UserError(`${option}: ${error.message.replaceAll('VANTHU_STORE_URL', option)}`, {
      cause: error,
    })
  }
}

type OnProgress = NonNullable<Parameters<typeof run>[0]['onProgress']>

const hasEqualCounts = ({ counts: { source, target } }: Comparison): boolean =>
  documentStates.every((state) => source[state] === target[state])

function textOf(result: MigrateResult, options: MigrateOptions): string {
  const { counts, differences, differing } = result
  const states = table(
    [
      { heading: 'state' },
      { heading: 'source', align: 'right' },
      { heading: 'target', align: 'right' },
    ],
    documentStates.map((state) => [
      state,
      String(counts.source[state]),
      String(counts.target[state]),
    ]),
  )
  const copied =
    result.copied === undefined
      ? 'compared'
      : `${result.copied} copied now, ${result.there} there already`
  const lines = [
    `${result.from} → ${result.to}`,
    states,
    bold(`${countOf(result.documents, 'document')}: ${copied}; ${result.seconds} s.`),
  ]
  if (result.blobs)
    lines.push(
      `${countOf(result.blobs.copied, 'blob')} copied now, ${result.blobs.there} there already.`,
    )
  if (differing > 0) lines.push(red(`${countOf(differing, 'difference')}:`), differencesOf(result))
  else if (result.isChanging || !hasEqualCounts(result))
    lines.push(
      red('The source is still being written to: stop its workers and run this once more.'),
    )
  else lines.push('All documents are equal in both, by counts and by hashes.', adviceOf(options))
  if (differing > Math.min(mostShown, differences.length))
    lines.push(`… ${differing} in all; --json names the first ${differences.length}.`)
  return lines.filter(Boolean).join('\n')
}

function differencesOf({ differences }: MigrateResult): string {
  return table(
    [{ heading: 'id' }, { heading: 'document', max: 40 }, { heading: 'what', max: 80 }],
    differences.slice(0, mostShown).map(({ id, name, what }) => [id.slice(0, 12), name, what]),
  )
}

function adviceOf({ compare, toBlobs }: MigrateOptions): string {
  if (compare) return ''
  return toBlobs
    ? `Set VANTHU_STORE_URL to the new store and VANTHU_BLOBS_URL to ${toBlobs}.`
    : 'Set VANTHU_STORE_URL to the new store. The blobs stay where they are: let VANTHU_BLOBS_URL name their folder (until now "blobs" in VANTHU_DATA, unless it was set).'
}
