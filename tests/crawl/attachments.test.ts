import { describe, expect, test } from 'vitest'
import { linksOfArticle } from '../../src/crawl/attachments.ts'
import { readWebPage } from '../../src/crawl/web-page.ts'
import { words } from './support/site-words.ts'

const read = (html: string) =>
  linksOfArticle(readWebPage(html, 'https://sgd.vn/tin-tuc/thong-bao-41.html'), words).map(
    ({ url, text, format, place, by }) =>
      `${url.replace('https://sgd.vn', '')} "${text}" ${format}${place === 'around' ? ' around' : ''}${by === 'frame' ? ' frame' : ''}`,
  )

describe('files of an article', () => {
  test.each<[what: string, html: string, found: string[]]>([
    [
      'by their names',
      'pdf doc docx xls xlsx ppt pptx odt rtf zip rar'
        .split(' ')
        .map((end) => `<a href="/u/a.${end}">Tệp</a>`)
        .join(' '),
      'pdf doc docx xls xlsx ppt pptx odt rtf zip rar'
        .split(' ')
        .map((end) => `/u/a.${end} "Tệp" ${end}`),
    ],
    [
      'in capitals, with a query',
      '<a href="/u/KE%20HOACH.PDF?v=2">Kế hoạch</a>',
      ['/u/KE%20HOACH.PDF?v=2 "Kế hoạch" pdf'],
    ],
    [
      'NukeViet',
      '<a href="/tin-tuc/thong-bao-41.html?download=1&amp;id=0" title="Tập tin kh-12.pdf" download>Tập tin: <strong>kh-12.pdf</strong></a>',
      ['/tin-tuc/thong-bao-41.html?download=1&id=0 "Tập tin: kh-12.pdf" unknown'],
    ],
    [
      'NukeViet without rewriting',
      '<a href="/index.php?nv=download&amp;op=down&amp;id=7">Kế hoạch</a>',
      ['/index.php?nv=download&op=down&id=7 "Kế hoạch" unknown'],
    ],
    [
      'NukeViet’s module of files',
      '<a href="/download/down/?id=7">Kế hoạch</a>',
      ['/download/down/?id=7 "Kế hoạch" unknown'],
    ],
    [
      'Liferay',
      '<a href="/documents/20181/0/kh.docx/1a2b-3c">Tải về</a>',
      ['/documents/20181/0/kh.docx/1a2b-3c "Tải về" docx'],
    ],
    [
      'Domino',
      '<a href="/2979FB/$file/QD%2037.doc">QĐ 37</a>',
      ['/2979FB/$file/QD%2037.doc "QĐ 37" doc'],
    ],
    [
      'a file named in a parameter',
      '<a href="/getfile.ashx?name=kh.xlsx">x</a>',
      ['/getfile.ashx?name=kh.xlsx "x" xlsx'],
    ],
    [
      'a number behind a word for files',
      '<a href="/taive/4711">Kế hoạch</a> <a href="/attachments/12">Phụ lục</a>',
      ['/taive/4711 "Kế hoạch" unknown', '/attachments/12 "Phụ lục" unknown'],
    ],
    [
      'what says that it is a file',
      '<p><a href="/vb/4711">Tải về (1,2 MB)</a></p><p>File đính kèm: <a href="/vb/4712">Biểu mẫu số 2</a></p>',
      ['/vb/4711 "Tải về (1,2 MB)" unknown', '/vb/4712 "Biểu mẫu số 2" unknown'],
    ],
    [
      'shown in a frame',
      '<iframe src="/u/Bao%20cao.pdf"></iframe><embed src="/u/b.pdf"><object data="/u/c.pdf"></object>',
      [
        '/u/Bao%20cao.pdf "Bao cao.pdf" pdf frame',
        '/u/b.pdf "b.pdf" pdf frame',
        '/u/c.pdf "c.pdf" pdf frame',
      ],
    ],
    [
      'shown by a viewer',
      '<iframe src="https://docs.google.com/gview?url=https%3A%2F%2Fsgd.vn%2Fu%2Fa.docx&amp;embedded=true"></iframe><iframe src="/js/pdf/viewer.html?file=/u/b.pdf"></iframe>',
      ['/u/a.docx "a.docx" docx frame', '/u/b.pdf "b.pdf" pdf frame'],
    ],
    [
      'of another host',
      '<a href="https://sonha.gov.vn/a.pdf">Toàn văn</a>',
      ['https://sonha.gov.vn/a.pdf "Toàn văn" pdf'],
    ],
    [
      'once, by its name',
      '<a href="/u/a.pdf">Tải về</a> <a href="/u/a.pdf?utm_source=x">Kế hoạch số 12/KH-SGDĐT</a>',
      ['/u/a.pdf "Kế hoạch số 12/KH-SGDĐT" pdf'],
    ],
    [
      'in the article rather than at the side',
      '<aside><a href="/u/a.pdf">Văn bản mới</a><a href="/u/b.pdf">Khác</a></aside><p><a href="/u/a.pdf">Kế hoạch</a></p>',
      ['/u/a.pdf "Kế hoạch" pdf', '/u/b.pdf "Khác" pdf around'],
    ],
  ])('%s', (_, html, found) => {
    expect(read(html)).toEqual(found)
  })
})

describe('no files', () => {
  test.each<[what: string, html: string]>([
    ['pages', '<a href="/tin-tuc/bai-12.html">Bài</a><a href="/van-ban/">Văn bản</a>'],
    [
      'a page about files',
      '<a href="/download/">Tải về</a><a href="/download/Van-ban/">Văn bản</a><a href="/download/Van-ban/ke-hoach-7.html">Kế hoạch</a>',
    ],
    ['a page that is called so', '<a href="/tin-tuc/huong-dan.html">Tải về</a>'],
    [
      'pictures and films',
      '<a href="/u/a.jpg" download>Ảnh</a><a href="/u/a.mp4">Tải về</a><a href="/u/a.png">Tải về</a>',
    ],
    ['a film in a frame', '<iframe src="https://www.youtube.com/embed/abc"></iframe>'],
    [
      'a link to share',
      '<a href="https://www.facebook.com/sharer.php?u=https://sgd.vn/tin-tuc/thong-bao-41.html">Chia sẻ</a>',
    ],
    [
      'an article that is led by a word for files',
      '<p>Tải về: <a href="/tin-tuc/huong-dan-su-dung-phan-mem-12">Hướng dẫn</a></p>',
    ],
    [
      'words in the middle of a title',
      '<a href="/hd-tai-ve">Hướng dẫn tải về biểu mẫu đăng ký dự thi của thí sinh</a>',
    ],
  ])('%s', (_, html) => {
    expect(read(html)).toEqual([])
  })
})
