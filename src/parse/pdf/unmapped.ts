// Knows fonts that do not say which characters their glyphs are (no ToUnicode): pdf.js then gives the number of the glyph,
// or a character for private use, in place of each letter. The page looks right, and its text is nonsense.
//
//   "Căn cứ" drawn by glyphs 38 259 81 3 70 514   →   "&\u0103Q\u0003F\u0202"
import type { Warning } from '../../model.ts'
import { pagesOf } from '../ocr/outcome.ts'
import type { FontFacts, PageGlyphs } from './glyphs.ts'

/** What was seen of every font so far, by its name. */
export type FontLedger = Map<string, { shown: number; strange: number; pages: number[] }>

/** Fonts of signs, whose bullets are characters for private use in honest files. */
const symbolFont = /symbol|wingding|webding|dingbat|marlett|mt ?extra|awesome|icon|bullet/i
/** Glyphs needed to judge a font, and the share of them that must have no character. */
const fewestGlyphs = 20
const strangeShare = 0.08

/** Notes the fonts of a page. Gives true where most of its text is in fonts that do not say what it is. */
export function noteFonts(ledger: FontLedger, { fonts }: PageGlyphs, page: number): boolean {
  let all = 0
  let nonsense = 0
  for (const { name, shown, strange } of fonts) {
    if (shown === 0) continue
    const entry = ledger.get(name) ?? { shown: 0, strange: 0, pages: [] }
    entry.shown += shown
    entry.strange += strange
    if (entry.pages.at(-1) !== page) entry.pages.push(page)
    ledger.set(name, entry)
    all += shown
    if (isUnmapped(name, entry)) nonsense += shown
  }
  return all >= fewestGlyphs && nonsense > 0.5 * all
}

const isUnmapped = (name: string, { shown, strange }: Pick<FontFacts, 'shown' | 'strange'>) =>
  !symbolFont.test(name) && shown >= fewestGlyphs && strange > strangeShare * shown

/** A warning for each font that does not say which letters it draws. */
export function fontWarnings(ledger: FontLedger): Warning[] {
  return [...ledger].flatMap(([name, entry]) =>
    isUnmapped(name, entry)
      ? [
          {
            code: 'unmapped-font',
            message: `${pagesOf(entry.pages)}: the font "${name || 'without a name'}" does not say which letters it draws; its text cannot be read but from a picture of the page.`,
          },
        ]
      : [],
  )
}
