import { describe, expect, test } from 'vitest'
import { findProvinces } from '../../src/extract/provinces.ts'
import { pageOf, unmarked } from '../support/page.ts'

const facts = { publishedAt: '2023-03-21' }

describe('findProvinces finds', () => {
  test.each([
    ['Sở GD&ĐT [[Lào Cai]] tổ chức', ['lao-cai']],
    [
      'gồm: [[Phú Thọ]], [[Yên Bái]], [[Hòa Bình]], [[Bắc Giang]] và [[Bắc Kạn]].',
      ['phu-tho', 'yen-bai', 'hoa-binh', 'bac-giang', 'bac-kan'],
    ],
    ['UBND tỉnh [[Hoà Bình]] và tỉnh [[Thanh Hoá]]', ['hoa-binh', 'thanh-hoa']],
    ['tại [[TP.HCM]] và [[Hà Nội]]', ['ho-chi-minh', 'ha-noi']],
    ['UBND thành phố [[Hà Nội]]', ['ha-noi']],
    ['điểm cầu [[Lào Cai]]', ['lao-cai']],
    ['Sở Tài nguyên và Môi trường [[Điện Biên]]', ['dien-bien']],
    ['tỉnh [[Bà Rịa – Vũng Tàu]]', ['ba-ria-vung-tau']],
    ['SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH [[KON TUM]]', ['kon-tum']],
    ['tỉnh [[Đăk Lăk]]', ['dak-lak']],
    ['Đoàn [[Bắc Giang]] giành 21 huy chương', ['bac-giang']],
    ['các trường THPT tư thục ở [[Hà Tĩnh]] và của [[Nghệ An]]', ['ha-tinh', 'nghe-an']],
    ['Bệnh viện Tim [[TP.HCM]]', ['ho-chi-minh']],
    ['Khối ĐH, CĐ [[TP.HCM]], thành phố [[Hồ Chí Minh]]', ['ho-chi-minh', 'ho-chi-minh']],
    ['Bệnh viện Thanh Xuân - [[Hà Nội]]', ['ha-noi']],
    ['nhà máy may ở [[Nam Định]]', ['nam-dinh']],
    ['các xã Sín Cái, Thượng Sơn, [[Hà Giang]]', ['ha-giang']],
    ['các xã vùng cao của [[Sơn La]], [[Lai Châu]]', ['son-la', 'lai-chau']],
    ['các thị trấn Hà Nội, [[Hải Phòng]], Nam Định, Vinh', ['hai-phong']],
    ['công ty chuyển trụ sở từ [[Nam Định]] ra [[Hà Nội]]', ['nam-dinh', 'ha-noi']],
    ['Công ty Sao Mai đầu tư vào [[Sơn La]]', ['son-la']],
    ['Công ty Cổ phần Cấp nước tỉnh [[Sơn La]]', ['son-la']],
    ['các huyện của [[Sơn La]], [[Lai Châu]], [[Lào Cai]]', ['son-la', 'lai-chau', 'lao-cai']],
  ])('%s', (marked, ids) => {
    const { text, spans } = unmarked(marked)
    const page = pageOf(text, { facts })
    const found = findProvinces(page).filter((p) => !p.value.cityOnly)
    expect(found.map((p) => p.value.id)).toEqual(ids)
    expect(found.map((p) => page.text.slice(p.start, p.end))).toEqual(
      spans.map((s) => s.replace(/–/g, '-')),
    )
  })
})

describe('findProvinces ignores', () => {
  test.each([
    'Nhiệt liệt chào mừng 70 năm Chiến thắng Điện Biên Phủ',
    'huyện Quảng Ninh',
    'xã Hòa Bình',
    'đường Hà Nội',
    'vì hòa bình, ổn định',
    'các tỉnh Bắc Lào, Thái Lan và Quảng Châu',
    'vùng Tây Bắc, Tây Nguyên',
    'Trường Cao đẳng Sư phạm Điện Biên',
    'thái bình và thịnh vượng',
    'Phó Thủ tướng Trương Hòa Bình đánh giá cao',
    'bà Lê Thị Hà Giang phát biểu',
    'trường ĐH Sư phạm Hà Nội',
    'đại lộ Bình Dương',
    'nhà máy xi măng Hải Phòng',
    'BV đa khoa Thái Bình',
    'trường ĐH Kinh tế & Kỹ thuật Hà Nội',
    'Trường Cao đẳng nghề Cơ khí và Xây dựng Bắc Ninh',
    'cựu sinh viên Bách khoa Hà Nội',
    'ĐH Luật TP.HCM, ĐHQG TP.HCM',
    'Đại học Luật thành phố Hồ Chí Minh',
    'điển hình có các xã như: Minh Sơn, Lạng Sơn, Phúc Sơn',
    '4 xã (Vinh Xuân, Vinh An, Hải Dương) thuộc huyện',
    'các xã Yên Thọ, Xuân Lộc và Quảng Nam',
    'Nghệ thuật ca kịch Huế, nhã nhạc cung đình Huế',
    'quy trình của tỉnh QT-DN-17',
    'Toàn tỉnh Biên Hòa Vĩnh Cửu',
    'Tổng công ty Cổ phần Bia - Rượu - Nước khoáng Hải Dương (Habi)',
    'Công ty cổ phần Dịch vụ Giống và Vật tư trồng rừng Yên Bái',
    'Công ty TNHH MTV Quản lý sửa chữa Đường bộ Bắc Kạn',
    'mở rộng Xa lộ Hà Nội, nút giao Sóng Thần',
    'học bổng của tổ chức Cây Hòa Bình',
    'cài đặt ứng dụng C-Bắc Giang và ID-Bắc Giang',
    'Các thị xã Sơn La, Lào Cai, Lạng Sơn đều đặt làm thành phố',
  ])('%s', (text) => {
    expect(findProvinces(pageOf(text, { facts })).filter((p) => !p.value.cityOnly)).toEqual([])
  })
})

test('one name, two provinces of different times: Huế', () => {
  const at = (publishedAt: string) =>
    findProvinces(pageOf('UBND thành phố Huế', { facts: { publishedAt } })).map((p) => p.value.id)
  expect(at('2026-01-10')).toEqual(['hue'])
})

describe('in recognised text', () => {
  const recognised = (text: string) => {
    const page = pageOf(text, { facts })
    const blocks = page.parsed.blocks.map((block) => ({ ...block, confidence: 80 }))
    return findProvinces({ ...page, parsed: { ...page.parsed, blocks } }).map((p) => p.value.id)
  }
  test('one letter off a long name after "tỉnh" is that province', () => {
    expect(recognised('UBND tỉnh Quàng Ngãi báo cáo')).toEqual(['quang-ngai'])
    expect(recognised('UBND tỉnh Thái Nguyèn báo cáo')).toEqual(['thai-nguyen'])
  })
  test.each(['huyện Quàng Ngãi', 'tỉnh Hà Nan', 'tỉnh Quàng Ngai', 'tỉnh Quảng Tây'])(
    '%s is none',
    (text) => {
      expect(recognised(text)).toEqual([])
    },
  )
  test('and in text that was typed nothing is guessed', () => {
    expect(findProvinces(pageOf('UBND tỉnh Quàng Ngãi', { facts }))).toEqual([])
  })
})
