// A block of a document with its words, as zones, header and publication are made out from.
import type { BlockKind } from '../model.ts'
import type { Span } from '../text/view.ts'

export type Line = Span & {
  index: number
  /** Words in the normalised view, and their matching key; both of the same length. */
  text: string
  key: string
  kind: BlockKind
  level: number | undefined
  page: number | undefined
}

/** Share of letters that are capitals: 1 for "QUYẾT ĐỊNH", 0 for text without letters. */
export function capitalShare(text: string): number {
  let letters = 0
  let capitals = 0
  for (const char of text) {
    if (/\p{Lu}/u.test(char)) {
      letters++
      capitals++
    } else if (/\p{Ll}/u.test(char)) letters++
  }
  return letters === 0 ? 0 : capitals / letters
}

/** True for a line that is written in capitals throughout (digits and short connectives aside). */
export function isCapitals(text: string): boolean {
  return capitalShare(text) > 0.85
}
