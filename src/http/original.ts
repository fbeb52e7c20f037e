// The original of a document for download: always an attachment, never shown or run in our origin.
import type { Context } from 'hono'
import type { App } from '../app/app.ts'
import { isKnown } from './etag.ts'

type Original = NonNullable<Awaited<ReturnType<App['original']>>>

/** Says, with the value "altered", that the bytes are no longer those that were taken in. */
export const alteredHeader = 'x-vanthu-original'

/** An answer with the bytes of a document as they are; 304 where they are known and were not altered. Its name is given twice: in ASCII, and in UTF-8 after RFC 5987. */
export function originalResponse(c: Context, id: string, original: Original): Response {
  const { name, mediaType, bytes, isAltered } = original
  const etag = `"${id}"`
  const kept = {
    'cache-control': isAltered ? 'no-store' : 'private, max-age=3600',
    ...(!isAltered && { etag }),
  }
  if (!isAltered && isKnown(c, etag)) return new Response(null, { status: 304, headers: kept })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(mediaType)
        ? mediaType
        : 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': contentDisposition(name),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      ...kept,
      ...(isAltered && { [alteredHeader]: 'altered' }),
    },
  })
}

/** "báo cáo.pdf" → attachment; filename="bao cao.pdf"; filename*=UTF-8''b%C3%A1o%20c%C3%A1o.pdf */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7E]|["\\%]/gu, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
