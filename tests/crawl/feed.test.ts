import { describe, expect, test } from 'vitest'
import { readFeed } from '../../src/crawl/feed.ts'
import { readFeedDate } from '../../src/crawl/feed-date.ts'
import { encodeAs } from '../support/encode-legacy.ts'

const nowMs = Date.parse('2024-06-15T00:00:00Z')
const url = 'https://sgd.vn/tin-tuc/rss/'
const read = (xml: string | Uint8Array, charset: string | null = null) =>
  readFeed(typeof xml === 'string' ? Buffer.from(xml) : xml, { url, charset, nowMs })
const rss = (inside: string) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Tin tức</title>${inside}</channel></rss>`
const shown = (xml: string | Uint8Array, charset: string | null = null) =>
  read(xml, charset)?.entries.map((entry) => `${entry.url} | ${entry.title} | ${entry.publishedAt}`)

describe('entries of feeds', () => {
  test.each<[what: string, xml: string, entries: string[]]>([
    [
      'RSS 2.0',
      rss(
        '<item><title>Bài một</title><link>https://sgd.vn/bai-1.html</link><pubDate>Tue, 09 May 2023 08:30:00 +0700</pubDate></item>',
      ),
      ['https://sgd.vn/bai-1.html | Bài một | 2023-05-09T01:30:00.000Z'],
    ],
    [
      'CDATA and white space',
      rss(
        '<item><title><![CDATA[ Bài <b>một</b> & hai ]]></title><link>\n  /bai-1.html \n</link></item>',
      ),
      ['https://sgd.vn/bai-1.html | Bài một & hai | null'],
    ],
    [
      'titles escaped twice',
      rss(
        '<item><title>H&amp;#7897;i ngh&amp;#7883; &amp;quot;s&amp;#417; k&amp;#7871;t&amp;quot;</title><link>/a</link></item>',
      ),
      ['https://sgd.vn/a | Hội nghị "sơ kết" | null'],
    ],
    [
      'a bare ampersand',
      rss('<item><title>R&D</title><link>https://sgd.vn/?nv=news&op=a/b-1</link></item>'),
      ['https://sgd.vn/?nv=news&op=a/b-1 | R&D | null'],
    ],
    [
      'a guid that is the address',
      rss('<item><title>A</title><guid>https://sgd.vn/a</guid></item>'),
      ['https://sgd.vn/a | A | null'],
    ],
    [
      'a guid that is none',
      rss(
        '<item><title>A</title><guid isPermaLink="false">https://sgd.vn/x</guid><link>/a</link></item>',
      ),
      ['https://sgd.vn/a | A | null'],
    ],
    [
      'a guid that is none, and no link',
      rss('<item><title>A</title><guid isPermaLink="false">https://sgd.vn/x</guid></item>'),
      [],
    ],
    [
      'tracking in links',
      rss('<item><title>A</title><link>/a?utm_source=rss&amp;id=3</link></item>'),
      ['https://sgd.vn/a?id=3 | A | null'],
    ],
    [
      'dc:date',
      rss(
        '<item><title>A</title><link>/a</link><dc:date>2023-05-09T08:30:00+07:00</dc:date></item>',
      ),
      ['https://sgd.vn/a | A | 2023-05-09T01:30:00.000Z'],
    ],
    [
      'an atom link beside the link',
      rss('<item><atom:link href="/rss" rel="self"/><title>A</title><link>/a</link></item>'),
      ['https://sgd.vn/a | A | null'],
    ],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="r"><channel><title>T</title></channel><item rdf:about="https://sgd.vn/a"><title>A</title><link>https://sgd.vn/a</link><dc:date>2023-05-09</dc:date></item></rdf:RDF>',
      ['https://sgd.vn/a | A | 2023-05-09'],
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="html">A &amp;amp; B</title><link rel="self" href="/x"/><link rel="alternate" type="text/html" href="/a"/><updated>2023-05-09T08:30:00Z</updated></entry></feed>',
      ['https://sgd.vn/a | A & B | 2023-05-09T08:30:00.000Z'],
    ],
    [
      'Atom with a base',
      '<feed xml:base="https://sgd.vn/blog/"><entry><title>A</title><link href="a"/></entry></feed>',
      ['https://sgd.vn/blog/a | A | null'],
    ],
    [
      'no end at all',
      '<rss><channel><item><title>A</title><link>/a</link></item><item><title>B</title><link>/b-c',
      ['https://sgd.vn/a | A | null'],
    ],
    [
      'end tags that are missing',
      rss('<item><title>A<link>/a</link><description>x</item><item><link>/b</link></item>'),
      ['https://sgd.vn/a | A | null', 'https://sgd.vn/b |  | null'],
    ],
    [
      'HTML in a description',
      rss(
        '<item><title>A</title><link>/a</link><description><p>Một<br>hai <a href="/x">ba</a></description></item><item><title>B</title><link>/b</link></item>',
      ),
      ['https://sgd.vn/a | A | null', 'https://sgd.vn/b | B | null'],
    ],
    [
      'a day in the future',
      rss(
        '<item><title>A</title><link>/a</link><pubDate>Fri, 01 Jan 2055 00:00:00 GMT</pubDate></item>',
      ),
      ['https://sgd.vn/a | A | null'],
    ],
  ])('%s', (_, xml, entries) => {
    expect(shown(xml)).toEqual(entries)
  })

  test('in Windows-1258, by the header or by itself', () => {
    const xml = rss(
      '<item><title>Hội nghị sơ kết học kỳ một của các trường</title><link>/a</link></item>',
    ).replace('utf-8', 'windows-1258')
    const bytes = Buffer.from(encodeAs('cp1258', xml), 'latin1')
    for (const charset of [null, 'windows-1258'])
      expect(shown(bytes, charset)).toEqual([
        'https://sgd.vn/a | Hội nghị sơ kết học kỳ một của các trường | null',
      ])
  })

  test('what goes with an entry', () => {
    const feed = read(
      rss(
        '<item><title>A</title><link>/a</link><guid isPermaLink="false">news_4</guid><enclosure url="/uploads/kh.pdf" type="application/pdf" length="3"/></item><item><title>B</title></item><atom:link rel="next" href="/rss/2"/>',
      ),
    )
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'Tin tức',
      next: 'https://sgd.vn/rss/2',
      without: 1,
    })
    expect(feed?.entries[0]).toMatchObject({
      id: 'news_4',
      enclosures: [{ url: 'https://sgd.vn/uploads/kh.pdf', type: 'application/pdf' }],
    })
  })

  test.each([
    '',
    '<html><body>RSS</body></html>',
    '<urlset></urlset>',
    '{"version":"1"}',
    'x'.repeat(100),
  ])('no feed: %s', (text) => {
    expect(read(text)).toBeNull()
  })

  test('entities that would grow are left alone, and depth costs nothing', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${rss('<item><title>&b;</title><link>/a</link></item>')}`
    expect(shown(bomb)).toEqual(['https://sgd.vn/a | &b; | null'])
    const startedAt = performance.now()
    read(rss('<a>'.repeat(300_000)))
    read(rss(`<item>${'</x>'.repeat(300_000)}`))
    read(rss('<![CDATA['.repeat(200_000)))
    read(rss('<!--'.repeat(200_000)))
    read(rss('<a>'.repeat(100_000) + '</b>'.repeat(100_000)))
    expect(performance.now() - startedAt).toBeLessThan(4000)
  })
})

describe('dates of feeds', () => {
  test.each<[written: string, at: string | null]>([
    ['Tue, 09 May 2023 20:01:00 +0700', '2023-05-09T13:01:00.000Z'],
    ['Tue, 9 May 2023 20:01:00 GMT', '2023-05-09T20:01:00.000Z'],
    ['09 May 2023', '2023-05-09'],
    ['Tue, 09 May 23 20:01:00 ICT', '2023-05-09T13:01:00.000Z'],
    ['Tue, 09 May 2023 08:01 PM', '2023-05-09T13:01:00.000Z'],
    ['Tue, 09-May-2023 20:01:00 GMT+7', '2023-05-09T13:01:00.000Z'],
    ['2023-05-09T20:01:00Z', '2023-05-09T20:01:00.000Z'],
    ['2023-05-09T20:01:00.123+07:00', '2023-05-09T13:01:00.000Z'],
    ['2023-05-09 20:01:00', '2023-05-09T13:01:00.000Z'],
    ['2023-05-09T20:01+0700', '2023-05-09T13:01:00.000Z'],
    ['2023-05-09', '2023-05-09'],
    ['2023-05', '2023-05-01'],
    ['09/05/2023 20:01', '2023-05-09T13:01:00.000Z'],
    ['Thứ ba, 09/05/2023', '2023-05-09'],
    ['1683637260', '2023-05-09T13:01:00.000Z'],
    ['2024-06-15T10:00:00Z', '2024-06-15T10:00:00.000Z'],
    ['', null],
    ['hôm qua', null],
    ['2023-02-30', null],
    ['0000-00-00 00:00:00', null],
    ['Thu, 01 Jan 1970 00:00:00 GMT', null],
    ['2024-07-01', null],
    ['Tue, 31 Feb 2023 10:00:00 GMT', null],
    ['9'.repeat(200), null],
  ])('%s', (written, at) => {
    expect(readFeedDate(written, nowMs)).toBe(at)
  })
})
