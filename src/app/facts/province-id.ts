// The province that is asked for.
import { UserError } from '../../errors.ts'
import { slugOf } from '../../text/fold.ts'
import type { Context } from '../context.ts'

/** The id of a province by its id or name, old or new. Throws UserError where there is none. */
export function provinceIdOf(context: Pick<Context, 'lexicon'>, asked: string): string {
  const id = slugOf(asked)
  if (!context.lexicon().provinces.periods.has(id))
    throw new UserError(
      `"${asked.slice(0, 100)}" is no province; give its name or id, old or new, such as "Hòa Bình" or "hoa-binh".`,
    )
  return id
}
