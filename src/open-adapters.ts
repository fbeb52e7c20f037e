// Opens what a configuration names, by the kind of each URL. The only place that chooses adapters; each is loaded when it is chosen.
//
//   on one machine   storeUrl sqlite:/srv/vanthu/vanthu.db      queueUrl local:                blobsUrl folder:/srv/vanthu/blobs
//   on several       storeUrl postgres://vanthu@db/vanthu       queueUrl redis://queue:6379    blobsUrl s3://bucket/prefix?endpoint=…
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from './errors.ts'
import type { BlobReader, BlobStore } from './ports/blobs.ts'
import type { Queue } from './ports/queue.ts'
import type { Store, StoreReader } from './ports/store.ts'
import { applyCorrections } from './record/corrections/apply-corrections.ts'

/** Opens the store of a URL, made and brought up to date where needed. Throws UserError where that cannot be. */
export async function openStore(url: string): Promise<Store> {
  const { kind, rest } = partsOf(url)
  if (isPostgres(url)) {
    const { openPostgresStore } = await import('./adapters/postgres/store.ts')
    return openPostgresStore(url, applyCorrections)
  }
  if (kind !== 'sqlite') throw unsupported('store', url, storeKinds)
  const { openSqliteStore } = await import('./adapters/sqlite/store.ts')
  return openSqliteStore(rest === ':memory:' ? rest : resolve(rest), applyCorrections)
}

/**
 * Opens for reading only a store that is there and of this version; `snapshot`: as it is now, until it is closed. Throws
 * UserError where there is none.
 */
export async function openStoreSource(
  url: string,
  options: { snapshot?: boolean } = {},
): Promise<StoreReader> {
  const { kind, rest } = partsOf(url)
  if (isPostgres(url)) {
    const { openPostgresSource } = await import('./adapters/postgres/source.ts')
    return openPostgresSource(url, options)
  }
  if (kind !== 'sqlite') throw unsupported('store', url, storeKinds)
  const { openSqliteSource } = await import('./adapters/sqlite/source.ts')
  return openSqliteSource(resolve(rest), options)
}

/** A store's URL without user and password, the same for the same store however its file or machine was named. */
export async function placeOfStore(url: string): Promise<string> {
  if (isPostgres(url)) {
    const { readPostgresAddress } = await import('./adapters/postgres/address.ts')
    const { server, database, schema } = readPostgresAddress(url)
    const machine = server.toLowerCase().replace(/^(?:localhost|\[::1\]):/, '127.0.0.1:')
    return `postgres://${machine}/${database}${schema ? `?schema=${schema}` : ''}`
  }
  const path = resolve(partsOf(url).rest)
  try {
    return `sqlite:${realpathSync(path)}`
  } catch {
    // Not there yet.
    return `sqlite:${path}`
  }
}

/** Opens for reading only a blob store that is there. Throws UserError where there is none. */
export async function openBlobSource(url: string): Promise<BlobReader> {
  const { kind, rest } = partsOf(url)
  if (kind === 's3') {
    const { openS3Blobs } = await import('./adapters/blobs/s3-blobs.ts')
    return openS3Blobs(url, { readOnly: true })
  }
  if (kind !== 'folder') throw unsupported('blob store', url, blobKinds)
  const { openFolderBlobSource } = await import('./adapters/blobs/folder-blob-source.ts')
  return openFolderBlobSource(resolve(rest))
}

/** Opens the blob store of a URL, made where needed. Throws UserError where that cannot be. */
export async function openBlobs(url: string): Promise<BlobStore> {
  const { kind, rest } = partsOf(url)
  if (kind === 's3') {
    const { openS3Blobs } = await import('./adapters/blobs/s3-blobs.ts')
    return openS3Blobs(url)
  }
  if (kind !== 'folder') throw unsupported('blob store', url, blobKinds)
  const { openFolderBlobs } = await import('./adapters/blobs/folder-blobs.ts')
  try {
    return await openFolderBlobs(resolve(rest))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EACCES' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST')
      throw new UserError(
        `The folder ${resolve(rest)} cannot be written to (${code}); name another in VANTHU_DATA.`,
        { cause: error },
      )
    throw error
  }
}

const storeKinds = 'sqlite:<file> or postgres://user:password@host/database'
const blobKinds = 'folder:<folder> or s3://bucket/prefix?endpoint=<URL>'
const isPostgres = (url: string): boolean => /^postgres(?:ql)?:/.test(url)
/** Whether a queue is one of this process. */
export const isLocal = (queueUrl: string): boolean => partsOf(queueUrl).kind === 'local'

/** Opens the queue of a URL; `onError` is told of what goes wrong with it later. Throws UserError where that cannot be. */
export async function openQueue(url: string, onError: (error: Error) => void): Promise<Queue> {
  const { kind } = partsOf(url)
  if (kind === 'redis' || kind === 'rediss') {
    const { openRedisQueue } = await import('./adapters/queues/redis-queue.ts')
    return openRedisQueue(url, onError)
  }
  if (kind === 'postgres' || kind === 'postgresql') {
    const { openPostgresQueue } = await import('./adapters/queues/postgres-queue.ts')
    return openPostgresQueue(url, onError)
  }
  if (!isLocal(url))
    throw unsupported('queue', url, 'local:, redis://host:6379 or postgres://user:password@host/db')
  const { createLocalQueue } = await import('./adapters/queues/local-queue.ts')
  return createLocalQueue()
}

/** "sqlite:/a/b" and "sqlite:///a/b" → kind "sqlite", rest "/a/b". */
function partsOf(url: string): { kind: string; rest: string } {
  const colon = url.indexOf(':')
  return { kind: url.slice(0, colon), rest: url.slice(colon + 1).replace(/^\/\/(?=\/)/, '') }
}

function unsupported(what: string, url: string, supported: string): UserError {
  // Only the kind is shown: the rest may hold a password.
  return new UserError(
    `The ${what} "${partsOf(url).kind}:" is not supported by this version; use ${supported}.`,
  )
}
