// Troubles with what characters bytes are.
import { encodeAs } from '../../encode-legacy.ts'
import { only, type Trouble, withBody } from './trouble.ts'

const articles = (change: NonNullable<Trouble['change']>): Trouble => ({
  change: only(['article'], change),
})
const text = (body: Buffer): string => body.toString('utf8')
const in1258 = (written: string): Buffer => Buffer.from(encodeAs('cp1258', written), 'latin1')

const withoutMeta = (html: string): string =>
  html.replace(/<meta http-equiv="Content-Type"[^>]*>/, '')

export const charsetTroubles = {
  /** The header says one thing, the bytes are UTF-8. */
  'header-says-latin1': articles((reply) =>
    withBody(reply, reply.body, { 'content-type': 'text/html; charset=iso-8859-1' }),
  ),
  /** The page says UTF-8, the bytes are Windows-1258. */
  'meta-says-utf8': articles((reply) =>
    withBody(reply, in1258(text(reply.body)), { 'content-type': 'text/html' }),
  ),
  'header-says-1258': articles((reply) =>
    withBody(reply, in1258(text(reply.body)), {
      'content-type': 'text/html; charset=windows-1258',
    }),
  ),
  /** Nothing in the page says so. */
  'only-header-says-1258': articles((reply) =>
    withBody(reply, in1258(withoutMeta(text(reply.body))), {
      'content-type': 'text/html; charset=windows-1258',
    }),
  ),
  /** A server that says ISO-8859-1 of everything. */
  'header-says-latin1-of-1258': articles((reply) =>
    withBody(reply, in1258(withoutMeta(text(reply.body))), {
      'content-type': 'text/html; charset=ISO-8859-1',
    }),
  ),
  'no-charset': articles((reply) =>
    withBody(reply, withoutMeta(text(reply.body)), { 'content-type': 'text/html' }),
  ),
  'byte-order-mark': articles((reply) =>
    withBody(reply, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), reply.body]), {
      'content-type': 'text/html; charset=windows-1252',
    }),
  ),
  'utf-16': articles((reply) =>
    withBody(
      reply,
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text(reply.body), 'utf16le')]),
      { 'content-type': 'text/html' },
    ),
  ),
  'feed-in-1258': {
    change: only(['feed'], (reply) =>
      withBody(
        reply,
        in1258(text(reply.body).replace('encoding="utf-8"', 'encoding="windows-1258"')),
        { 'content-type': 'text/xml' },
      ),
    ),
  },
} satisfies Record<string, Trouble>
