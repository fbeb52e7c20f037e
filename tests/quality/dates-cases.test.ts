// Dates of another project's test suite (chrono-node's Vietnamese cases): those that make sense in formal documents are
// read, the others are listed with the reason why they are not. Times of day are dropped; the reference is publication.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDates } from '../../src/extract/dates.ts'
import { pageOf } from '../support/page.ts'

const path = join(import.meta.dirname, '../../../shared/corpus/text-cases/dates-dev.jsonl')
const present = existsSync(path)

if (!present)
  console.warn(
    `\n*** DATE CASES SKIPPED: ${path} is not there, so nothing says that other projects' dates are still read. ***\n`,
  )

type Parts = { day?: number; month?: number; year?: number }
type Case = {
  id: string
  text: string
  reference: string
  expected: { start?: Parts; end?: Parts } | null
}

/** Cases that are not read as that project reads them, by reason. They must give no date at all. */
const explained: Record<string, readonly string[]> = {
  'a number of days, weeks, months or years is a duration ("trong 3 ngày", "10 năm sau"), not a day':
    [
      ...['d040', 'd041', 'd042', 'd043', 'd044', 'd045', 'd046', 'd047', 'd053', 'd054', 'd055'],
      ...['d056', 'd057', 'd058', 'd059', 'd060', 'd061'],
    ],
  'a week is no single day': ['d052'],
  '"năm sau" is told from the year spoken of ("năm sau cao hơn năm trước"), not from publication': [
    'd051',
  ],
  'years before 1000 and before Christ are no dates of documents': ['d064', 'd065', 'd066'],
}
const reasons = new Map(
  Object.entries(explained).flatMap(([reason, ids]) => ids.map((id) => [id, reason] as const)),
)

/** Whether an EDTF day, month or year says what a case expects. Parts that the text does not give are not compared. */
function says(edtf: string | undefined, wanted: Parts): boolean {
  const [year, month, day] = (edtf ?? '').split('-').map(Number)
  return (
    (wanted.year === undefined || wanted.year === year) &&
    (wanted.month === undefined || wanted.month === month) &&
    (wanted.day === undefined || wanted.day === day)
  )
}

test.runIf(present)('dates of another project are read or explained', () => {
  const cases: Case[] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  const failed: string[] = []
  let read = 0
  for (const { id, text, reference, expected } of cases) {
    const page = pageOf(text, { facts: { publishedAt: reference } })
    const found = findDates(page).map((d) => d.value.edtf)
    const quiet = expected === null || reasons.has(id)
    const [from, to] = (found[0] ?? '').split('/')
    const right = quiet
      ? found.length === 0
      : found.length === 1 &&
        says(from, expected?.start ?? {}) &&
        (expected?.end === undefined || says(to, expected.end))
    if (right && !reasons.has(id)) read++
    if (!right) failed.push(`${id} ${text} → ${found.join(', ') || 'nothing'}`)
  }
  console.info(`dates: ${read} of ${cases.length} as expected, ${reasons.size} explained\n`)
  expect(failed).toEqual([])
})
