// Where words go: results on stdout, everything else on stderr; colours only where a person looks.
import { styleText } from 'node:util'
import { escapeControls } from '../log.ts'

/** Writes a result; waits while the reader is slow. */
export async function print(text: string): Promise<void> {
  if (process.stdout.destroyed || process.stdout.writableEnded) return
  if (!process.stdout.write(`${text}\n`))
    await new Promise<void>((resolve) => {
      const go = () => {
        process.stdout.off('drain', go)
        process.stdout.off('close', go)
        resolve()
      }
      process.stdout.on('drain', go)
      process.stdout.on('close', go)
    })
}

/** Writes a result as JSON, over several lines. */
export const printJson = (value: unknown): Promise<void> => print(JSON.stringify(value, null, 2))

/** Tells the person something that is no result. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

export const bold = (text: string): string => styleText('bold', text, { stream: process.stdout })
export const dim = (text: string): string => styleText('dim', text, { stream: process.stdout })
export const red = (text: string): string => styleText('red', text, { stream: process.stdout })

/** A text from outside on one line: runs of space are one, control characters are shown as \u{1b}. */
export function oneLine(text: string): string {
  return escapeControls(text.normalize('NFC').replace(/\s+/gu, ' ').trim())
}

/** "1 document", "3 documents". */
export const countOf = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`
