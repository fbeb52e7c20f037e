// Tone marks: taking a syllable apart, and putting its tone where the newer style has it.
//
// Old and new style differ only in open syllables in oa, oe, uy: "hòa, khỏe, thủy" (old), "hoà, khoẻ, thuỷ" (new).
// Placing also mends typing slips such as "baỏ", "lựơng", "qúy" for matching. What is quoted stays as written.

import { isLetter } from './letters.ts'

const toneMarks = '\u0300\u0301\u0303\u0309\u0323' // grave, acute, tilde, hook, dot below
const vowelLetters = 'aăâeêioôơuưy'
const onsets = /^(?:ngh|ng|nh|gh|gi(?=[aăâeêioôơuưy])|qu|kh|ph|th|tr|ch|[bcdđghklmnpqrstvx])?/
const rime = /^([aăâeêioôơuưy]{1,3})(ch|ng|nh|[cmnpt])?$/

export type SyllableParts = { onset: string; nucleus: string; coda: string; tone: string }

/** Base letter and tone of one NFC letter: "ế" → ["ê", acute]. A letter without tone has ''. */
function splitTone(letter: string): [string, string] {
  // Most letters are ASCII, and they have no tone.
  if (letter.length === 1 && letter < '\u0080') return [letter, '']
  const decomposed = letter.normalize('NFD')
  let tone = ''
  let rest = ''
  for (const unit of decomposed) {
    if (toneMarks.includes(unit)) tone = unit
    else rest += unit
  }
  return [rest.normalize('NFC'), tone]
}

/** Takes a lower-case NFC syllable apart; null where it has not the shape onset + vowels + coda with one tone at most. */
export function partsOf(syllable: string): SyllableParts | null {
  return takeApart(syllable, false)
}

/** `doubled`: the same tone typed on two letters ("dạị", "nứớc") counts as one. */
function takeApart(syllable: string, doubled: boolean): SyllableParts | null {
  if (syllable.length > 7) return null
  let tone = ''
  let letters = ''
  for (const letter of syllable) {
    const [base, mark] = splitTone(letter)
    if (base.length !== 1) return null
    if (mark) {
      if (tone && !(doubled && tone === mark)) return null
      tone = mark
    }
    letters += base
  }
  const onset = onsets.exec(letters)?.[0] ?? ''
  const match = rime.exec(letters.slice(onset.length))
  if (!match) return null
  return { onset, nucleus: match[1] ?? '', coda: match[2] ?? '', tone }
}

/** Index inside the nucleus of the letter that carries the tone in the newer style. */
function toneSeat(nucleus: string, coda: string): number {
  for (let i = nucleus.length - 1; i >= 0; i--) if ('ăâêôơư'.includes(nucleus[i] ?? '')) return i
  if (coda) return nucleus.length - 1
  if (nucleus.length === 3) return 1
  if (nucleus === 'oa' || nucleus === 'oe' || nucleus === 'uy') return 1
  return 0
}

const placed = new Map<string, string>()

/** A lower-case NFC word with its tone in the newer style; a word that is no Vietnamese syllable comes back unchanged. */
export function placeTone(word: string): string {
  const known = placed.get(word)
  if (known !== undefined) return known
  const parts = takeApart(word, true)
  let result = word
  if (parts?.tone) {
    const seat = parts.onset.length + toneSeat(parts.nucleus, parts.coda)
    const plain = parts.onset + parts.nucleus + parts.coda
    result = `${plain.slice(0, seat)}${(plain[seat] ?? '').concat(parts.tone).normalize('NFC')}${plain.slice(seat + 1)}`
    if (result.length !== word.length) result = word
  }
  if (placed.size > 50_000) placed.clear()
  placed.set(word, result)
  return result
}

const isVowel = 1
const isToned = 2
/** One of ă â ê ô ơ ư, toned or not. */
const isShaped = 4
const isOther = 8

/** What kind of letter each UTF-16 unit is; 0 for none. */
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => (isLetter(code) ? isOther : 0))
for (const vowel of vowelLetters) {
  const kind = 'ăâêôơư'.includes(vowel) ? isVowel + isShaped : isVowel
  kinds[vowel.charCodeAt(0)] = kind
  for (const tone of toneMarks) {
    const toned = `${vowel}${tone}`.normalize('NFC')
    kinds[toned.charCodeAt(0)] = kind + isToned
  }
}

/** A lower-case NFC text with the tone of each syllable in the newer style. Same length. */
export function placeTones(text: string): string {
  let out = ''
  let copied = 0
  for (let i = 0; i < text.length; i++) {
    const start = i
    // Only a tone beside another vowel can stand in the wrong place; a single one on the last shaped vowel stands right.
    let besideVowel = false
    let tones = 0
    let lastShaped = 0
    let before = 0
    for (; i < text.length; i++) {
      const kind = kinds[text.charCodeAt(i)] ?? 0
      if (kind === 0) break
      if (kind !== isOther) {
        if ((before & isVowel) !== 0 && ((kind | before) & isToned) !== 0) besideVowel = true
        if ((kind & isToned) !== 0) tones++
        if ((kind & isShaped) !== 0) lastShaped = kind
      }
      before = kind
    }
    if (!besideVowel || (tones === 1 && (lastShaped & isToned) !== 0)) continue
    const word = text.slice(start, i)
    const placedWord = placeTone(word)
    if (placedWord === word) continue
    out += text.slice(copied, start) + placedWord
    copied = i
  }
  return copied === 0 ? text : out + text.slice(copied)
}

export { vowelLetters }
