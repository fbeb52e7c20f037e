// Where the text of a PDF belongs: columns that hardly stand apart, tables with empty cells, notes, captions, signatures,
// paragraphs over the ends of lines and pages.
import { describe, expect, it } from 'vitest'
import { readPages, show, showPages, showTexts } from '../support/read-pdf.ts'
import { type PlacedText, placeLines } from '../support/write-pdf.ts'

// Seventy-two letters of six points reach from margin to margin.
const full = 'Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về việc phát động phong trào'
const indented = full.slice(0, 66)
const grid = (xs: number[], ys: number[]): Array<[number, number, number, number]> => [
  ...xs.map((x): [number, number, number, number] => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0]),
  ...ys.map((y): [number, number, number, number] => [xs[0] ?? 0, y, xs.at(-1) ?? 0, y]),
]
const head: PlacedText[] = [
  { x: 60, y: 60, text: 'UBND TỈNH ĐIỆN BIÊN' },
  { x: 178, y: 60, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
  { x: 80, y: 76, text: 'SỞ NỘI VỤ' },
  { x: 200, y: 76, text: 'Độc lập - Tự do - Hạnh phúc' },
  { x: 90, y: 100, text: 'Số: 12/BC-SNV' },
  { x: 178, y: 100, text: 'Điện Biên, ngày 05 tháng 01 năm 2023' },
]
const headRead = [
  'paragraph: UBND TỈNH ĐIỆN BIÊN',
  'paragraph: SỞ NỘI VỤ',
  'paragraph: Số: 12/BC-SNV',
  'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'paragraph: Độc lập - Tự do - Hạnh phúc',
  'paragraph: Điện Biên, ngày 05 tháng 01 năm 2023',
]

describe('pdf keeps apart', () => {
  it('the columns of a head with hardly more than a space between them', async () => {
    expect(await showTexts(...head)).toEqual(headRead)
  })

  it('the columns of a head that stand in boxes', async () => {
    const texts = head.map((t) => ({ ...t, x: t.x > 170 ? t.x + 20 : t.x }))
    expect(await showPages([{ texts, rules: grid([50, 190, 420], [44, 110]) }])).toEqual(headRead)
  })

  it('columns of forms that are narrow, by the beginnings of their words', async () => {
    const left = [
      '☐ Nhà chuyên môn, kỹ thuật viên khoa',
      'học và kỹ thuật',
      '☐ Nhà chuyên môn, kỹ thuật viên sức',
      'khỏe và y tế',
      '☐ Nhà chuyên môn về giảng dạy và khoa',
      'học xã hội',
    ]
    const right = [
      '☐ Nhân viên tổng hợp, văn phòng và',
      'các công việc bàn giấy',
      '☐ Lao động kỹ thuật trong nông nghiệp',
      'và thủy sản',
      '☐ Lao động trong xây dựng, luyện kim,',
      'cơ khí',
    ]
    const shown = await showTexts(
      ...placeLines(left, { x: 60 }),
      ...placeLines(right, { x: 60 + 6 * 37 + 8 }),
    )
    expect(shown.map((s) => s.replace(/^[a-z-]+: /, ''))).toEqual([
      '☐ Nhà chuyên môn, kỹ thuật viên khoa học và kỹ thuật',
      '☐ Nhà chuyên môn, kỹ thuật viên sức khỏe và y tế',
      '☐ Nhà chuyên môn về giảng dạy và khoa học xã hội',
      '☐ Nhân viên tổng hợp, văn phòng và các công việc bàn giấy',
      '☐ Lao động kỹ thuật trong nông nghiệp và thủy sản',
      '☐ Lao động trong xây dựng, luyện kim, cơ khí',
    ])
  })

  it('who signs, line by line, where no recipients stand beside', async () => {
    expect(
      await showTexts(
        ...placeLines([[36, indented], 'thi đua./.']),
        { x: 380, y: 160, text: 'KT. BỘ TRƯỞNG', bold: true },
        { x: 380, y: 176, text: 'THỨ TRƯỞNG', bold: true },
        { x: 370, y: 230, text: 'Nguyễn Thị Đoạt', bold: true },
      ),
    ).toEqual([
      `paragraph: ${indented} thi đua./.`,
      'paragraph: KT. BỘ TRƯỞNG',
      'paragraph: THỨ TRƯỞNG',
      'paragraph: Nguyễn Thị Đoạt',
    ])
  })

  it('footnotes and captions', async () => {
    const document = await readPages([
      {
        texts: [
          ...placeLines([full, 'theo Nghị định số 126/2024/NĐ-CP', 'Hình 1. Quang cảnh hội nghị']),
          { x: 72 + 6 * 32, y: 111, text: '1', size: 7 },
          { x: 72, y: 700, text: '1', size: 5 },
          { x: 76, y: 704, text: 'Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 của Chính', size: 9 },
          { x: 72, y: 715, text: 'phủ quy định về tổ chức, hoạt động và quản lý hội.', size: 9 },
        ],
      },
    ])
    expect(show(document)).toEqual([
      `paragraph: ${full} theo Nghị định số 126/2024/NĐ-CP¹`,
      'caption: Hình 1. Quang cảnh hội nghị',
      'footnote: 1 Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 của Chính phủ quy định về tổ chức, hoạt động và quản lý hội.',
    ])
  })

  it('paragraphs that only a wider step parts', async () => {
    const texts = [
      ...placeLines([full, 'và các phong trào của ngành;', full, 'và của địa phương.'], {
        leading: 14,
      }),
      ...placeLines([`${full.slice(0, 71)}.`], { y: 164 }),
      ...placeLines([`Ủy ban ${full.slice(0, 64)}`, 'thi đua yêu nước.'], { y: 186, leading: 14 }),
    ]
    expect((await showTexts(...texts)).slice(-2)).toEqual([
      `paragraph: ${full.slice(0, 71)}.`,
      `paragraph: Ủy ban ${full.slice(0, 64)} thi đua yêu nước.`,
    ])
  })

  it('a heading in bold that reaches far from the text below it', async () => {
    expect(
      await showTexts(
        { x: 72, y: 100, text: `Điều 16. ${full.slice(0, 62)}`, bold: true },
        ...placeLines([`1. ${full.slice(0, 69)}`, 'thi đua.'], { y: 116 }),
      ),
    ).toEqual([
      `heading: Điều 16. ${full.slice(0, 62).trim()}`,
      `list-item: 1. ${full.slice(0, 69)} thi đua.`,
    ])
  })
})

describe('pdf joins', () => {
  it.each([
    [
      'a number over the end of a line',
      `${full.slice(0, 67)} QĐ-`,
      'UBND ngày 5',
      ' QĐ-UBND ngày 5',
    ],
    ['a pair of years', `${full.slice(0, 65)} 2016-`, '2020 của tỉnh', ' 2016-2020 của tỉnh'],
    ['a number and its year', `${full.slice(0, 66)} 126/`, '2024/NĐ-CP', ' 126/2024/NĐ-CP'],
    [
      'but a dash between words by spaces',
      `${full.slice(0, 69)} -`,
      'xã hội năm 2023',
      ' - xã hội năm 2023',
    ],
  ])('%s', async (_, first, second, expected) => {
    const [shown] = await showTexts(...placeLines([full, first, second]))
    expect(shown?.endsWith(expected)).toBe(true)
  })

  it('a paragraph over the end of a page, a footnote between, and a proper name after', async () => {
    const document = await readPages([
      {
        texts: [
          ...placeLines([[36, indented], full, [36, indented], full]),
          { x: 72, y: 720, text: '1', size: 5 },
          { x: 76, y: 724, text: 'Theo báo cáo của Sở.', size: 9 },
        ],
      },
      { texts: placeLines(['Ủy ban nhân dân tỉnh.', [36, indented], 'thi đua.']) },
    ])
    expect(show(document)).toEqual([
      expect.stringMatching(/^paragraph: /),
      expect.stringMatching(/phong trào Ủy ban nhân dân tỉnh\.$/),
      'footnote: 1 Theo báo cáo của Sở.',
      `paragraph: ${indented} thi đua.`,
    ])
    expect(document.blocks.map((b) => b.page)).toEqual([1, 1, 1, 2])
  })

  it('the subject under the number of a letter', async () => {
    const texts = [
      ...head,
      { x: 70, y: 116, text: 'V/v công bố thông tin' },
      { x: 74, y: 130, text: 'bán cổ phần' },
    ]
    expect(await showTexts(...texts)).toContain('paragraph: V/v công bố thông tin bán cổ phần')
  })

  it.each([
    ['letters drawn apart', 14, 'heading: BÁO CÁO'],
    ['letters drawn far apart', 18, 'heading: BÁO CÁO'],
  ])('%s', async (_, step, expected) => {
    const texts = [...'BÁOCÁO'].map((text, i) => ({
      x: 72 + step * i + (i > 2 ? step : 0),
      y: 100,
      text,
      size: 14,
    }))
    expect(await showTexts(...texts)).toEqual([expected])
  })
})

describe('pdf reads tables', () => {
  const cell = (x: number, y: number, text: string): PlacedText => ({ x: x + 4, y: y + 15, text })
  const xs = [72, 110, 250, 350, 450]

  it('with every cell in its column, empty ones and such that span others too', async () => {
    const ys = [100, 120, 140, 160]
    const rules = grid(xs, ys).filter(([x0, y0, x1]) => !(x0 === 350 && x1 === 350 && y0 === 100))
    expect(
      await showPages([
        {
          rules: [...rules, [350, 120, 350, 160]],
          texts: [
            cell(72, 100, 'TT'),
            cell(110, 100, 'Chỉ tiêu'),
            cell(250, 100, 'Trả nợ trong kỳ'),
            cell(250, 120, 'Gốc'),
            cell(350, 120, 'Lãi'),
            cell(72, 140, '1'),
            cell(350, 140, '89.523'),
          ],
        },
      ]),
    ).toEqual([
      'table-row: TT | Chỉ tiêu | Trả nợ trong kỳ',
      'table-row:  |  | Gốc | Lãi',
      'table-row: 1 |  |  | 89.523',
    ])
  })

  it('whose rows run over the end of a page', async () => {
    const rules = (ys: number[]) => grid([72, 110, 450], ys)
    const document = await readPages([
      {
        rules: rules([700, 720, 740]),
        texts: [
          cell(72, 700, '1'),
          cell(110, 700, 'Sở Nội vụ'),
          cell(72, 720, '2'),
          cell(110, 720, 'Quyết định xử lý tài sản thuộc'),
        ],
      },
      {
        rules: rules([60, 80, 100]),
        texts: [
          cell(110, 60, 'thẩm quyền của tỉnh'),
          cell(72, 80, '3'),
          cell(110, 80, 'Sở Tài chính'),
        ],
      },
    ])
    expect(show(document)).toEqual([
      'table-row: 1 | Sở Nội vụ',
      'table-row: 2 | Quyết định xử lý tài sản thuộc thẩm quyền của tỉnh',
      'table-row: 3 | Sở Tài chính',
    ])
  })

  it('but no row of its own as the rest of the one above', async () => {
    const rules = (ys: number[]) => grid([72, 110, 450], ys)
    const shown = await showPages([
      {
        rules: rules([700, 720, 740]),
        texts: [cell(72, 700, '1'), cell(110, 700, 'Sở Nội vụ'), cell(110, 720, 'Tổng số')],
      },
      {
        rules: rules([60, 80, 100]),
        texts: [cell(72, 60, '2'), cell(110, 60, 'phòng chuyên môn'), cell(110, 80, 'Tổng số')],
      },
    ])
    expect(shown).toHaveLength(4)
  })
})

describe('pdf does not take', () => {
  it('the name under a signature near the edge for a running foot', async () => {
    const page = (y: number) => ({
      texts: [...placeLines([full, 'thi đua.']), { x: 400, y, text: 'Trần Thị Bích', bold: true }],
    })
    const document = await readPages([page(720), page(755), page(790)])
    expect(document.blocks.map((b) => b.kind)).not.toContain('page-footer')
  })

  it('a word space in a stretched line for the gap of columns', async () => {
    const stretched = Array.from({ length: 6 }, (_, i) =>
      ['Căn', 'cứ', 'Luật', 'Giáo', 'dục', 'năm', 'này'].map((text, k) => ({
        x: 72 + 62 * k + ((i * 7 * k) % 13),
        y: 100 + 16 * i,
        text,
      })),
    ).flat()
    expect((await showTexts(...stretched)).every((s) => s.startsWith('paragraph: Căn cứ'))).toBe(
      true,
    )
  })

  it('small print in a table for footnotes', async () => {
    const shown = await showPages([
      {
        texts: [
          ...placeLines(Array.from({ length: 6 }, () => full)),
          { x: 76, y: 715, text: '1', size: 8 },
          { x: 116, y: 715, text: 'Sở Nội vụ', size: 8 },
        ],
        rules: grid([72, 110, 450], [700, 720]),
      },
    ])
    expect(shown.at(-1)).toBe('table-row: 1 | Sở Nội vụ')
  })
})
