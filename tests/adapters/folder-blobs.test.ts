import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFolderBlobs } from '../../src/adapters/folder-blobs.ts'
import { host } from '../../src/adapters/left-behind.ts'
import { runBlobsContract } from '../contracts/blobs.case.ts'
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
