import { describe, expect, test } from 'vitest'
import { findPercentages } from '../../src/extract/percentages.ts'
import { findRatios } from '../../src/extract/ratios.ts'
import { pageOf } from '../support/page.ts'

const subjects = (text: string) => {
  const page = pageOf(text)
  return findPercentages(page, findRatios(page)).map((p) => p.value.subject)
}

/** Where the subject ends in a clause, and clauses that name none. */
describe('subject in its clause', () => {
  test.each<[string, (string | null)[]]>([
    // a ratio without a noun of its own
    ['Số học sinh học 2 buổi/ngày là 7.218/9.781, tỷ lệ 73,8%', ['học sinh học 2 buổi/ngày']],
    // numbers that follow one another are of one noun
    ['100% học sinh khối 10, 11, 12 tham gia', ['học sinh khối 10, 11, 12']],
    ['Có 80% xã loại 1, 20% xã loại 2', ['xã loại 1', 'xã loại 2']],
    // what happened
    ['học kỳ II năm học 2021-2022 xảy ra 9 vụ, giảm 10%', ['vụ']],
    ['Toàn tỉnh xảy ra 14 vụ cháy, tăng 27%', ['vụ cháy']],
    ['tỷ lệ che phủ rừng ước thực hiện 52%', ['che phủ rừng']],
    ['Tối thiểu 60% giáo viên biết khai thác phần mềm', ['giáo viên']],
    ['Tỷ lệ người dân có hiểu biết đạt 60%', ['người dân có hiểu biết']],
    ['Giải ngân đầu tư công đến 15/12 đạt 21 tỷ đồng, bằng 88,2%', ['Giải ngân đầu tư công']],
    ['"Mời 500 người thì 210 người đến, chưa đến 50%", ông A, Chủ tịch xã nói', ['người']],
    // a time with a verb of its own, and a bare time that goes on
    [
      'tỷ trọng của ngành than sau 4 năm liên tục giảm thì năm 2020 đã phục hồi, đạt 12%',
      ['tỷ trọng của ngành than'],
    ],
    ['doanh thu của hợp tác xã sau 2 năm tăng khá (5%)', ['doanh thu của hợp tác xã']],
    [
      'Cơ sở mới mở trong 2 năm đầu: không quá 7% trên tổng chi phí',
      ['Cơ sở mới mở trong 2 năm đầu'],
    ],
    // verbs of effort, and where a change begins
    ['nỗ lực đẩy nhanh số phòng học kiên cố lên khoảng 80%', ['phòng học kiên cố']],
    ['Sở đề nghị nâng mức bội chi từ 2,5 lên 3%', ['bội chi']],
    // a predicate behind the noun
    ['khoảng 40% dân số sống ở vùng ven có nhiều bãi bồi', ['dân số']],
    ['30% diện tích nằm trong vùng đệm', ['diện tích']],
    // lost spaces
    ['được 95% thành viênHội đồng quản trị bầu', ['thành viênHội đồng quản trị']],
    // a headcount tells less than the whole it is part of
    ['Năm 2019 đào tạo 12 người, chiếm 40% tổng số nhân viên', ['nhân viên']],
    [
      'Sẽ có 80% cán bộ đạt yêu cầu, năm 2019 là 30 đồng chí, chiếm 20% tổng số cán bộ của cơ quan',
      ['cán bộ', 'cán bộ của cơ quan'],
    ],
    // limits as labels
    [
      'Các thửa sau được giảm như sau:\n- Cách mép đường từ 50 m đến 90 m: giảm 5% so với giá đất quy định;',
      ['giá đất'],
    ],
    // a plan and what was reached
    ['Kế hoạch đặt ra là 6%, nhưng chỉ ước đạt 5,2%', ['Kế hoạch đặt ra', null]],
    ['Tỷ lệ đóng là 2%', ['Tỷ lệ đóng']],
  ])('not cut in a clause: %s', (text, expected) => expect(subjects(text)).toEqual(expected))

  test.each<[string, (string | null)[]]>([
    ['Chi phí vận chuyển gà sống với tỷ lệ hao hụt 3%', ['hao hụt']],
    ['15% thực phẩm tươi sống ở chợ', ['thực phẩm tươi sống ở chợ']],
    ['Các xã nằm ở vùng cao chiếm 30% tổng số xã', ['Các xã nằm ở vùng cao']],
    ['Hội Nông dân có 12 người, chiếm 4% tổng số đại biểu', ['Hội Nông dân']],
    ['Số khách của cơ sở cách biển: giảm 5% so với giá trị cũ', ['khách của cơ sở cách biển']],
    ['Mục tiêu tăng trưởng là 6%, nhưng chỉ đạt 5,2%', ['Mục tiêu tăng trưởng', 'tăng trưởng']],
    ['Tỷ lệ chuyên cần là 96%', ['chuyên cần']],
    ['giá thuê sau 2 năm giảm, còn giá bán tăng 5%', ['giá bán']],
  ])('is left whole: %s', (text, expected) => expect(subjects(text)).toEqual(expected))
})
