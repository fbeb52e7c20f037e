// Dates told in fewer words than text has: the line of an article's publication, and bare years behind what is of one year.
import { expect, test } from 'vitest'
import { findDates } from '../../src/extract/dates.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, pageOf, parsedOf, unmarked } from '../support/page.ts'

const body =
  'Hội nghị bàn việc chăm sóc cây trồng và bảo vệ rừng trên địa bàn huyện trong những tháng tới.'

/** The dates of the lines above a title, with their kinds. */
const stampsIn = (line: string) => {
  const page = makePage(
    parsedOf(`${line}\nHuyện họp bàn việc chăm sóc cây trồng\n${body}`),
    lexicon,
  )
  return findDates(page).map(
    ({ start, end, value }) => `${page.text.slice(start, end)}: ${value.edtf} ${value.kind}`,
  )
}

test.each<[line: string, stamp: string]>([
  ['thứ năm, 07 05 2020 08:51', 'thứ năm, 07 05 2020: 2020-05-07 publication'],
  ['Thứ hai - 04 05 2020', 'Thứ hai - 04 05 2020: 2020-05-04 publication'],
  ['Văn hóa Xã hộithứ sáu, 08 05 2020 15:59', 'thứ sáu, 08 05 2020: 2020-05-08 publication'],
  ['Tin tức của huyện30/04/2020', '30/04/2020: 2020-04-30 publication'],
  ['Posted on May 5, 2020', 'May 5, 2020: 2020-05-05 publication'],
  ['Thứ Sáu, 8 Tháng Năm 2020', 'Thứ Sáu, 8 Tháng Năm 2020: 2020-05-08 publication'],
  ['Thứ năm, 07/05/2020 08:51', 'Thứ năm, 07/05/2020: 2020-05-07 publication'],
])('the publication in "%s" is a date once', (line, stamp) => {
  expect(stampsIn(line)).toEqual([stamp])
})

test.each(['07 05 2020', 'Mã số 08 05 2020 15', 'Đường 30 04 1975'])(
  'figures without a weekday tell no publication: %s',
  (line) => {
    expect(stampsIn(line)).toEqual([])
  },
)

test('only the day of publication is read so, and only in the line that tells it', () => {
  const facts = { publishedAt: '2020-05-07T08:51:00+07:00' }
  const words = (text: string, zone: 'body' | 'dateline') => {
    const page = pageOf(text, { facts, zone })
    return findDates(page).map((d) => page.text.slice(d.start, d.end))
  }
  expect(words('thứ năm, 07 05 2020 08:51', 'dateline')).toEqual(['thứ năm, 07 05 2020'])
  expect(words('thứ sáu, 08 05 2020 08:51', 'dateline')).toEqual([])
  expect(words('thứ năm, 07 05 2020 08:51', 'body')).toEqual([])
})

const yearsIn = (marked: string, day: string | null) => {
  const { text, spans } = unmarked(marked)
  const page = pageOf(text)
  const found = findDates({ ...page, day: day ?? page.day })
  return { spans, words: found.map((d) => page.text.slice(d.start, d.end)) }
}

test.each<[marked: string, day?: string]>([
  ['Thu ngân sách tăng 12% so với cùng kỳ [[2018]].', '2019-07-01'],
  ['Giảm 3 vụ so cùng kỳ [[2018]], số người bị thương giảm 2.'],
  ['Tăng 5% (cùng kì [[2018]] đạt 40%) và hơn cùng kỳ ([[2017]]).'],
  ['So với cùng kỳ [[2018]] cũng khá; cùng kỳ [[năm 2017]] thì không.'],
  ['Công nhận danh hiệu trong sạch, vững mạnh [[2018]] cho 20 đơn vị.', '2019-02-01'],
  ['Biểu dương gia đình văn hóa [[2018]].'],
  ['Danh hiệu “Gia đình văn hóa” [[2018]] và “Khu dân cư văn hóa” [[2018]]'],
  ['Khen thưởng tập thể lao động xuất sắc [[2019]], chiến sĩ thi đua cơ sở [[2019]] của xã.'],
  ['Hội thi giáo viên dạy giỏi [[2021]] cấp huyện'],
  ['Tuyên dương gương mặt trẻ tiêu biểu [[2020]]'],
])('a year: %s', (marked, day) => {
  const { spans, words } = yearsIn(marked, day ?? null)
  expect(words).toEqual(spans)
})

test.each<[text: string, day?: string]>([
  ['Hỗ trợ 2500 hộ, cùng kỳ 2018 hộ.'],
  ['Thu hút 2100 lao động, cùng kỳ 2018 lao động.'],
  ['Đã phát 2100 quyển vở, cùng kỳ 2018 quyển vở; chiến sĩ thi đua 2018 bằng khen.'],
  ['Thu được 2100, cùng kỳ 2018/2400; cùng kỳ 2018,5 tấn.'],
  ['Toàn huyện có 2018 gia đình văn hóa.'],
  ['Công nhận gia đình văn hóa 2018 hộ, thôn văn hóa 12.'],
  ['Công nhận gia đình văn hóa 2018, khu dân cư văn hóa 12.'],
  ['Xếp loại học sinh xuất sắc 2019, giỏi 3120, khá 120.'],
  ['Giáo viên dạy giỏi 2021 người.'],
  ['Số gia đình văn hóa 1985.', '2019-02-01'],
  ['Hoàn thành xuất sắc nhiệm vụ 2018; hoàn thành tốt nhiệm vụ 15.'],
  ['Bàn về đề án phát triển văn hóa 2018 tỷ đồng.'],
])('a count: %s', (text, day) => {
  expect(yearsIn(text, day ?? null).words).toEqual([])
})
