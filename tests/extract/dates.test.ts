// Dates: every row marks the words that a date is read from; [[…]] in the order of the expected EDTF strings.
import { describe, expect, test } from 'vitest'
import { findDates, schoolYearsOf } from '../../src/extract/dates.ts'
import { makePage } from '../../src/extract/make-page.ts'
import type { Facts } from '../../src/extract/page.ts'
import { keyOf } from '../../src/text/fold.ts'
import { lexicon, pageOf, parsedOf, unmarked } from '../support/page.ts'

const datesIn = (marked: string, facts: Partial<Facts> = {}) => {
  const { text, spans } = unmarked(marked)
  const page = pageOf(text, { facts })
  const found = findDates(page)
  return {
    found,
    spans: spans.map((s) => s.replaceAll('–', '-')),
    words: found.map((d) => page.text.slice(d.start, d.end)),
  }
}

type Row = [marked: string, edtf: string[], facts?: Partial<Facts>]

const written: Row[] = [
  ['Họp [[ngày 20 tháng 12 năm 2021]] tại Huế', ['2021-12-20']],
  ['[[Sáng ngày 5 tháng 9, 2023]], khai giảng', ['2023-09-05']],
  ['Thông báo [[ngày 08/12/2023]].', ['2023-12-08']],
  ['Khai mạc [[20-11-2022]]; bế mạc [[29.1.2026]]', ['2022-11-20', '2026-01-29']],
  ['Nộp [[ngày 12/5/21]]', ['2021-05-12']],
  ['cập nhật [[2023-04-01]] lúc 8 giờ', ['2023-04-01']],
  ['Hà Nội, [[ngày … tháng 12 năm 2011]]', ['2011-12']],
  ['[[Ngày 06 tháng 08năm 2020]]của Sở', ['2020-08-06']],
  ['HỌP [[NGÀY 3 THÁNG 2 NĂM 2020]]', ['2020-02-03']],
  ['[[29 Tháng 5, 2025]]', ['2025-05-29']],
  ['[[1 tháng 1 năm 1863]] và [[tháng 7 năm 1885]]', ['1863-01-01', '1885-07']],
  [
    'từ [[tháng 9/2022]], [[tháng 3.2025]] và [[tháng 7 năm 2021]]',
    ['2022-09', '2025-03', '2021-07'],
  ],
  ['từ [[tháng 1/2019 đến tháng 12/2020]]', ['2019-01/2020-12']],
  ['từ [[tháng 9 đến tháng 12 năm 2022]]', ['2022-09/2022-12']],
  ['phân bổ [[tháng 10 - 12.2021]]', ['2021-10/2021-12']],
  ['trồng [[tháng 4 - tháng 5/2014]]', ['2014-04/2014-05']],
  ['trồng [[Tháng 10-tháng 11 năm 2014]]', ['2014-10/2014-11']],
  ['từ [[tháng 11-tháng 2/2015]]', ['2014-11/2015-02']],
  [
    '[[tháng 8]], [[tháng 9/2014]]; [[Tháng 3]] và [[tháng 4 năm 2014]]',
    ['2014-08', '2014-09', '2014-03', '2014-04'],
  ],
  ['[[Tháng 7]], [[8]], [[tháng 9/2014]]', ['2014-07', '2014-08', '2014-09']],
  ['[[ngày 5 tháng 3]], [[6 tháng 4 năm 2014]]', ['2014-03-05', '2014-04-06']],
  ['[[Ngày 4 - tháng 5/2014]]', ['2014-05-04']],
  ['[[Tháng 9]], [[10/2022]]: kiểm tra', ['2022-09', '2022-10']],
  ['bắt đầu từ [[9/2022]].', ['2022-09']],
  ['[[quý I/2023]], [[quý 3 năm 2023]]', ['2023-01/2023-03', '2023-07/2023-09']],
  ['[[Quý I]], [[II năm 2022]]', ['2022-01/2022-03', '2022-04/2022-06']],
  ['[[6 tháng đầu năm 2023]], [[9 tháng đầu năm 2022]]', ['2023-01/2023-06', '2022-01/2022-09']],
  ['[[6 tháng cuối năm 2023]]', ['2023-07/2023-12']],
  ['[[năm 2020]] và [[2021]]', ['2020', '2021']],
  ['đạt chuẩn [[năm 2023, 2024]] theo kế hoạch', ['2023/2024']],
  ['vào [[cuối năm 2020]]', ['2020']],
  ['thực hiện [[tháng 2]] và 2 tháng [[năm 2005]]', ['2005-02', '2005']],
  ['công bố chỉ số [[năm 2013]] [[Tháng 6/2014]] Bộ Nội vụ', ['2013', '2014-06']],
  ['quy hoạch đảo đến [[2030]] cho Ban quản lý', ['2030']],
  ['Ông Lò Văn A (sinh [[năm 1987]])', ['1987']],
  ['Kỳ thi tốt nghiệp THPT [[2021]].', ['2021']],
  ['trong đợt tuyển sinh [[năm 2019]]', ['2019']],
  ['Thông tư ban hành [[ngày 9 tháng 12\nnăm 2017]] của Bộ', ['2017-12-09']],
  ['Sắc lệnh [[ngày 13 tháng 9 dương lịch năm 1945]]', ['1945-09-13']],
  ['khai hội [[ngày 18/4/2024]] (tức ngày 10/3 âm lịch)', ['2024-04-18']],
  ['[[Ngày 29/1/2025]] (mùng 1 Tết Ất Tỵ), [[năm 2025]]', ['2025-01-29', '2025']],
  ['làm việc ngày mùng 3 và [[5/4/2021]]', ['2021-04-05']],
  ['ký [[ngày 5 tháng 3 , năm 2021]] tại Vinh', ['2021-03-05']],
  [
    '[[Tháng 6]], [[7]], [[8 năm 2024]]; các [[tháng 11]], [[12]] và [[1/2025]]',
    ['2024-06', '2024-07', '2024-08', '2024-11', '2024-12', '2025-01'],
  ],
  [
    '[[bốn tháng đầu năm 2024]], [[mười một tháng đầu năm 2023]]',
    ['2024-01/2024-04', '2023-01/2023-11'],
  ],
]

const ranges: Row[] = [
  ['từ [[ngày 5 đến 7/9/2022]]', ['2022-09-05/2022-09-07']],
  ['từ [[ngày 5 đến ngày 7 tháng 9 năm 2022]]', ['2022-09-05/2022-09-07']],
  ['diễn ra [[5-7/9/2022]] tại Vinh', ['2022-09-05/2022-09-07']],
  ['nghỉ từ [[28/2-02/3/2023]]', ['2023-02-28/2023-03-02']],
  ['từ [[25/12 đến 5/1/2023]]', ['2022-12-25/2023-01-05']],
  ['thực hiện từ [[15/8/2022 đến hết 31/5/2023]]', ['2022-08-15/2023-05-31']],
  ['các [[ngày 11/11]] và [[28/12/2020]]', ['2020-11-11', '2020-12-28']],
  ['[[Ngày 26]], [[27/12/2011]]', ['2011-12-26', '2011-12-27']],
  ['[[Chiều ngày 28/12]] và [[cả ngày 29/12/2011]]', ['2011-12-28', '2011-12-29']],
  [
    '[[ngày 30]], [[31/3]] và [[1/4]]',
    ['2023-03-30', '2023-03-31', '2023-04-01'],
    { publishedAt: '2023-04-02' },
  ],
  ['hội thao trong [[ngày 18-20/6/2022]]', ['2022-06-18/2022-06-20']],
  ['từ 8h [[ngày 5 đến 17h ngày 6/3/2024]]', ['2024-03-05/2024-03-06']],
  [
    'Trong 2 [[ngày 31-7]] và [[1-8]], tại Vinh; các [[ngày 4]], [[5]] và [[6-8]]',
    ['2025-07-31', '2025-08-01', '2025-08-04', '2025-08-05', '2025-08-06'],
    { publishedAt: '2025-08-07' },
  ],
  [
    'trực từ [[ngày 5-3 đến hết ngày 10-3]], mưa từ [[11-3 đến 12-3]]',
    ['2024-03-05/2024-03-10', '2024-03-11/2024-03-12'],
    { publishedAt: '2024-03-12' },
  ],
  [
    'Tính đến [[30-6]], [[sáng nay (20-7)]]; nghỉ lễ [[2-9]]; lúc 8 giờ [[19/7]] học sinh vào phòng thi',
    ['2025-06-30', '2025-07-20', '2025-09-02', '2025-07-19'],
    { publishedAt: '2025-07-20' },
  ],
  ['trong 3 ngày ([[5]], [[6]], [[7/3/2024]])', ['2024-03-05', '2024-03-06', '2024-03-07']],
  [
    'kỷ niệm Ngày Nhà giáo Việt Nam ([[20/11/1982]] - [[20/11/2022]])',
    ['1982-11-20', '2022-11-20'],
  ],
]

const schoolTime: Row[] = [
  ['[[năm học 2022-2023]]', ['2022-09/2023-05']],
  ['[[NĂM HỌC 2023 – 2024]]', ['2023-09/2024-05']],
  ['tổng kết [[năm học 2024-25]]', ['2024-09/2025-05']],
  [
    'các [[năm học 2020-2021]], [[2021-2022]] và [[2022-2023]]',
    ['2020-09/2021-05', '2021-09/2022-05', '2022-09/2023-05'],
  ],
  ['[[học kỳ II, năm học 2022 - 2023]]', ['2023-01/2023-05']],
  ['[[HKI năm học 2022-2023]]', ['2022-09/2023-01']],
  [
    'sơ kết [[học kỳ I]], triển khai [[học kỳ II năm học 2022-2023]]',
    ['2022-09/2023-01', '2023-01/2023-05'],
  ],
  ['SƠ KẾT [[GIỮA HỌC KỲ I]]', ['2023-09/2024-01'], { schoolYears: [2023] }],
  ['kết quả [[học kì 1]]', ['2023-09/2024-01'], { publishedAt: '2024-01-20' }],
  [
    'khai giảng [[năm học 2019-2020]]; năm học mới [[2020-2021]]',
    ['2019-09/2020-05', '2020-09/2021-05'],
  ],
]

const periods: Row[] = [
  ['[[giai đoạn 2021 - 2025]], tầm nhìn đến [[năm 2030]]', ['2021/2025', '2030']],
  ['[[nhiệm kỳ 2020-2025]]', ['2020/2025']],
  ['[[nhiệm kỳ 2020- 2025]]được công nhận', ['2020/2025']],
  ['Quốc hội khóa XV ([[2021-2026]])', ['2021/2026']],
  ['từ [[năm 2016 đến năm 2020]]', ['2016/2020']],
  ['[[giai đoạn 2022-2023]] của năm học', ['2022/2023'], { schoolYears: [2022] }],
]

const inferred: Row[] = [
  // the anniversary before a school year told later
  [
    '[[Chiều 18/11]], trường kỷ niệm 41 năm Ngày Nhà giáo Việt Nam ([[20/11/1982]] - [[20/11/2023]]). [[Năm học 2020-2021]], trường có 900 em.',
    ['2023-11-18', '1982-11-20', '2023-11-20', '2020-09/2021-05'],
  ],
  [
    '[[Sáng 12/10]], trường kỷ niệm 30 năm thành lập ([[1994-2024]]). [[Tối 11/10]], gặp mặt.',
    ['2024-10-12', '1994/2024', '2024-10-11'],
  ],
  [
    '[[Ngày 5/1]], mừng ngày truyền thống ([[22/12/1944]] - [[22/12/2014]])',
    ['2015-01-05', '1944-12-22', '2014-12-22'],
  ],
  ['[[Chiều 21/3]], Cụm thi đua họp', ['2023-03-21'], { schoolYears: [2022] }],
  ['[[Sáng 5/9]], học sinh cả nước khai giảng', ['2022-09-05'], { schoolYears: [2022] }],
  [
    '[[Ngày 9/1]], Sở tổng kết công tác [[năm 2022]]',
    ['2023-01-09', '2022'],
    { publishedAt: '2023-01-10' },
  ],
  ['[[Ngày 12/4]], tập huấn thi [[năm 2021]].', ['2021-04-12', '2021']],
  ['[[Ngày 29.11]], giao ban [[năm 2022]]', ['2022-11-29', '2022']],
  ['Nộp báo cáo trước [[ngày 15/3]].', ['2024-03-15'], { issuedOn: '2023-12-20' }],
  ['[[sáng nay (15/8)]], Bộ họp', ['2023-08-15'], { publishedAt: '2023-08-15T10:00:00+07:00' }],
  ['[[Hôm qua]], Sở họp', ['2023-02-28'], { publishedAt: '2023-03-01' }],
  [
    '[[Sáng nay]], [[năm nay]] và [[năm ngoái]]',
    ['2023-03-01', '2023', '2022'],
    { publishedAt: '2023-03-01' },
  ],
  [
    'họp [[thứ ba, 21/3]] tại [[quý I]]',
    ['2023-03-21', '2023-01/2023-03'],
    { publishedAt: '2023-03-22' },
  ],
  ['Kế hoạch rà soát từ [[tháng 3-12]]', ['2014-03/2014-12'], { issuedOn: '2014-01-08' }],
  ['rực rỡ [[cuối tháng 5]].', ['2025-05'], { publishedAt: '2025-05-29' }],
  ['chào mừng Ngày Nhà giáo Việt Nam [[20/11]]', ['2023-11-20'], { publishedAt: '2023-11-15' }],
  [
    'Hưởng ứng Ngày Môi trường thế giới ([[5/6]]), Ngày Toàn dân phòng cháy, chữa cháy [[4/10]]',
    ['2022-06-05', '2022-10-04'],
    { publishedAt: '2022-08-01' },
  ],
  [
    'Giải ngân đến [[15/12]] đạt 21 tỷ đồng, bằng 88,2%; ước đến hết [[31/01/2026]] đạt 95%',
    ['2025-12-15', '2026-01-31'],
    { issuedOn: '2025-12-18' },
  ],
  ['Tính đến [[30/6]], xã đã thu 2 tỷ đồng.', ['2025-06-30'], { issuedOn: '2026-01-10' }],
  [
    'Giải ngân 100% trước [[31/12/2023]]; đến [[30/6]] đạt tối thiểu 50%',
    ['2023-12-31', '2023-06-30'],
    { issuedOn: '2023-02-27' },
  ],
  ['Đến [[30/6]] huyện giải ngân 5 tỷ', ['2025-06-30'], { publishedAt: '2025-07-20' }],
  ['từ [[6/7]] Công ty Hoa Mai mở bán', ['2025-07-06'], { publishedAt: '2025-07-20' }],
  ['[[chiều 8/7]] đoàn viên ra quân', ['2025-07-08'], { publishedAt: '2025-07-20' }],
  [
    '[[Ngày 3/5]] họp trù bị; [[ngày 3/5]] còn đi thực tế',
    ['2022-05-03', '2022-05-03'],
    { publishedAt: '2022-05-04' },
  ],
]

const lunar: string[] = [
  'Lễ hội khai mạc mùng 10 tháng Giêng âm lịch',
  'Lễ hội ngày 15/8 âm lịch; ngày 10/3/2024 (âm lịch)',
  'Rằm tháng Bảy; cúng rằm tháng 7; rằm tháng 7/2024',
  'ngày 10 tháng 3 năm Giáp Thìn; ngày 10/3 năm Giáp Thìn 2024',
  'ngày 10/3 (theo âm lịch), ngày 12/3 (lịch âm), ngày 14/3 ÂL',
  'từ ngày 8/3 đến ngày 10/3 âm lịch; các ngày 8/2, 10/2 âm lịch',
  'từ ngày mùng 8 đến ngày mùng 10 tháng 3; từ mùng 8 đến 10/3; mồng 3/4/2024',
  'đầu tháng 3 âm lịch; tháng 7 âm lịch năm 2024; tháng 2 (âm lịch) hằng năm',
  'nghỉ từ 23 tháng Chạp năm 2023 đến mùng 5 Tết',
  'theo âm lịch ngày 10/3',
  'dịp Giỗ Tổ Hùng Vương ngày 10/3; ngày 10/3 - Giỗ Tổ Hùng Vương',
]

/** Without a year that anything in the text could give. */
const yearless: Row[] = [
  [
    'Chậm nhất đến ngày 31 tháng 3 năm sau, doanh nghiệp nộp báo cáo.',
    [],
    { issuedOn: '2023-05-05' },
  ],
  ['Hằng năm, chậm nhất ngày 15/2, đơn vị gửi báo cáo.', [], { issuedOn: '2023-05-05' }],
  ['Cấp vào tháng 11 hàng năm.', [], { issuedOn: '2023-05-05' }],
  ['Công bố vào quý II của các năm có số cuối là 5.', [], { issuedOn: '2023-05-05' }],
  ['Ban Thường vụ họp định kỳ mỗi tháng 01 lần.', [], { issuedOn: '2023-05-05' }],
  ['báo cáo định kỳ 6 tháng đầu năm', [], { issuedOn: '2023-05-05' }],
  ['Hằng năm có hội xuân, [[năm 2024]] khai mạc [[sáng 5/3]].', ['2024', '2024-03-05']],
  [
    'Điều 1. Phạm vi\nQuy chế này áp dụng cho mọi đơn vị.\nĐiều 2. Kê khai xong trước ngày 31 tháng 12.',
    [],
    { issuedOn: '2023-05-05' },
  ],
  ['Phát triển xe buýt đến [[năm 2030]].\nÔng A nói tại buổi họp báo trưa 5-3.', ['2030']],
  ['[[Năm 2016]] tăng 8%, [[năm 2017]] tăng 9%.\nHội nghị khai mạc sáng 4-7.', ['2016', '2017']],
  [
    'Theo Chỉ thị 15/CT-TTg [[ngày 27/3/2020]] của Thủ tướng, từ 13h ngày 1/5 xã dừng họp chợ.',
    ['2020-03-27'],
  ],
  [
    '[[Sáng nay 26/4]], công ty họp cổ đông thường niên [[năm 2020]] lần 3; lần trước họp [[ngày 13/4/2021]].',
    ['2021-04-26', '2020', '2021-04-13'],
  ],
  [
    '[[Sáng 27/4]], phiên họp khai mạc.\nNghị quyết có hiệu lực từ [[ngày 1/7/2021]].',
    ['2021-04-27', '2021-07-01'],
  ],
  ['Ông A sinh [[ngày 3/6/1963]].\nChiều 27/4, ông nhận quyết định.', ['1963-06-03']],
]

const nothing: string[] = [
  'Chương trình GDPT 2018, chương trình giáo dục phổ thông năm 2018',
  'Thực hiện Luật Giáo dục năm 2019, Bộ luật Lao động 2019 và Luật Giáo dục đại học năm 2018',
  'Thông tư số 16/2022/TT-BGDĐT, Nghị định 15/2020 và số 12/2021',
  'có 20/30 trường, 7/9 xã và 3.085/4.081 học sinh',
  'từ 7/9 trường đạt chuẩn',
  'trực 24/7, hoạt động 24/24 giờ, điểm 9/10, lớp 6/2, tỷ lệ 1/5',
  'đường 30/4, phường 2/9, số 15/3 đường Trần Phú',
  'lớp 4,8,11; mô đun 6,7,8; 4.0; Covid-19; 36 tháng; 10 năm',
  'mùng 10 tháng 3 âm lịch; 15/8 âm lịch; rằm tháng Giêng',
  'Hôm nay32,964',
  'Tel: 024.3869.5144; 0989-2020-2021',
  '0:00 / 0:00',
  'Ngày 31/2/2023 và 30/13/2022',
  'https://moet.gov.vn/2021/05/20/tin-tuc',
  'nộp trước ngày 31 tháng 12 hằng năm',
  'Ngày 29/4 không rõ năm nào',
  'trồng 1500-2000m trên 3 tháng 6 lần',
  'ngày 0 tháng 4 năm 2000, tháng 13 năm 2020',
]

/** Where every day and month would get its year. */
const counts: string[] = [
  'Có tới 8/10 khách quốc tế, có đến 9/10 hộ; lên tới 7/9 thôn',
  'vào lớp 1: 5/6 trẻ; đạt 8/8 chỉ tiêu',
  'uống ngày 2-3 lần, mỗi ngày 5-7 chuyến, cả ngày 2-3 người, ngày 1.5 kg',
  'từ 15-20 người, đến 15-20 người, sau 15-20 phút',
  'Ngày Việt Nam thắng 5/6 trận; đội nhà thắng 3-1, đội khách 2-1',
  'trẻ 2-3 tuổi và 5-6 tuổi',
]

describe('finds', () => {
  test.each([...written, ...ranges, ...schoolTime, ...periods, ...inferred, ...yearless])(
    '%s',
    (marked, edtf, facts) => {
      const { found, spans, words } = datesIn(marked, facts)
      expect(found.map((d) => d.value.edtf)).toEqual(edtf)
      expect(words).toEqual(spans)
    },
  )
})

describe('ignores', () => {
  test.each(nothing)('%s', (text) => {
    expect(datesIn(text).words).toEqual([])
  })
  test.each(counts)('%s', (text) => {
    expect(datesIn(text, { publishedAt: '2022-10-11' }).words).toEqual([])
  })
  test.each(lunar)('days of the lunar calendar: %s', (text) => {
    const days = datesIn(text, { publishedAt: '2024-04-01' }).found
    expect(days.map((d) => d.value.edtf)).toEqual([])
  })
  test('what stands in boilerplate', () => {
    expect(findDates(pageOf('Ngày 20/11/2022', { zone: 'boilerplate' }))).toEqual([])
  })
})

describe('kinds', () => {
  test.each<[string, string[], Partial<Facts>?]>([
    ['Nghị quyết số 29-NQ/TW [[ngày 04/11/2013]] của Ban Chấp hành Trung ương', ['citation']],
    ['Căn cứ Luật Công nghệ thông tin [[ngày 29 tháng 6 năm 2006]];', ['citation']],
    ['Hà Nội, [[ngày 20 tháng 6 năm 2011]]', ['issue']],
    ['Thứ năm - 09/02/2023 20:01', ['publication'], { publishedAt: '2023-02-09T20:01:00+07:00' }],
    ['báo cáo trước [[ngày 25/4/2021]]', ['deadline']],
    ['xong trong [[quý I/2023]]', ['deadline']],
    ['Gửi báo cáo trước 16 giờ [[ngày 20/12/2022]]', ['deadline']],
    ['nộp chậm nhất là 16h30 phút, [[ngày 5/7/2022]]', ['deadline']],
    ['báo cáo kết quả về Sở [[trong tháng 11 năm 2020]]', ['deadline']],
    ['các đơn vị đã báo cáo [[trong tháng 11 năm 2020]]', ['event']],
    ['mưa lớn [[trong tháng 11 năm 2020]]', ['event']],
    ['Thời gian hoàn thành: [[quý IV/2026]]', ['deadline']],
    ['tính đến hết [[ngày 16/6/2022]], đã tiêm', ['event']],
    ['được công nhận từ trước [[ngày 31/12/1994]]', ['event']],
    ['công trình xây dựng trước [[năm 1954]]', ['other']],
    ['thuế được gia hạn [[trong năm 2013]]; ngày đáo hạn là [[19/3/2023]]', ['other', 'event']],
    ['Đến hết [[quý I năm 2022]], đã có 100% xã', ['period']],
    ['kỷ niệm Ngày Quốc khánh [[2/9/2022]]', ['commemoration']],
    ['Thông tư số 43/2015/TT-BGDĐT [[ngày 20 tháng 10 năm 2015]] về phong trào đọc', ['citation']],
    ['Ký [[ngày 12/02/2026]], gửi vào [[27/02/2026]]', ['event', 'event']],
    ['hướng dẫn tại Quyết định 4800 [[ngày 14.10.2021]] của Bộ Y tế', ['citation']],
    ['theo Nghị định số 126/2024/NĐ-CP để họp vào [[ngày 09/4/2025]] tại Huế', ['event']],
    ['Chỉ thị số 14/CT-TTg của Thủ tướng về xã hội học tập [[giai đoạn 2021-2030]]', ['period']],
    ['Luật Đặc xá có hiệu lực từ [[ngày 01/08/2019]]', ['event']],
    ['Cập nhật đến hết [[ngày 27/9/2020]], có 275 thí sinh', ['event']],
    ['giấy tờ có trước [[ngày 15/10/1993]]', ['event']],
    ['THÔNG TƯ\nCỦA BỘ NỘI VỤ SỐ 5 [[NGÀY 1 THÁNG 9 NĂM 1998]]', ['issue']],
    [
      'Tin vui\n[[23 Tháng 9, 2021]]\nTrường mở cửa.',
      ['publication'],
      { publishedAt: '2021-09-23' },
    ],
    ['18 CÔNG BÁO/Số 327 + 328/[[Ngày 02-02-2023]]', ['publication']],
    ['Xem Công báo số 327, họp [[ngày 02-02-2023]]', ['event']],
    ['Trao quà cho hộ nghèo([[05.08.2019]] 16:32)', ['publication']],
    ['([[02/05/2022]])', ['publication']],
    ['Họp chi bộ ([[02/05/2022]]) tại xã', ['event']],
    ['Published Date: [[Thứ sáu, 15/12/2023]], 14:06 (GMT+7)', ['publication']],
    ['thay thế Thông tư 41/2009/TT-BTTTT (Thông tư 41) [[ngày 30/12/2009]]', ['citation']],
    ['Chiểu theo Sắc lệnh số 64 [[ngày 23 tháng 11 năm 1945]] lập ban', ['citation']],
    ['Phuc dap Cong van so 3797/BXD-KTXD ngay [[11/3/2026]] cua Bo', ['citation']],
    ['Căn cứ Thông tư số …/2014/TT-BTP [[ngày … tháng … năm 2014]] của Bộ', ['citation']],
    ['(Ban hành kèm theo Quyết định số …/QĐ-UBND [[ngày … tháng … năm 2014]])', ['issue']],
    ['Thông tư\n108/2009/TT-BTC\n[[29/5/2009]]\nHướng dẫn thuế', ['citation']],
    ['Hà Nội, [[ngày 20]], [[21 tháng 03 năm 2002]]', ['event', 'event']],
    ['hưởng trợ cấp trong thời gian từ [[ngày 1/1/2023 đến ngày 31/12/2023]]', ['period']],
    ['hội thi diễn ra từ [[ngày 1/3/2023 đến ngày 3/3/2023]]', ['event']],
    ['SẮC LỆNH\nSỐ 80 [[NGÀY 31 THÁNG 12 NĂM 1945]]\nCHỦ TỊCH CHÍNH PHỦ', ['issue']],
    ['[[học kỳ I năm học 2022-2023]]', ['semester']],
    ['Hưởng ứng Ngày Môi trường thế giới [[5/6/2019]]', ['commemoration']],
    [
      'giao Sở cấp gạo dự trữ quốc gia trước [[ngày 15/9]]',
      ['deadline'],
      { issuedOn: '2024-09-01' },
    ],
    ['Phòng hoàn tất quyết toán đến [[30/6]].', ['deadline'], { issuedOn: '2025-06-20' }],
    ['đến [[30/6]] đạt tối thiểu 50%', ['deadline'], { issuedOn: '2025-06-20' }],
    ['Đến [[30/6]], xã đã nộp báo cáo.', ['event'], { issuedOn: '2025-06-20' }],
    ['Tính đến [[30/6]], toàn xã có 40 hộ hoàn thành', ['event'], { issuedOn: '2025-06-20' }],
    [
      '[[năm học 2022-2023]], [[giai đoạn 2021-2025]], [[năm 2020]]',
      ['school-year', 'period', 'other'],
    ],
  ])('%s', (marked, kinds, facts) => {
    expect(datesIn(marked, facts).found.map((d) => d.value.kind)).toEqual(kinds)
  })
})

test("a document's own number and day are its issue wherever it names them", () => {
  const text =
    'BỘ NỘI VỤ\nSố: 15/2022/TT-BNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 26 tháng 4 năm 2022\nTHÔNG TƯ\nĐiều 1. Áp dụng Nghị định số 10/2020/NĐ-CP ngày 5/1/2020 của Chính phủ.\nPhụ lục (Kèm theo Thông tư số 15/2022/TT-BNV ngày 26/4/2022)'
  expect(findDates(pageOf(text)).map((d) => d.value.kind)).toEqual(['issue', 'citation', 'issue'])
})

test('what was completed from context says so, with its evidence', () => {
  const [day] = datesIn('Chiều 21/3, sơ kết học kỳ I năm học 2022-2023', {}).found
  expect(day).toMatchObject({
    value: { edtf: '2023-03-21', inferred: true },
    evidence: '2022-2023',
  })
  expect(datesIn('Ngày 21/3/2023').found[0]?.value.inferred).toBe(false)
})

test.each<[string, string[]]>([
  ['Nội dung\tThời hạn\nRà soát xã năm 2023\tTháng 3/2024', ['other', 'deadline']],
  ['Nội dung\tNgày họp\nRà soát\t12/3/2024', ['event']],
  ['Tên văn bản\tNgày cào\nLuật Đất đai\t2026-06-29', ['other']],
  ['Tên văn bản\tNgày ban hành\nLuật Đất đai\t18/1/2024', ['citation']],
])('the heading of a column tells the kind: %s', (text, kinds) => {
  const parsed = parsedOf(text)
  const blocks = parsed.blocks.map((b) => ({ ...b, kind: 'table-row' as const }))
  const page = makePage({ ...parsed, blocks }, lexicon)
  expect(findDates(page).map((d) => d.value.kind)).toEqual(kinds)
})

test('months and years that are counted are no dates told from publication', () => {
  const facts = { publishedAt: '2023-03-01' }
  expect(datesIn('3 tháng trước, hai năm nay và nhiều năm nay', facts).words).toEqual([])
  expect(datesIn('[[tháng trước]]', facts).words).toEqual(['tháng trước'])
})

test('a weekday beside a date is its checksum', () => {
  const confidence = (text: string) => datesIn(text).found[0]?.confidence
  expect(confidence('Thứ Ba, ngày 21/3/2023')).toBeGreaterThan(0.9)
  expect(confidence('Thứ Tư, ngày 21/3/2023')).toBeLessThan(0.7)
})

test('an article without a day of publication is later than what it tells of', () => {
  const text =
    'Ngày 16/4, UBND tỉnh cho biết.\nBáo cáo trước ngày 25/4.\nÔng A ký ngày 28/12/2020, nghỉ từ ngày 1/1/2021.'
  expect(datesIn(text).found.map((d) => d.value.edtf)).toEqual([
    '2021-04-16',
    '2021-04-25',
    '2020-12-28',
    '2021-01-01',
  ])
})

test.each<[string, number[]]>([
  ['Năm học 2022 - 2023 và năm học 2023-2024; năm học 2022-2023', [2022, 2023]],
  ['học kỳ II (2021-2022), giai đoạn 2022-2023', [2021]],
  ['giai đoạn 2021-2025, năm học 2021-2023', []],
])('schoolYearsOf(%s)', (text, years) => {
  expect(schoolYearsOf(keyOf(text))).toEqual(years)
})

test('a page with a field "Published Date" says when it was published', () => {
  const text =
    'Title: Metro\nPublished Date: Thứ sáu, 15/12/2023, 14:06 (GMT+7)\nNgày 10/12, đội bóng thắng.'
  expect(makePage(parsedOf(text), lexicon).facts.publishedAt).toBe('2023-12-15T14:06:00+07:00')
})
