import { describe, expect, it } from 'vitest'
import { BadDocumentError } from '../../src/errors.ts'
import type { ParsedDocument } from '../../src/model.ts'
import { defaultLimits } from '../../src/parse/parser.ts'
import { pdf } from '../../src/parse/pdf.ts'
import { type PageToWrite, type PlacedText, placeLines, writePdf } from '../support/write-pdf.ts'

const read = (bytes: Uint8Array, limits = defaultLimits) =>
  pdf.parse({ bytes, name: 'thu.pdf', limits, progress() {} })
const shown = (document: ParsedDocument) =>
  document.blocks.map(
    (b) => `${b.kind}: ${document.text.slice(b.start, b.end).replace(/\t/g, ' | ')}`,
  )
const blocksOfPage = async (...texts: PlacedText[][]) =>
  shown(await read(writePdf([{ texts: texts.flat() }])))

// Seventy-two letters of six points reach from margin to margin.
const full = 'Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về việc phát động phong trào'
const grid = (xs: number[], ys: number[]): Array<[number, number, number, number]> => [
  ...xs.map((x): [number, number, number, number] => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0]),
  ...ys.map((y): [number, number, number, number] => [xs[0] ?? 0, y, xs.at(-1) ?? 0, y]),
]

describe('pdf reads', () => {
  it('lines into paragraphs, by indentation, short last lines and markers', async () => {
    expect(
      await blocksOfPage(
        placeLines([
          [36, full.slice(0, 66)],
          full,
          'thi đua năm học 2022-2023.',
          [36, full.slice(0, 66)],
          'thi đua yêu nước;',
          [36, '1. Toàn ngành tiếp tục thực hiện nhiệm vụ năm học mới của tỉnh nhà'],
          'theo chỉ đạo của Bộ.',
          [36, 'a) Tăng cường kiểm tra.'],
          [36, '- Lưu hồ sơ.'],
        ]),
      ),
    ).toEqual([
      `paragraph: ${full.slice(0, 66)} ${full} thi đua năm học 2022-2023.`,
      `paragraph: ${full.slice(0, 66)} thi đua yêu nước;`,
      'list-item: 1. Toàn ngành tiếp tục thực hiện nhiệm vụ năm học mới của tỉnh nhà theo chỉ đạo của Bộ.',
      'list-item: a) Tăng cường kiểm tra.',
      'list-item: - Lưu hồ sơ.',
    ])
  })

  it('the two-column head of an official document, left side first', async () => {
    expect(
      await blocksOfPage([
        { x: 80, y: 60, text: 'UBND TỈNH ĐIỆN BIÊN' },
        { x: 290, y: 60, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true },
        { x: 70, y: 76, text: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO', bold: true },
        { x: 315, y: 78, text: 'Độc lập - Tự do - Hạnh phúc', bold: true },
        { x: 90, y: 104, text: 'Số: 12/BC-SGDĐT' },
        { x: 300, y: 104, text: 'Điện Biên, ngày 05 tháng 01 năm 2023' },
        { x: 270, y: 140, text: 'BÁO CÁO', bold: true },
        { x: 240, y: 156, text: 'Sơ kết học kỳ I', bold: true },
        ...placeLines([[36, full.slice(0, 66)], 'thi đua.'], { y: 190 }),
      ]),
    ).toEqual([
      'paragraph: UBND TỈNH ĐIỆN BIÊN',
      'paragraph: SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      'paragraph: Số: 12/BC-SGDĐT',
      'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'paragraph: Độc lập - Tự do - Hạnh phúc',
      'paragraph: Điện Biên, ngày 05 tháng 01 năm 2023',
      'heading: BÁO CÁO',
      'heading: Sơ kết học kỳ I',
      `paragraph: ${full.slice(0, 66)} thi đua.`,
    ])
  })

  it('headings across the page above a two-column head by themselves', async () => {
    expect(
      await blocksOfPage([
        { x: 150, y: 60, text: 'VĂN BẢN QUY PHẠM PHÁP LUẬT CỦA NGÀNH TÀI CHÍNH', bold: true },
        { x: 100, y: 100, text: 'BỘ TÀI CHÍNH', bold: true },
        { x: 290, y: 100, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold: true },
        { x: 90, y: 130, text: 'Số: 1/TT-BTC' },
        { x: 300, y: 130, text: 'Hà Nội, ngày 05 tháng 01 năm 2023' },
        ...placeLines([full, 'thi đua.'], { y: 190 }),
      ]),
    ).toEqual([
      'heading: VĂN BẢN QUY PHẠM PHÁP LUẬT CỦA NGÀNH TÀI CHÍNH',
      'paragraph: BỘ TÀI CHÍNH',
      'paragraph: Số: 1/TT-BTC',
      'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'paragraph: Hà Nội, ngày 05 tháng 01 năm 2023',
      `paragraph: ${full} thi đua.`,
    ])
  })

  it('recipients at the left, then the signature at the right', async () => {
    expect(
      await blocksOfPage([
        ...placeLines([full, 'đến hết năm 2023.'], { y: 100 }),
        { x: 72, y: 160, text: 'Nơi nhận:', bold: true },
        { x: 360, y: 160, text: 'KT. GIÁM ĐỐC', bold: true },
        { x: 72, y: 176, text: '- Như trên;' },
        { x: 352, y: 176, text: 'PHÓ GIÁM ĐỐC', bold: true },
        { x: 72, y: 192, text: '- Lưu: VT.' },
        { x: 345, y: 250, text: 'Nguyễn Văn Đoạt', bold: true },
      ]),
    ).toEqual([
      `paragraph: ${full} đến hết năm 2023.`,
      'paragraph: Nơi nhận:',
      'paragraph: - Như trên;',
      'paragraph: - Lưu: VT.',
      'paragraph: KT. GIÁM ĐỐC',
      'paragraph: PHÓ GIÁM ĐỐC',
      'paragraph: Nguyễn Văn Đoạt',
    ])
  })

  it('a ruled table row by row, wrapped cells whole', async () => {
    const document = await read(
      writePdf([
        {
          rules: grid([72, 110, 300, 400], [100, 140, 180]),
          texts: [
            { x: 78, y: 115, text: 'TT' },
            { x: 116, y: 115, text: 'Đơn vị' },
            { x: 306, y: 115, text: 'Tỷ lệ' },
            { x: 78, y: 155, text: '1' },
            { x: 116, y: 155, text: 'Sở Giáo dục' },
            { x: 116, y: 171, text: 'và Đào tạo' },
            { x: 306, y: 155, text: '75,6%' },
          ],
        },
      ]),
    )
    expect(shown(document)).toEqual([
      'table-row: TT | Đơn vị | Tỷ lệ',
      'table-row: 1 | Sở Giáo dục và Đào tạo | 75,6%',
    ])
  })

  it('a table without lines, where cells are aligned', async () => {
    expect(
      await blocksOfPage(
        [80, 96, 112].flatMap((y, i) => [
          { x: 72, y, text: `Huyện ${i}` },
          { x: 250, y, text: `${i}.085` },
          { x: 400, y, text: `${i},6%` },
        ]),
      ),
    ).toEqual([0, 1, 2].map((i) => `table-row: Huyện ${i} | ${i}.085 | ${i},6%`))
  })

  it('two columns of running text, one after the other', async () => {
    const column = (x: number, word: string) =>
      placeLines(
        Array.from({ length: 10 }, (_, i) => `${word} dòng số ${i} của cột chữ dài`),
        { x, y: 80 },
      )
    const [left, right, ...others] = await blocksOfPage(column(60, 'trái'), column(320, 'phải'))
    expect(left).toMatch(/^paragraph: trái dòng số 0 .* trái dòng số 9/)
    expect(right).toMatch(/^paragraph: phải dòng số 0 .* phải dòng số 9/)
    expect(others).toEqual([])
  })

  it('running heads and page numbers apart, and a sentence over the end of the page whole', async () => {
    const page = (n: number, lines: string[]): PageToWrite => ({
      texts: [
        { x: 200, y: 40, text: `CÔNG BÁO/Số ${n + 10}` },
        ...placeLines(lines, { y: 100 }),
        { x: 300, y: 810, text: `${n}` },
      ],
    })
    const document = await read(
      writePdf([
        page(1, ['Điều 1. Phạm vi điều chỉnh.', full]),
        page(2, ['thi đua của tỉnh.', 'Điều 2. Hiệu lực.']),
        page(3, ['Điều 3. Tổ chức thực hiện.']),
      ]),
    )
    expect(shown(document)).toEqual([
      'page-header: CÔNG BÁO/Số 11',
      'paragraph: Điều 1. Phạm vi điều chỉnh.',
      `paragraph: ${full} thi đua của tỉnh.`,
      'page-footer: 1',
      'page-header: CÔNG BÁO/Số 12',
      'paragraph: Điều 2. Hiệu lực.',
      'page-footer: 2',
      'page-header: CÔNG BÁO/Số 13',
      'paragraph: Điều 3. Tổ chức thực hiện.',
      'page-footer: 3',
    ])
    expect(document.blocks.map((b) => b.page)).toEqual([1, 1, 1, 1, 2, 2, 2, 3, 3, 3])
    expect(document.pages).toBe(3)
  })

  it.each([
    [
      'combining marks drawn as glyphs',
      'Quy đị nh',
      [{ x: 72, y: 100, text: 'Quy đi\u0323nh' }],
      /^paragraph: Quy định$/,
    ],
    [
      'the soft hyphen that is ư in TCVN3',
      'tr\u00ADêng',
      [{ x: 72, y: 100, text: 'tr\u00ADêng' }],
      /tr\u00ADêng$/,
    ],
    [
      'a number stamped into a blank',
      'số',
      [
        { x: 72, y: 100, text: 'Số:      /BC' },
        { x: 96, y: 96, text: '156' },
      ],
      /^paragraph: Số: 156 \/BC$/,
    ],
    [
      'a raised footnote mark in its line',
      'mũ',
      [
        { x: 72, y: 100, text: 'Diện tích' },
        { x: 126, y: 95, text: '2', size: 7 },
      ],
      /^paragraph: Diện tích²$/,
    ],
    [
      'letters drawn twice for bold once',
      'đậm',
      [
        { x: 72, y: 100, text: 'BÁO CÁO' },
        { x: 72.3, y: 100, text: 'BÁO CÁO' },
      ],
      /^heading: BÁO CÁO$/,
    ],
    [
      'words without written spaces by their gaps',
      'gap',
      [
        { x: 72, y: 100, text: 'Sở' },
        { x: 88, y: 100, text: 'Nội' },
      ],
      /^paragraph: Sở Nội$/,
    ],
  ] as Array<[string, string, PlacedText[], RegExp]>)('%s', async (_, __, texts, expected) => {
    expect((await blocksOfPage(texts)).join('\n')).toMatch(expected)
  })
})

describe('pdf does not', () => {
  it.each([
    [
      'take a number in the text for a page number',
      [{ x: 72, y: 400, text: '12' }],
      'paragraph: 12',
    ],
    [
      'take a wrapped "Điều 5" for a heading',
      placeLines([
        `${full.slice(0, 65)} khoản 2`,
        'Điều 5 của Luật Giáo dục và các văn bản hướng dẫn thi hành.',
      ]),
      undefined,
    ],
    [
      'part a stretched line into cells',
      [
        { x: 72, y: 100, text: 'Căn' },
        { x: 110, y: 100, text: 'cứ' },
        { x: 142, y: 100, text: 'Luật' },
        { x: 186, y: 100, text: 'Giáo' },
        { x: 230, y: 100, text: 'dục' },
      ],
      'paragraph: Căn cứ Luật Giáo dục',
    ],
    [
      'take a frame around text for a table',
      [{ x: 80, y: 112, text: 'Trong khung' }],
      'paragraph: Trong khung',
    ],
  ] as Array<[string, PlacedText[], string | undefined]>)('%s', async (_, texts, expected) => {
    const document = await read(writePdf([{ texts, rules: grid([60, 560], [90, 130]) }]))
    expect(document.blocks).toHaveLength(1)
    if (expected) expect(shown(document)).toEqual([expected])
  })
})

describe('pdf refuses', () => {
  const text = placeLines([full, full, full])
  const whole = writePdf([{ texts: text }])
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['what is no PDF', new TextEncoder().encode('%PDF-1.7\nnot really'), 'corrupt'],
    ['a password', writePdf([{ texts: text }], { encrypted: true }), 'encrypted'],
    ['a scan of nothing', writePdf([{ picture: true }]), 'no-text'],
    ['empty pages', writePdf([{}, {}]), 'no-text'],
  ])('%s', async (_, bytes, code) => {
    const failure = await read(bytes).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(BadDocumentError)
    expect((failure as BadDocumentError).code).toBe(code)
    expect((failure as BadDocumentError).message).toContain('thu.pdf')
  })

  it.each([
    ['cut off in the middle', whole.slice(0, whole.length >> 1)],
    ['a page tree that holds itself', writePdf([{ texts: text }], { cyclicPages: true })],
  ])('or reads in part %s, and never hangs', async (_, bytes) => {
    const outcome = await read(bytes).then(
      (document) => (document.partial || document.text.includes('Thực hiện') ? 'read' : 'silent'),
      (error: unknown) => (error instanceof BadDocumentError ? error.code : String(error)),
    )
    expect(['read', 'corrupt', 'no-text']).toContain(outcome)
  })

  it.each([
    [
      'English',
      'The conference was held in the hall of the school and it was attended by the teachers of this province.',
    ],
    [
      'a legacy encoding',
      'Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp Tù do H¹nh phóc C¨n cø LuËt Tæ chøc ChÝnh phñ ngµy 25 th¸ng 12 n¨m 2001',
    ],
  ])('but not %s before a picture', async (_, line) => {
    const document = await read(
      writePdf([{ picture: true, texts: placeLines([line, line, line]) }]),
    )
    expect(document.warnings.map((w) => w.code)).not.toContain('needs-ocr')
    expect(document.parser).toBe('pdf/2')
  })

  it('only the pages of which OCR makes nothing, by a warning that names them', async () => {
    const document = await read(
      writePdf([{ texts: text }, { picture: true }, { picture: true }, { texts: text }]),
    )
    expect(document.warnings).toEqual([
      { code: 'ocr-empty', message: expect.stringContaining('Pages 2–3 ') },
    ])
    expect(document.partial).toBe(false)
  })

  it('the rest of a document over the limits, and says so', async () => {
    const pages = Array.from({ length: 6 }, () => ({ texts: text }))
    const document = await read(writePdf(pages), { ...defaultLimits, outputBytes: 2000 })
    expect(document.partial).toBe(true)
    expect(document.warnings[0]).toMatchObject({
      code: 'cut-short',
      message: expect.stringContaining('of 6 pages'),
    })
    expect(document.text).toContain('Thực hiện')
  })
})

it('calls progress and offers what was read, a page at a time', async () => {
  const done: Array<number | undefined> = []
  const kept: number[] = []
  await pdf.parse({
    bytes: writePdf([1, 2, 3].map(() => ({ texts: placeLines([full, full]) }))),
    name: 'thu.pdf',
    limits: defaultLimits,
    progress: (share) => done.push(share),
    emit: (readSoFar) => kept.push(readSoFar().text.length),
  })
  expect(done).toEqual([1 / 3, 2 / 3, 1])
  expect(kept).toHaveLength(3)
  expect(kept[0]).toBeLessThan(kept[2] ?? 0)
})
