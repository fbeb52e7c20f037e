import { describe, expect, test } from 'vitest'
import { findPercentages } from '../../src/extract/percentages.ts'
import { findRatios } from '../../src/extract/ratios.ts'
import { pageOf } from '../support/page.ts'

const subjects = (text: string) => {
  const page = pageOf(text)
  return findPercentages(page, findRatios(page)).map((p) => p.value.subject)
}

/** One table for each place where the subject of a percentage stands. */
describe('subject', () => {
  test.each<[string, (string | null)[]]>([
    // a chain of predicates keeps the first subject
    [
      'Thu từ đất của huyện ước đạt 35 tỷ đồng, giảm 5,1% so với năm 2021, chiếm 18% tổng thu và bằng 3% GRDP',
      ['Thu từ đất của huyện', 'Thu từ đất của huyện', 'Thu từ đất của huyện'],
    ],
    [
      'Doanh nghiệp nhỏ và vừa chiếm 96% tổng số doanh nghiệp, đã đóng góp khoảng 26% GRDP',
      ['Doanh nghiệp nhỏ và vừa', 'Doanh nghiệp nhỏ và vừa'],
    ],
    [
      'Xuất khẩu tháng 4 đạt 85 triệu USD, tính chung 4 tháng đạt 250 triệu USD, tăng 11%',
      ['Xuất khẩu'],
    ],
    ['quy mô dân số 83,2 triệu người, tăng 1,4%', ['quy mô dân số']],
    ['Công nghiệp địa phương tiếp tục tăng khá (15,6%)', ['Công nghiệp địa phương']],
    ['Trong năm, giá gạo dự kiến được kiềm chế ở mức 7%', ['giá gạo']],
    // a noun needs no verb
    ['Chuyển tuyến 3,2% (53 ca)', ['Chuyển tuyến']],
    ['Kinh tế huyện dự báo sẽ tăng trưởng 6,5%', ['Kinh tế huyện']],
    ['Năm nay tăng trưởng 7,1% là mừng', ['tăng trưởng']],
    ['ngoài thuế khoán 16%, hộ kinh doanh không phải nộp thêm', ['thuế khoán']],
    // words that lead to it are left out
    ['Phấn đấu đạt tốc độ tăng trưởng sản lượng lúa trên 8%', ['tốc độ tăng trưởng sản lượng lúa']],
    ['Nhân viên được hưởng phụ cấp trách nhiệm bằng 30% lương', ['phụ cấp trách nhiệm']],
    [
      'Giảm chi phí trung gian để giá trị tăng thêm của ngành than tăng 10%',
      ['giá trị tăng thêm của ngành than'],
    ],
    ['Sở cho biết từ đầu năm tỷ lệ hộ dùng nước sạch mới đạt 61%', ['hộ dùng nước sạch']],
  ])('left of the verb: %s', (text, expected) => expect(subjects(text)).toEqual(expected))

  test.each<[string, (string | null)[]]>([
    [
      'Giá trị sản xuất của ngành nông, lâm, ngư nghiệp tăng 3,4%',
      ['Giá trị sản xuất của ngành nông, lâm, ngư nghiệp'],
    ],
    [
      'có 160 bản, tiểu khu đạt danh hiệu “Cộng đồng học tập”, chiếm 80%',
      ['bản, tiểu khu đạt danh hiệu “Cộng đồng học tập”'],
    ],
    ['100% xã, phường, thị trấn có đường nhựa', ['xã, phường, thị trấn']],
    ['100% các cơ quan, đơn vị và 90% hộ dân cam kết', ['cơ quan, đơn vị', 'hộ dân']],
    [
      'Kéo giảm số vụ cháy, số người chết, người bị thương từ 5-10%',
      Array(2).fill('số vụ cháy, số người chết, người bị thương'),
    ],
    ['Năm 2022, tỷ lệ chuyên cần đạt 97%', ['chuyên cần']],
    ['100% các xã, hộ nghèo còn 5%', ['xã', 'hộ nghèo']],
  ])('enumeration: %s', (text, expected) => expect(subjects(text)).toEqual(expected))

  test.each<[string, (string | null)[]]>([
    ['Có khoảng 90% cử tri của xã đánh giá cao', ['cử tri của xã']],
    ['do Nhà nước nắm giữ 100% vốn điều lệ', ['vốn điều lệ']],
    ['công ty sẽ mua lại từ 5%-10% tiền gốc trái phiếu', Array(2).fill('tiền gốc trái phiếu')],
    ['lãnh đạo huyện sẽ giảm 30% các cuộc họp', ['cuộc họp']],
    ['Trong vòng 12 tháng kể từ khi ra trường, ít nhất 80% người học có việc làm', ['người học']],
    ['trong đó khoảng 30% là thông tin mật', ['thông tin mật']],
    ['Được giảm 15% định mức giờ giảng', ['định mức giờ giảng']],
    [
      '45% việc làm ở nông thôn, khoảng 25 - 26% lực lượng lao động',
      ['việc làm ở nông thôn', 'lực lượng lao động', 'lực lượng lao động'],
    ],
    ['60% của 900 thủ tục hành chính', ['thủ tục hành chính']],
    ['giảm 4% hộ bị thu hồi đất so với năm 2003', ['hộ bị thu hồi đất']],
    ['đạt 90% hộ được cấp thẻ', ['hộ']],
    [
      'Tỉnh hỗ trợ 60% chi phí bồi thường, giải phóng mặt bằng; huyện lo phần còn lại',
      ['chi phí bồi thường, giải phóng mặt bằng'],
    ],
    ['Thu hồi tiền giảm 5% và 10% tiền thuê đất', ['tiền thuê đất', 'tiền thuê đất']],
    [
      'Kinh phí là 40 tỷ đồng; trong đó 60% dành cho máy móc, 30% dành cho phần mềm và 10% dành cho đường truyền',
      ['máy móc', 'phần mềm', 'đường truyền'],
    ],
    ['Quỹ trích 20% dành cho học bổng', ['Quỹ']],
    // no counted noun
    ['Lĩnh vực tin học chiếm khoảng 8% tính bằng giá trị', ['Lĩnh vực tin học']],
    ['kinh phí tiết kiệm 10% thực hiện cải cách tiền lương', ['kinh phí tiết kiệm']],
    ['đạt 12% hoặc hơn', [null]],
  ])('right of the figure: %s', (text, expected) => expect(subjects(text)).toEqual(expected))

  test.each<[string, (string | null)[]]>([
    ['Giá điện tăng khoảng 9,5% (kế hoạch đề ra là dưới 5%)', ['Giá điện', 'Giá điện']],
    [
      'thu ngân sách xã đạt 752 triệu đồng, giảm 63 triệu đồng (tương đương 7,8%)',
      ['thu ngân sách xã'],
    ],
    [
      'có 564 người ứng cử có trình độ trên đại học (chiếm tỷ lệ vượt trội là 65%)',
      ['người ứng cử có trình độ trên đại học'],
    ],
    ['người ứng cử trẻ tuổi, có 22 người (tương đương 26%)', ['người ứng cử trẻ tuổi']],
    ['đơn giản hóa thủ tục (100% số hồ sơ được công khai)', ['hồ sơ']],
    [
      'sản lượng tăng 5,4%, tuy có cao hơn mức tăng của năm 2012 (5%) nhưng chưa đạt mục tiêu đề ra (5,5%)',
      ['sản lượng', 'mức tăng của năm 2012', 'sản lượng'],
    ],
    [
      'Tỷ lệ trẻ thấp còi từ 20,5% trở xuống (chỉ tiêu chung là <=21,8%)',
      ['trẻ thấp còi', 'trẻ thấp còi'],
    ],
    ['mặt hàng thiết yếu như xăng dầu (tăng 27%), thép (tăng 30%)', ['xăng dầu', 'thép']],
    ['Sinh mổ: 258 (51,5%)', ['Sinh mổ']],
    ['giá gạo tăng 4%, thấp hơn mục tiêu đề ra (mục tiêu 5 năm là 6%)', ['giá gạo', 'giá gạo']],
  ])('bracket: %s', (text, expected) => expect(subjects(text)).toEqual(expected))

  test.each<[string, (string | null)[]]>([
    [
      'hàng qua chế biến chiếm 44,2% giá trị xuất khẩu, năm 2001: 46,7%; năm 2002: 50,4%',
      Array(3).fill('hàng qua chế biến'),
    ],
    ['thuế suất từ 21% đến dưới 25%', Array(2).fill('thuế suất')],
    [
      '35% cán bộ hội giỏi, 45% khá, 20% trung bình',
      ['cán bộ hội giỏi', 'cán bộ hội khá', 'cán bộ hội trung bình'],
    ],
    [
      '46% là do vận chuyển lợn và 19% là do dùng thức ăn thừa',
      ['vận chuyển lợn', 'dùng thức ăn thừa'],
    ],
    ['B = mức tải trung bình; 60% < B <= 70% → X = 5', Array(2).fill('mức tải trung bình')],
    [
      'Trường cũng có tỷ lệ sinh viên khá và giỏi lần lượt là 15% và 44%',
      ['sinh viên khá', 'giỏi'],
    ],
    [
      'tỷ lệ tán thành và không tán thành tương ứng là 53% và 39%',
      ['tán thành', 'không tán thành'],
    ],
    [
      'Tỷ lệ thu gom rác đạt 20%. Tỷ lệ này mới đạt 12% ở nông thôn',
      ['thu gom rác', 'thu gom rác'],
    ],
    ['Số hộ tăng khoảng 36% về số lượng và 29% về số vốn đăng ký', ['hộ', 'số vốn đăng ký']],
  ])('inherited or shared: %s', (text, expected) => expect(subjects(text)).toEqual(expected))
})

/** Null is right where the text does not tell it plainly; a clause cut in the middle is always wrong. */
describe('the last look at a subject', () => {
  test.each<[string, (string | null)[]]>([
    // words around the noun are left out
    ['Các bệnh có tỷ lệ cao nhất là bệnh về mắt (16%)', ['bệnh về mắt']],
    ['Gia đình hai con là chủ yếu (50%)', ['Gia đình hai con']],
    ['Tỷ lệ tốt nghiệp thấp nhất là Trung tâm Sông Xanh với tỷ lệ 50%', ['tốt nghiệp']],
    ['tiếp tục rà soát các hồ sơ chưa hoàn thành (khoảng 16%)', ['hồ sơ chưa hoàn thành']],
    ['Nếu loại trừ yếu tố tăng giá khoảng 9%', ['yếu tố tăng giá']],
    ['Mức bội chi đã được Hội đồng quyết định từ 4% lên 5%', ['Mức bội chi', 'Mức bội chi']],
    ['mỗi ngày chậm nộp phải bị phạt 0,1%', ['mỗi ngày chậm nộp']],
    ['Lãi suất nhận vốn với mục tiêu 8%', ['Lãi suất nhận vốn']],
    // a list is kept together
    ['Trích 20% trong tổng quỹ thi đua, khen thưởng', ['quỹ thi đua, khen thưởng']],
    [
      '100% nhân lực ở trung ương và địa phương được đào tạo',
      ['nhân lực ở trung ương và địa phương'],
    ],
    [
      'bảo đảm tự chủ được 70% năng lực thẩm định, đánh giá, thanh tra, kiểm tra, giám sát dự án và 100% đối với dự án mới',
      Array(2).fill('năng lực thẩm định, đánh giá, thanh tra, kiểm tra, giám sát dự án'),
    ],
    [
      'hỗ trợ 80% giá thị trường đối với lợn con, lợn thịt',
      ['giá thị trường đối với lợn con, lợn thịt'],
    ],
    ['100% số trẻ em ở lứa tuổi 3 - 5 được đi học', ['trẻ em ở lứa tuổi 3 - 5']],
    [
      'tỷ lệ người dân dùng dịch vụ mức độ 3, 4 tại cơ quan, đơn vị đạt 99%',
      ['người dân dùng dịch vụ mức độ 3, 4 tại cơ quan, đơn vị'],
    ],
    [
      'số hoá 100% hồ sơ học sinh, giáo viên và kết nối với Cơ sở dữ liệu',
      ['hồ sơ học sinh, giáo viên'],
    ],
    [
      '148/148 xã đã bố trí công chức tại Phòng Văn hóa - Xã hội, đạt 100%',
      ['xã đã bố trí công chức tại Phòng Văn hóa - Xã hội'],
    ],
    // a ratio with a unit alone behind it is of what the number before it counts
    ['Số tin báo đã giải quyết 106/126 tin, đạt 84%', ['tin báo đã giải quyết']],
    ['Tổng số hộ nghèo được vay vốn: 120/150 hộ, đạt 80%', ['hộ nghèo được vay vốn']],
    ['Theo Quyết định số 15 của UBND tỉnh có 12/15 xã, đạt 80%', ['xã']],
    ['Một số trường đã kiên cố 12/15 trường, đạt 80%', ['trường']],
    ['Toàn tỉnh có 106/126 tin, đạt 84%', [null]],
    // those who left are counted as such; those who take part are not
    [
      'thêm khoảng 5% số học sinh tốt nghiệp THCS bỏ học, nên …',
      ['học sinh tốt nghiệp THCS bỏ học'],
    ],
    ['Có 12% học sinh lớp 9 nghỉ học vì mưa lũ', ['học sinh lớp 9 nghỉ học']],
    ['70% số người dân tham gia', ['người dân']],
    [
      'hơn 80% chợ, siêu thị, trung tâm thương mại được hướng dẫn',
      ['chợ, siêu thị, trung tâm thương mại'],
    ],
    ['80% cơ sở sản xuất, kinh doanh đạt chuẩn', ['cơ sở sản xuất, kinh doanh']],
    ['Công ty Sông Xanh ghi nhận doanh thu đạt 18 tỷ đồng, tăng 5%', ['doanh thu']],
    ['Dự kiến tăng trưởng 18% trong năm tới', ['tăng trưởng']],
    // the noun behind the figure, not who does it
    ['Trong năm, đơn vị đạt 100% văn bản được triển khai đúng hạn', ['văn bản']],
    ['Được Hội đồng bỏ phiếu kín đạt từ 90% phiếu đồng ý trở lên', ['phiếu đồng ý']],
    ['ông Bình được 93% thành viên bầu làm chủ tịch', ['thành viên']],
    [
      'mở lớp cho gần 1.000 học viên với 100% là người dân tộc thiểu số',
      ['người dân tộc thiểu số'],
    ],
    [
      'chuyển nhượng vốn trong doanh nghiệp liên doanh, doanh nghiệp 100% vốn nước ngoài',
      ['vốn nước ngoài'],
    ],
    ['cho kết quả 60% hài lòng và 30% tạm hài lòng', ['hài lòng', 'tạm hài lòng']],
    ['Có thể hiểu mức 3,7% là mức lạm phát cơ bản', ['mức lạm phát cơ bản']],
    ['Hoàn thành 100% kế hoạch đã ban hành', ['kế hoạch đã ban hành']],
    ['Trường bảo đảm các điều kiện đối với ít nhất 30% môn học', ['môn học']],
    ['Các bộ đã rà soát cắt giảm các điều kiện kinh doanh được hơn 60%', ['điều kiện kinh doanh']],
    // whom a pronoun points to
    ['cả tỉnh có 217 làng nghề, khoảng 30% số này là làng nghề cũ', ['làng nghề']],
    [
      'chỉ có 30% là đối tượng tham gia mới, 70% còn lại là những người tham gia cũ.',
      ['đối tượng tham gia mới', 'người tham gia cũ'],
    ],
    // no noun phrase
    ['Họ chủ yếu sống ở thành thị (62%)', [null]],
    ['Vì chúng chiếm hơn 50% số sách', [null]],
    ['Sở Xây dựng đã giải mã bản vẽ của nhà máy giống 100%', [null]],
    ['quán triệt nội dung cho đội ngũ (100%)', [null]],
    ['N = x 100%', [null]],
    ['Thu nhập ấn định = 98.000 USD x 10%', [null]],
    ['đạt63,2 triệuđồng/người/năm, bằng 97%', [null]],
    ['hang &roc giim 50%', [null]],
  ])('%s', (text, expected) => expect(subjects(text)).toEqual(expected))

  test.each<[string, (string | null)[]]>([
    [
      'nhịp độ tăng trưởng GDP bình quân 4 năm 2001 - 2004 khoảng 7,2% (năm 2003 tăng 7,3%; kế hoạch 5 năm là 8%)',
      [
        'nhịp độ tăng trưởng GDP bình quân 4 năm 2001 - 2004',
        'nhịp độ tăng trưởng GDP',
        'nhịp độ tăng trưởng GDP',
      ],
    ],
    [
      'tỷ lệ hộ nghèo đến năm 2004 còn 8,3% (kế hoạch đến năm 2005 là 10%)',
      ['hộ nghèo đến năm 2004', 'hộ nghèo'],
    ],
    ['Tỷ lệ hộ nghèo giảm 2%/năm, các huyện miền núi thì khoảng 4%', ['hộ nghèo', 'hộ nghèo']],
    [
      'Ngành tin học ở Mỹ chiếm 8%. Ở châu Âu, tỷ lệ này là 5%',
      ['Ngành tin học ở Mỹ', 'Ngành tin học'],
    ],
    [
      'nhịp độ tăng trưởng kinh tế đã giảm. Năm 2001 chỉ tăng 6,8%',
      ['nhịp độ tăng trưởng kinh tế'],
    ],
    [
      'trong đó tăng do yếu tố giá khoảng 9% và tăng do yếu tố lượng khoảng 10%',
      ['tăng do yếu tố giá', 'tăng do yếu tố lượng'],
    ],
    ['Phấn đấu mức giảm tỷ lệ sinh 0,04%', ['mức giảm tỷ lệ sinh']],
    [
      'Mức phổ biến nhất mà người bệnh lựa chọn là 200.000 đồng, chiếm 65%',
      ['Mức phổ biến nhất mà người bệnh lựa chọn'],
    ],
    [
      'số nữ đại biểu luôn đạt tỷ lệ cao: khóa X là 26%; khóa XI là 27% và khóa XII là 25%',
      Array(3).fill('nữ đại biểu'),
    ],
    [
      'cơ sở dịch vụ trong 2 năm đầu mới thành lập: không quá 7%; các năm sau: không quá 5%',
      ['cơ sở dịch vụ trong 2 năm đầu mới thành lập', 'cơ sở dịch vụ'],
    ],
    [
      'Tỷ lệ hộ có điện đến cuối năm 2004 là 58% (kế hoạch đến cuối 2005 là 62%)',
      ['hộ có điện đến cuối năm 2004', 'hộ có điện'],
    ],
    [
      'Tăng trưởng của huyện với mục tiêu 8% thì ở khoảng giữa, không tiệm cận được lên tới 8%',
      Array(2).fill('Tăng trưởng của huyện'),
    ],
    [
      'Tỷ lệ hộ có nhà kiên cố, với mức quy định đạt từ70% trở lên (chỉ tiêu chung là 80%)',
      ['hộ có nhà kiên cố'],
    ],
    ['Tỷ lệ hộ nghèo được xác định là 2 hoặc 3%', ['hộ nghèo']],
    ['Nếu so sánh 9 trường tư với 87 trường công thì chỉ chiếm 3% số lớp', ['trường tư']],
    ['Cùng với việc giảm nhanh số hộ nghèo từ 26% xuống còn 12%', Array(2).fill('hộ nghèo')],
    // levels of schooling with the head of the first
    [
      'Tuyển mới trung học tăng 8%, đại học, cao đẳng tăng 7%',
      ['Tuyển mới trung học', 'Tuyển mới đại học, cao đẳng'],
    ],
    [
      'tỷ lệ học sinh nhà trẻ dân lập khoảng 77%, mẫu giáo 58%; trung học phổ thông 32%',
      [
        'học sinh nhà trẻ dân lập',
        'học sinh mẫu giáo dân lập',
        'học sinh trung học phổ thông dân lập',
      ],
    ],
    ['Mầm non đạt 90%, tiểu học đạt 95%', ['Mầm non', 'tiểu học']],
    [
      'Mục tiêu tăng trưởng GRDP là 8,4% nhưng đến nay chỉ ước đạt 8,2%',
      ['Mục tiêu tăng trưởng GRDP', 'tăng trưởng GRDP'],
    ],
    [
      'Giảm tỷ lệ hộ đói nghèo còn dưới 7% (trong năm 2005 dự kiến giảm được 2% tỷ lệ hộ nghèo)',
      ['hộ đói nghèo', 'hộ nghèo'],
    ],
    ['Lớp 4: tính từ chỉ giới đường, phố có tên đến 300 m giảm 30% so với lớp 1', ['Lớp 4']],
  ])('borrowed by another period, place or part: %s', (text, expected) =>
    expect(subjects(text)).toEqual(expected),
  )

  test.each<[string, (string | null)[]]>([
    ['Khoa Luật\n179\n128\n71,51%', ['Khoa Luật']],
    ['Khoa Luật\n179\n128\n80%', [null]],
    ['xe khách,\nlàm thẻ sinh viên, 8,7% 2,4% 7,1%', [null, null, null]],
    ['thực hành, thực tập,\nthí nghiệm từ 55% thời lượng', ['thực hành, thực tập, thí nghiệm']],
    [
      'Mức thuế thu nhập được hoàn lại như sau:\n- 75% nếu đầu tư vào dự án mới\n- 50% nếu đầu tư vào dự án cũ',
      Array(2).fill('Mức thuế thu nhập được hoàn lại'),
    ],
  ])('in the lines above: %s', (text, expected) => expect(subjects(text)).toEqual(expected))
})
