// A progress bar on stderr, for a person who has waited for a second already. Nothing where stderr is no terminal.
//
//   Reading  ██████████░░░░░░░░░░  12 of 24
import { countOf } from './output.ts'
import { shorten } from './table.ts'

export type Progress = {
  /** Steps done so far, and how many there are where that has changed. */
  update(done: number, total?: number): void
  /** Takes the bar away. */
  end(): void
}

const barWidth = 24
const quietMs = 1_000
const redrawMs = 100

/** A bar for `total` steps; shown when they take longer than a second. */
export function showProgress(label: string, total: number, noun: string): Progress {
  const stream = process.stderr
  if (!stream.isTTY) return { update() {}, end() {} }
  const startedAt = performance.now()
  let drawnAt = 0
  let steps = total
  return {
    update(done, newTotal = steps) {
      steps = newTotal
      const now = performance.now()
      if (now - startedAt < quietMs || now - drawnAt < redrawMs) return
      drawnAt = now
      const filled = Math.round((barWidth * Math.min(done, steps)) / Math.max(1, steps))
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
      const line = `${label}  ${bar}  ${done} of ${countOf(steps, noun)}`
      stream.write(`\r\u001B[K${shorten(line, (stream.columns || 80) - 1)}`)
    },
    end() {
      if (drawnAt > 0) stream.write('\r\u001B[K')
    },
  }
}

/** Runs a work that goes in steps, with a bar for each; `noun` is what it counts. */
export async function withProgress<Step extends string, T>(
  noun: string,
  work: (onProgress: (step: Step, done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  let bar: Progress | undefined
  let shown: Step | undefined
  try {
    return await work((step, done, total) => {
      if (step !== shown) {
        bar?.end()
        bar = showProgress(step, total, noun)
        shown = step
      }
      bar?.update(done, Math.max(done, total))
    })
  } finally {
    bar?.end()
  }
}
