// PDFs that are broken or mean harm: each ends with its own code or is read as far as it goes, and the next document is
// read as if nothing had been. What hangs or eats memory goes through the real reader with small limits.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BadDocumentError } from '../../src/errors.ts'
import type { ParsedDocument } from '../../src/model.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { readDocument } from '../../src/parse/read-document.ts'
import { createReader, type Reader } from '../../src/parse/reader.ts'
import * as make from '../support/hostile-pdfs.ts'

const read = (bytes: Uint8Array) =>
  readDocument({ bytes, name: 'thu.pdf', limits: defaultLimits, progress() {} })

const outcome = (reading: Promise<ParsedDocument>): Promise<ParsedDocument | BadDocumentError> =>
  reading.catch((error: unknown) => {
    if (error instanceof BadDocumentError) return error
    throw error
  })

const pagesIn = (text: string): number[] =>
  Array.from(text.matchAll(/của trang (\d+)/g), (match) => Number(match[1]))

describe('reads', () => {
  it.each([
    ['a file that only its owner may change', make.ownerPassword, [1, 2], false, []],
    ['a table of objects whose every place is wrong', make.brokenTable, [1, 2, 3], false, []],
    ['lengths of streams that lie', make.wrongLengths, [1, 2, 3], false, []],
    ['junk before the file', make.junkBefore, [1, 2], false, []],
    ['a page of 50,000 by 50,000 points', make.hugePage, [1], false, []],
    ['a script that would never end', make.script, [1], false, []],
    ['no table and no end', make.withoutEnd, [1, 2, 3], true, ['damaged-file']],
    ['a form that paints itself', () => make.nestedForms(1, true), [2], false, []],
    ['forms that paint each other in a ring', () => make.nestedForms(3, true), [2], false, []],
  ] as Array<[string, () => Uint8Array, number[], boolean, string[]]>)(
    '%s',
    async (_, build, pages, partial, warnings) => {
      const document = await read(build())
      expect(pagesIn(document.text)).toEqual(pages)
      expect(document.partial).toBe(partial)
      expect(document.warnings.map((warning) => warning.code)).toEqual(warnings)
      expect(document.text).not.toContain('CHAY-MA')
    },
  )

  it('what is left of a file that was cut off, and says that it is a part', async () => {
    const document = await read(make.truncated())
    const pages = pagesIn(document.text)
    expect(pages).toEqual(Array.from({ length: pages.length }, (_, i) => i + 1))
    expect(pages.length).toBeGreaterThan(8)
    expect(pages.length).toBeLessThan(20)
    expect(document.partial).toBe(true)
    expect(document.warnings.map((warning) => warning.code)).toContain('damaged-file')
  })

  it('pages beside one of impossible numbers', async () => {
    const document = await read(make.hugeNumbers())
    expect(pagesIn(document.text)).toEqual([2])
  })
})

describe('refuses', () => {
  it.each([
    ['a password', make.userPassword, 'encrypted', /protected by a password/],
    ['a page tree that holds itself', make.cyclicPages, 'corrupt', /No page .* could be read/],
    ['a file without pages', make.zeroPages, 'no-text', /no text on any page/],
    [
      'what is no PDF behind its first line',
      () => Buffer.from('%PDF-1.7\nxref trailer startxref'),
      'corrupt',
      /not a whole PDF/,
    ],
    [
      'a million operators that draw nothing',
      () => make.manyOperators('q Q\n', 1_000_000),
      'no-text',
      /no text on any page/,
    ],
  ] as Array<[string, () => Uint8Array, string, RegExp]>)(
    '%s',
    async (_, build, code, sentence) => {
      const failure = await outcome(read(build()))
      expect(failure).toBeInstanceOf(BadDocumentError)
      expect((failure as BadDocumentError).code).toBe(code)
      expect((failure as BadDocumentError).message).toMatch(sentence)
      expect((failure as BadDocumentError).message).toContain('thu.pdf')
    },
    60_000,
  )
})

describe('ends by its limits', () => {
  let reader: Reader
  beforeAll(() => {
    reader = createReader({
      limits: { heapMb: 256, rssMb: 450, idleMs: 4000, totalMs: 60_000 },
    })
  })
  afterAll(() => reader.close())

  it.each([
    [
      'a content that never yields',
      () => make.manyOperators('BT /F1 9 Tf 1 0 0 1 9 9 Tm (aaaa) Tj ET\n', 1_000_000),
      ['too-slow', 'too-complex'],
    ],
    [
      'three million saved states',
      () => make.manyOperators('q ', 3_000_000),
      ['too-slow', 'too-complex'],
    ],
    [
      'a content of three kilobytes that unpacks to a gigabyte',
      () => make.flateBomb(1000, 2),
      ['too-slow', 'too-complex'],
    ],
    [
      'packed objects that unpack to a gigabyte',
      () => make.objectStreamBomb(1000),
      ['too-slow', 'too-complex'],
    ],
  ] as Array<[string, () => Uint8Array, string[]]>)(
    '%s',
    async (_, build, codes) => {
      const failure = await outcome(reader.read({ name: 'bom.pdf', bytes: build() }))
      expect(failure).toBeInstanceOf(BadDocumentError)
      expect(codes).toContain((failure as BadDocumentError).code)
      const next = await reader.read({ name: 'thu.pdf', bytes: make.honest() })
      expect(pagesIn(next.text)).toEqual([1, 2, 3])
      expect(next.partial).toBe(false)
    },
    60_000,
  )

  it('but not 40,000 forms inside each other, which end by themselves', async () => {
    const document = await reader.read({ name: 'sau.pdf', bytes: make.nestedForms(40_000) })
    expect(pagesIn(document.text)).toEqual([2])
  }, 60_000)

  it('but not 1,500 pages, which are read one after the other', async () => {
    const document = await reader.read({ name: 'dai.pdf', bytes: make.manyPages(1500) })
    expect(document.pages).toBe(1500)
    expect(pagesIn(document.text)).toHaveLength(1500)
    expect(document.partial).toBe(false)
  }, 60_000)
})
