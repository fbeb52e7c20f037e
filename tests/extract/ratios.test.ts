import { describe, expect, test } from 'vitest'
import { findRatios } from '../../src/extract/ratios.ts'
import { pageOf, unmarked } from '../support/page.ts'

describe('finds', () => {
  test.each<[string, [number, number, string | null][]]>([
    ['có tổng số [[3.085/4.081]] trường mầm non, đạt tỉ lệ 75,6%', [[3085, 4081, 'trường']]],
    [
      'Trong đó: [[1083/1.466]] trường mầm non; [[868/983]] trường tiểu học',
      [
        [1083, 1466, 'trường'],
        [868, 983, 'trường'],
      ],
    ],
    [
      'có [[20/30]] trường được công nhận, [[7/9]] xã',
      [
        [20, 30, 'trường'],
        [7, 9, 'xã'],
      ],
    ],
    [
      'là 51,62% ([[2.235/4.330]] học sinh), 10,49% ([[2.235/ 21.304]]).',
      [
        [2235, 4330, 'học sinh'],
        [2235, 21304, null],
      ],
    ],
    ['hoàn thành [[19/19]] tiêu chí nông thôn mới', [[19, 19, 'tiêu chí']]],
    ['đã có [[45/60]], đạt 75%', [[45, 60, null]]],
    ['Với [[458/460]] phiếu tán thành', [[458, 460, 'phiếu']]],
    ['có [[20 trên tổng số 30]] trường đạt chuẩn', [[20, 30, 'trường']]],
    ['[[842 người tham dự trên tổng số 920]] người được triệu tập', [[842, 920, 'người']]],
    ['[[12 trên 15]] xã đạt chuẩn', [[12, 15, 'xã']]],
    ['từ [[7/9]] trường đạt chuẩn', [[7, 9, 'trường']]],
    ['đo đạc xong ([[60/240]]) số xã', [[60, 240, 'xã']]],
    ['có [[7/2.003]], đạt 0,3%', [[7, 2003, null]]],
    ['tin báo tội phạm đã giải quyết [[95/104]] tin, đạt 91,3%', [[95, 104, 'tin']]],
    ['cung cấp trực tuyến [[41/77]] dịch vụ công', [[41, 77, 'dịch vụ công']]],
    ['đo vẽ xong 25% ([[60/240]]) số mảnh bản đồ', [[60, 240, 'mảnh']]],
    ['bảo đảm [[2/3]] điều kiện của khu', [[2, 3, 'điều kiện']]],
    [
      'Có tới [[8/10]] khách quốc tế tìm tour; [[7/8]] du khách; [[5/6]] gian hàng; [[11/12]] khách sạn',
      [
        [8, 10, 'khách'],
        [7, 8, 'du khách'],
        [5, 6, 'gian hàng'],
        [11, 12, 'khách sạn'],
      ],
    ],
    ['Trẻ vào lớp 1: [[120/125]] trẻ', [[120, 125, 'trẻ']]],
    [
      '[[20.411 người/21.586]] người tham gia; [[45 hộ gia đình/ 120]] hộ; [[12 xã/tổng số 15]] xã',
      [
        [20411, 21586, 'người'],
        [45, 120, 'hộ'],
        [12, 15, 'xã'],
      ],
    ],
    [
      '[[12/tổng số 15]] xã; [[12 trong số 15]] thôn; [[20 ấp (trên tổng số 25]] ấp)',
      [
        [12, 15, 'xã'],
        [12, 15, 'thôn'],
        [20, 25, 'ấp'],
      ],
    ],
    ['đã xong [[5/6]], đạt 83,3%', [[5, 6, null]]],
    [
      'trồng mới [[187ha/500]] ha chè, [[30ha/45]]ha rừng, [[12 km/15]]km đường',
      [
        [187, 500, 'ha'],
        [30, 45, 'ha'],
        [12, 15, 'km'],
      ],
    ],
    [
      '[[cứ 100 hộ dân thì có 3]] hộ nghèo; kiểm tra [[19/122]] hồ',
      [
        [3, 100, 'hộ dân'],
        [19, 122, 'hồ'],
      ],
    ],
  ])('%s', (marked, expected) => {
    const { text, spans } = unmarked(marked)
    const page = pageOf(text)
    const found = findRatios(page)
    expect(found.map((r) => [r.value.numerator, r.value.denominator, r.value.unit])).toEqual(
      expected,
    )
    expect(found.map((r) => page.text.slice(r.start, r.end))).toEqual(spans)
  })
})

describe('ignores', () => {
  test.each([
    'Chiều 21/3, ngày 20/11 và từ 28/2 đến 02/3/2023',
    'tháng 9/2022; 9/2022',
    'trực 24/7; kiểm soát 24/24 giờ',
    'lớp 6A/30 em, mẫu 2T/2004 t, 33máy/11 huyện',
    'cứ 10 ngày thì 2 lần họp; cứ 5 hộ thì 12 hộ khác theo',
    'điểm 9/10, lớp 6/2, lớp 4/5 trường A',
    'số 15/3 đường Trần Phú, đường 30/4, phường 2/9',
    'Nghị định 15/2020 và 16/2022/TT-BGDĐT, 1112/QĐ-UBND',
    'ít nhất 2/3 số đại biểu, 1/2 ngày, 3/4 diện tích',
    'bản đồ tỷ lệ 1/5.000',
    'thương binh 1/4, trình độ 12/12',
    'https://example.vn/12/345',
    'năm học 2022/2023',
    '0:00 / 0:00',
    '5 trường trên 300 học sinh',
    'chia cho 10/0 trường',
    'tập thể đơn vị bình xét đạt từ 2/3 phiếu đồng ý trở lên',
    'tới gần 3/4 số trường hợp khách hàng (73,8%)',
    'Trưa 12/5 tin bão xa được phát; sáng 3/4 địa phương họp',
    'từ tháng 5/2014 bộ đã ban hành; 29 bệnh viện (7/2003)',
    'ngày 8/10 khách sạn Hoa Mai khai trương; chiều 8/10 đoàn viên ra quân',
    'Lúc 8 giờ 5/6 thí sinh vào phòng; trước 8/10 xã phải xong; đến 8/10 xã họp',
    'nghỉ 2/9 khách tăng; ngày 5/8, 6/8 và 8/8 khách sạn kín phòng',
    'Giải ngân đến 15/12 đạt 21,6 tỷ đồng, bằng 88,2%; đến 9/12 đạt 75%',
    '33 máy/11 huyện; 1 giáo viên/25 trẻ; 120.000 đồng/01 học sinh; 2 lần/3 năm; 20 hộ/12 hộ',
    'xếp thứ 50/194 quốc gia; hai phần năm (2/5) số cử tri',
    'Thành phố hiện nay (5/2004) với 40 phòng khám, chiếm 3% cả nước',
  ])('%s', (text) => {
    expect(findRatios(pageOf(text)).map((r) => r.value)).toEqual([])
  })
  test('boilerplate', () => {
    expect(findRatios(pageOf('có 20/30 trường', { zone: 'boilerplate' }))).toEqual([])
  })
})
