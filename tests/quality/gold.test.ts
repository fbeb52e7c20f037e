// The quality gate: what we extract from the annotated development documents must not get worse. The floors in
// baseline.json only go up: `npm run floors` writes today's scores where they are higher.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readRecords } from '../support/read-folder.ts'

const shared = join(import.meta.dirname, '../../../shared')
const gold = join(shared, 'gold/dev')
const present = existsSync(join(gold, 'files')) && existsSync(join(shared, 'eval/score.mjs'))
const baselinePath = join(import.meta.dirname, 'baseline.json')

if (!present)
  console.warn(
    `\n*** QUALITY GATE SKIPPED: ${gold} is not there, so nothing says that extraction is as good as it was. ***\n`,
  )

test.runIf(present)(
  'no type of finding scores below its floor on the annotated documents',
  { timeout: 300_000 },
  async () => {
    const files = readdirSync(join(gold, 'files'))
      .sort()
      .map((name) => join(gold, 'files', name))
    const records = await readRecords(files)
    expect(records).toHaveLength(files.length)
    const folder = mkdtempSync(join(tmpdir(), 'vanthu-quality-'))
    try {
      const path = join(folder, 'records.ndjson')
      writeFileSync(path, records.map((record) => JSON.stringify(record)).join('\n'))
      const output = execFileSync(
        process.execPath,
        [join(shared, 'eval/score.mjs'), '--gold', gold, '--json', path],
        { encoding: 'utf8' },
      )
      const scores: Record<string, { f1: number }> = JSON.parse(output).types
      const floors: Record<string, number> = JSON.parse(readFileSync(baselinePath, 'utf8'))
      const below = Object.entries(floors).filter(
        ([type, floor]) => (scores[type]?.f1 ?? 0) < floor - 0.0005,
      )
      expect(
        below.map(
          ([type, floor]) => `${type}: ${scores[type]?.f1.toFixed(3)} is below its floor ${floor}`,
        ),
      ).toEqual([])
      if (process.env.RAISE_FLOORS === '1') {
        const raised = Object.fromEntries(
          Object.entries(scores).map(([type, { f1 }]) => [
            type,
            Math.max(floors[type] ?? 0, Math.floor(f1 * 1000) / 1000),
          ]),
        )
        writeFileSync(baselinePath, `${JSON.stringify(raised, null, 2)}\n`)
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
