// Measures how faithfully documents of any format are read, against transcripts.
//
//   node bench/text-fidelity.ts FOLDER_OR_FILE TRANSCRIPTS_FOLDER [--letters]
//
// With --letters only words with a letter in them count: a transcript of a workbook may hold the value of a cell
// (92.04857031) where the cell shows another (92,0).
// A transcript is a .txt file of the same name, letter case and signs aside, with or without a prefix of the document's
// name: "2004-B8.txt" goes with "kho-2004-b8.doc". White space does not count, nor does letter case, which the old fonts
// make by themselves. "characters" is the rate of edits a
// character of the transcript; "words" compares the words whatever their order, since tables and columns may be read in
// another one. Counts what could not be read, by its reason.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { BadDocumentError } from '../src/errors.ts'
import { defaultLimits } from '../src/parse/parser.ts'
import { readDocument } from '../src/parse/read-document.ts'

const lettersOnly = process.argv.includes('--letters')

const wordsOf = (text: string): string[] =>
  text
    .replace(/[\u00AD\u200B-\u200F\uFEFF]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u2011/g, '-')
    .split(/\s+/)
    .filter((word) => (lettersOnly ? /\p{L}/u.test(word) : word !== ''))

const nameOf = (path: string): string =>
  basename(path, extname(path))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Edits between two strings, looked for near the diagonal in ever wider bands; null where there are more than `most`. */
function editsBetween(a: string, b: string, most: number): number | null {
  for (let band = 64; ; band *= 4) {
    const width = Math.min(Math.max(band, Math.abs(a.length - b.length) + 1), most)
    const edits = editsInBand(a, b, width)
    if (edits <= width) return edits
    if (width >= most) return null
  }
}

function editsInBand(a: string, b: string, width: number): number {
  const far = 1e9
  let previous = new Uint32Array(2 * width + 3).fill(far)
  let current = new Uint32Array(2 * width + 3).fill(far)
  for (let k = 0; k <= width; k++) previous[width + 1 + k] = k
  for (let i = 1; i <= a.length; i++) {
    current.fill(far)
    const unit = a.charCodeAt(i - 1)
    for (let k = -width; k <= width; k++) {
      const j = i + k
      if (j < 0 || j > b.length) continue
      const at = width + 1 + k
      let best = (previous[at + 1] ?? far) + 1
      if (j > 0) {
        const same = unit === b.charCodeAt(j - 1) ? 0 : 1
        best = Math.min(best, (previous[at] ?? far) + same, (current[at - 1] ?? far) + 1)
      }
      current[at] = best
    }
    ;[previous, current] = [current, previous]
  }
  return previous[width + 1 + b.length - a.length] ?? far
}

function wordErrors(read: readonly string[], reference: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of reference) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of read) counts.set(word, (counts.get(word) ?? 0) - 1)
  let missing = 0
  let extra = 0
  for (const n of counts.values())
    if (n > 0) missing += n
    else extra -= n
  return Math.max(missing, extra)
}

const [source, transcripts] = process.argv.slice(2)
if (!source || !transcripts) throw new Error('Give a folder of documents and one of transcripts.')
const files = statSync(source).isDirectory()
  ? readdirSync(source)
      .sort()
      .map((file) => join(source, file))
  : [source]
const references = readdirSync(transcripts).filter((file) => file.endsWith('.txt'))

let read = 0
const failed = new Map<string, number>()
const rates: number[] = []
const wordRates: number[] = []
for (const file of files) {
  const name = basename(file)
  try {
    const start = performance.now()
    const parsed = await readDocument({
      bytes: readFileSync(file),
      name,
      limits: defaultLimits,
      progress() {},
    })
    const ms = performance.now() - start
    read++
    const stem = nameOf(file)
    // Of "2004-B8" and "synthetic-vni-2004-B8" the longer name is the one meant.
    const reference = references
      .filter((path) => stem === nameOf(path) || stem.endsWith(`-${nameOf(path)}`))
      .sort((a, b) => b.length - a.length)[0]
    if (!reference) continue
    const words = wordsOf(parsed.text)
    const expected = wordsOf(readFileSync(join(transcripts, reference), 'utf8'))
    const whole = expected.join('')
    const most = Math.ceil(whole.length / 5)
    const edits = editsBetween(whole, words.join(''), most)
    const rate = edits === null ? 1 : edits / Math.max(1, whole.length)
    const wordRate = wordErrors(words, expected) / Math.max(1, expected.length)
    rates.push(rate)
    wordRates.push(wordRate)
    const shown = edits === null ? ' over 20' : (100 * rate).toFixed(2).padStart(8)
    console.log(
      `${shown} % characters ${(100 * wordRate).toFixed(2).padStart(7)} % words ${ms.toFixed(0).padStart(6)} ms  ${name}`,
    )
  } catch (error) {
    const reason = error instanceof BadDocumentError ? error.code : String(error)
    failed.set(reason, (failed.get(reason) ?? 0) + 1)
    console.log(`  failed: ${name}: ${reason}`)
  }
}
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length)
const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0
const reasons = [...failed].map(([reason, count]) => `${count} ${reason}`).join(', ')
console.log(`${read} read, ${files.length - read} failed${reasons ? ` (${reasons})` : ''}`)
if (rates.length > 0)
  console.log(
    `${rates.length} with a transcript: characters mean ${(100 * mean(rates)).toFixed(2)} % median ${(100 * median(rates)).toFixed(2)} %; ` +
      `words mean ${(100 * mean(wordRates)).toFixed(2)} % median ${(100 * median(wordRates)).toFixed(2)} %`,
  )
