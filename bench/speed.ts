// Measures how fast documents are read, isolation included and children reused, and what it costs over the bare libraries.
//
//   node bench/speed.ts CORPUS_FOLDER            documents a second by format, memory of parent and child
//   node bench/speed.ts --bare FOLDER_OR_FILE…   PDF and DOCX: our time over that of pdf-parse and of mammoth alone
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import mammoth from 'mammoth'
import { PDFParse } from 'pdf-parse'
import { BadDocumentError } from '../src/errors.ts'
import { createReader, type Reader } from '../src/parse/reader.ts'

const runs = 3

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path]

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** Reads a file; false where it cannot be read. */
async function read(reader: Reader, path: string): Promise<boolean> {
  try {
    const takeMember = async ({ bytes }: { bytes: AsyncIterable<unknown> }) => {
      for await (const _ of bytes);
    }
    await reader.read({ name: basename(path), path, takeMember })
    return true
  } catch (error) {
    if (error instanceof BadDocumentError) return false
    throw error
  }
}

const residentMb = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').map(Number)

async function byFormat(corpus: string): Promise<void> {
  console.log('format\tfiles\tread\tMB\tseconds\tdocuments/s\tchild MB\tparent MB')
  for (const format of readdirSync(corpus).sort()) {
    const folder = join(corpus, format)
    if (!statSync(folder).isDirectory()) continue
    const files = filesIn(folder).filter((path) => !/\.(?:jsonl|md)$/.test(path))
    if (files.length === 0 || format === 'gt') continue
    const reader = createReader()
    await read(reader, files[0] ?? '') // starts the child and loads the library
    let count = 0
    let childMb = 0
    const ms = await timed(async () => {
      for (const path of files) {
        if (await read(reader, path)) count++
        childMb = Math.max(childMb, ...childrenOf(process.pid).map(residentMb))
      }
    })
    await reader.close()
    const mb = files.reduce((sum, path) => sum + statSync(path).size, 0) / 1024 / 1024
    const parentMb = process.resourceUsage().maxRSS / 1024
    const perSecond = (1000 * files.length) / ms
    console.log(
      [format, files.length, count, mb.toFixed(1), (ms / 1000).toFixed(1), perSecond.toFixed(1)]
        .concat([childMb.toFixed(0), parentMb.toFixed(0)])
        .join('\t'),
    )
  }
}

const bare: Record<string, (bytes: Buffer) => Promise<unknown>> = {
  async '.pdf'(bytes) {
    const parser = new PDFParse({ data: new Uint8Array(bytes), verbosity: 0 })
    try {
      await parser.getText()
    } finally {
      await parser.destroy()
    }
  },
  '.docx': (buffer) => mammoth.extractRawText({ buffer }),
}

async function overBare(paths: readonly string[]): Promise<void> {
  const files = paths.flatMap(filesIn).filter((path) => bare[extname(path).toLowerCase()])
  const reader = createReader()
  const ratios: number[] = []
  let oursInAll = 0
  let bareInAll = 0
  console.log('bare ms\tours ms\tratio\tfile')
  for (const path of files) {
    const run = bare[extname(path).toLowerCase()]
    const bytes = readFileSync(path)
    if (!run || !(await read(reader, path))) continue
    const bareMs: number[] = []
    const oursMs: number[] = []
    await run(bytes)
    for (let i = 0; i < runs; i++) {
      bareMs.push(await timed(() => run(bytes)))
      oursMs.push(await timed(() => read(reader, path)))
    }
    const ratio = median(oursMs) / median(bareMs)
    ratios.push(ratio)
    oursInAll += median(oursMs)
    bareInAll += median(bareMs)
    console.log(
      [median(bareMs).toFixed(1), median(oursMs).toFixed(1), ratio.toFixed(2), basename(path)].join(
        '\t',
      ),
    )
  }
  await reader.close()
  console.log(
    `${ratios.length} files: ours ${oursInAll.toFixed(0)} ms, bare ${bareInAll.toFixed(0)} ms, ratio in all ${(oursInAll / bareInAll).toFixed(2)}, median by file ${median(ratios).toFixed(2)}`,
  )
}

const [first, ...rest] = process.argv.slice(2)
if (!first) throw new Error('Give the folder of a corpus, or --bare and files.')
if (first === '--bare') await overBare(rest)
else await byFormat(first)
