// The language of a text (ISO 639-1), by franc; a text with enough Vietnamese syllables is Vietnamese without asking.
import { franc } from 'franc'
import { partsOf } from '../text/tone.ts'

const twoLetters: Record<string, string> = {
  vie: 'vi',
  eng: 'en',
  fra: 'fr',
  rus: 'ru',
  cmn: 'zh',
  khm: 'km',
  lao: 'lo',
  deu: 'de',
  spa: 'es',
  jpn: 'ja',
  kor: 'ko',
  tha: 'th',
  hmn: 'mww',
  por: 'pt',
  ita: 'it',
  ind: 'id',
}
const sampleLength = 20_000

/** ISO 639-1 code, or "und" where too little text says anything. */
export function languageOf(text: string): string {
  const sample = text.slice(0, sampleLength)
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const marked = words.filter(
    (w) => /[ăâđêôơưà-ỹ]/u.test(w) && partsOf(w.normalize('NFC')) !== null,
  ).length
  if (words.length > 0 && marked / words.length > 0.25) return 'vi'
  const code = franc(sample, { minLength: 20 })
  return twoLetters[code] ?? (code === 'und' ? (marked > 0 ? 'vi' : 'und') : code)
}
