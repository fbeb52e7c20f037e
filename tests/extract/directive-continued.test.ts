import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf, unmarked } from '../support/page.ts'

const above = `Hội nghị phòng, chống dịch bệnh của tỉnh
Sáng 5/9, tại thành phố, UBND tỉnh tổ chức hội nghị về phòng, chống dịch bệnh năm nay.
`
/** An order, and what stands behind it. */
const order = 'Phó Chủ tịch UBND tỉnh Lê Văn Tám yêu cầu các huyện tạm dừng lễ hội.'

const read = (text: string) => {
  const page = makePage(parsedOf(above + text), lexicon)
  return findDirectives(page).map((d) => ({
    text: page.text.slice(d.start, d.end),
    kind: d.value.kind,
    issuer: d.value.issuer?.text ?? null,
    assignees: d.value.assignees,
  }))
}

describe('an order goes on', () => {
  test.each<[string, string]>([
    ['in a case', '[[Trường hợp phải tổ chức, cần bảo đảm an toàn.]]'],
    [
      'in a case that no comma parts',
      '[[Nếu phát hiện ca nghi nhiễm thì phải báo cáo ngay ngành y tế.]]',
    ],
    ['in a case, firmly', '[[Nếu bệnh lan rộng, kiên quyết đóng cửa các chợ.]]'],
    ['in a case, for a body', '[[Khi có vướng mắc, các đơn vị kịp thời báo cáo UBND tỉnh.]]'],
    ['for places of a list', '[[Đối với chợ, siêu thị, bến xe, tăng cường khử khuẩn hằng ngày.]]'],
    [
      'for offices that are given something to do',
      '[[Bộ trưởng Quốc phòng, Công an, Xây dựng được giao huy động chuyên gia, chỉ đạo lực lượng hỗ trợ địa phương.]]',
    ],
    [
      'for bodies that are given something to do',
      '[[Sở Y tế được giao chủ trì, phối hợp với các huyện tiêm phòng.]] [[Công an tỉnh được phân công nhiệm vụ rà soát người đến từ vùng dịch.]]',
    ],
    [
      'for the other places',
      '[[Còn đối với chợ, siêu thị, bến xe, tăng cường khử khuẩn hằng ngày.]]',
    ],
    ['for the other schools', '[[Còn đối với trường nghề, định kỳ hằng tháng kiểm tra bếp ăn.]]'],
    ['for a force', '[[Lực lượng biên phòng tăng cường tuần tra đường mòn.]]'],
    ['for a ministry', '[[Bộ Nông nghiệp chủ động cung ứng vắc xin cho các tỉnh.]]'],
    ['for who takes charge', '[[Bộ Chỉ huy quân sự tỉnh chủ trì quản lý các khu cách ly.]]'],
    ['for a level', '[[Cấp xã phải thành lập tổ tự quản.]]'],
    ['for local authorities', '[[Chính quyền cơ sở phải nắm chắc người đến địa bàn.]]'],
    ['for enterprises', '[[Doanh nghiệp có trách nhiệm bố trí chỗ ăn nghỉ cho công nhân.]]'],
    [
      'for a body with a verb in its name',
      '[[Uỷ ban quốc gia ứng phó sự cố và tìm kiếm cứu nạn phải theo dõi mực nước.]]',
    ],
    ['for a body that is to do it well', '[[UBND các xã tổ chức chặt chẽ việc trực đê.]]'],
    [
      'in the words of one who is named again',
      'Phó Chủ tịch UBND tỉnh Lê Văn Tám nhấn mạnh, [[Sở Xây dựng cần khẩn trương lập quy hoạch.]]',
    ],
    ['as advice', '[[Khuyến cáo người dân hạn chế ra khỏi nhà.]]'],
    [
      'right behind, by any work',
      '[[Sở Y tế phối hợp các xã tiêm phòng.]] [[Thanh tra tỉnh kiểm tra việc thực hiện.]]',
    ],
    [
      'right behind, by any order to ministries',
      '[[Bộ Tài chính rút ngắn thời gian kiểm soát chi.]] [[Bộ Xây dựng, các địa phương công bố kịp thời chỉ số giá; Bộ Công Thương hướng dẫn thủ tục.]]',
    ],
    [
      'over a sentence between',
      'Dịch bệnh diễn biến phức tạp ở nhiều nơi. [[Thực hiện nghiêm việc đeo khẩu trang.]]',
    ],
    [
      'in the next paragraph',
      'Bệnh còn lây lan ở vài nơi.\n[[Lực lượng công an tăng cường kiểm tra các chốt.]]',
    ],
    [
      'over a paragraph on how things stand',
      '\nTình hình còn phức tạp ở vùng biên.\n[[Tăng cường kiểm tra các chợ.]]',
    ],
    [
      'where those who are told ask others',
      '\n[[Lực lượng công an tăng cường rà soát và yêu cầu người đến địa bàn phải khai báo.]]',
    ],
  ])('%s', (_, marked) => {
    const { text, spans } = unmarked(marked)
    expect(
      read(`${order} ${text}`)
        .slice(1)
        .map((d) => d.text),
    ).toEqual(spans)
    expect(read(`${order} ${text}`).every((d) => d.issuer === 'Lê Văn Tám')).toBe(true)
  })

  test.each([
    ['in what an inspection found', 'Khi kiểm tra, rà soát, đoàn phát hiện nhiều cơ sở vi phạm.'],
    ['in what will come', 'Nếu không có vắc xin, nhiều người sẽ mắc bệnh.'],
    [
      'in what others do somewhere',
      'Đối với thành phố, nhiều lực lượng chốt chặt trên các tuyến đường, thường xuyên tuần tra.',
    ],
    ['in what was given before', 'Sở Y tế đã được giao chủ trì việc này từ đầu năm.'],
    [
      'of those who are told by what they were given',
      'Các đơn vị được giao thực hiện dự án gặp khó khăn về vốn.',
    ],
    ['of staff who have charge of something', 'Cán bộ được giao quản lý hồ sơ gồm ba người.'],
    ['of what is given', 'Công an huyện được giao đất xây trụ sở mới.'],
    [
      'in what a body was given, in another paragraph',
      '\nSở Y tế được giao chủ trì tổ chức tiêm phòng.',
    ],
    ['in what will be hard elsewhere', 'Còn đối với các chợ, kiểm tra sẽ khó hơn.'],
    [
      'in what others do elsewhere',
      'Còn đối với thành phố, nhiều lực lượng chốt chặt trên các tuyến đường, thường xuyên tuần tra.',
    ],
    ['in what will be hard', 'Đối với các trạm ở vùng biên, kiểm tra sẽ khó hơn.'],
    ['in what a body agrees on', 'Ban Thường vụ nhất trí về việc phải tìm cách tháo gỡ.'],
    ['in what was done', 'Lực lượng công an tăng cường đã bắt giữ hai người.'],
    ['in a meeting led', '\nChủ tịch Quốc hội chủ trì và phát biểu bế mạc phiên họp.'],
    ['in a meeting held', 'Bộ Y tế tổ chức hội nghị trực tuyến.'],
    ['in what a ministry makes known', 'Bộ Y tế công bố 5 ca mắc mới trong ngày.'],
    ['in what a ministry does by itself', 'Bộ Tài chính trình Quốc hội dự toán.'],
    ['in what a ministry was told before', '\nBộ Tài chính rút ngắn thời gian kiểm soát chi.'],
    ['in what a body does, in another paragraph', '\nSở Y tế kiểm tra hai bếp ăn trong tháng này.'],
    ['in what somebody is', 'Lực lượng công an là nòng cốt của các chốt, phải vất vả ngày đêm.'],
    ['in what students do', 'Thí sinh thực hiện nghiêm túc việc đeo khẩu trang.'],
    ['after what was done', 'Hai chốt đã được lập ở cửa ngõ.\nTăng cường kiểm tra các chợ.'],
    [
      'after what somebody says',
      'Ông Sáu cho biết bệnh đang lây lan.\nTăng cường kiểm tra các chợ.',
    ],
  ])('not %s', (_, text) =>
    expect(read(`${order} ${text}`).map((d) => d.text)).toEqual(['các huyện tạm dừng lễ hội.']),
  )

  test('not from what a draft asks for', () =>
    expect(
      read(
        'Tại dự thảo, Bộ Giáo dục và Đào tạo yêu cầu các trường công khai học phí.\nCơ sở giáo dục có trách nhiệm giải trình mức thu.',
      ),
    ).toHaveLength(1))
})

describe('whom "giao" charges', () => {
  const issuer = 'Phó Chủ tịch UBND tỉnh Lê Văn Tám giao'
  test.each<[string, string[]]>([
    [
      'cơ quan chuyên môn chủ trì, phối hợp với các địa phương rà soát hồ sơ.',
      ['cơ quan chuyên môn', 'các địa phương'],
    ],
    [
      'cơ quan thường trực Ban Chỉ đạo phát triển kinh tế tập thể tỉnh thành lập Tổ biên tập báo cáo.',
      ['cơ quan thường trực Ban Chỉ đạo phát triển kinh tế tập thể tỉnh'],
    ],
    ['lực lượng công an chủ động nắm tình hình.', ['lực lượng công an']],
    ['chủ đầu tư đẩy nhanh tiến độ, hoàn thành trước ngày 30/9.', ['chủ đầu tư']],
    ['người đứng đầu các thôn chịu trách nhiệm về phòng cháy.', ['người đứng đầu các thôn']],
    ['nhà trường xây dựng kế hoạch ôn tập cho học sinh.', ['nhà trường']],
    ['tổ công tác liên ngành kiểm tra các chợ trong tháng.', ['tổ công tác liên ngành']],
    ['Hà Tiên và Phú Quốc chủ trì xây dựng đề án du lịch.', ['Hà Tiên', 'Phú Quốc']],
  ])('%s', (text, assignees) =>
    expect(read(`${issuer} ${text}`)).toEqual([
      { text, kind: 'task', issuer: 'Lê Văn Tám', assignees },
    ]),
  )

  test.each([
    'UBND tỉnh giao kế hoạch thực hiện chuyển đổi số cho các sở trong tháng 12.',
    'Nhà nước giao đất cho hộ gia đình sử dụng ổn định lâu dài.',
    'Hội nghị giao ban, sơ kết, triển khai nghị quyết của các đơn vị.',
    'Phòng Nội vụ huyện mở lớp về công tác tôn giao cơ sở năm 2017 cho 190 cán bộ thực hiện.',
  ])('nobody: %s', (text) => expect(read(text)).toEqual([]))

  test('keeps its verb at the head of a sentence', () =>
    expect(read('Giao Hạt Kiểm lâm chủ trì tuần tra rừng.').map((d) => d.text)).toEqual([
      'Giao Hạt Kiểm lâm chủ trì tuần tra rừng.',
    ]))
})

describe('whom other orders charge', () => {
  test.each<[string, string[]]>([
    ['Bộ trưởng Lê Văn Tám chỉ đạo [[Cục Thú y kiểm tra các trại lợn.]]', ['Cục Thú y']],
    ['Bộ trưởng Lê Văn Tám lưu ý, [[Cục Thú y cần khẩn trương lập chốt.]]', ['Cục Thú y']],
  ])('%s', (marked, assignees) => {
    const { text, spans } = unmarked(marked)
    expect(read(text)).toEqual([{ text: spans[0], kind: 'task', issuer: 'Lê Văn Tám', assignees }])
  })

  test.each([
    'Bộ trưởng Lê Văn Tám nhấn mạnh, Cục Thú y nhất trí về việc phải tìm cách tháo gỡ khó khăn.',
    'Chỉ đạo Hội Khuyến học huyện đẩy mạnh phối hợp với các đơn vị.',
  ])('nobody: %s', (text) => expect(read(text)).toEqual([]))
})

describe('who speaks', () => {
  test.each<[string, string, string | null]>([
    [
      'whose conclusions a paper gives',
      'Văn phòng UBND tỉnh có thông báo kết luận của Phó Chủ tịch UBND tỉnh Lê Thị Sáu tại cuộc họp về rừng.\nGiao Hạt Kiểm lâm chủ trì tuần tra rừng.',
      'Lê Thị Sáu',
    ],
    [
      'nobody of a conclusion that is only cited',
      'Hội thảo nhắc đến kết luận của Ban Bí thư về rừng.\nGiao Hạt Kiểm lâm chủ trì tuần tra rừng.',
      null,
    ],
    [
      'the only one who holds the title',
      'Phó Thủ tướng Chính phủ Lê Văn Bảy kiểm tra đê.\nPhó Thủ tướng giao Bộ Nông nghiệp rà soát các hồ chứa.',
      'Lê Văn Bảy',
    ],
    [
      'the title, where two hold it',
      'Phó Thủ tướng Lê Văn Bảy và Phó Thủ tướng Trần Văn Chín kiểm tra đê.\nPhó Thủ tướng giao Bộ Nông nghiệp rà soát các hồ chứa.',
      'Phó Thủ tướng',
    ],
    [
      'not one who held it once',
      'Nguyên Phó Thủ tướng Lê Văn Bảy kiểm tra đê.\nPhó Thủ tướng giao Bộ Nông nghiệp rà soát các hồ chứa.',
      'Phó Thủ tướng',
    ],
  ])('%s', (_, text, issuer) => expect(read(text).map((d) => d.issuer)).toEqual([issuer]))
})

describe('what a body is to do by itself, in a time to come', () => {
  test.each<[string, string, string]>([
    [
      'is a plan',
      'Trong 6 tháng cuối năm 2030, ngành Y tế tiếp tục thực hiện các nội dung: [[Đẩy mạnh tiêm chủng]]; [[củng cố mạng lưới cơ sở]]; [[phối hợp kiểm tra bếp ăn.]]',
      'plan',
    ],
    [
      'is a task where somebody asks for it',
      'Thời gian tới, Chủ tịch UBND huyện yêu cầu ngành giáo dục tiếp tục thực hiện các nhiệm vụ: [[rà soát mạng lưới trường lớp]]; [[bổ sung thiết bị]]; [[tổ chức tốt kỳ thi.]]',
      'task',
    ],
  ])('%s', (_, marked, kind) => {
    const { text, spans } = unmarked(marked)
    expect(read(text).map((d) => [d.text, d.kind])).toEqual(spans.map((s) => [s, kind]))
  })
})
