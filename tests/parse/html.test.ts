import { describe, expect, it } from 'vitest'
import { BadDocumentError } from '../../src/errors.ts'
import type { ParsedDocument } from '../../src/model.ts'
import { html } from '../../src/parse/html.ts'
import { defaultLimits } from '../../src/parse/parser.ts'

/** Characters up to 255 as bytes. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))
const read = (page: string | Uint8Array, charset?: string) =>
  html.parse({
    bytes: typeof page === 'string' ? new TextEncoder().encode(page) : page,
    name: 'trang.html',
    charset,
    limits: defaultLimits,
    progress() {},
  })
const shown = (document: ParsedDocument) =>
  document.blocks.map(
    (b) =>
      `${b.kind}: ${document.text.slice(b.start, b.end).replace(/\t/g, ' | ').replace(/\n/g, ' / ')}`,
  )
const long = (n: number) =>
  `Toàn ngành tiếp tục thực hiện nhiệm vụ thứ ${n}, nâng cao chất lượng dạy và học ở các trường phổ thông trên địa bàn tỉnh, bảo đảm tiến độ đã đề ra.`
const article = (inner: string) => `<html><body><div class="bodytext">${inner}</div></body></html>`
const bodyOf = async (inner: string) =>
  shown(await read(article(`<p>${long(1)}</p><p>${long(2)}</p>${inner}`))).slice(2)

const nukeViet = `<!doctype html><html><head><title>Hội nghị sơ kết học kỳ I - Sở Giáo dục và Đào tạo</title>
<meta property="og:site_name" content="Sở Giáo dục và Đào tạo"><link rel="canonical" href="https://so.edu.vn/hoi-nghi.html">
<style>p { color: red }</style></head><body>
<div id="header"><div class="logo"><h1>Sở Giáo dục và Đào tạo</h1></div><nav><ul><li><a href="/">Trang chủ</a></li></ul></nav><span class="clock">Thứ tư - 01/03/2023 08:00</span></div>
<ol class="breadcrumb"><li><a href="/tin">Tin tức</a></li></ol>
<div class="news_column"><h1 class="title">Hội nghị sơ kết học kỳ I</h1>
<div><span class="h5">Thứ năm - 09/02/2023 20:01</span></div>
<div class="hometext">Chiều 9/2, Sở tổ chức hội nghị sơ kết học kỳ I năm học 2022-2023 tại thành phố.</div>
<div id="news-bodyhtml" class="bodytext"><p>${long(1)}</p><script>document.write('x')</script>
<table class="image"><tr><td><img src="a.jpg" width="500" alt="không phải chữ"></td></tr><tr><td>Quang cảnh hội nghị</td></tr></table>
<p>${long(2)}</p><p style="display:none">Ẩn</p></div>
<p class="author"><strong>Tác giả:</strong> Thanh Tuyền</p><p class="source">Nguồn tin: Báo Điện Biên</p>
<div class="newsrating">Tổng số điểm của bài viết là: 5 trong 1 đánh giá</div>
<div class="comments">Ý kiến bạn đọc</div>
<ul class="other-news"><li><a href="/1">Những tin mới hơn: khai giảng</a></li></ul></div>
<footer>Bản quyền thuộc Sở</footer></body></html>`

describe('html reads', () => {
  it('a NukeViet page: title, date, lead, body, caption, byline, and nothing else', async () => {
    const document = await read(nukeViet)
    expect(shown(document)).toEqual([
      'heading: Hội nghị sơ kết học kỳ I',
      'paragraph: Thứ năm - 09/02/2023 20:01',
      'paragraph: Chiều 9/2, Sở tổ chức hội nghị sơ kết học kỳ I năm học 2022-2023 tại thành phố.',
      `paragraph: ${long(1)}`,
      'caption: Quang cảnh hội nghị',
      `paragraph: ${long(2)}`,
      'paragraph: Tác giả: Thanh Tuyền',
      'paragraph: Nguồn tin: Báo Điện Biên',
    ])
    expect(document.metadata).toEqual({
      title: 'Hội nghị sơ kết học kỳ I',
      publishedAt: '2023-02-09T20:01:00+07:00',
      siteName: 'Sở Giáo dục và Đào tạo',
      canonicalUrl: 'https://so.edu.vn/hoi-nghi.html',
      charset: 'utf-8',
      charsetBy: 'valid-utf-8',
    })
  })

  it('leaves out what stands above the title and what is said to programs', async () => {
    const document = await read(
      `<html><head><title>Hội nghị sơ kết học kỳ I</title></head><body>
<header><span class="site_name">Sở Giáo dục</span><span class="site_description">Trang thông tin điện tử ngành giáo dục của tỉnh</span></header>
<div><h1>Hội nghị sơ kết học kỳ I</h1><span class="hidden" itemprop="datePublished">2023-02-09T20:01:00+07:00</span>
<span class="h5">Thứ năm - 09/02/2023 20:01</span><div class="hometext">Chiều 9/2, Sở tổ chức hội nghị sơ kết học kỳ I năm học 2022-2023.</div>
<div class="bodytext"><p>${long(1)}</p><p>${long(2)}</p></div></div></body></html>`,
    )
    expect(shown(document)).toEqual([
      'heading: Hội nghị sơ kết học kỳ I',
      'paragraph: Thứ năm - 09/02/2023 20:01',
      'paragraph: Chiều 9/2, Sở tổ chức hội nghị sơ kết học kỳ I năm học 2022-2023.',
      `paragraph: ${long(1)}`,
      `paragraph: ${long(2)}`,
    ])
    expect(document.metadata.publishedAt).toBe('2023-02-09T20:01:00+07:00')
  })

  it.each([
    [
      'numbered lists from their start, by type, nested',
      '<ol start="3"><li>Một</li><li value="7">Hai<ol type="a"><li>Con</li></ol></li><li>Ba</li></ol><ul><li>Chấm</li></ul>',
      [
        'list-item: 3. Một',
        'list-item: 7. Hai',
        'list-item: a. Con',
        'list-item: 8. Ba',
        'list-item: Chấm',
      ],
    ],
    [
      'the numbers of styles, of reversed lists and of counters; none where none are shown',
      '<ol style="list-style-type: upper-roman" start="4"><li>Một</li></ol><ol reversed><li>Hai</li><li>Ba</li></ol><ol style="counter-reset: list-item 6"><li>Bốn</li></ol><ol style="list-style: none"><li>Năm</li></ol><ol type="i"><li>Sáu</li></ol>',
      [
        'list-item: IV. Một',
        'list-item: 2. Hai',
        'list-item: 1. Ba',
        'list-item: 7. Bốn',
        'list-item: Năm',
        'list-item: i. Sáu',
      ],
    ],
    [
      'a number that is written once, not twice',
      '<ol><li>1. Một</li><li>- Hai</li></ol>',
      ['list-item: 1. Một', 'list-item: - Hai'],
    ],
    [
      'tables by row',
      '<table><tr><th>TT</th><th>Đơn vị</th></tr><tr><td>1</td><td><p>Sở Y tế</p></td></tr></table>',
      ['table-row: TT | Đơn vị', 'table-row: 1 | Sở Y tế'],
    ],
    [
      'tables that only arrange the page as their content',
      `<table><tr><td><p>${long(3)}</p><p>Hết.</p></td></tr></table>`,
      [`paragraph: ${long(3)}`, 'paragraph: Hết.'],
    ],
    [
      'the head of an official document by column',
      '<table><tr><td>UBND TỈNH<br>SỞ NỘI VỤ</td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập</td></tr><tr><td>Số: 1/BC</td><td>Lai Châu, ngày 05 tháng 01 năm 2023</td></tr></table>',
      [
        'paragraph: UBND TỈNH',
        'paragraph: SỞ NỘI VỤ',
        'paragraph: Số: 1/BC',
        'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'paragraph: Độc lập',
        'paragraph: Lai Châu, ngày 05 tháng 01 năm 2023',
      ],
    ],
    [
      'the head of an official document by <br>',
      '<p>UBND TỈNH<br>SƠN HẠ<br>Số: 12/KH-UBND<br>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</p><p>KẾ HOẠCH<br>Công tác năm học</p><p>BÁO CÁO TUẦN<br>Về công tác tuyển sinh</p>',
      [
        'paragraph: UBND TỈNH / SƠN HẠ',
        'paragraph: Số: 12/KH-UBND',
        'paragraph: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'paragraph: Độc lập - Tự do - Hạnh phúc',
        'paragraph: KẾ HOẠCH',
        'paragraph: Công tác năm học',
        'paragraph: BÁO CÁO TUẦN',
        'paragraph: Về công tác tuyển sinh',
      ],
    ],
    [
      '<br> inside a sentence as a line break',
      '<p>Thái<br>Nguyên</p>',
      ['paragraph: Thái / Nguyên'],
    ],
    [
      '<br> between sentences and items as new blocks',
      '<div>Một câu.<br>Hai câu:<br>- Mục<br>1. Số</div>',
      ['paragraph: Một câu.', 'paragraph: Hai câu:', 'paragraph: - Mục', 'paragraph: 1. Số'],
    ],
    [
      'captions of every kind',
      '<figure><img src="a.jpg"><figcaption>A phát biểu.</figcaption></figure><p><img src="b.jpg"><em>B trao quà.</em></p><p><img src="c.jpg"></p><p>C kết luận. Ảnh: T.L.</p>',
      ['caption: A phát biểu.', 'caption: B trao quà.', 'caption: C kết luận. Ảnh: T.L.'],
    ],
    ['headings with their level', '<h3>Kết quả</h3>', ['heading: Kết quả']],
    [
      'entities once',
      '<p>GD&amp;ĐT &amp;amp; &lt;b&gt; 5&nbsp;%</p>',
      ['paragraph: GD&ĐT &amp; <b> 5\u00A0%'],
    ],
    [
      'words across inline elements whole',
      '<p><b>Ủ</b><b>y ban</b> nhân <i>dân</i></p>',
      ['paragraph: Ủy ban nhân dân'],
    ],
    [
      'pages without end tags',
      '<p>Một<p>Hai<table><tr><td>a<td>b<tr><td>c<td>d</table>',
      ['paragraph: Một', 'paragraph: Hai', 'table-row: a | b', 'table-row: c | d'],
    ],
  ])('%s', async (_, inner, expected) => {
    expect(await bodyOf(inner)).toEqual(expected)
  })

  it('a fragment of a page, without a title of its own', async () => {
    const document = await read(`<p>${long(1)}</p><p>${long(2)}</p>`)
    expect(shown(document)).toEqual([`paragraph: ${long(1)}`, `paragraph: ${long(2)}`])
    expect(document.metadata.title).toBeUndefined()
  })

  it('an unknown site by its text, menus left out', async () => {
    const links = Array.from(
      { length: 20 },
      (_, i) => `<li><a href="/${i}">Chuyên mục số ${i}</a></li>`,
    ).join('')
    const document = await read(
      `<html><head><title>Tổng kết phong trào thi đua | Báo Sơn La</title></head><body><div><ul>${links}</ul></div><div class="x1"><h2>Tổng kết phong trào thi đua</h2><div class="x2">${[1, 2, 3, 4, 5].map((n) => `<p>${long(n)}</p>`).join('')}</div></div></body></html>`,
    )
    expect(shown(document)).toEqual([
      'heading: Tổng kết phong trào thi đua',
      ...[1, 2, 3, 4, 5].map((n) => `paragraph: ${long(n)}`),
    ])
    expect(document.metadata.siteName).toBe('Báo Sơn La')
  })

  it.each([
    [
      'a page whose <title> is the site',
      '<title>Trang thông tin điện tử Huyện A</title>',
      '<p class="Title">Đại hội thi đua yêu nước lần thứ V</p>',
      'Đại hội thi đua yêu nước lần thứ V',
    ],
    [
      'a title with a bar of its own',
      '<title>Nở hoa | Lễ tổng kết năm học rực rỡ</title>',
      '<h1>Nở hoa | Lễ tổng kết năm học rực rỡ</h1>',
      'Nở hoa | Lễ tổng kết năm học rực rỡ',
    ],
    [
      'only <title>, with the name of the site',
      '<title>Hội nghị giao ban quý I - Báo Sơn La</title>',
      '',
      'Hội nghị giao ban quý I',
    ],
    [
      'a title and a province behind a dash',
      '<title>Đoàn công tác thăm Bà Rịa - Vũng Tàu</title>',
      '',
      'Đoàn công tác thăm Bà Rịa - Vũng Tàu',
    ],
  ])('the title of %s', async (_, head, before, title) => {
    const document = await read(
      `<html><head>${head}</head><body>${before}<div class="bodytext"><p>${long(1)}</p><p>${long(2)}</p></div></body></html>`,
    )
    expect(document.metadata.title).toBe(title)
    expect(shown(document)[0]).toBe(`heading: ${title}`)
    expect(document.text.split(title)).toHaveLength(2)
  })

  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bài","datePublished":"2023-02-09T20:01:00+07:00"}]}</script>',
      '2023-02-09T20:01:00+07:00',
    ],
    [
      'article:published_time without offset',
      '<meta property="article:published_time" content="2023-02-09 20:01">',
      '2023-02-09T20:01:00+07:00',
    ],
    ['a date alone', '<meta itemprop="datePublished" content="2023-02-09">', '2023-02-09'],
    [
      'nothing in broken JSON',
      '<script type="application/ld+json">{"@type":"NewsArticle",</script>',
      undefined,
    ],
    [
      'nothing from the future',
      '<meta property="article:published_time" content="2199-01-01T00:00:00Z">',
      undefined,
    ],
    [
      'nothing in what is no date',
      '<meta property="article:published_time" content="hôm nay">',
      undefined,
    ],
  ])('the time of publication from %s', async (_, head, publishedAt) => {
    const document = await read(
      `<html><head>${head}</head><body><div class="bodytext"><p>${long(1)}</p><p>${long(2)}</p></div></body></html>`,
    )
    expect(document.metadata.publishedAt).toBe(publishedAt)
  })

  it.each([
    [
      'UTF-8 with a mark',
      Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(article(long(1)))]),
      'windows-1252',
      'utf-8 by byte-order-mark',
      'Toàn ngành',
    ],
    [
      'UTF-16 with a mark',
      Buffer.from(`\uFEFF${article(long(1))}`, 'utf16le'),
      'windows-1252',
      'utf-16le by byte-order-mark',
      'Toàn ngành',
    ],
    [
      'valid UTF-8 though the header lies',
      new TextEncoder().encode(article(long(1))),
      'windows-1252',
      'utf-8 by valid-utf-8',
      'Toàn ngành',
    ],
    [
      'windows-1258 by its meta',
      bytesOf(`<meta charset="windows-1258"><p>Th\xE0nh ph\xF4\xEC</p>`),
      undefined,
      'windows-1258 by meta',
      'phô\u0301',
    ],
    [
      'windows-1258 by the header',
      bytesOf(`<p>Th\xE0nh ph\xF4\xEC</p>`),
      'windows-1258',
      'windows-1258 by header',
      'phô\u0301',
    ],
    [
      'windows-1258 by the header, whatever the meta says',
      bytesOf(`<meta charset="windows-1252"><p>Th\xE0nh ph\xF4\xEC</p>`),
      'windows-1258',
      'windows-1258 by header',
      'phô\u0301',
    ],
    [
      'ISO-8859-1 by the header',
      bytesOf('<p>Caf\xE9 \u0096 r\xE9sum\xE9</p>'),
      'iso-8859-1',
      'windows-1252 by header',
      'Café – résumé',
    ],
    [
      'windows-1258 by its meta where the header names what nobody knows',
      bytesOf(`<meta charset="windows-1258"><p>Th\xE0nh ph\xF4\xEC</p>`),
      'x-tieng-viet',
      'windows-1258 by meta',
      'phô\u0301',
    ],
    [
      'a guess where header and meta say UTF-8 of what is none',
      bytesOf('<meta charset="utf-8"><p>Caf\xE9 r\xE9sum\xE9</p>'),
      'utf-8',
      'windows-1252 by guess',
      'Café résumé',
    ],
  ])('%s', async (_, bytes, header, charset, text) => {
    const document = await read(bytes, header)
    const { charset: found, charsetBy } = document.metadata
    expect(`${found} by ${charsetBy}`).toBe(charset)
    expect(document.text).toContain(text)
  })
})

const shownDates = async (head: string, above: string, below: string, behind = '') =>
  (
    await read(
      `<html><head><title>Hội nghị sơ kết học kỳ I</title>${head}</head><body><div>${above}</div><h1>Hội nghị sơ kết học kỳ I</h1><div>${below}</div><div class="bodytext"><p>${long(1)}</p><p>${long(2)}</p></div><div>${behind}</div></body></html>`,
    )
  ).metadata.publishedAt

describe('html weighs the time of publication:', () => {
  const meta = '<meta property="article:published_time" content="2023-02-09T20:01:00+07:00">'
  it.each([
    [
      'what the page shows before its metadata',
      meta,
      '',
      '<p>08/02/2023 07:00</p>',
      '',
      '2023-02-08T07:00:00+07:00',
    ],
    [
      'metadata add the time to the day shown',
      meta,
      '',
      '<p>09/02/2023</p>',
      '',
      '2023-02-09T20:01:00+07:00',
    ],
    [
      'metadata before a clock above the title',
      meta,
      '<span>Thứ năm, 01/06/2023 | 10:33 GMT+7</span>',
      '',
      '',
      '2023-02-09T20:01:00+07:00',
    ],
    [
      'the line below the title before a clock above it',
      '',
      '<span>Thứ năm, 01/06/2023 | 10:33 GMT+7</span>',
      '<i>09/02/2023</i>',
      '',
      '2023-02-09',
    ],
    [
      'published before changed',
      '',
      '',
      '<p>Cập nhật: 10/02/2023 08:00</p><p>Đăng ngày: 09/02/2023</p>',
      '',
      '2023-02-09',
    ],
    [
      'both in one line',
      '',
      '',
      '<p>Đăng: 09/02/2023 20:01 | Cập nhật: 10/02/2023</p>',
      '',
      '2023-02-09T20:01:00+07:00',
    ],
    [
      'metadata before the day of change',
      meta,
      '',
      '<p>Cập nhật: 10/03/2023</p>',
      '',
      '2023-02-09T20:01:00+07:00',
    ],
    [
      'the day of change where there is no other',
      '',
      '',
      '<p>Cập nhật: 10/03/2023</p>',
      '',
      '2023-03-10',
    ],
    [
      'the instant behind "2 giờ trước"',
      '',
      '',
      '<time datetime="2023-02-09T20:01:00+07:00">2 giờ trước</time>',
      '',
      '2023-02-09T20:01:00+07:00',
    ],
    [
      'a line behind the body that says it was published',
      '',
      '',
      '',
      '<p>Ngày đăng: 09/02/2023</p>',
      '2023-02-09',
    ],
    [
      'never the days of a law',
      '',
      '',
      '<p>Ngày ban hành: 09/02/2023</p><p>Ngày có hiệu lực: 20/02/2023</p>',
      '',
      undefined,
    ],
    ['never a day that is still to come', '', '', '<p>31/12/2099</p>', '', undefined],
    [
      'never the days of a list',
      '',
      '',
      '',
      '<p>09/02/2023</p><p>08/02/2023</p><p>07/02/2023</p>',
      undefined,
    ],
    [
      'never a row of a table of days',
      '',
      '',
      '<table><tr><td>Thứ 2 (09/02/2023)</td><td>Sáng</td><td>Giao ban</td></tr></table>',
      '',
      undefined,
    ],
  ])('%s', async (_, head, above, below, behind, publishedAt) => {
    expect(await shownDates(head, above, below, behind)).toBe(publishedAt)
  })
})

describe('html and pages of lists', () => {
  const headline = (i: number) => `Huyện Sơn Hạ tổ chức hội thi giáo viên dạy giỏi lần thứ ${i}`
  const list = Array.from(
    { length: 12 },
    (_, i) =>
      `<div class="item"><h3><a href="/${i}">${headline(i)}</a></h3><span class="date">${i + 1}/02/2023</span></div>`,
  ).join('')
  const front = `<html><head><title>Trang chủ - Phòng Giáo dục Sơn Hạ</title></head><body><div>Thứ năm, 01/06/2023</div><ul class="menu"><li><a href="/">Trang chủ</a></li></ul><div class="other-news">${list}</div><div>Bản quyền thuộc Phòng Giáo dục. Chịu trách nhiệm nội dung: Ông Hà Văn Tám</div></body></html>`

  it('keep the titles listed as headings, say that there is no article, and have no day of their own', async () => {
    const document = await read(front)
    expect(document.warnings.map((w) => w.code)).toEqual(['list-page'])
    expect(document.metadata.title).toBe('Phòng Giáo dục Sơn Hạ')
    expect(document.metadata.publishedAt).toBeUndefined()
    expect(shown(document).filter((b) => b.startsWith('heading: Huyện'))).toHaveLength(12)
    expect(shown(document).at(-1)).toContain('chrome: Bản quyền')
  })

  it('are not articles with many other titles around them', async () => {
    const document = await read(
      `<html><head><title>Khai giảng năm học mới ở Sơn Hạ</title></head><body><h1>Khai giảng năm học mới ở Sơn Hạ</h1><i>05/09/2023</i><div class="x">${[1, 2, 3].map((n) => `<p>${long(n)}</p>`).join('')}</div><div class="y">${list}</div></body></html>`,
    )
    expect(document.warnings).toEqual([])
    expect(document.metadata.publishedAt).toBe('2023-09-05')
    expect(document.text).toContain(long(3))
    expect(
      shown(document)
        .filter((b) => !b.startsWith('chrome'))
        .join('\n'),
    ).not.toContain(headline(3))
  })

  it('nor is a title over a picture, with other titles around it', async () => {
    const document = await read(
      `<html><head><title>Toàn cảnh hội khoẻ Phù Đổng</title></head><body><h1>Toàn cảnh hội khoẻ Phù Đổng</h1><div>20 Tháng 9, 2021</div><div><img src="a.jpg"></div><div class="y">${list}</div></body></html>`,
    )
    expect(document.metadata).toMatchObject({
      title: 'Toàn cảnh hội khoẻ Phù Đổng',
      publishedAt: '2021-09-20',
    })
    expect(document.text).not.toContain(headline(3))
  })
})

describe('html ignores', () => {
  it.each([
    [
      'scripts, styles, comments and forms',
      '<script>alert(1)</script><style>a{}</style><!-- ẩn --><form><input value="x"><button>Gửi</button><select><option>Chọn</option></select></form><noscript>Bật JS</noscript>',
    ],
    [
      'what is hidden',
      '<p hidden>Ẩn</p><div style="display: none">Ẩn</div><span aria-hidden="true">Ẩn</span>',
    ],
    ['alternative texts of pictures', '<img src="x.jpg" alt="Ảnh đại biểu">'],
    ['related news by class', '<div class="tin-lien-quan"><a href="/1">Bài khác</a></div>'],
  ])('%s', async (_, inner) => {
    expect(await bodyOf(inner)).toEqual([])
  })

  it.each([
    ['tools', '<p>In bài viết</p><p>Chia sẻ:</p>', ['chrome: In bài viết', 'chrome: Chia sẻ:']],
    [
      'lists of other news at the end',
      '<p>Những tin mới hơn</p><p><a href="/1">Khai giảng năm học mới</a></p>',
      ['chrome: Những tin mới hơn', 'chrome: Khai giảng năm học mới'],
    ],
  ])('%s, as chrome', async (_, inner, expected) => {
    expect(await bodyOf(inner)).toEqual(expected)
  })

  it('the same words inside a sentence', async () => {
    const sentence = 'Đại biểu chia sẻ kinh nghiệm và bình luận về những tin mới hơn của ngành.'
    expect(await bodyOf(`<p>${sentence}</p>`)).toEqual([`paragraph: ${sentence}`])
  })

  it('classes that look like chrome where they hold the article', async () => {
    const document = await read(
      `<html><body><div class="share-wrapper">${[1, 2, 3, 4].map((n) => `<p>${long(n)}</p>`).join('')}</div></body></html>`,
    )
    expect(document.blocks).toHaveLength(4)
  })
})

describe('html refuses', () => {
  it.each([
    ['20,000 elements inside each other', '<div>'.repeat(20_000), 'too-complex'],
    ['the same through inline elements', `${'<b>'.repeat(20_000)}x`, 'too-complex'],
    ['nested tables', '<table><tr><td>'.repeat(5_000), 'too-complex'],
    [
      'frames without a page',
      '<html><frameset cols="20%,80%"><frame src="a.htm"><frame src="b.htm"></frameset></html>',
      'no-text',
    ],
    ['a comment that never ends', `<html><body><!-- ${'<p>x'.repeat(1000)}`, 'no-text'],
    ['nothing to read', '<html><body><script>1</script></body></html>', 'no-text'],
  ])('%s', async (_, page, code) => {
    const started = performance.now()
    const failure = await read(page).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(BadDocumentError)
    expect((failure as BadDocumentError).code).toBe(code)
    expect((failure as BadDocumentError).message).toContain('trang.html')
    expect(performance.now() - started).toBeLessThan(3000)
  })

  it.each([
    [
      'code of the server',
      `<%@ Control Language="C#" %>\n${'<% '.repeat(2000)}%><p>${long(1)}</p><?php echo 1 ?>`,
    ],
    [
      'a huge attribute',
      `<p title="${'x'.repeat(1_000_000)}" class="${'nav '.repeat(50_000)}">${long(1)}</p><p>${long(2)}</p>`,
    ],
    ['spaces by the hundred thousand', `<p>${'&nbsp; '.repeat(100_000)}${long(1)}</p>`],
    [
      'entities, known and unknown',
      `<p>${long(1)} ${'&amp;&bogus;&#225;&#x1F600;&#0;'.repeat(5000)}</p>`,
    ],
    ['50,000 elements side by side', `<p>${long(1)}</p>${'<span>từ </span>'.repeat(50_000)}`],
    ['many elements side by side', `<p>${long(1)}</p>`.repeat(3000)],
    ['paragraphs and items never closed', `<p>${long(1)}<li>x`.repeat(2000)],
    ['markup inside scripts', `<script>${'<div>'.repeat(5000)}</script><p>${long(1)}</p>`],
  ])('but not %s', async (_, page) => {
    expect((await read(article(page))).text).toContain('Toàn ngành')
  })
})
