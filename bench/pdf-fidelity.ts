// Measures how faithfully PDFs are read, against `pdftotext -layout` (Debian: poppler-utils) as the reference.
//
//   node bench/pdf-fidelity.ts FOLDER_OR_FILE… [--transcripts FOLDER]
//
// "lines" compares the rows of each page in visual order, character by character (rate of edits a reference character):
// how well glyphs become text. "words" compares the finished document's words with the reference's whatever their
// order, since columns and wrapped table cells are read by column and by cell, which the reference does not do; the
// reference is decoded as we decode where the file is in an old encoding. "glued" counts blocks that mix both columns of
// an official head. Where the folder of transcripts (by default gt/viparse beside the files) has the document, a second
// table compares us and pdftotext with it, both decoded, by visual rows; and the bare words of the finished document.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ParsedDocument } from '../src/model.ts'
import { defaultLimits } from '../src/parse/parser.ts'
import { decodePages } from '../src/parse/pdf/decode.ts'
import { readGlyphs } from '../src/parse/pdf/glyphs.ts'
import { type PageRows, readRows } from '../src/parse/pdf/lines.ts'
import { openPdf } from '../src/parse/pdf/open.ts'
import { pdf } from '../src/parse/pdf.ts'
import { convertMixed } from '../src/text/legacy/convert-runs.ts'

const flat = (text: string) =>
  text
    .replace(/[\u200B-\u200F\uFEFF\f]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()

const visualText = ({ rows, annotations, aside }: PageRows): string =>
  [...rows, ...annotations.flat(), ...aside]
    .sort((a, b) => a.y - b.y)
    .map((row) => row.cells.map((cell) => cell.text).join(' '))
    .join('\n')

/**
 * Without what a transcript of bytes cannot know: that a font shows small letters as capitals (.VnTimeH), and that a digit
 * is raised.
 */
const plain = (text: string) =>
  flat(text)
    .toLowerCase()
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => digit.normalize('NFKC'))

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

/** The same within a band about the diagonal, for whole documents; widened until the number fits. */
function editsInBand(a: string, b: string, band = 500): number {
  const width = 2 * band + 1
  const far = a.length + b.length
  let previous = new Uint32Array(width + 1).fill(far)
  let current = new Uint32Array(width + 1).fill(far)
  for (let k = 0; k < width; k++) if (k - band >= 0) previous[k] = k - band
  for (let i = 1; i <= a.length; i++) {
    current.fill(far)
    const unit = a.charCodeAt(i - 1)
    for (let k = 0; k < width; k++) {
      const j = i + k - band
      if (j < 0 || j > b.length) continue
      let best = j === 0 ? i : (previous[k] ?? far) + (unit === b.charCodeAt(j - 1) ? 0 : 1)
      best = Math.min(best, (previous[k + 1] ?? far) + 1, k > 0 ? (current[k - 1] ?? far) + 1 : far)
      current[k] = best
    }
    ;[previous, current] = [current, previous]
  }
  const edits = previous[b.length - a.length + band] ?? far
  return edits <= band || band > far ? edits : editsInBand(a, b, 4 * band)
}

const title = /CỘNG H[OÒÕ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM/iu
const motto = /Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc/iu

/** Blocks at the head of a page that hold the left and the right column of an official head at once. */
function gluedHeads({ text, blocks }: ParsedDocument): string[] {
  return blocks
    .slice(0, 15)
    .filter((block) => block.kind !== 'page-footer' && block.end - block.start < 250)
    .map((block) => text.slice(block.start, block.end))
    .filter((said) => {
      if (/^(?:-\s*)?(?:Căn cứ|nước|\d)|["“]/iu.test(said)) return false
      const rest = said
        .replace(title, '')
        .replace(motto, '')
        .replace(/[^\p{L}]/gu, '')
      if (rest.length < said.replace(/[^\p{L}]/gu, '').length && /\p{L}{2}/u.test(rest)) return true
      return /^Số\s*:.{0,60}ngày[\s\d…._]*tháng/iu.test(said)
    })
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { transcripts: { type: 'string' } },
})
const files = positionals
  .flatMap((path) =>
    statSync(path).isDirectory() ? readdirSync(path).map((f) => join(path, f)) : [path],
  )
  .filter((path) => /\.pdf$/i.test(path))
  .sort()
if (files.length === 0) throw new Error('Give a folder with PDF files, or PDF files.')

const keyOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const folder = values.transcripts ?? join(dirname(files[0] ?? ''), '..', 'gt', 'viparse')
const transcripts = new Map(
  (existsSync(folder) ? readdirSync(folder) : []).map((name) => [
    keyOf(basename(name, '.txt')),
    join(folder, name),
  ]),
)
const transcriptOf = (file: string): string | undefined => {
  const key = keyOf(basename(file, '.pdf'))
  return transcripts.get(key) ?? transcripts.get(key.replace(/^[a-z]+-/, ''))
}

const rates: number[] = []
const compared: string[] = []
const glued: string[] = []
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
  const allRows: PageRows[] = []
  let edits = 0
  let characters = 0
  let worst = { page: 0, rate: 0 }
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const pageRows = readRows(await readGlyphs(page))
    page.cleanup()
    allRows.push(pageRows)
    const read = flat(visualText(pageRows))
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
    glued.push(...gluedHeads(parsed).map((said) => `${basename(file)}: ${said}`))
  } catch (error) {
    console.log(`  ${error}`)
  }
  const ms = performance.now() - start
  totalMs += ms
  totalPages += document.numPages
  const rate = edits / Math.max(1, characters)
  const decoded = flat(convertMixed(pages.join('\n')).text)
  const { errors, words } = wordErrors(finished, decoded)
  const transcript = transcriptOf(file)
  if (transcript) {
    const truth = plain(readFileSync(transcript, 'utf8'))
    const ours = plain(
      decodePages(allRows)
        .pages.map((p) => (p ? visualText(p) : ''))
        .join('\n'),
    )
    const share = (n: number, of: number) => `${((100 * n) / Math.max(1, of)).toFixed(2)} %`
    const byWords = (read: string) => {
      const found = wordErrors(read, truth)
      return share(found.errors, found.words)
    }
    compared.push(
      `${basename(file)}: lines ${share(editsInBand(ours, truth), truth.length)}, pdftotext ${share(editsInBand(plain(decoded), truth), truth.length)}; ` +
        `words of the finished document ${byWords(plain(finished))}, pdftotext ${byWords(plain(decoded))}`,
    )
  }
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
console.log(`glued heads: ${glued.length}`)
for (const said of glued) console.log(`  ${said}`)
if (compared.length > 0) console.log('against transcripts:')
for (const line of compared) console.log(`  ${line}`)
