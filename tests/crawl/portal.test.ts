import { expect, test } from 'vitest'
import { type PortalKind, recognisePortal } from '../../src/crawl/portal.ts'
import { readWebPage } from '../../src/crawl/web-page.ts'

const portalOf = (html: string, headers: Record<string, string> = {}) =>
  recognisePortal(html, readWebPage(html, 'https://sgd.vn/'), headers)

test.each<[portal: PortalKind, html: string, headers?: Record<string, string>]>([
  ['nukeviet', '<meta name="generator" content="NukeViet v4.5">'],
  ['nukeviet', '<script>var nv_base_siteurl="/",nv_lang_data="vi";</script>'],
  ['wordpress', '<meta name="generator" content="WordPress 6.4.3">'],
  [
    'wordpress',
    '<link href="/wp-content/themes/x.css"><script src="/wp-includes/js/a.js"></script>',
  ],
  ['joomla', '<meta name="generator" content="Joomla! - Open Source Content Management">'],
  ['drupal', '<meta name="Generator" content="Drupal 9 (https://www.drupal.org)">'],
  ['drupal', '<p>x</p>', { 'x-generator': 'Drupal 7' }],
  [
    'dotnetnuke',
    '<script src="/DesktopModules/a.js"></script><link href="/Portals/_default/default.css"><td id="dnn_ContentPane">',
  ],
  ['liferay', '<script>Liferay.ThemeDisplay = {}; Liferay.AUI.x()</script>'],
  ['liferay', '<p>x</p>', { 'liferay-portal': 'Liferay Community Edition Portal 6.2' }],
  ['sharepoint', '<meta name="GENERATOR" content="Microsoft SharePoint">'],
  ['sharepoint', '<script>var _spPageContextInfo={};</script><div id="s4-workspace">'],
  ['vnpt', '<meta name="generator" content="VNPT Portal">'],
  ['unknown', '<p>Trang này dẫn tới một tệp trong /wp-content/uploads của trang khác.</p>'],
  ['unknown', '<p>NukeViet là phần mềm mã nguồn mở do Việt Nam phát triển.</p>'],
  ['unknown', ''],
])('%s: %s', (kind, html, headers) => {
  const portal = portalOf(html, headers)
  expect(portal.kind).toBe(kind)
  expect(portal.evidence !== '').toBe(kind !== 'unknown')
})
