import { expect, test } from 'vitest'
import { brokenSyllables } from '../../src/text/broken-syllables.ts'
import { viewOf } from '../../src/text/view.ts'

test.each([
  ['Đặ ng Văn Thạo', 'Đặng Văn Thạo'],
  ['CHỦ TỊCH Nguyễn Thị H ạ nh', 'CHỦ TỊCH Nguyễn Thị Hạnh'],
  ['Qu ả ng Ngãi, ngày 4 tháng 10', 'Quảng Ngãi, ngày 4 tháng 10'],
  ['ông Bằ ng, bà Tră ng.', 'ông Bằng, bà Trăng.'],
])('%s is %s in the view', (text, expected) => {
  const view = viewOf(text, [{ start: 0, end: text.length }])
  expect(view.text).toBe(expected)
  // Offsets stay those of the text.
  const word = expected.search(/\S+n[gh]/u)
  const end = word + (/^\S+?n[gh]/u.exec(expected.slice(word))?.[0].length ?? 0)
  const place = view.toSource({ start: word, end })
  expect(text.slice(place.start, place.end).replaceAll(' ', '')).toBe(expected.slice(word, end))
  const last = view.toSource({ start: expected.length - 1, end: expected.length })
  expect(last).toEqual({ start: text.length - 1, end: text.length })
})

test.each([
  // A letter is lost, the first part is a word itself, marks of lists and units, other languages.
  ['các ng ời dân'],
  ['sách nh'],
  ['Mường Hạ nh'],
  ['khu ng'],
  ['a) ng'],
  ['xã nhà, ngã ba'],
  ['TT ng, 5 m ng'],
  ['đường Bà Triệu nghỉ'],
])('%s stays', (text) => {
  expect(brokenSyllables(text)).toEqual([])
})
