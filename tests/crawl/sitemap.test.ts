import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { followSitemaps } from '../../src/crawl/follow-sitemaps.ts'
import { readSitemap, type Sitemap } from '../../src/crawl/sitemap.ts'
import { BadDocumentError } from '../../src/errors.ts'

const read = (content: string | Buffer) =>
  readSitemap(Buffer.from(content), {
    url: 'https://sgd.vn/sitemap.xml',
    charset: null,
    nowMs: Date.parse('2024-06-15T00:00:00Z'),
  })
const entry = (path: string, rest = '') => `<url><loc>https://sgd.vn${path}</loc>${rest}</url>`
const urlset = (...entries: string[]) =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</urlset>`

describe('sitemaps', () => {
  test.each<
    [
      what: string,
      content: string | Buffer,
      kind: string,
      entries: string[],
      left?: number,
      cut?: boolean,
    ]
  >([
    [
      'pages',
      urlset(entry('/a', '<lastmod>2023-05-09T08:00:00+07:00</lastmod>'), entry('/b')),
      'pages',
      ['https://sgd.vn/a 2023-05-09T01:00:00.000Z', 'https://sgd.vn/b null'],
    ],
    [
      'an index',
      '<sitemapindex><sitemap><loc>/sitemap-vi.news.xml</loc><lastmod>2023-05-09</lastmod></sitemap></sitemapindex>',
      'index',
      ['https://sgd.vn/sitemap-vi.news.xml 2023-05-09'],
    ],
    [
      'a prefix and CDATA',
      '<s:urlset><s:url><s:loc><![CDATA[ https://sgd.vn/?a=1&b=2 ]]></s:loc></s:url></s:urlset>',
      'pages',
      ['https://sgd.vn/?a=1&b=2 null'],
    ],
    ['packed', gzipSync(urlset(entry('/a'))), 'pages', ['https://sgd.vn/a null']],
    ['packed twice', gzipSync(gzipSync(urlset(entry('/a')))), 'pages', ['https://sgd.vn/a null']],
    [
      'plain text',
      '\uFEFFhttps://sgd.vn/a\r\n\r\nhttps://sgd.vn/b\r\n',
      'pages',
      ['https://sgd.vn/a null', 'https://sgd.vn/b null'],
    ],
    [
      'entries without an address',
      urlset(
        entry('/a'),
        '<url><lastmod>2023-01-01</lastmod></url>',
        '<url><loc>javascript:x</loc></url>',
      ),
      'pages',
      ['https://sgd.vn/a null'],
      2,
    ],
    [
      'cut within an address',
      urlset(entry('/a'), entry('/b-dai-1')).slice(0, -24),
      'pages',
      ['https://sgd.vn/a null'],
      1,
    ],
    [
      'images beside the address',
      urlset(
        '<url><image:image><image:loc>https://sgd.vn/x.jpg</image:loc></image:image><loc>https://sgd.vn/a</loc></url>',
      ),
      'pages',
      ['https://sgd.vn/a null'],
    ],
  ])('%s', async (_, content, kind, entries, left = 0) => {
    const sitemap = await read(content)
    expect(sitemap).toMatchObject({ kind, left, cut: false })
    expect(sitemap?.entries.map(({ url, changedAt }) => `${url} ${changedAt}`)).toEqual(entries)
  })

  test('of news', async () => {
    const sitemap = await read(
      urlset(
        entry(
          '/a',
          '<news:news><news:publication><news:name>Sở</news:name></news:publication><news:publication_date>2023-05-09</news:publication_date><news:title>Hội nghị</news:title></news:news>',
        ),
      ),
    )
    expect(sitemap?.entries).toEqual([
      { url: 'https://sgd.vn/a', changedAt: null, title: 'Hội nghị', publishedAt: '2023-05-09' },
    ])
  })

  test('a packed one that ends early is read as far as it goes', async () => {
    const packed = gzipSync(
      urlset(...Array.from({ length: 500 }, (_, i) => entry(`/bai-so-${i}-${(i * 7919) % 1000}`))),
    )
    const sitemap = await read(packed.subarray(0, packed.length - 400))
    expect(sitemap?.cut).toBe(true)
    expect(sitemap?.entries.length).toBeGreaterThan(100)
    expect(sitemap?.entries.length).toBeLessThan(500)
  })

  test('no more than 50,000 entries', async () => {
    const sitemap = await read(urlset(...Array.from({ length: 50_010 }, (_, i) => entry(`/${i}`))))
    expect(sitemap?.entries.length).toBe(50_000)
    expect(sitemap?.left).toBe(10)
  })

  test('a bomb is refused before it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(51 * 1024 * 1024 + 1, 0x20))
    await expect(read(bomb)).rejects.toMatchObject({ code: 'too-large' })
    await expect(read(Buffer.from([0x1f, 0x8b, 8, 0, 1]))).rejects.toThrow(BadDocumentError)
  })

  test.each(['', '<html><body>404</body></html>', 'Không tìm thấy trang', '<rss></rss>'])(
    'none: %s',
    async (content) => {
      expect(await read(content)).toBeNull()
    },
  )
})

describe('what an index leads to', () => {
  const pages = (path: string): Sitemap => ({
    kind: 'pages',
    left: 0,
    cut: false,
    entries: [{ url: `https://sgd.vn${path}`, changedAt: null, title: null, publishedAt: null }],
  })
  const index = (...entries: [path: string, changedAt?: string][]): Sitemap => ({
    kind: 'index',
    left: 0,
    cut: false,
    entries: entries.map(([path, changedAt = null]) => ({
      url: `https://sgd.vn${path}`,
      changedAt,
      title: null,
      publishedAt: null,
    })),
  })
  const walk = async (files: Record<string, Sitemap>, mostFiles = 20) => {
    const left: string[] = []
    const read: string[] = []
    for await (const { url } of followSitemaps(
      'https://sgd.vn/s',
      { read: async (url) => files[new URL(url).pathname] ?? null, mostFiles },
      (url) => left.push(url),
    ))
      read.push(new URL(url).pathname)
    return { read, left: left.map((url) => new URL(url).pathname) }
  }

  test('the last changed first, each once, itself never', async () => {
    const files = {
      '/s': index(['/a', '2023-01-01'], ['/b', '2024-01-01'], ['/s'], ['/a/'], ['/c']),
      '/a': pages('/1'),
      '/b': pages('/2'),
      '/c': index(['/d'], ['/a']),
      '/d': pages('/3'),
    }
    expect(await walk(files)).toEqual({ read: ['/b', '/a', '/d'], left: [] })
  })

  test('no deeper than three indexes, no more than the files allowed', async () => {
    const files = {
      '/s': index(['/1']),
      '/1': index(['/2']),
      '/2': index(['/3']),
      '/3': index(['/4']),
      '/4': pages('/x'),
    }
    expect(await walk(files)).toEqual({ read: [], left: ['/4'] })
    expect(
      await walk(
        {
          '/s': index(['/a'], ['/b'], ['/c']),
          '/a': pages('/1'),
          '/b': pages('/2'),
          '/c': pages('/3'),
        },
        3,
      ),
    ).toEqual({ read: ['/a', '/b'], left: ['/c'] })
  })
})
