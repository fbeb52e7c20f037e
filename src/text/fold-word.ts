// Folded words, remembered: texts hold the same few thousand syllables again and again.
import { fold } from './fold.ts'

/** Longer words are seldom, and no word is worth remembering that fills the memory. */
const longestKept = 24
const mostKept = 50_000
const kept = new Map<string, string>()

/** `fold` of one word. */
export function foldWord(word: string): string {
  if (word.length > longestKept) return fold(word)
  let folded = kept.get(word)
  if (folded === undefined) {
    folded = fold(word)
    if (kept.size >= mostKept) kept.clear()
    kept.set(word, folded)
  }
  return folded
}
