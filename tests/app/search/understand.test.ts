import { describe, expect, test } from 'vitest'
import { provinceIds, understand } from '../../../src/app/search/understand.ts'
import { loadLexicon } from '../../../src/lexicon/load.ts'

const lexicon = loadLexicon()

/** Each term in its ways: "hội | …"; words that may stand apart with + between them. */
const termsOf = (q: string): string[] =>
  understand(q, () => lexicon).words.terms.map(({ alternatives }) =>
    alternatives
      .map((phrases) =>
        phrases.map((phrase) => phrase.map(({ folded }) => folded).join(' ')).join('+'),
      )
      .join(' | '),
  )

describe('abbreviations', () => {
  test.each<[q: string, holds: string[]]>([
    ['UBND xã', ['ubnd | uy ban nhan dan']],
    ['ubnd', ['ubnd | uy ban nhan dan']],
    ['ủy ban nhân dân', ['uy+ban+nhan+dan | ubnd']],
    ['uy ban nhan dan xa', ['uy+ban+nhan+dan | ubnd']],
    ['HĐND', ['hdnd | hoi dong nhan dan']],
    ['trung học cơ sở', ['trung+hoc+co+so | thcs']],
    ['BHXH', ['bhxh | bao hiem xa hoi']],
    ['TU', ['tu | tinh uy']],
  ])('%s', (q, holds) => {
    expect(termsOf(q)).toEqual(expect.arrayContaining(holds))
  })

  test('every way of a name, and of the name it is in', () => {
    for (const q of ['GD&ĐT', 'GDĐT', 'gd-đt']) {
      const [ways] = termsOf(q)
      for (const way of ['giao duc va dao tao', 'gddt', 'gd dt'])
        expect(ways?.split(' | ')).toContain(way)
    }
    const [ways] = termsOf('Sở Giáo dục và Đào tạo')
    for (const way of ['so+giao+duc+va+dao+tao', 'so gd dt', 'so gddt', 'sgddt'])
      expect(ways?.split(' | ')).toContain(way)
  })

  test.each<[what: string, q: string, terms: string[]]>([
    ['what is a syllable, in small letters', 'tu hu ca', ['tu', 'hu', 'ca']],
    ['two letters in small letters', 'cb gv', ['cb', 'gv']],
    ['a name with an abbreviation that is a word', 'tỉnh ủy', ['tinh', 'uy']],
    ['what is quoted', '"ủy ban nhân dân"', ['uy ban nhan dan']],
    ['words in another order', 'nhân dân ủy ban', ['nhan', 'dan', 'uy', 'ban']],
    ['half in the title', 'title:ủy ban nhân dân', ['uy', 'ban', 'nhan', 'dan']],
  ])('ignores %s', (_, q, terms) => {
    expect(termsOf(q)).toEqual(terms)
  })
})

describe('fields', () => {
  const conditionsOf = (q: string) =>
    understand(q, () => lexicon).conditions.map(
      ({ field, values, isExcluded }) => `${isExcluded ? '-' : ''}${field}=${values.join(',')}`,
    )
  test.each<[q: string, conditions: string[]]>([
    ['tỉnh:"Hòa Bình"', ['province=hoa-binh']],
    ['tinh:dien-bien', ['province=dien-bien']],
    ['tỉnh:TPHCM', ['province=ho-chi-minh']],
    ['-tỉnh:"tỉnh Hà Tây"', ['-province=ha-tay']],
    ['tỉnh:"Sơn La" tỉnh:"Điện Biên"', ['province=son-la,dien-bien']],
    ['năm:2023', ['year=2023']],
    ['năm:2021-2023', ['year=2021,2022,2023']],
    ['loại:"Nghị quyết"', ['type=resolution']],
    ['loai:"nghi quyet"', ['type=resolution']],
    ['type:decree', ['type=decree']],
    ['loại:NQ', ['type=resolution']],
    ['số:29-NQ/TW', ['number=29-NQ/TW']],
    ['người:hùng', ['official=hùng']],
    ['cơ-quan:"Sở GD&ĐT"', ['org=Sở GD&ĐT,sở Giáo dục và Đào tạo']],
  ])('%s', (q, conditions) => {
    expect(conditionsOf(q)).toEqual(conditions)
    expect(termsOf(q)).toEqual([])
  })

  test.each<[q: string, terms: string[]]>([
    ['tỉnh:Xuyên', ['xuyen']],
    ['năm:nay', ['nay']],
    ['loại:thơ', ['tho']],
    ['số:mười', ['muoi']],
  ])('that mean nothing are words: %s', (q, terms) => {
    expect(conditionsOf(q)).toEqual([])
    expect(termsOf(q)).toEqual(terms)
  })

  test('a province by any of its names', () => {
    for (const name of ['Huế', 'hue', 'thành phố Huế'])
      expect(provinceIds(name, lexicon)).toContain('hue')
    expect(provinceIds('', lexicon)).toEqual([])
    expect(provinceIds('%', lexicon)).toEqual([])
  })
})
