// TCVN3, also called ABC: TCVN 5712:1993 VN3, the encoding of the .Vn fonts. "Céng hßa x· héi chñ nghÜa ViÖt Nam" is
// "Cộng hòa xã hội chủ nghĩa Việt Nam".
//
// It has no capitals with tone. Fonts whose name ends in H show small letters as capitals, so that "CéNG HßA" or "céng hßa"
// in .VnTimeH is "CỘNG HÒA"; without the font's name the case is taken from the plain letters around.
import { isSyllable } from '../syllable.ts'
import { collectDecoded, type Decoded, tableOf } from './decoded.ts'

export const tcvn3Table = tableOf([
  [0xa0, '.ĂÂÊÔƠƯĐăâêôơưđ.'],
  [0xb0, '.....àảãáạ.ằẳẵắ.'],
  [0xc0, '......ặầẩẫấậè.ẻẽ'],
  [0xd0, 'éẹềểễếệìỉ...ĩíịò'],
  [0xe0, '.ỏõóọồổỗốộờởỡớợù'],
  [0xf0, '.ủũúụừửữứựỳỷỹýỵ.'],
])

/** 0xB0–0xB4 put a tone on the vowel before them; after anything else they are °, ±, ², ³ and ´. */
export const tcvn3Tones: ReadonlyMap<string, string> = new Map([
  ['\u00B0', '\u0300'],
  ['\u00B1', '\u0309'],
  ['\u00B2', '\u0303'],
  ['\u00B3', '\u0301'],
  ['\u00B4', '\u0323'],
])

/** What some PDF fonts give in a letter's place. The first two also occur as themselves, so the word decides. */
const variants: ReadonlyMap<string, string> = new Map([
  ['\u2212', 'ư'],
  ['\u2219', 'ã'],
  ['\u03BC', 'à'],
])

export type Tcvn3Options = {
  /** True for fonts whose name ends in H: every letter is shown as a capital. */
  capitals?: boolean | undefined
  /** Leaves ·, ×, ½ and the like alone where they touch no letter: there they are bullets and signs. */
  keepLoneSymbols?: boolean | undefined
}

const letterRun = /[A-Za-z\u00A1-\u00FF\u03BC\u2212\u2219\u0100-\u024F\u1EA0-\u1EF9]+/g
/** Not § and ®, which are "Đ" and "đ" even alone: "®) Néi dung", "1.000 ®". */
const loneSymbol = /^[·×÷¼½¾©»\u00AD\u2212\u2219]$/
const plainVowel = /[aăâeêioôơuưy]/i

type Word = { start: number; end: number; decoded: Decoded; case: 'upper' | 'mixed' | 'open' }

/** Decodes TCVN3 text that was read as Latin-1 or Windows-1252. Never fails; other characters stay. */
export function decodeTcvn3(text: string, options: Tcvn3Options = {}): Decoded {
  const words: Word[] = []
  for (const match of text.matchAll(letterRun)) {
    const raw = match[0]
    const decoded = decodeWord(raw, options.keepLoneSymbols === true)
    words.push({
      start: match.index,
      end: match.index + raw.length,
      decoded,
      case: caseOf(raw, decoded.text),
    })
  }
  const out = collectDecoded()
  let at = 0
  for (const [i, word] of words.entries()) {
    for (; at < word.start; at++) out.push(text[at] ?? '', at)
    const upper = options.capitals === true || isUpper(words, i, text)
    const shown = upper ? word.decoded.text.toUpperCase() : word.decoded.text
    for (let k = 0; k < shown.length; k++)
      out.push(shown[k] ?? '', word.start + (word.decoded.starts[k] ?? 0))
    at = word.end
  }
  for (; at < text.length; at++) out.push(text[at] ?? '', at)
  return out.finish()
}

function decodeWord(raw: string, keepLoneSymbols: boolean): Decoded {
  if (keepLoneSymbols && loneSymbol.test(raw)) return { text: raw, starts: [0] }
  // "y²", "a³" and "µm": powers and micrometres.
  if (keepLoneSymbols && /^(?:[a-z][²³]|µm)$/.test(raw)) return { text: raw, starts: [0, 1] }
  if (/[\u2212\u2219]/.test(raw)) {
    const withVariants = decodeLetters(raw, true)
    if (raw.length > 1 && isSyllable(withVariants.text)) return withVariants
  }
  return decodeLetters(raw, false)
}

function decodeLetters(raw: string, withVariants: boolean): Decoded {
  const out = collectDecoded()
  for (let i = 0; i < raw.length; i++) {
    const char = raw[i] ?? ''
    const tone = tcvn3Tones.get(char)
    if (tone && plainVowel.test(out.last()) && out.compose(tone)) continue
    const variant = withVariants || char === '\u03BC' ? variants.get(char) : undefined
    out.push(variant ?? tcvn3Table.get(char) ?? char, i)
  }
  return out.finish()
}

/** What the plain letters say: capitals ("LÖNH"), small letters ("lÖnh", "Nguyªn"), or nothing yet ("Tæ", "®·"). */
function caseOf(raw: string, decoded: string): Word['case'] {
  if (/[a-z]/.test(raw)) return 'mixed'
  const capitals = raw.match(/[A-Z]/g)?.length ?? 0
  // An abbreviation ("UBND") says nothing about the words around it.
  if (capitals >= 2) return isSyllable(decoded) ? 'upper' : 'open'
  return 'open'
}

/** Whether small decoded letters of a word stand for capitals: by its own plain letters, or by its neighbours on the line. */
function isUpper(words: readonly Word[], index: number, text: string): boolean {
  const word = words[index]
  if (word?.case !== 'open') return word?.case === 'upper'
  // "X·HéI", "Q§": two capitals and no small letter.
  if ((text.slice(word.start, word.end).match(/[A-Z]/g)?.length ?? 0) >= 2) return true
  const before = neighbour(words, index, -1, text)
  const after = neighbour(words, index, 1, text)
  return (before ?? after) === 'upper' && (after ?? before) === 'upper'
}

/** How far neighbours are looked for; keeps a line of thousands of undecided words linear. */
const mostSteps = 8

function neighbour(words: readonly Word[], index: number, step: 1 | -1, text: string) {
  for (let i = index + step, steps = 0; steps < mostSteps; i += step, steps++) {
    const other = words[i]
    const here = words[i - step]
    if (!other || !here) return null
    const between = step > 0 ? text.slice(here.end, other.start) : text.slice(other.end, here.start)
    if (between.includes('\n')) return null
    if (other.case !== 'open') return other.case
  }
  return null
}
