import { mkdir, readdir, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFolderBlobSource } from '../../src/adapters/blobs/folder-blob-source.ts'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { host } from '../../src/adapters/left-behind.ts'
import { TransientError } from '../../src/errors.ts'
import { runBlobsContract } from '../contracts/blobs.case.ts'
import { allOf } from '../support/all-of.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

runBlobsContract({
  name: 'folder blobs',
  create: async () => openFolderBlobs(await temporaryFolder()),
})

const bytes = Buffer.from('Báo cáo tổng kết')

test('a blob lies in folders of two levels, and nothing unfinished beside it', async () => {
  const folder = await temporaryFolder()
  const blobs = await openFolderBlobs(folder)
  const { id } = await blobs.put(bytes)
  expect(await readdir(join(folder, id.slice(0, 2), id.slice(2, 4)))).toEqual([id])
  expect(await readdir(join(folder, '.incoming'))).toEqual([])
})

test('a damaged blob is replaced when its bytes come again', async () => {
  const folder = await temporaryFolder()
  const blobs = await openFolderBlobs(folder)
  const { id } = await blobs.put(bytes)
  await writeFile(join(folder, id.slice(0, 2), id.slice(2, 4), id), 'Bao cao tong ket')
  await blobs.put(bytes)
  expect(Buffer.compare(await blobs.get(id), bytes)).toBe(0)
})

test('where the whole disk is gone, nothing is missing for good, and nothing is written', async () => {
  const folder = join(await temporaryFolder(), 'disk')
  const blobs = await openFolderBlobs(folder)
  const { id } = await blobs.put(bytes)
  await rename(folder, `${folder} elsewhere`)
  await mkdir(folder)
  for (const ask of [
    () => blobs.get(id),
    () => blobs.withFile(id, async () => 1),
    () => blobs.put(Buffer.from('x')),
  ])
    expect(await ask().catch((error) => error)).toBeInstanceOf(TransientError)
  expect(await readdir(folder)).toEqual([])
})

test('what is no blob is listed as a stranger, whatever it is called', async () => {
  const folder = await temporaryFolder()
  const blobs = await openFolderBlobs(folder)
  const { id } = await blobs.put(bytes)
  const [one, two] = [id.slice(0, 2), id.slice(2, 4)]
  const strangers = [
    'Thumbs.db',
    join('zz', 'a.txt'),
    join(one, '.DS_Store'),
    join(one, two, `${id}.bak`),
    join(one, two, 'f'.repeat(64)),
    join('3f', '2a'),
    join('9c', '9c', `9c9c${'0'.repeat(60)}`, 'x'),
  ]
  for (const path of strangers) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), 'x')
  }
  await writeFile(join(folder, '.incoming', 'x.part'), 'x')
  for (const one of [blobs, await openFolderBlobSource(folder)]) {
    expect((await allOf(one.list())).map((blob) => blob.id)).toEqual([id])
    expect((await allOf(one.strangers())).sort()).toEqual(
      strangers.map((path) => (path.startsWith('zz') ? 'zz' : path.replace(/\/x$/, ''))).sort(),
    )
  }
})

test('a folder of blobs moved to another disk, with a link in its place, is listed', async () => {
  const folder = await temporaryFolder()
  const blobs = await openFolderBlobs(folder)
  const { id } = await blobs.put(bytes)
  const moved = join(await temporaryFolder(), 'moved')
  await rename(join(folder, id.slice(0, 2)), moved)
  await symlink(moved, join(folder, id.slice(0, 2)))
  expect((await allOf(blobs.list())).map((blob) => blob.id)).toEqual([id])
  expect(await allOf(blobs.strangers())).toEqual([])
})

test('opening clears what killed processes left, and nothing that is being written', async () => {
  const folder = await temporaryFolder()
  await openFolderBlobs(folder)
  const incoming = join(folder, '.incoming')
  const longAgo = new Date(Date.now() - 3 * 24 * 3600 * 1000)
  const own = `${process.pid}@${host}`
  await writeFile(join(incoming, `999999999@${host}-dead.part`), 'x')
  await writeFile(join(incoming, '999999999@elsewhere-busy.part'), 'x')
  await writeFile(join(incoming, '999999999@elsewhere-old.part'), 'x')
  await utimes(join(incoming, '999999999@elsewhere-old.part'), longAgo, longAgo)
  await writeFile(join(incoming, `${own}-mine.part`), 'x')
  await writeFile(join(incoming, `${own}-old.part`), 'x')
  await utimes(join(incoming, `${own}-old.part`), longAgo, longAgo)
  await openFolderBlobs(folder)
  expect((await readdir(incoming)).sort()).toEqual(
    [`${own}-mine.part`, '999999999@elsewhere-busy.part'].sort(),
  )
})
