import { expect, test } from 'vitest'
import {
  indexedWord,
  tsqueryOf,
  tsvectorsOf,
  wordSetsOf,
} from '../../src/adapters/postgres/words.ts'

test.each<[what: string, fields: string[], rows: string[]]>([
  ['words with their places', ['thi dua thi'], ["'thi':1 'dua':2 'thi':3"]],
  ['a place left free between fields', ['thi', 'dua', 'thi'], ["'thi':1 'dua':3 'thi':5"]],
  ['no words', [], []],
  ['fields without words', ['', '   ', ''], []],
  ['words that folded to nothing', [' thi  dua '], ["'thi':1 'dua':2"]],
  ['signs that mean something to PostgreSQL', ["o'clock a\\b"], ["'o''clock':1 'a\\\\b':2"]],
])('%s', (_, fields, rows) => {
  expect([...tsvectorsOf(fields)]).toEqual(rows)
})

const lexemesOf = (row: string) => row.split(' ').map((entry) => entry.replace(/:\d+$/, ''))

test.each<[what: string, words: string[]]>([
  ['many words', Array.from({ length: 30_000 }, (_, i) => `w${i % 7000}`)],
  ['one word over and over', Array.from({ length: 3_000 }, () => 'thi')],
  ['two words in turn', Array.from({ length: 3_000 }, (_, i) => (i % 2 ? 'thi' : 'dua'))],
  ['long words', Array.from({ length: 3_000 }, (_, i) => `${i}`.padEnd(900, 'x'))],
])('%s: every phrase of 64 words lies whole in one row, and no row is too large', (_, words) => {
  const rows = [...tsvectorsOf([words.join(' ')])]
  expect(rows.length).toBeGreaterThan(1)
  let covered = 0
  for (const row of rows) {
    const lexemes = lexemesOf(row)
    expect(lexemes.length).toBeLessThan(16_383)
    expect(Buffer.byteLength(row)).toBeLessThan(1_000_000)
    const counts = Map.groupBy(lexemes, (lexeme) => lexeme)
    expect(Math.max(...Array.from(counts.values(), (same) => same.length))).toBeLessThanOrEqual(255)
    const start = covered === 0 ? 0 : covered - 63
    expect(lexemes).toEqual(words.slice(start, start + lexemes.length).map((word) => `'${word}'`))
    covered = start + lexemes.length
  }
  expect(covered).toBe(words.length)
})

test('sets of words are parted where they are many', () => {
  const words = Array.from({ length: 200_000 }, (_, i) => `chữ${i}`)
  const rows = [...wordSetsOf(words.join(' '))]
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows) expect(Buffer.byteLength(row)).toBeLessThan(1_000_000)
  expect(rows.join(' ')).toBe(words.map((word) => `'${word}'`).join(' '))
})

test.each<[what: string, words: string[], unfinished: boolean, query: string]>([
  ['a word', ['thi'], false, "'thi'"],
  ['a phrase', ['thi', 'dua'], false, "'thi' <-> 'dua'"],
  ['the beginning of a last word', ['thi', 'du'], true, "'thi' <-> 'du':*"],
  ['signs', ["o'c"], false, "'o''c'"],
])('%s is asked for', (_, words, unfinished, query) => {
  expect(tsqueryOf(words, unfinished)).toBe(query)
})

test('a word too long for the index is kept apart from others that begin alike', () => {
  const [one, other] = ['x'.repeat(5_000), 'x'.repeat(5_001)]
  expect(indexedWord(one)).not.toBe(indexedWord(other))
  expect(Buffer.byteLength(indexedWord('ệ'.repeat(9_000)))).toBeLessThan(1_000)
  expect(indexedWord('x'.repeat(1_000))).toBe('x'.repeat(1_000))
})
