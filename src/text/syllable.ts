// Says whether a word can be a Vietnamese syllable: "nghị", "quyết", "khuỷu" are, "conference", "ctiy", "mặc dú" are not.
//
// It knows the orthography (which letters may stand together), not the dictionary: every syllable of the dictionary passes,
// and some that nobody uses. Loan words ("pin", "karaoke") and names of ethnic minorities ("Kđăm") do not. A tone on the
// wrong vowel letter ("qúy", "baỏ") is a slip of typing and passes.
import { partsOf } from './tone.ts'

/** Which codas a nucleus takes after an ordinary onset; "-" is none. Glides are part of the nucleus: "oai", "iêu". */
const rimes: Readonly<Record<string, string>> = {
  a: '- c ch m n ng nh p t',
  ă: 'c m n ng p t',
  â: 'c m n ng p t',
  e: '- c m n ng p t',
  ê: '- ch m n nh p t',
  i: '- ch m n nh p t',
  o: '- c m n ng p t',
  ô: '- c m n ng p t',
  ơ: '- m n p t',
  u: '- c m n ng p t',
  ư: '- c m n ng t',
  y: '-',
  ai: '-',
  ao: '-',
  au: '-',
  ay: '-',
  âu: '-',
  ây: '-',
  eo: '-',
  êu: '-',
  ia: '-',
  iu: '-',
  iê: 'c m n ng p t',
  iêu: '-',
  yê: 'm n ng t',
  yêu: '-',
  oi: '-',
  ôi: '-',
  ơi: '-',
  ua: '-',
  ui: '-',
  uô: 'c m n ng t',
  uôi: '-',
  ưa: '-',
  ưi: '-',
  ưu: '-',
  ươ: 'c m n ng p t',
  ươi: '-',
  ươu: '-',
  oa: '- c ch m n ng nh p t',
  oai: '-',
  oao: '-',
  oay: '-',
  oă: 'c m n ng t',
  oe: '- n t',
  oeo: '-',
  oo: 'c ng',
  uâ: 'n ng t',
  uây: '-',
  uê: '- ch n nh',
  uơ: '-',
  uy: '- ch nh p t',
  uya: '-',
  uyê: 'n t',
  uyu: '-',
}

/** The same after "qu", which holds the glide already. */
const rimesAfterQu: Readonly<Record<string, string>> = {
  a: '- c ch m n ng nh p t',
  ă: 'c m n ng p t',
  â: 'n ng t',
  e: '- n t',
  ê: '- ch n nh t',
  i: '- t',
  ô: 'c',
  ơ: '- n',
  ơi: '-',
  y: '- ch n nh p t',
  ai: '-',
  ao: '-',
  au: '-',
  ay: '-',
  ây: '-',
  eo: '-',
  êu: '-',
  yê: 'n t',
}

const setsOf = (
  table: Readonly<Record<string, string>>,
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    Object.entries(table).map(([nucleus, codas]) => [
      nucleus,
      new Set(codas.split(' ').map((coda) => (coda === '-' ? '' : coda))),
    ]),
  )
const ordinary = setsOf(rimes)
const afterQu = setsOf(rimesAfterQu)

const acuteOrDot = '\u0301\u0323'
/** Nuclei with a rounding glide, which lip consonants do not take: no "boa", "muê". */
const rounded = /^(?:oa|oă|oe|uâ|uê|uơ|uy)/
const lipOnsets = new Set(['b', 'm', 'ph', 'v'])
/** Onsets that "y" alone may follow: kỷ luật, Mỹ, lý. Others are written with i. */
const onsetsBeforeY = new Set(['', 'h', 'k', 'l', 'm', 's', 't', 'th', 'v'])
/** Everyday words that break the rule of lip consonants. */
const exceptions = new Set(['buýt', 'phuy', 'voan'])

function spellingHolds(onset: string, nucleus: string): boolean {
  const front = 'eêiy'.includes(nucleus[0] ?? '')
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') {
    if (!front) return false
    // "kỷ" is written, "ghỷ" and "nghỷ" are not.
    return nucleus[0] !== 'y' || onset === 'k'
  }
  if (onset === 'c' || onset === 'ng') return !front
  // "gì", "gìn": the i is both onset and nucleus.
  if (onset === 'g') return !front || nucleus === 'i'
  return true
}

/** The check itself, on a lower-case NFC word. */
function checkSyllable(word: string): boolean {
  const parts = partsOf(word)
  if (!parts) return false
  const { onset, coda, tone } = parts
  let { nucleus } = parts
  // Stops sound with the acute or the dot below only: các, cạc; never càc.
  if (/^(?:c|ch|p|t)$/.test(coda) && (tone === '' || !acuteOrDot.includes(tone))) return false
  if (onset === 'qu') return afterQu.get(nucleus)?.has(coda) ?? false
  if (onset === 'p' || onset === 'q') return false
  // "giếng" is gi + iêng with one i written.
  if (onset === 'gi' && nucleus === 'ê' && coda !== '') nucleus = 'iê'
  else if (onset === 'gi' && 'iy'.includes(nucleus[0] ?? '')) return false
  else if (nucleus.startsWith('iê') && onset === '') return false
  if (nucleus === 'y' && !onsetsBeforeY.has(onset)) return false
  if (nucleus.startsWith('yê') && onset !== '') return false
  if (!spellingHolds(onset, nucleus) && nucleus !== 'iê') return false
  if (onset === 'g' && nucleus === 'i' && coda !== '' && coda !== 'n') return false
  if (lipOnsets.has(onset) && rounded.test(nucleus)) return exceptions.has(word)
  return ordinary.get(nucleus)?.has(coda) ?? false
}

const memo = new Map<string, number>()
const valid = 1
const marked = 2
const anyMark = /[^a-z]/
const mostRemembered = 50_000

/** Bits `valid` and `marked` of a word as it stands in a text. */
function judge(word: string): number {
  const known = memo.get(word)
  if (known !== undefined) return known
  const lower = word.toLowerCase().normalize('NFC')
  const verdict = checkSyllable(lower) ? valid | (anyMark.test(lower) ? marked : 0) : 0
  if (memo.size > mostRemembered) memo.clear()
  memo.set(word, verdict)
  return verdict
}

/** Whether a word (any case, NFC or NFD) can be a Vietnamese syllable. "Nghị" yes, "ngị", "các" with a grave, "UBND" no. */
export function isSyllable(word: string): boolean {
  return (judge(word) & valid) !== 0
}

/** Whether it can be one and carries a Vietnamese mark: "hội" yes, "ban" no. */
export function isMarkedSyllable(word: string): boolean {
  return (judge(word) & marked) !== 0
}

const wordRun = /[\p{L}\p{M}\p{N}]+/gu
const lettersOnly = /^[\p{L}\p{M}]{2,}$/u

export type SyllableCounts = { words: number; valid: number; marked: number }

/** Counts the words of two letters or more without digits, and how many are valid syllables, without and with a mark. */
export function countSyllables(text: string): SyllableCounts {
  const counts = { words: 0, valid: 0, marked: 0 }
  // Đ is often typed as the Icelandic eth and Ư as the letter OI.
  const mended = /[ÐðƢƣ]/.test(text) ? text.replace(/[Ðð]/g, 'đ').replace(/[Ƣƣ]/g, 'ư') : text
  for (const word of mended.match(wordRun) ?? []) {
    if (!lettersOnly.test(word)) continue
    const verdict = judge(word)
    counts.words++
    if (verdict & valid) counts.valid++
    if (verdict & marked) counts.marked++
  }
  return counts
}

/** Share (0–1) of a text's words that are valid syllables; 0 where it has no words. About 0.9 in Vietnamese reports. */
export function vietnameseShare(text: string): number {
  const { words, valid: good } = countSyllables(text)
  return words === 0 ? 0 : good / words
}

/** Share (0–1) of a text's words that are valid syllables with a mark; 0 where it has no words. About 0.7 in reports. */
export function markedShare(text: string): number {
  const { words, marked: good } = countSyllables(text)
  return words === 0 ? 0 : good / words
}
