// VNI for Windows: a vowel letter and then a character for its marks. "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam" is
// "Cộng hòa xã hội chủ nghĩa Việt Nam". The i has letters of its own (ì í æ ó ò); some converters write "iø" for ì all the same.
import { collectDecoded, type Decoded } from './decoded.ts'

/** Characters that are a letter by themselves. Written lower-case; the capitals correspond. */
export const vniLetters: ReadonlyMap<string, string> = withCapitals([
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
])

/** Characters that mark the vowel before them: which vowels, and the combining marks they add. */
export const vniMarks: ReadonlyMap<string, { vowels: string; marks: string }> = new Map(
  (
    [
      ['ø', 'aeiouyơư', '\u0300'],
      ['ù', 'aeiouyơư', '\u0301'],
      ['û', 'aeiouyơư', '\u0309'],
      ['õ', 'aeiouyơư', '\u0303'],
      ['ï', 'aeiouyơư', '\u0323'],
      ['â', 'aeo', '\u0302'],
      ['à', 'aeo', '\u0302\u0300'],
      ['á', 'aeo', '\u0302\u0301'],
      ['å', 'aeo', '\u0302\u0309'],
      ['ã', 'aeo', '\u0302\u0303'],
      ['ä', 'aeo', '\u0302\u0323'],
      ['ê', 'a', '\u0306'],
      ['è', 'a', '\u0306\u0300'],
      ['é', 'a', '\u0306\u0301'],
      ['ú', 'a', '\u0306\u0309'],
      ['ü', 'a', '\u0306\u0303'],
      ['ë', 'a', '\u0306\u0323'],
    ] as const
  ).flatMap(([char, vowels, marks]) => [
    [char, { vowels, marks }],
    // A capital may be followed by either case of the mark.
    [char.toUpperCase(), { vowels, marks }],
  ]),
)

function withCapitals(pairs: ReadonlyArray<readonly [string, string]>): Map<string, string> {
  return new Map(
    pairs.flatMap(
      ([from, to]): Array<[string, string]> => [
        [from, to],
        [from.toUpperCase(), to.toUpperCase()],
      ],
    ),
  )
}

/** Decodes VNI-Windows text that was read as Latin-1 or Windows-1252. Never fails; other characters stay. */
export function decodeVni(text: string): Decoded {
  const out = collectDecoded()
  let markable = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    const mark = markable ? vniMarks.get(char) : undefined
    if (mark?.vowels.includes(out.last().toLowerCase()) && out.compose(mark.marks)) {
      markable = false
      continue
    }
    out.push(vniLetters.get(char) ?? char, i)
    markable = /[aeiouyôöAEIOUYÔÖ]/.test(char)
  }
  return out.finish()
}
