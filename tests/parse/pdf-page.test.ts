// What counts to a page of a PDF: layers, invisible text, text beside the page, turned pages, fields, notes, files.
import { describe, expect, it } from 'vitest'
import { readPages, show, showPages, showTexts } from '../support/read-pdf.ts'
import { hexOf, placeLines } from '../support/write-pdf.ts'
import { stream } from '../support/write-pdf-objects.ts'

const line = 'Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về việc phát động phong trào'

describe('pdf reads', () => {
  it('layers that are switched on, and not those that are off', async () => {
    expect(
      await showTexts(
        { x: 72, y: 100, text: 'Hiện ra', layer: 'shown' },
        { x: 72, y: 140, text: 'Ẩn đi', layer: 'hidden' },
      ),
    ).toEqual(['paragraph: Hiện ra'])
  })

  it('the invisible text that OCR laid under a scan', async () => {
    const texts = placeLines(Array.from({ length: 6 }, () => line)).map((t) => ({ ...t, mode: 3 }))
    const document = await readPages([{ picture: true, texts }])
    expect(document.text).toContain(line)
    expect(document.warnings).toEqual([])
  })

  it.each([
    ['turned by the viewer', 90, 90],
    ['upside down', 180, 180],
    ['with text along its side', 0, 90],
  ])('a page %s', async (_, rotate, turned) => {
    const texts = ['Bảng tổng hợp một', 'số chỉ tiêu của tỉnh'].map((text, i) =>
      turned === 180
        ? { x: 500, y: 500 - 16 * i, text, turned }
        : { x: 200 + 16 * i, y: 600, text, turned },
    )
    expect(await showPages([{ texts, rotate }])).toEqual([
      'paragraph: Bảng tổng hợp một số chỉ tiêu của tỉnh',
    ])
  })

  it('a watermark apart from the text it lies over', async () => {
    expect(
      await showTexts(...placeLines([line, 'thi đua.']), {
        x: 120,
        y: 300,
        text: 'BẢN NHÁP',
        size: 80,
        turned: 45,
      }),
    ).toEqual([`paragraph: ${line} thi đua.`, 'page-footer: BẢN NHÁP'])
  })

  const drawing = stream(
    `BT /F3 12 Tf 1 0 0 1 2 5 Tm ${hexOf('Nguyễn Văn Đoạt')} Tj ET`,
    ' /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F3 § 0 R >> >>',
  )
  const field = (value: string, more = '') =>
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (ten) /V ${value} /DA (/Helv 12 Tf) /Rect [140 737 340 757] /F 4 ${more} >>`
  const utf16 = (text: string) => `<FEFF${hexOf(text).slice(1)}`

  it.each([
    ['a field with its drawing', field('(x)', '/AP << /N ¤1 0 R >>'), 'Họ và tên: Nguyễn Văn Đoạt'],
    ['a field without a drawing', field(utf16('Trần Thị Bích')), 'Họ và tên: Trần Thị Bích'],
    [
      'a free text note',
      `<< /Type /Annot /Subtype /FreeText /DA (/Helv 12 Tf) /Contents ${utf16('Đã nhận đủ')} /Rect [72 500 272 520] /F 4 >>`,
      'Đã nhận đủ',
    ],
  ])('%s', async (_, annotation, expected) => {
    const shown = await showPages(
      [{ texts: [{ x: 72, y: 100, text: 'Họ và tên:' }], annotations: [annotation] }],
      { fields: true, objects: [drawing] },
    )
    expect(shown.join(' ').replace(/paragraph: /g, '')).toContain(expected)
  })

  it('the stamp of an electronic signature apart, its address whole', async () => {
    const stamp = stream(
      ['Người ký: Sở Nội vụ', 'Email: snv@dienbien.go', 'v.vn', 'Thời gian ký: 14.11.2018']
        .map((text, i) => `BT /F3 8 Tf 1 0 0 1 2 ${50 - 10 * i} Tm ${hexOf(text)} Tj ET`)
        .join('\n'),
      ' /Type /XObject /Subtype /Form /BBox [0 0 200 60] /Resources << /Font << /F3 § 0 R >> >>',
    )
    const document = await readPages(
      [
        {
          texts: placeLines([line, 'thi đua.']),
          annotations: [
            '<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [300 700 500 760] /F 4 /AP << /N ¤1 0 R >> >>',
          ],
        },
      ],
      { objects: [stamp] },
    )
    expect(show(document)).toEqual([
      `paragraph: ${line} thi đua.`,
      'page-footer: Người ký: Sở Nội vụ Email: snv@dienbien.gov.vn Thời gian ký: 14.11.2018',
    ])
  })

  it('and names the files that are embedded', async () => {
    const document = await readPages([{ texts: placeLines(['Có tệp kèm theo.']) }], {
      catalog: '/Names << /EmbeddedFiles << /Names [(phu-luc.xlsx) ¤1 0 R] >> >>',
      objects: [
        '<< /Type /Filespec /F (phu-luc.xlsx) /UF (phu-luc.xlsx) /EF << /F ¤2 0 R >> >>',
        stream('abc', ' /Type /EmbeddedFile'),
      ],
    })
    expect(document.warnings).toEqual([
      { code: 'embedded-files', message: expect.stringContaining('phu-luc.xlsx') },
    ])
  })
})

describe('pdf leaves out', () => {
  it.each([
    ['invisible text on a page that is not a scan', { x: 72, y: 140, mode: 3 }],
    ['text right of the page', { x: 700, y: 100 }],
    ['text above the page', { x: 72, y: -40 }],
    ['text below the page', { x: 72, y: 900 }],
  ])('%s', async (_, place) => {
    expect(
      await showTexts({ x: 72, y: 100, text: 'Nhìn thấy được' }, { ...place, text: 'Không thấy' }),
    ).toEqual(['paragraph: Nhìn thấy được'])
  })

  it.each([
    ['a hidden field', '/Subtype /Widget /FT /Tx /T (an) /V (KIN) /DA (/Helv 12 Tf) /F 2'],
    ['a box that is not ticked', '/Subtype /Widget /FT /Btn /T (o) /V /Off /F 4'],
    ['a comment of a reviewer', '/Subtype /Text /Contents (KIN)'],
  ])('%s', async (_, annotation) => {
    expect(
      await showPages(
        [
          {
            texts: [{ x: 72, y: 100, text: 'Văn bản' }],
            annotations: [`<< /Type /Annot ${annotation} /Rect [72 500 272 520] >>`],
          },
        ],
        { fields: true },
      ),
    ).toEqual(['paragraph: Văn bản'])
  })
})
