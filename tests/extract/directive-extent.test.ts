import { expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return findDirectives(page).map((d) => page.text.slice(d.start, d.end))
}
const above = `Phòng Giáo dục huyện triển khai kế hoạch năm học
III. NHIỆM VỤ VÀ GIẢI PHÁP
`

test.each<[string, string, string[]]>([
  [
    'over the end of a page inside its sentence',
    '1. Tập trung huy động nguồn lực xã hội hoá từ sự đóng góp của các tổ chức, doanh nghiệp, các cá nhân và nhiều nhà hảo tâm ở trong tỉnh cũng như các nhà tài trợ khác 6\nngoài tỉnh để có kinh phí thực hiện kế hoạch.\n2. Tổ chức sơ kết hằng năm theo quy định.',
    [
      'Tập trung huy động nguồn lực xã hội hoá từ sự đóng góp của các tổ chức, doanh nghiệp, các cá nhân và nhiều nhà hảo tâm ở trong tỉnh cũng như các nhà tài trợ khác 6\nngoài tỉnh để có kinh phí thực hiện kế hoạch.',
      'Tổ chức sơ kết hằng năm theo quy định.',
    ],
  ],
  [
    'to its stop, before a paragraph of its own',
    '1. Tập trung huy động nguồn lực xã hội hoá từ sự đóng góp của các tổ chức, doanh nghiệp, các cá nhân và nhiều nhà hảo tâm ở trong tỉnh cũng như các nhà tài trợ ngoài tỉnh.\nđây là ghi chú của người đánh máy.\n2. Tổ chức sơ kết hằng năm theo quy định.',
    [
      'Tập trung huy động nguồn lực xã hội hoá từ sự đóng góp của các tổ chức, doanh nghiệp, các cá nhân và nhiều nhà hảo tâm ở trong tỉnh cũng như các nhà tài trợ ngoài tỉnh.',
      'Tổ chức sơ kết hằng năm theo quy định.',
    ],
  ],
])('an item reaches %s', (_, text, expected) => expect(read(above + text)).toEqual(expected))

const list = `Xã Mường Lạn giao nhiệm vụ cuối năm
20/10/2025

Chủ tịch UBND xã Lò Văn Sáu yêu cầu:
`

test.each<[string, string, string[]]>([
  [
    'before one who orders on behalf of others',
    '+ Công an xã tăng cường tuần tra biên giới\nThay mặt Đảng ủy, đ/c Lường Văn Hiên yêu cầu các phòng phải trả lời dân trước ngày 31/10.',
    ['Công an xã tăng cường tuần tra biên giới', 'các phòng phải trả lời dân trước ngày 31/10.'],
  ],
  [
    'before the words over the next list',
    '+ Công an xã tăng cường tuần tra biên giới\nPhát biểu tại hội nghị, Bí thư Đảng ủy Trần Văn Năm yêu cầu:\n+ Trạm Y tế tổ chức tiêm phòng',
    ['Công an xã tăng cường tuần tra biên giới', 'Trạm Y tế tổ chức tiêm phòng'],
  ],
  [
    'before somebody who asks',
    '1. Rà soát hộ nghèo ở các bản\nÔng Lường Văn Dóm (bản Pu Hao) đề nghị xã sớm bố trí đất tái định cư.',
    ['Rà soát hộ nghèo ở các bản', 'xã sớm bố trí đất tái định cư.'],
  ],
  [
    'over what it is about',
    '2. Tăng cường công tác tuyên truyền\nCác ban, ngành tổ chức nói chuyện với nhân dân về phòng dịch.',
    [
      'Tăng cường công tác tuyên truyền\nCác ban, ngành tổ chức nói chuyện với nhân dân về phòng dịch.',
    ],
  ],
  [
    'over who asks for what it only names',
    '1. Công tác thu ngân sách\nChi cục Thuế đề nghị các hộ kinh doanh nộp thuế đúng hạn.',
    ['Công tác thu ngân sách\nChi cục Thuế đề nghị các hộ kinh doanh nộp thuế đúng hạn.'],
  ],
])('an item without a stop reaches %s', (_, text, expected) =>
  expect(read(list + text)).toEqual(expected),
)
