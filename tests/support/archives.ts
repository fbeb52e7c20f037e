// Archives of each kind for tests: opened, filled, backed up, looked over, asked fifty questions.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { backup } from '../../src/app/backup/backup.ts'
import { verify } from '../../src/app/backup/verify.ts'
import { openBlobSource, openBlobs, openStore, openStoreSource } from '../../src/open-adapters.ts'
import type { BlobStore } from '../../src/ports/blobs.ts'
import type { Store, StoreReader, WholeDocument } from '../../src/ports/store.ts'
import { allOf } from './all-of.ts'
import { type Filled, fiftyQueries, fillStore } from './fill-store.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Where an archive is, as the settings say it. */
export type Place = { storeUrl: string; blobsUrl: string }
export type Archive = { place: Place; store: Store; blobs: BlobStore }

/** A place in a folder of the running test. */
export const embedded = async (): Promise<Place> => {
  const folder = await temporaryFolder()
  return { storeUrl: `sqlite:${join(folder, 'vanthu.db')}`, blobsUrl: `folder:${folder}/blobs` }
}

/** Opens an archive, made where there is none; closed after the test. */
export async function openPlace(place: Place): Promise<Archive> {
  const [store, blobs] = [await openStore(place.storeUrl), await openBlobs(place.blobsUrl)]
  onTestFinished(async () => {
    await store.close()
    await blobs.close()
  })
  return { place, store, blobs }
}

/** An archive of documents in every state, with their originals. */
export async function filledArchive(place: Place): Promise<Archive & { filled: Filled }> {
  const archive = await openPlace(place)
  const filled = await fillStore(archive.store)
  for (const bytes of filled.bytes.values()) await archive.blobs.put(bytes)
  await archive.store.addCorrection({
    documentId: filled.extracted[3] ?? '',
    who: 'Lan',
    at: '2026-03-02T09:00:00.000Z',
    item: 'field',
    action: 'correct',
    target: 'title',
    value: 'Tiêu đề sửa tay',
  })
  return { ...archive, filled }
}

/** Writes a backup of it. */
export async function backUp({ storeUrl, blobsUrl }: Place, file: string, options = {}) {
  const snapshot = await openStoreSource(storeUrl, { snapshot: true })
  const blobs = await openBlobSource(blobsUrl)
  try {
    return await backup({ file, snapshot, blobs, version: '9.9.9', ...options })
  } finally {
    await snapshot.close()
    await blobs.close()
  }
}

/** What `verify` finds in it. */
export async function findingsIn({ storeUrl, blobsUrl }: Place) {
  const snapshot = await openStoreSource(storeUrl, { snapshot: true })
  const store = await openStoreSource(storeUrl)
  const blobs = await openBlobSource(blobsUrl)
  try {
    return (await verify({ snapshot, store, blobs })).findings
  } finally {
    await store.close()
    await blobs.close()
  }
}

/** What a store answers to the fifty questions. */
export const answersOf = async (store: Store) =>
  Promise.all(fiftyQueries.map((query) => store.search({ ...query, limit: 20 })))

/** All documents of a store, by id. */
export async function* documentsOf(store: StoreReader): AsyncGenerator<WholeDocument> {
  for (const id of await store.idsAfter('', 1_000)) {
    const document = await store.wholeDocument(id)
    if (document) yield document
  }
}

/** Ids of all blobs. */
export const blobIdsOf = async (blobs: BlobStore) => (await allOf(blobs.list())).map(({ id }) => id)
