import { describe, expect, test } from 'vitest'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const decision = `ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 15/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nam, ngày 08 tháng 01 năm 2014
QUYẾT ĐỊNH
Ban hành Kế hoạch trồng cây phân tán
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây phân tán.
Điều 2. Quyết định này có hiệu lực từ ngày ký.`
const recipients = `Nơi nhận:
- Như Điều 2;
- Lưu: VT.`
const signed = `KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Mai Văn Thạo`
const parts = `I. MỤC ĐÍCH, YÊU CẦU
1. Trồng mới cây bóng mát ven đường.
2. Chăm sóc cây đã trồng.`

/** The lines of the signature of a decision with `below` behind it, joined by "|". */
const signatureOf = (...below: string[]) => {
  const page = makePage(parsedOf([decision, ...below].join('\n')), lexicon)
  return page.blocks
    .filter((b) => b.zone === 'signature')
    .map((b) => page.text.slice(b.start, b.end))
    .join('|')
}
const ofDecision = [recipients, signed].join('\n').replaceAll('\n', '|')

describe('an annex behind the signature', () => {
  test.each([
    ['KẾ HOẠCH\nTRỒNG CÂY PHÂN TÁN NĂM 2014\n(Ban hành kèm theo Quyết định số 15/QĐ-UBND)'],
    ['KẾ HOẠCH TRỒNG CÂY PHÂN TÁN NĂM 2014\n(Kèm theo Quyết định số 15/QĐ-UBND)'],
    ['KẾ HOẠCH\nTrồng cây phân tán năm 2014'],
    ['ĐỀ ÁN\nTrồng cây phân tán\nBan hành kèm theo Quyết định số 15/QĐ-UBND'],
    ['QUY CHẾ quản lý cây xanh\n(Được ban hành theo Quyết định số 15/QĐ-UBND)\nChương I'],
    ['DANH MỤC\nCÁC LOÀI CÂY\n(Đính kèm theo Quyết định số 15/QĐ-UBND)'],
    ['HƯỚNG DẪN\nTrồng cây phân tán\nPhần thứ nhất'],
    ['____\n2\nCHƯƠNG TRÌNH\nTrồng cây phân tán'],
  ])('ends it: %j', (opening) => {
    expect(signatureOf(recipients, signed, opening, parts)).toMatch(
      new RegExp(`^${ofDecision.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?:\\|____\\|2)?$`, 'u'),
    )
  })

  test('stands behind the recipients where the columns were read so', () => {
    expect(signatureOf(signed, recipients, 'KẾ HOẠCH\nTrồng cây phân tán', parts)).toBe(
      [signed, recipients].join('\n').replaceAll('\n', '|'),
    )
  })

  test('begins with its own letterhead and may be signed itself', () => {
    const letterhead = `THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc`
    const title = 'QUY CHẾ\nQuản lý cây xanh\n(Ban hành kèm theo Quyết định số 15/QĐ-UBND)'
    expect(signatureOf(recipients, signed, letterhead, title, parts, signed)).toBe(
      `${ofDecision}|${signed.replaceAll('\n', '|')}`,
    )
  })

  test.each([
    // A unit of the signer's office, a second signer, lists of recipients.
    ['TL. GIÁM ĐỐC\nTRƯỞNG PHÒNG\nKẾ HOẠCH - TÀI CHÍNH\nMai Văn Thạo'],
    ['GIÁM ĐỐC SỞ\nLê Thị Mơ\nKẾ HOẠCH VÀ ĐẦU TƯ\nPHÓ GIÁM ĐỐC\nMai Văn Thạo'],
    [
      'CHỦ TỊCH\nLê Thị Mơ\nNơi nhận:\n- Phòng Kế hoạch;\n- Ban quản lý Chương trình 135;\n- Lưu: VT.',
    ],
  ])('is none of %j', (end) => {
    expect(signatureOf(end)).toBe(end.replaceAll('\n', '|'))
  })

  test('is no chapter of the decision itself', () => {
    const chapter =
      'Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh theo Thông tư số 2/2011/TT-BTC.'
    expect(signatureOf(chapter, recipients, signed)).toBe(ofDecision)
  })
})
