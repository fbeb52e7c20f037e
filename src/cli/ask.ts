// What is asked of the person at the terminal: yes or no, and passwords, which are not shown. A password is never an argument: others
// see those.

import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { UserError } from '../errors.ts'
import { say } from './output.ts'

const backspaces = new Set(['\u007F', '\b'])

/** The password: typed twice on a terminal, else the first line of stdin. @throws UserError where there is none, or the two differ */
export async function readPassword(prompt: string): Promise<string> {
  if (!process.stdin.isTTY) {
    const [line = ''] = (await text(process.stdin)).split(/\r?\n/)
    if (line === '') throw new UserError('Give the password on stdin, or run this on a terminal.')
    return line
  }
  const first = await typed(prompt)
  if ((await typed('Once more: ')) !== first)
    throw new UserError('The two are not the same; nothing was changed.')
  return first
}

/** Asks on the terminal; anything but "y" and "yes" is a no. */
export async function isSure(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [y/N] `)
  terminal.close()
  return /^(?:y|yes)$/i.test(answer.trim())
}

/** One line of the terminal, not shown. @throws UserError at Ctrl+C and Ctrl+D */
async function typed(prompt: string): Promise<string> {
  const { stdin } = process
  // Before the question: what is typed ahead is not shown either.
  stdin.setRawMode(true)
  process.stderr.write(prompt)
  stdin.setEncoding('utf8')
  const line = new Promise<string | null>((resolve) => {
    let so = ''
    const take = (keys: string) => {
      for (const key of keys) {
        const isEnd = key === '\r' || key === '\n'
        if (isEnd || key === '\u0003' || key === '\u0004') {
          stdin.off('data', take)
          resolve(isEnd ? so : null)
          return
        }
        // Arrows and the like come as more than their first sign; a password with such signs is typed again.
        so = backspaces.has(key) ? Array.from(so).slice(0, -1).join('') : so + key
      }
    }
    stdin.on('data', take)
    stdin.resume()
  })
  try {
    const given = await line
    say('')
    if (given === null) throw new UserError('Nothing was changed.')
    return given
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
  }
}
