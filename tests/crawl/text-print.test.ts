// What changes the print of an article, and what does not.
import { describe, expect, test } from 'vitest'
import { textPrintOf } from '../../src/crawl/text-print.ts'
import { readWebPage } from '../../src/crawl/web-page.ts'
import { words } from './support/site-words.ts'

const url = 'https://sgd.test/tin-tuc/hoi-nghi-so-ket-hoc-ky-mot-41.html'
const lead =
  'Sáng 12/01, Sở Giáo dục và Đào tạo tổ chức hội nghị sơ kết học kỳ I với sự tham dự của lãnh đạo các phòng, các trường trực thuộc trên địa bàn tỉnh.'
const body = (text: string) =>
  `<div id="news-bodyhtml"><p>${text}</p><table><tr><td>Số trường đạt chuẩn</td><td>21</td></tr></table></div>`
const article = (parts: { head?: string; main?: string; tail?: string } = {}) => `<!DOCTYPE html>
<html><head><title>Hội nghị sơ kết học kỳ I</title></head><body>
<div id="menu"><a href="/">Trang chủ</a> ${parts.head ?? 'Thứ Hai, 15/01/2024 08:00'}</div>
<h1>Hội nghị sơ kết học kỳ I</h1><p class="lead">${lead}</p>
${parts.main ?? body('Có 95% học sinh hoàn thành chương trình lớp học.')}
${parts.tail ?? '<div>Đã xem: 120</div>'}</body></html>`
const printOf = (html: string) => textPrintOf(html, readWebPage(html, url), words)

describe('is the same', () => {
  test.each<[what: string, parts: { head?: string; main?: string; tail?: string }]>([
    ['at another hour', { head: 'Thứ Ba, 16/01/2024 10:30' }],
    ['after more visits', { tail: '<div>Đã xem: 1.534</div>' }],
    ['after more votes', { tail: '<p>Đã xem: 99</p>' }],
  ])('%s', (_, parts) => {
    const before = parts.tail?.startsWith('<p') ? { tail: '<p>Đã xem: 1</p>' } : {}
    expect(printOf(article(parts))).toBe(printOf(article(before)))
  })

  test('with other news beside it', () => {
    const others = (title: string) =>
      `<div>Đã xem: 120</div><ul><li><h4><a href="/tin-tuc/${title.length}-12.html">${title}</a></h4> <em>(12/02/2024)</em></li></ul>`
    expect(
      printOf(article({ tail: others('Thông báo lịch nghỉ Tết Nguyên đán của học sinh') })),
    ).toBe(printOf(article({ tail: others('Kế hoạch kiểm tra nội bộ trường học năm 2024') })))
  })
})

describe('is another', () => {
  test.each<[what: string, html: string]>([
    [
      'with another figure',
      article({ main: body('Có 96% học sinh hoàn thành chương trình lớp học.') }),
    ],
    ['with another number in a table', article().replace('<td>21</td>', '<td>22</td>')],
    ['with another lead', article().replace('lãnh đạo các phòng', 'lãnh đạo phòng')],
    ['with another day in its lead', article().replace('Sáng 12/01', 'Sáng 13/01')],
    ['under another title', article().replaceAll('học kỳ I<', 'học kỳ II<')],
    [
      'with a file',
      article().replace(
        '<table>',
        '<p>Văn bản đính kèm: <a href="/uploads/kh-12.pdf">Kế hoạch</a></p><table>',
      ),
    ],
  ])('%s', (_, html) => {
    expect(printOf(article())).not.toBeNull()
    expect(printOf(html)).not.toBe(printOf(article()))
  })
})

test('too little to tell', () => {
  expect(printOf('<p>Một dòng ngắn.</p>')).toBeNull()
})
