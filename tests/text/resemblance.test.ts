import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import {
  areCopies,
  areVersions,
  bandsOf,
  fewestWords,
  resemblanceOf,
  signatureOf,
} from '../../src/text/resemblance.ts'
import { wordsOf } from '../../src/text/words.ts'
import { article, form, misread, otherArticle } from '../support/near-texts.ts'

const wordsIn = (lines: readonly string[]) =>
  wordsOf(lines.join('\n')).map(({ text }) => fold(text))
const signed = (lines: readonly string[]): Uint8Array => {
  const signature = signatureOf(wordsIn(lines))
  if (!signature) throw new Error('too short')
  return signature
}

describe('copies', () => {
  test.each<[what: string, one: readonly string[], other: readonly string[]]>([
    ['the same text', article, article],
    [
      'with a sentence of the site below',
      article,
      [...article, 'Theo Báo Vùng cao, 97 lượt xem, đọc thêm tin cùng chuyên mục.'],
    ],
    ['without its last sentence', article, article.slice(0, -1)],
    ['in capitals and without marks', article, article.map((line) => fold(line).toUpperCase())],
    ['with lines broken elsewhere', article, [article.join(' ')]],
    ['with a word in forty misread', article, misread(article, 40)],
  ])('finds: %s', (_, one, other) => {
    expect(areCopies(signed(one), signed(other))).toBe(true)
    expect(areCopies(signed(other), signed(one))).toBe(true)
  })

  const plain = [...article, ...otherArticle].map((line) => line.replace(/\d[\d.,/-]*/g, ''))
  /** A form with much printed on it. */
  const longForm = (...values: string[]) => [...form('bà Hà Thị Xuân', values), ...plain]
  const filled = form('bà Hà Thị Xuân', ['15/6/2023', '500.000', '10', '2022-2023'])
  test.each<[what: string, one: readonly string[], other: readonly string[]]>([
    ['another text', article, otherArticle],
    [
      'a form filled in for somebody else',
      filled,
      form('ông Vì Văn Sáng', ['20/12/2024', '750.000', '12', '2023-2024']),
    ],
    [
      'a form of the same day with other figures',
      filled,
      form('bà Hà Thị Xuân', ['15/6/2023', '900.000', '11', '2021-2022']),
    ],
    [
      'a form that is not filled in',
      filled,
      filled.map((line) => line.replace(/\d[\d./-]*/g, '…').replace('bà Hà Thị Xuân', '…')),
    ],
    [
      'a long form of another day',
      longForm('15/6/2023', '500.000', '10', '2022-2023'),
      longForm('20/6/2023', '500.000', '10', '2022-2023'),
    ],
    [
      'a long form that is not filled in',
      longForm('15/6/2023', '500.000', '10', '2022-2023'),
      longForm('…', '…', '…', '2022-2023'),
    ],
    ['a text without numbers that goes on otherwise', plain.slice(0, 8), plain.slice(3)],
    [
      'the report of another year',
      article,
      article.map((line) => line.replace(/\d+/g, (n) => String(Number(n) + 7))),
    ],
    [
      'half of it and something else',
      article,
      [...article.slice(0, 3), ...otherArticle.slice(0, 3)],
    ],
  ])('ignores: %s', (_, one, other) => {
    expect(areCopies(signed(one), signed(other))).toBe(false)
    expect(areCopies(signed(other), signed(one))).toBe(false)
  })

  test('versions may differ more, but not in all', () => {
    const rewritten = [...article.slice(0, 4), ...otherArticle.slice(0, 2)]
    expect(areVersions(signed(article), signed(rewritten))).toBe(true)
    expect(areVersions(signed(article), signed(otherArticle))).toBe(false)
  })

  test('of texts with more numbers than are kept, those are compared that are known of both', () => {
    const table = (from: number) =>
      Array.from(
        { length: 400 },
        (_, i) => `Xã Bản ${String.fromCharCode(97 + (i % 26))} ${from + i * 13}`,
      )
    expect(areCopies(signed(table(1_000)), signed(table(1_000)))).toBe(true)
    // One has more than are kept, the other has not.
    const few = [...article, ...otherArticle, ...table(1_000).slice(0, 40)]
    const more = [...few, ...table(70_000).slice(0, 22)]
    expect(areCopies(signed(few), signed(more))).toBe(true)
    expect(areCopies(signed(more), signed(few))).toBe(true)
    expect(areCopies(signed(table(1_000)), signed(table(1_001)))).toBe(false)
  })

  test('short texts have no signature', () => {
    const words = wordsIn(article)
    expect(signatureOf(words.slice(0, fewestWords - 1))).toBeNull()
    expect(signatureOf(words.slice(0, fewestWords))).not.toBeNull()
    expect(signatureOf([])).toBeNull()
  })
})

test('the same on every machine, in every version: kept signatures stay comparable', () => {
  const hex = Buffer.from(signed(article)).toString('hex')
  expect(hex).toMatchInlineSnapshot(
    `"2f3cba226a6f3c7b372ebbd1e9f4460cb9325b6405291ad1d691b8b9bb2e40d351b639a12ebba0a1196f277a2f6fb3d303a6f45b50bc3a3714c7c5a6b50c44d191006c0018fd235c310c6822bc90a1d4f93e5ba1b7a072d4acac5a049fac6aa01a1890311951e9b52320e441b4a11ad4185393b844e02f462ea1269f22bfb4b825ce318a60ca82ab8b64779da7ac5398b7a4fdf3bc66eb3bfdc02e73fedca39b"`,
  )
})

/** Words of which most are those of the first list, in its order. */
const altered = fc.tuple(
  fc.array(fc.nat(400), { minLength: 60, maxLength: 400 }),
  fc.array(fc.tuple(fc.nat(399), fc.nat(5_000)), { maxLength: 30 }),
)

test('what the signatures say is near the share of runs of words in common; copies always share a band', () => {
  let off = 0
  let runs = 0
  fc.assert(
    fc.property(altered, ([numbers, changes]) => {
      const one = numbers.map((n) => `từ${n}`.replace(/\d/g, (d) => 'abcdefghij'[Number(d)] ?? ''))
      const other = [...one]
      for (const [at, word] of changes)
        if (at < other.length) other[at] = `khác${'x'.repeat(word % 50)}`
      const [a, b] = [signatureOf(one), signatureOf(other)]
      if (!a || !b) throw new Error('too short')
      const shingles = (words: string[]) =>
        new Set(words.slice(3).map((_, i) => words.slice(i, i + 4).join(' ')))
      const [x, y] = [shingles(one), shingles(other)]
      const shared = [...x].filter((shingle) => y.has(shingle)).length
      const difference = Math.abs(resemblanceOf(a, b) - shared / (x.size + y.size - shared))
      off += difference
      runs++
      expect(difference).toBeLessThan(0.25)
      if (areCopies(a, b)) {
        const bands = bandsOf(b)
        expect(bandsOf(a).some((band) => bands.includes(band))).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
  expect(off / runs).toBeLessThan(0.04)
})

test('two million words are no burden: squared, they would not end in time', () => {
  const words = Array.from({ length: 2_000_000 }, (_, i) => `từ${i % 50_000}`)
  expect(signatureOf(words)).not.toEqual(signatureOf([]))
})
