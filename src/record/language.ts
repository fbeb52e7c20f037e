// The language of a text (ISO 639-1, or ISO 639-3 where that has none), and whether a good part of it is in another one.
//
// franc knows languages by their trigrams; it takes short or unmarked Vietnamese for Acehnese and a list of names for
// anything. So each line is first held against the Vietnamese syllable, and franc is only asked about the rest of them
// together, among the languages that come in.
import { franc } from 'franc'
import type { Warning } from '../model.ts'
import { couldBeSyllable, lossOf, typical } from '../text/legacy/lossy.ts'
import { isLetter } from '../text/letters.ts'
import { isMarkedSyllable, isSyllable } from '../text/syllable.ts'

const twoLetters: Readonly<Record<string, string>> = {
  vie: 'vi',
  eng: 'en',
  fra: 'fr',
  deu: 'de',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  pol: 'pl',
  ces: 'cs',
  hun: 'hu',
  ron: 'ro',
  swe: 'sv',
  rus: 'ru',
  ukr: 'uk',
  bul: 'bg',
  cmn: 'zh',
  jpn: 'ja',
  kor: 'ko',
  tha: 'th',
  lao: 'lo',
  khm: 'km',
  mya: 'my',
  ind: 'id',
  tgl: 'tl',
  tur: 'tr',
  hnj: 'hmn',
  hms: 'hmn',
}
const only = Object.keys(twoLetters).filter((code) => code !== 'vie')
/** Little words that prose of a language cannot do without. A page read badly looks to franc like any language at all. */
const littleWords: Readonly<Record<string, RegExp>> = {
  en: /^(?:the|of|and|to|in|for|is|on|that|by|with|as|are|was|be|from|at|or|this|an)$/i,
  fr: /^(?:le|la|les|de|des|du|et|en|un|une|à|au|aux|dans|pour|par|sur|est|que|qui|ce|son|leurs)$/i,
  de: /^(?:der|die|das|und|in|den|von|zu|mit|des|am|im|für|auf|ist|dem|nicht|ein|eine|sich|es)$/i,
  es: /^(?:el|la|los|las|de|del|en|y|que|un|una|se|por|con|para|su|al|lo|es)$/i,
  pt: /^(?:o|a|os|as|de|do|da|dos|das|em|e|que|um|uma|no|na|por|com|para|se)$/i,
  it: /^(?:il|lo|la|i|gli|le|di|del|della|e|che|un|una|in|per|con|si|è|al|da)$/i,
  nl: /^(?:de|het|een|en|van|in|op|te|dat|is|voor|met|zijn|aan|niet|om|er)$/i,
  id: /^(?:yang|dan|di|dari|untuk|dengan|pada|ini|itu|dalam|adalah|tidak|akan|oleh|ke)$/i,
  tl: /^(?:ang|ng|sa|mga|na|at|ay|ni|si|para|nang|kay|hindi|ito)$/i,
}
const leastLittleWords = 0.12

/** Scripts of Vietnam's minorities that franc does not know. */
const scripts: ReadonlyArray<readonly [RegExp, string]> = [
  [/[\uAA00-\uAA5F]/g, 'cjm'],
  [/[\uAA80-\uAADF]/g, 'blt'],
]
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+/g
const word = /\p{L}[\p{L}\p{M}]*/gu
const pieceLength = 600
const mostPieces = 400
/** A part in another language is told of from this share, and from so many letters. */
const substantialShare = 0.15
const substantialLetters = 300

/** A text in two languages is Vietnamese from this share on. */
const leastVietnamese = 0.4

export type LanguageFound = {
  /** The language of most of the text; "und" where too little text says anything. */
  main: string
  /** The other language of a bilingual text, with its share of the letters; null where there is none to speak of. */
  other: { language: string; share: number } | null
}

/** ISO 639 code of the main language, or "und" where too little text says anything. */
export function languageOf(text: string): string {
  return languagesOf(text).main
}

/** The main language of a text, and a second one where it is a substantial part. */
export function languagesOf(text: string): LanguageFound {
  let vietnamese = 0
  const rest: string[] = []
  for (const piece of piecesOf(text)) {
    const letters = obviousVietnamese(piece)
    vietnamese += letters
    if (letters === 0) rest.push(piece.normalize('NFC'))
  }
  const mostForeign = rest.reduce((sum, piece) => sum + piece.length, 0)
  // Most texts are Vietnamese so plainly that the rest, whatever it is, is no substantial part.
  if (mostForeign < vietnamese * substantialShare) return { main: 'vi', other: null }
  const foreign: string[] = []
  let foreignLetters = 0
  let anyMarked = vietnamese > 0
  for (const piece of rest) {
    const { kind, letters, marked } = kindOf(piece)
    if (marked) anyMarked = true
    if (kind === 'vi') vietnamese += letters
    else if (kind === 'foreign') {
      foreign.push(piece)
      foreignLetters += letters
    }
  }
  const whole = vietnamese + foreignLetters
  const share = foreignLetters / whole
  const isSubstantial = share >= substantialShare && foreignLetters >= substantialLetters
  const isMostly = vietnamese < whole * leastVietnamese
  const language = isMostly || isSubstantial ? foreignOf(foreign.join('\n')) : 'und'
  if (isMostly && language !== 'und') {
    const own = vietnamese / whole
    const isMixed = own >= substantialShare && vietnamese >= substantialLetters
    return { main: language, other: isMixed ? { language: 'vi', share: own } : null }
  }
  if (vietnamese === 0)
    return { main: lossOf(text) !== null || anyMarked ? 'vi' : 'und', other: null }
  return { main: 'vi', other: isSubstantial && language !== 'und' ? { language, share } : null }
}

/** What a reader should know: `foreign-language` where the text is not Vietnamese, `mixed-language` where a part is not. */
export function languageWarnings({ main, other }: LanguageFound): Warning[] {
  const warnings: Warning[] = []
  if (main !== 'vi' && main !== 'und')
    warnings.push({
      code: 'foreign-language',
      message: `The text is in ${called(main)}, not in Vietnamese: little can be found in it.`,
    })
  if (other)
    warnings.push({
      code: 'mixed-language',
      message: `About ${Math.round(other.share * 100)} % of the text is in ${called(other.language)}.`,
    })
  return warnings
}

const names = new Intl.DisplayNames(['en'], { type: 'language' })
const called = (language: string): string => `${names.of(language) ?? language} (${language})`

/** Lines, long ones cut, without addresses of pages and mail; of a long text so many from all over it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const line of text.split('\n'))
    for (let at = 0; at < line.length; at += pieceLength)
      pieces.push(line.slice(at, at + pieceLength))
  const step = Math.max(1, pieces.length / mostPieces)
  return Array.from({ length: Math.min(pieces.length, mostPieces) }, (_, i) =>
    withoutAddresses(pieces[Math.floor(i * step)] ?? ''),
  )
}

const withoutAddresses = (piece: string): string =>
  /@|\/\/|www/.test(piece) ? piece.replace(address, ' ') : piece

type Kind = { kind: 'vi' | 'foreign' | null; letters: number; marked: boolean }

/** Whether a piece (NFC) is Vietnamese, prose in another language, or says nothing: names, numbers, abbreviations. */
function kindOf(piece: string): Kind {
  const words = piece.match(word) ?? []
  const letters = words.reduce((sum, one) => sum + one.length, 0)
  const isOther =
    letters > 0 &&
    beyondLatin.test(piece) &&
    (piece.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 < letters
  if (isOther) return { kind: letters >= 8 ? 'foreign' : null, letters, marked: false }
  let marked = 0
  const isMistyped = mistyped.test(piece)
  const mend = (one: string): string => (isMistyped ? mended(one) : one)
  for (const one of words) if (one.length > 1 && isMarkedSyllable(mend(one))) marked++
  const result = (kind: Kind['kind']): Kind => ({ kind, letters, marked: marked > 0 })
  if (marked >= words.length * 0.25 && marked >= 2) return result('vi')
  const valid = words.filter((one) => one.length > 1 && isSyllable(mend(one))).length
  if (marked > 0 && valid >= words.length * 0.6) return result('vi')
  const bare = words.filter((one) => one.length > 1 && couldBeSyllable(one))
  if (
    words.length >= 4 &&
    bare.length >= words.length * 0.85 &&
    bare.filter((one) => typical.test(one)).length * 5 >= words.length
  )
    return result('vi')
  // Prose has words in small letters; names of people, places and bodies have few.
  const small = words.filter((one) => /^\p{Ll}{2,}/u.test(one) && !couldBeSyllable(one)).length
  const isProse = words.length >= 4 && small >= words.length * 0.35
  const isCapitals =
    words.length >= 4 && piece === piece.toUpperCase() && bare.length * 2 <= words.length
  return result(isProse || isCapitals ? 'foreign' : null)
}

const leastObvious = 0.4

/**
 * A piece in which so many words have letters that no other language has needs no look at its syllables: how many letters it
 * has; 0 for any other piece.
 */
function obviousVietnamese(piece: string): number {
  let words = 0
  let own = 0
  let letters = 0
  let inWord = false
  let isOwn = false
  for (let i = 0; i < piece.length; i++) {
    const code = piece.charCodeAt(i)
    if (!isLetter(code)) {
      inWord = false
      continue
    }
    if (!inWord) {
      words++
      isOwn = false
    }
    inWord = true
    letters++
    if (!isOwn && isVietnameseOnly(code)) {
      own++
      isOwn = true
    }
  }
  return own >= 2 && own >= words * leastObvious ? letters : 0
}

/** ơ, ư, and all letters with two marks or a hook or a dot below. */
const isVietnameseOnly = (code: number): boolean =>
  (code >= 0x1ea0 && code <= 0x1ef1) || (code >= 0x1a0 && code <= 0x1b0)

/** Eth for Đ and OI for Ư are typing. */
const mistyped = /[ÐðƢƣ]/
const mended = (text: string): string =>
  mistyped.test(text) ? text.replace(/[Ðð]/g, 'đ').replace(/[Ƣƣ]/g, 'ư') : text
/** Letters that are not of Latin script begin here; the block of additions to it (Vietnamese among them) aside. */
const beyondLatin = /[\u0370-\u1DFF\u1F00-\uFFFF]/

function foreignOf(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [script, code] of scripts)
    if ((text.match(script)?.length ?? 0) * 2 > letters) return code
  const sample = text.slice(0, 20_000)
  const found = franc(sample === sample.toUpperCase() ? sample.toLowerCase() : sample, {
    only,
    minLength: 15,
  })
  const language = twoLetters[found] ?? 'und'
  const little = littleWords[language]
  if (!little) return language
  const words = sample.match(word) ?? []
  return words.filter((one) => little.test(one)).length >= words.length * leastLittleWords
    ? language
    : 'und'
}
