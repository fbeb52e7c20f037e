// Counts the items of the lists of an OpenDocument text; the numbers themselves stand nowhere in it.
//
// A list counts from its start unless it goes on with another one: with the last of its style (text:continue-numbering) or
// with one that it names (text:continue-list). Lists inside lists count on their own levels of the outermost one.

import { formatNumber } from '../docx/number-format.ts'
import { bulletOf } from '../docx/numbering.ts'
import type { ListLevel, ListStyle } from './list-levels.ts'

/** What was counted last, by level from 1. */
export type Counts = (number | undefined)[]

export type OdtNumberer = {
  /** The counts of a list that begins. */
  open(list: {
    style: string | undefined
    id: string | undefined
    continues: string | undefined
    goesOn: boolean
  }): Counts
  /** What stands before the next item, with the space after it; '' for nothing. */
  next(counts: Counts, style: ListStyle | undefined, level: number, start: number | null): string
}

const formats: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['01, 02, 03, ...', 'decimalZero'],
])

/** A numberer for one story. */
export function createOdtNumberer(): OdtNumberer {
  const byId = new Map<string, Counts>()
  const lastOfStyle = new Map<string, Counts>()
  return {
    open({ style, id, continues, goesOn }) {
      const before =
        continues === undefined
          ? goesOn
            ? lastOfStyle.get(style ?? '')
            : undefined
          : byId.get(continues)
      const counts = before ?? []
      lastOfStyle.set(style ?? '', counts)
      if (id !== undefined) byId.set(id, counts)
      return counts
    },
    next(counts, style, level, start) {
      const own = style?.levels.get(level)
      if (!style || !own) return ''
      // An item whose upper levels never came counts them in: "1.1", and the next of theirs is "2".
      for (let i = 1; i < level; i++) counts[i] ??= style.levels.get(i)?.start ?? 1
      const before = style.isConsecutive ? highest(counts) : counts[level]
      counts[level] = start ?? (before === undefined ? own.start : before + 1)
      counts.length = level + 1
      const label = own.format === null ? bulletOf(own.bullet) : labelOf(counts, style, level, own)
      return label.trim() === '' ? '' : label.trim() + own.gap
    },
  }
}

function highest(counts: Counts): number | undefined {
  let found: number | undefined
  for (const n of counts) if (n !== undefined && (found === undefined || n > found)) found = n
  return found
}

function labelOf(counts: Counts, style: ListStyle, level: number, own: ListLevel): string {
  const numberAt = (i: number): string => {
    const at = style.levels.get(i)
    return at?.format ? written(counts[i] ?? at.start, at) : ''
  }
  if (own.pattern !== null) return inPattern(own.pattern, own.format === '', numberAt)
  const numbers: string[] = []
  for (let i = Math.max(1, level - own.shown + 1); i <= level; i++) {
    const number = numberAt(i)
    if (number !== '') numbers.push(number)
  }
  return own.before + numbers.join('.') + own.after
}

/**
 * "%1%.%2%)" with its numbers put in. A level without a number goes, with what parts it from the next; of a pattern whose own
 * level has none only the ends are left.
 */
function inPattern(pattern: string, isBare: boolean, numberAt: (level: number) => string): string {
  const parts = pattern.split(/%(\d{1,2})%/)
  let out = parts[0] ?? ''
  for (let i = 1; i < parts.length; i += 2) {
    const isLast = i + 2 >= parts.length
    const number = isBare ? '' : numberAt(Number(parts[i]))
    if (number !== '' || isLast) out += number + (parts[i + 1] ?? '')
  }
  return out
}

function written(n: number, { format, repeatsLetters }: ListLevel): string {
  if (format === 'a' || format === 'A') {
    const letters = repeatsLetters ? formatNumber(n, 'lowerLetter') : inLetters(n)
    return format === 'A' ? letters.toUpperCase() : letters
  }
  return formatNumber(n, formats.get(format ?? '') ?? 'decimal')
}

/** a … z, aa, ab … az, ba. */
function inLetters(n: number): string {
  let out = ''
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out
  return out
}
