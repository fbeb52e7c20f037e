// Pages drawn for people: what is drawn, what is refused, and that nothing outlives its limits.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BadDocumentError, TransientError } from '../../src/errors.ts'
import { createPageDrawer } from '../../src/parse/page-picture.ts'
import * as make from '../support/hostile-pdfs.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { writePdf } from '../support/write-pdf.ts'

const drawer = createPageDrawer()
afterAll(() => drawer.close())

/** Puts bytes into a file and draws a page of it. */
async function draw(bytes: Uint8Array, page = 1, by = drawer) {
  const path = join(await temporaryFolder(), 'thu')
  await writeFile(path, bytes)
  return by.draw({ name: 'thu.pdf', path, page })
}

/** Width and height of a PNG file. */
const sizeOf = (png: Buffer | null) => {
  expect(png?.subarray(1, 4).toString('latin1')).toBe('PNG')
  return [png?.readUInt32BE(16), png?.readUInt32BE(20)]
}

describe('draws', () => {
  it('a page of A4 at a size that fills half of a wide screen', async () => {
    expect(sizeOf(await draw(make.honest(), 3))).toEqual([1074, 1520])
  })
  it('a page that lies on its side, as it is read', async () => {
    const [width = 0, height = 0] = sizeOf(await draw(writePdf([{ rotate: 90 }])))
    expect(width).toBeGreaterThan(height)
  })
  it('a page of 50,000 by 50,000 points with no more pixels than others', async () => {
    const [width = 0, height = 0] = sizeOf(await draw(make.hugePage()))
    expect(width * height).toBeLessThanOrEqual(4_000_000)
    expect(width).toBeGreaterThan(300)
  })
  it('a scanned picture', async () => {
    const png = readFileSync(
      join(import.meta.dirname, '../../samples/png-cong-dien-mua-lu/source.png'),
    )
    const [width = 0] = sizeOf(await draw(png))
    expect(width).toBeGreaterThan(500)
    expect(width).toBeLessThanOrEqual(1400)
  })
  it('what is left of a file whose end is missing', async () => {
    expect(sizeOf(await draw(make.withoutEnd(), 2))).toEqual([1074, 1520])
  })
})

describe('draws nothing', () => {
  it.each([
    ['page 4 of three', make.honest, 4],
    ['page 0', make.honest, 0],
    [
      'page 2 of a picture',
      () =>
        readFileSync(join(import.meta.dirname, '../../samples/png-cong-dien-mua-lu/source.png')),
      2,
    ],
    ['a page of what is no picture', () => Buffer.from('chữ'), 1],
  ])('for %s', async (_, build, page) => {
    expect(await draw(build(), page)).toBeNull()
  })

  it.each([
    ['a password', make.userPassword, 'encrypted'],
    ['what is no PDF behind its first line', () => Buffer.from('%PDF-1.7\nxref'), 'corrupt'],
    ['a page tree that holds itself', make.cyclicPages, 'corrupt'],
  ])('but says why for %s', async (_, build, code) => {
    await expect(draw(build())).rejects.toMatchObject({ name: 'BadDocumentError', code })
  })
})

describe('kills', () => {
  const strict = createPageDrawer({ timeMs: 3000, rssMb: 450 })
  afterAll(() => strict.close())

  it.each([
    [
      'a content that never yields',
      () => make.manyOperators('BT /F1 9 Tf 1 0 0 1 9 9 Tm (aaaa) Tj ET\n', 1_000_000),
    ],
    ['a content that unpacks to a gigabyte', () => make.flateBomb(1000, 2)],
  ])(
    '%s, and draws the next page',
    async (_, build) => {
      const failure = await draw(build(), 1, strict).catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(BadDocumentError)
      expect(['too-slow', 'too-complex']).toContain((failure as BadDocumentError).code)
      const generous = createPageDrawer()
      expect(sizeOf(await draw(make.honest(), 1, generous))).toEqual([1074, 1520])
      await generous.close()
    },
    60_000,
  )

  it('what gives more than a picture may have', async () => {
    const small = createPageDrawer({ pngBytes: 1000 })
    await expect(draw(make.honest(), 1, small)).rejects.toMatchObject({ code: 'too-large' })
    await small.close()
  })

  it('what is under way when it is closed', async () => {
    const own = createPageDrawer()
    const drawing = draw(make.honest(), 1, own)
    const late = draw(make.honest(), 2, own)
    const ended = Promise.allSettled([drawing, late])
    await new Promise((resolve) => setTimeout(resolve, 100))
    await own.close()
    for (const one of await ended)
      expect(one).toMatchObject({ status: 'rejected', reason: expect.any(TransientError) })
    await expect(draw(make.honest(), 1, own)).rejects.toBeInstanceOf(TransientError)
  })
})
