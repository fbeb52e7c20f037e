// Fonts of an RTF file, and which characters their bytes are: \f15\fcharset163 .VnTime …
import { symbolOf } from './symbols.ts'

export type RtfFont = {
  name: string
  /** Windows charset number, null where the font names none. */
  charset: number | null
  /** Code page of its own, which goes before the charset. */
  codePage: number | null
}

export type RtfFonts = {
  /** A word inside the font table. */
  word(word: string, number: number | null): void
  /** Part of the name of the font under way; a semicolon ends it. */
  addName(text: string): void
  get(number: number): RtfFont | undefined
}

/** An empty font table. */
export function createRtfFonts(): RtfFonts {
  const fonts = new Map<number, RtfFont>()
  let font: RtfFont | undefined
  return {
    word(word, number) {
      if (word === 'f') {
        font = { name: '', charset: null, codePage: null }
        fonts.set(number ?? 0, font)
      } else if (font && word === 'fcharset') font.charset = number
      else if (font && word === 'cpg') font.codePage = number
    },
    addName(text) {
      if (font) font.name += text.replace(/;.*$/s, '')
    },
    get: (number) => fonts.get(number),
  }
}

/** Fonts that were made for an encoding of their own. Their bytes have to stay apart until they are decoded as that. */
const oldVietnamese = /^(?:\.?vn|vni|vps|vs |abc |tcvn)/i
const symbolCharset = 2

const codePages: ReadonlyMap<number, string> = new Map([
  [0, 'windows-1252'],
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
])
const byNumber: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [65001, 'utf-8'],
  [10000, 'macintosh'],
  ...Array.from({ length: 9 }, (_, i): [number, string] => [1250 + i, `windows-${1250 + i}`]),
])

const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

/** Bytes, one a character, to text, by the font and the code page of the document. */
export function decodeBytes(
  bytes: string,
  font: RtfFont | undefined,
  documentCodePage: number,
): string {
  if (isSymbolFont(font))
    return bytes.replace(/[!-\xFF]/g, (char) => symbolOf(char.charCodeAt(0), font.name))
  if (/^[\0-\x7F]*$/.test(bytes)) return bytes
  const label = labelOf(font, documentCodePage)
  const decoder = decoders.get(label) ?? new TextDecoder(label)
  decoders.set(label, decoder)
  return decoder.decode(Buffer.from(bytes, 'latin1'))
}

/** Whether its characters are signs. The old Vietnamese fonts may call themselves so and hold letters. */
export function isSymbolFont(font: RtfFont | undefined): font is RtfFont {
  return font?.charset === symbolCharset && !oldVietnamese.test(font.name)
}

function labelOf(font: RtfFont | undefined, documentCodePage: number): string {
  if (font && oldVietnamese.test(font.name)) return 'windows-1252'
  const own = byNumber.get(font?.codePage ?? -1) ?? codePages.get(font?.charset ?? -1)
  return own ?? byNumber.get(documentCodePage) ?? 'windows-1252'
}
