// A page of an original as a picture: drawn once, then known by its ETag, since neither original nor drawing changes.
import type { Context } from 'hono'
import { isKnown } from './etag.ts'

/** Changed when pages are drawn in another way. */
const drawing = 1

/** Answers with the picture that `draw` gives, with 304 where the browser has it, with 404 where there is none. */
export async function pagePictureResponse(
  c: Context,
  id: string,
  page: number,
  draw: () => Promise<Uint8Array | null>,
): Promise<Response> {
  const etag = `"${id.slice(0, 32)}-${page}-${drawing}"`
  const headers = { etag, 'cache-control': 'private, max-age=86400' }
  if (isKnown(c, etag)) return c.body(null, 304, headers)
  const picture = await draw()
  if (picture === null) return c.notFound()
  return c.body(new Uint8Array(picture), 200, {
    ...headers,
    'content-type': 'image/png',
    'content-length': String(picture.byteLength),
    'content-security-policy': "sandbox; default-src 'none'",
  })
}
