// P15: the power is cut. What a process asked the system for is traced, and what the disk would have kept at each moment follows
// from that: a row is written only when its original would still be there, whole and under its name, and a file of the inbox is
// moved away only when the row would be.
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { engines, inboxOf, openArchive, patienceMs, useEngines } from './engines.ts'
import { type Input, idOf, textOf, wordOf } from './inputs.ts'
import { calmRun, expectWhole } from './oracle.ts'

const { servers } = useEngines()
const inputs: Input[] = [0, 1, 2, 3].map((n) => ({
  path: n % 2 ? `${n}.docx` : `${n}.txt`,
  bytes: n % 2 ? wordOf(n) : textOf(n),
  ends: 'read',
}))
const calls =
  'mkdir,write,pwrite64,writev,pwritev,sendto,sendmsg,fsync,fdatasync,rename,renameat,renameat2'

const canTrace = spawnSync('strace', ['-D', '-o', '/dev/null', 'true']).status === 0
if (!canTrace)
  console.warn('SKIPPED: the test of a power cut needs strace, and the right to trace.')

describe.skipIf(!canTrace).each(engines)(
  '%s',
  { timeout: patienceMs * 2, concurrent: true },
  (engine) => {
    test('P15: rows are written after their originals are durable, files moved away after their rows are', async () => {
      const archive = await openArchive(engine, servers())
      const trace = join(archive.base, 'trace')
      // The tracer is a child of what it traces, which so keeps its process id.
      const under = ['strace', '-D', '-f', '-y', '-s', '65536', '-o', trace, '-e', `trace=${calls}`]
      await archive.start([inboxOf[engine]], { under })
      await archive.start()
      await archive.drop(inputs)
      await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
      const events = eventsOf(await readFile(trace, 'utf8'))
      const isDatabase = engine === 'embedded' ? /vanthu\.db-wal$/ : /^socket:/
      for (const { path, bytes } of inputs) {
        const id = idOf(bytes)
        const row = find(
          events,
          ({ call, on, text }) =>
            /write|send/.test(call) && isDatabase.test(on) && text.includes(id),
        )
        expect(row.began).toBeGreaterThan(durableFrom(events, id))
        const moved = find(
          events,
          ({ call, text }) =>
            isRename(call) && text.includes('/.done/') && text.includes(`/${path}"`),
        )
        expect(moved.began).toBeGreaterThan(row.ended)
        if (engine === 'distributed') continue
        const synced = find(
          events,
          ({ call, on, began }) => isSync(call) && isDatabase.test(on) && began > row.ended,
        )
        expect(moved.began).toBeGreaterThan(synced.ended)
      }
    })
  },
)

/** A call to the system; when it began and ended, as lines of the trace. */
type Event = { call: string; on: string; text: string; began: number; ended: number }
const isSync = (call: string) => call === 'fsync' || call === 'fdatasync'
const isRename = (call: string) => call.startsWith('rename')

function find(events: readonly Event[], is: (event: Event) => boolean): Event {
  const found = events.find(is)
  if (!found) throw new Error(`No such call was traced: ${is}`)
  return found
}

/** From when on the original of this id would outlive a power cut. */
function durableFrom(events: readonly Event[], id: string): number {
  const named = find(events, ({ call, text }) => isRename(call) && text.endsWith(`/${id}"`))
  const [, from = '', to = ''] = /"([^"]+)".*"([^"]+)"$/.exec(named.text) ?? []
  const written = events.filter(({ call, on }) => /write/.test(call) && on === from)
  const bytes = find(events, ({ call, on }) => isSync(call) && on === from)
  // All bytes before the sync, the sync before the name.
  expect(Math.max(...written.map(({ ended }) => ended))).toBeLessThan(bytes.began)
  expect(bytes.ended).toBeLessThan(named.began)
  const name = find(
    events,
    ({ call, on, began }) => isSync(call) && on === dirname(to) && began > named.ended,
  )
  const made = events.filter(
    ({ call, text }) => call === 'mkdir' && `${to}"`.startsWith(text.slice(1, -1)),
  )
  const folders = made.map(({ text, ended }) =>
    find(
      events,
      ({ call, on, began }) => isSync(call) && on === dirname(text.slice(1, -1)) && began > ended,
    ),
  )
  return Math.max(name.ended, ...folders.map(({ ended }) => ended))
}

/** The calls that did not fail, by their beginning. */
function eventsOf(trace: string): Event[] {
  const events: Event[] = []
  /** What each thread has begun. */
  const begun = new Map<string, { text: string; began: number }>()
  for (const [began, line] of trace.split('\n').entries()) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (rest.endsWith('<unfinished ...>')) {
      begun.set(thread, { text: rest.slice(0, -'<unfinished ...>'.length), began })
      continue
    }
    const before = rest.startsWith('<... ') ? begun.get(thread) : undefined
    const whole = before
      ? before.text + rest.slice(rest.indexOf('resumed>') + 'resumed>'.length)
      : rest
    const end = /\) += (-?\d+)[^)"]*$/.exec(whole)
    const open = whole.indexOf('(')
    if (!end || open < 0 || end[1]?.startsWith('-')) continue
    const text = whole.slice(open + 1, end.index).trim()
    const [, on = ''] = /^\d+<([^>]*)>/.exec(text) ?? []
    events.push({
      call: whole.slice(0, open),
      on,
      text: text.replace(/, 0[0-7]+$/, ''),
      began: before?.began ?? began,
      ended: began,
    })
  }
  return events.sort((a, b) => a.began - b.began)
}
