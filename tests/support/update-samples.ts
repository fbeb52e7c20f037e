// `npm run samples` compares samples/*/expected.json with what is extracted today; `npm run samples -- --update` rewrites
// them, and people read the diff.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWithMembers } from './read-folder.ts'
import { expectedOfAll } from './sample-record.ts'

const folder = join(import.meta.dirname, '../../samples')
const update = process.argv.includes('--update')
const samples: Array<{ name: string; source: string }> = []
for (const entry of readdirSync(folder, { withFileTypes: true })) {
  if (!entry.isDirectory()) continue
  const source = readdirSync(join(folder, entry.name)).find((name) => name.startsWith('source.'))
  if (source) samples.push({ name: entry.name, source: join(folder, entry.name, source) })
}
const outcomes = await readWithMembers(samples.map(({ source }) => source))
let changed = 0
for (const [i, { name }] of samples.entries()) {
  const path = join(folder, name, 'expected.json')
  const now = `${JSON.stringify(expectedOfAll(outcomes[i] ?? []), null, 2)}\n`
  let before = ''
  try {
    before = readFileSync(path, 'utf8')
  } catch {
    // A new sample has no expected.json yet.
  }
  if (now === before) continue
  changed++
  if (update) writeFileSync(path, now)
  process.stderr.write(`${update ? 'rewrote' : 'differs'}: samples/${name}/expected.json\n`)
}
process.stderr.write(
  changed === 0
    ? 'All samples are as expected.\n'
    : `${changed} sample(s) ${update ? 'rewritten; read the diff.' : 'differ; run with --update and read the diff.'}\n`,
)
process.exit(changed === 0 || update ? 0 : 1)
