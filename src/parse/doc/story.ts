// One story of a DOC (the body, the footnotes, a header) as paragraphs: their text, their main font, where they stand.
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
  /** Name of the font of most of its letters. */
  font: string | undefined
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
    /** Letters by the properties they have, so that the style's font is only looked up at the paragraph's end. */
    let letters = new Map<CharacterProperties, number>()

    const close = (run: Run, mark: string) => {
      const font = fontOf(letters, run.style)
      paragraphs.push({
        text: current,
        font,
        style: String(run.style),
        properties: readParagraph(run.properties, fib.version),
        endsCell: mark === cellEnd,
      })
      current = ''
      letters = new Map()
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
          if (!inField || current !== '') close(paragraph, char)
          continue
        }
        if (inField || invisible) continue
        if (own.symbol !== null && char === '(') {
          current += symbolOf(own.symbol)
          continue
        }
        const shown = char < ' ' ? (standsFor.get(char) ?? '') : char
        current += shown
        if (shown > ' ') letters.set(own, (letters.get(own) ?? 0) + 1)
      }
    }
    if (current.trim() !== '') close(paragraphRuns.at(-1), paragraphEnd)
    return paragraphs
  }

  function fontOf(
    letters: ReadonlyMap<CharacterProperties, number>,
    style: number,
  ): string | undefined {
    const counts = new Map<number, number>()
    let most: number | null = null
    for (const [own, count] of letters) {
      const font = styles.fontOf(own, style)
      const sum = (counts.get(font) ?? 0) + count
      counts.set(font, sum)
      if (most === null || sum > (counts.get(most) ?? 0)) most = font
    }
    return most === null ? undefined : fontNames[most]
  }

  return { styles, read }
}

/** A character of a symbol font: Word writes its private code, U+F0B7; an 8-bit one means the same. */
function symbolOf(code: number): string {
  return String.fromCharCode(code < 0x100 ? 0xf000 + code : code)
}
