// Levels of a list style: how the number of an item is written.
//
//   <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/>   "3.1."

import type { GetAttribute } from './attributes.ts'

export type ListLevel = {
  /** "1", "a", "A", "i", "I" …; '' for no number, null for a bullet. */
  format: string | null
  /** a … z, aa, bb, cc instead of aa, ab, ac. */
  repeatsLetters: boolean
  before: string
  after: string
  /** The whole as LibreOffice keeps it, "Điều %1%.%2%"; it goes before the parts. */
  pattern: string | null
  bullet: string
  start: number
  /** Levels that the number shows, "1.2" being two. */
  shown: number
  /** What parts it from the text. */
  gap: '' | ' '
}

export type ListStyle = {
  levels: Map<number, ListLevel>
  /** One count for all levels. */
  isConsecutive: boolean
}

const deepest = 10

/** Takes an element inside a list style. `get` gives its attributes by local name. */
export function readListLevel(list: ListStyle, element: string, get: GetAttribute): void {
  switch (element) {
    case 'text:list-level-style-number':
    case 'text:outline-level-style':
    case 'text:list-level-style-bullet':
    case 'text:list-level-style-image': {
      const level = Math.trunc(Number(get('level') ?? 1)) || 1
      if (level < 1 || level > deepest) return
      const isNumber = element.endsWith('-number') || element.startsWith('text:outline')
      list.levels.set(level, {
        format: isNumber ? (get('num-format') ?? '') : null,
        repeatsLetters: get('num-letter-sync') === 'true',
        before: get('num-prefix') ?? '',
        after: get('num-suffix') ?? '',
        pattern: get('num-list-format') ?? null,
        bullet: get('bullet-char') ?? '•',
        start: startOf(get('start-value')) ?? 1,
        shown: Math.max(1, Math.min(deepest, Number(get('display-levels') ?? 1) || 1)),
        gap: ' ',
      })
      break
    }
    case 'style:list-level-label-alignment': {
      const last = [...list.levels.values()].at(-1)
      if (last && get('label-followed-by') === 'nothing') last.gap = ''
      break
    }
  }
}

/** A start value: whole and not negative; null for anything else. */
export function startOf(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null
}
