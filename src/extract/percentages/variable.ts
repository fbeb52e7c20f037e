// Conditions on a named quantity: "A = hiệu suất trung bình của máy chủ. A <= 75% → X = 100; 75% < A <= 80% → X = 70".
import type { Comparator } from '../../model.ts'
import type { Span } from '../../text/view.ts'
import type { Page } from '../page.ts'

const before = /(?<![\p{L}\d])(?<name>\p{Lu}) ?(?:<=?|>=?|=<|=>|≤|≥) ?$/u
const after = /^ ?(?<sign><=|>=|=<|=>|<|>|≤|≥) ?(?<name>\p{Lu})(?![\p{L}\d])/u
/** "A = hiệu suất trung bình", "A là số hộ" */
const definition = /(?<![\p{L}\d])(\p{Lu}) ?(?:=|là|:) ?(\p{Ll}[\p{L}\d]*(?: [\p{L}\d/]+){1,14})/gu
const reversed: Readonly<Record<string, Comparator>> = {
  '<': '>',
  '>': '<',
  '<=': '>=',
  '=<': '>=',
  '≤': '>=',
  '>=': '<=',
  '=>': '<=',
  '≥': '<=',
}

/** The comparator of a figure that stands before its quantity: "75% < A" is more than 75; null elsewhere. */
export function boundBefore(page: Page, end: number): Comparator | null {
  const sign = after.exec(page.text.slice(end, end + 8))?.groups?.sign
  return sign === undefined ? null : (reversed[sign] ?? null)
}

/** What the quantity beside a figure stands for, or its letter where that is not said; null where none stands there. */
export function variableBeside(page: Page, figure: Span, limits: Span): string | null {
  const left = page.text.slice(Math.max(limits.start, figure.start - 6), figure.start)
  const right = page.text.slice(figure.end, Math.min(limits.end, figure.end + 8))
  const name = before.exec(left)?.groups?.name ?? after.exec(right)?.groups?.name
  if (name === undefined) return null
  const text = page.text.slice(Math.max(limits.start, figure.start - 600), figure.start)
  for (const [, letter, words = ''] of text.matchAll(definition))
    if (letter === name) return words.replace(/ \p{Lu}$/u, '')
  return name
}
