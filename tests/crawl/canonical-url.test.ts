import { describe, expect, test } from 'vitest'
import { canonicalUrl } from '../../src/crawl/canonical-url.ts'
import { urlKey } from '../../src/crawl/url-key.ts'

const base = 'https://sgd.sonha.edu.vn/tin-tuc/thong-bao/'
const whole = 'https://sgd.sonha.edu.vn'

describe('the whole address that a link names', () => {
  test.each<[href: string, url: string]>([
    ['bai-12.html', `${whole}/tin-tuc/thong-bao/bai-12.html`],
    ['../bai-12.html', `${whole}/tin-tuc/bai-12.html`],
    ['../../../../bai.html', `${whole}/bai.html`],
    ['/a/./b/../c.html', `${whole}/a/c.html`],
    ['//stp.sonha.gov.vn/x', 'https://stp.sonha.gov.vn/x'],
    ['  /a.html\n', `${whole}/a.html`],
    ['HTTPS://SGD.SonHa.edu.vn:443/A.html#top', `${whole}/A.html`],
    ['http://sgd.sonha.edu.vn:80/', 'http://sgd.sonha.edu.vn/'],
    ['http://sgd.sonha.edu.vn:8080/', 'http://sgd.sonha.edu.vn:8080/'],
    ['http://sgd.sonha.edu.vn./a', 'http://sgd.sonha.edu.vn/a'],
    ['http://sở-giáo-dục.vn/', 'http://xn--s-gio-dc-cza0987edca.vn/'],
    ['/T%c3%a0i%20li%e1%bb%87u.pdf', `${whole}/T%C3%A0i%20li%E1%BB%87u.pdf`],
    ['/Tài liệu.pdf', `${whole}/T%C3%A0i%20li%E1%BB%87u.pdf`],
    ['/%7Eph%6fng/', `${whole}/~phong/`],
    ['/a%2Fb', `${whole}/a%2Fb`],
    ['/a?x=1&amp;page=2', `${whole}/a?x=1&page=2`],
    ['?page=2', `${whole}/tin-tuc/thong-bao/?page=2`],
    ['/a.html?', `${whole}/a.html`],
    ['/a.html?utm_source=zalo&utm_medium=oa&id=7', `${whole}/a.html?id=7`],
    ['/a.html?fbclid=IwAR0x&gclid=1&zarsrc=30', `${whole}/a.html`],
    ['/a.html?PHPSESSID=0a1b2c3d4e', `${whole}/a.html`],
    ['/a.html;jsessionid=1A2B.node3?id=4', `${whole}/a.html?id=4`],
    ['/(S(lit3py55t21z5v55vlm25s55))/tin.aspx?id=3', `${whole}/tin.aspx?id=3`],
    ['/a.html?nv_redirect=aHR0cA&nvvithemever=d&checkss=ab12', `${whole}/a.html`],
    ['/a.html?sid=9f86d081884c7d659a2feaa0c55ad015', `${whole}/a.html`],
    // What names something on the page stays.
    [
      '/index.php?language=vi&nv=news&op=thong-bao/bai-12',
      `${whole}/index.php?language=vi&nv=news&op=thong-bao/bai-12`,
    ],
    ['/a.aspx?sid=12&s=5&token=abc', `${whole}/a.aspx?sid=12&s=5&token=abc`],
    ['/a.html?download=1&id=0', `${whole}/a.html?download=1&id=0`],
    ['/a?b=2&a=1', `${whole}/a?b=2&a=1`],
    [
      '/a?op=chuyen-muc-giao-duc-2023&k=ke-hoach-nam-hoc-2023-2024',
      `${whole}/a?op=chuyen-muc-giao-duc-2023&k=ke-hoach-nam-hoc-2023-2024`,
    ],
  ])('%s', (href, url) => {
    expect(canonicalUrl(href, base)).toBe(url)
    // What is canonical stays so.
    expect(canonicalUrl(url, base)).toBe(url)
  })
})

describe('leads to no page', () => {
  test.each([
    '',
    '#top',
    'javascript:void(0)',
    ' JavaScript:alert(1)',
    'mailto:so@sonha.edu.vn',
    'tel:02153820000',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://sgd.sonha.edu.vn/a',
    'about:blank',
    'http://',
    'http://a b/',
    'http://quantri:matkhau@sgd.sonha.edu.vn/',
    `/${'a'.repeat(9000)}`,
  ])('%s', (href) => {
    expect(canonicalUrl(href, base)).toBeNull()
  })
})

describe('one page', () => {
  test.each<[one: string, other: string]>([
    ['http://sgd.vn/tin/', 'https://sgd.vn/tin'],
    ['http://www.sgd.vn/', 'https://sgd.vn'],
    ['http://sgd.vn/index.php', 'http://sgd.vn/'],
    ['http://sgd.vn/tin/index.html', 'http://sgd.vn/tin/'],
    ['http://sgd.vn/Default.aspx?id=1', 'http://sgd.vn/?id=1'],
    ['http://sgd.vn/tin?b=2&a=1', 'http://sgd.vn/tin?a=1&b=2'],
    ['http://sgd.vn//tin///a.html', 'http://sgd.vn/tin/a.html'],
    ['http://sgd.vn/tin?q=a%20b', 'http://sgd.vn/tin?q=a+b'],
    ['http://sgd.vn/Pages/Tin.aspx?ItemID=4', 'http://sgd.vn/pages/tin.aspx?itemid=4'],
    ['http://sgd.vn/tin-4.html?utm_campaign=x#y', 'http://sgd.vn/tin-4.html'],
    ['http://sgd.vn/tin?page', 'http://sgd.vn/tin?page='],
  ])('%s and %s', (one, other) => {
    expect(urlKey(one)).toBe(urlKey(other))
  })
})

describe('two pages', () => {
  test.each<[one: string, other: string]>([
    ['http://sgd.vn/tin?id=1', 'http://sgd.vn/tin?id=2'],
    ['http://sgd.vn/tin?page=1', 'http://sgd.vn/tin?page=2'],
    ['http://sgd.vn/tin?id=1', 'http://sgd.vn/tin'],
    ['http://sgd.vn/Tin.html', 'http://sgd.vn/tin.html'],
    ['http://sgd.vn/', 'http://stp.vn/'],
    ['http://sgd.vn/', 'http://sgd.vn:8080/'],
    ['http://sgd.vn/a%2Fb', 'http://sgd.vn/a/b'],
    ['http://sgd.vn/tin.aspx?ItemID=ABC', 'http://sgd.vn/tin.aspx?ItemID=abc'],
    ['http://sgd.vn/a?x=1%262', 'http://sgd.vn/a?x=1&2'],
    ['http://sgd.vn/bai-12.html?download=1&id=0', 'http://sgd.vn/bai-12.html'],
    ['http://sgd.vn/index.php/tin/', 'http://sgd.vn/tin/'],
  ])('%s and %s', (one, other) => {
    expect(urlKey(one)).not.toBe(urlKey(other))
  })
})
