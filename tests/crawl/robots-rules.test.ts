// What a robots.txt says, by RFC 9309.
import { describe, expect, test } from 'vitest'
import { readRobots } from '../../src/crawl/robots-rules.ts'

const allows = (lines: string[], path: string): boolean =>
  readRobots(lines.join('\n'), 'vanthu').allows(new URL(path, 'http://so.vn'))

const all = 'User-agent: *'

describe('disallows', () => {
  test.each([
    ['a path', [all, 'Disallow: /kin'], '/kin'],
    ['what begins so', [all, 'Disallow: /kin'], '/kin/1.html'],
    ['all', [all, 'Disallow: /'], '/'],
    ['a query', [all, 'Disallow: /tim?q='], '/tim?q=tin'],
    ['behind a byte order mark', ['\uFEFFUser-agent: *', 'Disallow: /kin'], '/kin'],
    ['with CRLF', ['User-agent: *\r\nDisallow: /kin\r\n'], '/kin'],
    ['with CR alone', ['User-agent: *\rDisallow: /kin\r'], '/kin'],
    ['whatever the case of keys', ['USER-AGENT: *', 'disALLOW: /kin'], '/kin'],
    ['with spaces round', ['  User-agent :  * ', '\tDisallow :\t/kin  '], '/kin'],
    ['with a comment behind', [`${all} # ai cũng vậy`, 'Disallow: /kin # không vào'], '/kin'],
    ['by a star', [all, 'Disallow: /*/kin'], '/vi/kin'],
    ['by a star that is nothing', [all, 'Disallow: /tin*/kin'], '/tin/kin'],
    ['by stars in a row', [all, 'Disallow: /***kin'], '/vi/kin'],
    ['by an ending', [all, 'Disallow: /*.zip$'], '/tep/a.zip'],
    ['by an ending that also stands before', [all, 'Disallow: /*.zip$'], '/a.zip/b.zip'],
    ['by the end alone', [all, 'Disallow: /kin$'], '/kin'],
    ['by a star and the end', [all, 'Disallow: /kin*$'], '/kin/1'],
    ['by the longest pattern', [all, 'Allow: /tin', 'Disallow: /tin/kin'], '/tin/kin/1'],
    [
      'by the longest pattern, in either order',
      [all, 'Disallow: /tin/kin', 'Allow: /tin'],
      '/tin/kin/1',
    ],
    ['by our own group', ['User-agent: vanthu', 'Disallow: /kin', all, 'Allow: /'], '/kin'],
    ['by our own group in capitals', ['User-agent: VanThu', 'Disallow: /kin'], '/kin'],
    ['by our own group with a version', ['User-agent: vanthu/2.1', 'Disallow: /kin'], '/kin'],
    [
      'by our own group with words behind',
      ['User-agent: vanthu crawler', 'Disallow: /kin'],
      '/kin',
    ],
    [
      'by a group for several',
      ['User-agent: khac', 'User-agent: vanthu', 'Disallow: /kin'],
      '/kin',
    ],
    [
      'by the first of two groups of ours',
      [
        'User-agent: vanthu',
        'Disallow: /kin',
        all,
        'Disallow:',
        'User-agent: vanthu',
        'Disallow: /mat',
      ],
      '/kin',
    ],
    [
      'by the second of two groups of ours',
      [
        'User-agent: vanthu',
        'Disallow: /kin',
        all,
        'Disallow:',
        'User-agent: vanthu',
        'Disallow: /mat',
      ],
      '/mat',
    ],
    [
      'though a sitemap stands within the group',
      ['User-agent: vanthu', 'Sitemap: http://so.vn/s.xml', 'User-agent: khac', 'Disallow: /kin'],
      '/kin',
    ],
    [
      'though an unknown line stands within the group',
      ['User-agent: vanthu', 'Noindex: /a', 'User-agent: khac', 'Disallow: /kin'],
      '/kin',
    ],
    ['though an empty line stands within the group', [all, '', 'Disallow: /kin'], '/kin'],
    ['Vietnamese as it is', [all, 'Disallow: /tin-tức'], '/tin-tức/1'],
    ['Vietnamese encoded', [all, 'Disallow: /tin-t%e1%bb%a9c'], '/tin-tức/1'],
    ['letters that are encoded in the pattern', [all, 'Disallow: /%6Bin'], '/kin'],
    ['letters that are encoded in the address', [all, 'Disallow: /kin'], '/%6Bin'],
    ['a tilde that is encoded', [all, 'Disallow: /%7Ea'], '/~a'],
    ['brackets', [all, 'Disallow: /a[1]'], '/a[1]'],
    ['a bar', [all, 'Disallow: /a|b'], '/a|b'],
    ['a brace in a query', [all, 'Disallow: /?q={'], '/?q={a}'],
    ['an apostrophe in a query', [all, "Disallow: /?q='"], "/?q='a'"],
    ['a star itself', [all, 'Disallow: /a-%2A.html'], '/a-*.html'],
    ['a dollar itself', [all, 'Disallow: /a-%24'], '/a-$'],
    ['a dollar within', [all, 'Disallow: /a$b'], '/a$b'],
  ])('%s', (_what, lines, path) => {
    expect(allows(lines, path)).toBe(false)
  })
})

describe('allows', () => {
  test.each([
    ['without any line', [''], '/'],
    ['where nothing is disallowed', [all, 'Disallow:'], '/kin'],
    ['another path', [all, 'Disallow: /kin'], '/ki'],
    ['another case of a path', [all, 'Disallow: /Kin'], '/kin'],
    ['what goes on behind the end', [all, 'Disallow: /*.zip$'], '/a.zip?x=1'],
    ['what lacks a part', [all, 'Disallow: /*a*b*c'], '/acb'],
    ['an end that would overlap', [all, 'Disallow: /ab*ba$'], '/aba'],
    ['an end alone, with more behind', [all, 'Disallow: /kin$'], '/kin/'],
    ['a star that is written encoded', [all, 'Disallow: /a%2A'], '/abc'],
    ['a slash that is written encoded', [all, 'Disallow: /a%2Fb'], '/a/b'],
    ['by the longest pattern', [all, 'Disallow: /tin', 'Allow: /tin/mo'], '/tin/mo/1'],
    ['among equals', [all, 'Disallow: /tin', 'Allow: /tin'], '/tin'],
    ['among equals, in either order', [all, 'Allow: /tin', 'Disallow: /tin'], '/tin'],
    [
      'by our own group against all',
      [all, 'Disallow: /', 'User-agent: vanthu', 'Disallow: /kin'],
      '/tin',
    ],
    [
      'by our own group without rules',
      [all, 'Disallow: /', 'User-agent: vanthu', 'Disallow:'],
      '/tin',
    ],
    [
      'by our own group at the end without rules',
      [all, 'Disallow: /', 'User-agent: vanthu'],
      '/tin',
    ],
    [
      'what the group after ours disallows',
      ['User-agent: vanthu', 'Disallow: /kin', all, 'Disallow: /tin'],
      '/tin',
    ],
    [
      'what the group before ours disallows',
      [all, 'Disallow: /tin', 'User-agent: vanthu', 'Disallow: /kin'],
      '/tin',
    ],
    ['what is disallowed for others', ['User-agent: khac', 'Disallow: /'], '/tin'],
    ['what is disallowed for a longer name', ['User-agent: vanthu-anh', 'Disallow: /'], '/tin'],
    ['what is disallowed for a shorter name', ['User-agent: van', 'Disallow: /'], '/tin'],
    ['what is disallowed for nobody', ['Disallow: /'], '/tin'],
    [
      'a page in place of a robots.txt',
      ['<!doctype html><title>Không có</title>', '<p>Disallow: /</p>'],
      '/tin',
    ],
    ['a group with a comment for a name', ['User-agent: # *', 'Disallow: /'], '/tin'],
    ['names as of objects', ['User-agent: __proto__', 'Disallow: /'], '/tin'],
  ])('%s', (_what, lines, path) => {
    expect(allows(lines, path)).toBe(true)
  })
})

describe('reads', () => {
  test.each([
    ['seconds', ['Crawl-delay: 5'], 5000],
    ['parts of seconds', ['crawl-delay: 0.5'], 500],
    ['the longest of several', ['Crawl-delay: 2', 'Crawl-delay: 7'], 7000],
    ['a year as a day', ['Crawl-delay: 31536000'], 86_400_000],
    ['no number', ['Crawl-delay: chậm'], 0],
    ['less than nothing', ['Crawl-delay: -5'], 0],
    ['without end', ['Crawl-delay: Infinity'], 0],
    ['nothing', ['Crawl-delay:'], 0],
  ])('a delay: %s', (_what, lines, delayMs) => {
    expect(readRobots([all, ...lines].join('\n'), 'vanthu').crawlDelayMs).toBe(delayMs)
  })

  test('the delay of our own group, not that of all', () => {
    const text = `${all}\nCrawl-delay: 9\nDisallow:\n\nUser-agent: vanthu\nDisallow: /kin`
    expect(readRobots(text, 'vanthu').crawlDelayMs).toBe(0)
    expect(readRobots(text, 'khac').crawlDelayMs).toBe(9000)
  })

  test('sitemaps wherever they stand', () => {
    const text = `Sitemap: http://so.vn/a.xml\n${all}\nDisallow: /kin\nSITEMAP: /b.xml # mới`
    expect(readRobots(text, 'vanthu').sitemaps).toEqual(['http://so.vn/a.xml', '/b.xml'])
  })

  test.each([
    ['stars without end', `Disallow: /${'*a'.repeat(250_000)}`],
    ['many patterns of many stars', `Disallow: /${'*a'.repeat(40)}b\n`.repeat(5500)],
    ['many patterns of long parts', `Disallow: /*${'a'.repeat(60)}b\n`.repeat(6000)],
    ['percent signs', `Disallow: /${'%'.repeat(500_000)}`],
  ])('in little time: %s', (_what, lines) => {
    const rules = readRobots(`${all}\n${lines}`, 'vanthu')
    const started = performance.now()
    expect(rules.allows(new URL(`http://so.vn/${'a'.repeat(4000)}`))).toBe(true)
    // A fraction of a second; the rest is for busy machines.
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
