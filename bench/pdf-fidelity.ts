// Measures how faithfully PDFs are read, against `pdftotext -layout` (Debian: poppler-utils) as the reference.
//
//   node bench/pdf-fidelity.ts FOLDER_OR_FILE…
//
// "lines" compares the rows of each page in visual order, character by character (rate of edits a reference character):
// how well glyphs become text. "words" compares the finished document's words with the reference's whatever their
// order, since columns and wrapped table cells are read by column and by cell, which the reference does not do.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defaultLimits } from '../src/parse/parser.ts'
import { readGlyphs } from '../src/parse/pdf/glyphs.ts'
import { readRows } from '../src/parse/pdf/lines.ts'
import { openPdf } from '../src/parse/pdf/open.ts'
import { pdf } from '../src/parse/pdf.ts'

const flat = (text: string) =>
  text
    .replace(/[\u200B-\u200F\uFEFF\f]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()

/** Number of edits between two strings, row by row of the usual table. */
function editsBetween(a: string, b: string): number {
  let previous = Uint32Array.from({ length: b.length + 1 }, (_, i) => i)
  let current = new Uint32Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    current[0] = i
    const unit = a.charCodeAt(i - 1)
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (unit === b.charCodeAt(j - 1) ? 0 : 1)
      current[j] = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1)
    }
    ;[previous, current] = [current, previous]
  }
  return previous[b.length] ?? 0
}

function wordErrors(read: string, reference: string): { errors: number; words: number } {
  const counts = new Map<string, number>()
  const words = reference.split(' ')
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of read.split(' ')) counts.set(word, (counts.get(word) ?? 0) - 1)
  let missing = 0
  let extra = 0
  for (const n of counts.values())
    if (n > 0) missing += n
    else extra -= n
  return { errors: Math.max(missing, extra), words: words.length }
}

const files = process.argv
  .slice(2)
  .flatMap((path) =>
    statSync(path).isDirectory() ? readdirSync(path).map((f) => join(path, f)) : [path],
  )
  .filter((path) => /\.pdf$/i.test(path))
  .sort()
if (files.length === 0) throw new Error('Give a folder with PDF files, or PDF files.')

const rates: number[] = []
const wordRates: number[] = []
let totalPages = 0
let totalMs = 0
for (const file of files) {
  const bytes = readFileSync(file)
  const pages = execFileSync('pdftotext', ['-layout', '-enc', 'UTF-8', file, '-'], {
    maxBuffer: 1e9,
  })
    .toString()
    .split('\f')
  const { document, close } = await openPdf(bytes, basename(file))
  let edits = 0
  let characters = 0
  let worst = { page: 0, rate: 0 }
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { rows, annotations, aside } = readRows(await readGlyphs(page))
    page.cleanup()
    const visual = [...rows, ...annotations.flat(), ...aside].sort((a, b) => a.y - b.y)
    const read = flat(visual.map((r) => r.cells.map((c) => c.text).join(' ')).join('\n'))
    const reference = flat(pages[number - 1] ?? '')
    const pageEdits = editsBetween(read, reference)
    edits += pageEdits
    characters += reference.length
    const rate = pageEdits / Math.max(1, reference.length)
    if (rate > worst.rate) worst = { page: number, rate }
  }
  await close()
  const start = performance.now()
  let finished = ''
  try {
    const parsed = await pdf.parse({
      bytes,
      name: basename(file),
      limits: defaultLimits,
      progress() {},
    })
    finished = flat(parsed.text)
  } catch (error) {
    console.log(`  ${error}`)
  }
  const ms = performance.now() - start
  totalMs += ms
  totalPages += document.numPages
  const rate = edits / Math.max(1, characters)
  const { errors, words } = wordErrors(finished, flat(pages.join('\n')))
  rates.push(rate)
  wordRates.push(errors / Math.max(1, words))
  console.log(
    `${(100 * rate).toFixed(2).padStart(6)} % lines ${((100 * errors) / Math.max(1, words)).toFixed(2).padStart(6)} % words ` +
      `${String(document.numPages).padStart(4)} pages ${(ms / document.numPages).toFixed(0).padStart(4)} ms/page ` +
      `worst page ${worst.page} ${(100 * worst.rate).toFixed(1)} %  ${basename(file)}`,
  )
}
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length
const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0
console.log(
  `lines: mean ${(100 * mean(rates)).toFixed(2)} % median ${(100 * median(rates)).toFixed(2)} %; ` +
    `words: mean ${(100 * mean(wordRates)).toFixed(2)} % median ${(100 * median(wordRates)).toFixed(2)} %; ` +
    `${totalPages} pages, ${(totalMs / totalPages).toFixed(0)} ms a page`,
)
