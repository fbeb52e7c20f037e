// One story of a DOC (the body, the footnotes, a header) as paragraphs: their text, their main font, where they stand.
import type { FontRun } from '../../text/legacy/font-runs.ts'
import { withoutSymbols } from '../docx/symbols.ts'
import type { Fib } from './fib.ts'
import { hiddenByFields } from './fields.ts'
import type { DocText } from './pieces.ts'
import {
  type CharacterProperties,
  type ParagraphProperties,
  readCharacters,
  readParagraph,
} from './properties.ts'
import { type Run, readRuns } from './runs.ts'
import { type DocStyles, readDocStyles, readFontNames } from './styles.ts'

export type DocParagraph = {
  text: string
  /** Fonts of its runs. */
  fonts: readonly FontRun[]
  /** Number of its style. */
  style: string
  properties: ParagraphProperties
  /** Whether it ended with a cell mark; the paragraph that ends a row does so too. */
  endsCell: boolean
}

export type DocStories = {
  styles: DocStyles
  /** The paragraphs between two character positions. */
  read(from: number, to: number, progress: () => void): DocParagraph[]
}

const cellEnd = '\x07'
const paragraphEnd = '\r'
const pageOrSection = '\f'

/** What stands in the text for something else; other control characters mark pictures, notes and the like. */
const standsFor: ReadonlyMap<string, string> = new Map([
  ['\t', '\t'],
  ['\v', '\n'],
  ['\x0E', '\n'],
  ['\x1E', '\u2011'],
  // An optional hyphen. In the TCVN3 fonts that character is the letter ư, so it may not go before the text is decoded.
  ['\x1F', '\u00AD'],
])

/** Prepares the tables of formatting for reading stories. */
export function openStories(fib: Fib, { text, pieces }: DocText): DocStories {
  const styles = readDocStyles(fib)
  const fontNames = readFontNames(fib)
  const characterRuns = readRuns(fib, 'characters')
  const paragraphRuns = readRuns(fib, 'paragraphs')
  const characters = new Map<Run, CharacterProperties>()
  const charactersOf = (run: Run): CharacterProperties => {
    const known = characters.get(run)
    if (known) return known
    const read = readCharacters(run.properties, fib.version)
    characters.set(run, read)
    return read
  }

  function read(from: number, to: number, progress: () => void): DocParagraph[] {
    const paragraphs: DocParagraph[] = []
    const hidden = hiddenByFields(text, from, to)
    let nextHidden = 0
    let pieceIndex = pieces.findIndex((piece) => piece.end > from)
    let current = ''
    /** Runs by the properties they have: the style, which knows the font, is only known at the paragraph's end. */
    let runs: Array<{ own: CharacterProperties; solid: number }> = []
    const add = (shown: string, own: CharacterProperties) => {
      current += shown
      if (!/\S/.test(shown)) return
      const last = runs.at(-1)
      if (last?.own === own) last.solid += shown.length
      else runs.push({ own, solid: shown.length })
    }

    const close = (run: Run, mark: string) => {
      paragraphs.push({
        text: current,
        fonts: runs.map(({ own, solid }) => ({
          font: fontNames[styles.fontOf(own, run.style)],
          solid,
        })),
        style: String(run.style),
        properties: readParagraph(run.properties, fib.version),
        endsCell: mark === cellEnd,
      })
      current = ''
      runs = []
      if (paragraphs.length % 500 === 0) progress()
    }

    for (let at = from; at < Math.min(to, text.length); ) {
      while ((pieces[pieceIndex]?.end ?? Number.POSITIVE_INFINITY) <= at) pieceIndex++
      const piece = pieces[pieceIndex]
      if (!piece) break
      const offsetOf = (position: number) => piece.at + (position - piece.start) * piece.bytesEach
      const run = characterRuns.at(offsetOf(at))
      const runEnd = at + Math.max(1, Math.ceil((run.end - offsetOf(at)) / piece.bytesEach))
      const stop = Math.min(runEnd, piece.end, to)
      const own = charactersOf(run)
      const invisible = own.hidden === true || own.deleted === true
      for (; at < stop; at++) {
        const char = text[at] ?? ''
        while ((hidden[nextHidden]?.[1] ?? Number.POSITIVE_INFINITY) <= at) nextHidden++
        const inField = at >= (hidden[nextHidden]?.[0] ?? Number.POSITIVE_INFINITY)
        if (char === paragraphEnd || char === cellEnd || char === pageOrSection) {
          const offset = offsetOf(at)
          const paragraph = paragraphRuns.at(offset)
          // A page break may stand in the middle of a paragraph; the end of a section is one of a paragraph too.
          if (char === pageOrSection && paragraph.end !== offset + piece.bytesEach) {
            current += current === '' ? '' : '\n'
            continue
          }
          // A mark deleted in a tracked change makes one paragraph of two; a hidden paragraph counts in no list.
          const isGone = own.deleted === true || (own.hidden === true && current.trim() === '')
          if (char === paragraphEnd && isGone) continue
          if (!inField || current !== '') close(paragraph, char)
          continue
        }
        if (inField || invisible) continue
        if (own.symbol !== null && char === '(') {
          add(symbolOf(own.symbol), own)
          continue
        }
        add(char < ' ' ? (standsFor.get(char) ?? '') : char, own)
      }
    }
    if (current.trim() !== '') close(paragraphRuns.at(-1), paragraphEnd)
    return paragraphs
  }

  return { styles, read }
}

/** A character of a symbol font: Word writes its private code, U+F0B7; an 8-bit one means the same. */
function symbolOf(code: number): string {
  return withoutSymbols(String.fromCharCode(code < 0x100 ? 0xf000 + code : code), undefined)
}
