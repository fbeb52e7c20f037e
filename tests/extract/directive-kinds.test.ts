import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(`Tin hoạt động\nSáng 5/9, Hội tổ chức đại hội.\n${text}`), lexicon)
  return findDirectives(page).map((d) => ({
    kind: d.value.kind,
    issuer: d.value.issuer?.text ?? null,
    text: page.text.slice(d.start, d.end),
  }))
}

describe('kinds', () => {
  test.each<[string, string, string[]]>([
    [
      'what a body sets its own term',
      'Đại hội xác định nhiệm kỳ mới sẽ tập trung vào những nhiệm vụ như: Tiếp tục củng cố tổ chức; nâng cao chất lượng hội viên.',
      ['plan', 'plan'],
    ],
    [
      'its directions, and what carries them on',
      'Hội Luật gia huyện đưa ra phương hướng, nhiệm vụ khoá II với tiêu chí phấn đấu như: Xây dựng kế hoạch tuyên truyền hằng năm.\nTiếp tục phổ biến luật đất đai.\nPhấn đấu kết nạp 30 hội viên.\nThực hiện tốt chế độ báo cáo định kỳ.',
      ['plan', 'plan', 'objective', 'plan'],
    ],
    [
      'words among members of one body',
      'Đề nghị các đồng chí Bộ Chính trị, Ban Bí thư thống nhất tinh thần này và chỉ đạo các cấp.',
      ['task'],
    ],
    [
      'what somebody means to ask',
      'Bộ Xây dựng sẽ đề nghị các địa phương kiểm tra, rà soát lại số liệu.',
      ['plan'],
    ],
    [
      'what people ask who hold no office, and live somewhere',
      'Ông Lường Văn Dóm (bản Pu Hao) đề nghị xã sớm bố trí đất tái định cư.\nBà Cụt Thị Tâm, thôn 5, đề nghị huyện sửa chữa đường nước.',
      ['petition', 'petition'],
    ],
    [
      'what one orders who holds an office',
      'Ông Lê Văn Tư, Chủ tịch UBND huyện đề nghị xã sớm bố trí đất tái định cư.',
      ['task'],
    ],
    [
      'what the centre is asked for, by its name alone',
      'Chủ tịch UBND tỉnh Nguyễn Văn Sơn kiến nghị Trung ương sớm phân cấp thẩm quyền cho địa phương.',
      ['petition'],
    ],
    [
      'what a body orders in the words over a list',
      'Chủ tịch UBND tỉnh yêu cầu:\n1. Tăng cường công tác tuyên truyền.',
      ['task'],
    ],
    [
      'what a body is itself to do of the requests of others',
      'Sở Y tế có trách nhiệm thực hiện các yêu cầu sau:\n1. Tăng cường công tác tuyên truyền.',
      ['plan'],
    ],
    [
      'what is asked of those above',
      'Sở Nội vụ đề nghị Bộ Nội vụ sớm ban hành hướng dẫn.',
      ['petition'],
    ],
    [
      'tasks that somebody orders',
      'Chủ tịch Hội yêu cầu các chi hội thực hiện nhiệm vụ sau: Củng cố tổ chức; nâng cao chất lượng hội viên.',
      ['task', 'task'],
    ],
    [
      'what a government asks an assembly and the front, and what it then orders its own',
      'Thủ tướng Chính phủ đề nghị Quốc hội, Hội đồng nhân dân các cấp tăng cường giám sát việc mua sắm công.\nĐồng thời, rà soát quy trình đấu thầu tại các bộ, ngành.\nThủ tướng Chính phủ đề nghị Mặt trận Tổ quốc Việt Nam tăng cường vận động nhân dân tiết kiệm.',
      ['petition', 'task', 'petition'],
    ],
    [
      'what a department asks the front of a district',
      'Sở Y tế đề nghị Mặt trận Tổ quốc huyện tăng cường tuyên truyền phòng dịch.',
      ['task'],
    ],
    [
      'what a body is told to submit to an assembly',
      'Chính phủ yêu cầu Ủy ban nhân dân các tỉnh thực hiện các nhiệm vụ sau:\n1. Trình Hội đồng nhân dân cấp tỉnh quyết định mức hỗ trợ học phí.',
      ['task'],
    ],
    [
      'an order that the news tell of',
      'Trước tình hình này, Sở Y tế đã yêu cầu các trạm y tế tăng cường giám sát dịch.',
      ['task'],
    ],
  ])('%s', (_, text, expected) => expect(read(text).map((d) => d.kind)).toEqual(expected))

  const kindsUnder = (heading: string, lines: string) => {
    const text = `SỞ DU LỊCH TỈNH LÀO CAI
Số: 12/KH-SDL
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 16 tháng 9 năm 2024
${heading}
${lines}`
    return findDirectives(makePage(parsedOf(text), lexicon)).map((d) => d.value.kind)
  }

  test.each<[string, string, string[]]>([
    [
      'the issuer itself: its plan',
      '1. Tập huấn nghiệp vụ buồng phòng\nTổ chức hai lớp tập huấn cho hội viên.\nĐơn vị chủ trì: Sở Du lịch tỉnh Lào Cai.\nĐơn vị phối hợp: Hiệp hội Du lịch tỉnh.',
      ['plan'],
    ],
    [
      'somebody else: a task',
      '1. Tập huấn nghiệp vụ buồng phòng\nTổ chức hai lớp tập huấn cho hội viên.\nĐơn vị chủ trì: Trung tâm Xúc tiến du lịch.\nĐơn vị phối hợp: Sở Du lịch tỉnh Lào Cai.',
      ['task'],
    ],
  ])('work of %s', (_, lines, expected) => {
    const heading = 'KẾ HOẠCH\nPhát triển du lịch năm 2025\nII. NHIỆM VỤ, GIẢI PHÁP'
    expect(kindsUnder(heading, lines)).toEqual(expected)
  })

  test.each<[string, string, string[]]>([
    [
      'aims and directions: work is a plan, a level to reach an objective',
      '5. Mục tiêu, định hướng phát triển dịch vụ\nPhấn đấu đạt tốc độ tăng trưởng 8%. Đẩy mạnh quảng bá các điểm đến của tỉnh.\nĐảm bảo tốc độ tăng số phòng lưu trú từ 9 - 10%/năm. Mở rộng các tuyến bay nội địa.',
      ['objective', 'plan', 'objective', 'plan'],
    ],
    [
      'aims alone: objectives',
      '5. Mục tiêu\nĐẩy mạnh quảng bá các điểm đến của tỉnh.',
      ['objective'],
    ],
  ])('in a report under %s', (_, lines, expected) => {
    const heading = 'BÁO CÁO\nTình hình du lịch năm 2024\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025'
    expect(kindsUnder(heading, lines)).toEqual(expected)
  })

  test('who will do something says so', () => {
    const text =
      'Cử tri tỉnh đề nghị cấp có thẩm quyền sửa đổi Luật Sĩ quan. Trên cơ sở kết quả tổng kết, Bộ Quốc phòng sẽ xem xét, đề xuất việc sửa đổi.'
    expect(read(text).map((d) => [d.kind, d.issuer])).toEqual([
      ['petition', 'Cử tri tỉnh'],
      ['plan', 'Bộ Quốc phòng'],
    ])
  })

  test('a petition keeps what "do" says of those it is for', () => {
    const text =
      'Cử tri tỉnh đề nghị sửa đổi, bổ sung quy định về phụ cấp hằng quý theo hướng sĩ quan được đào tạo nhưng do biên chế có hạn nên chưa bổ nhiệm được hưởng phụ cấp, vì mức hiện hành thấp.'
    expect(read(text).map((d) => d.text)).toEqual([
      'đề nghị sửa đổi, bổ sung quy định về phụ cấp hằng quý theo hướng sĩ quan được đào tạo nhưng do biên chế có hạn nên chưa bổ nhiệm được hưởng phụ cấp',
    ])
  })
})
