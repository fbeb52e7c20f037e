// Bodies that only the site's own name or address completes, and texts that say themselves of what province they speak.
import { describe, expect, test } from 'vitest'
import type { ParsedDocument } from '../../src/model.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

type Metadata = ParsedDocument['metadata']

/** Body of each position, and what completed it, of everybody named; `around`: lines of the site behind the article. */
function completed(text: string, metadata: Metadata, around: readonly string[] = []) {
  const parsed = parsedOf([text, ...around].join('\n'), metadata)
  const chrome = parsed.blocks.length - around.length
  const record = makeRecord(
    {
      ...parsed,
      mediaType: 'text/html',
      blocks: parsed.blocks.map((b, i) => (i < chrome ? b : { ...b, kind: 'chrome' })),
    },
    { name: 'a.html', sha256: '0'.repeat(64), bytes: 1, mediaType: 'text/html' },
    lexicon,
  )
  return record.officials.flatMap(({ positions }) =>
    positions.map(({ organisation, province, evidence }) => ({ organisation, province, evidence })),
  )
}

const vice = 'Tổng kết năm\nSáng nay, ông Lê Văn Hòa, Phó Chủ tịch UBND tỉnh chủ trì hội nghị.'
const open = { organisation: 'Ủy ban nhân dân tỉnh (không nêu tên tỉnh)', province: null }
const inDakNong = (evidence: string) => [
  { organisation: 'Ủy ban nhân dân tỉnh Đắk Nông', province: 'dak-nong', evidence },
]

describe('the site says its province', () => {
  test.each<[string, Metadata, string]>([
    [
      'a name',
      { siteName: 'Website Sở Nội vụ tỉnh Đắk Nông' },
      'site: Website Sở Nội vụ tỉnh Đắk Nông',
    ],
    [
      'glued',
      { siteName: 'Website Sở Nội vụ tỉnh ĐắkNông' },
      'site: Website Sở Nội vụ tỉnh ĐắkNông',
    ],
    ['small and glued', { siteName: 'Hội Nông dân đaknông' }, 'site: Hội Nông dân đaknông'],
    [
      'a portal',
      { siteName: 'Cổng thông tin điện tử Đắk Nông' },
      'site: Cổng thông tin điện tử Đắk Nông',
    ],
    ['a paper', { siteName: 'Báo Đắk Nông | Tin mới' }, 'site: Báo Đắk Nông | Tin mới'],
    [
      'an address of the state',
      { canonicalUrl: 'https://snv.daknong.gov.vn/tin/1.html' },
      'address: snv.daknong.gov.vn',
    ],
    [
      'a paper’s address',
      { canonicalUrl: 'https://baodaknong.vn/1.html' },
      'address: baodaknong.vn',
    ],
  ])('%s', (_, metadata, evidence) => {
    expect(completed(vice, metadata)).toEqual(inDakNong(evidence))
  })

  test('a line that names the publisher, beside other news', () => {
    expect(
      completed(vice, {}, [
        'UBND tỉnh Quảng Nam họp phiên thường kỳ',
        'Bản quyền thuộc Sở Nội vụ tỉnh Đắk Nông',
      ]),
    ).toEqual(inDakNong('site: Bản quyền thuộc Sở Nội vụ tỉnh Đắk Nông'))
  })

  test('the text names the same province and only tells of another', () => {
    const text = `${vice} Tỉnh Đắk Nông có tám huyện; năm trước tỉnh học tập tỉnh Lâm Đồng.`
    const siteName = 'Sở Nội vụ tỉnh Đắk Nông'
    expect(completed(text, { siteName })).toEqual(inDakNong(`site: ${siteName}`))
  })

  test('other bodies of the province, a city of its own', () => {
    const text =
      'Tổng kết năm\nDự có ông Lê Văn Hòa, Phó Giám đốc Công an tỉnh; bà Trần Thị Mai, Chánh Văn phòng Văn phòng Điều phối nông thôn mới tỉnh; ông Võ Minh Khoa, Giám đốc Sở Y tế; ông Hồ Văn Ánh, Tỉnh ủy viên.'
    expect(
      completed(text, { siteName: 'Trang thông tin điện tử tỉnh Đắk Nông' }).map(
        (p) => p.organisation,
      ),
    ).toEqual([
      'Công an tỉnh Đắk Nông',
      'Văn phòng Điều phối nông thôn mới tỉnh Đắk Nông',
      'Sở Y tế tỉnh Đắk Nông',
      'Tỉnh ủy Đắk Nông',
    ])
    const city = 'Tổng kết năm\nÔng Lê Văn Hòa, Phó Chủ tịch UBND thành phố chủ trì hội nghị.'
    expect(completed(city, { canonicalUrl: 'https://www.hochiminhcity.gov.vn/a' })).toEqual([
      {
        organisation: 'Ủy ban nhân dân thành phố Hồ Chí Minh',
        province: 'ho-chi-minh',
        evidence: 'address: www.hochiminhcity.gov.vn',
      },
    ])
  })
})

describe('the site says nothing of the body', () => {
  const siteName = 'Website Sở Nội vụ tỉnh Đắk Nông'
  test.each<[string, Metadata]>([
    ['no place', { siteName: 'Tin nhanh' }],
    ['a school', { siteName: 'Trường Đại học Thái Nguyên' }],
    [
      'a district that is called like a province',
      { siteName: 'Trang thông tin điện tử Huyện Quảng Ninh' },
    ],
    ['a victory', { siteName: 'Báo Chiến thắng Điện Biên Phủ' }],
    ['two provinces', { siteName: 'Cổng thông tin điện tử Đắk Nông - Lâm Đồng' }],
    ['a city for a province', { siteName: 'Báo Hà Nội mới' }],
    ['an address that is none', { canonicalUrl: 'http://[:::snv.daknong.gov.vn/' }],
    ['an address of the centre', { canonicalUrl: 'https://moj.gov.vn/1.html' }],
    ['an address of anybody', { canonicalUrl: 'https://daknong.example.com/1.html' }],
  ])('%s', (_, metadata) => {
    expect(completed(vice, metadata)).toEqual([open])
  })

  test.each<[string, string]>([
    [
      'held elsewhere',
      'Tổng kết năm\nSáng nay, tại tỉnh Lào Cai và tỉnh Yên Bái đã diễn ra hội nghị.\nÔng Lê Văn Hòa, Phó Chủ tịch UBND tỉnh phát biểu.',
    ],
    ['others named, not this one', `${vice} Các trường ở Lào Cai và Yên Bái cũng làm như vậy.`],
    [
      'a body of another acts',
      `${vice}\nTỉnh Đắk Nông có tám huyện.\nSở Y tế tỉnh Lâm Đồng cũng tổng kết.`,
    ],
  ])('%s', (_, text) => {
    expect(completed(text, { siteName })).toEqual([open])
  })

  test('lines of two provinces', () => {
    expect(completed(vice, {}, ['Sở Nội vụ tỉnh Đắk Nông', 'Sở Nội vụ tỉnh Lâm Đồng'])).toEqual([
      open,
    ])
  })

  test('the text settles it', () => {
    const text = 'Tổng kết năm\nTại tỉnh Nghệ An, ông Lê Văn Hòa, Phó Chủ tịch UBND tỉnh phát biểu.'
    expect(completed(text, { siteName })[0]?.organisation).toBe('Ủy ban nhân dân tỉnh Nghệ An')
  })
})

describe('the site of a district', () => {
  const siteName = 'Trang thông tin điện tử Huyện Krông Nô'
  const bodies = (text: string) => completed(text, { siteName }).map((p) => p.organisation)
  const heads =
    'Tổng kết năm\nDự có ông Lê Văn Hòa, Bí thư Huyện ủy; ông Trần Văn Tú, Chủ tịch UBND huyện.'

  test('completes what the text leaves open', () => {
    expect(bodies(heads)).toEqual(['Huyện ủy Krông Nô', 'Ủy ban nhân dân huyện Krông Nô'])
  })

  test('says nothing where the text names a district, or several', () => {
    expect(bodies(`${heads} Đoàn đã thăm huyện Cư Jút.`)).toEqual([
      'Huyện ủy Cư Jút',
      'Ủy ban nhân dân huyện Cư Jút',
    ])
    expect(bodies(`${heads} Đoàn đã thăm huyện Cư Jút và huyện Tuy Đức.`)).toEqual([
      'Huyện ủy (không nêu tên huyện)',
      'Ủy ban nhân dân huyện (không nêu tên huyện)',
    ])
  })
})
