// What single characters become in the normalised view. Every replacement is one UTF-16 unit for one, or nothing.

import { isSpaceUnit } from './letters.ts'

/** Spaces of every kind that real pages put inside names and dates: NBSP, thin spaces, ideographic space, next line. */
export const isSpace = (char: string): boolean =>
  char === '\u0085' || isSpaceUnit(char.charCodeAt(0))

/**
 * Characters that are invisible and mean nothing in Vietnamese text: soft hyphen, zero-width and bidi marks, variation
 * selectors, control characters. Encodings in which the soft hyphen is a letter were decoded before.
 */
const invisible =
  '\\u00AD\\u034F\\u061C\\u115F\\u1160\\u180B-\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFF9-\\uFFFB\\u0000-\\u0008\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F'
const oneInvisible = new RegExp(`^[${invisible}]$`)
const allInvisible = new RegExp(`[${invisible}]+`, 'g')
export const isInvisible = (char: string): boolean => oneInvisible.test(char)

const anyInvisible = new RegExp(`[${invisible}]`)
const cluster = /[\s\S]\p{M}*/uy
// Some of the invisible are marks themselves: each is read in one way only.
const clusterAcross = new RegExp(`[\\s\\S](?:(?:(?!\\p{M})[${invisible}])*\\p{M})*`, 'uy')

/** Gives the character of a text at an offset, with the marks that belong to it, whatever invisible stands between. */
export function clusterFinder(text: string): (at: number) => string {
  const pattern = anyInvisible.test(text) ? clusterAcross : cluster
  return (at) => {
    const code = text.charCodeAt(at)
    const isSingle = plain[text.charCodeAt(at + 1)] === 1 && (code < 0xd800 || code > 0xdbff)
    if (isSingle) return text.charAt(at)
    pattern.lastIndex = at
    return pattern.exec(text)?.[0] ?? ''
  }
}

/** Look-alikes that Vietnamese files use by mistake: eth and African D for Đ, Ƣ (OI) for Ư, dashes for "-". */
export const replacements: ReadonlyMap<string, string> = new Map([
  ['\u00D0', 'Đ'],
  ['\u00F0', 'đ'],
  ['\u0189', 'Đ'],
  ['\u0256', 'đ'],
  ['\u01A2', 'Ư'],
  ['\u01A3', 'ư'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2015', '-'],
  ['\u2212', '-'],
  ['\u2043', '-'],
  ['\uFE58', '-'],
  ['\uFE63', '-'],
  ['\uFF0D', '-'],
])

/** 1 for a character that stays as it is and takes no mark: printable ASCII, letters and punctuation of Latin text. */
const plain = new Uint8Array(65_536)
for (const [low, high] of [
  [0x21, 0x7e],
  [0xa1, 0x17f],
  [0x1ea0, 0x1ef9],
  [0x2018, 0x2026],
] as const)
  for (let code = low; code <= high; code++) {
    const char = String.fromCharCode(code)
    if (!isInvisible(char) && !replacements.has(char) && char === char.normalize('NFC'))
      plain[code] = 1
  }
plain[0x1a0] = plain[0x1a1] = plain[0x1af] = plain[0x1b0] = 1
const space = 0x20
const lineFeed = 0x0a

/**
 * The end of the run of plain characters, and of single spaces between them, that begins at an offset; the offset itself
 * where none begins. What may carry a mark (the last before one) is left out.
 */
export function plainRunEnd(text: string, at: number, end: number): number {
  let i = at
  for (; i < end; i++) {
    const code = text.charCodeAt(i)
    const next = i + 1 < end ? text.charCodeAt(i + 1) : lineFeed
    if (plain[code] === 1) {
      if (plain[next] !== 1 && next !== space && next !== lineFeed) return i
    } else if (code !== space || i === at || plain[next] !== 1) return i
  }
  return i
}

/** Vowel signs of Khmer, Cham and Tai Viet: after a Latin letter they come from a broken font. */
const foreignMarks = /[\u17B4-\u17D3\uAA29-\uAA36\uAA43\uAA4C\uAA4D\uAAB0-\uAAC1]/g
const latin = /^\p{Script=Latin}/u
const stroke = /^([dD])[\u0335-\u0337]$/
const sameMarkTwice = /([\u0300\u0301\u0303\u0309\u0323\u0340\u0341])(.{0,2})\1/

/**
 * A cluster in its NFC form, mended: "trƣ" + grave is ừ, a tone typed twice ("ế" and an acute) counts once, d with a stroke
 * is đ. Half of a character outside the basic plane becomes U+FFFD. Never longer than the cluster.
 */
export function composeCluster(raw: string): string {
  if (raw.length === 1) {
    if (raw < '\u00C0') return raw
    if (raw >= '\uD800' && raw <= '\uDFFF') return '\uFFFD'
    return replacements.get(raw) ?? raw.normalize('NFC')
  }
  const first = raw[0] ?? ''
  let text = (replacements.get(first) ?? first) + raw.slice(1).replace(allInvisible, '')
  if (latin.test(text)) text = text.replace(foreignMarks, '')
  const decomposed = text.normalize('NFD')
  if (sameMarkTwice.test(decomposed)) text = decomposed.replace(sameMarkTwice, '$1$2')
  const composed = text.normalize('NFC').replace(stroke, (_, d) => (d === 'd' ? 'đ' : 'Đ'))
  return composed.length > raw.length ? raw : composed
}

const pairs = (from: string, to: string): Array<[string, string]> =>
  [...from].map((char, i): [string, string] => [char, to[i] ?? char])

/** Cyrillic and Greek capitals, and small letters that are the same shape as Latin ones. */
export const lookalikes: ReadonlyMap<string, string> = new Map([
  ...pairs('АВЕКМНОРСТХІЅЈУаеорсухіѕј', 'ABEKMHOPCTXISJYaeopcyxisj'),
  ...pairs('ΑΒΕΗΙΚΜΝΟΡΤΧΥΖ', 'ABEHIKMNOPTXYZ'),
  ...pairs('ονα', 'ova'),
])
/** Small Greek letters stand beside Latin ones in formulas as well: "αT". */
export const formulaLetters = /[να]/
