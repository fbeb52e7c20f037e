// The use-case withdraw: a correction is taken back, and kept with who did so and when.
import { UserError } from '../../errors.ts'
import type { Correction } from '../../model/correction.ts'
import type { Context } from '../context.ts'

/** The correction as it is now; null where there is none of this number. Safe to run twice. Throws UserError without a name. */
export async function withdrawCorrection(
  { store }: Context,
  id: string,
  number: number,
  who: string,
): Promise<Correction | null> {
  const name = who.trim()
  if (name === '' || name.length > 100)
    throw new UserError('Say who withdraws the correction, in at most 100 characters.')
  return store.withdrawCorrection(id, number, { who: name, at: new Date().toISOString() })
}
