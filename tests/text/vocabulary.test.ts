// The words of dictionaries as numbers that tokens carry.
import { describe, expect, test } from 'vitest'
import { enter, wordAt } from '../../src/text/vocabulary.ts'
import { tokensOf } from '../../src/text/words.ts'

const numbersIn = (text: string): number[] => tokensOf(text).map(({ number }) => number)

describe('vocabulary', () => {
  test('a word has one number, which gives the word back', () => {
    const number = enter('uỷ')
    expect(enter('uỷ')).toBe(number)
    expect(wordAt(number)).toBe('uỷ')
    expect(numbersIn('uỷ ban uỷ')).toEqual([number, 0, number])
  })

  test('words keep their numbers while the vocabulary grows', () => {
    const words = Array.from({ length: 5000 }, (_, i) => `từ${i}`)
    const numbers = words.map(enter)
    expect(new Set(numbers).size).toBe(words.length)
    expect(numbersIn(words.join(' '))).toEqual(numbers)
  })

  test.each(['zzz', 'uỷx', 'uỷỷ', 'u', '🙂', '\uD83D'])('%j of no dictionary has none', (word) => {
    enter('uỷ')
    expect(numbersIn(word).every((number) => number === 0)).toBe(true)
    expect(
      tokensOf(word)
        .map(({ text }) => text)
        .join(''),
    ).toBe(word)
  })
})
