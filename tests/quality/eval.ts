// `npm run eval`: how good extraction is today. Prints the score on the annotated documents beside its floor, then runs
// the cases of other projects. Ends with 1 where a type is below its floor; `npm run floors` raises them.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRecords } from '../support/read-folder.ts'

const shared = join(import.meta.dirname, '../../../shared')
const gold = join(shared, 'gold/dev')
const score = join(shared, 'eval/score.mjs')
if (!existsSync(join(gold, 'files')) || !existsSync(score)) {
  process.stderr.write(`${gold} or ${score} is not there; put the shared folder beside this one.\n`)
  process.exit(2)
}

type Score = { precision?: number; recall?: number; f1: number }
const floors: Record<string, number> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'baseline.json'), 'utf8'),
)
const files = readdirSync(join(gold, 'files')).sort()
const records = await readRecords(files.map((name) => join(gold, 'files', name)))
const folder = mkdtempSync(join(tmpdir(), 'vanthu-eval-'))
let below = 0
try {
  const path = join(folder, 'records.ndjson')
  writeFileSync(path, records.map((record) => JSON.stringify(record)).join('\n'))
  const json = execFileSync(process.execPath, [score, '--gold', gold, '--json', path], {
    encoding: 'utf8',
  })
  const types: Record<string, Score> = JSON.parse(json).types
  process.stdout.write(`${'type'.padEnd(26)}F1     floor\n`)
  for (const [type, { f1 }] of Object.entries(types)) {
    const floor = floors[type]
    const short = floor !== undefined && f1 < floor - 0.0005
    if (short) below++
    const note = short ? '  below its floor' : ''
    process.stdout.write(`${type.padEnd(26)}${f1.toFixed(3)}  ${floor?.toFixed(3) ?? '-'}${note}\n`)
  }
} finally {
  rmSync(folder, { recursive: true })
}
const cases = ['text-cases', 'dates-cases'].map((name) =>
  join(import.meta.dirname, `${name}.test.ts`),
)
const run = spawnSync('npx', ['vitest', 'run', ...cases], { stdio: 'inherit' })
process.exit(below > 0 || run.status !== 0 ? 1 : 0)
