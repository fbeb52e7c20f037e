// What a body does itself by its own paper is its plan; a task is what others are given.
import { keyOf } from '../../text/fold.ts'
import type { Annotation } from '../page.ts'
import type { DirectiveFound } from './found.ts'

/** The name of a body without the short forms that one paper mixes with the long ones, as a matching key. */
function nameKey(name: string): string {
  return keyOf(name)
    .replace(/(?<!\p{L})tp\.? ?(?=\p{L})/u, 'thành phố ')
    .replace(/(?<!\p{L})ubnd(?!\p{L})/u, 'uỷ ban nhân dân')
}

/** Makes tasks plans where the issuer itself has charge of them. */
export function markOwnWork(found: readonly Annotation<DirectiveFound>[]): void {
  for (const { value } of found) {
    const [lead] = value.assignees
    if (value.kind !== 'task' || !value.issuer || lead === undefined) continue
    if (nameKey(lead) === nameKey(value.issuer.text)) value.kind = 'plan'
  }
}
