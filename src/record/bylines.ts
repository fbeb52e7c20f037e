// The bylines of a document: the lines of authors and sources, and the photographers that captions name. Each is told once.
import { bylineOf } from '../extract/bylines.ts'
import type { Page } from '../extract/page.ts'
import { photoCreditsOf } from '../extract/photo-credits.ts'
import type { Byline } from '../model.ts'

/** All bylines in order of place; official documents have no photographers. */
export function bylinesOf(page: Page): Byline[] {
  const found = page.blocks.flatMap(({ start, end, zone }) => {
    const text = page.text.slice(start, end)
    if (zone === 'byline') return bylineOf(text, page.lexicon) ?? []
    const isRead = zone !== 'boilerplate' && zone !== 'table' && page.header === null
    return isRead ? photoCreditsOf(text, page.key.slice(start, end), page.lexicon) : []
  })
  return [...new Map(found.map((byline) => [`${byline.kind}|${byline.name}`, byline])).values()]
}
