// Days with a dash after a word of time: "từ 1-10" is a day where something begins or ends, and else a stretch.
import { describe, expect, test } from 'vitest'
import { findDates } from '../../src/extract/dates.ts'
import { pageOf, unmarked } from '../support/page.ts'

const read = (marked: string) => {
  const { text, spans } = unmarked(marked)
  const page = pageOf(text, { facts: { publishedAt: '2021-11-03' } })
  const found = findDates(page)
  return {
    days: found.map((date) => date.value.edtf),
    words: found.map(({ start, end }) => page.text.slice(start, end)),
    spans,
  }
}

describe('finds', () => {
  test.each([
    ['Bà Lò Thị Hoa nghỉ hưu hưởng chế độ bảo hiểm từ [[1-10]].', ['2021-10-01']],
    ['Quyết định có hiệu lực từ [[1-9]], thay quyết định cũ.', ['2021-09-01']],
    ['Ông Vũ Bình giữ chức Giám đốc Sở Y tế từ [[5-10]]', ['2021-10-05']],
    ['Việc thu phí kết thúc sau [[5-8]]; xe qua cầu miễn phí.', ['2021-08-05']],
    ['Cửa khẩu mở lại từ [[10-8]].', ['2021-08-10']],
  ])('%s', (marked, days) => {
    const { days: found, words, spans } = read(marked)
    expect(found).toEqual(days)
    expect(words).toEqual(spans)
  })
})

describe('ignores', () => {
  test.each([
    'Mỗi nhà đóng góp từ 1-10 ngày công.',
    'Giá vật tư tăng từ 5-7%.',
    'Chấm theo thang điểm từ 1-10.',
    'Trẻ trong độ tuổi từ 3-5.',
    'Nhận trẻ từ 2-5.',
    'Đội nhà thắng từ 3-1.',
    'Đội khách dẫn trước 2-1.',
    'Cửa hàng làm việc từ 7-11.',
    'Gió giật cấp từ 6-7.',
    'Thực hiện từ 5-7 cuộc kiểm tra.',
  ])('%s', (text) => {
    expect(read(text).words).toEqual([])
  })
})
