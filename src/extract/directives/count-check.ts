// A count that the title announces ("triển khai 9 nhiệm vụ") against what was found: a difference is said, never mended.
import type { Span } from '../../text/view.ts'
import type { Annotation, Page } from '../page.ts'
import type { DirectiveFound } from './found.ts'
import { announcedCountIn } from './introducers.ts'

/** A difference between an announced count and the directives found, with the words that announce it. */
export type CountDifference = Span & { announced: number; found: number }

/** Null where nothing is announced, nothing was found, or both agree. */
export function countDifference(
  page: Page,
  directives: readonly Annotation<DirectiveFound>[],
): CountDifference | null {
  const strict = directives.filter(({ value }) => ['task', 'resolution'].includes(value.kind))
  if (strict.length === 0) return null
  for (const block of page.blocks) {
    if (block.zone !== 'title' && block.zone !== 'lead') continue
    const key = page.key.slice(block.start, block.end)
    const count = announcedCountIn(key)
    if (!count || !/nhiệm vụ|giải pháp|yêu cầu/u.test(key.slice(count.start, count.end))) continue
    const listed = strict.filter(
      ({ rule }) => rule !== 'order-in-sentence' && rule !== 'continued-order',
    )
    const numbered = new Set(
      listed.map(({ value }) => value.number).filter((n) => n && /^\d+$/u.test(n)),
    )
    const agrees = [strict.length, listed.length, numbered.size].includes(count.value)
    if (agrees) return null
    return {
      start: block.start + count.start,
      end: block.start + count.end,
      announced: count.value,
      found: strict.length,
    }
  }
  return null
}
