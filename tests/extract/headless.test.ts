// Official documents without the two columns of their header.
import { describe, expect, test } from 'vitest'
import { makePage } from '../../src/extract/make-page.ts'
import { titleOf } from '../../src/extract/zones.ts'
import { makeRecord } from '../../src/record/make-record.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const source = { name: 'x.txt', sha256: 'a'.repeat(64), mediaType: 'text/plain', bytes: 1 }
const record = (text: string) => makeRecord(parsedOf(text), source, lexicon)

const articles = `Căn cứ Luật Viên chức số 58/2010/QH12;
Điều 1. Ban hành kèm theo văn bản này bảng giá nước sạch.
Điều 2. Các phòng, ban chịu trách nhiệm thi hành.`
const request =
  'Thực hiện nhiệm vụ năm học, Sở yêu cầu các trường báo cáo số liệu trước ngày 15/9/2021 và gửi về văn phòng.'

describe('the type in capitals by itself, with the subject under it', () => {
  test.each([
    [
      'CHỈ THỊ\nVỀ VIỆC TĂNG CƯỜNG PHÒNG CHỐNG ĐUỐI NƯỚC\n1. Các xã rà soát ao hồ.',
      'CHỈ THỊ VỀ VIỆC TĂNG CƯỜNG PHÒNG CHỐNG ĐUỐI NƯỚC',
      'directive',
    ],
    [
      'TỜ TRÌNH\nVề việc xin phê duyệt chủ trương sửa chữa nhà học\nTrường kính trình huyện xem xét.',
      'TỜ TRÌNH Về việc xin phê duyệt chủ trương sửa chữa nhà học',
      'proposal',
    ],
    [
      'CÔNG ĐIỆN\nVỀ VIỆC ỨNG PHÓ BÃO SỐ 5\nHuyện yêu cầu các xã trực ban.',
      'CÔNG ĐIỆN VỀ VIỆC ỨNG PHÓ BÃO SỐ 5',
      'telegram',
    ],
    [
      'BÁO CÁO\nKẾT QUẢ HOẠT ĐỘNG HÈ CỦA ĐOÀN XÃ\nĐoàn xã đã mở ba lớp dạy bơi.',
      'BÁO CÁO KẾT QUẢ HOẠT ĐỘNG HÈ CỦA ĐOÀN XÃ',
      'report',
    ],
    [
      'KẾ HOẠCH\nTổ chức Ngày hội đọc sách năm học 2024 - 2025\nI. MỤC ĐÍCH\n1. Phát triển văn hóa đọc.',
      'KẾ HOẠCH Tổ chức Ngày hội đọc sách năm học 2024 - 2025',
      'plan',
    ],
  ])('%s', (text, title, type) => {
    const { documentType, title: found, blocks } = record(text)
    expect([found, documentType]).toEqual([title, type])
    expect(blocks.some(({ zone }) => zone === 'boilerplate')).toBe(false)
  })

  test('with issuer, number and day under the type', () => {
    const decree = record(`NGHỊ ĐỊNH
CỦA CHÍNH PHỦ SỐ 14 /1997/NĐ-CP NGÀY 17 THÁNG 2 NĂM 1997
QUY ĐỊNH VỀ BẾN ĐÒ NGANG
CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ;
Điều 1. Nghị định này quy định về bến đò ngang.`)
    expect(decree).toMatchObject({
      number: '14/1997/NĐ-CP',
      issuer: 'Chính phủ',
      issuedOn: '1997-02-17',
      documentType: 'decree',
    })
    // The body that enacts is no part of the subject.
    expect(decree.title).toMatch(/QUY ĐỊNH VỀ BẾN ĐÒ NGANG$/)
    const old = record(`SẮC LỆNH
CỦA CHỦ TỊCH CHÍNH PHỦ SỐ 15 NGÀY 2 THÁNG 10 NĂM 1945
CHỦ TỊCH CHÍNH PHỦ
Chiểu lời đề nghị của Bộ trưởng Bộ Nội vụ;
Điều thứ nhất: Nay bãi bỏ thuế đò.`)
    expect([old.issuer, old.issuedOn, old.number]).toEqual([
      'Chủ tịch Chính phủ',
      '1945-10-02',
      null,
    ])
    // The office that enacts is no signature: the text below it stays text.
    expect(old.blocks.map(({ zone }) => zone)).not.toContain('signature')
  })

  test.each([
    [
      'a section of a portal over a title',
      'THÔNG BÁO\nTrường mở cửa thư viện buổi tối\nThư viện mở đến chín giờ.',
    ],
    [
      'an article with its day',
      'CHỈ THỊ\nVỀ VIỆC NUÔI ONG\nThứ hai, 05/08/2019 08:00\nBà con nuôi ong rất giỏi.',
    ],
    ['a type in small letters', 'Kế hoạch\nVỀ VIỆC NUÔI ONG\nBà con nuôi ong rất giỏi.'],
    ['a heading that is no type', 'MỤC LỤC\nVỀ VIỆC NUÔI ONG\nBà con nuôi ong rất giỏi.'],
  ])('ignores %s', (_, text) => {
    expect(makePage(parsedOf(text), lexicon).header).toBeNull()
  })
})

describe('type, number and subject in the first line', () => {
  test.each([
    [
      'Công văn số 412/SGDĐT-VP về việc báo cáo số liệu',
      request,
      '412/SGDĐT-VP',
      'Sở Giáo dục và Đào tạo',
      'official-letter',
    ],
    [
      'Công văn số: 412/SGDĐT V/v báo cáo số liệu',
      request,
      '412/SGDĐT',
      'Sở Giáo dục và Đào tạo',
      'official-letter',
    ],
    [
      'Công văn 412/UBND-VX, về việc báo cáo số liệu',
      request,
      '412/UBND-VX',
      null,
      'official-letter',
    ],
    [
      'Công văn số 412/SNV-CCVC ngày 05/9/2021 của Sở Nội vụ tỉnh Hà Nam về việc báo cáo',
      request,
      '412/SNV-CCVC',
      'Sở Nội vụ tỉnh Hà Nam',
      'official-letter',
    ],
    [
      'Công văn số 412-CV/TU về việc tổ chức hội nghị',
      request,
      '412-CV/TU',
      'Tỉnh ủy',
      'official-letter',
    ],
    ['Quyết định 31/2020/QĐ-UBND về giá nước sạch', articles, '31/2020/QĐ-UBND', null, 'decision'],
    [
      'Thông tư số 8/2021/TT-BGDĐT của Bộ Giáo dục và Đào tạo quy định về phòng học',
      articles,
      '8/2021/TT-BGDĐT',
      'Bộ Giáo dục và Đào tạo',
      'circular',
    ],
  ])('%s', (title, body, number, issuer, type) => {
    const found = record(`${title}\n${body}`)
    expect([found.title, found.number, found.issuer, found.documentType]).toEqual([
      title,
      number,
      issuer,
      type,
    ])
    expect(found.citations.map((c) => c.number)).not.toContain(number)
  })

  test('the text says whose department it is', () => {
    const letter = `Công văn số 412/SGDĐT-VP về việc báo cáo số liệu\nSở Giáo dục và Đào tạo Hà Nam yêu cầu các trường báo cáo.`
    expect(record(letter).issuer).toBe('Sở Giáo dục và Đào tạo Hà Nam')
  })

  // The number of what an article is about is a citation: it is never lost.
  const news = 'Người dân trong xã cho biết họ rất vui khi có nước sạch để dùng.\nTheo Báo Hà Nam'
  test.each([
    ['Nghị quyết số 12-NQ/TW về đổi mới giáo dục: mười năm nhìn lại', news, '12-NQ/TW'],
    ['Quyết định số 31/2020/QĐ-UBND về giá nước sạch', news, '31/2020/QĐ-UBND'],
    ['Công văn số 412/SGDĐT-VP gây khó cho các trường', news, '412/SGDĐT-VP'],
    ['Sở ban hành Công văn số 412/SGDĐT-VP về việc dạy thêm', news, '412/SGDĐT-VP'],
    [
      'Công văn số 412/SGDĐT-VP về việc báo cáo',
      `Thứ hai, 05/08/2019 08:00\n${request}`,
      '412/SGDĐT-VP',
    ],
  ])('cites: %s', (title, body, number) => {
    const found = record(`${title}\n${body}`)
    expect([found.number, found.citations[0]?.number]).toEqual([null, number])
  })
})

test('the office in capitals under the subject of a decision is no signature', () => {
  const page = makePage(
    parsedOf(`ỦY BAN NHÂN DÂN
TỈNH HÀ NAM
Số: 12/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nam, ngày 5 tháng 3 năm 2020
QUYẾT ĐỊNH
Về việc ban hành bảng giá nước sạch
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Xét đề nghị của Giám đốc Sở Xây dựng,
QUYẾT ĐỊNH:
Điều 1. Ban hành bảng giá nước sạch.
CHỦ TỊCH
Đỗ Văn Khoai`),
    lexicon,
  )
  expect(titleOf(page.text, page.blocks)).toBe('QUYẾT ĐỊNH Về việc ban hành bảng giá nước sạch')
  expect(page.blocks.slice(-6).map(({ zone }) => zone === 'signature')).toEqual([
    ...[false, false, false, false],
    ...[true, true],
  ])
})
