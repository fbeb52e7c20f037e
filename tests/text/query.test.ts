import { expect, test } from 'vitest'
import { numberKeyOf, numberStartOf } from '../../src/text/number-key.ts'
import { parseQuery, type QueryPart } from '../../src/text/query.ts'

/** A part in short: marks of what it is, and its words. */
const short = ({ words, isPhrase, number, isInTitle, isExcluded }: QueryPart): string =>
  [
    isExcluded ? '-' : '',
    isInTitle ? 'title:' : '',
    isPhrase ? `"${words.map(({ key }) => key).join(' ')}"` : (words[0]?.key ?? ''),
    number === null ? '' : `=${number}`,
  ].join('')

const partsOf = (q: string) => parseQuery(q).parts.map(short)
const fieldsOf = (q: string) =>
  parseQuery(q).fields.map(
    ({ field, value, isExcluded }) => `${isExcluded ? '-' : ''}${field}=${value}`,
  )

test.each<[typed: string, parts: string[]]>([
  ['Hội nghị', ['hội', 'nghị']],
  ['"Thi đua" hoa', ['"thi đua"', 'hoa']],
  ['“Thi đua” «yêu nước»', ['"thi đua"', '"yêu nước"']],
  ['"thi đua', ['"thi đua"']],
  ['-hè -"nghỉ mát"', ['-hè', '-"nghỉ mát"']],
  ['-GD&ĐT', ['-"gd đt"']],
  ['title:hè tiêu-đề:"học phí" Tiêu_đề:mới', ['title:hè', 'title:"học phí"', 'title:mới']],
  ['-title:hè', ['-title:hè']],
  ['29-NQ/TW', ['"29 nq tw"=29nqtw']],
  ['nghị định 123/2020/NĐ-CP.', ['nghị', 'định', '"123 2020 nđ cp"=123x2020ndcp']],
  ['123 / 2020 / nd - cp', ['"123 2020 nd cp"=123x2020ndcp']],
  ['05-KL/TW', ['"05 kl tw"=5kltw']],
  ['Số: 16/2021/NQ-HĐND', ['số', '"16 2021 nq hđnd"=16x2021nqhdnd']],
])('words: %s', (typed, parts) => {
  expect(partsOf(typed)).toEqual(parts)
  expect(fieldsOf(typed)).toEqual([])
})

test.each<[typed: string, fields: string[], parts: string[]]>([
  ['năm:2023 hội nghị', ['year=2023'], ['hội', 'nghị']],
  ['người:"Bùi Văn Hùng"', ['official=Bùi Văn Hùng'], []],
  ['NGƯỜI:hùng'.normalize('NFD'), ['official=hùng'], []],
  ['tỉnh:hoa-binh -tỉnh:"Sơn La"', ['province=hoa-binh', '-province=Sơn La'], []],
  ['cơ-quan:"Sở Y tế" loại:NQ số:29-NQ/TW', ['org=Sở Y tế', 'type=NQ', 'number=29-NQ/TW'], []],
  [
    'official:a org:b province:c year:d type:e number:f issuer:g',
    ['official=a', 'org=b', 'province=c', 'year=d', 'type=e', 'number=f', 'issuer=g'],
    [],
  ],
])('fields: %s', (typed, fields, parts) => {
  expect(fieldsOf(typed)).toEqual(fields)
  expect(partsOf(typed)).toEqual(parts)
})

test.each<[typed: string, parts: string[]]>([
  ['điều 5 - quyết định', ['điều', '5', 'quyết', 'định']],
  ['2 / tuần', ['2', 'tuần']],
  ['ngày 21/3/2022', ['ngày', '21', '3', '2022']],
  ['Hà Nội - Huế', ['hà', 'nội', 'huế']],
  ['giáo-viên', ['giáo', 'viên']],
  ['title:', ['title']],
  ['năm: 2023', ['năm', '2023']],
  ['http://sgd.test/a', ['http', 'sgd', 'test', 'a']],
  ['ghi-chú:gấp', ['ghi', 'chú', 'gấp']],
  ['-', []],
  ['- "" -"" ""', []],
  ['AND OR NOT ( * ^ { } NEAR', ['and', 'or', 'not', 'near']],
  ['thi* ^thi {title}', ['thi', 'thi', 'title']],
])('no operator: %s', (typed, parts) => {
  expect(partsOf(typed)).toEqual(parts)
  expect(fieldsOf(typed)).toEqual([])
})

test.each<[typed: string, isUnfinished: boolean]>([
  ['hội ngh', true],
  ['hội nghị ', false],
  ['"hội ngh', false],
  ['"hội" ngh', true],
  ['hội -ngh', false],
  ['hội năm:2023', false],
  ['hội title:ngh', true],
  ['???', false],
])('the last word may go on: %s', (typed, isUnfinished) => {
  expect(parseQuery(typed).isUnfinished).toBe(isUnfinished)
})

test('what is too long is cut before a word, and told', () => {
  const many = parseQuery('thi '.repeat(500))
  expect(many.parts).toHaveLength(64)
  expect(many.cutTo?.split(' ')).toHaveLength(64)
  const long = parseQuery(`${'nghiêng '.repeat(80)}`)
  expect(long.cutTo?.length).toBeLessThanOrEqual(500)
  expect(long.cutTo?.endsWith('nghiêng')).toBe(true)
  expect(long.isUnfinished).toBe(false)
  expect(parseQuery('a'.repeat(5_000)).cutTo).toHaveLength(500)
  expect(parseQuery('hội nghị').cutTo).toBeNull()
})

test('a megabyte is no burden, whatever is in it: squared, it would not end in time', () => {
  for (const piece of ['"', '-', 'a:', '1/', ' / ', '1 / a ', '-"', 'năm:', '\u0301', '𝒳']) {
    expect(parseQuery(piece.repeat(1_000_000 / piece.length)).cutTo).not.toBeNull()
  }
})

test.each([
  ['16/2021/NQ-HĐND', '16x2021nqhdnd'],
  ['Số 16 / 2021 / nq hđnd', ''],
  ['016-NQ/TW', '16nqtw'],
  ['57/2014/QH13', '57x2014qh13'],
  ['2023', ''],
  ['NQ-HĐND', ''],
  ['', ''],
])('number as one word: %s', (number, key) => {
  expect(numberKeyOf(number)).toBe(key)
})

test('the beginning of a number', () => {
  expect(numberStartOf('012/2012')).toBe('12x2012')
  expect(numberStartOf('nq')).toBe('')
})
