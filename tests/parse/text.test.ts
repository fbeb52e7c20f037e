// Plain text: charsets, and where paragraphs part.
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/parse/parser.ts'
import { blocksOf, text as parser } from '../../src/parse/text.ts'

const parse = (bytes: Uint8Array) =>
  parser.parse({ bytes, name: 'thu.txt', limits: defaultLimits, progress: () => undefined })

describe('charsets', () => {
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
  test.each<[string, Buffer, string, string, string[]]>([
    ['UTF-8', Buffer.from('Đắk Lắk'), 'Đắk Lắk', 'utf-8', []],
    ['UTF-8 with a mark', Buffer.from('\uFEFFĐắk Lắk'), 'Đắk Lắk', 'utf-8', []],
    ['UTF-16LE', Buffer.from('\uFEFFĐắk Lắk', 'utf16le'), 'Đắk Lắk', 'utf-16le', []],
    ['UTF-16BE', utf16be('\uFEFFĐắk Lắk'), 'Đắk Lắk', 'utf-16be', []],
    ['UTF-16 without a mark', utf16be('Dak Lak, Kon Tum'), 'Dak Lak, Kon Tum', 'utf-16be', []],
    [
      'decomposed, kept so',
      Buffer.from('Đắk Lắk'.normalize('NFD')),
      'Đắk Lắk'.normalize('NFD'),
      'utf-8',
      [],
    ],
    [
      'a soft hyphen, a zero byte, NBSP',
      Buffer.from('a\u00ADb\0c\u00A0d, và nhiều chữ nữa cho đủ một dòng dài hơn'),
      'a\u00ADb\0c\u00A0d, và nhiều chữ nữa cho đủ một dòng dài hơn',
      'utf-8',
      [],
    ],
    [
      'UTF-8 with broken bytes',
      Buffer.concat([
        Buffer.from('Hội nghị tổng kết '),
        Buffer.from([0xff, 0xc3]),
        Buffer.from(' năm'),
      ]),
      'Hội nghị tổng kết \uFFFD\uFFFD năm',
      'utf-8',
      ['malformed-text'],
    ],
    [
      'Windows-1258',
      Buffer.from(
        'Tr\xFD\xF2ng ti\xEA\xECu ho\xF2c, h\xF4\xF2i nghi\xF2, gia\xECo du\xF2c',
        'latin1',
      ),
      'Trư\u0323ng tiê\u0301u ho\u0323c, hô\u0323i nghi\u0323, gia\u0301o du\u0323c',
      'windows-1258',
      ['guessed-charset'],
    ],
    [
      'TCVN3, left for its decoder',
      Buffer.from('Céng hßa x· héi chñ nghÜa ViÖt Nam', 'latin1'),
      'Céng hßa x· héi chñ nghÜa ViÖt Nam',
      'windows-1252',
      ['guessed-charset'],
    ],
  ])('%s', async (_, bytes, text, charset, warnings) => {
    const parsed = await parse(bytes)
    expect(parsed.text).toBe(text)
    expect(parsed.metadata.charset).toBe(charset)
    expect(parsed.warnings.map(({ code }) => code)).toEqual(warnings)
  })
})

const wrapped = `Thực hiện nhiệm vụ năm học 2022-2023, ngành giáo dục tỉnh đã chủ động
tham mưu với các cấp ủy đảng, chính quyền địa phương ban hành nhiều chủ
trương, kế hoạch để phát triển sự nghiệp giáo dục tại các tỉnh Thái
Nguyên, Bắc Kạn và Cao Bằng.
1. Tiếp tục đổi mới công tác quản lý, nâng cao chất lượng đội ngũ nhà
giáo và cán bộ quản lý.
Các đơn vị báo cáo kết quả trước ngày 15 tháng 6 năm 2023 về Sở qua
Văn phòng.

Nơi nhận:
- Như trên;
- Lưu: VT.`

describe('paragraphs', () => {
  test.each<[string, string, string[]]>([
    ['a line each', 'Dòng một\nDòng hai\r\n\r\nDòng ba', ['Dòng một', 'Dòng hai', 'Dòng ba']],
    ['space around lines is outside', '  Dòng một \t\n \u00A0\n Hai', ['Dòng một', 'Hai']],
    [
      'list items',
      '1. Một\n- Hai\nđ) Ba',
      ['list-item: 1. Một', 'list-item: - Hai', 'list-item: đ) Ba'],
    ],
    [
      'wrapped text',
      wrapped,
      [
        'Thực hiện nhiệm vụ năm học 2022-2023, ngành giáo dục tỉnh đã chủ động⏎tham mưu với các cấp ủy đảng, chính quyền địa phương ban hành nhiều chủ⏎trương, kế hoạch để phát triển sự nghiệp giáo dục tại các tỉnh Thái⏎Nguyên, Bắc Kạn và Cao Bằng.',
        'list-item: 1. Tiếp tục đổi mới công tác quản lý, nâng cao chất lượng đội ngũ nhà⏎giáo và cán bộ quản lý.',
        'Các đơn vị báo cáo kết quả trước ngày 15 tháng 6 năm 2023 về Sở qua⏎Văn phòng.',
        'Nơi nhận:',
        'list-item: - Như trên;',
        'list-item: - Lưu: VT.',
      ],
    ],
    [
      'long lines of a saved page stay apart, even before a lower-case one',
      `${'Chiều 21/3, tại thành phố, hội nghị giao ban được tổ chức với nhiều đại biểu. '.repeat(4)}\n\nảnh minh họa\nchú thích ảnh`,
      [
        'Chiều 21/3, tại thành phố, hội nghị giao ban được tổ chức với nhiều đại biểu. '
          .repeat(4)
          .trim(),
        'ảnh minh họa',
        'chú thích ảnh',
      ],
    ],
  ])('%s', async (_, content, blocks) => {
    const parsed = await parse(Buffer.from(content))
    expect(parsed.text).toBe(content.replaceAll('\r\n', '\n'))
    expect(
      parsed.blocks.map(
        ({ kind, start, end }) =>
          (kind === 'paragraph' ? '' : `${kind}: `) +
          parsed.text.slice(start, end).replaceAll('\n', '⏎'),
      ),
    ).toEqual(blocks)
  })

  test('form feeds part pages', async () => {
    const parsed = await parse(Buffer.from('Trang một\n\fTrang hai'))
    expect(parsed.pages).toBe(2)
    expect(parsed.blocks.map(({ page }) => page)).toEqual([1, 2])
  })

  test('white space alone is no document', async () => {
    await expect(parse(Buffer.from(' \n\t'))).rejects.toMatchObject({ code: 'empty' })
  })

  test.each<[string, string]>([
    ['20 MB of lines', 'Căn cứ Luật Giáo dục năm 2019 và các văn bản hướng dẫn\n'.repeat(250_000)],
    ['a line of 5 MB', 'Căn cứ Luật Giáo dục '.repeat(200_000)],
    ['5 MB of blank lines', `a${'\n '.repeat(2_500_000)}b`],
    ['5 MB of digits and dots', '1.'.repeat(2_500_000)],
  ])('%s are read in time', async (_, content) => {
    const startedAt = performance.now()
    await parse(Buffer.from(content))
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })
})

describe('two columns flattened onto one line', () => {
  const blocks = (content: string) => blocksOf(content).map((b) => content.slice(b.start, b.end))
  test('are read apart in an official header and in the signature', () => {
    const text = `UBND HUYỆN TUY AN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ                      Độc lập - Tự do - Hạnh phúc
Nội dung báo cáo ở đây.
Nơi nhận:                      TRƯỞNG PHÒNG
- Lưu: VT.                     Nguyễn Văn Bình`
    expect(blocks(text)).toEqual([
      'UBND HUYỆN TUY AN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'SỞ NỘI VỤ',
      'Độc lập - Tự do - Hạnh phúc',
      'Nội dung báo cáo ở đây.',
      'Nơi nhận:',
      'TRƯỞNG PHÒNG',
      '- Lưu: VT.',
      'Nguyễn Văn Bình',
    ])
  })
  test.each([
    'Trường Tiểu học số 1        12 lớp\nTrường Tiểu học số 2        9 lớp',
    'Một dòng    có khoảng trống',
  ])('and left alone elsewhere: %j', (text) => {
    expect(blocks(text)).toEqual(text.split('\n'))
  })
})
