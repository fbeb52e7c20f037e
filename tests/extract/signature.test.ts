import { describe, expect, test } from 'vitest'
import { signatureParts } from '../../src/extract/signature-parts.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { keyOf } from '../../src/text/fold.ts'
import { tokensOf } from '../../src/text/words.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const isName = (key: string) => lexicon.surnames.longestAt(tokensOf(key), 0) !== null
const parts = (text: string) =>
  signatureParts(
    {
      start: 0,
      end: text.length,
      index: 0,
      text,
      key: keyOf(text),
      kind: 'paragraph',
      level: undefined,
      page: undefined,
    },
    isName,
  )

describe('signatureParts', () => {
  test.each([
    ['KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn Bình', 'KT. CHỦ TỊCH|PHÓ CHỦ TỊCH|Lê Văn Bình'],
    ['THỦ TƯỚNG Lê Văn Bình', 'THỦ TƯỚNG|Lê Văn Bình'],
    ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Văn Bình', 'TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH|Lê Văn Bình'],
    [
      'TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG (Đã ký) Lê Văn Bình',
      'TM. CHÍNH PHỦ|KT. THỦ TƯỚNG|PHÓ THỦ TƯỚNG|(Đã ký)|Lê Văn Bình',
    ],
    ['TL. GIÁM ĐỐC CHÁNH VĂN PHÒNG Mùa A Sơn', 'TL. GIÁM ĐỐC|CHÁNH VĂN PHÒNG|Mùa A Sơn'],
    [
      'KT. TỔNG CỤC TRƯỞNG PHÓ TỔNG CỤC TRƯỞNG Lê Bình',
      'KT. TỔNG CỤC TRƯỞNG|PHÓ TỔNG CỤC TRƯỞNG|Lê Bình',
    ],
    [
      'T/M BAN BÍ THƯ THƯỜNG TRỰC BAN BÍ THƯ Lê Bình',
      'T/M BAN BÍ THƯ|THƯỜNG TRỰC BAN BÍ THƯ|Lê Bình',
    ],
    ['Q. GIÁM ĐỐC Lê Văn Bình', 'Q. GIÁM ĐỐC|Lê Văn Bình'],
    ['HIỆU TRƯỞNG PGS.TS. Lê Văn Bình', 'HIỆU TRƯỞNG|PGS.TS. Lê Văn Bình'],
    ['GIÁM ĐỐC SỞ NỘI VỤ Lê Văn Bình', 'GIÁM ĐỐC SỞ NỘI VỤ|Lê Văn Bình'],
    ['HIỆU TRƯỞNG LÊ VĂN BÌNH', 'HIỆU TRƯỞNG|LÊ VĂN BÌNH'],
    [
      'Nơi nhận: - Như trên; - Lưu: VT, TH CHỦ TỊCH Lê Văn Bình',
      'Nơi nhận: - Như trên; - Lưu: VT, TH|CHỦ TỊCH|Lê Văn Bình',
    ],
    ['- Lưu: VT. THỦ TƯỚNG Lê Văn Bình', '- Lưu: VT.|THỦ TƯỚNG|Lê Văn Bình'],
  ])('finds the lines of %s', (line, expected) => {
    const found = parts(line)
    expect(found.map(({ text }) => text).join('|')).toBe(expected)
    for (const { start, end, text } of found) expect(line.slice(start, end)).toBe(text)
  })

  test.each([
    ['Ảnh: PHÓ CHỦ TỊCH Lê Văn Bình'],
    ['Theo lời CHỦ TỊCH Lê Văn Bình'],
    ['Chủ tịch Lê Văn Bình'],
    ['CHỦ TỊCH HỒ CHÍ MINH'],
    ['TRƯỞNG PHÒNG TÀI CHÍNH'],
    ['THỦ TƯỚNG Chính Phủ'],
    ['BÁO CÁO Lê Văn Bình'],
    ['CHỦ TỊCH Lâm Thời Chính Phủ'],
    ['KT. CHỦ TỊCH'],
    ['CHỦ TỊCH Lê Văn Bình phát biểu'],
  ])('leaves %s as it is', (line) => {
    expect(parts(line).map(({ text }) => text)).toEqual([line])
  })
})

describe('who signs, and the office that issues, where the letterhead is lost', () => {
  const record = (text: string) =>
    makeRecord(
      parsedOf(text),
      { name: 'a.txt', sha256: '0'.repeat(64), bytes: 1, mediaType: 'text/plain' },
      lexicon,
    )
  const body =
    'CHỈ THỊ\nVỀ VIỆC PHÒNG CHÁY\nThời gian qua có nhiều vụ cháy.\n1. Bộ Công an kiểm tra.\n'
  test.each<[string, string | null, string[]]>([
    [
      'Nơi nhận:\n- Lưu: VT.\nTHỦ TƯỚNG Lê Văn Bình',
      'Thủ tướng Chính phủ',
      ['Lê Văn Bình, Thủ tướng'],
    ],
    ['THỦ TƯỚNG\nLê Văn Bình', 'Thủ tướng Chính phủ', ['Lê Văn Bình, Thủ tướng']],
    [
      'KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG Lê Văn Bình',
      'Thủ tướng Chính phủ',
      ['Lê Văn Bình, Phó Thủ tướng'],
    ],
    [
      'TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG (Đã ký) Lê Văn Bình',
      'Chính phủ',
      ['Lê Văn Bình, Phó Thủ tướng'],
    ],
    ['GIÁM ĐỐC SỞ NỘI VỤ Lê Văn Bình', 'Sở Nội vụ', ['Lê Văn Bình, Giám đốc']],
    // Whose committee it is stays open.
    ['TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Lê Văn Bình', null, ['Lê Văn Bình, Chủ tịch']],
    ['TM. TỔ CHỨC ĐĂNG KÝ CHỦ TRÌ\nGIÁM ĐỐC\nLê Văn Bình', null, ['Lê Văn Bình, Giám đốc']],
  ])('%s', (signature, issuer, signers) => {
    const { issuer: found, signers: signed } = record(body + signature)
    expect(found).toBe(issuer)
    expect(signed.map(({ name, title }) => `${name}, ${title}`)).toEqual(signers)
  })
})
