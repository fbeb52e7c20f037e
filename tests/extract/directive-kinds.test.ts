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
      'what is asked of those above',
      'Sở Nội vụ đề nghị Bộ Nội vụ sớm ban hành hướng dẫn.',
      ['petition'],
    ],
    [
      'tasks that somebody orders',
      'Chủ tịch Hội yêu cầu các chi hội thực hiện nhiệm vụ sau: Củng cố tổ chức; nâng cao chất lượng hội viên.',
      ['task', 'task'],
    ],
  ])('%s', (_, text, expected) => expect(read(text).map((d) => d.kind)).toEqual(expected))

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
