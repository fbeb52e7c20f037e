// The list of encodings that are tried, with the fonts that hint at them.
import { decodeCp1258 } from './cp1258.ts'
import type { Decoded } from './decoded.ts'
import { decodeTcvn3 } from './tcvn3.ts'
import { decodeUtf8 } from './utf8.ts'
import { decodeViqr } from './viqr.ts'
import { decodeViscii } from './viscii.ts'
import { decodeVni } from './vni.ts'
import { decodeVps } from './vps.ts'

export const legacyEncodings = ['tcvn3', 'vni', 'utf8', 'cp1258', 'vps', 'viscii', 'viqr'] as const
export type LegacyEncoding = (typeof legacyEncodings)[number]

/** How an encoding is called in a warning. */
export const encodingNames: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  utf8: 'UTF-8 read as Windows-1252',
  cp1258: 'Windows-1258 read as Windows-1252',
  vps: 'VPS',
  viscii: 'VISCII',
  viqr: 'VIQR',
}

export type FontHint = { encoding: LegacyEncoding; capitals: boolean }

/** "AARIQC+.VnTimeH,Bold" → ".VnTimeH": without the tag of an embedded subset and without the style. */
const plainName = (fontName: string): string =>
  fontName.replace(/^[A-Z]{6}\+/, '').replace(/[,-](?:Bold|Italic|Regular|Normal|Oblique).*$/i, '')

/** What a font's name hints at; null for fonts that say nothing ("Times New Roman"). */
export function hintOf(fontName: string | undefined): FontHint | null {
  if (!fontName) return null
  const name = plainName(fontName)
  if (/^(?:\.vn|\.VN|\.?Vn)[A-Z0-9 ]/.test(name))
    return { encoding: 'tcvn3', capitals: /H$/.test(name) }
  if (/^VNI[- ]/i.test(name)) return { encoding: 'vni', capitals: false }
  if (/^VPS[- A-Z]/.test(name)) return { encoding: 'vps', capitals: false }
  if (/viscii|^VI[- ](?:Times|Arial|Hel)/i.test(name))
    return { encoding: 'viscii', capitals: false }
  return null
}

/** Decodes running text. `capitals`: the font shows small letters as capitals (TCVN3 only). */
export function decodeAs(encoding: LegacyEncoding, text: string, capitals = false): Decoded {
  switch (encoding) {
    case 'tcvn3':
      return decodeTcvn3(text, { capitals, keepLoneSymbols: true })
    case 'vni':
      return decodeVni(text)
    case 'utf8':
      return decodeUtf8(text)
    case 'cp1258':
      return decodeCp1258(text)
    case 'vps':
      return decodeVps(text, { runningText: true })
    case 'viscii':
      return decodeViscii(text, { runningText: true })
    case 'viqr':
      return decodeViqr(text, { runningText: true })
  }
}

/** Characters that Vietnamese in Unicode hardly has, and every text in an encoding of one byte a letter does. */
const strange =
  /[\u0080-\u009F¡-§¨©ª¬\u00AD®¯°-´µ¶¸-º¼-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿŒœŠšŽžŸƒˆ˜€‚„†‡‰‹›™\u03BC\u2219]/
const strangeTone = /[aeiouyâêôãõýAEIOUYÂÊÔÃÕÝ][ìòÌÒÞ]|[A-Za-z]\u2212[A-Za-z]/
/** VNI's marks after a vowel: "BAÙO", "THIEÁT", "toå". Unicode has "hoà" and "HOÁ", but no "eá". */
const vniTone = /[AEOUYÔÖaeouyôö][ÙÛùû]|[AEae][ÁÀÂÃáàâã]/
const viqrMark = /[aeoAEO]\^|[uoUO]\+|[aA]\([`'?~.a-z]/

/** Whether a text is worth a closer look. Linear and quick; false for plain Unicode Vietnamese, English and French. */
export function looksStrange(text: string): boolean {
  return strange.test(text) || strangeTone.test(text) || vniTone.test(text) || viqrMark.test(text)
}

/** Whether it has VIQR's marks: the only encoding in plain ASCII. */
export function looksLikeViqr(text: string): boolean {
  return viqrMark.test(text)
}

const mayBeViqrMark = /[aeiouy][`'?~.^(+]|dd/i

/** Whether it may have them, where the neighbours say that they are to be expected: "chi?nh", "bi." */
export function mayBeViqr(text: string): boolean {
  return mayBeViqrMark.test(text)
}
