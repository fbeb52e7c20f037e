// Pages that are no articles: about the department, search, calendar, login, printing, notices in place of pages.
import { department } from '../content/department.ts'
import { moduleAlias, type Shelf, type SiteArticle } from '../shelf.ts'
import { escaped, layout } from './layout.ts'

export function aboutPage(origin: string, path: string): string {
  return layout(origin, {
    title: 'Giới thiệu',
    path,
    content: `<h1 class="title margin-bottom-lg">Chức năng, nhiệm vụ, quyền hạn</h1><div class="clearfix"><p>${department.name} là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, tham mưu, giúp Ủy ban nhân dân tỉnh quản lý nhà nước về giáo dục và đào tạo trên địa bàn.</p></div>`,
  })
}

export function searchPage(origin: string, shelf: Shelf, query: string): string {
  const found = shelf.articles().slice(0, 5)
  return layout(origin, {
    title: `Tìm kiếm: ${query}`,
    path: `/seek/?q=${encodeURIComponent(query)}`,
    content: `<h3 class="text-center">Kết quả tìm kiếm</h3>${found
      .map(({ path, title }) => `<h3><a href="${path}">${escaped(title)}</a></h3>`)
      .join(
        '',
      )}<p><a href="/seek/?q=${encodeURIComponent(`${query} a`)}&amp;page=2">Trang sau</a></p>`,
  })
}

/** A month of the calendar: before and after it there is always another. */
export function calendarPage(origin: string, month: number, year: number): string {
  const link = (at: number, text: string) =>
    `<a href="/lich-cong-tac/?thang=${((((at - 1) % 12) + 12) % 12) + 1}&amp;nam=${year + Math.floor((at - 1) / 12)}">${text}</a>`
  return layout(origin, {
    title: `Lịch công tác tháng ${month} năm ${year}`,
    path: '/lich-cong-tac/',
    content: `<h1>Lịch công tác tháng ${month} năm ${year}</h1><p>${link(month - 1, 'Tháng trước')} | ${link(month + 1, 'Tháng sau')}</p><table><tr><td>Thứ hai</td><td>8 giờ: Giao ban cơ quan Sở, phòng họp tầng 3.</td></tr></table>`,
  })
}

export function feedsPage(
  origin: string,
  channels: readonly [path: string, title: string][],
): string {
  return layout(origin, {
    title: 'RSS-feeds',
    path: '/feeds/',
    content: `<div class="panel panel-default"><div class="panel-body"><h3>Kênh RSS</h3><ul class="rss-list">${channels
      .map(([path, title]) => `<li><a class="rss" href="${path}">${title}</a></li>`)
      .join('')}</ul></div></div>`,
  })
}

export function loginPage(origin: string): string {
  return layout(origin, {
    title: 'Đăng nhập thành viên',
    path: '/users/login/',
    content: `<div class="centered"><div class="login-box"><div class="page panel panel-default"><div class="panel-body"><h2 class="text-center margin-bottom-lg">Đăng nhập thành viên</h2><form action="/users/login/" method="post"><div class="nv-info margin-bottom">Hãy đăng nhập thành viên để trải nghiệm đầy đủ các tiện ích trên site</div><input type="text" name="nv_login"><input type="password" name="nv_password"><p><a href="/users/lostpass/">Quên mật khẩu?</a></p></form></div></div></div></div>`,
  })
}

/** The article again, as it looks on paper. */
export function printPage({ title, lead, paragraphs, path }: SiteArticle, origin: string): string {
  return `<!DOCTYPE html><html lang="vi"><head><title>${escaped(title)}</title><meta name="robots" content="noindex"></head><body onload="window.print()"><div id="print"><p>${department.name}</p><h1>${escaped(title)}</h1><p>${escaped(lead)}</p>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('')}<p>Bài viết được lấy tại: ${origin}${path}</p></div></body></html>`
}

/** A notice in NukeViet's own frame, without the site's menus. */
export function noticePage(title: string, text: string): string {
  return `<!DOCTYPE html><html lang="vi"><head><title>${title}</title><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body><div class="nv-infodie text-center"><div class="panel-body"><p><a href="/"><img class="logo" src="/uploads/logo.png" alt="${department.name}"></a></p><div class="m-bottom"><h2>${title}</h2>${text}</div><div><hr><em class="fa fa-home fa-lg">&nbsp;</em> <a href="/">Về trang chủ</a></div></div></div></body></html>`
}

export const notFoundPage = (): string =>
  noticePage(
    'Lỗi truy cập 404',
    'Trang web mà bạn đã cố gắng truy cập không tồn tại trên máy chủ của website.',
  )

export const maintenancePage = (): string =>
  noticePage(
    'Website tạm ngưng hoạt động',
    'Vì lý do kỹ thuật website tạm ngưng hoạt động. Thành thật xin lỗi các bạn vì sự bất tiện này!',
  )

/** A page that says it is not there, within the site's menus, the way themes do it. */
export function softNotFoundPage(origin: string, path: string, shelf: Shelf): string {
  return layout(origin, {
    title: 'Không tìm thấy trang',
    path,
    content: `<h1>Không tìm thấy trang</h1><p>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa. Mời bạn xem các tin mới nhất:</p><ul>${shelf
      .articles()
      .slice(0, 6)
      .map((article) => `<li><a href="${article.path}">${escaped(article.title)}</a></li>`)
      .join('')}</ul><p><a href="/${moduleAlias}/">Tin tức</a></p>`,
  })
}
