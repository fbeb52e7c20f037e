// Which system a site is made with, by what its pages cannot hide: the generator they name, and where they get their styles,
// scripts and files.
//
//   <meta name="generator" content="NukeViet v4.5">      /wp-content/themes/…      Liferay.Loader      spPageContextInfo
import type { WebPage } from './web-page.ts'

export type PortalKind =
  | 'nukeviet'
  | 'liferay'
  | 'sharepoint'
  | 'dotnetnuke'
  | 'wordpress'
  | 'joomla'
  | 'drupal'
  | 'vnpt'
  | 'unknown'

export type Portal = {
  kind: PortalKind /** What told it; empty where nothing did. */
  evidence: string
}

type Sign = { kind: PortalKind; generator?: RegExp; marks: readonly string[]; fewest?: number }

/** In order: portals built on others come before those. */
const signs: readonly Sign[] = [
  {
    kind: 'nukeviet',
    generator: /nukeviet/i,
    marks: ['nv_base_siteurl', 'nv_name_variable', 'nv_lang_data', 'news-bodyhtml', 'nv_func_name'],
    fewest: 2,
  },
  {
    kind: 'vnpt',
    generator: /vnpt|vnportal/i,
    marks: ['/vnptportal/', 'vnpt-portal', 'portal.vnpt', '/vnportal/'],
  },
  {
    kind: 'wordpress',
    generator: /wordpress/i,
    marks: ['/wp-content/', '/wp-includes/', '/wp-json/'],
    fewest: 2,
  },
  {
    kind: 'joomla',
    generator: /joomla/i,
    marks: ['/media/jui/', '/media/system/js/', 'option=com_content', '/components/com_'],
    fewest: 2,
  },
  {
    kind: 'drupal',
    generator: /drupal/i,
    marks: [
      'drupal-settings-json',
      'Drupal.settings',
      '/sites/default/files/',
      '/core/misc/drupal.js',
    ],
    fewest: 2,
  },
  {
    kind: 'dotnetnuke',
    generator: /dotnetnuke|\bdnn\b/i,
    marks: [
      '/DesktopModules/',
      '/Portals/_default/',
      'dnn_ContentPane',
      'dnn.controls',
      '__dnnVariable',
    ],
    fewest: 2,
  },
  {
    kind: 'liferay',
    generator: /liferay/i,
    marks: [
      'Liferay.ThemeDisplay',
      'Liferay.Loader',
      'Liferay.AUI',
      'liferay-ddm',
      '/o/frontend-js-',
      'portlet-boundary',
      'p_p_id=',
    ],
    fewest: 2,
  },
  {
    kind: 'sharepoint',
    generator: /sharepoint/i,
    marks: [
      'spPageContextInfo',
      '/_layouts/',
      '/_catalogs/',
      's4-workspace',
      'ms-rtestate-field',
      'WebResource.axd?_layouts',
    ],
    fewest: 2,
  },
]

const searched = 400_000

/** Recognises the portal of a page from its markup, the page read from it, and the headers of the answer. */
export function recognisePortal(
  html: string,
  page: WebPage,
  headers: Readonly<Record<string, string>> = {},
): Portal {
  const generator = [
    page.metas.get('generator') ?? '',
    headers['x-generator'] ?? '',
    headers['x-powered-by'] ?? '',
  ].join(' ')
  const named = signs.find((sign) => sign.generator?.test(generator))
  // A portal that others are built on may name itself in their pages.
  const start = html.slice(0, searched)
  for (const { kind, marks, fewest = 1 } of signs) {
    if (named?.kind === kind) return { kind, evidence: generator.trim().slice(0, 100) }
    const found = marks.filter((mark) => start.includes(mark))
    if (found.length >= fewest && !(named && kind !== 'vnpt'))
      return { kind, evidence: found.join(', ') }
  }
  if (headers['liferay-portal'])
    return { kind: 'liferay', evidence: headers['liferay-portal'].slice(0, 100) }
  if (headers.microsoftsharepointteamservices)
    return { kind: 'sharepoint', evidence: 'MicrosoftSharePointTeamServices' }
  return { kind: 'unknown', evidence: '' }
}

/** Where a portal has feeds and sitemaps when nothing names them, seen from the site's first page. */
export const usualPlaces: Record<
  PortalKind,
  { feeds: readonly string[]; sitemaps: readonly string[] }
> = {
  nukeviet: {
    // "/feeds/" or "/rss/" lists the feeds of all categories; "/news/rss/" is the one of all news.
    feeds: [
      '/rss/',
      '/feeds/',
      '/news/rss/',
      '/tin-tuc/rss/',
      '/index.php?language=vi&nv=feeds',
      '/index.php?language=vi&nv=news&op=rss',
    ],
    sitemaps: [
      '/sitemap.xml',
      '/index.php?nv=SitemapIndex',
      '/sitemap-vi.xml',
      '/sitemap-vi.news.xml',
    ],
  },
  wordpress: {
    feeds: ['/feed/', '/?feed=rss2'],
    sitemaps: ['/wp-sitemap.xml', '/sitemap_index.xml', '/sitemap.xml'],
  },
  joomla: {
    feeds: ['/?format=feed&type=rss', '/index.php?format=feed&type=rss'],
    sitemaps: ['/sitemap.xml', '/index.php?option=com_jmap&view=sitemap&format=xml'],
  },
  drupal: { feeds: ['/rss.xml'], sitemaps: ['/sitemap.xml'] },
  liferay: { feeds: ['/rss', '/c/blogs/rss'], sitemaps: ['/sitemap.xml'] },
  sharepoint: {
    feeds: ['/pages/rss.aspx', '/_layouts/15/feed.aspx?xsl=1', '/rss/pages/index.aspx'],
    sitemaps: ['/sitemap.xml'],
  },
  dotnetnuke: {
    feeds: ['/rss.aspx', '/rss', '/DesktopModules/DNNArticle/RSS.aspx'],
    sitemaps: ['/SiteMap.aspx', '/sitemap.xml'],
  },
  vnpt: { feeds: ['/rss', '/rss/home.rss'], sitemaps: ['/sitemap.xml'] },
  unknown: {
    feeds: ['/rss/', '/feed/', '/rss.xml', '/feed.xml', '/atom.xml', '/rss/home.rss', '/rss.aspx'],
    sitemaps: ['/sitemap.xml', '/sitemap_index.xml', '/sitemap-index.xml'],
  },
}
