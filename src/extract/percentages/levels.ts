// Levels of schooling told one by one of a head that is said once: "tuyển mới trung học tăng 8%, đại học, cao đẳng tăng 7%".
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { keyOf } from '../../text/fold.ts'
import { type Token, tokensOf } from '../../text/words.ts'

/** Index after the levels, and the commas and "và" between them, from token `i`; `i` where none stands there. */
function afterLevels(tokens: readonly Token[], i: number, lexicon: Lexicon): number {
  let end = i
  for (let at = i; at < tokens.length; ) {
    const word = lexicon.shareWords.longestAt(tokens, at)
    if (word?.values[0]?.role === 'level') {
      end = word.nextToken
      at = end
    } else if (end > i && /^(?:,|và)$/u.test(tokens[at]?.text ?? '')) at++
    else break
  }
  return end
}

/** The subject with the words around the level in `before`, where it is nothing but levels itself; null elsewhere. */
export function withSharedHead(subject: string, before: string, lexicon: Lexicon): string | null {
  const own = tokensOf(keyOf(subject))
  if (own.length === 0 || afterLevels(own, 0, lexicon) < own.length) return null
  const tokens = tokensOf(keyOf(before))
  for (let i = 1; i < tokens.length; ) {
    const end = afterLevels(tokens, i, lexicon)
    const [first, last] = [tokens[i], tokens[end - 1]]
    if (end > i && first && last)
      return `${before.slice(0, first.start)}${subject}${before.slice(last.end)}`
    i = lexicon.shareWords.longestAt(tokens, i)?.nextToken ?? i + 1
  }
  return null
}
