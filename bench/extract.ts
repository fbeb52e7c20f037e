// How fast records are made of texts that were read before: normalising and extraction, on one core.
//
//   node bench/extract.ts FOLDER        megabytes of UTF-8 a second over all texts of a folder: the median of five rounds after ten
//                                       seconds of warming up, and the slowest texts
//   node bench/extract.ts --growth      time and memory for one text of 1 KB to 10 MB, ordinary and hostile
import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { BadDocumentError } from '../src/errors.ts'
import { loadLexicon } from '../src/lexicon/load.ts'
import type { ParsedDocument } from '../src/model.ts'
import { createReader } from '../src/parse/reader.ts'
import { makeRecord } from '../src/record/make-record.ts'

const rounds = 5
/** Seconds of processor time before the rounds that count: a worker reads for days, and its first seconds are the engine's. */
const warmUp = 10
const lexicon = loadLexicon()

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]

type Read = { name: string; bytes: number; parsed: ParsedDocument }

async function readAll(folder: string): Promise<Read[]> {
  const reader = createReader()
  const takeMember = async ({ bytes }: { bytes: AsyncIterable<unknown> }) => {
    for await (const _ of bytes);
  }
  const documents: Read[] = []
  const paths = filesIn(folder)
  for (const [i, path] of paths.entries()) {
    const name = basename(path)
    showProgress(i + 1, paths.length, name)
    try {
      const parsed = await reader.read({ name, path, takeMember })
      documents.push({ name, bytes: Buffer.byteLength(parsed.text), parsed })
    } catch (error) {
      if (!(error instanceof BadDocumentError)) throw error
    }
  }
  await reader.close()
  return documents
}

/** Reading scans takes minutes before anything is measured: says on stderr how far it is, in place on a terminal. */
function showProgress(done: number, of: number, name: string): void {
  const line = `reading ${done} of ${of} files: ${name}`
  if (process.stderr.isTTY) {
    const width = process.stderr.columns - 1
    process.stderr.write(`\r${line.slice(0, width).padEnd(width)}${done === of ? '\n' : ''}`)
  } else if (done === 1 || done === of || done % 50 === 0) console.error(line)
}

/** Milliseconds that a record takes. */
function timeOf({ name, bytes, parsed }: Read): number {
  const startedAt = performance.now()
  const { mediaType } = parsed
  makeRecord(parsed, { name, bytes, sha256: ''.padStart(64, '0'), mediaType }, lexicon)
  return performance.now() - startedAt
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const report = (megabytes: number, wall: number, cpu: number): string =>
  `${(megabytes / wall).toFixed(2)} MB/s wall (${wall.toFixed(2)} s)\t${(megabytes / cpu).toFixed(2)} MB/s CPU (${cpu.toFixed(2)} s)`

async function overFolder(folder: string): Promise<void> {
  const documents = await readAll(folder)
  const megabytes = documents.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  console.log(`${documents.length} texts, ${megabytes.toFixed(2)} MB of UTF-8`)
  let times: number[] = []
  const seconds: { wall: number; cpu: number }[] = []
  const begun = process.cpuUsage()
  const isWarm = () => {
    const { user, system } = process.cpuUsage(begun)
    return user + system > warmUp * 1e6
  }
  do documents.forEach(timeOf)
  while (!isWarm())
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    times = documents.map(timeOf)
    const { user, system } = process.cpuUsage(before)
    const wall = times.reduce((sum, ms) => sum + ms, 0) / 1000
    seconds.push({ wall, cpu: (user + system) / 1e6 })
    console.log(`round ${round + 1}\t${report(megabytes, wall, (user + system) / 1e6)}`)
  }
  // A busy machine makes the wall slower than the processor; helper threads of the engine make it quicker.
  const wall = median(seconds.map((round) => round.wall))
  const cpu = median(seconds.map((round) => round.cpu))
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0)
  console.log(`median\t${report(megabytes, wall, cpu)}\tpeak memory ${peak} MB`)
  const slowest = documents.map((document, i) => ({ document, ms: times[i] ?? 0 }))
  slowest.sort((a, b) => b.ms - a.ms)
  for (const { document, ms } of slowest.slice(0, 5))
    console.log(
      `${ms.toFixed(0)} ms\t${(document.bytes / 1000 / ms).toFixed(2)} MB/s\t${document.name}`,
    )
}

const sentence =
  'Ngày 12/5/2023, Sở Giáo dục và Đào tạo tỉnh Sơn La tổ chức hội nghị; ông Nguyễn Văn An, Phó Giám đốc Sở, yêu cầu các trường báo cáo trước ngày 30/6, tỷ lệ đạt 98,5% (197/200) theo Thông tư số 22/2021/TT-BGDĐT.\n'
const growing: ReadonlyArray<readonly [string, string]> = [
  ['report', sentence],
  ['one letter', 'a'],
  ['digits', '1234567890'],
  ['capitals', 'NGUYỄN VĂN '],
  ['nested brackets', '(['],
]

function growth(): void {
  console.log('text\tcharacters\tms\tMB/s\theap MB')
  for (const [name, piece] of growing)
    for (const length of [1e3, 1e4, 1e5, 1e6, 1e7]) {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
      const blocks: ParsedDocument['blocks'] = []
      let start = 0
      for (const line of text.split('\n')) {
        if (line) blocks.push({ start, end: start + line.length, kind: 'paragraph' })
        start += line.length + 1
      }
      const parsed: ParsedDocument = {
        version: 1,
        parser: 'bench/1',
        mediaType: 'text/plain',
        text,
        metadata: {},
        warnings: [],
        partial: false,
        blocks,
      }
      const bytes = Buffer.byteLength(text)
      const ms = timeOf({ name, bytes, parsed })
      const heap = process.memoryUsage().heapUsed / 1024 / 1024
      console.log(
        [name, length, ms.toFixed(0), (bytes / 1000 / ms).toFixed(2), heap.toFixed(0)].join('\t'),
      )
    }
}

const [first] = process.argv.slice(2)
if (first === '--growth') growth()
else if (first) await overFolder(first)
else console.error('Give a folder, or --growth.')
