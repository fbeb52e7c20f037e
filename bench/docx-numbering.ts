// Compares the automatic numbers that we write with those of LibreOffice's own text export, line by line.
//
//   node bench/docx-numbering.ts [FOLDER_OF_DOCX]          needs `soffice`
//
// The documents: those of tests/support/numbering-documents.ts, some that LibreOffice makes of pages written here, and all
// of the folder. Each is read twice by both, with and without its list definitions: what stands before a line more with
// them is its marker. Lines are matched by their words, in order; lines that only one side has are counted apart.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { docx } from '../src/parse/docx.ts'
import { defaultLimits } from '../src/parse/parser.ts'
import { readZip } from '../src/parse/zip.ts'
import { writeStoredZip } from '../src/parse/zip-write.ts'
import { makeDocx } from '../tests/support/make-docx.ts'
import { numberingDocuments } from '../tests/support/numbering-documents.ts'

type Line = { text: string; marker: string }

const folder = process.argv[2]
const work = mkdtempSync(join(tmpdir(), 'docx-numbering-'))
const soffice = (type: string, from: readonly string[], to: string) =>
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      type,
      '--outdir',
      to,
      ...from,
    ],
    { stdio: 'ignore', timeout: 300_000 },
  )

const pages: ReadonlyArray<readonly [string, string]> = [
  [
    'danh-sach',
    `<h1>Kế hoạch</h1><ol><li>Một<ol type="a"><li>điểm a</li><li>điểm b</li></ol></li><li>Hai<ol type="i"><li>tiểu mục</li></ol></li></ol><p>Giữa</p><ol start="3"><li>Ba</li><li>Bốn</li></ol><ul><li>gạch đầu dòng</li></ul>`,
  ],
  [
    'chu-so-la-ma',
    `<ol type="I"><li>Phần một<ol><li>Mục<ol type="A"><li>Ý</li><li>Ý nữa</li></ol></li></ol></li><li>Phần hai</li></ol><table border="1"><tr><td><ol><li>trong ô</li><li>ô nữa</li></ol></td><td>x</td></tr></table><ol type="I" start="3"><li>Phần ba</li></ol>`,
  ],
]

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Our lines; the cells of a table row are lines of their own. */
async function ourLines(bytes: Buffer): Promise<string[]> {
  const parsed = await docx.parse({ bytes, name: 'x.docx', limits: defaultLimits, progress() {} })
  return parsed.blocks
    .filter(({ kind }) => kind !== 'page-header' && kind !== 'page-footer' && kind !== 'footnote')
    .flatMap(({ start, end }) => parsed.text.slice(start, end).split(/[\t\n]/))
    .map(bare)
}

/** What `numbered` has before the same line of `plain`. */
function markersOf(numbered: readonly string[], plain: readonly string[]): Line[] {
  if (numbered.length !== plain.length)
    console.log(`  lines differ: ${numbered.length} with numbers, ${plain.length} without`)
  return plain.flatMap((text, i) => {
    const whole = numbered[i] ?? ''
    return text === '' && whole === ''
      ? []
      : [{ text, marker: bare(whole.slice(0, whole.length - text.length)) }]
  })
}

async function withoutLists(bytes: Buffer): Promise<Buffer> {
  const members = await readZip(bytes, 'x.docx', defaultLimits, () => true)
  const kept = [...members].map(([name, content]): [string, Buffer] =>
    /numbering\d*\.xml$/.test(name)
      ? [
          name,
          Buffer.from(
            content
              .toString('utf8')
              .replace(/(<w:numbering\b[^>]*>)[\s\S]*(<\/w:numbering>)/, '$1$2'),
          ),
        ]
      : [name, content],
  )
  return writeStoredZip(kept)
}

/** The longest common sequence of lines by their words. */
function pairs(a: readonly Line[], b: readonly Line[]): Array<[Line, Line]> {
  const width = b.length + 1
  const best = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] =
        a[i]?.text === b[j]?.text
          ? (best[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(best[(i + 1) * width + j] ?? 0, best[i * width + j + 1] ?? 0)
  const found: Array<[Line, Line]> = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i], b[j]]
    if (x && y && x.text === y.text) {
      found.push([x, y])
      i++
      j++
    } else if ((best[(i + 1) * width + j] ?? 0) >= (best[i * width + j + 1] ?? 0)) i++
    else j++
  }
  return found
}

/** Any bullet is like any other: LibreOffice writes every one as "•". */
const comparable = (marker: string): string => (/^[^\p{L}\p{N}]$/u.test(marker) ? '•' : marker)

mkdirSync(join(work, 'plain'))
const documents: Array<{ name: string; file: string; why?: string | undefined }> = []
for (const [i, { name, parts, libreOffice }] of numberingDocuments.entries()) {
  const file = `made-${i}.docx`
  writeFileSync(join(work, file), makeDocx(parts))
  documents.push({ name, file, why: libreOffice })
}
for (const [name, page] of pages) {
  writeFileSync(join(work, `${name}.html`), `<meta charset="utf-8">${page}`)
  soffice('odt:writer8', [join(work, `${name}.html`)], work)
  soffice('docx:MS Word 2007 XML', [join(work, `${name}.odt`)], work)
  documents.push({ name: `${name}, by LibreOffice`, file: `${name}.docx` })
}
for (const file of folder ? readdirSync(folder).sort() : []) {
  writeFileSync(join(work, file), readFileSync(join(folder ?? '', file)))
  documents.push({ name: basename(file), file })
}
for (const { file } of documents)
  writeFileSync(join(work, 'plain', file), await withoutLists(readFileSync(join(work, file))))
soffice(
  'txt:Text (encoded):UTF8',
  documents.map(({ file }) => join(work, file)),
  work,
)
soffice(
  'txt:Text (encoded):UTF8',
  documents.map(({ file }) => join(work, 'plain', file)),
  join(work, 'plain'),
)

let agreed = 0
let compared = 0
let whole = 0
for (const { name, file, why } of documents) {
  const text = file.replace(/\.docx$/, '.txt')
  const read = (path: string) =>
    readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)
      .map(bare)
  const theirs = markersOf(read(join(work, text)), read(join(work, 'plain', text)))
  const ours = markersOf(
    await ourLines(readFileSync(join(work, file))),
    await ourLines(readFileSync(join(work, 'plain', file))),
  )
  const both = pairs(ours, theirs)
  const numbered = both.filter(([a, b]) => a.marker !== '' || b.marker !== '')
  const same = numbered.filter(([a, b]) => comparable(a.marker) === comparable(b.marker))
  agreed += same.length
  compared += numbered.length
  if (same.length === numbered.length) whole++
  console.log(
    `${same.length === numbered.length ? ' ' : why ? '~' : '!'} ${String(same.length).padStart(4)} of ${String(numbered.length).padStart(4)} markers alike, ` +
      `${ours.length - both.length} lines only ours, ${theirs.length - both.length} only theirs  ${name}`,
  )
  if (why) console.log(`         ${why}`)
  for (const [a, b] of numbered)
    if (comparable(a.marker) !== comparable(b.marker))
      console.log(`         ours "${a.marker}", theirs "${b.marker}": ${a.text.slice(0, 60)}`)
}
console.log(
  `${agreed} of ${compared} markers alike; ${whole} of ${documents.length} documents wholly`,
)
rmSync(work, { recursive: true })
