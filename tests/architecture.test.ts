// Holds the import table of src/README.md: which folder may import which, and which library is imported where.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const source = join(root, 'src')

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => name.replaceAll('\\', '/'))

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(source, file), 'utf8')
  return Array.from(
    text.matchAll(/\bfrom\s+['"]([^'"\n]+)['"]|\bimport\s*\(?\s*['"]([^'"\n]+)['"]/g),
    (m) => m[1] ?? m[2] ?? '',
  )
}

/** The room a file stands in: its first folder, or its own name at the top of src. */
const roomOf = (file: string): string =>
  file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '')

/** room → rooms it may import besides itself. */
const table: Record<string, string[]> = {
  model: [],
  errors: ['model'],
  log: ['config'],
  config: ['errors'],
  ports: ['model'],
  text: [],
  lexicon: ['text', 'model', 'errors'],
  facts: ['text', 'model'],
  extract: ['lexicon', 'text', 'model'],
  record: ['extract', 'lexicon', 'text', 'model'],
  parse: ['text', 'errors', 'model'],
  crawl: ['text', 'errors', 'model'],
  accounts: ['text', 'model', 'errors'],
  app: [
    'facts',
    'record',
    'extract',
    'lexicon',
    'parse',
    'crawl',
    'accounts',
    'text',
    'ports',
    'model',
    'errors',
    'config',
    'log',
  ],
  adapters: ['ports', 'facts', 'text', 'model', 'errors'],
  http: ['app', 'accounts', 'ports', 'model', 'errors', 'config', 'text', 'log'],
  cli: [
    'app',
    'create-app',
    'open-adapters',
    'http',
    'lexicon',
    'ports',
    'model',
    'errors',
    'config',
    'log',
    'text',
  ],
  // What stores apply to a record is chosen here.
  'open-adapters': ['adapters', 'record', 'ports', 'errors'],
  'create-app': [
    'app',
    'open-adapters',
    'parse',
    'lexicon',
    // The dictionary of site words is made ready here.
    'crawl',
    // What a password costs is chosen here.
    'accounts',
    'ports',
    'model',
    'errors',
    'config',
    'log',
  ],
}

/** Libraries that one file, or one folder, alone may import. */
const libraries: Array<[pattern: RegExp, where: RegExp, files: number]> = [
  [/^natural(?:\/|$)/, /^text\/statistics\.ts$/, 1],
  [/^franc/, /^record\/language\.ts$/, 1],
  [/^pdf-parse/, /^parse\/pdf/, 1],
  [/^tesseract\.js/, /^parse\/ocr\/recognise\.ts$/, 1],
  [/^@napi-rs\/canvas$/, /^parse\/ocr\/decode-picture\.ts$/, 1],
  [/^mammoth/, /^parse\/docx/, 1],
  [/^node:sqlite$/, /^adapters\//, 9],
  [/^(?:pg|bullmq|ioredis)(?:\/|$)/, /^adapters\//, 9],
  // The board of the queues comes as an application of Hono.
  [/^hono|^@hono\//, /^http\/|^adapters\/queues\/board/, 99],
  [/^@aws-sdk\//, /^adapters\/blobs\/s3-/, 9],
  [/^@bull-board\//, /^adapters\//, 1],
  [/^croner$/, /^adapters\/queues\/local-queue\.ts$|^app\/crawl\/schedule\.ts$/, 2],
  [/^undici$/, /^crawl\/(?:connect|visit)\.ts$/, 2],
  [/^ipaddr\.js$/, /^crawl\/public-address\.ts$/, 1],
  [/^prom-client$/, /^app\//, 1],
  [/^commander$/, /^cli\//, 99],
]

describe('who imports whom', () => {
  test('the rooms are those of the table', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in table))).toEqual([])
  })

  test.each(files)('%s', (file) => {
    const room = roomOf(file)
    const strangers = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) =>
        roomOf(relative(source, join(source, dirname(file), name)).replaceAll('\\', '/')),
      )
      .filter((other) => other !== room && !table[room]?.includes(other))
    expect(strangers).toEqual([])
  })

  test.each(libraries)('%s only in %s', (pattern, where, most) => {
    const users = files.filter((file) => importsOf(file).some((name) => pattern.test(name)))
    expect(users.filter((file) => !where.test(file))).toEqual([])
    expect(users.length).toBeLessThanOrEqual(most)
  })
})

test('the middle is pure: no I/O and no clock in text, lexicon, extract, facts, record (but lexicon/load.ts)', () => {
  const middle = files.filter(
    (f) => /^(?:text|lexicon|extract|facts|record)\//.test(f) && f !== 'lexicon/load.ts',
  )
  const impure = middle.filter(
    (f) =>
      importsOf(f).some((name) => name.startsWith('node:')) ||
      /\bDate\.now\(|\bnew Date\(\s*\)|Math\.random|process\.|console\.|setTimeout|\bfetch\(/.test(
        readFileSync(join(source, f), 'utf8'),
      ),
  )
  expect(impure).toEqual([])
})

test('workers are at most 15 lines', () => {
  const folder = join(root, 'workers')
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.ts')))
    expect([
      name,
      readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length <= 15,
    ]).toEqual([name, true])
})
