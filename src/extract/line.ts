// A block of a document with its words, as zones, header and publication are made out from.
import type { BlockKind } from '../model.ts'
import { isLower, isUpper } from '../text/letters.ts'
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
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isUpper(code)) capitals++
    else if (isLower(code)) letters++
  }
  letters += capitals
  return letters === 0 ? 0 : capitals / letters
}

/** True for a line that is written in capitals throughout (digits and short connectives aside). */
export function isCapitals(text: string): boolean {
  return capitalShare(text) > 0.85
}
