// The command line as people meet it: command → exit status, stdout, stderr. Each row runs a real process.

import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordSchema } from '../../src/model.ts'
import { makeZip } from '../support/make-zip.ts'
import { runCli } from '../support/run-cli.ts'

const samples = join(import.meta.dirname, '..', '..', 'samples')
let cwd = ''

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'vanthu-cli-'))
  const sample = (name: string) => join(samples, name)
  await cp(sample('txt-bao-cao-huyen/source.txt'), join(cwd, 'báo cáo.txt'))
  await cp(sample('html-hoi-nghi-so-ket/source.html'), join(cwd, 'la-html.pdf'))
  await writeFile(join(cwd, 'rong.pdf'), '')
  await writeFile(
    join(cwd, 'rac.docx'),
    Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff),
  )
  const vietnamese = await readFile(join(cwd, 'báo cáo.txt'))
  // A byte that no UTF-8 text has, in the middle of one.
  await writeFile(
    join(cwd, 'hong-utf8.txt'),
    Buffer.concat([vietnamese, Buffer.from([0xc3, 0x28, 0xff]), vietnamese]),
  )
  await writeFile(join(cwd, 'a\u001B[2J\u202Eb.txt'), '')
  await mkdir(join(cwd, 'trong', '.an'), { recursive: true })
  await writeFile(join(cwd, 'trong', '.DS_Store'), 'x')
  await writeFile(join(cwd, 'trong', '~$bao-cao.docx'), 'x')
  await mkdir(join(cwd, 'sai'))
  await writeFile(join(cwd, 'sai', 'vanthu.config.json'), '{ "prot": 4280 }')
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

type Row = {
  args: string[]
  status: number
  stdout?: RegExp
  stderr?: RegExp
  environment?: Record<string, string>
  stdin?: string
  in?: string
}
const rows: Record<string, Row> = {
  'help names all commands': {
    args: ['--help'],
    status: 0,
    stdout:
      /serve[\s\S]*ingest[\s\S]*extract[\s\S]*search[\s\S]*show[\s\S]*status[\s\S]*schema[\s\S]*check[\s\S]*demo[\s\S]*Examples/,
    stderr: /^$/,
  },
  'help of a command': {
    args: ['extract', '--help'],
    status: 0,
    stdout: /stdin[\s\S]*--format/,
    stderr: /^$/,
  },
  version: { args: ['--version'], status: 0, stdout: /^\d+\.\d+\.\d+\n$/ },
  'no command': { args: [], status: 2, stdout: /^$/, stderr: /Usage: vanthu/ },
  'unknown command': {
    args: ['extrac'],
    status: 2,
    stdout: /^$/,
    stderr: /unknown command 'extrac'[\s\S]*extract/,
  },
  'unknown option': {
    args: ['status', '--jsn'],
    status: 2,
    stdout: /^$/,
    stderr: /unknown option '--jsn'/,
  },
  'missing argument': {
    args: ['extract'],
    status: 2,
    stdout: /^$/,
    stderr: /missing required argument 'file'/,
  },
  'unknown format': {
    args: ['extract', '--format', 'xml', 'báo cáo.txt'],
    status: 2,
    stdout: /^$/,
    stderr: /xml.*json, ndjson, table/,
  },
  schema: { args: ['schema'], status: 0, stdout: /^\{[\s\S]*"vanthu\.record\/1"/, stderr: /^$/ },
  check: {
    args: ['check'],
    status: 0,
    stdout: /port\s+4280[\s\S]*ok\s+dictionaries/,
    stderr: /^$/,
  },
  'check masks secrets': {
    args: ['check', '--json'],
    status: 0,
    stdout: /redis:\/\/u:\*\*\*@h/,
    environment: { VANTHU_QUEUE_URL: 'redis://u:geheim@h' },
  },
  'extract a missing path': {
    args: ['extract', 'báo cáo.txt', 'không có.pdf'],
    status: 2,
    stdout: /^$/,
    stderr: /^vanthu: không có\.pdf does not exist/,
  },
  'ingest a missing path': {
    args: ['ingest', 'không có.pdf'],
    status: 2,
    stdout: /^$/,
    stderr: /does not exist/,
  },
  'extract an empty file': {
    args: ['extract', 'rong.pdf'],
    status: 3,
    stdout: /"code":"empty"/,
    stderr: /could not be read/,
  },
  'extract rubbish': {
    args: ['extract', 'rac.docx'],
    status: 3,
    stdout: /"code":"unsupported".*rac\.docx/,
  },
  'extract HTML called .pdf': {
    args: ['extract', 'la-html.pdf'],
    status: 0,
    stdout: /"mediaType":"text\/html"/,
  },
  'extract malformed UTF-8': {
    args: ['extract', 'hong-utf8.txt'],
    status: 0,
    stdout: /"text":"UBND HUYỆN TUY AN/,
  },
  'extract a folder without documents': {
    args: ['extract', 'trong'],
    status: 2,
    stdout: /^$/,
    stderr: /^vanthu: There is nothing to read in trong: the folder holds no documents\.\n$/,
  },
  'ingest a folder without documents': {
    args: ['ingest', 'trong'],
    status: 2,
    stdout: /^$/,
    stderr: /nothing to read in trong/,
  },
  'extract an empty stdin': {
    args: ['extract', '-'],
    status: 3,
    stdout: /"name":"stdin".*"code":"empty"/,
  },
  'extract stdin': {
    args: ['extract', '-'],
    stdin: 'Sáng 21/3/2023, tại tỉnh Điện Biên, hội nghị giao ban diễn ra.',
    status: 0,
    stdout: /"name":"stdin"/,
  },
  'names steer no terminal': {
    args: ['extract', '--format', 'table', 'a\u001B[2J\u202Eb.txt'],
    status: 3,
    stdout: /a\\u\{1b\}\[2J\\u\{202e\}b\.txt/,
  },
  'unknown setting in the file': {
    args: ['status'],
    in: 'sai',
    status: 2,
    stdout: /^$/,
    stderr: /"prot" in .*did you mean port/,
  },
  'unknown variable': {
    args: ['status'],
    environment: { VANTHU_PROT: '1' },
    status: 2,
    stdout: /^$/,
    stderr: /VANTHU_PROT is no setting.*VANTHU_PORT/,
  },
  'several mistakes at once': {
    args: ['status'],
    environment: { VANTHU_PROT: '1', VANTHU_PORT: 'x' },
    status: 2,
    stderr:
      /2 mistakes[\s\S]*VANTHU_PROT[\s\S]*VANTHU_PORT must be a number|2 mistakes[\s\S]*VANTHU_PORT must be a number/,
  },
  'a store that is not supported, without its password': {
    args: ['status'],
    environment: { VANTHU_STORE_URL: 'mysql://u:geheim@h/db' },
    status: 2,
    stdout: /^$/,
    stderr: /^(?!.*geheim)vanthu: The store "mysql:" is not supported by this version; use sqlite:/,
  },
  'a store that cannot be reached, without its password': {
    args: ['status'],
    environment: { VANTHU_STORE_URL: 'postgres://u:geheim@127.0.0.1:1/db' },
    status: 2,
    stdout: /^$/,
    stderr: /^(?!.*geheim)vanthu: The PostgreSQL server 127\.0\.0\.1:1 cannot be reached/,
  },
  'show without such a document': {
    args: ['show', 'abcdef'],
    status: 2,
    stdout: /^$/,
    stderr: /no document abcdef/,
  },
  'search for no such type': {
    args: ['search', 'x', '--type', 'novel'],
    status: 2,
    stdout: /^$/,
    stderr: /no document type/,
  },
  'search with a limit that is none': {
    args: ['search', 'x', '--limit', 'ten'],
    status: 2,
    stdout: /^$/,
    stderr: /limit/,
  },
  'status of a new archive': {
    args: ['status', '--json'],
    status: 0,
    stdout: /"pending": 0/,
    stderr: /^$/,
  },
}

describe('a command', () => {
  test.each(Object.entries(rows))('%s', async (_, row) => {
    const run = await runCli(row.args, {
      cwd: join(cwd, row.in ?? ''),
      ...(row.environment ? { environment: row.environment } : {}),
      ...(row.stdin ? { stdin: row.stdin } : {}),
    })
    expect(run, run.stderr).toMatchObject({ status: row.status })
    if (row.stdout) expect(run.stdout).toMatch(row.stdout)
    if (row.stderr) expect(run.stderr).toMatch(row.stderr)
    expect(run.stderr).not.toMatch(/This is a fault of vanthu|ExperimentalWarning/)
    // No escape codes where nobody looks.
    expect(run.stdout + run.stderr).not.toContain('\u001B')
  })
})

test('extract: one line a file in the order given, failures among them, exit 3 at the end', async () => {
  const run = await runCli(['extract', 'rong.pdf', 'báo cáo.txt', 'rac.docx', 'la-html.pdf'], {
    cwd,
  })
  const lines = run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map((line) => line.source.name)).toEqual([
    'rong.pdf',
    'báo cáo.txt',
    'rac.docx',
    'la-html.pdf',
  ])
  expect(lines.map((line) => line.error?.code)).toEqual([
    'empty',
    undefined,
    'unsupported',
    undefined,
  ])
  for (const line of lines)
    if (!line.error) expect(recordSchema.safeParse(line).error).toBeUndefined()
  expect(run.status).toBe(3)
  expect(run.stderr).toMatch(/2 of 4 files could not be read/)
})

test('extract --format json is a value, for one file and for several', async () => {
  const one = await runCli(['extract', '--json', 'báo cáo.txt'], { cwd })
  expect(JSON.parse(one.stdout)).toMatchObject({ schema: 'vanthu.record/1' })
  const two = await runCli(['extract', '--format', 'json', 'báo cáo.txt', 'rong.pdf'], { cwd })
  expect(JSON.parse(two.stdout)).toMatchObject([
    { status: 'complete' },
    { error: { code: 'empty' } },
  ])
})

test('an archive: extract gives it and what is in it, ingest and status name where things lie', async () => {
  await writeFile(
    join(cwd, 'kho.zip'),
    makeZip([
      { name: '2019/báo cáo.txt', content: await readFile(join(cwd, 'báo cáo.txt')) },
      { name: 'rỗng.txt', content: Buffer.alloc(0) },
    ]),
  )
  const run = await runCli(['extract', 'kho.zip', 'rong.pdf'], { cwd })
  const lines = run.stdout.trimEnd().split('\n')
  const records = lines.map((line) => JSON.parse(line))
  expect(
    records.map(({ source, error }) => [source.name, source.container?.name, error?.code]),
  ).toEqual([
    ['kho.zip', undefined, undefined],
    ['2019/báo cáo.txt', 'kho.zip', undefined],
    ['rỗng.txt', 'kho.zip', 'empty'],
    ['rong.pdf', undefined, 'empty'],
  ])
  for (const record of records)
    if (!record.error) expect(recordSchema.safeParse(record).error).toBeUndefined()
  expect(run).toMatchObject({
    status: 3,
    stderr: expect.stringContaining('2 of 4 files could not'),
  })
  const one = await runCli(['extract', '--json', 'kho.zip'], { cwd })
  expect(JSON.parse(one.stdout)).toHaveLength(3)

  const cli = (...args: string[]) =>
    runCli(args, { cwd, environment: { VANTHU_DATA: join(cwd, 'archive of archives') } })
  const taken = await cli('ingest', 'kho.zip', '--json')
  expect(JSON.parse(taken.stdout)).toMatchObject({
    documents: 3,
    extracted: 2,
    failed: 1,
    duplicates: 0,
    failures: [{ name: 'rỗng.txt', path: 'kho.zip › rỗng.txt', code: 'empty' }],
  })
  const again = await cli('ingest', 'kho.zip', '--json')
  expect(JSON.parse(again.stdout)).toEqual({ ...JSON.parse(taken.stdout), duplicates: 1 })
  expect((await cli('status')).stdout).toMatch(/kho\.zip › rỗng\.txt\s+empty/)
  const { hits } = JSON.parse((await cli('search', 'tuy an', '--json')).stdout)
  expect((await cli('show', hits[0].id)).stdout).toMatch(/came in kho\.zip/)
})

test('extract clears away what a killed run left a day ago, and leaves nothing itself', async () => {
  const temporary = join(cwd, 'tam')
  const [old, recent] = [
    join(temporary, 'vanthu-extract-cu'),
    join(temporary, 'vanthu-extract-moi'),
  ]
  for (const folder of [old, recent]) await mkdir(folder, { recursive: true })
  await writeFile(join(old, '0'), 'x')
  const before = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  await utimes(old, before, before)
  const archive = makeZip([{ name: 'a.txt', content: Buffer.from('Văn bản') }])
  const environment = { TMPDIR: temporary }
  const run = await runCli(['extract', '-'], { cwd, environment, stdin: archive })
  expect(run.stdout.trimEnd().split('\n')).toHaveLength(2)
  const left = (await readdir(temporary)).filter((name) => name.startsWith('vanthu'))
  expect(left).toEqual(['vanthu-extract-moi'])
})

test('ingest, search, show and status tell the same story', async () => {
  const environment = { VANTHU_DATA: join(cwd, 'archive') }
  const cli = (...args: string[]) => runCli(args, { cwd, environment })
  await mkdir(join(cwd, 'van-ban', 'sub'), { recursive: true })
  await cp(join(cwd, 'báo cáo.txt'), join(cwd, 'van-ban', 'a.txt'))
  await cp(join(cwd, 'báo cáo.txt'), join(cwd, 'van-ban', 'sub', 'b.txt'))
  await cp(join(cwd, 'rac.docx'), join(cwd, 'van-ban', 'rac.docx'))
  const first = await cli('ingest', 'van-ban', '--json')
  expect(first.status).toBe(3)
  expect(JSON.parse(first.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    documents: 2,
    extracted: 1,
    partial: 0,
    failed: 1,
    duplicates: 1,
    failures: [
      { name: 'rac.docx', code: 'unsupported', message: expect.stringContaining('rac.docx') },
    ],
  })
  const again = await cli('ingest', join('van-ban', 'a.txt'), '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({
    documents: 1,
    extracted: 1,
    duplicates: 1,
    failed: 0,
  })
  expect(again.status).toBe(0)
  const text = await cli('ingest', 'van-ban')
  expect(text).toMatchObject({
    status: 3,
    stdout: expect.stringMatching(
      /2 documents: 1 complete, 1 failed[\s\S]*rac\.docx\s+unsupported/,
    ),
  })
  const found = JSON.parse((await cli('search', 'tuy an', '--year', '2019', '--json')).stdout)
  expect(found).toMatchObject({ total: 1, hits: [{ name: 'a.txt' }], next: null })
  const { id } = found.hits[0]
  expect((await cli('search', '"mầm non"')).stdout).toMatch(
    new RegExp(`1 document found[\\s\\S]*${id.slice(0, 12)}`),
  )
  expect(JSON.parse((await cli('show', id.slice(0, 10), '--json')).stdout)).toMatchObject({
    id,
    state: 'extracted',
    names: ['a.txt', 'b.txt'],
    record: { schema: 'vanthu.record/1' },
  })
  expect((await cli('show', id)).stdout).toContain('Percentages')
  const status = JSON.parse((await cli('status', '--json')).stdout)
  expect(status).toMatchObject({
    counts: { extracted: 1, failed: 1, pending: 0 },
    failures: [{ name: 'rac.docx', code: 'unsupported' }],
  })
  expect((await cli('status')).stdout).toMatch(/extracted\s+1[\s\S]*rac\.docx/)
})

test('serve says which port is taken and what to do', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const run = await runCli(['serve', '--port', port], {
    cwd,
    environment: { VANTHU_DATA: join(cwd, 'served') },
  })
  other.close()
  expect(run).toMatchObject({ status: 2, stdout: '' })
  expect(run.stderr).toMatch(new RegExp(`Port ${port} .*in use.*VANTHU_PORT`))
})
