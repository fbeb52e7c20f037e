// Pages as the content systems of Vietnamese sites write them, with invented content: what is read of each, and what not.
import { expect, it } from 'vitest'
import type { ParsedDocument } from '../../src/model.ts'
import { html } from '../../src/parse/html.ts'
import { defaultLimits } from '../../src/parse/parser.ts'

const read = (page: string) =>
  html.parse({
    bytes: new TextEncoder().encode(page),
    name: 'trang.html',
    limits: defaultLimits,
    progress() {},
  })
const shown = (document: ParsedDocument) =>
  document.blocks
    .filter((b) => b.kind !== 'chrome')
    .map((b) => `${b.kind}: ${document.text.slice(b.start, b.end).replace(/\t/g, ' | ')}`)

const title = 'Sơn Hạ khai giảng lớp bồi dưỡng giáo viên vùng cao'
const lead =
  'Sáng 14/5, Phòng Giáo dục và Đào tạo khai giảng lớp bồi dưỡng cho 120 giáo viên các xã vùng cao của huyện.'
const one =
  'Lớp bồi dưỡng kéo dài mười ngày, gồm các chuyên đề về dạy lớp ghép, tiếng Việt cho học sinh dân tộc thiểu số và sử dụng thiết bị dạy học tự làm.'
const two =
  'Phát biểu khai giảng, bà Lò Thị Vân đề nghị các học viên tham gia đầy đủ, trao đổi thẳng thắn những khó khăn ở trường mình và mang kinh nghiệm về chia sẻ với đồng nghiệp.'
const three =
  'Kết thúc khoá học, mỗi học viên sẽ dạy thử một tiết trước tổ chuyên môn; kết quả được dùng khi xét thi đua cuối năm học của từng trường.'
const caption = 'Quang cảnh lễ khai giảng'
const headlines = [
  'Gần hai trăm học sinh tham gia ngày hội đọc sách ở thị trấn',
  'Phòng cháy chữa cháy trong trường học: không chủ quan mùa khô',
  'Huyện đoàn trao quà cho học sinh vượt khó trước năm học mới',
  'Đội tuyển bóng chuyền nữ giành giải nhất hội khoẻ cấp tỉnh',
]
const links = (tag = 'li') =>
  headlines.map((h, i) => `<${tag}><a href="/${i}.htm">${h}</a></${tag}>`).join('')
const menu =
  '<ul class="main-menu"><li><a href="/">Trang chủ</a></li><li><a href="/tin">Tin tức</a></li><li><a href="/vb">Văn bản</a></li></ul>'

type Portal = {
  page: string
  publishedAt?: string
  kinds: string[]
}

const article = [`heading: ${title}`, `paragraph: ${lead}`, `paragraph: ${one}`]

const portals: Record<string, Portal> = {
  'a newspaper with fck_detail (VnExpress)': {
    page: `<html><head><title>${title} - Báo Sơn Hạ</title><meta name="pubdate" content="2023-05-14T09:12:00+07:00"></head><body>
<header class="section top-header"><span class="time-now">Thứ bảy, 25/11/2023</span>${menu}</header>
<section class="page-detail"><div class="header-content width_common"><ul class="breadcrumb"><li><a href="/gd">Giáo dục</a></li></ul><span class="date">Chủ nhật, 14/5/2023, 09:12 (GMT+7)</span></div>
<h1 class="title-detail">${title}</h1><p class="description">${lead}</p>
<article class="fck_detail"><p class="Normal">${one}</p><figure itemprop="image"><div class="fig-picture"><picture><img data-src="a.jpg"></picture></div><figcaption><p class="Image">${caption}. Ảnh: <em>Minh Hà</em></p></figcaption></figure><p class="Normal">${two}</p><p class="Normal">${three}</p><p class="author_mail" style="text-align:right;"><strong>Minh Hà</strong></p></article>
<div class="footer-content width_common"><a class="back-folder">Trở lại Giáo dục</a></div></section>
<section class="box-tinlienquanv2"><article class="item-news"><h4 class="title-news"><a href="/1">${headlines[0]}</a></h4></article></section>
<div id="box_comment_vne"><p>Ý kiến (12)</p></div><footer>Báo Sơn Hạ</footer></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [
      'caption: Quang cảnh lễ khai giảng. Ảnh: Minh Hà',
      `paragraph: ${two}`,
      `paragraph: ${three}`,
      'paragraph: Minh Hà',
    ],
  },
  'a newspaper with detail-content (Tuổi Trẻ, Thanh Niên, baochinhphu.vn)': {
    page: `<html><head><title>${title}</title><meta property="og:site_name" content="Báo Sơn Hạ"><meta property="article:published_time" content="2023-05-14T09:12:00"></head><body><div class="header__top"><div class="header-time">Thứ bảy, ngày 25 tháng 11 năm 2023</div></div>${menu}
<div class="detail__main"><div class="detail-top"><a class="category-page__name">Giáo dục</a><div class="detail-time"><div data-role="publishdate">14/05/2023 09:12 GMT+7</div></div></div>
<h1 class="detail-title article-title" data-role="title">${title}</h1><div class="author-info"><a class="name">Minh Hà</a></div>
<h2 class="detail-sapo" data-role="sapo">${lead}</h2>
<div class="detail-cmain"><div class="detail-content afcbc-body" data-role="content" itemprop="articleBody"><p>${one}</p><figure class="VCSortableInPreviewMode" type="Photo"><div><img src="a.jpg"></div><figcaption class="PhotoCMS_Caption"><p>${caption} - Ảnh: M.H.</p></figcaption></figure><p>${two}</p><div class="VCSortableInPreviewMode alignRight" type="RelatedNewsBox" data-style="align-right"><a href="/1" class="VCObjectBoxRelatedNewsItemTitle">${headlines[0]}</a></div><p>${three}</p></div></div>
<div class="detail-tab"><div class="tags"><a href="/t">vùng cao</a></div></div></div>
<div class="detail__related"><h3>Tin liên quan</h3>${links('div')}</div></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [
      `caption: ${caption} - Ảnh: M.H.`,
      `paragraph: ${two}`,
      `paragraph: ${three}`,
      'paragraph: Minh Hà',
    ],
  },
  'a newspaper with singular-content (Dân trí)': {
    page: `<html><head><title>${title} | Báo Sơn Hạ</title></head><body>${menu}<main><article class="singular-container"><h1 class="title-page detail">${title}</h1><div class="author-wrap"><div class="author-meta"><div class="author-name"><a href="/tg"><b>Minh Hà</b></a></div><time class="author-time" datetime="2023-05-14T09:12">Chủ nhật, 14/05/2023 - 09:12</time></div></div><h2 class="singular-sapo">${lead}</h2><div class="singular-content"><p>${one}</p><figure class="image align-center"><img src="a.jpg"><figcaption><p>${caption} (Ảnh: Minh Hà).</p></figcaption></figure><p>${two}</p><p>${three}</p></div><div class="tags-wrap"><ul class="tags"><li><a>Vùng cao</a></li></ul></div></article></main><aside class="article-related"><ul>${links()}</ul></aside></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [
      `caption: ${caption} (Ảnh: Minh Hà).`,
      `paragraph: ${two}`,
      `paragraph: ${three}`,
      'paragraph: Minh Hà',
    ],
  },
  'a newspaper with maincontent (VietNamNet)': {
    page: `<html><head><title>${title}</title></head><body>${menu}<div class="bread-crumb-detail"><ul><li><a>Giáo dục</a></li></ul><div class="bread-crumb-detail__time">14/05/2023 09:12 (GMT+07:00)</div></div><div class="content-detail"><h1 class="content-detail-title">${title}</h1><h2 class="content-detail-sapo sm-sapo-mb-0">${lead}</h2><div class="maincontent main-content"><p>${one}</p><table class="FmsArticleBoxStyle Images"><tbody><tr><td class="FmsArticleBoxStyle-Content"><img src="a.jpg"></td></tr><tr><td>${caption}</td></tr></tbody></table><p>${two}</p><p>${three}</p></div></div><div class="related-news"><ul>${links()}</ul></div></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [`caption: ${caption}`, `paragraph: ${two}`, `paragraph: ${three}`],
  },
  'a newspaper with zce-content-body (Giáo dục & Thời đại)': {
    page: `<html><head><title>${title} | Báo Sơn Hạ điện tử</title></head><body>${menu}<div class="article"><h1 class="article__header">${title}</h1><div class="article__meta"><div class="author"><span class="name">Minh Hà</span></div><time class="time" datetime="2023-05-14T09:12:00+0700">14/05/2023 09:12</time><div class="social"><a>Chia sẻ</a></div></div><div class="article__sapo">${lead}</div><div class="article__body zce-content-body cms-body" itemprop="articleBody"><p>${one}</p><table class="picture" align="center"><tbody><tr><td class="pic"><img src="a.jpg"></td></tr><tr><td class="caption"><p>${caption}</p></td></tr></tbody></table><p>${two}</p><article class="story"><a href="/1">${headlines[0]}</a></article><p>${three}</p></div><div class="article__tag"><a>Sơn Hạ</a></div></div><div class="other-news">${links('div')}</div></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [
      `caption: ${caption}`,
      `paragraph: ${two}`,
      `paragraph: ${three}`,
      'paragraph: Minh Hà',
    ],
  },
  WordPress: {
    page: `<html><head><title>${title} &#8211; Trường THPT Sơn Hạ</title></head><body class="single"><div id="page"><header id="masthead"><p class="site-title">Trường THPT Sơn Hạ</p>${menu}</header><article class="post"><header class="entry-header"><h1 class="entry-title">${title}</h1><div class="entry-meta"><span class="posted-on">Posted on <time class="entry-date published" datetime="2023-05-14T09:12:33+07:00">14 Tháng Năm, 2023</time><time class="updated" datetime="2023-06-01T08:00:00+07:00">1 Tháng Sáu, 2023</time></span><span class="byline"> by <span class="author vcard"><a>quantri</a></span></span></div></header><div class="entry-content"><p>${lead}</p><p>${one}</p><div class="wp-caption aligncenter"><img src="a.jpg"><p class="wp-caption-text">${caption}</p></div><p>${two}</p><p>${three}</p><div class="sharedaddy sd-sharing-enabled"><h3>Chia sẻ:</h3></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Có liên quan</h3></div></div><footer class="entry-footer"><span class="cat-links">Posted in <a>Tin tức</a></span></footer></article><nav class="navigation post-navigation"><a>Bài trước</a></nav><div id="comments"><h3>Trả lời</h3></div><aside id="secondary" class="widget-area"><h2 class="widget-title">Bài viết mới</h2><ul>${links()}</ul></aside></div></body></html>`,
    publishedAt: '2023-05-14T09:12:33+07:00',
    kinds: [
      `caption: ${caption}`,
      `paragraph: ${two}`,
      `paragraph: ${three}`,
      'paragraph: by quantri',
    ],
  },
  Joomla: {
    page: `<html><head><title>${title}</title></head><body><div id="top"><div class="custom-clock">Thứ bảy, 25 Tháng 11 2023</div></div><div class="moduletable_menu">${menu}</div><div class="item-page" itemscope><h2 itemprop="headline">${title}</h2><dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="createdby">Viết bởi Minh Hà</dd><dd class="published"><time datetime="2023-05-14T09:12:00+07:00" itemprop="datePublished">Ngày đăng: 14 Tháng 5 2023</time></dd><dd class="hits">Lượt xem: 125</dd></dl><div itemprop="articleBody"><p>${lead}</p><p>${one}</p><p><img src="a.jpg" width="500"></p><p style="text-align:center"><em>${caption}</em></p><p>${two}</p><p>${three}</p></div><ul class="pager pagenav"><li><a>Tiếp</a></li></ul></div><div class="items-more"><h3>Các tin khác</h3><ol>${links()}</ol></div></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [
      `caption: ${caption}`,
      `paragraph: ${two}`,
      `paragraph: ${three}`,
      'paragraph: Viết bởi Minh Hà',
    ],
  },
  'DotNetNuke on tables': {
    page: `<html><head><title>UBND huyện Sơn Hạ > Tin tức</title></head><body><form id="Form"><table width="1000"><tr><td colspan="2"><span id="dnn_dnnCURRENTDATE_lblDate" class="clock">Thứ Bảy, 25/11/2023</span></td></tr><tr><td width="200" valign="top">${menu}</td><td valign="top" id="dnn_ContentPane"><table><tr><td><span id="dnn_ctr455_ViewNews_lblTitle" class="Head">${title}</span></td></tr><tr><td><span id="dnn_ctr455_ViewNews_lblDate" class="SubHead">(14/05/2023 09:12)</span></td></tr><tr><td><span id="dnn_ctr455_ViewNews_lblContent" class="Normal"><p>${lead}</p><p>${one}</p><p align="center"><img src="a.jpg" width="400"><br><em>${caption}</em></p><p>${two}</p><p>${three}</p><p align="right"><strong>Minh Hà</strong></p></span></td></tr></table><table><tr><td>Các tin khác</td></tr>${headlines.map((h) => `<tr><td><a href="/x">${h}</a> (12/05/2023)</td></tr>`).join('')}</table></td></tr></table></form></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [
      `caption: ${caption}`,
      `paragraph: ${two}`,
      `paragraph: ${three}`,
      'paragraph: Minh Hà',
    ],
  },
  Liferay: {
    page: `<html><head><title>Chi tiết tin tức - Cổng thông tin điện tử huyện Sơn Hạ</title></head><body><div id="banner" class="date-top">Thứ bảy, 25/11/2023</div><nav>${menu}</nav><div class="portlet-boundary"><div class="portlet-body"><div class="asset-full-content"><h1 class="header-title">${title}</h1><div class="asset-content"><div class="lfr-meta-actions"></div><div class="journal-content-article"><div class="tieude-date"><span class="date">14/05/2023 | 09:12</span></div><p><strong>${lead}</strong></p><p>${one}</p><p><img src="a.jpg" width="400"></p><p>${caption}</p><p>${two}</p><p>${three}</p></div></div><div class="asset-ratings rating">Đánh giá: 0</div></div></div></div><div class="portlet-boundary other-news"><h2>Tin khác</h2><ul>${links()}</ul></div><footer>Chịu trách nhiệm nội dung: Ông Hà Văn Tám, Chủ tịch UBND huyện Sơn Hạ</footer></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [`caption: ${caption}`, `paragraph: ${two}`, `paragraph: ${three}`],
  },
  'a portal with plain names (VNPT)': {
    page: `<html><head><title>Cổng thông tin điện tử huyện Sơn Hạ</title></head><body><div class="header"><div class="col-date"><span id="ngaythang">Thứ 7, 25/11/2023</span></div>${menu}</div><div class="main-detail"><div class="breadcrumb"><a>Trang chủ</a></div><div class="title-detail-news"><h3>${title}</h3></div><div class="time-news">Cập nhật ngày: 14/05/2023 09:12</div><div class="summary-news"><p>${lead}</p></div><div class="content-detail-news"><p>${one}</p><div style="text-align:center"><img src="a.jpg" width="400"></div><div style="text-align:center">${caption}</div><p>${two}</p><p>${three}</p></div><div class="source-news">Nguồn: Phòng Văn hoá và Thông tin</div></div><div class="tin-lien-quan"><h4>Tin liên quan</h4><ul>${links()}</ul></div></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [
      `caption: ${caption}`,
      `paragraph: ${two}`,
      `paragraph: ${three}`,
      'paragraph: Nguồn: Phòng Văn hoá và Thông tin',
    ],
  },
  'a ministry on SharePoint': {
    page: `<html><head><title>Tin tổng hợp</title></head><body><div id="s4-workspace"><div class="ms-header noindex"><span>Thứ Bảy, 25/11/2023</span>${menu}</div><table class="ms-tabs"><tr><td><div class="news-title"><p class="Title">${title}</p></div><b class="ShowDate">14/05/2023</b><div class="sapo">${lead}</div><div id="ctl00_PlaceHolderMain_RichHtmlField"><div class="ms-rtestate-field"><p>${one}</p><p><img src="a.jpg" width="400"></p><p>${caption}</p><p>${two}</p><p>${three}</p></div></div></td></tr></table><ul class="tin-khac">${links()}</ul></div></body></html>`,
    publishedAt: '2023-05-14',
    kinds: [`caption: ${caption}`, `paragraph: ${two}`, `paragraph: ${three}`],
  },
  Drupal: {
    page: `<html><head><title>${title} | Sở Giáo dục Sơn Hạ</title></head><body><header role="banner">${menu}</header><main><h1 class="page-header">${title}</h1><article class="node node--type-article"><div class="node__submitted submitted">Gửi bởi biên tập vào CN, 14/05/2023 - 09:12</div><div class="field field--name-body"><p>${lead}</p><p>${one}</p><p>${two}</p><p>${three}</p></div><div class="field field--name-field-tags"><a>giáo viên</a></div></article></main><footer>Sở Giáo dục Sơn Hạ</footer></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [`paragraph: ${two}`, `paragraph: ${three}`],
  },
  'three columns by a table (ASP.NET)': {
    page: `<html><head><title>Chi tiết tin</title></head><body><form id="aspnetForm"><table width="980"><tr><td class="cot-trai"><div class="tieude-box">DANH MỤC</div><a href="#">Giáo dục</a></td><td class="cot-giua"><div class="tieude-tin"><span id="ctl00_lblTitle">${title}</span></div><div class="ngay-dang"><span id="ctl00_lblDate">Chủ nhật, 14/05/2023 | 09:12</span> | <span>Lượt xem: 1.286</span></div><div class="trich-dan"><b>${lead}</b></div><div class="noi-dung" id="ctl00_divContent"><p>${one}</p><p>${two}</p><p>${three}</p></div></td><td class="cot-phai"><div class="tieude-box">TIN MỚI</div>${links('div')}</td></tr></table></form></body></html>`,
    publishedAt: '2023-05-14T09:12:00+07:00',
    kinds: [`paragraph: ${two}`, `paragraph: ${three}`],
  },
  'a hand-written page of paragraphs by <br>': {
    page: `<html><head><title>${title}</title></head><body><table width="100%"><tr><td>${menu}</td><td><h2>${title}</h2><i>Ngày 14/5/2023</i><br><br>${lead}<br><br>${one}<br><br>${two}<br><br>${three}<br></td></tr></table></body></html>`,
    publishedAt: '2023-05-14',
    kinds: [`paragraph: ${two}`, `paragraph: ${three}`],
  },
}

const dateBlock = /^(?:paragraph|list-item): .{0,60}(?:14\/0?5\/2023|14 Tháng|1 Tháng Sáu)/

it.each(Object.entries(portals))('%s', async (_, { page, publishedAt, kinds }) => {
  const document = await read(page)
  const blocks = shown(document)
  expect(document.metadata.title).toBe(title)
  expect(document.metadata.publishedAt).toBe(publishedAt)
  expect(blocks.filter((b) => !dateBlock.test(b))).toEqual([...article, ...kinds])
  for (const headline of headlines) expect(blocks.join('\n')).not.toContain(headline)
})
