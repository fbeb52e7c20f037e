// What corrections suggest for the dictionaries, and what suggests nothing.
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../../src/lexicon/load.ts'
import { readTsv } from '../../../src/lexicon/read-tsv.ts'
import { columnsOf, schemas } from '../../../src/lexicon/schemas.ts'
import {
  type Correction,
  type CorrectionAction,
  correctionSchema,
} from '../../../src/model/correction.ts'
import { proposedRows } from '../../../src/record/corrections/proposed-rows.ts'

const lexicon = loadLexicon()
let number = 0
const common = { documentId: 'b'.repeat(64), who: 'Lan', at: '2026-03-01T08:00:00.000Z' }

function said(
  item: string,
  action: CorrectionAction,
  words: string,
  value: unknown = null,
  start = ++number * 100,
): Correction {
  const quote = { start, end: start + words.length, text: words, before: '', after: '' }
  const target = item === 'field' ? words : { value: action === 'add' ? null : words, quote }
  return correctionSchema.parse({ ...common, number: ++number, item, action, target, value })
}
const official = (name: string, title: string, organisation: string | null = null) => ({
  name,
  positions: [{ title, organisation }],
})

const finds: Array<[name: string, correction: Correction, rows: string[]]> = [
  [
    'a title that is not known',
    said('official', 'add', 'Lò Văn Thử', official('Lò Văn Thử', 'Đổng lý Văn phòng Phủ')),
    ['titles: Đổng lý Văn phòng Phủ | - | 0 | 5 | - | -'],
  ],
  [
    'a title of a deputy, white space put right',
    said('official', 'correct', 'Lò Văn Thử', official('Lò Văn Thử', 'Phó\n Đổng lý')),
    ['titles: Phó Đổng lý | - | 0 | 3 | - | -'],
  ],
  [
    'a surname and a body',
    said('official', 'add', 'Xơkhun Mẫu', official('Xơkhun Thị Mẫu', 'Giám đốc', 'Mái ấm Hoa Ban')),
    ['surnames: Xơkhun | - | yes', 'organisations: Mái ấm Hoa Ban | - | local | - | -'],
  ],
  [
    'an issuer',
    said('field', 'correct', 'issuer', 'Liên hội Thác Bạc'),
    ['organisations: Liên hội Thác Bạc | - | local | - | -'],
  ],
  [
    'other words for a province',
    said('province', 'add', 'xứ Nhãn lồng', {
      id: 'hung-yen',
      name: 'Hưng Yên',
      current: 'hung-yen',
    }),
    ['province-aliases: hung-yen | xứ Nhãn lồng | nickname'],
  ],
  [
    'letters for a province',
    said('province', 'correct', 'HYN', { id: 'hung-yen', name: 'Hưng Yên', current: 'hung-yen' }),
    ['province-aliases: hung-yen | HYN | marked'],
  ],
  [
    'a rejected official',
    said('official', 'reject', 'Bà Chúa Thượng Ngàn'),
    ['stop-phrases: Bà Chúa Thượng Ngàn | official'],
  ],
  [
    'a rejected date',
    said('date', 'reject', 'chương trình 2030 xanh'),
    ['stop-phrases: chương trình 2030 xanh | date'],
  ],
]

const ignores: Array<[name: string, correction: Correction]> = [
  ['a rejected date of numbers alone', said('date', 'reject', '21/3')],
  ['a rejected ratio of numbers alone', said('ratio', 'reject', '20/30')],
  ['a rejected percentage, for which there are no phrases', said('percentage', 'reject', '95%')],
  [
    'a rejected directive as long as they are',
    said('directive', 'reject', 'các phòng tiếp tục rà soát mạng lưới trường lớp trên địa bàn'),
  ],
  [
    'a known title, body and surname',
    said('official', 'add', 'x', official('Nguyễn Văn Thử', 'Giám đốc', 'Sở Nội vụ tỉnh Sơn La')),
  ],
  [
    'a province by its own name',
    said('province', 'add', 'Sơn La', { id: 'son-la', name: 'Sơn La', current: 'son-la' }),
  ],
  ['a title of the document', said('field', 'correct', 'title', 'Hội nghị giao ban')],
]

const shown = (corrections: readonly Correction[]) =>
  proposedRows(corrections, lexicon).rows.map(
    (r) => `${r.dictionary}: ${r.cells.map((cell) => cell || '-').join(' | ')}`,
  )

describe('finds', () => {
  test.each(finds)('%s', (_, correction, rows) => {
    expect(shown([correction])).toEqual(rows)
    expect(proposedRows([correction], lexicon).rest).toEqual([])
  })

  test('one row for all that suggest it', () => {
    const again = said('official', 'reject', 'bà chúa thượng ngàn')
    const first = said('official', 'reject', 'Bà Chúa Thượng Ngàn')
    const { rows } = proposedRows([first, again], lexicon)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.from.map(({ number }) => number)).toEqual([first.number, again.number])
  })

  test('rows that the dictionaries take as they are', () => {
    const { rows } = proposedRows(
      finds.map(([, correction]) => correction),
      lexicon,
    )
    for (const { dictionary, cells } of rows) {
      const columns = columnsOf(dictionary)
      const file = `${columns.join('\t')}\n${cells.join('\t')}\n`
      const { rows: read, problems } = readTsv(dictionary, file, columns)
      expect(problems).toEqual([])
      expect(schemas[dictionary].safeParse(read[0]?.cells).success).toBe(true)
    }
  })
})

describe('ignores', () => {
  test.each(ignores)('%s; it is listed', (_, correction) => {
    expect(proposedRows([correction], lexicon)).toEqual({ rows: [], rest: [correction] })
  })

  test('confirmations, what was withdrawn, and what was added and rejected again', () => {
    const corrections = [
      said('date', 'confirm', 'x', { edtf: '2023', kind: 'other' }),
      { ...said('official', 'reject', 'Bà Chúa'), withdrawnAt: common.at, withdrawnBy: 'Lan' },
      said('official', 'add', 'Bà Chúa', official('Bà Chúa', 'Chúa'), 77),
      said('official', 'reject', 'Bà Chúa', null, 77),
    ]
    expect(proposedRows(corrections, lexicon)).toEqual({ rows: [], rest: [] })
  })
})
