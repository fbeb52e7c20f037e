import { describe, expect, test } from 'vitest'
import { readListPage } from '../../src/crawl/list-page.ts'
import { shapeOf, type UrlShape } from '../../src/crawl/url-shape.ts'
import { readWebPage } from '../../src/crawl/web-page.ts'
import { words } from './support/site-words.ts'

const read = (html: string, url = 'https://sgd.vn/tin-tuc/') =>
  readListPage(readWebPage(html, url), words)
const title = 'Sở tổ chức hội nghị sơ kết học kỳ một'
const item = (href: string, text = title) => `<div><h3><a href="${href}">${text}</a></h3></div>`

describe('articles of a list', () => {
  test.each<[what: string, html: string, found: string]>([
    [
      'NukeViet',
      item('/tin-tuc/thong-bao/so-to-chuc-hoi-nghi-41.html'),
      '/tin-tuc/thong-bao/so-to-chuc-hoi-nghi-41.html',
    ],
    [
      'NukeViet without rewriting',
      item('/index.php?language=vi&amp;nv=news&amp;op=thong-bao/so-to-chuc-41'),
      '/index.php?language=vi&nv=news&op=thong-bao/so-to-chuc-41',
    ],
    ['WordPress', item('/2023/05/so-to-chuc-hoi-nghi/'), '/2023/05/so-to-chuc-hoi-nghi/'],
    [
      'WordPress without days',
      item('/so-to-chuc-hoi-nghi-so-ket-hoc-ky/'),
      '/so-to-chuc-hoi-nghi-so-ket-hoc-ky/',
    ],
    [
      'SharePoint',
      item('/tintuc/Pages/chitiet.aspx?ItemID=1234'),
      '/tintuc/Pages/chitiet.aspx?ItemID=1234',
    ],
    [
      'Liferay',
      item('/web/guest/tin-tuc/-/asset_publisher/aB12/content/so-to-chuc'),
      '/web/guest/tin-tuc/-/asset_publisher/aB12/content/so-to-chuc',
    ],
    ['Drupal', item('/node/412'), '/node/412'],
    [
      'Joomla',
      item('/index.php/tin-tuc/412-so-to-chuc-hoi-nghi'),
      '/index.php/tin-tuc/412-so-to-chuc-hoi-nghi',
    ],
    [
      'DotNetNuke',
      item('/tin-tuc/tabid/99/newsid/412/default.aspx?id=412'),
      '/tin-tuc/tabid/99/newsid/412/default.aspx?id=412',
    ],
    [
      'a newspaper',
      item('/so-to-chuc-hoi-nghi-20230512093012345.htm'),
      '/so-to-chuc-hoi-nghi-20230512093012345.htm',
    ],
    [
      'a GUID',
      item('/chi-tiet?id=1b4e28ba-2fa1-11d2-883f-0016d3cca427'),
      '/chi-tiet?id=1b4e28ba-2fa1-11d2-883f-0016d3cca427',
    ],
    [
      'a short title with a day beside it',
      '<li><a href="/tin-tuc/hop-giao-ban-so-7.html">Họp giao ban tháng</a> (09/02/2023)</li>',
      '/tin-tuc/hop-giao-ban-so-7.html',
    ],
    [
      'a picture, a title, "Xem tiếp"',
      `<a href="/a-b-c-7.html"><img alt="${title}"></a>${item('/a-b-c-7.html?utm_source=x')}<a href="/a-b-c-7.html#x">Xem tiếp</a>`,
      '/a-b-c-7.html',
    ],
    ['an address that says nothing', item('/tin/x.html'), '/tin/x.html'],
    [
      'at a side, with a whole title',
      `<aside>${item('/tin-tuc/so-to-chuc-hoi-nghi-41.html')}</aside>`,
      '/tin-tuc/so-to-chuc-hoi-nghi-41.html',
    ],
  ])('%s', (_, html, found) => {
    expect(read(html).articles.map(({ url, title }) => [url, title.length > 10])).toEqual([
      [`https://sgd.vn${found}`, true],
    ])
  })
})

describe('no articles', () => {
  test.each<[what: string, html: string, url?: string]>([
    [
      'a section',
      '<a href="/tin-tuc/giao-duc-trung-hoc/">Giáo dục trung học phổ thông và giáo dục thường xuyên</a>',
    ],
    [
      'a page about the site',
      '<li><a href="/gioi-thieu/chuc-nang-nhiem-vu-quyen-han-cua-so-12.html">Chức năng, nhiệm vụ, quyền hạn của Sở Giáo dục</a></li>',
    ],
    [
      'a page of the list',
      '<a href="/tin-tuc/page-2/">Xem tiếp các tin cũ hơn của chuyên mục này</a>',
    ],
    ['another site', item('https://bao.vn/so-to-chuc-hoi-nghi-so-ket-41.html')],
    ['a file', item('/uploads/so-to-chuc-hoi-nghi-so-ket-41.pdf')],
    ['a picture', item('/uploads/so-to-chuc-hoi-nghi-so-ket-41.jpg')],
    ['a search', item('/tim-kiem/?q=so-to-chuc-hoi-nghi')],
    ['a print version', item('/tin-tuc/print/thong-bao/so-to-chuc-hoi-nghi-41.html')],
    ['a section by number', item('/AllPosts.aspx?CategoryId=4')],
    ['a tag', item('/tag/hoi-nghi-so-ket-hoc-ky-mot-41/')],
    [
      'a link in a sentence',
      `<p>${'Các đơn vị thực hiện theo nội dung hướng dẫn, báo cáo về Sở trước ngày quy định. '.repeat(2)}<a href="/huong-dan.html">${title}</a></p>`,
    ],
    ['menus', '<ul class="menu"><li><a href="/tin-tuc/cong-khai-12.html">Công khai</a></li></ul>'],
    [
      'the page itself',
      item('https://www.sgd.vn/tin-tuc/so-to-chuc-hoi-nghi-40.html?utm_source=x'),
      'https://sgd.vn/tin-tuc/so-to-chuc-hoi-nghi-40.html',
    ],
    [
      '"Xem chi tiết" alone',
      '<h3><a href="/tin-tuc/so-to-chuc-hoi-nghi-41.html">Xem chi tiết</a></h3>',
    ],
  ])('%s', (_, html, url) => {
    expect(read(html, url).articles).toEqual([])
  })
})

describe('where a list goes on', () => {
  test.each<[what: string, html: string, next: string | null, url?: string]>([
    [
      'NukeViet',
      '<ul class="pagination"><li><a href="javascript:void(0)">1</a></li><li><a href="/tin-tuc/page-2/">2</a></li><li><a rel="next" title="Trang sau" href="/tin-tuc/page-2/">&raquo;</a></li></ul>',
      '/tin-tuc/page-2/',
    ],
    ['the head', '<link rel="next" href="/tin-tuc/page/2/">', '/tin-tuc/page/2/'],
    [
      'a parameter',
      '<a href="?page=2">2</a> <a href="?page=3">3</a> <a href="?page=9">Cuối</a>',
      '/tin-tuc/?page=2',
    ],
    [
      '"Trang sau"',
      '<a href="?trang=5">5</a><a href="?trang=3">Trang sau</a>',
      '/tin-tuc/?trang=3',
      'https://sgd.vn/tin-tuc/?trang=2',
    ],
    [
      'the next number in the middle',
      '<a href="/tin-tuc/page-1/">1</a><a href="/tin-tuc/page-3/">3</a><a href="/tin-tuc/page-4/">4</a>',
      '/tin-tuc/page-3/',
      'https://sgd.vn/tin-tuc/page-2/',
    ],
    ['offsets', '<a href="?start=20">2</a><a href="?start=40">3</a>', '/tin-tuc/?start=20'],
    [
      'Liferay',
      '<a href="/tin-tuc/?p_p_id=101&amp;_101_INSTANCE_x_cur=2">Tiếp theo</a>',
      '/tin-tuc/?p_p_id=101&_101_INSTANCE_x_cur=2',
      'https://sgd.vn/tin-tuc/?p_p_id=101',
    ],
    [
      'the last page',
      '<a href="/tin-tuc/page-1/">1</a><a href="/tin-tuc/page-2/">2</a>',
      null,
      'https://sgd.vn/tin-tuc/page-3/',
    ],
    [
      'pages of another list',
      '<a href="/van-ban/page-2/">2</a><a rel="next" href="/tin-tuc/bai-tiep-theo-12.html">Bài tiếp theo</a>',
      null,
    ],
    ['another site', '<a rel="next" href="https://khac.vn/tin-tuc/page-2/">»</a>', null],
    ['an article by number', '<a href="/?p=2">Bài viết hai</a>', null, 'https://sgd.vn/'],
  ])('%s', (_, html, next, url) => {
    expect(read(html, url).next).toBe(next && `https://sgd.vn${next}`)
  })
})

test.each<[path: string, shape: UrlShape]>([
  ['/', 'section'],
  ['/tin-tuc/', 'section'],
  ['/giao-duc-pho-thong', 'section'],
  ['/tin-tuc/page-4/', 'section'],
  ['/chuyen-muc/giao-duc-pho-thong-va-thuong-xuyen', 'section'],
  ['/gioi-thieu.html', 'unclear'],
  ['/bai-1.html', 'unclear'],
  ['/hoi-nghi-so-ket-41.html', 'article'],
  ['/?id=4', 'article'],
])('the shape of %s: %s', (path, shape) => {
  expect(shapeOf(`https://sgd.vn${path}`)).toBe(shape)
})
