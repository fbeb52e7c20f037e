// Writes Vietnamese in the legacy encodings, as the old fonts had it: the inverse of the tables in src/text/legacy. For tests.
//   encodeAs('tcvn3', 'Cộng hòa') → "Céng hßa"
import { cp1258Letters, cp1258Tones } from '../../src/text/legacy/cp1258.ts'
import { byteOf } from '../../src/text/legacy/decoded.ts'
import type { LegacyEncoding } from '../../src/text/legacy/encodings.ts'
import { tcvn3Table, tcvn3Tones } from '../../src/text/legacy/tcvn3.ts'
import { visciiTable } from '../../src/text/legacy/viscii.ts'
import { vniLetters, vniMarks } from '../../src/text/legacy/vni.ts'
import { vpsTable } from '../../src/text/legacy/vps.ts'

/** How the bytes were read: 0x80–0x9F as control characters (Latin-1) or as Windows-1252 has them. */
export type ReadAs = 'latin1' | 'windows'

const windows = new TextDecoder('windows-1252')

/** A one-byte character as the other reading has it. */
const viewed = (text: string, readAs: ReadAs): string =>
  readAs === 'latin1'
    ? text
    : [...text]
        .map((char) =>
          char >= '\u0080' && char <= '\u009F'
            ? windows.decode(Uint8Array.of(char.charCodeAt(0)))
            : char,
        )
        .join('')

const inverse = (table: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...table].filter(([char]) => char < '\u0100').map(([char, letter]) => [letter, char]))

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/
/** "ộ" → ["ô", dot below]; "đ" → ["đ", ""]. */
function splitTone(letter: string): [string, string] {
  const decomposed = letter.normalize('NFD')
  const tone = toneMarks.exec(decomposed)?.[0] ?? ''
  return [decomposed.replace(toneMarks, '').normalize('NFC'), tone]
}

const perLetter = (text: string, encode: (letter: string) => string): string =>
  [...text.normalize('NFC')].map(encode).join('')

function encodeTcvn3(text: string): string {
  const letters = inverse(tcvn3Table)
  const tones = inverse(tcvn3Tones)
  return perLetter(text, (letter) => {
    const own = letters.get(letter)
    if (own) return own
    const [base, tone] = splitTone(letter)
    return (letters.get(base) ?? base) + (tones.get(tone) ?? '')
  })
}

function encodeVni(text: string): string {
  const letters = inverse(vniLetters)
  return perLetter(text, (letter) => {
    const own = letters.get(letter)
    if (own) return own
    const upper = letter !== letter.toLowerCase()
    const decomposed = letter.toLowerCase().normalize('NFD')
    // ơ and ư are letters here, and the tone is what follows them.
    const [toneless, tone] = splitTone(letter.toLowerCase())
    const base = 'ơư'.includes(toneless) ? toneless : (decomposed[0] ?? '')
    const marks = 'ơư'.includes(toneless) ? tone : decomposed.slice(1)
    const sorted = [...marks]
      .sort((a, b) => Number(toneMarks.test(a)) - Number(toneMarks.test(b)))
      .join('')
    if (sorted === '' || base === 'i') return letter
    const mark = [...vniMarks].find(
      ([char, row]) =>
        char === char.toLowerCase() && row.marks === sorted && row.vowels.includes(base),
    )?.[0]
    if (!mark) return letter
    const written = (letters.get(base) ?? base) + mark
    return upper ? written.toUpperCase() : written
  })
}

function encodeViqr(text: string): string {
  const marks = new Map([
    ['\u0302', '^'],
    ['\u0306', '('],
    ['\u031B', '+'],
    ['\u0300', '`'],
    ['\u0301', "'"],
    ['\u0309', '?'],
    ['\u0303', '~'],
    ['\u0323', '.'],
  ])
  return perLetter(text, (letter) => {
    if (letter === 'đ') return 'dd'
    if (letter === 'Đ') return 'DD'
    if ("`'?~.^(+".includes(letter)) return `\\${letter}`
    const [base, tone] = splitTone(letter)
    return [...base.normalize('NFD'), tone].map((unit) => marks.get(unit) ?? unit).join('')
  })
}

function encodeCp1258(text: string): string {
  const letters = inverse(cp1258Letters)
  const tones = inverse(cp1258Tones)
  return perLetter(text, (letter) => {
    const [base, tone] = splitTone(letter)
    return (letters.get(base) ?? base) + (tones.get(tone) ?? '')
  })
}

/** Text in an encoding, its bytes read as Latin-1 or Windows-1252. Letters that the encoding lacks stay Unicode. */
export function encodeAs(
  encoding: LegacyEncoding,
  text: string,
  readAs: ReadAs = 'windows',
): string {
  switch (encoding) {
    case 'tcvn3':
      return encodeTcvn3(text)
    case 'vni':
      return encodeVni(text)
    case 'viqr':
      return encodeViqr(text)
    case 'cp1258':
      return encodeCp1258(text)
    case 'vps':
      return viewed(
        perLetter(text, (letter) => inverse(vpsTable).get(letter) ?? letter),
        readAs,
      )
    case 'viscii':
      return viewed(
        perLetter(text, (letter) => inverse(visciiTable).get(letter) ?? letter),
        readAs,
      )
    case 'utf8':
      return viewed(Buffer.from(text.normalize('NFC'), 'utf8').toString('latin1'), readAs)
  }
}

/** Whether every character is one byte in Windows-1252 or Latin-1. */
export const isBytes = (text: string): boolean => [...text].every((char) => byteOf(char) !== null)
