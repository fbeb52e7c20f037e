import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostAlike, similarityOf } from '../../src/text/statistics.ts'

/** Matching keys, and whether a caption and its twin could be meant. */
const pairs: ReadonlyArray<readonly [a: string, b: string, twins: boolean]> = [
  ['quang cảnh hội nghị tổng kết', 'quang cảnh hội nghị tổng kết', true],
  ['quang cảnh hội nghị tổng kết', 'quang cảnh hội nghị tổng kết.', true],
  ['lãnh đạo sở trao quà cho học sinh', 'lãnh đạo sở trao quà cho học sinh (', true],
  ['ab', 'ba', true],
  ['xy', 'ab', false],
  ['aaaaaaaaaax', 'aaaaaaaaaay', true],
  ['đại biểu dự hội nghị tại huyện', 'ông lê văn bình phát biểu ý kiến', false],
  ['1. trường tiểu học hoà bình', '2. trường mầm non ánh dương', false],
]

describe('mostAlike', () => {
  it('is no less than the similarity of any two keys', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcđêxyz'), minLength: 1, maxLength: 5 })
    const key = fc
      .array(word, { minLength: 1, maxLength: 5 })
      .map((words) => words.join(' '))
      .filter((text) => text.length > 1)
    fc.assert(fc.property(key, key, (a, b) => mostAlike(a, b) >= similarityOf(a, b)))
    for (const [a, b] of pairs) expect(mostAlike(a, b)).toBeGreaterThanOrEqual(similarityOf(a, b))
  })

  it.each(pairs)('tells %j and %j apart where they plainly are', (a, b, twins) => {
    expect(mostAlike(a, b) > 0.9).toBe(twins)
  })
})
