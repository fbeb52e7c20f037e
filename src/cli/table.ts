// Tables for people: columns of equal width on the screen, whatever marks the words carry.
import { oneLine } from './output.ts'

/** Columns a text takes on a terminal: marks on letters take none, East Asian wide characters two. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) {
    if (/[\p{M}\u200B-\u200F\u2060\uFEFF]/u.test(char)) continue
    width +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]/u.test(
        char,
      )
        ? 2
        : 1
  }
  return width
}

/** The text in at most `width` columns, with "…" where it was cut. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let out = ''
  for (const char of text) {
    if (displayWidth(out + char) > width - 1) break
    out += char
  }
  return `${out.trimEnd()}…`
}

export type Column = {
  heading: string
  /** Widest the column may be. */
  max?: number
  align?: 'right'
}

/** Rows under their headings, two spaces apart, one line each. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map((column) => column.heading), ...rows].map((row) =>
    columns.map((column, i) => shorten(oneLine(row[i] ?? ''), column.max ?? Infinity)),
  )
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => displayWidth(row[i] ?? ''))))
  return cells
    .map((row) =>
      row
        .map((cell, i) => {
          const space = ' '.repeat((widths[i] ?? 0) - displayWidth(cell))
          return columns[i]?.align === 'right' ? space + cell : cell + space
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
