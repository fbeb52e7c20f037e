// Which elements of a page are blocks, which stand around what the page is about, and which hold an article's body.
//
//   <ul class="nav navbar-nav">, <div id="footer">     around
//   <div id="news-bodyhtml">, <div class="entry-content">, itemprop="articleBody"     the body of an article
import type { Attributes } from './scan-markup.ts'

export const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr frame keygen'.split(' '),
)

export const blockElements = new Set(
  'p div td th tr table li ul ol dl dd dt section article header footer nav aside main figure figcaption blockquote pre form fieldset h1 h2 h3 h4 h5 h6 hr body center address details summary option'.split(
    ' ',
  ),
)

const aroundNames = new Set(['nav', 'footer', 'aside', 'menu', 'dialog'])
const aroundRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'menu',
  'menubar',
  'dialog',
])

/** Whole words of class names and ids, between "-", "_" and spaces. */
const wholeWord = (words: string): RegExp =>
  new RegExp(`(?:^|[\\s_-])(?:${words})(?:$|[\\s_-])`, 'i')

const aroundWords = wholeWord(
  'nav|navbar\\d?|navigation|mainnav|topnav|menu\\d{0,2}|mainmenu|topmenu|submenu|sidemenu|megamenu|menubar|dropdown|breadcrumbs?|breadcrum|footer|foot|topbar|masthead|site-header|sidebar|side-bar|social|share|sharing|copyright|counter|online|thongke|thong-ke|lienket|weblink|advert|banner|qc|modal|popup|login|language|lang|skip-?link|cookie|toolbar',
)

/** Whether an element stands around what the page is about, by its own name and role. */
export const isAroundByName = (name: string, { role = '' }: Attributes): boolean =>
  aroundNames.has(name) || aroundRoles.has(role.toLowerCase())

const whole = new Set(['body', 'html', 'main', 'article', 'form'])

/** The same, also by the words of its class and id; what always holds the whole page is never around. */
export function isAroundElement(name: string, attributes: Attributes): boolean {
  if (whole.has(name)) return false
  if (isAroundByName(name, attributes)) return true
  const { class: classes = '', id = '' } = attributes
  // Long lists of classes are those of grids; classes of menus are few.
  return (classes.length < 200 && aroundWords.test(classes)) || aroundWords.test(id)
}

const knownIds =
  /^(?:news-bodyhtml|newsbody|divnewsdetails|detailcontent|article-?(?:body|content)|post-?content|content-?detail|contentdetail|main-?detail|noidung|noi-dung-tin|divarticledescription2?|.{0,60}_(?:lblcontent|lblnoidung|richhtmlfield))$/i
const knownClasses = wholeWord(
  'bodytext|entry-content|post-content|article-content|article-body|articlebody|article__body|journal-content-article|news-content|newscontent|content-detail|contentdetail|detail-content|detail__content|maincontent-detail|fck_detail|singular-content|zce-content-body|ms-rtestate-field|field--name-body|item-page|noidung|noi-dung|chitiet-tin|content-news|body-content-news|asset-full-content|news-detail|newsdetail|detail-news|chi-tiet-tin|article-detail|post-detail',
)

/** Whether portals keep the body of an article in such an element. */
export const knownArticle = ({
  class: classes = '',
  id = '',
  itemprop = '',
}: Attributes): boolean =>
  itemprop === 'articleBody' ||
  knownIds.test(id) ||
  (classes.length < 200 && knownClasses.test(classes))
