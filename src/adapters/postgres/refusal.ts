// What to tell whoever starts vanthu with a PostgreSQL database that cannot be used. Without the password.
import { DatabaseError } from 'pg'
import { messageOf, TransientError, UserError } from '../../errors.ts'
import type { PostgresAddress } from './address.ts'

/** The error to throw for one met while opening. What is not known stays as it is. */
export function refusalOf(error: unknown, address: PostgresAddress): unknown {
  const { server, database, user, schema } = address
  const place = `the schema "${schema ?? 'public'}" of the database "${database}" on ${server}`
  const refused = (sentence: string) => new UserError(sentence, { cause: error })
  if (error instanceof UserError) return error
  if (!(error instanceof DatabaseError)) {
    if (error instanceof TypeError || error instanceof RangeError) return error
    const what = messageOf(error) || String((error as NodeJS.ErrnoException).code)
    // The driver has no code for it: a password is asked for and the address has none.
    if (what.startsWith('SASL'))
      return refused(`${server} asks for a password of "${user}"; put it into VANTHU_STORE_URL.`)
    return refused(
      `The PostgreSQL server ${server} cannot be reached (${what}); check that it runs, and VANTHU_STORE_URL.`,
    )
  }
  switch (error.code) {
    case '28P01':
    case '28000':
      return refused(
        `The PostgreSQL server ${server} does not let "${user}" in (${error.message}); check user and password in VANTHU_STORE_URL.`,
      )
    case '3D000':
      return refused(
        `${server} has no database "${database}"; make it (createdb --encoding=UTF8 ${database}) or name another in VANTHU_STORE_URL.`,
      )
    case '42501':
      return refused(
        `"${user}" may not do what vanthu needs in ${place} (${error.message}); let its owner GRANT the rights, CREATE among them.`,
      )
    case '3F000':
      return refused(
        `There is no schema on ${server} in the database "${database}" in which "${user}" may make tables; GRANT USAGE and CREATE on one, or name another with "?schema=" in VANTHU_STORE_URL.`,
      )
    // A table is there already, or "schema_version" is somebody else's.
    case '42P07':
    case '42703':
    case '42804':
    case '42883':
      return refused(
        `There are tables in ${place} that are not vanthu's (${error.message}); name another with "?schema=" in VANTHU_STORE_URL.`,
      )
  }
  if (/^(?:08|40|53|55P03|57|58)/.test(error.code ?? ''))
    return new TransientError(
      `The database "${database}" on ${server} is not usable now: ${error.message}.`,
      { cause: error },
    )
  return error
}
