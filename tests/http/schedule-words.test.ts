// Schedules in words, in both languages; what says more than the words can stays a pattern.
import { expect, test } from 'vitest'
import { scheduleInWords } from '../../src/http/schedule-words.ts'
import { textsOf } from '../../src/http/texts.ts'

test.each([
  ['0 * * * *', 'mỗi giờ', 'every hour'],
  ['H */6 * * *', '6 giờ một lần', 'every 6 hours'],
  ['20 */6 * * *', '6 giờ một lần', 'every 6 hours'],
  ['15 * * * *', 'mỗi giờ, vào phút 15', 'every hour at minute 15'],
  ['*/20 * * * *', '20 phút một lần', 'every 20 minutes'],
  ['0 */1 * * *', 'mỗi giờ', 'every hour'],
  ['0 5 * * *', 'mỗi ngày, khoảng 5 giờ', 'every day, at about 5 o’clock'],
  ['5 6,18 * * *', 'mỗi ngày, lúc 6:05 và 18:05', 'every day, at 6:05 and 18:05'],
  ['30 7 * * 1-5', 'thứ Hai đến thứ Sáu hằng tuần, lúc 7:30', 'every Monday to Friday, at 7:30'],
  [
    '0 5 * * 1,4',
    'thứ Hai và thứ Năm hằng tuần, khoảng 5 giờ',
    'every Monday and Thursday, at about 5 o’clock',
  ],
  ['0 5 * * 7', 'Chủ nhật hằng tuần, khoảng 5 giờ', 'every Sunday, at about 5 o’clock'],
  ['0 5 1 * *', 'ngày 1 hằng tháng, khoảng 5 giờ', 'on day 1 of every month, at about 5 o’clock'],
])('%s', (every, vi, en) => {
  expect([scheduleInWords(every, textsOf('vi')), scheduleInWords(every, textsOf('en'))]).toEqual([
    vi,
    en,
  ])
})

test.each([
  '0 5 * 6 *',
  '0 5 1 * 1',
  '0 */6 * * 1',
  '0,30 5 * * *',
  '*/20 */6 * * *',
  '0 5-9 * * *',
  '0 25 * * *',
  '0 5 * * MON',
  '0 5 * *',
  '<script>',
  '',
])('"%s" stays as it is', (every) => {
  expect(scheduleInWords(every, textsOf('vi'))).toBe(every)
})
