// Corrections applied to records: what they find and change, and what they leave alone.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Correction,
  correctionSchema,
  type ListedItem,
  listOf,
} from '../../../src/model/correction.ts'
import { recordSchema, type VanthuRecord } from '../../../src/model.ts'
import { applyCorrections } from '../../../src/record/corrections/apply-corrections.ts'
import { identityOf, placesOf } from '../../../src/record/corrections/find-item.ts'
import { quoteOf } from '../../../src/record/corrections/find-quote.ts'
import { recordOf } from '../../support/record-of.ts'

const lines = [
  'title: Hội nghị giao ban cụm thi đua số 3',
  'Chiều 21/3, tại Hòa Bình, ông Lò Văn Thử, Phó Giám đốc Sở Giáo dục và Đào tạo Hòa Bình, dự hội nghị.',
  'Toàn cụm có 30 trường, 20/30 trường đạt chuẩn, bằng 66,7%. Tỷ lệ chuyên cần đạt 95%.',
  'Các trường vì hòa bình, hữu nghị; năm sau phấn đấu 95%.',
  'Thực hiện Nghị quyết số 29-NQ/TW, các phòng tiếp tục rà soát mạng lưới trường lớp.',
]

/** The n-th place of some words in a text behind `from`, counted from 0. */
function at(text: string, words: string, n = 0, from = 0) {
  let start = text.indexOf(words, from)
  for (let i = 0; i < n; i++) start = text.indexOf(words, start + 1)
  expect(start, `“${words}” in the text`).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length, text: words }
}

const found = { rule: 'test', confidence: 0.5 }

/** What an extractor makes of the lines; with `head` before them, as another parser might read the file. */
function extracted(head = '', change: (text: string) => string = (text) => text): VanthuRecord {
  const base = recordOf({ lines })
  const text = head + change(base.text)
  const shift = (block: VanthuRecord['blocks'][number]) => ({
    ...block,
    start: block.start + head.length,
    end: block.end + head.length,
  })
  const place = (words: string, n = 0) => at(text, change(words), n, head.length)
  return {
    ...base,
    text,
    blocks: base.blocks.map(shift),
    officials: [
      {
        name: 'Lò Văn Thử',
        honorifics: ['ông'],
        degrees: [],
        positions: [
          {
            title: 'Phó Giám đốc',
            organisation: 'Sở Giáo dục và Đào tạo Hòa Bình',
            province: 'hoa-binh',
            resolved: false,
            former: false,
            acting: false,
          },
        ],
        mentions: [place('Lò Văn Thử')],
        ...found,
      },
    ],
    provinces: [
      {
        id: 'hoa-binh',
        name: 'Hòa Bình',
        current: 'phu-tho',
        roles: ['host'],
        mentions: [place('Hòa Bình'), place('Hòa Bình', 1)],
        ...found,
      },
    ],
    dates: [
      { edtf: '2032-03-21', kind: 'event', inferred: true, ...place('Chiều 21/3'), ...found },
    ],
    percentages: [
      {
        value: 66.7,
        comparator: '=',
        points: false,
        subject: null,
        province: null,
        ratio: { numerator: 20, denominator: 30, unit: 'trường' },
        check: 'agrees',
        ...place('66,7%'),
        ...found,
      },
      ...[0, 1].map((n) => ({
        value: 95,
        comparator: '=' as const,
        points: false,
        subject: null,
        province: null,
        ratio: null,
        check: 'unchecked' as const,
        ...place('95%', n),
        ...found,
      })),
    ],
    ratios: [{ numerator: 20, denominator: 30, unit: 'trường', ...place('20/30') }],
    directives: [
      {
        number: null,
        kind: 'task',
        issuer: null,
        assignees: [],
        deadline: null,
        ...place('các phòng tiếp tục rà soát mạng lưới trường lớp'),
        ...found,
      },
    ],
    citations: [
      {
        number: '29-NQ/TW',
        type: 'resolution',
        issuer: null,
        date: null,
        title: null,
        relation: 'mentions',
        ...place('29-NQ/TW'),
        ...found,
      },
    ],
  }
}

let number = 0
const said = { documentId: 'a'.repeat(64), who: 'Lan', at: '2026-03-01T08:00:00.000Z' }

/** A correction of the n-th item of a kind as it stands in a record. */
function of(
  record: VanthuRecord,
  item: ListedItem,
  n: number,
  action: 'confirm' | 'correct' | 'reject',
  value: unknown = null,
): Correction {
  const one = record[listOf[item]][n]
  if (!one) throw new Error(`The record has no ${item} ${n}.`)
  const [place] = placesOf(one)
  const target = {
    value: identityOf(item, one),
    quote: place ? quoteOf(record.text, place) : null,
  }
  return correctionSchema.parse({ ...said, number: ++number, item, action, target, value })
}
function added(text: string, item: ListedItem, words: string, value: unknown, n = 0): Correction {
  const target = { value: null, quote: quoteOf(text, at(text, words, n)) }
  return correctionSchema.parse({ ...said, number: ++number, item, action: 'add', target, value })
}
function ofField(target: string, value: unknown, action = 'correct'): Correction {
  return correctionSchema.parse({ ...said, number: ++number, item: 'field', action, target, value })
}

const record = extracted()
const asBefore = (kind: ListedItem, changed: VanthuRecord) =>
  expect(changed[listOf[kind]]).toEqual(record[listOf[kind]])
/** Everything but one list is as it was. */
function onlyIn(kind: ListedItem, changed: VanthuRecord) {
  for (const other of Object.keys(listOf) as ListedItem[])
    if (other !== kind) asBefore(other, changed)
  expect(changed.warnings).toEqual([])
  expect(changed.text).toBe(record.text)
  expect(recordSchema.parse(changed)).toEqual(changed)
}

describe('finds', () => {
  test('a date, and corrects it; rule and words stay, doubt goes', () => {
    const correction = of(record, 'date', 0, 'correct', { edtf: '2023-03-21', kind: 'event' })
    const changed = applyCorrections(record, [correction])
    onlyIn('date', changed)
    expect(changed.dates).toEqual([
      {
        ...record.dates[0],
        edtf: '2023-03-21',
        inferred: false,
        confidence: 1,
        review: { action: 'correct', who: 'Lan', at: said.at, correction: correction.number },
      },
    ])
  })

  test('one of two percentages with the same words, and rejects it', () => {
    const changed = applyCorrections(record, [of(record, 'percentage', 2, 'reject')])
    onlyIn('percentage', changed)
    expect(changed.percentages).toEqual(record.percentages.slice(0, 2))
  })

  test('a percentage, and checks its ratio again', () => {
    const ratio = { numerator: 20, denominator: 30, unit: 'trường' }
    const value = (percent: number) =>
      of(record, 'percentage', 0, 'correct', { value: percent, ratio })
    const check = (percent: number) =>
      applyCorrections(record, [value(percent)]).percentages[0]?.check
    expect([check(66.7), check(67.7)]).toEqual(['agrees', 'disagrees'])
  })

  test('an official, whatever is corrected of it', () => {
    const value = {
      name: 'Lò Văn Thư',
      positions: [{ title: 'Giám đốc', organisation: 'Sở Giáo dục và Đào tạo Hòa Bình' }],
    }
    const changed = applyCorrections(record, [of(record, 'official', 0, 'correct', value)])
    onlyIn('official', changed)
    expect(changed.officials).toMatchObject([
      {
        name: 'Lò Văn Thư',
        honorifics: [],
        positions: [{ title: 'Giám đốc', province: null, former: false }],
        mentions: record.officials[0]?.mentions,
      },
    ])
  })

  test('what is confirmed: it stays what it was', () => {
    const { edtf, kind, inferred } = record.dates[0] ?? {}
    const confirmed = of(record, 'date', 0, 'confirm', { edtf, kind, inferred })
    const again = extracted()
    again.dates = [{ ...again.dates[0], edtf: '2022-03-21' } as VanthuRecord['dates'][number]]
    expect(applyCorrections(again, [confirmed]).dates).toMatchObject([
      { edtf: '2032-03-21', review: { action: 'confirm' } },
    ])
  })

  test('the place of what is added, in the order of the text', () => {
    const changed = applyCorrections(record, [
      added(record.text, 'percentage', '30 trường', { value: 100 }),
      added(record.text, 'percentage', 'lớp', { value: 1 }),
    ])
    onlyIn('percentage', changed)
    expect(changed.percentages.map(({ value }) => value)).toEqual([100, 66.7, 95, 95, 1])
    expect(changed.percentages[0]).toMatchObject({
      text: '30 trường',
      rule: 'correction',
      confidence: 1,
      check: 'unchecked',
      review: { action: 'add' },
    })
  })

  test('a province that is there: what is added is one mention more', () => {
    const value = { id: 'hoa-binh', name: 'Hòa Bình', current: 'phu-tho', roles: ['subject'] }
    const changed = applyCorrections(record, [added(record.text, 'province', 'hòa bình', value)])
    onlyIn('province', changed)
    expect(changed.provinces).toHaveLength(1)
    expect(changed.provinces[0]?.roles).toEqual(['subject', 'host'])
    expect(changed.provinces[0]?.mentions.map(({ text }) => text)).toEqual([
      'Hòa Bình',
      'Hòa Bình',
      'hòa bình',
    ])
  })

  test('two officials who are one, when the name of one is corrected to that of the other', () => {
    const [first] = record.officials
    if (!first) throw new Error('no official')
    const misread = { ...first, name: 'Lò Văn Thứ', mentions: [at(record.text, 'hội nghị')] }
    const two = { ...record, officials: [misread, first] }
    const value = { name: 'Lò Văn Thử', positions: [] }
    const changed = applyCorrections(two, [of(two, 'official', 0, 'correct', value)])
    expect(changed.officials).toHaveLength(1)
    expect(changed.officials[0]).toMatchObject({ name: 'Lò Văn Thử', positions: first.positions })
    expect(changed.officials[0]?.mentions).toHaveLength(2)
  })

  test('fields of the document, null among them', () => {
    const changed = applyCorrections(record, [
      ofField('number', '12/BC-SGDĐT'),
      ofField('title', null),
      ofField('documentType', 'article', 'confirm'),
    ])
    expect(changed).toMatchObject({ number: '12/BC-SGDĐT', title: null, documentType: 'article' })
    expect(Object.entries(changed.reviews ?? {}).map(([field, r]) => [field, r?.action])).toEqual([
      ['number', 'correct'],
      ['title', 'correct'],
      ['documentType', 'confirm'],
    ])
    expect(recordSchema.parse(changed)).toEqual(changed)
  })

  test('what an earlier correction made of an item; the last word counts', () => {
    const first = of(record, 'date', 0, 'correct', { edtf: '2023-03-21', kind: 'event' })
    const once = applyCorrections(record, [first])
    const second = of(once, 'date', 0, 'correct', { edtf: '2023-03-22', kind: 'event' })
    expect(applyCorrections(record, [first, second]).dates).toMatchObject([
      { edtf: '2023-03-22', review: { correction: second.number } },
    ])
    const third = of(applyCorrections(record, [first, second]), 'date', 0, 'reject')
    expect(applyCorrections(record, [first, second, third]).dates).toEqual([])
    const undone = [first, second, { ...third, withdrawnAt: said.at }]
    expect(applyCorrections(record, undone).dates).toMatchObject([{ edtf: '2023-03-22' }])
  })
})

describe('finds again after another reading', () => {
  const long = 'TRANG TIN NỘI BỘ\nSố ra ngày thứ ba, đạt 95% chỉ tiêu phát hành.\n'
  const broken = (text: string) =>
    text.replaceAll(' trường', '\n\ttrường').replaceAll('Chiều ', 'Chiều\u00A0 ')
  const readings: Array<[name: string, VanthuRecord]> = [
    ['with more text before', extracted(long)],
    ['with other line breaks', extracted('', broken)],
    ['with both', extracted(long, broken)],
  ]
  test.each(readings)('%s: the right one of several with the same words', (_, other) => {
    const last = other.percentages.at(-1)
    const changed = applyCorrections(other, [
      of(record, 'percentage', 2, 'correct', { value: 59 }),
      of(record, 'directive', 0, 'reject'),
    ])
    expect(changed.warnings).toEqual([])
    expect(changed.percentages.at(-1)).toMatchObject({ value: 59, start: last?.start })
    expect(changed.percentages.map(({ value }) => value)).toEqual([66.7, 95, 59])
    expect(changed.directives).toEqual([])
  })

  test.each(readings)('%s: puts what the extractor no longer finds at its words', (_, other) => {
    const none = { ...other, dates: [], officials: [] }
    const changed = applyCorrections(none, [
      of(record, 'date', 0, 'correct', { edtf: '2023-03-21', kind: 'event' }),
      of(record, 'official', 0, 'confirm', { name: 'Lò Văn Thử' }),
    ])
    expect(changed.warnings).toEqual([])
    const [date] = changed.dates
    expect(date).toMatchObject({ edtf: '2023-03-21', rule: 'correction' })
    expect(other.text.slice(date?.start, date?.end)).toBe(date?.text)
    expect(date?.text.replace(/\s+/g, ' ')).toBe('Chiều 21/3')
    expect(changed.officials[0]?.mentions).toHaveLength(1)
  })

  test.each(['2032-03-21', '2022-03-21'])('an item that has grown by words, now %s', (edtf) => {
    const grown = { ...record.dates[0], ...at(record.text, 'Chiều 21/3, tại'), edtf }
    const other = { ...record, dates: [grown as VanthuRecord['dates'][number]] }
    expect(applyCorrections(other, [of(record, 'date', 0, 'reject')]).dates).toEqual([])
  })

  test('what was added, without doubling what the extractor finds by now', () => {
    const without = { ...record, ratios: [] }
    const value = { numerator: 20, denominator: 30, unit: 'trường' }
    const correction = added(without.text, 'ratio', '20/30', value)
    expect(applyCorrections(record, [correction]).ratios).toMatchObject([
      { ...record.ratios[0], review: { action: 'add' } },
    ])
  })
})

describe('ignores', () => {
  test('no corrections: the very same record', () => {
    expect(applyCorrections(record, [])).toBe(record)
  })

  test('those that were withdrawn', () => {
    const withdrawn = { ...of(record, 'date', 0, 'reject'), withdrawnAt: said.at }
    expect(applyCorrections(record, [withdrawn])).toBe(record)
  })

  test('an item of another kind at the same words', () => {
    const both = { ...record, citations: [] }
    const ratioAt = at(record.text, '20/30')
    const date = {
      edtf: '2030-05-20',
      kind: 'other' as const,
      inferred: false,
      ...ratioAt,
      ...found,
    }
    const changed = applyCorrections({ ...both, dates: [date] }, [of(record, 'ratio', 0, 'reject')])
    expect(changed.ratios).toEqual([])
    expect(changed.dates).toEqual([date])
  })

  test('a directive inside of the one that was rejected', () => {
    const inner = {
      ...record.directives[0],
      number: 'a',
      ...at(record.text, 'mạng lưới trường lớp'),
    } as VanthuRecord['directives'][number]
    const nested = { ...record, directives: [...record.directives, inner] }
    const changed = applyCorrections(nested, [of(record, 'directive', 0, 'reject')])
    expect(changed.directives).toEqual([inner])
  })

  test('the same short words elsewhere: it says so instead', () => {
    const other = recordOf({ lines: ['Báo cáo khác', 'Chi tiêu bằng 95% dự toán được giao.'] })
    other.percentages = [
      { ...record.percentages[1], ...at(other.text, '95%') } as VanthuRecord['percentages'][number],
    ]
    const correction = of(record, 'percentage', 1, 'correct', { value: 59 })
    const changed = applyCorrections(other, [correction])
    expect(changed.percentages).toEqual(other.percentages)
    expect(changed.warnings).toMatchObject([{ code: 'correction-unplaced' }])
    expect(changed.warnings[0]?.message).toContain(`Correction ${correction.number} `)
    expect(recordSchema.parse(changed)).toEqual(changed)
  })

  test('an item of another value that has few of the words', () => {
    const wide = {
      ...record.dates[0],
      ...at(record.text, 'Chiều 21/3, tại Hòa Bình'),
      edtf: '2020',
    }
    const other = { ...record, dates: [wide as VanthuRecord['dates'][number]] }
    expect(applyCorrections(other, [of(record, 'date', 0, 'reject')]).dates).toEqual(other.dates)
  })

  test('a rejected item that is no longer found: that is what was wanted', () => {
    const none = { ...record, dates: [] }
    const changed = applyCorrections(none, [of(record, 'date', 0, 'reject')])
    expect(changed).toEqual(none)
  })
})

describe('properties', () => {
  const corrections = [
    of(record, 'date', 0, 'correct', { edtf: '2023-03-21', kind: 'event' }),
    of(record, 'percentage', 2, 'reject'),
    added(record.text, 'date', 'năm sau', { edtf: '2024', kind: 'period' }),
    of(record, 'official', 0, 'correct', { name: 'Lò Văn Thư' }),
  ]
  test('whatever stands before the text, the same items are corrected', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (noise) => {
        const head = `${noise.replace(/[^\p{L}\s]/gu, '')}\n`
        const changed = applyCorrections(extracted(head), corrections)
        expect(changed.dates.map(({ edtf }) => edtf)).toEqual(['2023-03-21', '2024'])
        expect(changed.percentages.map(({ value }) => value)).toEqual([66.7, 95])
        expect(changed.officials.map(({ name }) => name)).toEqual(['Lò Văn Thư'])
        expect(changed.warnings).toEqual([])
        for (const item of [...changed.dates, ...changed.percentages])
          expect(changed.text.slice(item.start, item.end)).toBe(item.text)
      }),
    )
  })

  test('whatever the text is, no offset is outside of it and no correction is lost without a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(lines.join('').length), (noise, cut) => {
        const text = record.text.slice(0, cut) + noise
        const other = { ...recordOf({ lines: ['x'] }), text }
        const changed = applyCorrections(other, corrections)
        for (const { start, end, text: words } of changed.dates)
          expect(text.slice(start, end)).toBe(words)
        const placed = changed.dates.length + changed.officials.length
        expect(placed + changed.warnings.length).toBe(3)
      }),
    )
  })

  test('a long text with many corrections whose places have shifted is quick', () => {
    const long = recordOf({ lines: Array.from({ length: 20_000 }, (_, i) => `Dòng ${i} đạt 95%.`) })
    const many = Array.from({ length: 200 }, (_, i) =>
      added(long.text, 'percentage', `Dòng ${i * 90} đạt`, { value: i }),
    )
    const shifted = { ...long, text: `Đầu trang\n${long.text}` }
    const start = performance.now()
    expect(applyCorrections(shifted, many).percentages).toHaveLength(200)
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
