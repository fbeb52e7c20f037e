// What an address may ask for. A parameter that is not known is most likely a known one misspelt: it is refused, not overlooked.
import type { Context } from 'hono'
import { UserError } from '../errors.ts'

/** Throws UserError where an address has other parameters than these (and "lang"), or one of them twice. */
export function onlyParameters(c: Context, known: readonly string[]): void {
  for (const [name, values] of Object.entries(c.req.queries())) {
    if (!known.includes(name) && name !== 'lang')
      throw new UserError(
        `"${name.slice(0, 40)}" is no parameter of this address; it has ${[...known, 'lang'].join(', ')}.`,
      )
    if (values.length > 1) throw new UserError(`The parameter ${name} is given twice.`)
  }
}
