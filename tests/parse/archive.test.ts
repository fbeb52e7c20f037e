// ZIP archives: what is in them is handed on; bombs and damage are named.
import { describe, expect, test } from 'vitest'
import { archive } from '../../src/parse/archive.ts'
import { defaultLimits, type ParseInput } from '../../src/parse/parser.ts'
import { makeDocx, p } from '../support/make-docx.ts'
import { makeZip, type ZipPart } from '../support/make-zip.ts'

const text = (name: string | Buffer, content: string, claims?: ZipPart['claims']): ZipPart => ({
  name,
  content: Buffer.from(content),
  ...(claims ? { claims } : {}),
})

/** Opens an archive; what it handed on as "name: content", what was cut off as "name: cut". */
async function openArchive(bytes: Uint8Array, input: Partial<ParseInput> = {}) {
  const taken: string[] = []
  const parsed = await archive.parse({
    bytes,
    name: 'kho.zip',
    limits: defaultLimits,
    progress: () => undefined,
    async handOn({ name, bytes }) {
      const chunks: Uint8Array[] = []
      try {
        for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) chunks.push(chunk)
      } catch (error) {
        taken.push(`${name}: cut`)
        throw error
      }
      taken.push(`${name}: ${Buffer.concat(chunks).toString('utf8')}`)
    },
    ...input,
  })
  return { taken, parsed }
}

const bytes1258 = Buffer.from('Quy\xEA\xECt \xF0\xF2inh.txt', 'latin1')
const bytes437 = Buffer.from('caf\x82.txt', 'latin1')
const inner = makeZip([text('trong.txt', 'Trong cùng')])

describe('hands on', () => {
  test.each<[string, ZipPart[], string[]]>([
    [
      'files with their paths',
      [text('2023/chỉ thị.txt', 'Chỉ thị'), text('b.txt', 'B')],
      ['2023/chỉ thị.txt: Chỉ thị', 'b.txt: B'],
    ],
    ['names as UTF-8 that is not announced', [text(Buffer.from('số 5.txt'), 'x')], ['số 5.txt: x']],
    ['names in Windows-1258', [text(bytes1258, 'x')], ['Quyết đ̣inh.txt: x']],
    ['names of DOS', [text(bytes437, 'x')], ['café.txt: x']],
    ['folders made by backslashes', [text(Buffer.from('a\\b.txt'), 'x')], ['a/b.txt: x']],
    [
      'archives inside',
      [{ name: 'trong.zip', content: inner }],
      ['trong.zip/trong.txt: Trong cùng'],
    ],
    ['paths that lead out, as names only', [text('../../etc/x', 'x')], ['../../etc/x: x']],
    ['a file without a name', [text('', 'x')], ['khong-ten: x']],
    [
      'files beside an empty archive',
      [{ name: 'rỗng.zip', content: makeZip([]) }, text('a.txt', 'A')],
      ['a.txt: A'],
    ],
    ['a file that Unix says is one', [{ ...text('a.txt', 'A'), unixMode: 0o100644 }], ['a.txt: A']],
    ['an empty file, which fails by its own name', [text('rong.txt', '')], ['rong.txt: ']],
  ])('%s', async (_, parts, expected) => {
    const { taken, parsed } = await openArchive(makeZip(parts))
    expect(taken).toEqual(expected)
    expect(parsed).toMatchObject({ partial: false, warnings: [] })
    expect(parsed.text.split('\n')).toEqual(expected.map((line) => line.split(': ')[0]))
    expect(parsed.blocks.every(({ kind }) => kind === 'chrome')).toBe(true)
  })

  test('a Word file whole, though it is a ZIP too', async () => {
    const docx = makeDocx({ body: p('Một') })
    const { taken } = await openArchive(makeZip([{ name: 'a.docx', content: docx }]))
    expect(taken).toEqual([`a.docx: ${docx.toString('utf8')}`])
  })

  test('many small files, each counted once', async () => {
    const parts = Array.from({ length: 100 }, (_, i) => text(`${i}.txt`, 'Một trang. '.repeat(20)))
    const claimed = parts.reduce((sum, { content }) => sum + content.length, 0)
    const limits = { ...defaultLimits, inflatedBytes: claimed }
    expect((await openArchive(makeZip(parts), { limits })).taken).toHaveLength(100)
  })

  test('nothing that systems leave behind', async () => {
    const left = ['.DS_Store', '__MACOSX/._a.txt', 'Thumbs.db', 'a/~$b.docx', 'c/']
    const { taken } = await openArchive(
      makeZip([...left.map((name) => text(name, '')), text('a.txt', 'A')]),
    )
    expect(taken).toEqual(['a.txt: A'])
  })
})

describe('a bad member does not hide the others', () => {
  const good = text('tốt.txt', 'Tốt')
  test.each<[string, ZipPart, string[], RegExp]>([
    ['a wrong checksum', text('sai.txt', 'x', { crc: 1 }), ['sai.txt: cut'], /sai\.txt.*checksum/],
    ['a password', text('kín.txt', 'x', { encrypted: true }), [], /kín\.txt.*password/],
    ['an unknown method', text('lạ.txt', 'x', { method: 99 }), [], /lạ\.txt.*method.*99/],
    ['a link', { ...text('nối.txt', '/etc/passwd'), unixMode: 0o120777 }, [], /nối\.txt.*link/],
    ['a device', { ...text('ống', ''), unixMode: 0o010666 }, [], /ống.*device/],
    ['a broken archive inside', text('hỏng.zip', 'PK\x03\x04'), [], /hỏng\.zip.*damaged/],
  ])('%s', async (_, part, cut, sentence) => {
    const { taken, parsed } = await openArchive(makeZip([part, good]))
    expect(taken.filter((line) => !line.endsWith('cut'))).toEqual(['tốt.txt: Tốt'])
    expect(taken.filter((line) => line.endsWith('cut')).length).toBeLessThanOrEqual(cut.length)
    expect(parsed.partial).toBe(true)
    expect(parsed.warnings).toMatchObject([
      { code: 'member-not-read', message: expect.stringMatching(sentence) },
    ])
  })
})

describe('refuses', () => {
  const zeros = (bytes: number) => Buffer.alloc(bytes)
  const small = { ...defaultLimits, inflatedBytes: 12 * 1024 * 1024, zipEntries: 20 }
  const deep = [1, 2, 3, 4].reduce(
    (content: Buffer, level) => makeZip([{ name: `${level}.zip`, content }]),
    inner,
  )
  test.each<[string, Uint8Array, string]>([
    ['an honest bomb', makeZip([{ name: 'a', content: zeros(20_000_000) }]), 'zip-bomb'],
    [
      'a bomb that lies about its size',
      makeZip([{ name: 'a', content: zeros(20_000_000), claims: { size: 10 } }]),
      'zip-bomb',
    ],
    [
      'a bomb in pieces of harmless size',
      makeZip(['a', 'b', 'c', 'd'].map((name) => ({ name, content: zeros(5_000_000) }))),
      'zip-bomb',
    ],
    [
      'a member that lies, however small',
      makeZip([{ name: 'a', content: zeros(5_000), claims: { size: 10 } }]),
      'zip-bomb',
    ],
    [
      'archives that together are a bomb, each by itself harmless',
      makeZip([
        { name: 'x.zip', content: makeZip([{ name: 'a', content: zeros(8_000_000) }]) },
        { name: 'b', content: zeros(8_000_000) },
      ]),
      'zip-bomb',
    ],
    [
      'a bomb in an archive inside',
      makeZip([{ name: 'x.zip', content: makeZip([{ name: 'a', content: zeros(20_000_000) }]) }]),
      'zip-bomb',
    ],
    [
      'too many members',
      makeZip(Array.from({ length: 21 }, (_, i) => text(`${i}`, ''))),
      'zip-bomb',
    ],
    ['an archive too deep', deep, 'too-large'],
    ['an empty archive', makeZip([]), 'no-text'],
    ['only folders', makeZip([text('a/', '')]), 'no-text'],
    ['links only', makeZip([{ ...text('a', '/b'), unixMode: 0o120777 }]), 'unsupported'],
    ['a method that is not read', makeZip([text('a', 'x', { method: 12 })]), 'unsupported'],
    ['nothing but an empty archive', makeZip([{ name: 'a', content: makeZip([]) }]), 'no-text'],
    ['a password on all', makeZip([text('a', 'x', { encrypted: true })]), 'encrypted'],
    ['a cut off archive', makeZip([text('a.txt', 'x'.repeat(99))]).subarray(0, 60), 'corrupt'],
  ])('%s', async (_, bytes, code) => {
    await expect(openArchive(bytes, { limits: small })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/\.zip/),
    })
  })

  test('an archive from a message in an archive', async () => {
    const within = ['message/rfc822', 'application/zip']
    await expect(openArchive(inner, { within })).rejects.toMatchObject({ code: 'too-complex' })
    expect((await openArchive(inner, { within: ['message/rfc822'] })).taken.length).toBe(1)
  })
})
