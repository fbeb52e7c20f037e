// The dictionaries that come with the code: counts, the history of the provinces, and what phrases are and are not found.
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../src/lexicon/load.ts'
import { keyOf } from '../../src/text/fold.ts'
import type { PhraseIndex } from '../../src/text/phrase-index.ts'
import { tokensOf } from '../../src/text/words.ts'

const lexicon = loadLexicon()
const { provinces } = lexicon
const inForce = (day: string) =>
  [...provinces.periods.values()]
    .flat()
    .filter((p) => (p.from ?? '') <= day && (p.to ?? '9999') >= day)
/** The phrases an index finds in a text, as written there. */
const foundIn = <T>(index: PhraseIndex<T>, text: string) =>
  index.findAll(tokensOf(keyOf(text))).map(({ start, end }) => text.slice(start, end))

describe('provinces in force', () => {
  test.each([
    ['1990-01-01', 44, 4],
    ['1996-12-31', 53, 3],
    ['1997-01-01', 61, 4],
    ['2003-12-31', 61, 4],
    ['2004-01-01', 64, 5],
    ['2008-07-31', 64, 5],
    ['2008-08-01', 63, 5],
    ['2024-12-31', 63, 5],
    ['2025-01-01', 63, 6],
    ['2025-06-30', 63, 6],
    ['2025-07-01', 34, 6],
    ['2026-04-29', 34, 6],
    ['2026-04-30', 34, 7],
    ['2026-09-01', 34, 8],
    ['2026-09-20', 34, 9],
  ])('on %s: %i, of these %i municipalities', (day, all, municipalities) => {
    expect(inForce(day)).toHaveLength(all)
    expect(inForce(day).filter((p) => p.kind === 'thành phố')).toHaveLength(municipalities)
  })

  test('codes are unique on every day', () => {
    for (const day of ['2025-06-30', '2025-07-01', '2026-10-01']) {
      const codes = inForce(day).map((p) => p.code)
      expect(codes).not.toContain(null)
      expect(new Set(codes).size).toBe(codes.length)
    }
  })
})

describe('history', () => {
  test.each([
    ['hoa-binh', ['phu-tho']],
    ['phu-tho', ['phu-tho']],
    ['ha-tay', ['ha-noi']],
    ['thua-thien-hue', ['hue']],
    ['ba-ria-vung-tau', ['ho-chi-minh']],
    ['ha-son-binh', ['ha-noi', 'phu-tho']],
    // The old province of this name was split in 2003; the one that documents name today was not.
    ['lai-chau', ['lai-chau']],
    ['no-such-province', []],
  ])('%s is today %j', (id, current) => {
    expect(provinces.currentOf(id)).toEqual(current)
  })

  test.each([
    ['phu-tho', ['hoa-binh', 'phu-tho', 'vinh-phuc', 'vinh-phu'], ['ha-noi', 'yen-bai']],
    ['ha-noi', ['ha-noi', 'ha-tay', 'ha-son-binh'], ['hoa-binh']],
    ['hue', ['hue', 'thua-thien-hue', 'binh-tri-thien'], ['quang-tri']],
    ['dien-bien', ['dien-bien'], ['lai-chau']],
    ['lam-dong', ['dak-nong', 'binh-thuan'], ['dak-lak']],
  ])('%s was made of %j and not of %j', (id, some, none) => {
    expect(provinces.predecessorsOf(id)).toEqual(expect.arrayContaining(some))
    for (const other of none) expect(provinces.predecessorsOf(id)).not.toContain(other)
  })

  test('no predecessors of a province that is no more', () => {
    expect(provinces.predecessorsOf('hoa-binh')).toEqual([])
  })

  test.each([
    ['hoa-binh', '2023-03-21', 'tỉnh', '17'],
    ['hoa-binh', '2026-01-01', 'tỉnh', '17'], // nearest
    ['lao-cai', '2025-06-30', 'tỉnh', '10'],
    ['lao-cai', '2025-07-01', 'tỉnh', '15'],
    ['bac-ninh', '2026-09-19', 'tỉnh', '24'],
    ['bac-ninh', '2026-09-20', 'thành phố', '24'],
    ['dong-nai', null, 'thành phố', '75'],
    ['can-tho', '2003-12-31', 'tỉnh', null],
    ['hau-giang', '1997-01-01', 'tỉnh', null], // between its two periods, nearer to the first
  ])('%s on %s: %s, code %s', (id, day, kind, code) => {
    expect(provinces.at(id, day)).toMatchObject({ id, kind, code })
  })

  test('an unknown province has no period', () => {
    expect(provinces.at('no-such-province', '2020-01-01')).toBeNull()
  })
})

describe('finds', () => {
  test.each([
    [provinces.aliases, 'tỉnh Thanh Hoá và tỉnh Khánh Hòa', ['Thanh Hoá', 'Khánh Hòa']],
    [provinces.aliases, 'TP.HCM, TPHCM, Tp. HCM, TP HCM', ['TP.HCM', 'TPHCM', 'Tp. HCM', 'TP HCM']],
    [
      provinces.aliases,
      'Bà Rịa - Vũng Tàu, Đăk Lăk, Bắc Cạn',
      ['Bà Rịa - Vũng Tàu', 'Đăk Lăk', 'Bắc Cạn'],
    ],
    [provinces.traps, 'Chiến dịch Điện Biên Phủ', ['Chiến dịch', 'Điện Biên Phủ']],
    [provinces.traps, 'các điểm cầu Lào Cai', ['điểm cầu']],
    [lexicon.titles, 'Uỷ viên BTV, PCT UBND tỉnh', ['Uỷ viên BTV', 'PCT UBND tỉnh']],
    [
      lexicon.titles,
      'ông An, Phó trưởng Phòng và Phó Vụ trưởng',
      ['Phó trưởng Phòng', 'Phó Vụ trưởng'],
    ],
    [lexicon.honorifics, 'các đồng chí: đ/c Đoạt', ['các đồng chí', 'đ/c']],
    [lexicon.degrees, 'PGS.TS. Lê An, Đại tá Hồ Bình', ['PGS', 'TS', 'Đại tá']],
    [lexicon.surnames, 'Rơ Châm Hương, Nguyễn An', ['Rơ Châm', 'Nguyễn', 'An']],
    [
      lexicon.organisationHeads,
      'Sở Y tế, Tỉnh uỷ, Uỷ ban nhân dân',
      ['Sở', 'Tỉnh uỷ', 'Uỷ ban nhân dân'],
    ],
    [
      lexicon.documentTypes.nouns,
      'Thông tư liên tịch và công văn',
      ['Thông tư liên tịch', 'công văn'],
    ],
    [lexicon.comparators, 'không quá 5%, đạt trên 45%', ['không quá', 'đạt trên']],
    [lexicon.directiveVerbs, 'Chủ động phối hợp', ['Chủ động', 'phối hợp']],
    [lexicon.stopPhrases, 'học tập tư tưởng Hồ Chí Minh', ['tư tưởng Hồ Chí Minh']],
  ] as [PhraseIndex<unknown>, string, string[]][])('%# %s', (index, text, found) => {
    expect(foundIn(index, text)).toEqual(found)
  })
})

describe('ignores', () => {
  test.each([
    [provinces.aliases, 'Quảng trường, Thái, Bình và Hà'],
    [provinces.aliases, 'điện biến thế'],
    // Two letters are no title: "TP" is a city, "CV" a code.
    [lexicon.titles, 'TP Hà Nội, 12/CV, BT'],
    [lexicon.titles, 'chủ đề, bí quyết'],
    [lexicon.degrees, 'CCVC'],
    [lexicon.comparators, 'trong số'],
    [lexicon.unitNouns, 'tháng'],
    [lexicon.documentTypes.nouns, 'quyết tâm'],
  ] as [PhraseIndex<unknown>, string][])('%# %s', (index, text) => {
    expect(foundIn(index, text)).toEqual([])
  })
})

describe('rows say what their columns say', () => {
  test('titles with an organisation name their base', () => {
    expect(lexicon.titles.get('Chủ tịch UBND tỉnh')).toMatchObject([{ base: 'Chủ tịch', rank: 1 }])
    expect(lexicon.titles.get('Phó Bí thư Thường trực')).toMatchObject([{ base: null, rank: 2 }])
    expect(lexicon.titles.get('TUV')).toMatchObject([{ title: 'Tỉnh ủy viên' }])
  })
  test('"Huế" is the municipality and the province before it', () => {
    expect(provinces.aliases.get('Huế').map((a) => a.provinceId)).toEqual(['hue', 'thua-thien-hue'])
  })
  test('a family name that is also a word is ambiguous', () => {
    expect(lexicon.surnames.get('Và')).toMatchObject([{ ambiguous: true }])
    expect(lexicon.surnames.get('Nguyễn')).toMatchObject([{ ambiguous: false }])
  })
  test('abbreviations of two letters are marked', () => {
    expect(provinces.aliases.get('BG')).toMatchObject([{ provinceId: 'bac-giang', use: 'marked' }])
  })
  test('one noun may be a document of several schemes', () => {
    const schemes = lexicon.documentTypes.nouns.get('Nghị quyết').map((row) => row.scheme)
    expect(schemes).toEqual(['administrative', 'legal', 'party'])
  })
  test('issuer codes are exact', () => {
    expect(lexicon.issuerCodes.get('QH15')?.body).toBe('Quốc hội khóa XV')
    expect(lexicon.issuerCodes.get('BNNMT')?.from).toBe('2025-03-01')
    expect(lexicon.issuerCodes.get('qh15')).toBeUndefined()
    expect(lexicon.draftingUnits.has('GDTrH')).toBe(true)
  })
})

test('loading again gives the same version', () => {
  const again = loadLexicon()
  expect(again.version).toBe(lexicon.version)
  expect(again.version).toMatch(/^[0-9a-f]{64}$/)
})
