// Content-Encoding is undone, whatever a server packs with; what is not packed as it says is no body.
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { send, serve } from './support/servers.ts'
import { bytesOf, inWords, testFetcher } from './support/test-fetcher.ts'

const html = `<!doctype html><title>Tin</title>${'<p>Sở đã tổ chức hội nghị.</p>'.repeat(50)}`
const packed = gzipSync(html)
const noise = Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255))

describe('packed as it says', () => {
  test.each([
    ['gzip', 'gzip', packed],
    ['x-gzip', 'x-gzip', packed],
    ['capitals', 'GZIP', packed],
    [
      'two members of gzip',
      'gzip',
      Buffer.concat([gzipSync(html.slice(0, 99)), gzipSync(html.slice(99))]),
    ],
    ['deflate with a head', 'deflate', deflateSync(html)],
    ['deflate without', 'deflate', deflateRawSync(html)],
    ['br', 'br', brotliCompressSync(html)],
    ['zstd', 'zstd', zstdCompressSync(html)],
    ['identity', 'identity', Buffer.from(html)],
    ['nothing', '', Buffer.from(html)],
  ])('%s', async (_what, encoding, bytes) => {
    const server = await serve(send(bytes, { headers: { 'content-encoding': encoding } }))
    const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/`)
    expect((await bytesOf(outcome)).toString()).toBe(html)
  })

  test('an empty body', async () => {
    const server = await serve(send('', { headers: { 'content-encoding': 'gzip' } }))
    const outcome = await (await testFetcher({ robots: false })).get(`${server.origin}/`)
    expect(outcome).toMatchObject({ kind: 'body', size: 0 })
  })

  test.each([
    ['gzip that is none', 'gzip', Buffer.from(html)],
    ['br that is none', 'br', Buffer.from(html)],
    ['zstd that is none', 'zstd', Buffer.from(html)],
    [
      'gzip with a wrong checksum',
      'gzip',
      Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]),
    ],
    ['packed twice', 'gzip, gzip', gzipSync(packed)],
    ['an unknown way', 'compress', packed],
  ])('refuses %s', async (_what, encoding, bytes) => {
    const server = await serve(send(bytes, { headers: { 'content-encoding': encoding } }))
    const fetcher = await testFetcher({ robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('failed bad-encoding')
    expect(await fetcher.filesLeft()).toEqual([])
  })

  test.each([
    ['gzip', gzipSync(noise)],
    ['deflate', deflateSync(noise)],
    ['br', brotliCompressSync(noise)],
    ['zstd', zstdCompressSync(noise)],
  ])('packed with %s, its end missing though the length is right', async (encoding, whole) => {
    const half = whole.subarray(0, whole.length / 2)
    const server = await serve(send(half, { headers: { 'content-encoding': encoding } }))
    const fetcher = await testFetcher({ robots: false })
    expect(inWords(await fetcher.get(`${server.origin}/`))).toBe('later cut')
    expect(await fetcher.filesLeft()).toEqual([])
  })
})
