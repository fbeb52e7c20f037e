// Pages of an original as pictures. The latest are kept in memory: whoever turns pages comes back to them.
import { createPageDrawer, drawableTypes } from '../parse/page-picture.ts'
import type { Context } from './context.ts'
import { withOriginal } from './original.ts'

/** Pictures kept in memory by each process, in bytes all together. */
const keptBytes = 48 * 1024 ** 2

/** Whether the pages of an original can be drawn. */
export const isDrawable = (mediaType: string | null): boolean =>
  mediaType !== null && drawableTypes.has(mediaType)

export type PagePictures = {
  /** A page by document and number, from 1; null where there is no such document or page, or nothing that has pages. */
  of(context: Context, id: string, page: number): Promise<Buffer | null>
  /** Kills what is being drawn. */
  close(): Promise<void>
}

/** Draws pages when they are first asked for; a page that several ask for at once is drawn once. */
export function createPagePictures(): PagePictures {
  const drawer = createPageDrawer()
  const kept = new Map<string, Buffer>()
  const underWay = new Map<string, Promise<Buffer | null>>()
  let size = 0

  function keep(key: string, picture: Buffer): void {
    kept.set(key, picture)
    size += picture.length
    for (const [oldest, { length }] of kept) {
      if (size <= keptBytes) break
      kept.delete(oldest)
      size -= length
    }
  }

  async function draw({ store, blobs }: Context, id: string, page: number) {
    const row = await store.getDocument(id)
    if (!row || !isDrawable(row.mediaType)) return null
    return withOriginal(blobs, row, (path) => drawer.draw({ name: row.name, path, page }))
  }

  async function of(context: Context, id: string, page: number) {
    const key = `${id}/${page}`
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      // A document that was forgotten meanwhile is shown to nobody.
      return (await context.store.getDocument(id)) ? known : null
    }
    let drawing = underWay.get(key)
    if (!drawing) {
      drawing = draw(context, id, page).finally(() => underWay.delete(key))
      underWay.set(key, drawing)
      void drawing.then((picture) => picture && keep(key, picture)).catch(() => undefined)
    }
    return drawing
  }

  return { of, close: () => drawer.close() }
}
