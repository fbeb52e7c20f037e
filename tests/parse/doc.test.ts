// Word documents before .docx, made by code, and one that LibreOffice made of a page written for it.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { BadDocumentError } from '../../src/errors.ts'
import { doc } from '../../src/parse/doc.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { readDocument } from '../../src/parse/read-document.ts'
import { makeDoc, makeDoc95 } from '../support/make-doc.ts'

const read = (bytes: Uint8Array) =>
  readDocument({ bytes, name: 'x.doc', limits: defaultLimits, progress: () => {} })
const blocks = async (bytes: Uint8Array) => {
  const parsed = await read(bytes)
  return parsed.blocks.map((b) => `${b.kind}: ${parsed.text.slice(b.start, b.end)}`)
}
const wide = (text: string) => makeDoc([{ text, wide: true }])
const byLibreOffice = (ending: string) =>
  readFileSync(new URL(`./fixtures/by-libreoffice.${ending}`, import.meta.url))

describe('doc reads', () => {
  test.each<[string, string, string[]]>([
    ['paragraphs', 'Kế hoạch\rNăm học 2022\r', ['paragraph: Kế hoạch', 'paragraph: Năm học 2022']],
    [
      'rows of a table',
      'Trường\u0007Lớp\u0007\u0007Kim Đồng\u000712\u0007\u0007',
      ['table-row: Trường\tLớp', 'table-row: Kim Đồng\t12'],
    ],
    [
      'the two columns of an official header, left one first',
      'UBND TỈNH X\rSỞ NỘI VỤ\rSố: 1/KH\u0007CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\rĐộc lập - Tự do - Hạnh phúc\u0007\u0007Nội dung\r',
      [
        'paragraph: UBND TỈNH X',
        'paragraph: SỞ NỘI VỤ',
        'paragraph: Số: 1/KH',
        'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'paragraph: Độc lập - Tự do - Hạnh phúc',
        'paragraph: Nội dung',
      ],
    ],
    [
      'the result of a field, not its code',
      'Trang \u0013 PAGE \u00142\u0015 hết\r',
      ['paragraph: Trang 2 hết'],
    ],
    [
      'line breaks as lines',
      'NGHỊ QUYẾT\u000BVề việc\r',
      ['paragraph: NGHỊ QUYẾT', 'paragraph: Về việc'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await blocks(wide(text))).toEqual(expected)
  })

  test('pieces of one and of two bytes a character', async () => {
    expect(
      await blocks(
        makeDoc([
          { text: 'So: 12\r', wide: false },
          { text: 'Hội nghị\r', wide: true },
        ]),
      ),
    ).toEqual(['paragraph: So: 12', 'paragraph: Hội nghị'])
  })

  const deleted = [0x00, 0x08, 0x01]
  const deletedAgainstStyle = [0x00, 0x08, 0x81]
  const hidden = [0x3c, 0x08, 0x01]
  const asStyle = [0x3c, 0x08, 0x80]
  test.each<[string, Array<[string, number[]]>, string[]]>([
    [
      'a tracked change as accepted',
      [
        ['giữ ', []],
        ['bỏ ', deleted],
        ['xóa ', deletedAgainstStyle],
        ['thêm\r', [0x01, 0x08, 0x01]],
      ],
      ['paragraph: giữ thêm'],
    ],
    [
      'a deleted paragraph mark makes one of two',
      [
        ['Hội nghị', []],
        ['\r', deleted],
        [' sơ kết\r', []],
      ],
      ['paragraph: Hội nghị sơ kết'],
    ],
    [
      'no hidden text',
      [
        ['thấy ', asStyle],
        ['ẩn', hidden],
        ['hết\r', []],
        ['ẩn\r', hidden],
        ['sau\r', []],
      ],
      ['paragraph: thấy hết', 'paragraph: sau'],
    ],
    [
      'a symbol by its code',
      [
        ['(', [0x09, 0x6a, 0, 0, 0xe0, 0xf0]],
        [' tiếp\r', []],
      ],
      ['paragraph: → tiếp'],
    ],
  ])('%s', async (_, runs, expected) => {
    const text = runs.map(([words]) => words).join('')
    const formats = runs.map(([words, properties]) => ({ length: words.length, properties }))
    expect(await blocks(makeDoc([{ text, wide: true }], 0, formats))).toEqual(expected)
  })

  test('Word 6/95, and TCVN3 in it', async () => {
    const parsed = await read(
      makeDoc95('Céng hßa x· héi chñ nghÜa ViÖt Nam\rtr\u00ADêng trung häc c¬ së Lª Lîi\r'),
    )
    expect(parsed.text).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam\ntrường trung học cơ sở Lê Lợi')
    expect(parsed.blocks[0]?.original).toBe('Céng hßa x· héi chñ nghÜa ViÖt Nam')
    expect(parsed.warnings.map((w) => w.code)).toContain('legacy-encoding')
  })
})

test.each(['doc', 'docx'])('lists, a table, fonts in one paragraph, as .%s', async (ending) => {
  expect(await blocks(byLibreOffice(ending))).toEqual([
    'heading: Kế hoạch năm học',
    'paragraph: Sở Giáo dục triển khai các nhiệm vụ sau:',
    'list-item: I. Nhiệm vụ chung',
    'list-item: I. Ổn định trường lớp',
    'list-item: a. tiểu học',
    'list-item: b. trung học',
    'list-item: II. Bồi dưỡng giáo viên',
    'list-item: II. Nhiệm vụ riêng',
    'paragraph: Lời giữa',
    'list-item: 3. Ba',
    'list-item: 4. Bốn',
    'table-row: TT\tĐơn vị',
    'table-row: 1. trong ô\tTrường Kim Đồng',
    'list-item: • gạch đầu dòng',
    'paragraph: Số 12 của Sở Nội vụ tỉnh Điện Biên, HỘI ĐỒNG NHÂN DÂN',
  ])
})

const withFlag = (bytes: Buffer, flag: number): Buffer => {
  const at = bytes.indexOf(Buffer.from([0xdc, 0xa5])) + 0x0a
  bytes.writeUInt16LE(bytes.readUInt16LE(at) | flag, at)
  return bytes
}

/** A document whose directory says another length of its text stream. */
const withLength = (length: number): Buffer => {
  const bytes = wide('Hội nghị sơ kết\r')
  bytes.writeUInt32LE(length, bytes.indexOf(Buffer.from('WordDocument', 'utf16le')) + 0x78)
  return bytes
}

/** The container of a document, its text stream changed. */
const withMagic = (magic: number): Buffer => {
  const bytes = wide('Hội nghị sơ kết\r')
  bytes.writeUInt16LE(magic, bytes.indexOf(Buffer.from([0xec, 0xa5])))
  return bytes
}

describe('doc refuses', () => {
  test.each<[string, Buffer, string]>([
    ['a password', makeDoc([{ text: 'x', wide: true }], 0x0100), 'encrypted'],
    ['a password, Word 6', withFlag(makeDoc95('Mat khau'), 0x0100), 'encrypted'],
    ['no text', wide('\r\r'), 'no-text'],
    ['Word before version 6 in a container', withMagic(0xa59c), 'unsupported'],
    [
      'Word 2, which had no container',
      Buffer.concat([Buffer.from([0xdb, 0xa5, 0x2d, 0]), Buffer.alloc(2_000, 1)]),
      'unsupported',
    ],
    ['a text stream of zero bytes', withLength(0), 'corrupt'],
  ])('%s', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code })
  })

  test('a container cut short is a bad document at every length', async () => {
    const good = wide('Hội nghị sơ kết học kỳ I\r'.repeat(50))
    for (let length = 100; length < good.length; length += 500)
      await read(good.subarray(0, length)).then(
        (parsed) => expect(parsed.text).toContain('Hội nghị'),
        (error) => expect(error).toMatchObject({ name: 'BadDocumentError' }),
      )
  })

  test('bytes changed at random: a document or a bad document, never a bug or a hang', async () => {
    const good = byLibreOffice('doc')
    const random = randomFrom(20_260_101)
    const codes = new Set<string>()
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(good)
      const changes = 1 + Math.floor(random() * 40)
      for (let i = 0; i < changes; i++)
        bytes[Math.floor(random() * (i % 2 === 0 ? 4096 : bytes.length))] = Math.floor(
          random() * 256,
        )
      await doc.parse({ bytes, name: 'x.doc', limits: defaultLimits, progress() {} }).then(
        () => codes.add('read'),
        (error) => {
          expect(error).toBeInstanceOf(BadDocumentError)
          codes.add(error.code)
        },
      )
    }
    expect([...codes]).toEqual(expect.arrayContaining(['read', 'corrupt']))
  })

  test('a head that claims two thousand million characters costs no more than what is there', async () => {
    const bytes = wide('Hội \u0013 PAGE \u0014nghị\r')
    bytes.writeInt32LE(0x7fffffff, bytes.indexOf(Buffer.from([0xec, 0xa5])) + 0x4c)
    const parsed = await read(bytes)
    expect(parsed.partial).toBe(true)
    expect(parsed.text).toBe('Hội nghị')
  })
})

/** Numbers from 0 to 1, the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}
