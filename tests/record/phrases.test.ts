// Phrases counted over word numbers. Each row is a text of clauses ("|" ends one) and paragraphs ("¶" ends one); words in
// small letters may stand inside a phrase only, "x" in none.
import { describe, expect, test } from 'vitest'
import { countPhrases, type Part, part } from '../../src/record/phrases.ts'

function phrasesOf(text: string): string[] {
  const list = ['']
  const words: number[] = []
  const paragraphOf: number[] = []
  for (const [paragraph, line] of text.split('¶').entries())
    for (const clause of line.split('|')) {
      for (const word of clause.trim().split(' ')) {
        const known = list.indexOf(word)
        words.push(known > 0 ? known : list.push(word) - 1)
      }
      words.push(0)
      while (paragraphOf.length < words.length) paragraphOf.push(paragraph)
    }
  const parts = list.map((word): Part => {
    if (word === '' || word === 'x') return part.outside
    return word === word.toLowerCase() ? part.inside : part.end
  })
  const counted = countPhrases(Int32Array.from(words), Int32Array.from(paragraphOf), parts, 4)
  return counted.map(({ start, length, uses, paragraphs, longer }) => {
    const phrase = words.slice(start, start + length).map((number) => list[number])
    return `${phrase.join(' ')} ${uses}/${paragraphs} in ${longer.phrases}`
  })
}

describe('countPhrases', () => {
  test.each<[string, string[]]>([
    ['A B | A B', ['A B 2/1 in 0']],
    ['A B ¶ A B | A B', ['A B 3/2 in 0']],
    // A piece knows the longer phrases it stands in.
    ['A B C | A B C', ['A B 2/1 in 1', 'B C 2/1 in 1', 'A B C 2/1 in 0']],
    ['A và B | A và B', ['A và B 2/1 in 0']],
    ['A A A', ['A A 2/1 in 0']],
  ])('counts in %j', (text, phrases) => {
    expect(phrasesOf(text)).toEqual(phrases)
  })

  test.each([
    ['used once', 'A B | B A'],
    ['over the end of a clause', 'A | B A | B'],
    ['with a word that no phrase holds', 'A x B | A x B'],
    ['that begins or ends with a particle', 'và B | và B | A và | A và'],
    ['of one word', 'A | A'],
  ])('counts none %s', (_, text) => {
    expect(phrasesOf(text)).toEqual([])
  })

  test('counts none longer than asked for', () => {
    const longest = phrasesOf('A B C D E | A B C D E').map((phrase) => phrase.split(' ').length - 3)
    expect(Math.max(...longest)).toBe(4)
  })
})
