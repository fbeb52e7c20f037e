// Pages that come with status 200, and what they are. The site's own pages are judged in discovery.test.ts.
import { describe, expect, test } from 'vitest'
import { judgePage, type PageKind } from '../../src/crawl/judge-page.ts'
import { readWebPage } from '../../src/crawl/web-page.ts'
import { articlePage } from '../support/site/markup/article-page.ts'
import { frontPage, listPage } from '../support/site/markup/list-pages.ts'
import {
  loginPage,
  maintenancePage,
  notFoundPage,
  searchPage,
  softNotFoundPage,
} from '../support/site/markup/other-pages.ts'
import { createShelf } from '../support/site/shelf.ts'
import { words } from './support/site-words.ts'

const origin = 'https://sgd.vn'
const kindOf = (html: string, path = '/tin-tuc/bai-41.html') =>
  judgePage(readWebPage(html, origin + path), words).kind
const sentence = (n: number) =>
  `Nội dung thứ ${n} của buổi làm việc được các đại biểu trao đổi kỹ, thống nhất cách thực hiện và thời hạn hoàn thành. `
const body = Array.from({ length: 5 }, (_, i) => `<p>${sentence(i + 1)}</p>`).join('')
const headline = (i: number) => `Trường số ${i} tổ chức ngày hội đọc sách cho học sinh toàn trường`
const menu =
  '<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin/">Tin tức</a></li><li><a href="/users/login/">Đăng nhập</a></li></ul><form><input type="password"></form></nav>'
const page = (title: string, content: string) =>
  `<html><head><title>${title}</title></head><body>${menu}${content}<footer>Sở Giáo dục và Đào tạo</footer></body></html>`

describe('articles', () => {
  test.each<[what: string, html: string, path?: string]>([
    ['text under a title', page('Hội nghị giao ban', `<h1>Hội nghị giao ban</h1>${body}`)],
    [
      'without any heading',
      page('Tin', `<table><tr><td><span>Hội nghị</span>${body}</td></tr></table>`),
    ],
    [
      'with other news under it',
      page(
        'Hội nghị',
        `<h1>Hội nghị</h1>${body}${body}<ul>${[1, 2, 3, 4, 5, 6].map((i) => `<li><a href="/tin-tuc/ngay-hoi-doc-sach-${i}.html">${headline(i)}</a> (0${i}/02/2023)</li>`).join('')}</ul>`,
      ),
    ],
    [
      'hardly more than a file',
      page(
        'Thông báo nghỉ lễ Quốc khánh của cơ quan',
        '<h1>Thông báo nghỉ lễ Quốc khánh của cơ quan</h1><p>Xem văn bản kèm theo.</p><a href="/u/tb.pdf">Tải về</a>',
      ),
    ],
    [
      'a file in a frame',
      page(
        'Thông báo số 12/TB-SGDĐT về việc nghỉ lễ',
        '<h2>Thông báo số 12/TB-SGDĐT</h2><iframe src="/u/tb.pdf"></iframe>',
      ),
      '/tin-tuc/thong-bao-so-12-ve-viec-nghi-le-7.html',
    ],
    [
      'pictures only',
      page(
        'Hình ảnh lễ khai giảng năm học mới tại Trường Nà Pán',
        `<h1>Hình ảnh lễ khai giảng năm học mới tại Trường Nà Pán</h1>${'<img src="a.jpg">'.repeat(6)}`,
      ),
    ],
    [
      'that speaks of maintenance',
      page(
        'Bảo trì đường dây điện, một số trường tạm nghỉ học',
        `<h1>Bảo trì đường dây điện, một số trường tạm nghỉ học</h1>${body}`,
      ),
    ],
    [
      'that is called as notices are',
      page('Bảo trì hệ thống', `<h1>Bảo trì hệ thống</h1>${body}${body}`),
    ],
    [
      'that tells how to log in',
      page(
        'Hướng dẫn đăng nhập hệ thống thi trực tuyến',
        `<h1>Hướng dẫn đăng nhập hệ thống thi trực tuyến</h1>${body}${body}`,
      ),
    ],
    [
      'that speaks of an error',
      page(
        'Khắc phục lỗi 404 trên trang của các trường',
        `<h1>Khắc phục lỗi 404 trên trang của các trường</h1>${body}${body}`,
      ),
    ],
    [
      'with a search in it',
      page(
        'Kết quả tìm kiếm cứu nạn tại Mường Toong',
        `<h1>Kết quả tìm kiếm cứu nạn tại Mường Toong</h1>${body}`,
      ),
    ],
    [
      'a NukeViet article of one paragraph',
      articlePage(origin, createShelf(), createShelf().byId(24) as never),
    ],
  ])('%s', (_, html, path) => {
    expect(kindOf(html, path)).toBe('article')
  })

  test('every article of the site', () => {
    const shelf = createShelf()
    const judged = shelf
      .articles()
      .map((article) => kindOf(articlePage(origin, shelf, article), article.path))
    expect(judged).toEqual(shelf.articles().map(() => 'article'))
  })
})

describe('everything else', () => {
  const shelf = createShelf()
  const titles = [1, 2, 3, 4, 5, 6, 7].map(
    (i) => `<h3><a href="/tin-tuc/ngay-hoi-doc-sach-${i}.html">${headline(i)}</a></h3>`,
  )
  test.each<[what: string, kind: PageKind, html: string, path?: string]>([
    ['the first page', 'list', frontPage(origin, shelf), '/'],
    [
      'a section',
      'list',
      listPage(origin, shelf, 'thong-bao', 2) ?? '',
      '/tin-tuc/thong-bao/page-2/',
    ],
    ['titles alone', 'list', page('Tin tức', titles.join('')), '/tin-tuc/'],
    [
      'titles with a line each',
      'list',
      page(
        'Tin tức',
        titles
          .map((title, i) => `${title}<span>0${i + 1}/03/2023</span><p>${sentence(i)}</p>`)
          .join(''),
      ),
      '/tin-tuc/',
    ],
    ['results of a search', 'list', searchPage(origin, shelf, 'thi'), '/seek/?q=thi'],
    [
      'results of a search with much text',
      'list',
      page('Tìm kiếm', `${body}${body}`),
      '/tim-kiem/?q=thi',
    ],
    [
      'a list of files',
      'list',
      page(
        'Văn bản',
        [1, 2, 3, 4]
          .map((i) => `<tr><td><a href="/u/${i}.pdf">${i}/QĐ-SGDĐT</a></td></tr>`)
          .join(''),
      ),
      '/van-ban/',
    ],
    ['NukeViet: not there', 'error', notFoundPage()],
    [
      'not there, among the site’s menus and news',
      'error',
      softNotFoundPage(origin, '/x.html', shelf),
    ],
    [
      'not there, in the title',
      'error',
      page('Sở GDĐT | Không tìm thấy trang bạn yêu cầu', '<p>Mời bạn về trang chủ.</p>'),
    ],
    [
      'not there, in the text',
      'error',
      page(
        'Sở Giáo dục',
        '<div>Trang bạn yêu cầu không tồn tại. Bấm vào đây để về trang chủ.</div>',
      ),
    ],
    [
      'not there, in English',
      'error',
      page(
        '404 Not Found',
        '<h1>Not Found</h1><p>The requested URL was not found on this server.</p>',
      ),
    ],
    [
      'a fault of the server',
      'error',
      "<html><head><title>Runtime Error</title></head><body><h1>Server Error in '/' Application.</h1></body></html>",
    ],
    [
      'a fault of the database',
      'error',
      '<html><body><h1>Error establishing a database connection</h1></body></html>',
    ],
    [
      'not for everybody',
      'error',
      page('Thông báo', '<div class="alert">Bạn không có quyền truy cập vào nội dung này.</div>'),
    ],
    [
      'a wall against programs',
      'error',
      '<html><head><title>Just a moment...</title></head><body></body></html>',
    ],
    ['the login of the site', 'login', loginPage(origin)],
    [
      'the login of SharePoint',
      'login',
      '<html><head><title>Đăng nhập</title></head><body><form>Tên <input name="u"> Mật khẩu <input type="password"></form></body></html>',
    ],
    [
      'please log in',
      'login',
      page(
        'Văn bản nội bộ',
        '<p>Bạn cần đăng nhập để xem nội dung này.</p><form><input type="password"></form>',
      ),
    ],
    ['NukeViet: closed', 'maintenance', maintenancePage()],
    [
      'maintenance',
      'maintenance',
      page('Thông báo', '<h1>Hệ thống đang bảo trì</h1><p>Mời quý vị quay lại sau 17 giờ.</p>'),
    ],
    [
      'maintenance, in English',
      'maintenance',
      '<html><head><title>Site is under maintenance</title></head><body>We will be back soon.</body></html>',
    ],
    ['nothing', 'other', ''],
    ['a contact', 'other', page('Liên hệ', '<p>Số 12 đường Hoàng Cầm</p>'), '/lien-he/'],
  ])('%s: %s', (_, kind, html, path) => {
    expect(kindOf(html, path)).toBe(kind)
  })

  test('the reason is told', () => {
    expect(judgePage(readWebPage(notFoundPage(), `${origin}/x.html`), words).reason).toBe(
      'The page is called "Lỗi truy cập 404".',
    )
  })
})
