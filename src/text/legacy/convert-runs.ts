// Converts a text run by run, each run with the help of its neighbours: a heading "Sè: 23/Q§-BKH" proves nothing by itself,
// but between two TCVN3 paragraphs it is TCVN3. Runs in Unicode stay as they are to the last unit.
import { isSyllable } from '../syllable.ts'
import { collectDecoded, type Decoded, unchanged } from './decoded.ts'
import { agreeOn, countMarked, onlyUnicode, proveEncoding, type Verdict } from './detect.ts'
import { decodeAs, hintOf, type LegacyEncoding, looksStrange } from './encodings.ts'
import { lossOf } from './lossy.ts'

export type Run = { text: string; fontName?: string | undefined }

/** What became of a run: null where it stays as it is. */
export type ConvertedRun = Verdict | null

type Standing = LegacyEncoding | 'unicode' | null

const hasLegacyCharacter = /[^\u0000-\u007F]/

/** Decodes the runs of one document that need it. Linear in the text; quick where nothing is strange. */
export function convertRuns(runs: readonly Run[]): ConvertedRun[] {
  const hints = runs.map((run) => hintOf(run.fontName))
  const proven = withoutOutliers(runs.map((run, i) => proveEncoding(run.text, hints[i]?.capitals)))
  const overall = proven.some((verdict) => verdict !== null) ? null : proveTogether(runs)
  if (!overall && proven.every((verdict) => !verdict) && hints.every((hint) => !hint))
    return runs.map((run) => convertMixedWords(run.text, null))
  const standing = runs.map(
    (run, i): Standing => proven[i]?.encoding ?? (isPlainlyUnicode(run.text) ? 'unicode' : null),
  )
  const lying = lyingHints(standing, hints)
  const before = nearest(standing, 1)
  const after = nearest(standing, -1)
  return runs.map((run, i) => {
    if (proven[i]) return proven[i]
    if (!hasLegacyCharacter.test(run.text)) return null
    const hint = hints[i] && !lying.has(hints[i].encoding) ? hints[i] : null
    const around = neighbourOf(before[i], after[i], i) ?? overall
    const encoding = hint?.encoding ?? around
    if (!encoding || encoding === 'unicode') return convertMixedWords(run.text, null)
    return agreeOn(run.text, encoding, hint?.capitals) ?? convertMixedWords(run.text, encoding)
  })
}

/** Drops what one run in more than twenty says against all others: a broken run may look like anything. */
function withoutOutliers(proven: ConvertedRun[]): ConvertedRun[] {
  const counts = new Map<LegacyEncoding, number>()
  for (const verdict of proven)
    if (verdict) counts.set(verdict.encoding, (counts.get(verdict.encoding) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return proven.map((verdict) =>
    verdict && (counts.get(verdict.encoding) ?? 0) * 20 < most ? null : verdict,
  )
}

/** What runs prove together that are each too short to prove anything: the cells of a table. */
function proveTogether(runs: readonly Run[]): LegacyEncoding | null {
  const strange = runs.filter((run) => looksStrange(run.text))
  if (strange.length < 2) return null
  return proveEncoding(strange.map((run) => run.text).join('\n'))?.encoding ?? null
}

/** Three marked words with letters that only Unicode has, and most marked words valid. */
function isPlainlyUnicode(text: string): boolean {
  const { marked, valid, beyondLatin } = countMarked(text)
  return beyondLatin >= 2 && valid * 10 >= marked * 6
}

/** Encodings whose fonts mostly hold Unicode in this document: their names are left over from an older file. */
function lyingHints(
  standing: readonly Standing[],
  hints: ReadonlyArray<ReturnType<typeof hintOf>>,
): Set<LegacyEncoding> {
  const balance = new Map<LegacyEncoding, number>()
  for (const [i, hint] of hints.entries()) {
    const vote = standing[i] === 'unicode' ? -1 : standing[i] === hint?.encoding ? 1 : 0
    if (hint) balance.set(hint.encoding, (balance.get(hint.encoding) ?? 0) + vote)
  }
  return new Set([...balance].filter(([, votes]) => votes < 0).map(([encoding]) => encoding))
}

type Neighbour = { standing: Exclude<Standing, null>; index: number } | null

/** For each run the nearest run before it (step 1) or after it (step -1) whose standing is known. */
function nearest(standing: readonly Standing[], step: 1 | -1): Neighbour[] {
  const result: Neighbour[] = new Array(standing.length).fill(null)
  let last: Neighbour = null
  for (let k = 0; k < standing.length; k++) {
    const i = step > 0 ? k : standing.length - 1 - k
    result[i] = last
    const own = standing[i]
    if (own) last = { standing: own, index: i }
  }
  return result
}

function neighbourOf(
  before: Neighbour | undefined,
  after: Neighbour | undefined,
  index: number,
): Standing {
  if (!before || !after) return (before ?? after)?.standing ?? null
  return after.index - index < index - before.index ? after.standing : before.standing
}

/** At least so many words that only decoding makes valid, where no neighbour names the encoding. */
const leastWords = 3

/**
 * A run that is half converted, "Bộ tr­ëng Bé KÕ ho¹ch": converts the words that are no syllables as they stand and are
 * once decoded. Words that are valid both ways go with the word before them.
 */
function convertMixedWords(text: string, known: LegacyEncoding | null): ConvertedRun {
  if (!looksStrange(text)) return null
  let best: { verdict: Verdict; gained: number } | null = null
  for (const encoding of known ? [known] : (['tcvn3', 'vni', 'utf8', 'cp1258'] as const)) {
    const { decoded, gained, failed } = convertWords(text, encoding)
    const enough = known ? gained >= 1 : gained >= leastWords
    if (!enough || gained < failed * 4 || decoded.text === text) continue
    if (!best || gained > best.gained) best = { verdict: { encoding, decoded }, gained }
  }
  return best?.verdict ?? null
}

function convertWords(
  text: string,
  encoding: LegacyEncoding,
): { decoded: Decoded; gained: number; failed: number } {
  const out = collectDecoded()
  let gained = 0
  let failed = 0
  let converting = false
  // No-break spaces belong to words here: they are the second byte of à in UTF-8.
  for (const match of text.matchAll(/[ \t\r\n]+|[^ \t\r\n]+/g)) {
    const piece = match[0]
    if (!hasLegacyCharacter.test(piece)) {
      for (let i = 0; i < piece.length; i++) out.push(piece[i] ?? '', match.index + i)
      continue
    }
    const decoded = decodeAs(encoding, piece)
    if (onlyUnicode.test(piece)) converting = false
    const asIs = allValid(piece)
    const becomes = decoded.text !== piece && !onlyUnicode.test(piece) && allValid(decoded.text)
    if (becomes && !asIs) {
      converting = true
      gained++
    } else if (!becomes) {
      converting = false
      if (!asIs) failed++
    }
    const chosen = becomes && converting ? decoded : unchanged(piece)
    for (let i = 0; i < chosen.text.length; i++)
      out.push(chosen.text[i] ?? '', match.index + (chosen.starts[i] ?? 0))
  }
  return { decoded: out.finish(), gained, failed }
}

/** Whether every word of a piece is a syllable, and nothing but punctuation stands around them. */
function allValid(piece: string): boolean {
  const words = piece.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0 || /[\u00A1-\u00BF]/.test(piece.replace(/[«»]/g, ''))) return false
  return words.every((word) => isSyllable(word))
}

export type ConvertedText = {
  text: string
  /** For each UTF-16 unit of `text`, where what it was made of begins in the input. */
  starts: number[]
  /** The encodings found, in order of first use; empty where the text is as it was. */
  encodings: LegacyEncoding[]
  /** Letters are missing or replaced somewhere; see `lossOf`. */
  lossy: boolean
}

/** Converts one text that may mix encodings, line by line. Text that needs nothing comes back identical. */
export function convertMixed(text: string): ConvertedText {
  const lines = Array.from(text.matchAll(/[^\n]*\n?/g), (m) => ({ text: m[0], start: m.index }))
  const converted = looksStrange(text) ? convertRuns(lines) : []
  const encodings = new Set<LegacyEncoding>()
  const out = collectDecoded()
  for (const [i, line] of lines.entries()) {
    const verdict = converted[i]
    if (verdict) encodings.add(verdict.encoding)
    const { text: piece, starts } = verdict?.decoded ?? unchanged(line.text)
    for (let k = 0; k < piece.length; k++) out.push(piece[k] ?? '', line.start + (starts[k] ?? 0))
  }
  const decoded = out.finish()
  return { ...decoded, encodings: [...encodings], lossy: lossOf(decoded.text) !== null }
}
