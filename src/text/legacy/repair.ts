// Finds blocks in a pre-Unicode encoding and decodes them. The text decides: a decoder is right when it turns most of the
// words into Vietnamese syllables that were none before. Unicode Vietnamese is left alone to the letter.
import type { ParsedBlock, ParsedDocument } from '../../model.ts'
import { countSyllables } from '../syllable.ts'
import { decodeCp1258 } from './cp1258.ts'
import type { Decoded } from './decoded.ts'
import { decodeTcvn3 } from './tcvn3.ts'
import { decodeUtf8 } from './utf8.ts'
import { decodeViscii } from './viscii.ts'
import { decodeVni } from './vni.ts'
import { decodeVps } from './vps.ts'

export type LegacyEncoding = 'TCVN3' | 'VNI' | 'VPS' | 'VISCII' | 'CP1258' | 'UTF-8 read as CP1252'

const decoders: Array<[LegacyEncoding, (text: string) => Decoded]> = [
  ['UTF-8 read as CP1252', decodeUtf8],
  ['TCVN3', decodeTcvn3],
  ['VNI', decodeVni],
  ['VPS', decodeVps],
  ['VISCII', decodeViscii],
  ['CP1258', decodeCp1258],
]
/** Letters that only Unicode Vietnamese has. */
const unicodeVietnamese =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\u0300-\u0323]/
/** Anything a legacy encoding would use: Latin-1 and CP1252 letters and signs. */
const suspicious =
  /[\u00A1-\u00FF\u0152-\u0178\u0192\u02C6\u02DC\u2013-\u2044\u20AC\u2122\u2212\u2219\u03BC]/

const enough = 0.6
const gain = 0.25

/** The encoding of a text and the text decoded; null where it is Unicode, or where no decoder helps beyond doubt. */
export function decodeLegacy(text: string): { text: string; encoding: LegacyEncoding } | null {
  if (!suspicious.test(text) || unicodeVietnamese.test(text)) return null
  const before = countSyllables(text)
  if (before.words === 0) return null
  let best: { text: string; encoding: LegacyEncoding; valid: number } | null = null
  for (const [encoding, decode] of decoders) {
    const { text: decoded } = decode(text)
    if (decoded === text) continue
    const after = countSyllables(decoded)
    if (after.words === 0) continue
    const share = after.valid / after.words
    const better =
      share >= enough && share - before.valid / before.words >= gain && after.marked > before.marked
    if (better && (!best || share > best.valid)) best = { text: decoded, encoding, valid: share }
  }
  return best && { text: best.text, encoding: best.encoding }
}

/**
 * Decodes the blocks of a parsed document that need it; `original` keeps the run as it was. The encoding is settled by the
 * document as a whole, so that a short block ("Sè 5") goes with its neighbours. Gives the same object when nothing changes.
 */
export function repairParsed(parsed: ParsedDocument): ParsedDocument {
  const texts = parsed.blocks.map((b) => parsed.text.slice(b.start, b.end))
  if (!texts.some((text) => suspicious.test(text) && !unicodeVietnamese.test(text))) return parsed
  const candidates = texts.filter((text) => suspicious.test(text) && !unicodeVietnamese.test(text))
  const whole = decodeLegacy(candidates.join('\n').slice(0, 200_000))
  const decoder = whole
    ? decoders.find(([encoding]) => encoding === whole.encoding)?.[1]
    : undefined
  let text = ''
  let changed = false
  let from = 0
  const found = new Set<LegacyEncoding>()
  const blocks: ParsedBlock[] = parsed.blocks.map((block, i) => {
    const written = texts[i] ?? ''
    const own = decodeLegacy(written)
    const shared =
      own || !decoder || unicodeVietnamese.test(written) || !suspicious.test(written)
        ? null
        : decoder(written).text
    const decoded = own?.text ?? shared
    text += parsed.text.slice(from, block.start)
    from = block.end
    const start = text.length
    text += decoded ?? written
    if (decoded === null || decoded === undefined || decoded === written)
      return { ...block, start, end: text.length }
    changed = true
    found.add(own?.encoding ?? whole?.encoding ?? 'TCVN3')
    return { ...block, start, end: text.length, original: written }
  })
  if (!changed) return parsed
  text += parsed.text.slice(from)
  return {
    ...parsed,
    text,
    blocks,
    warnings: [
      ...parsed.warnings.map(({ code, message }) => ({ code, message })),
      {
        code: 'legacy-encoding',
        message: `Text in ${[...found].join(' and ')} was converted to Unicode.`,
      },
    ],
  }
}
