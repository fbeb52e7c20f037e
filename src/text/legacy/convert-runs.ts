// Converts a text run by run, each run with the help of its neighbours: a heading "Sè: 23/Q§-BKH" proves nothing by itself,
// but between two TCVN3 paragraphs it is TCVN3. Runs in Unicode stay as they are to the last unit.
import { isSyllable } from '../syllable.ts'
import { isCommonSyllable } from './common-syllables.ts'
import { collectDecoded, type Decoded, unchanged } from './decoded.ts'
import { agreeOn, proveEncoding, type Verdict } from './detect.ts'
import { decodeAs, hintOf, type LegacyEncoding, looksStrange } from './encodings.ts'
import { lossOf } from './lossy.ts'
import { countMarked, measure, onlyUnicode } from './measure.ts'

export type Run = { text: string; fontName?: string | undefined }

/** What became of a run: null where it stays as it is. */
export type ConvertedRun = Verdict | null

type Standing = LegacyEncoding | 'unicode' | null

const hasLegacyCharacter = /[^\u0000-\u007F]/

/** Decodes the runs of one document that need it. Linear in the text; quick where nothing is strange. */
export function convertRuns(runs: readonly Run[]): ConvertedRun[] {
  const hints = runs.map((run) => hintOf(run.fontName))
  const first = withoutOutliers(
    runs.map((run, i) => proveEncoding(run.text, hints[i]?.capitals, hints[i]?.encoding)),
  )
  const overall = first.some((verdict) => verdict !== null) ? null : proveTogether(runs)
  if (!overall && first.every((verdict) => !verdict) && hints.every((hint) => !hint))
    return runs.map((run) => convertMixedWords(run.text, null))
  const standing = runs.map(
    (run, i): Standing => first[i]?.encoding ?? (isPlainlyUnicode(run.text) ? 'unicode' : null),
  )
  const lying = lyingHints(standing, hints)
  const before = nearest(standing, 1)
  const after = nearest(standing, -1)
  const isMixed = standing.includes('unicode')
  const found = new Set(first.flatMap((verdict) => verdict?.encoding ?? []))
  return runs.map((run, i) => {
    const hint = hints[i] && !lying.has(hints[i].encoding) ? hints[i] : null
    const around = neighbourOf(before[i], after[i], i) ?? overall
    if (first[i]) return asNeighbours(run, first[i], hint, before[i], after[i])
    if (!hasLegacyCharacter.test(run.text) && around !== 'viqr') return null
    const encoding = hint?.encoding ?? around
    if (encoding && encoding !== 'unicode') {
      const witness = hint ? 'font' : isMixed ? 'neighbour' : 'document'
      const theirs = agreeOn(run.text, encoding, hint?.capitals, witness)
      // Beside another encoding: the neighbours' may fit by chance, "BÒ" as TCVN3 is "BỀ", where the other one gains words.
      const other = hint || (theirs && found.size < 2) ? null : agreeOnAny(run.text, found)
      if (
        other &&
        other.encoding !== encoding &&
        gainOf(run.text, other) > gainOf(run.text, theirs)
      )
        return other
      return theirs ?? convertMixedWords(run.text, encoding)
    }
    return agreeOnAny(run.text, found) ?? convertMixedWords(run.text, null)
  })
}

/** A run that proves another encoding than both its neighbours have is read as theirs, if that is nearly as good. */
function asNeighbours(
  run: Run,
  own: Verdict,
  hint: ReturnType<typeof hintOf>,
  before: Neighbour | undefined,
  after: Neighbour | undefined,
): Verdict {
  const theirs = before?.standing === after?.standing ? before?.standing : null
  if (hint || !theirs || theirs === 'unicode' || theirs === own.encoding) return own
  return proveEncoding(run.text, false, theirs) ?? own
}

const gainOf = (text: string, verdict: ConvertedRun): number =>
  verdict ? measure(text, verdict.decoded).gained : 0

/** Beside Unicode: an encoding found elsewhere in the document, where few marked words are valid without it and all are with it. */
function agreeOnAny(text: string, found: ReadonlySet<LegacyEncoding>): ConvertedRun {
  if (!hasLegacyCharacter.test(text) || onlyUnicode.test(text)) return null
  for (const encoding of found) {
    if (encoding === 'viqr') continue
    const decoded = decodeAs(encoding, text)
    const m = measure(text, decoded)
    const fewBefore =
      m.validBefore === 0 || (m.validBefore * 2 <= m.marked && m.commonAfter > m.commonBefore)
    if (m.gained > 0 && fewBefore && m.validAfter === m.marked && m.slips === 0)
      return { encoding, decoded }
  }
  return null
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
 * once decoded. Of words that are valid both ways the everyday ones are taken; others go with the word before them.
 */
function convertMixedWords(text: string, known: LegacyEncoding | null): ConvertedRun {
  if (!looksStrange(text)) return null
  let best: { verdict: Verdict; gained: number } | null = null
  for (const encoding of known
    ? [known]
    : (['tcvn3', 'vni', 'utf8', 'cp1258', 'viscii', 'vps'] as const)) {
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
    // UTF-8 read as Windows-1258 has Ă for Ã.
    const isUnicode = onlyUnicode.test(encoding === 'utf8' ? piece.replaceAll('Ă', '') : piece)
    if (isUnicode) converting = false
    const asIs = allValid(piece)
    const becomes = decoded.text !== piece && !isUnicode && allValid(decoded.text)
    if (becomes && !asIs) {
      converting = true
      gained++
    } else if (!becomes) {
      converting = false
      if (!asIs) failed++
    }
    const bothWays = becomes && asIs ? preferenceOf(piece, decoded.text) : 0
    const chosen =
      becomes && bothWays >= 0 && (converting || bothWays > 0) ? decoded : unchanged(piece)
    for (let i = 0; i < chosen.text.length; i++)
      out.push(chosen.text[i] ?? '', match.index + (chosen.starts[i] ?? 0))
  }
  return { decoded: out.finish(), gained, failed }
}

/** Above 0 where only the decoded word is an everyday syllable, below 0 where only the word as it stands is. */
function preferenceOf(piece: string, decoded: string): number {
  const common = (text: string) => Number(isCommonSyllable(text.match(/\p{L}+/u)?.[0] ?? ''))
  return common(decoded) - common(piece)
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
