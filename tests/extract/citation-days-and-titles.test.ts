// Days before a citation, and titles behind an address, a colon or an inner comma.
import { describe, expect, test } from 'vitest'
import { findCitations } from '../../src/extract/citations.ts'
import { findDates } from '../../src/extract/dates.ts'
import { pageOf } from '../support/page.ts'

const datesOf = (text: string) => findCitations(pageOf(text)).map(({ value }) => value.date)
const kindsOf = (text: string) => findDates(pageOf(text)).map(({ value }) => value.kind)
const titlesOf = (text: string) => findCitations(pageOf(text)).map(({ value }) => value.title)

describe('the day before the body that issues', () => {
  test.each([
    ['Ngày 22/10/2014 Bộ Y tế có Công văn số 4591/BYT-KCB gửi các tỉnh.', '2014-10-22'],
    ['Ngày 27/8/2014, Văn phòng Chính phủ có Thông báo số 347/TB-VPCP.', '2014-08-27'],
    ['Ngày 17-5-2019, Chủ tịch UBND huyện ban hành Công điện số 34/CĐ-UBND.', '2019-05-17'],
    ['Ngày 3 tháng 2 năm 2020, Sở Nội vụ đã ký ban hành Kế hoạch số 12/KH-SNV.', '2020-02-03'],
    [
      'Trước đó, ngày 5.6.2018 Bộ Văn hóa, Thể thao và Du lịch vừa ban hành các Quyết định số 15/QĐ-BVHTTDL.',
      '2018-06-05',
    ],
  ])('%s', (text, day) => {
    expect(datesOf(text)).toEqual([day])
    expect(kindsOf(text)).toEqual(['citation'])
  })

  test.each([
    // Received, met, another clause; no year; the number has a day of its own.
    ['Ngày 22/10/2014, Sở Y tế nhận được Công văn số 12/BYT-KCB.', [null], ['event']],
    ['Ngày 22/10/2014, tại Hà Nội, Bộ Y tế có Công văn số 12/BYT-KCB.', [null], ['event']],
    ['Ngày 22/10/2014, Sở họp; sau đó Bộ Y tế có Công văn số 12/BYT-KCB.', [null], ['event']],
    ['Ngày 22/10/2014, Bộ Y tế họp, sau đó có Công văn số 12/BYT-KCB.', [null], ['event']],
    ['Ngày 22/10/2014, Bộ Y tế có 12 công văn.', [], ['event']],
    [
      'Ngày 22/10/2014 Bộ Y tế có Công văn số 12/BYT-KCB ngày 20/10/2014.',
      ['2014-10-20'],
      ['event', 'citation'],
    ],
  ])('is none: %s', (text, days, kinds) => {
    expect(datesOf(text)).toEqual(days)
    expect(kindsOf(text)).toEqual(kinds)
  })
})

describe('the title', () => {
  test.each([
    [
      'Công văn số 12/SNV-TC ngày 31/10/2017 gửi các sở về việc kiểm tra kho lưu trữ.',
      'kiểm tra kho lưu trữ',
    ],
    [
      'Công văn số 12/SNV-TC gửi Sở Y tế, Sở Tài chính, UBND các huyện V/v kiểm tra kho.',
      'kiểm tra kho',
    ],
    [
      'Căn cứ Quyết định số 54/QĐ-BNV ngày 21/5/2020 về việc công bố thủ tục hành chính mới ban hành, được sửa đổi, bổ sung, bị bãi bỏ lĩnh vực lưu trữ;',
      'công bố thủ tục hành chính mới ban hành, được sửa đổi, bổ sung, bị bãi bỏ lĩnh vực lưu trữ',
    ],
    [
      'Căn cứ Quyết định số 54/QĐ-BNV ngày 21/5/2020 của Bộ Nội vụ công bố danh mục thủ tục hành chính được thay thế và bị bãi bỏ;',
      'công bố danh mục thủ tục hành chính được thay thế và bị bãi bỏ',
    ],
    [
      'Thực hiện Công văn số 12/SNV-TC ngày 31/10/2017 về việc kiểm tra kho: Phòng Nội vụ yêu cầu các xã báo cáo.',
      'kiểm tra kho',
    ],
  ])('%s', (text, title) => {
    expect(titlesOf(text)).toEqual([title])
  })

  test('ends at a colon before another document', () => {
    expect(
      titlesOf(
        'Căn cứ Thông tư số 02/2017/TT-BNV ngày 31/10/2017 của Bộ Nội vụ hướng dẫn về nghiệp vụ lưu trữ: Thông tư số 01/2018/TT-BNV ngày 23/11/2018;',
      ),
    ).toEqual(['hướng dẫn về nghiệp vụ lưu trữ', null])
  })

  test.each([
    [
      'Công văn số 12/SNV-TC ngày 31/10/2017 của Sở Nội vụ gửi các phòng. Về việc này, sở sẽ họp.',
      null,
    ],
    ['Công văn số 12/SNV-TC gửi kèm biểu mẫu về việc kiểm tra kho.', null],
    [
      'Căn cứ Quyết định số 54/QĐ-BNV ngày 21/5/2020 về việc công bố thủ tục hành chính, được sửa đổi tại văn bản sau;',
      'công bố thủ tục hành chính',
    ],
    [
      'Căn cứ Nghị định số 54/2020/NĐ-CP ngày 21/5/2020 của Chính phủ quy định về lưu trữ, được sửa đổi, bổ sung;',
      'quy định về lưu trữ',
    ],
    ['Theo Công văn số 12/SNV-TC ngày 31/10/2017 về việc tháng hành động: “Kho sạch”.', null],
  ])('is no more than that: %s', (text, title) => {
    expect(titlesOf(text)).toEqual([title])
  })
})
