// Parsers that misbehave in every way a real one might on a hostile file. Each is chosen by what the file begins with; only
// a reader created with this module as `extraParsers` knows them.
import { spawn } from 'node:child_process'
import { writeFileSync, writeSync } from 'node:fs'
import { BadDocumentError } from '../../src/errors.ts'
import type { ParsedDocument } from '../../src/model.ts'
import type { ParseInput, Parser } from '../../src/parse/parser.ts'
import type { ExtraParser } from '../../src/parse/read-document.ts'

const documentOf = (text: string): ParsedDocument => ({
  version: 1,
  parser: 'hostile/1',
  mediaType: 'test/hostile',
  text,
  blocks: [{ start: 0, end: text.length, kind: 'paragraph' }],
  metadata: {},
  warnings: [],
  partial: false,
})

const spin = (): never => {
  for (;;) Math.sqrt(2)
}
/** A file inside that ends badly at null and never ends at "spin". */
async function* asStream(pieces: ReadonlyArray<Buffer | null | 'spin'>): AsyncGenerator<Buffer> {
  for (const piece of pieces) {
    if (piece === null) throw new Error('its checksum is wrong')
    if (piece === 'spin') spin()
    else yield piece
  }
}
const overflow = (n: number): number => 1 + overflow(n + 1)

/** What follows the magic is the behaviour, then a space, then its argument. */
const behaviours: Record<string, (input: ParseInput, argument: string) => Promise<ParsedDocument>> =
  {
    text: async (_, argument) => documentOf(argument),
    hang: () => new Promise(() => setInterval(() => undefined, 1000)),
    spin: async () => spin(),
    'spin-alive': async ({ progress }) => {
      for (;;) progress(0.5)
    },
    'read-then-spin': async ({ emit }) => {
      emit?.(() => documentOf('Trang một'))
      return spin()
    },
    'read-then-bad': async ({ emit, name }) => {
      emit?.(() => documentOf('Trang một'))
      throw new BadDocumentError('corrupt', `${name} is damaged from page 2 on.`)
    },
    buffers: async () => {
      const kept: Buffer[] = []
      for (;;) kept.push(Buffer.alloc(16 * 1024 * 1024, 1))
    },
    heap: async () => {
      const kept: unknown[] = []
      for (;;) kept.push(Array.from({ length: 1000 }, (_, i) => ({ i })))
    },
    overflow: async () => documentOf(String(overflow(0))),
    exit: async (_, argument) => process.exit(Number(argument)),
    abort: async () => process.abort(),
    flood: async () => {
      for (;;)
        try {
          writeSync(1, 'x'.repeat(65_536))
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error // the pipe is full
        }
    },
    chatter: async () => {
      console.log('a library talks')
      console.error('a library complains')
      return documentOf('Có tiếng')
    },
    long: async (_, argument) => documentOf('x'.repeat(Number(argument))),
    throw: async () => {
      throw new TypeError('parser mistake')
    },
    stray: async () => {
      void Promise.reject(Object.assign(new Error('End of file'), { name: 'ParserEOFException' }))
      await new Promise((go) => setTimeout(go, 50))
      return documentOf('Trang khác')
    },
    'throw-later': () =>
      new Promise(() => {
        setTimeout(() => {
          throw new TypeError('late parser mistake')
        }, 10)
      }),
    grandchild: async (_, argument) => {
      const { pid } = spawn('sleep', ['1000'], { stdio: 'inherit' })
      writeFileSync(argument, String(pid))
      return spin()
    },
    'ignore-sigterm': async () => {
      process.on('SIGTERM', () => undefined)
      return spin()
    },
    members: async ({ handOn }, argument) => {
      const pieces = (n: number) => Array.from({ length: n }, () => Buffer.alloc(1_000_000, 'x'))
      for (let i = 0; i < Number(argument); i++)
        await handOn?.({ name: `${i}.txt`, bytes: asStream(pieces(3)) })
      return documentOf(`${argument} tệp`)
    },
    'member-cut': async ({ handOn }) => {
      try {
        await handOn?.({ name: 'hỏng.txt', bytes: asStream([Buffer.from('nửa'), null]) })
      } catch (error) {
        return documentOf(String(error))
      }
      return documentOf('không sao')
    },
    'member-then-spin': async ({ handOn }) => {
      await handOn?.({ name: 'a.txt', bytes: Buffer.from('trọn') })
      await handOn?.({ name: 'b.txt', bytes: asStream([Buffer.from('nửa'), 'spin']) })
      return documentOf('')
    },
    'member-then-abort': async ({ handOn, emit }) => {
      emit?.(() => documentOf('Trang một'))
      await handOn?.({ name: 'a.txt', bytes: Buffer.from('trọn') })
      return process.abort()
    },
    nonsense: async () =>
      ({ ...documentOf('x'), blocks: [{ start: -1 }] }) as unknown as ParsedDocument,
    environment: async () => documentOf(JSON.stringify(process.env)),
  }

const hostile: Parser = {
  name: 'hostile/1',
  mediaTypes: ['test/hostile'],
  async parse(input) {
    const content = Buffer.from(input.bytes).toString('utf8').slice(magic.length)
    const [behaviour = '', argument = ''] = content.split(' ', 2)
    const act = behaviours[behaviour]
    if (!act) throw new Error(`no behaviour ${behaviour}`)
    return act(input, argument)
  },
}

const magic = 'HOSTILE:'

export const extraParsers: ExtraParser[] = [
  { magic, mediaTypes: hostile.mediaTypes, called: 'test files', load: async () => hostile },
]
