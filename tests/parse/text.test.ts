// Plain text: charsets, and where paragraphs part.
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/parse/parser.ts'
import { blocksOf, text as parser } from '../../src/parse/text.ts'

const parse = (bytes: Uint8Array) =>
  parser.parse({ bytes, name: 'thu.txt', limits: defaultLimits, progress: () => undefined })

describe('charsets', () => {
  const utf32 = (text: string, isLittle: boolean) => {
    const codes = [...text].map((char) => char.codePointAt(0) ?? 0)
    const buffer = Buffer.alloc(codes.length * 4)
    for (const [i, code] of codes.entries())
      if (isLittle) buffer.writeUInt32LE(code, i * 4)
      else buffer.writeUInt32BE(code, i * 4)
    return buffer
  }
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
    ['UTF-32LE', utf32('\uFEFFĐắk Lắk 😀', true), 'Đắk Lắk 😀', 'utf-32le', []],
    ['UTF-32BE', utf32('\uFEFFĐắk Lắk', false), 'Đắk Lắk', 'utf-32be', []],
    ['UTF-32 without a mark', utf32('Đắk Lắk, Kon Tum', true), 'Đắk Lắk, Kon Tum', 'utf-32le', []],
    [
      'UTF-16 whose last byte is cut off',
      Buffer.from('Báo cáo của tỉnh Đắk Lắk', 'utf16le').subarray(0, -1),
      'Báo cáo của tỉnh Đắk Lắ\uFFFD',
      'utf-16le',
      ['malformed-text'],
    ],
    [
      'half a pair in UTF-16',
      Buffer.concat([
        Buffer.from('\uFEFFa', 'utf16le'),
        Buffer.from([0x3d, 0xd8]),
        Buffer.from('b', 'utf16le'),
      ]),
      'a\uFFFDb',
      'utf-16le',
      ['malformed-text'],
    ],
    [
      'VNI',
      Buffer.from('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'latin1'),
      'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam',
      'vni',
      ['guessed-charset'],
    ],
    [
      'VISCII, left for its decoder',
      Buffer.from('Cµng hòa xã hµi chü nghîa Vi®t Nam, Ðµc l§p', 'latin1'),
      'Cµng hòa xã hµi chü nghîa Vi®t Nam, Ðµc l§p',
      'viscii',
      ['guessed-charset'],
    ],
    [
      'French in Windows-1252',
      Buffer.from(
        'Les \xE9l\xE8ves de l\x92\xE9cole ont \xE9t\xE9 re\xE7us \xE0 l\x92h\xF4tel de ville',
        'latin1',
      ),
      'Les élèves de l’école ont été reçus à l’hôtel de ville',
      'windows-1252',
      ['guessed-charset'],
    ],
    [
      'TCVN3, left for its decoder',
      Buffer.from('Céng hßa x· héi chñ nghÜa ViÖt Nam', 'latin1'),
      'Céng hßa x· héi chñ nghÜa ViÖt Nam',
      'tcvn3',
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
      'dates that a line end broke',
      'Theo Luật ngày 16 tháng\n6 năm 2016 của Quốc hội\nTại Tờ trình ngày\n5 tháng 7 năm 2020',
      ['Theo Luật ngày 16 tháng⏎6 năm 2016 của Quốc hội', 'Tại Tờ trình ngày⏎5 tháng 7 năm 2020'],
    ],
    [
      'lines that only look like it',
      'Lượt xem trong ngày\n123\nGiá một tháng\n5 triệu đồng\nMỗi ngày\n1. Đọc',
      [
        'Lượt xem trong ngày',
        '123',
        'Giá một tháng',
        '5 triệu đồng',
        'Mỗi ngày',
        'list-item: 1. Đọc',
      ],
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

  test('old Macintosh line ends', async () => {
    const parsed = await parse(Buffer.from('Một\rHai\r\rBa'))
    expect(parsed.text).toBe('Một\nHai\n\nBa')
    expect(parsed.blocks).toHaveLength(3)
  })

  test('bytes that are no text are refused', async () => {
    const noise = Buffer.from(
      Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256),
    )
    await expect(
      parse(Buffer.concat([Buffer.from('\uFEFF', 'utf16le'), noise])),
    ).rejects.toMatchObject({
      code: 'unsupported',
    })
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

const shown = async (content: string) => {
  const { mediaType, text, blocks } = await parse(Buffer.from(content))
  return [
    mediaType,
    ...blocks.map(
      ({ kind, level, start, end }) =>
        `${kind}${level === undefined ? '' : ` ${level}`}: ${text.slice(start, end).replaceAll('\n', '⏎')}`,
    ),
  ]
}

describe('Markdown', () => {
  const markdown = `---
title: "Hội nghị sơ kết học kỳ I"
date: 2023-02-09 08:30:00 +0700
author: Vũ Đình Hào
tags:
  - giáo dục
---

# Hội nghị **sơ kết** học kỳ I #

Chiều 9/2, [Sở Giáo dục và Đào tạo](https://example.vn/so-(gd)) tổ chức *hội nghị*; xem ten_tep_dai.pdf và \\*chú thích\\*.

![Quang cảnh hội nghị](anh.jpg)

![](trong.png)

1. Rà soát trường, lớp
   và điểm trường
   - Điểm lẻ
2. [x] Báo cáo
* Việc khác

| TT | Đơn vị | Số lớp |
|----|:------:|-------:|
| 1  | Trường A \\| cơ sở 2 | **12** |
| 2  |        | 9 |

> Ý kiến của **đại biểu**

\`\`\`
# không phải tiêu đề
x = 1
\`\`\`

[//]: # (ghi chú)

Kết luận<br>của Giám đốc
`
  test('headings, lists, tables, captions, links, code', async () => {
    expect(await shown(markdown)).toEqual([
      'text/markdown',
      'heading 1: Hội nghị sơ kết học kỳ I',
      'paragraph: Chiều 9/2, Sở Giáo dục và Đào tạo tổ chức hội nghị; xem ten_tep_dai.pdf và *chú thích*.',
      'caption: Quang cảnh hội nghị',
      'list-item 0: 1. Rà soát trường, lớp và điểm trường',
      'list-item 1: - Điểm lẻ',
      'list-item 0: 2. Báo cáo',
      'list-item 0: - Việc khác',
      'table-row: TT\tĐơn vị\tSố lớp',
      'table-row: 1\tTrường A | cơ sở 2\t12',
      'table-row: 2\t\t9',
      'paragraph: Ý kiến của đại biểu',
      'paragraph: # không phải tiêu đề⏎x = 1',
      'paragraph: Kết luận',
      'paragraph: của Giám đốc',
    ])
  })
  test('what the page says of itself', async () => {
    const { metadata } = await parse(Buffer.from(markdown))
    expect(metadata).toEqual({
      title: 'Hội nghị sơ kết học kỳ I',
      publishedAt: '2023-02-09T08:30:00+07:00',
      author: 'Vũ Đình Hào',
      charset: 'utf-8',
    })
  })
  test('a title that only the front matter has stands first', async () => {
    const content = '---\ntitle: Kế hoạch năm học\ndate: 2023-05-04\n---\nNội dung kế hoạch.'
    expect(await shown(content)).toEqual([
      'text/markdown',
      'heading 1: Kế hoạch năm học',
      'paragraph: Nội dung kế hoạch.',
    ])
    expect((await parse(Buffer.from(content))).metadata.publishedAt).toBe('2023-05-04')
  })
  test('a table that lays out the head of a document is no table', async () => {
    const content = `| UBND TỈNH X ------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- |
|---|---|
| Số: 12/QĐ-UBND | X, ngày 5 tháng 3 năm 2021 |

QUYẾT ĐỊNH`
    expect(await shown(content)).toEqual([
      'text/markdown',
      'paragraph: UBND TỈNH X',
      'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'paragraph: Độc lập - Tự do - Hạnh phúc',
      'paragraph: Số: 12/QĐ-UBND',
      'paragraph: X, ngày 5 tháng 3 năm 2021',
      'paragraph: QUYẾT ĐỊNH',
    ])
  })
  test.each([
    ['a hash', '# Kế hoạch\nNội dung một\nNội dung hai'],
    ['hash tags', '#giaoduc #hoinghi\nNội dung\n#tag'],
    ['a rule of dashes', 'UBND TỈNH X\n-------\nSố: 12/QĐ-UBND\n---\nNội dung'],
    ['dashes first', '---\nBÁO CÁO\n---\nNội dung báo cáo'],
    ['dashes before a sentence with a colon', '---\nKính gửi: các trường\n---\nNội dung'],
    ['stars', '(*) Ghi chú: * bắt buộc, ** không bắt buộc\n*** Hết ***'],
    ['a script', '#!/bin/sh\n# first\ncp a b\n\n# second\n\n# third\nmv a b'],
    [
      'bars',
      'Bộ Tài chính|Cộng hoà xã hội chủ nghĩa việt nam|\n   -:-|Độc lập - Tự do|\nSỐ: 13|------------|',
    ],
    ['underscores', 'Họ và tên: ______________ Lớp: ____\nKý tên: ____'],
  ])('ignores %s', async (_, content) => {
    const parsed = await parse(Buffer.from(content))
    expect([parsed.mediaType, parsed.text]).toEqual(['text/plain', content])
  })
})

describe('tables of commas, semicolons, tabs and bars', () => {
  test.each<[string, string, string[]]>([
    [
      'commas, quotes and a line break in a cell',
      'TT,Đơn vị,Số lớp\n1,"Trường A, cơ sở 2",12\n2,"Trường ""B""\nđiểm lẻ",9\n3,,7\n',
      [
        'text/csv',
        'TT\tĐơn vị\tSố lớp',
        '1\tTrường A, cơ sở 2\t12',
        '2\tTrường "B" điểm lẻ\t9',
        '3\t\t7',
      ],
    ],
    [
      'semicolons with commas in numbers, as Excel saves them here',
      'sep=;\nHuyện;Tỷ lệ;Số\nA;75,6%;1.234\nB;80,1%;2.345\nC;9,5%;3',
      ['text/csv', 'Huyện\tTỷ lệ\tSố', 'A\t75,6%\t1.234', 'B\t80,1%\t2.345', 'C\t9,5%\t3'],
    ],
    [
      'tabs',
      'Huyện\tSố trường\nMường Lay\t12\nTủa Chùa\t30\n',
      ['text/tab-separated-values', 'Huyện\tSố trường', 'Mường Lay\t12', 'Tủa Chùa\t30'],
    ],
    ['bars', 'a|b|c\n1|2|3\n4|5|6', ['text/csv', 'a\tb\tc', '1\t2\t3', '4\t5\t6']],
  ])('reads %s', async (_, content, [type, ...rows]) => {
    expect(await shown(content)).toEqual([type, ...rows.map((row) => `table-row: ${row}`)])
  })
  test('reads what stands alone above the first row as paragraphs, and nothing below it', async () => {
    expect(
      await shown(
        'KẾT QUẢ NĂM 2021;;\n;(Kèm theo Công văn số 87);\nXã;Kế hoạch;Tỷ lệ\nA;75,6%;\nB;;\n',
      ),
    ).toEqual([
      'text/csv',
      'paragraph: KẾT QUẢ NĂM 2021',
      'paragraph: (Kèm theo Công văn số 87)',
      'table-row: Xã\tKế hoạch\tTỷ lệ',
      'table-row: A\t75,6%',
      'table-row: B',
    ])
  })
  test.each([
    ['sentences', 'Ông A, bà B, ông C dự.\nÔng D, bà E, ông G vắng.\nÔng H, bà I, ông K nói.'],
    [
      'a list of people',
      'Nguyễn Văn An, Giám đốc Sở\nTrần Thị Bình, Phó Giám đốc\nLê Văn Cường, Trưởng phòng',
    ],
    ['recipients', '- Như trên;\n- Lưu: VT;\n- Website;\n- Các sở;'],
    ['a numbered list with tabs', '1.\tMục đích\n2.\tYêu cầu\n3.\tNội dung\n4.\tTổ chức'],
    ['two rows', 'a,b,c\n1,2,3'],
    [
      'a text with one table in it',
      'BÁO CÁO\nSố liệu như sau:\nA\t1\t2\nB\t3\t4\nTrên đây là báo cáo.',
    ],
    ['numbers with commas', 'Năm 2020: 1,5 triệu\nNăm 2021: 2,5 triệu\nNăm 2022: 3,5 triệu'],
  ])('ignores %s', async (_, content) => {
    const parsed = await parse(Buffer.from(content))
    expect([parsed.mediaType, parsed.text]).toEqual(['text/plain', content])
  })
})

describe('hostile texts are read in time', () => {
  test.each<[string, string]>([
    ['brackets', `# A\n\n**a** **b**\n${'['.repeat(500_000)}`],
    ['links that never close', `# A\n\n**a** **b**\n${'[a]('.repeat(200_000)}`],
    ['stars', `# A\n\n**a** **b**\n${'*a '.repeat(300_000)}`],
    ['underscores and backticks', `# A\n\n**a** **b**\n${'_a`'.repeat(300_000)}`],
    ['a heading of spaces', `# A\n\n**a** **b**\n\n# a${' '.repeat(1_000_000)}b\n`],
    ['quotes that never close', `a,b,c\n${'"x,y,z\n'.repeat(100_000)}`],
    ['one line of commas', `${'a,'.repeat(1_000_000)}\n`],
    ['bars', `| a |\n|---|\n${'|'.repeat(1_000_000)}`],
    ['front matter that never ends', `---\n${'a: b\n'.repeat(300_000)}`],
    ['dashes', '- '.repeat(1_000_000)],
    ['angle brackets', `# A\n\n**a** **b**\n${'<a '.repeat(300_000)}`],
  ])('%s', async (_, content) => {
    const startedAt = performance.now()
    await parse(Buffer.from(content))
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })
})
