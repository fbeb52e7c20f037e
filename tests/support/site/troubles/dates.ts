// Troubles with the day of publication.
import { shownTime } from '../markup/layout.ts'
import { only, type Trouble } from './trouble.ts'

const articles = (change: (html: string, publishedAt: string) => string): Trouble => ({
  change: only(['article'], (reply, { shelf, url }) => {
    const { etag: _, ...headers } = reply.headers
    const publishedAt = shelf.at(url.pathname)?.publishedAt ?? ''
    return {
      ...reply,
      headers,
      body: Buffer.from(change(reply.body.toString('utf8'), publishedAt)),
    }
  }),
})
const stated =
  /<meta property="article:published_time"[^>]*>|<span class="hidden hide d-none" itemprop="datePublished">[^<]*<\/span>/g

export const dateTroubles = {
  /** What the head says lies in the future; what is shown does not. */
  'future-in-head': articles((html) =>
    html.replace(
      stated,
      '<meta property="article:published_time" content="2099-01-01T00:00:00+07:00">',
    ),
  ),
  'future-everywhere': articles((html, at) =>
    html.replace(stated, '').replaceAll(shownTime(at), 'Thứ năm - 01/01/2099 08:00'),
  ),
  /** A script has another day than the text. */
  'another-day-in-script': articles((html) =>
    html
      .replace(stated, '')
      .replace(
        '</head>',
        '<script>var article = {"datePublished": "2019-01-01T00:00:00Z"}</script></head>',
      ),
  ),
  'no-date': articles((html, at) => html.replace(stated, '').replaceAll(shownTime(at), '')),
} satisfies Record<string, Trouble>
