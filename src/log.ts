// The log: JSON lines on stderr, readable lines on a terminal. Never document text: names, ids, counts and times only.
//
//   {"time":"2026-03-01T08:00:00.000Z","level":"info","message":"parsed","document":"3f2a…","name":"bao-cao.pdf","ms":412}
import type { LogLevel } from './config.ts'

/** `message`, the sentence of an error, is written as "reason": the line has a message of its own. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

export type Log = {
  debug(message: string, fields?: LogFields): void
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

export type LogOptions = {
  level: LogLevel
  /** Readable lines in place of JSON; by default where stderr is a terminal. */
  pretty?: boolean
  /** Where a finished line goes; by default stderr. */
  write?: (line: string) => void
}

const severity: Record<LogLevel, number> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 }

/**
 * A text in which nothing can steer a terminal or turn the line around: control, bidi and line-separator characters
 * stand as `\u{1b}`. Vietnamese marks are left alone.
 */
export function escapeControls(text: string): string {
  return text.replace(
    /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    (char) => `\\u{${char.charCodeAt(0).toString(16)}}`,
  )
}

/** A log that writes lines of `level` and above. */
export function createLog(options: LogOptions): Log {
  const pretty = options.pretty ?? process.stderr.isTTY === true
  const write = options.write ?? ((line: string) => void process.stderr.write(line))
  const at =
    (level: Exclude<LogLevel, 'silent'>) =>
    (message: string, { message: reason, ...rest }: LogFields = {}) => {
      if (severity[level] < severity[options.level]) return
      // The sentence of an error must not take the place of the line's own.
      const fields = { reason, ...rest }
      const time = new Date().toISOString()
      write(
        pretty
          ? prettyLine(time, level, message, fields)
          : `${jsonLine({ time, level, message, ...fields })}\n`,
      )
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** JSON escapes the lower control characters itself; the others are written in its way too. */
function jsonLine(fields: LogFields): string {
  return JSON.stringify(fields).replace(
    /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function prettyLine(time: string, level: string, message: string, fields: LogFields): string {
  const rest = Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key}=${escapeControls(String(value))}`)
  return `${[time.slice(11, 19), level.padEnd(5), escapeControls(message), ...rest].join(' ')}\n`
}
