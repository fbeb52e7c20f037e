// Words of facts: folded for finding, shortened for showing.
import { fold } from '../text/fold.ts'
import { viewOf } from '../text/view.ts'
import { wordsOf } from '../text/words.ts'

/** Most words of a filter that are looked at: databases take no conditions of any length. */
const mostWords = 32

/** "UBND tỉnh Điện Biên" → "ubnd tinh dien bien". */
export const foldedWords = (text: string): string => wordFolder()(text)

/** The same for many texts that have most of their words in common: each word is folded once. */
export function wordFolder(): (text: string) => string {
  const known = new Map<string, string>()
  const folded = (word: string): string => {
    let plain = known.get(word)
    if (plain === undefined) {
      plain = fold(word)
      known.set(word, plain)
    }
    return plain
  }
  return (text) => {
    const view = viewOf(text, [{ start: 0, end: text.length }])
    return wordsOf(view.text)
      .map((word) => folded(word.text))
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .join(' ')
  }
}

/** The folded words that a filter asks for, each once. */
export function askedWords(text: string): string[] {
  return [...new Set(foldedWords(text).split(' ').filter(Boolean))].slice(0, mostWords)
}

/** The slug of a person's name, for addresses: "Nguyễn Văn Đoạt" → "nguyen-van-doat"; '' where it has no letters. */
export function nameSlugOf(name: string): string {
  return foldedWords(name).replaceAll(' ', '-').slice(0, 200).toWellFormed()
}

/** A text that every database keeps as it is: neither U+0000 nor half a surrogate pair. */
export const keepable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed()

/** The beginning of a text on one line, cut between words, with an ellipsis where it is longer. */
export function shortened(text: string, mostUnits: number): string {
  const line = keepable(text).replace(/\s+/gu, ' ').trim()
  if (line.length <= mostUnits) return line
  const cut = line.slice(0, mostUnits - 1)
  const space = cut.lastIndexOf(' ')
  return `${keepable(space > mostUnits / 2 ? cut.slice(0, space) : cut).replace(/\uFFFD$/u, '')}…`
}
