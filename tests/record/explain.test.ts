// Why a record says what it says: every item has its rule in words, and every kind of candidate that is dropped says so.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findCitations } from '../../src/extract/citations.ts'
import { findDates } from '../../src/extract/dates.ts'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { findOfficials } from '../../src/extract/officials.ts'
import type { Page } from '../../src/extract/page.ts'
import { findPercentages } from '../../src/extract/percentages.ts'
import { findProvinces } from '../../src/extract/provinces.ts'
import { findRatios } from '../../src/extract/ratios.ts'
import type { RecordSource } from '../../src/model.ts'
import { explainPlace } from '../../src/record/explain/place.ts'
import { meanings } from '../../src/record/explain/rules.ts'
import { type ExplainedType, explain } from '../../src/record/explain.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source: RecordSource = {
  name: 'tep.txt',
  sha256: '0'.repeat(64),
  mediaType: 'text/plain',
  bytes: 1,
}
const explained = (text: string) => explain(parsedOf(text), source, lexicon)

const title = 'Hội nghị giao ban công tác của ngành trong toàn tỉnh\n'
const lead =
  'Buổi giao ban đầu tiên của ngành được mở trong không khí sôi nổi với đông đủ các đơn vị về dự và trao đổi.\n'

/** Type, rule that declines, text with the place marked. */
const declines: Array<[type: ExplainedType, rule: string, text: string]> = [
  // People, titles, bodies.
  [
    'officials',
    'name-eponym',
    'Đoàn ra quân dọc đường [[Nguyễn Văn Cừ]], Giám đốc Sở Y tế cho hay.',
  ],
  ['officials', 'name-historical', 'Nhớ lời ông [[Hồ Chí Minh]] dạy.'],
  ['officials', 'name-stopped', 'Tượng của [[Võ Thị Sáu]] ở vườn hoa.'],
  ['officials', 'person-without-office', 'Quà được trao cho [[học sinh Nguyễn Thị Mai]] ở lớp.'],
  ['officials', 'honorific-without-name', '[[Đồng chí]] cũng ghi nhận kết quả.'],
  ['officials', 'title-without-name', 'Cuộc họp do [[Giám đốc Sở Y tế]] mở đầu.'],
  ['officials', 'title-collective', 'Có mặt các [[Phó Giám đốc]] Nguyễn Văn Đoạt.'],
  ['officials', 'name-without-office', 'Bài thơ của [[Nguyễn Văn Đoạt]] rất hay.'],
  ['officials', 'name-without-office', 'Bà con chào [[ông Nguyễn Văn Đoạt]] rất vui.'],
  ['officials', 'name-unknown', 'Quán [[Xanh Biếc]] mở cửa.'],
  ['officials', 'name-province', 'Đoàn gặp ông [[Hà Giang]] ở bến.'],
  ['officials', 'name-country', 'Gặp đồng chí [[Trung Quốc]] ở bến.'],
  ['officials', 'title-no-office', 'Ông Nguyễn Văn Đoạt, [[giáo viên]] của trường, kể lại.'],
  ['officials', 'body-unknown', 'Ông Nguyễn Văn Đoạt, [[Chủ tịch]] Hoa hồng của làng, nói.'],
  ['officials', 'body-bare', 'Từ đầu năm [[Sở]] đã mở nhiều lớp.'],
  // Provinces.
  ['provinces', 'province-small', 'Họ sống [[hòa bình]] bên nhau.'],
  ['provinces', 'province-homonym', 'Mưa lớn ở xã [[Lạng Sơn]] suốt đêm.'],
  ['provinces', 'province-longer-name', 'Chiến thắng [[Điện Biên Phủ]] vang dội.'],
  ['provinces', 'province-trap', 'Nhà ở đường [[Hà Nội]] số chẵn.'],
  ['provinces', 'province-person', 'Bài hát do Trương [[Hòa Bình]] viết.'],
  ['provinces', 'province-city', 'Mưa lớn ở thành phố [[Sơn La]] suốt đêm.'],
  ['provinces', 'province-address', 'Tin trên [[Laichau]].gov.vn hôm ấy.'],
  // Dates.
  ['dates', 'not-a-date', 'Thông tư số [[16/2022/TT-BGDĐT]] được đọc.'],
  ['dates', 'not-a-date', 'Theo [[Luật Giáo dục năm 2019]] thì học sinh được học.'],
  ['dates', 'not-a-date', 'Họp ngày [[32 tháng 5]] năm 2020 ở huyện.'],
  ['dates', 'not-a-day', 'Sáng ngày [[30/2]] mở lớp.'],
  ['dates', 'not-a-day', 'Có [[20/30]] trường đạt chuẩn.'],
  ['dates', 'not-a-day', 'Bài làm được [[9/10]] điểm.'],
  ['dates', 'not-a-day', 'Họp ngày [[29/2/2023]] ở huyện.'],
  ['dates', 'day-lunar', 'Lễ hội mở ngày [[10/3]] âm lịch ở đình.'],
  ['dates', 'day-every-year', 'Lễ mở ngày [[26/3]] hằng năm ở xã.'],
  ['dates', 'year-unknown', 'Sáng ngày [[21/3]] mở lớp.'],
  ['dates', 'day-unknown', 'Các em đến trường [[sáng nay]] rất đông.'],
  ['dates', 'not-a-month', 'Lễ mở [[tháng 3]] hằng năm ở xã.'],
  ['dates', 'not-a-period', 'Khoảng [[giai đoạn 2025 - 2020]] chưa rõ.'],
  ['dates', 'not-a-school-year', 'Khoảng [[năm học 2023-2020]] chưa rõ.'],
  // Percentages and ratios.
  ['percentages', 'percent-without-number', 'Cột ghi tỷ lệ ([[%]]) của từng xã.'],
  ['percentages', 'percent-without-number', 'Tính theo [[phần trăm]] số hộ.'],
  ['percentages', 'percent-repeated', 'Đạt 85% ([[tám mươi lăm phần trăm]]) số hộ.'],
  ['percentages', 'not-a-percentage', 'Xem https://vidu.vn/?a=[[20%]]&b ở trang.'],
  ['ratios', 'not-a-ratio', 'Thi xong ngày [[20/11]] các em về.'],
  ['ratios', 'not-a-ratio', 'Cần ít nhất [[2/3]] phiếu thuận.'],
  ['ratios', 'not-a-ratio', 'Kết quả [[12/2021]] cho thấy vậy.'],
  // Directives.
  ['directives', 'achievement', '[[Ngành đã triển khai nhiều lớp tập huấn cho giáo viên.]]'],
  ['directives', 'no-order', '[[Trời hôm ấy trong xanh và gió nhẹ thổi qua sân trường.]]'],
  [
    'directives',
    'verb-without-order',
    '[[Việc này theo yêu cầu của phụ huynh trong trường mà thành.]]',
  ],
  [
    'directives',
    'list-unannounced',
    'Trong vườn có các loại cây\n[[1. Cây ăn quả và cây bóng mát.]]',
  ],
  [
    'directives',
    'item-of-form',
    'Giám đốc Sở yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n1. Rà soát sổ sách.\n[[2. Kinh phí thực hiện lấy từ ngân sách.]]',
  ],
  [
    'directives',
    'achievement',
    'Giám đốc Sở yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n1. Rà soát sổ sách.\n[[2. Các trường đã tổ chức xong lễ bế giảng.]]',
  ],
  ['directives', 'article-of-rules', '[[Điều 2. Quyết định này có hiệu lực kể từ ngày ký.]]'],
  [
    'directives',
    'section-of-results',
    'I. KẾT QUẢ ĐẠT ĐƯỢC\n[[Khẩn trương rà soát lại toàn bộ sổ sách của các đơn vị trong tỉnh.]]',
  ],
  // Citations.
  ['citations', 'citation-without-type', 'Mã hàng [[12/ABX-QZT]] có trong kho.'],
  ['citations', 'citation-of-form', 'Ghi vào Mẫu số [[01/HĐ-TT]] cho đủ.'],
  ['citations', 'citation-short', 'Học tập Nghị quyết [[29]] cho đủ.'],
  ['citations', 'citation-short', 'Làm theo Kế hoạch [[5]] năm của xã.'],
  ['citations', 'law-with-year', 'Theo [[Luật Giáo dục năm 2019]] thì học sinh được học.'],
]

describe('a rule that declines says why', () => {
  test.each(declines)('%s, %s: %s', (type, rule, marked) => {
    const text = title + lead + marked
    const start = text.indexOf('[[')
    const end = text.indexOf(']]') - 2
    const explanation = explained(text.replace('[[', '').replace(']]', ''))
    const { declined, found } = explainPlace(explanation, { start, end })
    const reasons = declined.filter((d) => d.type === type && d.rule === rule)
    expect(reasons, JSON.stringify(declined)).not.toEqual([])
    for (const { reason } of reasons) expect(reason).toMatch(/^\S.{15,180}\.$/)
    expect(found.filter((f) => f.type === type)).toEqual([])
  })
})

test('directives: what a report says before it turns to what is to come', () => {
  const text = `Báo cáo kết quả công tác năm 2023 của ngành trong toàn tỉnh
I. KẾT QUẢ
Khẩn trương rà soát lại toàn bộ sổ sách của các đơn vị trong tỉnh.
II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024
1. Rà soát sổ sách của các đơn vị.`
  const explanation = explained(text)
  const { declined } = explainPlace(explanation, {
    start: text.indexOf('rà soát'),
    end: text.indexOf('II.'),
  })
  expect(declined.map(({ type, rule }) => [type, rule])).toContainEqual([
    'directives',
    'before-the-plan',
  ])
})

const official = `ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 255/KH-SNV
Phú Thọ, ngày 22 tháng 01 năm 2024
KẾ HOẠCH
Mở lớp bồi dưỡng cho công chức cấp xã
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;
Ông Nguyễn Văn Đoạt, Phó Giám đốc Sở Nội vụ tỉnh Phú Thọ, cho biết 20/30 xã đã đăng ký, đạt 66,7%. Ông Đoạt cảm ơn các xã.
Phó Giám đốc Sở Nguyễn Văn Đoạt yêu cầu các phòng khẩn trương rà soát danh sách trước ngày 15/3/2024.
GIÁM ĐỐC
Trần Thị Hạnh`

test('every item has its place, its rule and why, in the order of the text', () => {
  const { found, record } = explained(official)
  const placed = found.flatMap(({ start }) => start ?? [])
  expect(placed).toEqual([...placed].sort((a, b) => a - b))
  for (const item of found) {
    expect(meanings[item.rule], item.rule).toBeDefined()
    expect(item.why).toBe(meanings[item.rule])
    if (item.start !== null && item.end !== null)
      expect(item.text).toBe(record.text.slice(item.start, item.end))
  }
  const short = found.map(({ type, text, rule, value }) => [type, text, rule, value])
  expect(short).toEqual(
    expect.arrayContaining([
      ['facts', 'SỞ NỘI VỤ', 'header-issuer', 'issuer: Sở Nội vụ tỉnh Phú Thọ'],
      ['facts', '255/KH-SNV', 'header-number', 'number: 255/KH-SNV'],
      ['facts', 'Phú Thọ, ngày 22 tháng 01 năm 2024', 'header-dateline', 'issued on: 2024-01-22'],
      ['facts', 'Phú Thọ, ngày 22 tháng 01 năm 2024', 'header-dateline', 'issued at: Phú Thọ'],
      ['facts', 'KẾ HOẠCH\nMở lớp bồi dưỡng cho công chức cấp xã', 'type-line', 'type: plan'],
      ['facts', 'Trần Thị Hạnh', 'signature', 'signer: Trần Thị Hạnh, Giám đốc'],
      ['ratios', '20/30', 'ratio-with-percentage', '20/30 xã'],
      [
        'officials',
        'Đoạt',
        'later-mention',
        expect.stringMatching(/^Nguyễn Văn Đoạt: Phó Giám đốc/),
      ],
      [
        'citations',
        '30/2020/NĐ-CP',
        'number-state',
        expect.stringMatching(/^based-on, decree, 30/),
      ],
    ]),
  )
  const kinds = new Set(found.map(({ type }) => type))
  expect([...kinds].sort()).toEqual(
    'citations dates directives facts officials percentages provinces ratios'.split(' '),
  )
})

const words: Array<[rule: string, text: string, evidence: RegExp]> = [
  [
    'introduced-item',
    'Giám đốc Sở yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n1. Rà soát sổ sách của đơn vị.',
    /yêu cầu các đơn vị thực hiện các nhiệm vụ sau:$/,
  ],
  [
    'order-in-sentence',
    'Phó Giám đốc Sở Nguyễn Văn Đoạt yêu cầu các phòng khẩn trương rà soát danh sách.',
    /^Phó Giám đốc Sở Nguyễn Văn Đoạt yêu cầu $/,
  ],
  [
    'clauses-after-colon',
    'Hội nghị thống nhất: Tiếp tục rà soát sổ sách; Tăng cường kiểm tra các trường.',
    /^Hội nghị thống nhất: $/,
  ],
  [
    'inline-item',
    'Giám đốc Sở yêu cầu: (1) Rà soát sổ sách của đơn vị; (2) Báo cáo kết quả về Sở.',
    /^Giám đốc Sở yêu cầu: $/,
  ],
  ['section-item', 'II. NHIỆM VỤ TRỌNG TÂM\n1. Rà soát sổ sách của đơn vị.', /NHIỆM VỤ TRỌNG TÂM$/],
  ['day-month', 'Năm 2023, lớp khai giảng ngày 21/3.', /^Năm 2023$/],
  ['semester-of-document', 'Năm học 2022-2023 có 9 lớp, học kỳ II thêm một.', /^2022-2023$/],
]
test.each(words)('the words that decided: %s', (rule, text, evidence) => {
  const { found } = explained(title + lead + text)
  expect(found.find((item) => item.rule === rule)?.evidence).toMatch(evidence)
})

test('what completed a position is said', () => {
  const { found } = explained(
    `${title}${lead}Sở Nội vụ tỉnh Phú Thọ mở lớp. Ông Nguyễn Văn Đoạt, Giám đốc Sở, dự khai giảng.`,
  )
  expect(found.find(({ type }) => type === 'officials')?.value).toBe(
    'Nguyễn Văn Đoạt: Giám đốc, Sở Nội vụ tỉnh Phú Thọ, completed from “Sở Nội vụ tỉnh Phú Thọ”',
  )
})

test('every rule that the samples or the code name has a sentence', () => {
  const root = join(import.meta.dirname, '../..')
  const named = (folder: string, name: RegExp, pattern: RegExp) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => name.test(file))
      .flatMap((file) => [...readFileSync(join(root, folder, file), 'utf8').matchAll(pattern)])
      .map((match) => match[1] ?? '')
  const rules = new Set([
    ...named('samples', /expected\.json$/, /"rule": "([^"]+)"/g),
    ...named('src/extract', /\.ts$/, /\brule: '([^']+)'/g),
  ])
  expect(rules.size).toBeGreaterThan(40)
  // A bare day always takes its month from another before it is given out.
  expect([...rules].filter((rule) => !(rule in meanings) && rule !== 'day-bare')).toEqual([])
})

test('a page that traces gives the same items', () => {
  const page = makePage(parsedOf(official), lexicon)
  const traced = { ...page, declined: () => {} }
  const ratios = findRatios(page)
  const finders: Array<(page: Page) => unknown> = [
    findOfficials,
    findProvinces,
    findDates,
    findRatios,
    (p) => findPercentages(p, ratios),
    findDirectives,
    findCitations,
  ]
  for (const find of finders) expect(find(traced)).toEqual(find(page))
})

test('a place that nothing looked at says which zone it is in', () => {
  const explanation = explained(`${title}${lead}Chim hót líu lo ngoài vườn nhà ai.\nHôm nay32,964`)
  const counter = explanation.placeOf('hôm nay32')
  expect(counter && explainPlace(explanation, counter)).toMatchObject({
    zone: 'boilerplate',
    note: 'zones such as menus are not read',
    found: [],
    declined: [],
  })
})

test.each([
  ['as written', 'Đông', 'ĐÔNG đông Đông', 10],
  ['in any case and spacing', 'sở  nội vụ', `${title}SỞ NỘI\nVỤ`, title.length],
])('words are found %s', (_, words, text, at) => {
  expect(explained(text).placeOf(words)?.start).toBe(at)
})
