import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurns } from '../../src/app/turns.ts'

/** Runs work of these names ("!" at the end: alone) begun in this order; gives who was there at once with each. */
async function companyOf(names: readonly string[]): Promise<Record<string, string[]>> {
  const turns = createTurns()
  const there = new Set<string>()
  const company: Record<string, string[]> = {}
  const work = (name: string) => async () => {
    there.add(name)
    for (const one of there) {
      company[one] = [...new Set([...(company[one] ?? []), ...there])]
    }
    await wait(10)
    there.delete(name)
    if (name.includes('x')) throw new Error(name)
  }
  await Promise.allSettled(
    names.map((name) =>
      name.endsWith('!') ? turns.alone(work(name)) : turns.together(work(name)),
    ),
  )
  return company
}

test.each<[names: string[], together: string[][]]>([
  [['a', 'b', 'c'], [['a', 'b', 'c']]],
  [
    ['a!', 'b!'],
    [['a!'], ['b!']],
  ],
  [
    ['a', 'b', 'c!', 'd', 'e'],
    [['a', 'b'], ['c!'], ['d', 'e']],
  ],
  [
    ['a!', 'b', 'c!', 'd'],
    [['a!'], ['c!'], ['b', 'd']],
  ],
  [
    ['ax', 'b!', 'cx!', 'd'],
    [['ax'], ['b!'], ['cx!'], ['d']],
  ],
])('%j run as %j', async (names, together) => {
  const company = await companyOf(names)
  for (const group of together)
    for (const name of group) expect(company[name]?.toSorted()).toEqual(group)
})
