// Reads every nasty file of a folder in a process of its own, as an ingesting process does, and prints what became of each
// and the most memory that this process ever held.
//
//   node tests/support/read-nasty.ts FOLDER  →  {"ends":{"rong.docx":"empty",…},"peakMb":143}
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BadDocumentError } from '../../src/errors.ts'
import { createReader } from '../../src/parse/reader.ts'

const [folder = ''] = process.argv.slice(2)
const hostileParsers = new URL('./hostile-parsers.ts', import.meta.url).pathname
const reader = createReader({ extraParsers: [hostileParsers], limits: { idleMs: 20_000 } })
const misbehaving = createReader({
  extraParsers: [hostileParsers],
  limits: { totalMs: 6_000, idleMs: 2_000, rssMb: 400, heapMb: 128 },
})
/** Most memory ever held. Not what getrusage says: that begins with the size of the process which started this one. */
const peakMb = () => {
  const [, kilobytes] =
    /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
const ends: Record<string, string> = {}
for (const name of readdirSync(folder)) {
  const path = join(folder, name)
  const by = name.startsWith('giả-') ? misbehaving : reader
  const startedAt = performance.now()
  try {
    const parsed = await by.read({
      name,
      path,
      takeMember: async ({ bytes }) => {
        for await (const _ of bytes);
      },
    })
    ends[name] = parsed.partial ? 'partial' : 'read'
  } catch (error) {
    ends[name] = error instanceof BadDocumentError ? error.code : `bug: ${String(error)}`
  }
  const ms = Math.round(performance.now() - startedAt)
  process.stderr.write(`${name}: ${ends[name]}, ${ms} ms, peak ${peakMb()} MB\n`)
}
await reader.close()
await misbehaving.close()
process.stdout.write(`${JSON.stringify({ ends, peakMb: peakMb() })}\n`)
