// Sessions and failed attempts to log in, as every database keeps them.
import type { Account, LoginFailures } from '../../model/account.ts'
import type { AccountStore } from '../../ports/accounts.ts'
import type { RunScript, Script } from '../script.ts'
import { accountOf, failuresOf, sessionOf } from './row.ts'

type Methods = Pick<
  AccountStore,
  | 'addSession'
  | 'session'
  | 'touchSession'
  | 'endSession'
  | 'endSessionsOf'
  | 'changeFailures'
  | 'dropOld'
>

export function createSessions(run: RunScript): Methods {
  return {
    addSession: ({ hash, accountKey, createdAt, seenAt }) =>
      run(function* (): Script<void> {
        yield [
          'INSERT INTO web_session (hash, account_key, created_at, seen_at) VALUES ($1, $2, $3, $4)',
          [hash, accountKey, createdAt, seenAt],
        ]
      }),

    session: (hash) =>
      run(function* () {
        const [row] = yield ['SELECT * FROM web_session WHERE hash = $1', [hash]]
        if (!row) return null
        const account = yield* readAccount(row.account_key)
        return account && { session: sessionOf(row), account }
      }),

    touchSession: (hash, seenAt) =>
      run(function* (): Script<void> {
        yield ['UPDATE web_session SET seen_at = $2 WHERE hash = $1', [hash, seenAt]]
      }),

    endSession: (hash) =>
      run(function* (): Script<void> {
        yield ['DELETE FROM web_session WHERE hash = $1', [hash]]
      }),

    endSessionsOf: (accountKey) =>
      run(function* (): Script<number> {
        const ended = yield [
          'DELETE FROM web_session WHERE account_key = $1 RETURNING hash',
          [accountKey],
        ]
        return ended.length
      }),

    changeFailures: (keys, change) =>
      run(function* (): Script<void> {
        const before: LoginFailures[] = []
        // Sorted, so that two never wait for each other.
        for (const key of [...keys].sort()) {
          // Also where nothing changes, this holds the row until the end.
          const [row] = yield [
            `INSERT INTO login_failure (key, count, last_at) VALUES ($1, 0, '1970-01-01T00:00:00.000Z')
             ON CONFLICT (key) DO UPDATE SET count = login_failure.count RETURNING *`,
            [key],
          ]
          if (row) before.push(failuresOf(row))
        }
        for (const { key, count, lastAt, lockedUntil } of change(before))
          if (count > 0)
            yield [
              'UPDATE login_failure SET count = $2, last_at = $3, locked_until = $4 WHERE key = $1',
              [key, count, lastAt, lockedUntil],
            ]
          else yield ['DELETE FROM login_failure WHERE key = $1', [key]]
      }),

    dropOld: ({ createdAt, seenAt, failedAt }) =>
      run(function* (): Script<void> {
        yield ['DELETE FROM web_session WHERE created_at < $1 OR seen_at < $2', [createdAt, seenAt]]
        yield ['DELETE FROM login_failure WHERE last_at < $1', [failedAt]]
      }),
  }
}

/** The account of a key, as part of a script. */
export function* readAccount(key: unknown): Script<Account | null> {
  const [row] = yield ['SELECT * FROM account WHERE key = $1', [String(key)]]
  return row ? accountOf(row) : null
}
