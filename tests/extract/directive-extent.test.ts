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
