// Titles with one wrong letter are read only before the body that they lead.
import { describe, expect, test } from 'vitest'
import { findOfficials } from '../../src/extract/officials.ts'
import { pageOf } from '../support/page.ts'

/** "name: title @ body, …" of everybody with an office. */
function read(text: string): string[] {
  const page = pageOf(text)
  return findOfficials(page)
    .filter(({ value }) => value.positions.length > 0)
    .map(({ value }) => {
      const held = value.positions.map(({ title, organisation: body }) =>
        body ? `${title} @ ${page.text.slice(body.start, body.end)}` : title,
      )
      return `${page.text.slice(value.name.start, value.name.end)}: ${held.join(', ')}`
    })
}

describe('a misspelt title', () => {
  test.each<[string, string[]]>([
    [
      'Thượng tá Lê Văn Bình - Bí thư Đảng ủy - Chủ huy trưởng Ban chỉ huy Quân sự Quận nêu rõ.',
      ['Lê Văn Bình: Bí thư @ Đảng ủy, Chủ huy trưởng @ Ban chỉ huy Quân sự Quận'],
    ],
    ['Ông Lê Văn Bình, Giám đôc Sở Y tế dự.', ['Lê Văn Bình: Giám đôc @ Sở Y tế']],
    [
      'Phó Chủ tich UBND tỉnh Nghệ An Lê Văn Bình dự.',
      ['Lê Văn Bình: Phó Chủ tich @ UBND tỉnh Nghệ An'],
    ],
    [
      'Bà Trần Thị Mai, Hiệu trường Trường THPT Lê Lợi dự.',
      ['Trần Thị Mai: Hiệu trường @ Trường THPT Lê Lợi'],
    ],
    // As it should be.
    ['Ông Lê Văn Bình, Giám đốc Sở Y tế dự.', ['Lê Văn Bình: Giám đốc @ Sở Y tế']],
    // Other words, a body that such an office does not lead, none at all.
    ['Ông Lê Văn Bình, Giám sát Sở Y tế dự.', []],
    ['Ông Lê Văn Bình, Giám đôc Huyện ủy dự.', []],
    ['Ông Lê Văn Bình, Giám đôc cho biết.', []],
    ['Các viện trường Viện Hàn lâm gửi ông Lê Văn Bình.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
