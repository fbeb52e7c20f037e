// What every BlobStore does. An adapter's test calls this with a way to open one in a fresh place.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import type { BlobStore } from '../../src/ports/blobs.ts'
import { allOf } from '../support/all-of.ts'

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function runBlobsContract({
  name,
  create,
}: {
  name: string
  create: () => Promise<BlobStore>
}): void {
  describe(`${name} as a BlobStore`, () => {
    const text = Buffer.from('Hội nghị giao ban Cụm thi đua số 5')
    const large = Buffer.alloc(3_000_000, 'đ')

    test.each<[string, Uint8Array, () => Readable | Uint8Array]>([
      ['bytes', text, () => text],
      ['no bytes', Buffer.alloc(0), () => Buffer.alloc(0)],
      ['a stream in pieces', large, () => Readable.from([large.subarray(0, 7), large.subarray(7)])],
      ['an empty stream', Buffer.alloc(0), () => Readable.from([])],
    ])('keeps %s under their SHA-256', async (_, bytes, make) => {
      const blobs = await create()
      const put = await blobs.put(make())
      expect(put).toEqual({ id: hashOf(bytes), bytes: bytes.byteLength })
      expect(await blobs.has(put.id)).toBe(true)
      expect(Buffer.compare(await blobs.get(put.id), bytes)).toBe(0)
      expect(Buffer.compare(await blobs.withFile(put.id, (path) => readFile(path)), bytes)).toBe(0)
      await blobs.close()
    })

    test('the same bytes put at once many times are one blob', async () => {
      const blobs = await create()
      const puts = await Promise.all(
        Array.from({ length: 8 }, () => blobs.put(Readable.from([large]))),
      )
      expect(new Set(puts.map((put) => put.id))).toEqual(new Set([hashOf(large)]))
      expect(Buffer.compare(await blobs.get(hashOf(large)), large)).toBe(0)
      await blobs.close()
    })

    test('a stream that breaks off leaves nothing', async () => {
      const blobs = await create()
      const broken = Readable.from(
        (async function* () {
          yield text
          throw new Error('the line broke')
        })(),
      )
      await expect(blobs.put(broken)).rejects.toThrow('the line broke')
      expect(await blobs.has(hashOf(text))).toBe(false)
      await blobs.close()
    })

    test('what is not there is not there', async () => {
      const blobs = await create()
      expect(await blobs.has('0'.repeat(64))).toBe(false)
      await expect(blobs.get('0'.repeat(64))).rejects.toThrow()
      await expect(blobs.withFile('0'.repeat(64), async () => 1)).rejects.toThrow()
      await blobs.close()
    })

    test('all blobs are listed by id, with their sizes and times', async () => {
      const blobs = await create()
      expect(await allOf(blobs.list())).toEqual([])
      const before = Date.now() - 2_000
      const texts = Array.from({ length: 20 }, (_, i) => Buffer.from('x'.repeat(i)))
      for (const bytes of [...texts, text]) await blobs.put(bytes)
      const listed = await allOf(blobs.list())
      expect(listed.map(({ id, bytes }) => [id, bytes])).toEqual(
        [...texts, text].map((bytes) => [hashOf(bytes), bytes.byteLength]).sort(),
      )
      for (const { storedAtMs } of listed) {
        expect(storedAtMs).toBeGreaterThan(before)
        expect(storedAtMs).toBeLessThan(Date.now() + 2_000)
      }
      expect(await allOf(blobs.strangers())).toEqual([])
      await blobs.close()
    })

    test('a deleted blob is gone, alone; deleting it again is no error, and it may come again', async () => {
      const blobs = await create()
      const [{ id }, other] = [await blobs.put(text), await blobs.put(large)]
      for (let time = 0; time < 2; time++) await blobs.delete(id)
      await blobs.delete('0'.repeat(64))
      expect(await blobs.has(id)).toBe(false)
      expect((await allOf(blobs.list())).map((blob) => blob.id)).toEqual([other.id])
      await expect(blobs.get(id)).rejects.toMatchObject({ code: 'ENOENT' })
      await expect(blobs.withFile(id, async () => 1)).rejects.toMatchObject({ code: 'ENOENT' })
      await blobs.put(text)
      expect(Buffer.compare(await blobs.get(id), text)).toBe(0)
      await blobs.close()
    })

    test.each(['../../etc/passwd', 'A'.repeat(64), '', `${'0'.repeat(64)}/..`])(
      'refuses the id "%s"',
      async (id) => {
        const blobs = await create()
        await expect(blobs.get(id)).rejects.toThrow('no SHA-256')
        await expect(blobs.withFile(id, async () => 1)).rejects.toThrow('no SHA-256')
        await expect(blobs.delete(id)).rejects.toThrow('no SHA-256')
        await blobs.close()
      },
    )
  })
}
