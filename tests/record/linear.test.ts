// Extraction must stay linear in the text, whatever the text: a document is hostile until read. Work is counted, not timed.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadLexicon } from '../../src/lexicon/load.ts'
import type { ParsedDocument } from '../../src/model.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { countedLexicon, workOf } from '../support/count-work.ts'

const lexicon = countedLexicon(loadLexicon())

function documentOf(text: string): ParsedDocument {
  const blocks: ParsedDocument['blocks'] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.push({ start, end: start + line.length, kind: 'paragraph' })
    start += line.length + 1
  }
  return {
    version: 1,
    parser: 'test/1',
    mediaType: 'text/plain',
    text,
    metadata: {},
    warnings: [],
    partial: false,
    blocks,
  }
}

function workFor(text: string): number {
  const document = documentOf(text)
  const source = {
    name: 'a.txt',
    sha256: '0'.repeat(64),
    bytes: text.length,
    mediaType: 'text/plain',
  }
  return workOf(() => void makeRecord(document, source, lexicon))
}

const fill = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const letters = 'ABCDEGHKLMNPQSTV'
/** Text in which every person has another name. */
const manyPeople = (length: number): string => {
  let text = ''
  for (let i = 0; text.length < length; i++) {
    const middle = `${letters[i % 16]}${'aiuo'[i % 4]}n`
    const given = `${letters[(i >> 4) % 16]}${'aoiu'[(i >> 8) % 4]}nh`
    text += `Ông Trần ${middle} ${given}, Giám đốc Sở Y tế tỉnh Sơn La, phát biểu.\n`
  }
  return text
}

/** Text in which every person leads another school, with words in brackets behind it. */
const schoolsWithBrackets = (length: number): string =>
  manyPeople(length)
    .replace(
      /Giám đốc Sở Y tế tỉnh Sơn La, (?=phát biểu\.\n.*? (\p{L}+ \p{L}+),)/gu,
      'Hiệu trưởng Trường THPT $1 (cũ), ',
    )
    .slice(0, length)

/** One sentence, in which an order goes on and on. */
const clausesOfOneOrder = (length: number): string =>
  `Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát thuốc; ${fill('Sở Tài chính tăng cường chỉ đạo các phòng giáo dục; ', length)}`

const texts: ReadonlyArray<readonly [string, string | ((length: number) => string)]> = [
  ['one letter', 'a'],
  ['one letter with a mark', 'ộ'],
  ['one capital', 'Ă'],
  ['digits', '1234567890'],
  ['short numbers', '12 '],
  ['numbers with dots', '1.'],
  ['numbers with slashes', '1/'],
  ['capitals', 'NGUYỄN VĂN '],
  ['open brackets', '(['],
  ['brackets', '(a) '],
  ['quotes', '"“'],
  ['commas', 'a, '],
  ['dashes', 'a - '],
  ['lines of a letter', 'a\n'],
  ['empty cells', '\t\t\n'],
  ['decomposed letters', 'e\u0323\u0302 '],
  ['names', 'Nguyễn Văn An '],
  ['the same person', 'Ông Nguyễn Văn An, Giám đốc Sở Y tế; '],
  ['other people', manyPeople],
  ['an honorific and a name', 'ông Nguyễn Văn An, '],
  ['names that share an office', 'các đồng chí Nguyễn Văn An, Trần Văn Ba, '],
  ['an office and who holds it', 'Phó Chủ tịch gồm các đồng chí: Nguyễn Văn An, Trần Văn Ba và '],
  ['ministers with fields', 'các Bộ trưởng: Nguyễn Văn An (Tài chính), Trần Văn Ba (Y tế), '],
  ['people below their office', '- Đồng chí Nguyễn Văn An: huyện Lý Sơn;\n'],
  ['people spoken to', 'Báo cáo Phó Thủ tướng, Bí thư Tỉnh ủy Nguyễn Văn An cho biết '],
  [
    'committees named before',
    'Đảng ủy Hội Nông dân; Bí thư Đảng ủy, Chủ tịch Hội Nông dân Lê An\n',
  ],
  ['units of a department', 'Trưởng phòng Giáo dục Tiểu học Nguyễn Văn An; Sở GD&ĐT; '],
  ['schools with brackets', schoolsWithBrackets],
  [
    'members of a committee',
    'thành lập Ban Chỉ đạo tỉnh gồm các ông: An, Trưởng ban; Ba, Ủy viên; ',
  ],
  ['letters explained', 'Chủ tịch HHNTX Nguyễn Văn An; Hiệp hội Nuôi trồng Xanh (HHNTX) '],
  [
    'places one after the other',
    '* Tại Hà Nội: Bí thư Thành ủy.\n* Tại Nghệ An: Chủ tịch UBND tỉnh.\n',
  ],
  ['a title', 'Giám đốc '],
  ['titles', 'Phó Chủ tịch Ủy ban nhân dân tỉnh '],
  ['bodies', 'Sở Y tế và '],
  ['provinces', 'Sơn La, Lai Châu, '],
  ['dates', 'ngày 12/5, '],
  ['days with a dash', 'từ 1-10, '],
  ['shares of guests', '8/10 khách, '],
  ['anniversaries', 'Chiều 19/11, trường kỷ niệm 42 năm (1982-2024). '],
  ['parts of a year', 'Kết quả 9 tháng đầu năm, phương hướng quý IV; '],
  ['years', 'năm học 2020-2021, '],
  ['school time', 'học kỳ I năm học '],
  ['percentages', 'tỷ lệ đạt 45,6% (12/26), '],
  ['citations', 'Quyết định số 12/2020/QĐ-TTg ngày 1/2/2020 của Thủ tướng về việc '],
  ['short citations', 'Quyết định 12, '],
  ['directives', '1. Sở Y tế chủ trì, phối hợp với Sở Tài chính triển khai kế hoạch.\n'],
  ['orders', 'Chủ tịch yêu cầu Sở Y tế khẩn trương triển khai. '],
  ['clauses of one order', clausesOfOneOrder],
  ['tasks of their own', 'yêu cầu Sở Y tế rà soát; Công an tỉnh phân luồng; các trường bố trí; '],
  ['conclusions', 'thông báo kết luận của Phó Thủ tướng, giao Bộ Tài chính rà soát; '],
  ['grounds', 'Căn cứ Luật Giáo dục; đề nghị Sở Y tế thực hiện Quyết định này. '],
  ['grades', 'học lực giỏi 9%; khá 38%; '],
  ['links to news', 'Hội nghị tổng kết năm học của huyện (28/07/2019)\n'],
  ['signatures', 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An\n'],
  ['inline items', '1) làm việc này; 2) làm việc kia; '],
  ['introducers', 'yêu cầu các nội dung sau: '],
  ['headings', 'I. GIỚI THIỆU\n'],
  ['cells of digits', `${'1'.repeat(40)}x\t5%\n`],
  ['rows of a table', 'Sơn La\t45%\t12/5/2020\n'],
  ['addresses of mail', 'a@b.c '],
  ['addresses of pages', 'http://a.vn/b '],
]
const small = 12_000
const factor = 4

describe('work grows no faster than the text', () => {
  workFor(manyPeople(2000)) // what is made once
  test.each(texts)('%s', (_, piece) => {
    const make = typeof piece === 'string' ? (length: number) => fill(piece, length) : piece
    const once = workFor(make(small))
    const more = workFor(make(small * factor))
    expect(more / once).toBeLessThan(factor * 1.25)
    expect(more / (small * factor)).toBeLessThan(2500)
  })

  test('any mixture of these', () => {
    const pieces = texts.flatMap(([, piece]) => (typeof piece === 'string' ? [piece] : []))
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { minLength: 2, maxLength: 12 }),
        (mixed) => {
          const piece = mixed.join('')
          const once = workFor(fill(piece, small))
          expect(workFor(fill(piece, small * factor)) / once).toBeLessThan(factor * 1.25)
        },
      ),
      { numRuns: 12, seed: 20251125 },
    )
  })
})
