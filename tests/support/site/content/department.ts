// The department whose site is served: invented, with its sections and people.
export const department = {
  name: 'Sở Giáo dục và Đào tạo tỉnh Sơn Hạ',
  short: 'Sở GDĐT Sơn Hạ',
  slogan: 'Trang thông tin điện tử ngành Giáo dục và Đào tạo tỉnh Sơn Hạ',
  address: 'Số 12 đường Hoàng Cầm, thành phố Sơn Hạ',
}

export const categories = [
  { alias: 'hoi-nghi-hoi-thao', title: 'Hội nghị - Hội thảo' },
  { alias: 'thong-bao', title: 'Thông báo' },
  { alias: 'ke-hoach-chi-dao', title: 'Kế hoạch - Chỉ đạo' },
] as const

export type CategoryAlias = (typeof categories)[number]['alias']

/** What an article is before it stands on the site. */
export type ArticleText = {
  /** ISO 8601 with Vietnam's offset. */
  publishedAt: string
  title: string
  lead: string
  paragraphs: readonly string[]
  author?: string
  files?: readonly FileOfArticle[]
}

export type FileOfArticle = {
  name: string
  /** `download`: behind the article's own address, as NukeViet gives files. `link`: in the text. `frame`: shown in the page. */
  offered: 'download' | 'link' | 'frame'
  /** What the file says. */
  text: string
}
