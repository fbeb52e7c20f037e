// Decodes the blocks of a parsed document that were written in a legacy font encoding, and keeps each original run:
// block "Céng hßa x· héi" becomes "Cộng hòa xã hội" with `original: "Céng hßa x· héi"`.
//
// The types here are the part of a parsed document that is touched, since `text` imports nothing.
import { type ConvertedRun, convertRuns, type Run } from './convert-runs.ts'
import { unchanged } from './decoded.ts'
import { decodeLegacy } from './detect.ts'
import { encodingNames, hintOf, type LegacyEncoding, looksStrange } from './encodings.ts'
import { type BlockFonts, piecesByFont } from './font-runs.ts'
import { type Loss, lossOf } from './lossy.ts'

type Block = { start: number; end: number; original?: string | undefined }
type Warning = {
  code: string
  message: string
  start?: number | undefined
  end?: number | undefined
}
type Document = {
  text: string
  blocks: readonly Block[]
  metadata: { title?: string | undefined; author?: string | undefined }
  warnings: readonly Warning[]
}

const lossSentences: Readonly<Record<Loss, string>> = {
  dropped:
    'Letters are missing from the text and cannot be restored: find a better copy of the file.',
  replaced:
    'Question marks stand in place of letters and cannot be turned back: find a better copy of the file.',
  unmarked: 'The text was written without Vietnamese marks and is kept so.',
  misread:
    'The text was read from a scan by a program that knows no Vietnamese: many words are wrong. Read the scan again.',
}

/**
 * Decodes what needs it: block texts, the title and the author; recomputes all offsets; adds the warnings
 * `legacy-encoding` (which encodings, how many blocks) and `lossy-text`. `fonts` gives the font of a block by its index, or
 * the fonts of its runs; they only hint. A document that needs nothing, or was repaired before, comes back as the same object.
 */
export function repairParsed<D extends Document>(
  parsed: D,
  fonts: ReadonlyMap<number, BlockFonts> = new Map(),
): D {
  // A parser that knows the fonts has done it already, better than can be done without them.
  const wasDecoded = parsed.warnings.some(({ code }) => code === 'legacy-encoding')
  const isStrange =
    !wasDecoded &&
    (looksStrange(parsed.text) || [...namesOf(fonts)].some((fontName) => hintOf(fontName) !== null))
  const decoded = isStrange ? decodeBlocks(parsed, fonts) : parsed
  if (decoded.warnings.some(({ code }) => code === 'lossy-text')) return decoded
  const loss = lossOf(decoded.text)
  if (loss === null) return decoded
  return withWarning(decoded, { code: 'lossy-text', message: lossSentences[loss] })
}

function withWarning<D extends Document>(parsed: D, warning: Warning): D {
  return { ...parsed, warnings: [...parsed.warnings, warning] }
}

function namesOf(fonts: ReadonlyMap<number, BlockFonts>): Set<string> {
  const names = new Set<string>()
  for (const font of fonts.values())
    if (typeof font === 'string') names.add(font)
    else for (const run of font) if (run.font !== undefined) names.add(run.font)
  return names
}

function decodeBlocks<D extends Document>(parsed: D, fonts: ReadonlyMap<number, BlockFonts>): D {
  const runs: Run[][] = parsed.blocks.map((block, i) =>
    piecesByFont(parsed.text.slice(block.start, block.end), fonts.get(i)),
  )
  const flat = convertRuns(runs.flat())
  let from = 0
  const converted = runs.map((pieces) => {
    const verdicts = flat.slice(from, from + pieces.length)
    from += pieces.length
    return pieces.map((piece, i) => verdicts[i] ?? plainCapitals(piece, verdicts))
  })
  const counts = new Map<LegacyEncoding, number>()
  for (const verdicts of converted)
    for (const encoding of new Set(verdicts.flatMap((verdict) => verdict?.encoding ?? [])))
      counts.set(encoding, (counts.get(encoding) ?? 0) + 1)
  const metadata = decodeMetadata(parsed.metadata, counts)
  if (counts.size === 0) return metadata === parsed.metadata ? parsed : { ...parsed, metadata }

  const pieces: string[] = []
  const blocks: Block[] = []
  /** Places in the old text and in the new one, with the map between them inside decoded blocks. */
  const moves: Array<{ from: number; to: number; starts: readonly number[] | null }> = []
  let length = 0
  let at = 0
  const push = (text: string, from: number, starts: readonly number[] | null) => {
    moves.push({ from, to: length, starts })
    pieces.push(text)
    length += text.length
  }
  for (const [i, block] of parsed.blocks.entries()) {
    push(parsed.text.slice(at, block.start), at, null)
    const start = length
    let inside = block.start
    for (const [k, run] of (runs[i] ?? []).entries()) {
      const verdict = converted[i]?.[k]
      push(verdict?.decoded.text ?? run.text, inside, verdict?.decoded.starts ?? null)
      inside += run.text.length
    }
    const isDecoded = converted[i]?.some((verdict) => verdict !== null)
    blocks.push({
      ...block,
      start,
      end: length,
      // A run that was decoded before keeps what the file held.
      ...(isDecoded
        ? { original: block.original ?? parsed.text.slice(block.start, block.end) }
        : {}),
    })
    at = block.end
  }
  push(parsed.text.slice(at), at, null)
  const moved = (offset: number): number => moveOffset(moves, offset)
  return {
    ...parsed,
    text: pieces.join(''),
    blocks,
    metadata,
    warnings: [
      ...parsed.warnings.map((warning) => ({
        ...warning,
        ...(warning.start === undefined ? {} : { start: moved(warning.start) }),
        ...(warning.end === undefined ? {} : { end: moved(warning.end) }),
      })),
      ...[...counts].map(([encoding, count]) => ({
        code: 'legacy-encoding',
        message: `${count} of ${blocks.length} blocks were written in ${encodingNames[encoding]} and were decoded to Unicode.`,
      })),
    ],
  }
}

/** Letters without marks in a font of capitals, "tØnh" being decoded beside them: they are capitals too. */
function plainCapitals({ text, fontName }: Run, beside: readonly ConvertedRun[]): ConvertedRun {
  const hint = hintOf(fontName)
  if (!hint?.capitals || !/^[\u0000-\u007F]*$/.test(text) || !/[a-z]/.test(text)) return null
  if (!beside.some((verdict) => verdict?.encoding === hint.encoding)) return null
  return { encoding: hint.encoding, decoded: unchanged(text.toUpperCase()) }
}

/** Title and author have no neighbours: the document's main encoding stands in for them. */
function decodeMetadata<M extends Document['metadata']>(
  metadata: M,
  counts: ReadonlyMap<LegacyEncoding, number>,
): M {
  const main = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const font = main === 'tcvn3' ? '.VnTime' : main === 'vni' ? 'VNI-Times' : undefined
  const decode = (text: string | undefined): string | undefined =>
    text !== undefined && looksStrange(text)
      ? (decodeLegacy(text, font ? { fontName: font } : {})?.text ?? text)
      : text
  const title = decode(metadata.title)
  const author = decode(metadata.author)
  if (title === metadata.title && author === metadata.author) return metadata
  return {
    ...metadata,
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
  }
}

function moveOffset(
  moves: ReadonlyArray<{ from: number; to: number; starts: readonly number[] | null }>,
  offset: number,
): number {
  let low = 0
  let high = moves.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((moves[middle]?.from ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const move = moves[low]
  if (!move) return offset
  const inside = offset - move.from
  if (!move.starts) return move.to + inside
  const index = move.starts.findIndex((start) => start >= inside)
  return move.to + (index === -1 ? move.starts.length : index)
}
