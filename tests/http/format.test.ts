import { describe, expect, it } from 'vitest'
import { formatBytes, formatEdtf, formatInstant, formatIsoDate } from '../../src/http/format.ts'
import { contentDisposition } from '../../src/http/original.ts'
import { shorten } from '../../src/http/pages/shorten.ts'
import { textsOf } from '../../src/http/texts.ts'
import { safeName } from '../../src/http/upload.ts'

describe('dates for readers', () => {
  it.each([
    ['2023-03-21', '21/03/2023', '21 March 2023'],
    ['2023-12-01', '01/12/2023', '1 December 2023'],
    ['2022-09', '9/2022', 'September 2022'],
    ['2021', '2021', '2021'],
    ['2021/2025', '2021 – 2025', '2021 – 2025'],
    ['2022-09/2023-05', '9/2022 – 5/2023', 'September 2022 – May 2023'],
    ['unknown', 'unknown', 'unknown'],
  ])('%s', (edtf, vi, en) => {
    expect([formatEdtf(edtf, 'vi'), formatEdtf(edtf, 'en')]).toEqual([vi, en])
  })

  it.each([
    ['2023-02-09T20:01:00+07:00', '09/02/2023, 20:01'],
    ['2023-02-09', '09/02/2023'],
    ['2025-07-01T00:00:00+07:00', '01/07/2025'],
    ['2025-07-01T00:05:00+07:00', '01/07/2025, 00:05'],
    ['tomorrow', 'tomorrow'],
  ])('%s as written in the document', (iso, vi) => expect(formatIsoDate(iso, 'vi')).toBe(vi))

  it('an instant is shown as the clock in Vietnam has it', () => {
    expect(formatInstant('2026-01-05T20:03:04Z', 'vi')).toBe('06/01/2026, 03:03')
    expect(formatInstant('2026-01-05T17:00:00Z', 'vi')).toBe('06/01/2026, 00:00')
    expect(formatInstant('never', 'vi')).toBe('never')
  })
})

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [48213, '47 KB'],
    [1536, '1,5 KB'],
    [100 * 1024 ** 2, '100 MB'],
  ])('%i bytes', (bytes, vi) => expect(formatBytes(bytes, 'vi')).toBe(vi))
})

describe('content-disposition', () => {
  it.each([
    ['bao-cao.pdf', `attachment; filename="bao-cao.pdf"; filename*=UTF-8''bao-cao.pdf`],
    [
      'Đề án “số”.pdf',
      `attachment; filename="De an _so_.pdf"; filename*=UTF-8''%C4%90%E1%BB%81%20%C3%A1n%20%E2%80%9Cs%E1%BB%91%E2%80%9D.pdf`,
    ],
    [
      'a"b\\c\r\nx: y.pdf',
      `attachment; filename="a_b_c__x: y.pdf"; filename*=UTF-8''a%22b%5Cc%0D%0Ax%3A%20y.pdf`,
    ],
    ["(x)'y*!.txt", `attachment; filename="(x)'y*!.txt"; filename*=UTF-8''%28x%29%27y%2A%21.txt`],
    ['\uD800.txt', `attachment; filename="_.txt"; filename*=UTF-8''%EF%BF%BD.txt`],
  ])('%j', (name, expected) => expect(contentDisposition(name)).toBe(expected))
})

describe('file names of uploads', () => {
  it.each([
    ['báo cáo.pdf', 'báo cáo.pdf'],
    ['C:\\Users\\an\\báo cáo.pdf', 'báo cáo.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['a\u202Efdp\u0000.exe', 'afdp.exe'],
    ['', 'upload'],
    ['thư/', 'upload'],
    ['ba\u0301o.txt', 'báo.txt'],
  ])('%j', (given, kept) => expect(safeName(given)).toBe(kept))
})

describe('shorten', () => {
  it.each([
    ['một hai ba', 20, 'một hai ba'],
    ['một  hai\nba', 20, 'một hai ba'],
    ['một hai ba bốn', 9, 'một hai…'],
    ['😀😀😀', 3, '😀…'],
  ])('%j to %i', (text, most, expected) => expect(shorten(text, most)).toBe(expected))
})

describe('texts', () => {
  /** Every path to a text: "search.button". */
  const pathsOf = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}.${key}`))
      : [`${path}: ${typeof value}`]

  it('has the same entries in both languages', () => {
    expect(pathsOf(textsOf('en'))).toEqual(pathsOf(textsOf('vi')))
  })
})
