// A page of the site in NukeViet's markup: head, banner, menu, crumbs, sides and foot round what the page is about.
import { categories, department } from '../content/department.ts'
import { moduleAlias } from '../shelf.ts'

export type PageParts = {
  title: string
  /** What the page is about. */
  content: string
  /** Path of the page, for its canonical address. */
  path: string
  crumbs?: readonly [path: string, title: string][]
  /** Further elements of the head. */
  head?: string
  /** Blocks at the side. */
  side?: string
}

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Writes a whole page. `origin` is that of the site as asked. */
export function layout(
  origin: string,
  { title, content, path, crumbs = [], head = '', side = '' }: PageParts,
): string {
  const menu = categories
    .map(
      ({ alias, title }) =>
        `<li><a class="show" href="/${moduleAlias}/${alias}/">${title}</a></li>`,
    )
    .join('')
  const trail = [['/', 'Trang nhất'] as const, ...crumbs]
    .map(
      ([to, name], i) =>
        `<li itemprop="itemListElement"><a href="${to}" itemprop="item" title="${name}"><span class="txt" itemprop="name">${name}</span></a><i class="hidden" itemprop="position" content="${i + 1}"></i></li>`,
    )
    .join('')
  return `<!DOCTYPE html>
<html lang="vi" xmlns="http://www.w3.org/1999/xhtml" prefix="og: http://ogp.me/ns#">
<head>
<title>${escaped(title)} - ${department.short}</title>
<meta name="description" content="${escaped(title)}">
<meta name="generator" content="NukeViet v4.5">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:site_name" content="${department.name}">
<meta property="og:url" content="${origin}${path}">
<link rel="canonical" href="${origin}${path}">
<link rel="StyleSheet" href="/themes/default/css/style.css">
<link rel="alternate" href="/${moduleAlias}/rss/" title="Tin tức" type="application/rss+xml">
${head}
<script>var nv_base_siteurl="/",nv_lang_data="vi",nv_name_variable="nv",nv_fc_variable="op",nv_func_name="main";</script>
</head>
<body>
<noscript><div class="alert alert-danger">Trình duyệt của bạn chưa bật JavaScript.</div></noscript>
<div class="body-bg"><div class="wraper">
<header><div class="container"><div id="header" class="row"><div class="logo"><a title="${department.name}" href="/"><img src="/uploads/logo.png" alt="${department.name}"></a><span class="site_name">${department.name}</span><span class="site_description">${department.slogan}</span></div></div></div></header>
<nav class="second-nav" id="menusite"><div class="container"><ul class="nav navbar-nav"><li><a class="home" title="Trang nhất" href="/"><em class="fa fa-home">&nbsp;</em><span class="visible-xs-inline-block">Trang nhất</span></a></li>
<li class="dropdown"><a href="/about/">Giới thiệu</a><ul class="dropdown-menu"><li><a href="/about/chuc-nang-nhiem-vu-quyen-han-cua-so.html">Chức năng, nhiệm vụ, quyền hạn của Sở Giáo dục và Đào tạo</a></li><li><a href="/about/co-cau-to-chuc.html">Cơ cấu tổ chức</a></li></ul></li>
<li class="dropdown active"><a href="/${moduleAlias}/">Tin tức</a><ul class="dropdown-menu">${menu}</ul></li>
<li><a href="/lich-cong-tac/">Lịch công tác</a></li><li><a href="/contact/">Liên hệ</a></li><li><a href="/feeds/">RSS-feeds</a></li></ul></div></nav>
<nav class="header-nav"><div class="container"><div class="personalArea"><a title="Đăng nhập - Đăng ký" class="pa pointer button user" href="/users/login/?nv_redirect=aHR0cHM6Ly9zb24taGE"><em class="fa fa-user"></em></a></div><div class="headerSearch"><form action="/seek/" method="get"><input type="text" class="form-control" name="q" placeholder="Tìm kiếm..."><button type="submit">Tìm kiếm</button></form></div></div></nav>
<section><div class="container" id="body">
<nav class="third-nav"><div class="breadcrumbs-wrap"><ul class="breadcrumbs list-none" itemscope itemtype="https://schema.org/BreadcrumbList">${trail}</ul></div></nav>
<div class="row"><div class="col-sm-16 col-md-18">
${content}
</div>
<div class="col-sm-8 col-md-6 sidebar">${side}
<div class="panel panel-default"><div class="panel-heading">Thống kê truy cập</div><div class="panel-body"><ul class="counter list-none display-table"><li><span><em class="fa fa-bolt"></em>Đang truy cập</span><span>7</span></li><li><span>Hôm nay</span><span>1,204</span></li></ul></div></div></div></div>
</div></section>
<footer id="footer"><div class="container"><p class="copyright"><span>© Bản quyền thuộc về <a href="/">${department.name}</a></span></p><p>${department.address}. Chịu trách nhiệm nội dung: Ban Biên tập.</p><ul><li><a href="/about/">Giới thiệu</a></li><li><a href="/sitemap.xml">Sơ đồ trang</a></li><li><a href="https://www.facebook.com/sogddt.sonha">Facebook</a></li></ul></div></footer>
</div></div>
<div id="loginmodal" class="modal fade"><form action="/users/login/" method="post"><input type="text" name="nv_login" placeholder="Tên đăng nhập"><input type="password" name="nv_password" placeholder="Mật khẩu"></form></div>
</body></html>`
}

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy']

/** "Thứ năm - 09/02/2023 20:01", as NukeViet shows a day over an article. */
export function shownTime(iso: string): string {
  const local = new Date(Date.parse(iso) + 7 * 3_600_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${weekdays[local.getUTCDay()]} - ${shownDay(iso)} ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`
}

export function shownDay(iso: string): string {
  const [year, month, day] = new Date(Date.parse(iso) + 7 * 3_600_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
  return `${day}/${month}/${year}`
}
