// Scripts: statements that every database understands, run one after the other in one transaction.

export type ScriptRow = Record<string, unknown>

/** Text with $1, $2 … and their values; a value may be used more than once. */
export type Statement = [sql: string, values: readonly (string | number | null)[]]

/** Yields statements, is given the rows of each, and returns what the transaction is for. */
export type Script<T> = Generator<Statement, T, ScriptRow[]>

/** The instant so many milliseconds from now, by the clock of the transaction. */
export type Now = (fromNowMs: number) => string

/** Runs a script in one transaction: all of it is kept, or nothing. */
export type RunScript = <T>(script: (now: Now) => Script<T>) => Promise<T>
