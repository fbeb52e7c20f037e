// Finds quoted words again in a text that may have been read anew: other line breaks, a header more, a page less.
//
//   quoteOf(text, { start: 61, end: 71 })  →  { start: 61, end: 71, text: 'Chiều 21/3', before: '…', after: ', tại …' }

import { contextUnits, type Quote } from '../../model/correction.ts'
import type { Mention } from '../../model.ts'

/** Units around short words that must agree where they are not at their old place. */
const leastContext = 8
/** Words of this length need none: hardly anything else begins and ends so. */
const longWords = 24

/** The words of a span with those around them. Offsets are UTF-16 indices into `text`. */
export function quoteOf(text: string, { start, end }: { start: number; end: number }): Quote {
  return {
    start,
    end,
    text: text.slice(start, end),
    before: text.slice(Math.max(0, start - contextUnits), start),
    after: text.slice(end, end + contextUnits),
  }
}

/**
 * Makes the finder of quotes of one text. It gives the place whose surroundings are most like those of the quote, the
 * nearest of equals; null where the words are not in the text, or are short and stand in other surroundings only.
 */
export function quoteFinder(text: string): (quote: Quote) => Mention | null {
  let squeezed: Squeezed | undefined
  return (quote) => {
    const { start, end, before, after } = quote
    const isThere =
      text.startsWith(quote.text, start) &&
      end === start + quote.text.length &&
      text.endsWith(before, start) &&
      text.startsWith(after, end)
    if (isThere) return { start, end, text: quote.text }
    squeezed ??= squeeze(text)
    return search(text, squeezed, quote)
  }
}

/** A text with every run of white space as one space; `places[i]` is where its unit i stands in the text itself. */
type Squeezed = { text: string; places: Uint32Array }

function squeeze(text: string): Squeezed {
  const places = new Uint32Array(text.length)
  const units: string[] = []
  let inSpace = false
  for (let i = 0; i < text.length; i++) {
    const unit = text[i] ?? ''
    const isSpace = /\s/.test(unit)
    if (isSpace && inSpace) continue
    inSpace = isSpace
    places[units.length] = i
    units.push(isSpace ? ' ' : unit)
  }
  return { text: units.join(''), places }
}

const plain = (words: string) => words.replace(/\s+/g, ' ')

function search(text: string, { text: hay, places }: Squeezed, quote: Quote): Mention | null {
  const needle = plain(quote.text).trim()
  if (needle === '') return null
  const before = plain(quote.before)
  const after = plain(quote.after)
  const needed =
    needle.length >= longWords ? 0 : Math.min(leastContext, before.length + after.length)
  let best: { at: number; likeness: number; distance: number } | null = null
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + 1)) {
    const likeness = sharedEnd(hay, at, before) + sharedBeginning(hay, at + needle.length, after)
    const distance = Math.abs((places[at] ?? 0) - quote.start)
    if (likeness < needed) continue
    if (
      !best ||
      likeness > best.likeness ||
      (likeness === best.likeness && distance < best.distance)
    )
      best = { at, likeness, distance }
  }
  if (!best) return null
  const start = places[best.at] ?? 0
  const end = (places[best.at + needle.length - 1] ?? 0) + 1
  return { start, end, text: text.slice(start, end) }
}

/** How many units before `at` are the last ones of `words`. */
function sharedEnd(hay: string, at: number, words: string): number {
  let count = 0
  while (count < words.length && hay[at - 1 - count] === words[words.length - 1 - count]) count++
  return count
}

/** How many units from `at` on are the first ones of `words`. */
function sharedBeginning(hay: string, at: number, words: string): number {
  let count = 0
  while (count < words.length && hay[at + count] === words[count]) count++
  return count
}
