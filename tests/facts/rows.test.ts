// From a record to rows of facts: which provinces, which bounds, which words.
import { describe, expect, test } from 'vitest'
import { factDocumentOf, factRowsOf } from '../../src/facts/rows.ts'
import type { FactKind, FactRow, FactValues } from '../../src/model/facts.ts'
import type { VanthuRecord } from '../../src/model.ts'
import { factRecord } from '../support/fact-records.ts'

const rowsOf = <K extends FactKind>(record: VanthuRecord, kind: K) =>
  factRowsOf(record).filter(
    (row): row is Extract<FactRow, { kind: K }> & { value: FactValues[K] } => row.kind === kind,
  )
const hoaBinh = ['hoa-binh', 'phu-tho', 'Hòa Bình', 'host'] as const
const laoCai = ['lao-cai', 'lao-cai', 'Lào Cai', 'participant'] as const
const haNam = ['ha-nam', 'ninh-binh', 'Hà Nam', 'mention'] as const

describe('to whom a directive is addressed', () => {
  const idsFor = (assignees: string[], extra: Partial<Parameters<typeof factRecord>[0]> = {}) => {
    const record = factRecord({
      lines: ['Yêu cầu hoàn thành việc rà soát.'],
      provinces: [hoaBinh, laoCai, haNam],
      officials: [
        {
          name: 'Lò Thị Sai',
          positions: [{ organisation: 'Sở Nội vụ', province: 'lao-cai' }],
        },
      ],
      directives: [{ kind: 'task', text: 'hoàn thành việc rà soát', assignees }],
      ...extra,
    })
    const [row] = rowsOf(record, 'directives')
    return [row?.value.provinces.map(({ id }) => id).join(' '), row?.value.provincesFrom]
  }

  test.each<[string, string[], string]>([
    ['its name is in the body’s', ['Sở GD&ĐT tỉnh Lào Cai'], 'lao-cai'],
    ['whatever the case', ['UBND TỈNH LÀO CAI'], 'lao-cai'],
    ['of two bodies both', ['UBND tỉnh Lào Cai', 'Sở Y tế Hà Nam'], 'lao-cai ha-nam'],
    ['a position in the document says where the body is', ['Sở Nội vụ'], 'lao-cai'],
    ['one of several names it', ['các trường', 'Sở GD&ĐT Lào Cai'], 'lao-cai'],
  ])('finds it where %s', (_, assignees, ids) => {
    expect(idsFor(assignees)).toEqual([ids, 'item'])
  })

  test.each<[string, string[]]>([
    ['nobody is named', []],
    ['a body of no place is', ['các phòng giáo dục']],
    ['another word has the letters', ['các nhà ham học']],
    ['the name is but a part of words', ['Lào Caibản']],
  ])('takes the host of the document where %s', (_, assignees) => {
    expect(idsFor(assignees)).toEqual(['hoa-binh', 'document'])
  })

  test('takes all that are named where nobody is host, issuer or subject', () => {
    expect(idsFor([], { provinces: [laoCai, haNam] })).toEqual(['lao-cai ha-nam', 'document'])
  })
})

describe('shares', () => {
  const share = (parts: object) => {
    const record = factRecord({
      lines: ['Có 75,6% trường đạt chuẩn quốc gia.'],
      provinces: [hoaBinh],
      percentages: [{ value: 75.6, text: '75,6%', subject: 'Trường đạt chuẩn quốc gia', ...parts }],
    })
    const [row] = rowsOf(record, 'percentages')
    if (!row) throw new Error('none')
    return row
  }

  test.each<[string, number | null, number | null]>([
    ['=', 75.6, 75.6],
    ['>', 75.6, null],
    ['>=', 75.6, null],
    ['<', null, 75.6],
    ['<=', null, 75.6],
    ['~', null, null],
  ])('%s is from %s to %s', (comparator, low, high) => {
    expect(share({ comparator }).value).toMatchObject({ value: 75.6, low, high })
  })

  test.each([
    ['disagrees', 2],
    ['agrees', 1],
    ['unchecked', 0],
  ])('a check that says "%s" ranks %s', (check, rank) => {
    expect(share({ check })).toMatchObject({ sub: check, rank })
  })

  test('a subject is told together by its folded words', () => {
    expect(share({})).toMatchObject({
      key: 'truong dat chuan quoc gia',
      label: 'Trường đạt chuẩn quốc gia',
      about: 'truong dat chuan quoc gia',
    })
    expect(share({ subject: null })).toMatchObject({ key: '', label: '' })
  })

  test('points, a change and a province of its own are told', () => {
    const change = { direction: 'up', from: 70, to: 75.6 }
    expect(share({ points: true, change, province: 'lao-cai' }).value).toMatchObject({
      unit: 'points',
      change,
      provinces: [{ id: 'lao-cai', current: 'lao-cai' }],
      provincesFrom: 'item',
    })
    expect(share({}).value.provinces).toEqual([{ id: 'hoa-binh', current: 'phu-tho' }])
  })
})

test('an official is a row a position; one without any is a row, too', () => {
  const record = factRecord({
    lines: ['Ông Lò Văn Sai và bà Vàng Thị Mẩy.'],
    provinces: [hoaBinh],
    officials: [
      {
        name: 'Lò Văn Sai',
        positions: [
          { title: 'Giám đốc', organisation: 'Sở Y tế', province: 'hoa-binh' },
          { title: 'Ủy viên', organisation: null, former: true },
          { title: 'Quyền Trưởng ban', acting: true },
        ],
      },
      { name: 'Vàng Thị Mẩy' },
    ],
  })
  const rows = rowsOf(record, 'officials')
  expect(rows.map(({ value, place, key }) => [key, value.position, value.role, place])).toEqual([
    ['lo-van-sai', 'Giám đốc', 'holder', 0],
    ['lo-van-sai', 'Ủy viên', 'former', -1],
    ['lo-van-sai', 'Quyền Trưởng ban', 'acting', -2],
    ['vang-thi-may', null, 'holder', -3],
  ])
  expect(rows.map(({ value }) => value.provinces.length)).toEqual([1, 0, 0, 0])
  expect(rows[0]?.bodies).toBe('giam doc so y te')
  expect(rows[0]?.value).toMatchObject({ text: 'Lò Văn Sai', start: 4, end: 14 })
})

test('a citation is told by its number in any spelling, a record by its own', () => {
  const record = factRecord({
    lines: ['Theo 05 - KL/TW và văn bản không số.'],
    number: '06/KH-BGD&ĐT',
    issuedOn: '2023-05',
    citations: [
      { number: '05-KL/TW', text: '05 - KL/TW', date: '2022-02-03', title: 'Về dạy chữ' },
      { number: null, text: 'văn bản không số' },
    ],
  })
  const [first, second] = rowsOf(record, 'citations')
  expect(first).toMatchObject({ key: '5kltw', first: '2022-02-03', about: 've day chu' })
  expect(first?.value.cited).toBe('Về dạy chữ')
  expect(second).toMatchObject({ key: '', first: '', last: '' })
  expect(factDocumentOf(record)).toMatchObject({
    number: '06/KH-BGD&ĐT',
    numberKey: '6khbgddt',
    first: '2023-05-01',
    last: '2023-05-31',
  })
})

test('words are bounded, and on one line', () => {
  const long = `Giao ${'sở ban ngành\n'.repeat(2000)}thực hiện`
  const record = factRecord({
    lines: ['Trước đó.', 'Mở đầu.'],
    directives: [],
  })
  record.text = `${'a '.repeat(500)}75% ${'b '.repeat(500)}`
  record.blocks = [{ start: 0, end: record.text.length, zone: 'body' }]
  const found = { rule: 'test', confidence: 1 }
  record.directives = [
    {
      number: null,
      kind: 'task',
      issuer: long,
      assignees: [long],
      deadline: null,
      start: 0,
      end: 9,
      text: long,
      ...found,
    },
  ]
  record.percentages = [
    {
      value: 75,
      comparator: '=',
      points: false,
      subject: long,
      province: null,
      ratio: null,
      check: 'unchecked',
      start: 1000,
      end: 1003,
      text: '75%',
      ...found,
    },
  ]
  for (const { value, words, key } of factRowsOf(record)) {
    expect(value.text).not.toMatch(/\n/)
    expect(JSON.stringify(value).length).toBeLessThan(2500)
    expect(words.length).toBeLessThan(6000)
    expect(key.length).toBeLessThanOrEqual(200)
  }
  const [share] = rowsOf(record, 'percentages')
  expect(share?.value.context).toMatch(/^…a a .*a 75% b .*b…$/)
  expect(share?.value.context?.length).toBeLessThanOrEqual(321)
})
