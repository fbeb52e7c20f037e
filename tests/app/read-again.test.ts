// Trying again, reading again and forgetting, through the whole application on real files.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { UserError } from '../../src/errors.ts'
import { makeZip } from '../support/make-zip.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openTestApp } from '../support/test-app.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
const report = readFileSync(join(samples, 'txt-bao-cao-huyen', 'source.txt'))
const page = readFileSync(join(samples, 'html-hoi-nghi-so-ket', 'source.html'))

/** An archive with these files, all read, and a way to write to its tables by another hand. */
async function archiveOf(files: Record<string, Uint8Array>) {
  const folder = await temporaryFolder()
  const app = await openTestApp({ folder })
  app.startWorkers()
  const ids: string[] = []
  for (const [name, bytes] of Object.entries(files))
    ids.push((await app.ingest({ name, bytes })).id)
  await app.idle()
  const change = (sql: string) => {
    const database = new DatabaseSync(join(folder, 'data', 'vanthu.db'))
    database.exec(sql)
    database.close()
  }
  return { app, ids: ids as [string, string, string], change, folder }
}
const stateOf = async (app: App, id: string) => (await app.document(id))?.row.state
const madeBy = async (app: App, id: string) => (await app.document(id))?.record?.madeBy

describe('reading again what is stale', () => {
  test.each<[what: string, change: string, text: string]>([
    ['an older parser, from the bytes', "parser = 'text/1'", 'UBND HUYỆN TUY AN'],
    ['an older extractor, from the text', "extractor = '0'", 'UBND HUYỆN TUY XÀ'],
    ['other dictionaries, from the text', "lexicon = 'abc'", 'UBND HUYỆN TUY XÀ'],
  ])('finds what was made by %s', async (_, change, text) => {
    const { app, ids, change: write } = await archiveOf({ 'a.txt': report, 'b.html': page })
    expect(await app.reprocess({ stale: true })).toEqual([])
    const before = await madeBy(app, ids[0])
    write(`
      UPDATE record SET ${change} WHERE document_id = '${ids[0]}';
      UPDATE parsed SET body = replace(body, 'UBND HUYỆN TUY AN', 'UBND HUYỆN TUY XÀ')`)
    expect(await app.reprocess({ stale: true })).toEqual([ids[0]])
    // The record that is there stays until it is replaced.
    expect(await madeBy(app, ids[0])).toEqual(before)
    await app.idle()
    expect(await app.document(ids[0])).toMatchObject({
      row: { state: 'extracted' },
      record: { text: expect.stringContaining(text), madeBy: before },
    })
    expect(await app.reprocess({ stale: true })).toEqual([])
  })

  test('reads again what is named, and all', async () => {
    const { app, ids } = await archiveOf({ 'a.txt': report, 'b.html': page })
    expect(await app.reprocess({ ids: [ids[1].slice(0, 8), ids[1]] })).toEqual([ids[1]])
    await app.idle()
    expect((await app.reprocess({ all: true })).sort()).toEqual([...ids].sort())
    await app.idle()
    expect((await app.status()).counts).toMatchObject({ extracted: 2, pending: 0 })
    await expect(app.reprocess({ ids: ['abcdef'] })).rejects.toThrow(UserError)
  })
})

describe('trying again', () => {
  const files = { 'rỗng.txt': new Uint8Array(), 'rác.pdf': Buffer.alloc(4096, 7), 'a.txt': report }

  test('all that failed, or those of one code', async () => {
    const { app, ids } = await archiveOf(files)
    expect((await app.status()).counts).toMatchObject({ failed: 2, extracted: 1 })
    expect(await app.retry({ failed: true, code: 'empty' })).toEqual([ids[0]])
    await app.idle()
    expect((await app.retry({ failed: true })).sort()).toEqual([ids[0], ids[1]].sort())
    await app.idle()
    expect((await app.status()).counts).toMatchObject({ failed: 2, extracted: 1 })
    await expect(app.retry({ failed: true, code: 'odd' })).rejects.toThrow(/no code.*corrupt/)
  })

  test('what is named; what was read is refused', async () => {
    const { app, ids, change } = await archiveOf(files)
    change(`UPDATE document SET state = 'failed' WHERE id = '${ids[2]}'`)
    expect(await app.retry({ ids: [ids[2].slice(0, 6)] })).toEqual([ids[2]])
    await app.idle()
    expect(await stateOf(app, ids[2])).toBe('extracted')
    await expect(app.retry({ ids: [ids[2]] })).rejects.toThrow(/a\.txt was read.*reprocess/)
    await expect(app.retry({ ids: ['f'.repeat(64)] })).rejects.toThrow(UserError)
  })
})

describe('forgetting', () => {
  const blobOf = (folder: string, id: string) =>
    join(folder, 'data', 'blobs', id.slice(0, 2), id.slice(2, 4), id)
  const archive = makeZip([
    { name: 'trong/báo cáo.txt', content: report },
    { name: 'trang.html', content: page },
  ])

  test('removes the bytes; what was cut short is finished by asking again', async () => {
    const { app, ids, folder, change } = await archiveOf({ 'a.txt': report })
    const [id] = ids
    expect(await app.forget({ id: id.slice(0, 8) })).toEqual({ documents: [{ id, name: 'a.txt' }] })
    expect(existsSync(blobOf(folder, id))).toBe(false)
    expect(await app.forgotten(id.slice(0, 8))).toMatchObject({ id, name: 'a.txt' })
    expect((await app.search({ q: 'tuy an', limit: 5 })).total).toBe(0)
    await expect(app.forget({ id: 'abcdef' })).rejects.toThrow(UserError)

    // Killed between the rows and the bytes: the row is gone, the blob is not.
    await app.ingest({ name: 'a.txt', bytes: report })
    await app.idle()
    expect(await app.forgotten(id)).toBeNull()
    change(`DELETE FROM document WHERE id = '${id}'`)
    expect(existsSync(blobOf(folder, id))).toBe(true)
    await app.forget({ id })
    expect(existsSync(blobOf(folder, id))).toBe(false)
  })

  test('of an archive asks for what came only in it', async () => {
    const { app, ids, folder } = await archiveOf({ 'trang.html': page, 'kho.zip': archive })
    const [alone, zip] = ids
    const members = (await app.document(zip))?.members ?? []
    const inside = members.find(({ name }) => name === 'trong/báo cáo.txt')?.id ?? ''
    expect(members).toHaveLength(2)
    await expect(app.forget({ id: zip })).rejects.toThrow(/kho\.zip holds.*trong\/báo cáo\.txt/)
    const { documents } = await app.forget({ id: zip, withMembers: true })
    expect(documents.map(({ id }) => id)).toEqual([zip, inside])
    for (const id of [zip, inside]) expect(existsSync(blobOf(folder, id))).toBe(false)
    expect(await app.document(alone)).toMatchObject({
      container: null,
      row: { name: 'trang.html' },
    })
  })
})

test('the state of the archive tells the pace, what waits longest and how long all of it takes', async () => {
  const { app, folder } = await archiveOf({ 'a.txt': report, 'b.html': page })
  const read = await app.status()
  expect(read).toMatchObject({ oldest: null, running: [], quarantined: [], hindered: [] })
  expect(read.pace).toMatchObject({ ended: 2, perMinute: expect.any(Number), secondsLeft: null })
  // By a process without workers.
  const other = await openTestApp({ folder })
  await other.reprocess({ all: true })
  const { pace, oldest } = await other.status()
  expect(oldest?.name).toMatch(/^(?:a\.txt|b\.html)$/)
  expect(pace).toEqual({ ended: 0, perMinute: null, secondsLeft: null })
})
