// The encodings as they were published, written down a second time and in another order than src/text/legacy has them:
// every syllable, in every tone, in small letters, in capitals and with a capital at its start.
//
// TCVN 5712:1993 (VN3), RFC 1456 (VISCII, VIQR), VPS and VNI for Windows as their fonts have them; Windows-1258 and UTF-8
// are asked of the platform's own TextDecoder.
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../src/parse/charset.ts'
import { decodeCp1258 } from '../../src/text/legacy/cp1258.ts'
import { decodeTcvn3 } from '../../src/text/legacy/tcvn3.ts'
import { decodeUtf8 } from '../../src/text/legacy/utf8.ts'
import { decodeViqr } from '../../src/text/legacy/viqr.ts'
import { decodeViscii } from '../../src/text/legacy/viscii.ts'
import { decodeVni } from '../../src/text/legacy/vni.ts'
import { decodeVps } from '../../src/text/legacy/vps.ts'
import { isSyllable } from '../../src/text/syllable.ts'

const toneMarks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
/** a à ả ã á ạ ă ằ … y ỳ ỷ ỹ ý ỵ, and đ. */
const letters = [...'aăâeêioôơuưy']
  .flatMap((vowel) => toneMarks.map((mark) => (vowel + mark).normalize('NFC')))
  .concat('đ')

const bytesOf = (hex: string): string =>
  hex
    .trim()
    .split(/\s+/)
    .map((byte) => (byte === '--' ? '' : String.fromCharCode(Number.parseInt(byte, 16))))
    .join('\n')

/** From rows of bytes in the order of `letters`, "61" standing for the plain letter. */
const tableOf = (small: string, capitals?: string): Map<string, string> => {
  const table = new Map<string, string>()
  for (const [i, byte] of bytesOf(small).split('\n').entries()) table.set(letters[i] ?? '', byte)
  if (capitals)
    for (const [i, byte] of bytesOf(capitals).split('\n').entries())
      table.set((letters[i] ?? '').toUpperCase(), byte)
  return table
}

const viscii = tableOf(
  `61 E0 E4 E3 E1 D5  E5 A2 C6 C7 A1 A3  E2 A5 A6 E7 A4 A7  65 E8 EB A8 E9 A9  EA AB AC AD AA AE  69 EC EF EE ED B8
   6F F2 F6 F5 F3 F7  F4 B0 B1 B2 AF B5  BD B6 B7 DE BE FE  75 F9 FC FB FA F8  DF D7 D8 E6 D1 F1  79 CF D6 DB FD DC  F0`,
  `41 C0 C4 C3 C1 80  C5 82 02 05 81 83  C2 85 86 06 84 87  45 C8 CB 88 C9 89  CA 8B 8C 8D 8A 8E  49 CC 9B CE CD 98
   4F D2 99 -- D3 9A  D4 90 91 92 8F 93  B4 96 97 B3 95 94  55 D9 9C 9D DA 9E  BF BB BC FF BA B9  59 9F 14 19 DD 1E  D0`,
)
const vps = tableOf(
  `61 E0 E4 E3 E1 E5  E6 A2 A3 A4 A1 A5  E2 C0 C4 C5 C3 C6  65 E8 C8 EB E9 CB  EA 8A 8B CD 89 8C  69 EC CC EF ED CE
   6F F2 D5 F5 F3 86  F4 D2 B0 87 D3 B6  D6 A9 AA AB A7 AE  75 F9 FB DB FA F8  DC D8 BA BB D9 BF  79 FF 9B CF 9A 9C  C7`,
  `41 80 81 82 C1 02  88 8E 8F F0 8D 04  C2 84 85 1C 83 03  45 D7 DE FE C9 05  CA 93 94 95 90 06  49 B5 B7 B8 B4 10
   4F BC BD BE B9 11  D4 97 98 99 96 12  F7 9E 9F A6 9D 13  55 A8 D1 AC DA 14  D0 AF B1 1D AD 15  59 B2 FD B3 DD 19  F1`,
)
const tcvn3 = tableOf(
  `61 B5 B6 B7 B8 B9  A8 BB BC BD BE C6  A9 C7 C8 C9 CA CB  65 CC CE CF D0 D1  AA D2 D3 D4 D5 D6  69 D7 D8 DC DD DE
   6F DF E1 E2 E3 E4  AB E5 E6 E7 E8 E9  AC EA EB EC ED EE  75 EF F1 F2 F3 F4  AD F5 F6 F7 F8 F9  79 FA FB FC FD FE  AE`,
)
for (const [i, letter] of [...'ĂÂÊÔƠƯĐ'].entries())
  tcvn3.set(letter, '\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7'[i] ?? '')

/** VNI: the vowel, then one character for its shape and tone; i and ỵ are letters of their own. */
const vni = new Map<string, string>([['đ', 'ñ']])
const vniTails: Array<[vowels: string, written: string, tails: string]> = [
  ['a', 'a', ' øûõùï'],
  ['ă', 'a', 'êèúüéë'],
  ['â', 'a', 'âàåãáä'],
  ['e', 'e', ' øûõùï'],
  ['ê', 'e', 'âàåãáä'],
  ['o', 'o', ' øûõùï'],
  ['ô', 'o', 'âàåãáä'],
  ['ơ', 'ô', ' øûõùï'],
  ['u', 'u', ' øûõùï'],
  ['ư', 'ö', ' øûõùï'],
  ['y', 'y', ' øûõù'],
]
for (const [vowel, written, tails] of vniTails)
  for (const [i, tail] of [...tails].entries())
    vni.set((vowel + toneMarks[i]).normalize('NFC'), written + tail.trim())
for (const [i, written] of [...'iìæóíò'].entries())
  vni.set(`i${toneMarks[i]}`.normalize('NFC'), written)
vni.set('ỵ', 'î')
for (const [letter, written] of [...vni]) vni.set(letter.toUpperCase(), written.toUpperCase())

const viqrMarks: Record<string, string> = {
  '\u0302': '^',
  '\u0306': '(',
  '\u031B': '+',
  '\u0300': '`',
  '\u0309': '?',
  '\u0303': '~',
  '\u0301': "'",
  '\u0323': '.',
}
/** The shape before the tone, whatever order Unicode has them in. */
const viqrOf = (letter: string): string => {
  if (letter === 'đ') return 'dd'
  if (letter === 'Đ') return 'DD'
  const [base = '', ...marks] = letter.normalize('NFD')
  return (
    base +
    marks
      .map((mark) => viqrMarks[mark] ?? '')
      .sort((a, b) => Number('^(+'.includes(b)) - Number('^(+'.includes(a)))
      .join('')
  )
}

const decoder1258 = new TextDecoder('windows-1258')
const byteIn1258 = new Map(
  Array.from({ length: 256 }, (_, byte) => [decoder1258.decode(Uint8Array.of(byte)), byte]),
)
/** `apart`: every tone is written as a mark, as Windows' keyboard does; else letters that 1258 has whole are used. */
const bytes1258 = (text: string, apart: boolean): number[] =>
  [...text].flatMap((letter) => {
    const whole = byteIn1258.get(letter)
    const decomposed = letter.normalize('NFD')
    const tone = toneMarks.find((mark) => mark !== '' && decomposed.includes(mark))
    if (whole !== undefined && !(apart && tone)) return [whole]
    const base = decomposed.replace(tone ?? '', '').normalize('NFC')
    return [byteIn1258.get(base) ?? 63, byteIn1258.get(tone ?? '') ?? 63]
  })

const onsets = '- b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')
const nuclei =
  'a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iê iêu yê yêu oi ôi ơi ua ui uô uôi ưa ưi ưu ươ ươi ươu oa oai oao oay oă oe oeo oo uâ uây uê uơ uy uya uyê uyu'.split(
    ' ',
  )
const codas = '- c ch m n ng nh p t'.split(' ')
const seats = (nucleus: string): number[] => [...nucleus].map((_, i) => i)
const syllables = [
  ...new Set(
    onsets.flatMap((onset) =>
      nuclei.flatMap((nucleus) =>
        codas.flatMap((coda) =>
          toneMarks.flatMap((tone) =>
            seats(nucleus).map((seat) =>
              (onset + nucleus.slice(0, seat + 1) + tone + nucleus.slice(seat + 1) + coda)
                .replaceAll('-', '')
                .normalize('NFC'),
            ),
          ),
        ),
      ),
    ),
  ),
].filter(isSyllable)
const titled = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const everything = [
  syllables.join(' '),
  syllables.map(titled).join(' '),
  syllables.map((word) => word.toUpperCase()).join(' '),
]
const encoded = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => table.get(letter) ?? letter).join('')
const asWindows = (text: string): string =>
  new TextDecoder('windows-1252').decode(Uint8Array.from(text, (char) => char.charCodeAt(0)))

test('the list of syllables is the whole language', () => {
  expect(syllables.length).toBeGreaterThan(15_000)
  expect(syllables).toEqual(
    expect.arrayContaining(['khuỷu', 'ngoằn', 'xoong', 'giếng', 'quýt', 'ưỡn']),
  )
})

describe('every syllable in', () => {
  test('TCVN3', () => {
    const small = everything[0] ?? ''
    expect(decodeTcvn3(encoded(small, tcvn3)).text).toBe(small)
    // A capital with a tone is the small letter in a font of capitals.
    expect(decodeTcvn3(encoded(small, tcvn3), { capitals: true }).text).toBe(small.toUpperCase())
    // In a plain font the letters around tell: "TR¦êNG" is TRƯỜNG.
    const capitals = syllables.filter((word) => /[a-zđ].*[a-z]/.test(word.replace(/[^a-z]/g, '')))
    for (const word of capitals) {
      const raw = [...word.toUpperCase()].map(
        (l) => tcvn3.get(l) ?? tcvn3.get(l.toLowerCase()) ?? l,
      )
      const kept = raw.map((byte, i) => (/[a-z]/.test(byte) ? (word[i] ?? '').toUpperCase() : byte))
      expect(decodeTcvn3(kept.join('')).text).toBe(word.toUpperCase())
    }
  })
  test.each(everything.map((text) => [text.slice(0, 12), text]))('VNI: %s', (_, text) => {
    expect(decodeVni(encoded(text, vni)).text).toBe(text)
    // Small marks behind capitals, and capital marks behind small letters, occur.
    const mixed = encoded(text, vni).replace(/[ØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË]/g, (mark) => mark.toLowerCase())
    expect(decodeVni(mixed).text).toBe(text)
  })
  test.each(everything.map((text) => [text.slice(0, 12), text]))('VISCII: %s', (_, text) => {
    const words = text
      .split(' ')
      .filter((word) => !word.includes('Õ'))
      .join(' ')
    expect(decodeViscii(encoded(words, viscii)).text).toBe(words)
    expect(decodeViscii(asWindows(encoded(words, viscii))).text).toBe(words)
  })
  test.each(everything.map((text) => [text.slice(0, 12), text]))('VPS: %s', (_, text) => {
    expect(decodeVps(encoded(text, vps)).text).toBe(text)
    expect(decodeVps(asWindows(encoded(text, vps))).text).toBe(text)
  })
  test.each(everything.map((text) => [text.slice(0, 12), text]))('VIQR: %s', (_, text) => {
    expect(decodeViqr([...text].map(viqrOf).join('')).text).toBe(text)
  })
  test.each(everything.map((text) => [text.slice(0, 12), text]))('Windows-1258: %s', (_, text) => {
    for (const apart of [true, false]) {
      const bytes = Uint8Array.from(bytes1258(text, apart))
      expect(decodeCp1258(new TextDecoder('windows-1252').decode(bytes)).text).toBe(text)
      const { text: read, charset } = decodeText(bytes)
      expect(charset).toBe('windows-1258')
      expect(read.normalize('NFC')).toBe(text)
    }
  })
  test.each(everything.map((text) => [text.slice(0, 12), text]))(
    'UTF-8 read wrongly: %s',
    (_, text) => {
      const bytes = Buffer.from(text)
      for (const charset of ['windows-1252', 'windows-1258']) {
        const wrong = new TextDecoder(charset).decode(bytes)
        expect(decodeUtf8(wrong).text).toBe(text)
      }
      expect(decodeUtf8(bytes.toString('latin1')).text).toBe(text)
      const twice = new TextDecoder('windows-1252').decode(
        Buffer.from(new TextDecoder('windows-1252').decode(bytes)),
      )
      expect(decodeUtf8(twice).text).toBe(text)
      const decomposed = text.normalize('NFD')
      expect(decodeUtf8(Buffer.from(decomposed).toString('latin1')).text).toBe(decomposed)
    },
  )
})
