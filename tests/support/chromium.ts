// Chromium for tests of the pages: the program of this machine, without a window, in a folder of its own.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { folderOf } from './programs.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Where the program is; null where none is installed. */
export function chromiumProgram(): string | null {
  const given = process.env.VANTHU_TEST_CHROMIUM
  if (given) return existsSync(given) ? given : null
  for (const name of names) {
    const folder = folderOf([name], { formula: 'chromium*' })
    if (folder) return join(folder, name)
  }
  return null
}

/** Whether there is a browser to test with. Where there is none, says so on stderr; in CI that is an error. */
export function hasChromium(): boolean {
  if (chromiumProgram()) return true
  const sentence =
    'No Chromium to test with: run `npm run services -- --install`, or name one in VANTHU_TEST_CHROMIUM.'
  if (process.env.CI) throw new Error(sentence)
  console.warn(`SKIPPED: ${sentence}`)
  return false
}

/** Starts the browser. It asks nothing of the network but what a page asks for. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumProgram() ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
