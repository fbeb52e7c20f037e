// Cases of other projects' test suites: Unicode forms, tone placement in the matching key, legacy encodings. Reports by
// kind; the floors in text-cases-baseline.json only go up (`npm run floors`).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { convertMixed } from '../../src/text/legacy/convert-runs.ts'
import { decodeTcvn3 } from '../../src/text/legacy/tcvn3.ts'
import { decodeViqr } from '../../src/text/legacy/viqr.ts'
import { decodeVni } from '../../src/text/legacy/vni.ts'
import { viewOf } from '../../src/text/view.ts'

const path = join(import.meta.dirname, '../../../shared/corpus/text-cases/normalise-dev.jsonl')
const baselinePath = join(import.meta.dirname, 'text-cases-baseline.json')
const present = existsSync(path)

if (!present)
  console.warn(
    `\n*** TEXT CASES SKIPPED: ${path} is not there, so nothing says that other projects' cases still pass. ***\n`,
  )

type Case = { id: string; kind: string; input: string; expected: string }

/** What an input becomes and should become, by kind. */
const actual: Record<string, (c: Case) => [got: string, wanted: string]> = {
  'tone-placement': ({ input, expected }) => [key(input), key(expected)],
  'misplaced-tone': ({ input, expected }) => [key(input), key(expected)],
  'unicode-nfc': ({ input, expected }) => [
    viewOf(input, [{ start: 0, end: input.length }]).text,
    expected,
  ],
  'legacy-tcvn3': ({ input, expected }) => [decodeTcvn3(input).text, expected],
  'legacy-vni': ({ input, expected }) => [decodeVni(input).text, expected],
  'legacy-viqr': ({ input, expected }) => [decodeViqr(input).text, expected],
  'passthrough-ascii': ({ input, expected }) => [convertMixed(input).text, expected],
}
/** The matching key is the key of the view. */
const key = (text: string): string => viewOf(text, [{ start: 0, end: text.length }]).key

/** Cases that contradict the encoding's own definition, with what the definition says. They count for nothing. */
const disputed: Record<string, { becomes: string; why: string }> = {
  n1533: {
    becomes: 'tìến',
    why: 'two different tones in one syllable: nobody can say which is meant',
  },
  n3157: { becomes: 'dự', why: 'RFC 1456: u+ is ư, so du+. is dự' },
  n3357: { becomes: 'Ë', why: 'VNI writes Ỷ as YÛ; Ë alone is no letter' },
  n3359: { becomes: 'Ì', why: 'VNI writes Ỹ as YÕ; Ì is Ì' },
  n3490: { becomes: 'ë', why: 'VNI writes ỷ as yû; ë alone is no letter' },
  n3493: { becomes: 'ì', why: 'VNI writes ỹ as yõ; ì is ì' },
}

test.runIf(present)('cases of other projects pass, by kind', () => {
  const cases: Case[] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  const counts: Record<string, { passed: number; all: number; failed: string[] }> = {}
  for (const c of cases) {
    const run = actual[c.kind]
    expect(run, `kind ${c.kind} is not known`).toBeDefined()
    if (!run) continue
    const [got, wanted] = run(c)
    const dispute = disputed[c.id]
    if (dispute) {
      expect(got, `${c.id}: ${dispute.why}`).toContain(dispute.becomes)
      continue
    }
    const count = counts[c.kind] ?? { passed: 0, all: 0, failed: [] }
    counts[c.kind] = count
    count.all++
    if (got === wanted) count.passed++
    else count.failed.push(`${c.id} ${c.input} → ${got}, expected ${wanted}`)
  }
  const floors: Record<string, number> = JSON.parse(readFileSync(baselinePath, 'utf8'))
  const report = Object.entries(counts).map(
    ([kind, { passed, all, failed }]) =>
      `${kind}: ${passed} of ${all}${failed.length > 0 ? `\n    ${failed.join('\n    ')}` : ''}`,
  )
  console.info(`${report.join('\n')}\n`)
  const below = Object.entries(floors).filter(([kind, floor]) => {
    const { passed = 0, all = 1 } = counts[kind] ?? {}
    return passed / all < floor
  })
  expect(below.map(([kind, floor]) => `${kind} is below its floor ${floor}`)).toEqual([])
  if (process.env.RAISE_FLOORS === '1') {
    const raised = Object.fromEntries(
      Object.entries(counts).map(([kind, { passed, all }]) => [
        kind,
        Math.max(floors[kind] ?? 0, Math.floor((passed / all) * 1000) / 1000),
      ]),
    )
    writeFileSync(baselinePath, `${JSON.stringify(raised, null, 2)}\n`)
  }
})
