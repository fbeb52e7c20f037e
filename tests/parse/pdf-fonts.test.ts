// Fonts of PDFs: legacy encodings by their names, fonts that do not say which letters they draw, and fonts that lie.
import { describe, expect, it } from 'vitest'
import { readPages, show } from '../support/read-pdf.ts'
import { type PlacedText, placeLines } from '../support/write-pdf.ts'

const inFont = (font: string, lines: string[], y = 100): PlacedText[] =>
  placeLines(lines, { y, leading: 30 }).map((text) => ({ ...text, font }))

describe('pdf decodes', () => {
  it.each([
    [
      'TCVN3, of which .VnTimeH shows small letters as capitals',
      [
        ...inFont('ABCDEF+.VnTimeH', ['chÝnh phñ']),
        ...inFont('ABCDEF+.VnTime', ['QuyÕt ®Þnh cña Thñ t\u00ADíng vÒ tr\u00ADêng häc'], 130),
      ],
      ['CHÍNH PHỦ', 'Quyết định của Thủ tướng về trường học'],
    ],
    [
      'a word of which only the first letter is in the font of capitals',
      [
        ...inFont('.VnTime', ['Héi nghÞ cÊp cao ¸ -', 'cña c¸c n\u00ADíc trong khu vùc']),
        { x: 204, y: 100, text: '©', font: '.VnTimeH' },
        { x: 210, y: 100, text: 'u', font: '.VnTime' },
      ],
      ['Hội nghị cấp cao á - Âu', 'của các nước trong khu vực'],
    ],
    [
      'VNI',
      inFont('VNI-Times', [
        'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam',
        'Ñoäc laäp - Töï do - Haïnh phuùc',
      ]),
      ['Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập - Tự do - Hạnh phúc'],
    ],
    [
      'only what needs it in a mixed file',
      [
        ...inFont('TimesNewRoman', ['Quyết định số 12/QĐ-UBND về năm học mới']),
        ...inFont('.VnTime', ['Uû ban nh©n d©n tØnh quyÕt ®Þnh'], 130),
      ],
      ['Quyết định số 12/QĐ-UBND về năm học mới', 'Uỷ ban nhân dân tỉnh quyết định'],
    ],
    [
      'Unicode in a font whose name is left over from an older file not at all',
      inFont('.VnTime', ['Quyết định về việc phát động phong trào thi đua', 'của tỉnh nhà']),
      ['Quyết định về việc phát động phong trào thi đua', 'của tỉnh nhà'],
    ],
  ] as Array<[string, PlacedText[], string[]]>)('%s', async (_, texts, lines) => {
    const document = await readPages([{ texts }])
    expect(document.text.replace(/\n/g, ' ')).toBe(lines.join(' '))
  })

  it('before it looks at the layout, and keeps what the file held', async () => {
    const document = await readPages([
      {
        texts: inFont('.VnTime', [
          'Ch\u00AD¬ng I',
          'Nh÷ng quy ®Þnh chung cña NghÞ ®Þnh nµy:',
          '®) Tªn vµ ®Þa chØ cña doanh nghiÖp;',
        ]),
      },
    ])
    expect(show(document)).toEqual([
      'heading: Chương I',
      'paragraph: Những quy định chung của Nghị định này:',
      'list-item: đ) Tên và địa chỉ của doanh nghiệp;',
    ])
    expect(document.blocks[0]?.original).toBe('Ch\u00AD¬ng I')
    expect(document.warnings.map((w) => w.code)).toEqual(['legacy-encoding'])
  })

  it('no raised number of a footnote, which is ạ in TCVN3', async () => {
    const document = await readPages([
      {
        texts: [
          ...inFont('.VnTime', [
            'Tæng thu ng©n s¸ch b»ng 23,5% GDP',
            'vµ t¨ng 17,4% so víi n¨m tr\u00ADíc',
          ]),
          { x: 72 + 33 * 6, y: 95, text: '1', size: 7, font: '.VnTime' },
        ],
      },
    ])
    expect(document.text).toContain('23,5% GDP¹')
  })
})

describe('pdf warns of', () => {
  // What a font without a map gives for "Căn cứ Luật …": the numbers of its glyphs.
  const glyphNumbers = '&\u0103Q\u0003F\u0202\u0003/X\u0235W\u0003*L\u00E1R\u0003G\u0259F'

  it('a font that does not say which letters it draws, and gives its page to OCR', async () => {
    const document = await readPages([
      {
        texts: inFont(
          'UnmappedTimes',
          Array.from({ length: 4 }, () => glyphNumbers),
        ),
      },
      { texts: placeLines(['Trang sau đọc được bình thường.']) },
    ])
    expect(document.warnings).toContainEqual({
      code: 'unmapped-font',
      message: expect.stringMatching(/^Page 1: the font "UnmappedTimes"/),
    })
    expect(document.blocks.filter((b) => b.page === 1 && b.kind !== 'chrome')).toEqual([])
    expect(document.text).toContain('Trang sau đọc được')
  })

  it('a national motto with the wrong letter, by its place', async () => {
    const document = await readPages([
      { texts: placeLines(['CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM']) },
    ])
    expect(document.warnings).toEqual([
      expect.objectContaining({ code: 'doubtful-letters', start: 0, end: 15 }),
    ])
  })

  it('words all over that are no syllables', async () => {
    const wrong = 'Căn cứ Luậr Tổ chức chính qưyền địa phươmg và Nghị đinhh của Chính phủ'
    const document = await readPages([
      { texts: placeLines(Array.from({ length: 8 }, () => wrong)) },
    ])
    expect(document.warnings.map((w) => w.code)).toEqual(['doubtful-letters'])
  })

  it.each([
    ['bullets of a font of signs', '\uF0B7', 'Wingdings'],
    ['names of other peoples', 'Y Thanh Hà Niê Kđăm ở Đắk Lắk, Krông Búk, Cư M’gar', 'Times'],
    [
      'Ƣ for Ư, which is read as Ư',
      'Quyết định của Thủ tƣớng về nhà trƣờng, cán bộ và đất đai',
      'Times',
    ],
  ])('but not of %s', async (_, text, font) => {
    const document = await readPages([
      {
        texts: [
          ...inFont(
            font,
            Array.from({ length: 30 }, () => text),
            20,
          ).slice(0, 26),
        ],
      },
      { texts: placeLines(['Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về việc phát động']) },
    ])
    expect(document.warnings).toEqual([])
  })
})
