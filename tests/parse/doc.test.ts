import { describe, expect, test } from 'vitest'
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

  test('Word 6/95, and TCVN3 in it', async () => {
    const parsed = await read(
      makeDoc95('Céng hßa x· héi chñ nghÜa ViÖt Nam\rtr\u00ADêng trung häc c¬ së Lª Lîi\r'),
    )
    expect(parsed.text).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam\ntrường trung học cơ sở Lê Lợi')
    expect(parsed.blocks[0]?.original).toBe('Céng hßa x· héi chñ nghÜa ViÖt Nam')
    expect(parsed.warnings.map((w) => w.code)).toContain('legacy-encoding')
  })
})

describe('doc refuses', () => {
  test.each<[string, Buffer, string]>([
    ['a password', makeDoc([{ text: 'x', wide: true }], 0x0100), 'encrypted'],
    ['no text', wide('\r\r'), 'no-text'],
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
})
