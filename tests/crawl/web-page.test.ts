import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/crawl/decode-text.ts'
import { readWebPage } from '../../src/crawl/web-page.ts'
import { encodeAs } from '../support/encode-legacy.ts'

const url = 'https://sgd.vn/tin-tuc/'
const read = (html: string) => readWebPage(html, url)
const links = (html: string) =>
  read(html).links.map(
    ({ url, text, around, heading, sentence }) =>
      `${url.replace('https://sgd.vn', '')} "${text}"${around ? ' around' : ''}${heading ? ' heading' : ''}${sentence ? ' sentence' : ''}`,
  )

describe('links', () => {
  test.each<[what: string, html: string, found: string[]]>([
    ['text and white space', '<a href="/a">\n Hội  <b>nghị</b>\n</a>', ['/a "Hội nghị"']],
    [
      'references in text and address',
      '<a href="/a?x=1&amp;y=2">T&agrave;i li&#7879;u &amp; m&#x1EAB;u</a>',
      ['/a?x=1&y=2 "Tài liệu & mẫu"'],
    ],
    ['without quotes, in capitals', "<A HREF=/a TITLE='Bài'>x</A>", ['/a "x"']],
    [
      'the title where there is no text',
      '<a href="/a" title="Bài một"><em class="fa"></em></a>',
      ['/a "Bài một"'],
    ],
    [
      'the picture where there is no title',
      '<a href="/a"><img src="x.jpg" alt="Bài hai"></a>',
      ['/a "Bài hai"'],
    ],
    [
      'in a heading',
      '<h3><a href="/a">Bài</a></h3><a href="/b"><h4>Bài</h4></a><p><a href="/c">Bài</a></p>',
      ['/a "Bài" heading', '/b "Bài" heading', '/c "Bài"'],
    ],
    [
      'in menus and feet',
      '<nav><a href="/a">A</a></nav><div id="footer"><a href="/b">B</a></div><ul class="nav navbar-nav"><li><a href="/c">C</a></ul><p><a href="/d">D</a>',
      ['/a "A" around', '/b "B" around', '/c "C" around', '/d "D"'],
    ],
    [
      'in a menu of elements that nobody ended',
      `<nav>${'<font>'.repeat(100)}<a href="/a">A</a></nav><a href="/b">B</a>`,
      ['/a "A" around', '/b "B"'],
    ],
    [
      'in a sentence',
      `<p>${'Các trường thực hiện theo hướng dẫn tại văn bản sau đây của Sở, '.repeat(2)}<a href="/a">xem ở đây</a>.</p>`,
      ['/a "xem ở đây" sentence'],
    ],
    ['a base', '<base href="/goc/"><a href="a">A</a>', ['/goc/a "A"']],
    ['one that nobody ended', '<p><a href="/a">A<p><a href="/b">B</a>', ['/a "A"', '/b "B"']],
    ['a map', '<map><area href="/a" title="Bản đồ"></map>', ['/a "Bản đồ"']],
    [
      'none',
      '<a name="x">X</a><a href="#top">Đầu trang</a><a href="javascript:void(0)">In</a><script>"<a href=/b>"</script><!-- <a href="/c">C</a> -->',
      [],
    ],
  ])('%s', (_, html, found) => {
    expect(links(html)).toEqual(found)
  })
})

test('what the head says', () => {
  const page = read(
    '<title> Hội nghị\n - Sở </title><meta name="Generator" content="NukeViet v4.5"><meta property="og:title" content="Hội nghị"><link rel="canonical" href="/a"><link rel="alternate" type="application/rss+xml" title="Tin" href="/rss/"><link rel="next" href="?page=2"><script type="application/ld+json">{"@type":"NewsArticle"}</script><input type=password>',
  )
  expect(page).toMatchObject({
    title: 'Hội nghị - Sở',
    canonical: 'https://sgd.vn/a',
    next: 'https://sgd.vn/tin-tuc/?page=2',
    alternates: [{ url: 'https://sgd.vn/rss/', type: 'application/rss+xml', title: 'Tin' }],
    asksPassword: true,
  })
  expect(page.metas.get('generator')).toBe('NukeViet v4.5')
  expect([...page.dataTypes]).toEqual(['NewsArticle'])
})

test('classes that mean the whole page are not believed', () => {
  const text =
    'Sở Giáo dục và Đào tạo tổ chức hội nghị sơ kết học kỳ I năm học 2023-2024 cho toàn ngành. '
  const page = read(
    `<body><div class="wrapper menu"><h1>Hội nghị sơ kết</h1>${`<p>${text}</p>`.repeat(8)}</div></body>`,
  )
  expect(page.text.prose).toBeGreaterThan(500)
  expect(page.headings).toEqual([{ level: 1, text: 'Hội nghị sơ kết' }])
})

test('pages made to harm take no time', () => {
  const startedAt = performance.now()
  for (const part of [
    '<div>',
    '<a href=x>',
    '</div>',
    '<p',
    '<!--',
    '<b><i></b>',
    '<a href="',
    '&amp;',
    '<h1>',
    '<title>',
    '<script>',
    "<a b='",
    '<![CDATA[',
    '<p><table>',
    '< ',
    '<a =',
    '<!DOCTYPE ',
  ])
    read(part.repeat(Math.floor(2_000_000 / part.length)))
  read('<b>'.repeat(3000) + '</i>'.repeat(1_000_000))
  expect(performance.now() - startedAt).toBeLessThan(12_000)
})

describe('characters, by what is trusted most', () => {
  const text = 'Hội nghị sơ kết học kỳ một của các trường trung học phổ thông trong tỉnh Sơn Hạ'
  const old = Buffer.from(encodeAs('cp1258', text), 'latin1')
  test.each<[what: string, bytes: Buffer, header: string | null, chosenBy: string]>([
    [
      'a mark before the header',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
      'iso-8859-1',
      'byte-order-mark',
    ],
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      'utf-8',
      'byte-order-mark',
    ],
    ['valid UTF-8 before a header that lies', Buffer.from(text), 'windows-1258', 'valid-utf-8'],
    [
      'valid UTF-8 before a meta that lies',
      Buffer.from(`${text}<meta charset="windows-1252">`),
      null,
      'valid-utf-8',
    ],
    [
      'the header before the meta',
      Buffer.concat([old, Buffer.from('<meta charset="iso-8859-1">')]),
      'windows-1258',
      'header',
    ],
    [
      'the meta',
      Buffer.concat([old, Buffer.from('<meta charset=windows-1258>')]),
      null,
      'declaration',
    ],
    [
      'a guess where the meta lies',
      Buffer.concat([old, Buffer.from('<meta charset=utf-8>')]),
      'utf-8',
      'guess',
    ],
    ['a guess where a name is unknown', old, 'x-vietnam', 'guess'],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from(text), Buffer.from([0xff])]),
      null,
      'guess',
    ],
  ])('%s', (_, bytes, header, chosenBy) => {
    const decoded = decodeText(bytes, header)
    expect(decoded.chosenBy).toBe(chosenBy)
    expect(decoded.text.normalize('NFC')).toContain(text)
  })
})
