// The isolation: whatever a parser does, the reader says what happened and reads the next document.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { BadDocumentError, TransientError, UserError } from '../../src/errors.ts'
import type { TakeMember } from '../../src/parse/members.ts'
import { createReader, type Reader } from '../../src/parse/reader.ts'
import { makeDocx, p } from '../support/make-docx.ts'

const hostileParsers = fileURLToPath(new URL('../support/hostile-parsers.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'vanthu-reader-'))
afterAll(() => rmSync(folder, { recursive: true }))

const limits = { totalMs: 8000, idleMs: 3000, rssMb: 400, heapMb: 128, outputBytes: 1_000_000 }
const options = { limits, extraParsers: [hostileParsers] }
const file = (content: string) => ({ name: 'thu.bin', bytes: Buffer.from(`HOSTILE:${content}`) })

/** Processes that run our child module, or are left of what it started. */
function childrenLeft(): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid,ppid,stat,args'], { encoding: 'utf8' }).split('\n')
  return lines.filter(
    (line) =>
      Number(/^\s*\d+\s+(\d+)/.exec(line)?.[1]) === process.pid && line.includes('parse/child.ts'),
  )
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'))
  } catch {
    return false
  }
}

async function until(holds: () => boolean, withinMs = 5000): Promise<void> {
  for (const endAt = Date.now() + withinMs; !holds() && Date.now() < endAt; )
    await new Promise((go) => setTimeout(go, 50))
  expect(holds()).toBe(true)
}

describe('parsers that misbehave', () => {
  let reader: Reader
  beforeAll(() => {
    reader = createReader(options)
  })
  afterEach(async () => {
    // The next document is read by the same reader as if nothing had happened.
    const next = await reader.read({ name: 'sau.txt', bytes: Buffer.from('Văn bản sau') })
    expect(next).toMatchObject({ text: 'Văn bản sau', parser: 'text/2', partial: false })
  })
  afterAll(async () => {
    await reader.close()
    expect(childrenLeft()).toEqual([])
  })

  test.each<[string, string, string]>([
    ['waits for ever', 'hang', 'too-slow'],
    ['spins', 'spin', 'too-slow'],
    ['spins and reports progress', 'spin-alive', 'too-slow'],
    ['spins and ignores SIGTERM', 'ignore-sigterm', 'too-slow'],
    ['fills memory with buffers', 'buffers', 'too-complex'],
    ['overflows the stack', 'overflow', 'too-complex'],
    ['crashes', 'abort', 'too-complex'],
    ['prints without end', 'flood', 'too-large'],
    ['gives more text than allowed', 'long 2000000', 'too-large'],
  ])('%s', async (_, behaviour, code) => {
    const error = await reader.read(file(behaviour)).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(BadDocumentError)
    expect(error).toMatchObject({ code, message: expect.stringContaining('thu.bin') })
  })

  test.each<[string, string, string]>([
    ['ends with status 0 and no result', 'exit 0', 'status 0'],
    ['ends with a status', 'exit 7', 'status 7'],
    ['throws', 'throw', 'parser mistake'],
    ['throws when nobody listens', 'throw-later', 'late parser mistake'],
    ['answers nonsense', 'nonsense', 'nonsense'],
  ])('%s: a bug of ours, not a bad document', async (_, behaviour, message) => {
    const error = await reader.read(file(behaviour)).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(BadDocumentError)
    expect((error as Error).message).toContain(message)
  })

  test.each<[string, string, string]>([
    ['a kill', 'read-then-spin', 'too-slow'],
    ['a bad end', 'read-then-bad', 'corrupt'],
  ])('what was read before %s is kept', async (_, behaviour, code) => {
    const parsed = await reader.read(file(behaviour))
    expect(parsed).toMatchObject({ text: 'Trang một', partial: true, warnings: [{ code }] })
  })

  test('what pdf.js throws where nobody listens does not end the document', async () => {
    expect((await reader.read(file('stray'))).text).toBe('Trang khác')
  })

  test('a library that talks is not heard', async () => {
    expect((await reader.read(file('chatter'))).text).toBe('Có tiếng')
  })

  test('the child sees nothing of our environment', async () => {
    process.env.VANTHU_STORE_URL = 'postgres://user:secret@host/db'
    const own = createReader(options)
    expect((await own.read(file('environment'))).text).not.toContain('secret')
    await own.close()
    delete process.env.VANTHU_STORE_URL
  })

  test('what a parser started is killed with it', async () => {
    const pidFile = join(folder, 'pid')
    await expect(reader.read(file(`grandchild ${pidFile}`))).rejects.toMatchObject({
      code: 'too-slow',
    })
    await until(() => !isAlive(Number(readFileSync(pidFile, 'utf8'))))
  })
})

describe('reading', () => {
  let reader: Reader
  beforeAll(() => {
    reader = createReader({ limits: { inputBytes: 1_000_000 }, children: 2 })
  })
  afterAll(() => reader.close())

  test('many documents at once, each its own result', async () => {
    const texts = Array.from({ length: 30 }, (_, i) => `Văn bản số ${i}`)
    const read = texts.map((text) => reader.read({ name: `${text}.txt`, bytes: Buffer.from(text) }))
    expect((await Promise.all(read)).map(({ text }) => text)).toEqual(texts)
    expect(childrenLeft().length).toBeLessThanOrEqual(2)
  })

  test('from a path, by content whatever the name says', async () => {
    const path = join(folder, 'lộn.pdf')
    writeFileSync(path, makeDocx({ body: p('Đúng loại') }))
    expect((await reader.read({ name: 'lộn.pdf', path })).text).toBe('Đúng loại')
  })

  test.each<[string, Uint8Array, string, string]>([
    ['nothing', new Uint8Array(), 'empty', 'is empty'],
    ['too much', new Uint8Array(1_000_001), 'too-large', 'limit'],
    [
      'rubbish',
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)),
      'unsupported',
      'unknown kind',
    ],
    ['a type without a parser', Buffer.from('GIF89a x'), 'unsupported', 'a GIF picture'],
    ['a test parser nobody asked for', Buffer.from('HOSTILE:\0\0\0\0'), 'unsupported', 'unknown'],
    [
      'a document with a password',
      Buffer.concat([
        Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', 'latin1'),
        Buffer.from('EncryptedPackage\0', 'utf16le'),
      ]),
      'encrypted',
      'password',
    ],
  ])('refuses %s', async (_, bytes, code, words) => {
    const error = await reader
      .read({ name: 'bao-cao.xyz', bytes })
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(BadDocumentError)
    expect((error as BadDocumentError).code).toBe(code)
    expect((error as BadDocumentError).message).toContain('bao-cao.xyz')
    expect((error as BadDocumentError).message).toContain(words)
  })

  test.each([
    ['a missing path', join(folder, 'không-có')],
    ['a folder', folder],
    ['a device', '/dev/zero'],
  ])('%s is the caller’s mistake', async (_, path) => {
    await expect(reader.read({ name: 'x', path })).rejects.toBeInstanceOf(UserError)
  })
})

test('a document that fills the heap is too complex, and the next one is read', async () => {
  // The collector struggles for seconds before it gives up: the no-progress clock must not be the one to strike.
  const reader = createReader({
    limits: { heapMb: 64, rssMb: 2000 },
    extraParsers: [hostileParsers],
  })
  await expect(reader.read(file('heap'))).rejects.toMatchObject({
    code: 'too-complex',
    message: expect.stringContaining('64 MB'),
  })
  expect((await reader.read(file('text được'))).text).toBe('được')
  await reader.close()
})

test('a child killed from outside costs its document only', async () => {
  const reader = createReader(options)
  const reading = reader.read(file('hang')).catch((caught: unknown) => caught)
  await until(() => childrenLeft().length === 1)
  process.kill(Number.parseInt(childrenLeft()[0] ?? '', 10), 'SIGKILL')
  expect(await reading).toMatchObject({ message: expect.stringContaining('SIGKILL') })
  expect((await reader.read(file('text được'))).text).toBe('được')
  await reader.close()
})

test('a reader that is closed keeps no program waiting for a timer', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
  // The runner has some of its own at first.
  await until(() => timers() === 0)
  const reader = createReader(options)
  await reader.read({ name: 'a.txt', bytes: Buffer.from('Văn bản') })
  await reader.close()
  expect(timers()).toBe(0)
})

test('closing rejects what is under way and leaves no process', async () => {
  const reader = createReader(options)
  const readings = ['spin', 'text x'].map((what) =>
    reader.read(file(what)).catch((caught: unknown) => caught),
  )
  await until(() => childrenLeft().length === 1)
  await reader.close()
  for (const error of await Promise.all(readings)) expect(error).toBeInstanceOf(TransientError)
  expect(childrenLeft()).toEqual([])
})

test('children die with their parent, even one that spins', async () => {
  const script = `
    import { createReader } from ${JSON.stringify(new URL('../../src/parse/reader.ts', import.meta.url).href)}
    const reader = createReader({ extraParsers: [${JSON.stringify(hostileParsers)}] })
    reader.read({ name: 'x', bytes: Buffer.from('HOSTILE:grandchild ${join(folder, 'pid2')}') })
    console.log(process.pid)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' })
  await until(() => {
    try {
      return Number(readFileSync(join(folder, 'pid2'), 'utf8')) > 0
    } catch {
      return false
    }
  })
  const grandchild = Number(readFileSync(join(folder, 'pid2'), 'utf8'))
  const child = Number(
    /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${grandchild}/status`, 'latin1'))?.[1],
  )
  parent.kill('SIGKILL')
  await once(parent, 'exit')
  await until(() => !isAlive(child) && !isAlive(grandchild))
})

describe('files found inside', () => {
  /** A taker that keeps what came whole, and notes what did not. */
  const taker = (pauseMs = 0) => {
    const taken: string[] = []
    const take: TakeMember = async ({ name, bytes }) => {
      let size = 0
      try {
        for await (const chunk of bytes) {
          size += (chunk as Buffer).length
          if (pauseMs > 0) await new Promise((go) => setTimeout(go, pauseMs))
        }
        taken.push(`${name} ${size}`)
      } catch (error) {
        taken.push(`${name} cut`)
        throw error
      }
    }
    return { taken, take }
  }
  const read = (behaviour: string, takeMember?: TakeMember) =>
    reader.read({ ...file(behaviour), takeMember })
  let reader: Reader
  beforeAll(() => {
    reader = createReader(options)
  })
  afterAll(() => reader.close())

  test('are all taken before the document is returned, at the pace of the taker', async () => {
    const { taken, take } = taker(2)
    expect((await read('members 5', take)).text).toBe('5 tệp')
    expect(taken).toEqual(Array.from({ length: 5 }, (_, i) => `${i}.txt 3000000`))
  })

  test('are left alone where nobody takes them', async () => {
    expect((await read('members 2')).text).toBe('2 tệp')
  })

  test('that break off are not taken, and the document goes on', async () => {
    const { taken, take } = taker()
    expect((await read('member-cut', take)).text).toContain('checksum')
    expect(taken).toEqual(['hỏng.txt cut'])
  })

  test('are whole or cut when the document is killed', async () => {
    const { taken, take } = taker()
    await expect(read('member-then-spin', take)).rejects.toMatchObject({ code: 'too-slow' })
    expect(taken).toEqual([`a.txt ${Buffer.byteLength('trọn')}`, 'b.txt cut'])
  })

  test('that the taker cannot keep fail the document with the taker’s error', async () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    await expect(read('members 2', () => Promise.reject(full))).rejects.toBe(full)
    expect((await read('text sau')).text).toBe('sau')
  })

  test('that the taker cannot keep are the reason even where the child crashed by then', async () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' })
    const fail = () => new Promise<void>((_, no) => setTimeout(no, 1_500, full))
    await expect(read('member-then-abort', fail)).rejects.toBe(full)
    expect(await read('member-then-abort', taker().take)).toMatchObject({ partial: true })
  })
})
