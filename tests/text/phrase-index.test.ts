import { describe, expect, test } from 'vitest'
import { keyOf } from '../../src/text/fold.ts'
import { phraseIndexOf } from '../../src/text/phrase-index.ts'
import { tokensOf } from '../../src/text/words.ts'

const index = phraseIndexOf<string>([
  ['Điện Biên', 'province'],
  ['Điện Biên Phủ', 'town'],
  ['Bà Rịa - Vũng Tàu', 'province'],
  ['TP.HCM', 'city'],
  ['Hòa Bình', 'province'],
])

describe('phraseIndexOf', () => {
  test.each([
    ['tỉnh [[Điện Biên]] và', 'province'],
    ['chiến thắng [[Điện Biên Phủ]] năm', 'town'],
    ['[[BÀ RỊA – VŨNG TÀU]]', 'province'],
    ['[[Bà Rịa-Vũng Tàu]]', 'province'],
    ['tại [[TP. HCM]].', 'city'],
    ['tỉnh [[Hoà Bình]]', 'province'],
  ])('finds %s', (marked, value) => {
    const text = marked.replace(/\[\[|\]\]/g, '')
    const [match] = index.findAll(tokensOf(keyOf(text).replace(/[–—]/g, '-')))
    expect(match?.values).toEqual([value])
    expect(text.slice(match?.start, match?.end)).toBe(/\[\[(.*)\]\]/.exec(marked)?.[1])
  })
  test.each(['Điện\nBiên', 'Biên Điện', 'HCM', 'hòa'])('ignores %j', (text) => {
    expect(index.findAll(tokensOf(keyOf(text)))).toEqual([])
  })
  test('get asks for the whole phrase', () => {
    expect(index.get('điện biên')).toEqual(['province'])
    expect(index.get('điện biên đông')).toEqual([])
  })
})
