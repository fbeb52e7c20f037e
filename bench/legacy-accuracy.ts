// Measures how surely text in the old Vietnamese encodings is recognised, and that nothing else is touched.
//
//   node bench/legacy-accuracy.ts [SEED]
//
// Takes runs of 1 to 500 words from the transcripts in ../shared/corpus/gt, writes each in every encoding and has it
// decoded: alone; with the name of its font; between two runs of ten words in the same encoding; in a document that also
// holds Unicode and foreign text. "right" is the text as it was; letter case aside in TCVN3, whose capitals have no tone.
// Then counts what is changed in Unicode Vietnamese and in innocent texts of other kinds: that must be nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertMixed, convertRuns, type Run } from '../src/text/legacy/convert-runs.ts'
import { decodeLegacy } from '../src/text/legacy/detect.ts'
import { type LegacyEncoding, legacyEncodings } from '../src/text/legacy/encodings.ts'
import { lossOf } from '../src/text/legacy/lossy.ts'
import { isSyllable } from '../src/text/syllable.ts'
import { encodeAs } from '../tests/support/encode-legacy.ts'
import { innocentTexts } from '../tests/support/innocent-texts.ts'

const corpus = join(import.meta.dirname, '../../shared/corpus')
if (!existsSync(corpus)) {
  console.error(`${corpus} is not there; the texts to encode are read from it.`)
  process.exit(1)
}

let state = Number(process.argv[2] ?? 1)
/** Numbers between 0 and 1, the same in every run (mulberry32). */
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

/** Lines without words that are broken in the transcript itself. */
function linesOf(folder: string): string[] {
  return readdirSync(join(corpus, folder))
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) =>
      readFileSync(join(corpus, folder, name), 'utf8')
        .normalize('NFC')
        .split('\n'),
    )
    .map((line) =>
      line
        .replace(/[^\p{L}\p{N}\p{P} ]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(
      (line) =>
        !(line.match(/\p{L}*[^\u0000-\u007F\P{L}]\p{L}*/gu) ?? []).some(
          (w) => w.length > 1 && !isSyllable(w),
        ),
    )
    .filter(
      (line) =>
        !/[\u0080-\u00BF\u0100\u0101]|[^\u0000-\u024F\u1E00-\u1EFF\u2010-\u2026]/.test(line),
    )
}

const lines = linesOf('gt/viparse').filter((line) => line.length > 1)
/** A run of about so many words; short ones begin a line, as headings do. At least one of its words has a mark. */
function runOf(words: number): string {
  for (;;) {
    const parts: string[] = []
    let at = Math.floor(random() * lines.length)
    let own = lines[at]?.split(' ') ?? []
    if (words < own.length && random() < 0.5)
      own = own.slice(Math.floor(random() * (own.length - words)))
    parts.push(...own)
    while (parts.length < words) parts.push(...(lines[++at % lines.length]?.split(' ') ?? []))
    const text = parts.slice(0, words).join(' ')
    if (/[\u00C0-\u1EF9]/.test(text)) return text
  }
}

const fonts: Partial<Record<LegacyEncoding, string>> = {
  tcvn3: '.VnTime',
  vni: 'VNI-Times',
  vps: 'VPS Times',
  viscii: 'VI Times',
}
type Count = { right: number; left: number; wrong: number; all: number; sample: string[] }
const newCount = (): Count => ({ right: 0, left: 0, wrong: 0, all: 0, sample: [] })

function judge(count: Count, encoding: LegacyEncoding, wanted: string, raw: string, got: string) {
  const same = encoding === 'tcvn3' ? got.toLowerCase() === wanted.toLowerCase() : got === wanted
  count.all++
  if (same) count.right++
  else if (got === raw) count.left++
  else count.wrong++
  if (!same && count.sample.length < 3) count.sample.push(differenceOf(raw, wanted, got))
}
/** The first word that differs, with its neighbourhood; the whole run where nothing was decoded. */
function differenceOf(raw: string, wanted: string, got: string): string {
  if (got === raw) return `left: ${raw.slice(0, 80)}`
  let at = 0
  while (at < wanted.length && wanted[at] === got[at]) at++
  const from = Math.max(0, at - 12)
  return `wanted ${wanted.slice(from, at + 12)} got ${got.slice(from, at + 12)}`
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '-' : ((part / whole) * 100).toFixed(2)
const show = (c: Count) =>
  `${percent(c.right, c.all)} (left ${c.left}, wrong ${c.wrong})`.padEnd(28)

const wordCounts = [1, 3, 10, 50, 500]
const verbose = process.argv.includes('-v')
const textOf = (runs: readonly Run[], at: number): string =>
  convertRuns(runs)[at]?.decoded.text ?? runs[at]?.text ?? ''

console.log(
  'encoding words  alone                       with font                   between neighbours           in a mixed document',
)
for (const encoding of legacyEncodings)
  for (const words of wordCounts) {
    const counts = { alone: newCount(), font: newCount(), between: newCount(), mixed: newCount() }
    const samples = words >= 500 ? 40 : 300
    for (let i = 0; i < samples; i++) {
      const text = runOf(words)
      const readAs = i % 2 === 0 ? 'windows' : 'latin1'
      const raw = encodeAs(encoding, text, readAs)
      if (raw === text) continue
      judge(counts.alone, encoding, text, raw, decodeLegacy(raw)?.text ?? raw)
      const fontName = fonts[encoding]
      if (fontName)
        judge(counts.font, encoding, text, raw, decodeLegacy(raw, { fontName })?.text ?? raw)
      const neighbour = () => ({ text: encodeAs(encoding, runOf(10), readAs) })
      judge(
        counts.between,
        encoding,
        text,
        raw,
        textOf([neighbour(), { text: raw }, neighbour()], 1),
      )
      const foreign = {
        text: innocentTexts[Math.floor(random() * innocentTexts.length)]?.[1] ?? '',
      }
      judge(
        counts.mixed,
        encoding,
        text,
        raw,
        textOf(
          [
            { text: runOf(10) },
            foreign,
            neighbour(),
            { text: raw },
            neighbour(),
            { text: runOf(10) },
          ],
          3,
        ),
      )
    }
    console.log(
      `${encoding.padEnd(8)} ${String(words).padStart(5)}  ${show(counts.alone)}${counts.font.all ? show(counts.font) : '-'.padEnd(28)}${show(counts.between)} ${show(counts.mixed)}`,
    )
    if (verbose)
      for (const [name, { sample }] of Object.entries(counts))
        for (const line of sample) console.log(`      ${name}: ${line}`)
  }

console.log('\nwords of lines whose first half is Unicode, and whose second half is encoded')
for (const encoding of legacyEncodings) {
  let all = 0
  let right = 0
  let spoilt = 0
  for (let i = 0; i < 200; i++) {
    const [first, second] = [runOf(10), runOf(10)]
    const got = convertMixed(`${first} ${encodeAs(encoding, second)}`).text.split(' ')
    for (const [k, word] of `${first} ${second}`.split(' ').entries()) {
      const same = word.toLowerCase() === got[k]?.toLowerCase()
      if (k < 10) spoilt += Number(!same)
      else if (/[^\u0000-\u007F]/.test(word)) {
        all++
        right += Number(same)
      }
    }
  }
  console.log(
    `${encoding.padEnd(8)} right ${percent(right, all)}, spoilt in the Unicode half ${spoilt}`,
  )
}

console.log('\nfalse decodings (must be nothing)')
const falsely = (name: string, texts: readonly string[]) => {
  const alone = texts.filter((text) => decodeLegacy(text)?.encoding)
  const lossy = texts.filter((text) => lossOf(text) !== null)
  const asRuns = texts.map((text) => ({ text }))
  const inDocument = convertRuns(asRuns).filter((verdict) => verdict !== null).length
  const besides = legacyEncodings.reduce((sum, encoding) => {
    // Between encoded paragraphs.
    const runs = texts
      .slice(0, 300)
      .flatMap((text) => [{ text: encodeAs(encoding, runOf(10)) }, { text }])
    return (
      sum +
      convertRuns(runs).filter((v, i) => {
        if (i % 2 === 1 && v !== null && v.decoded.text !== runs[i]?.text) {
          if (verbose)
            console.log(
              `      ${encoding}: ${runs[i]?.text.slice(0, 70)} → ${v.decoded.text.slice(0, 70)}`,
            )
          return true
        }
        return false
      }).length
    )
  }, 0)
  console.log(
    `${name.padEnd(34)} ${texts.length} texts: alone ${alone.length}, in a document of their own ${inDocument}, between encoded paragraphs ${besides} of ${Math.min(300, texts.length) * legacyEncodings.length}, flagged lossy ${lossy.length}`,
  )
  if (verbose)
    for (const text of alone.slice(0, 5))
      console.log(`      ${text.slice(0, 90)} → ${decodeLegacy(text)?.text.slice(0, 90)}`)
  if (verbose)
    for (const text of lossy.slice(0, 5))
      console.log(`      lossy ${lossOf(text)}: ${text.slice(0, 90)}`)
}
for (const words of wordCounts)
  falsely(
    `Unicode, runs of ${words}`,
    Array.from({ length: words >= 500 ? 40 : 1000 }, () => runOf(words)),
  )
falsely(
  'Unicode decomposed, runs of 10',
  Array.from({ length: 500 }, () => runOf(10).normalize('NFD')),
)
falsely(
  'lines of ../shared/corpus/text',
  linesOf('text')
    .filter((line) => line !== '')
    .slice(0, 8000),
)
falsely(
  'innocent texts',
  innocentTexts.map(([, text]) => text),
)
falsely(
  'innocent texts, runs of 3 words',
  innocentTexts.flatMap(([, text]) => {
    const words = text.split(' ')
    return words.flatMap((_, i) => (i % 3 === 0 ? [words.slice(i, i + 3).join(' ')] : []))
  }),
)
