// The original of a document for download: always an attachment, never shown or run in our origin.
import type { App } from '../app/app.ts'

type Original = NonNullable<Awaited<ReturnType<App['original']>>>

/** Says, with the value "altered", that the bytes are no longer those that were taken in. */
export const alteredHeader = 'x-vanthu-original'

/** An answer with the bytes as they are. Its name is given twice: in ASCII, and in UTF-8 after RFC 5987. */
export function originalResponse({ name, mediaType, bytes, isAltered }: Original): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': /^[\w.+-]+\/[\w.+-]+$/.test(mediaType)
        ? mediaType
        : 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-disposition': contentDisposition(name),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': isAltered ? 'no-store' : 'private, max-age=3600',
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
