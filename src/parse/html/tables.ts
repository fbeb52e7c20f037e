// Tells tables of data from tables that only arrange a page.
import type { Element } from 'domhandler'
import { holds, textOf } from './dom.ts'

/** The rows of a table with their cells, those of nested tables left out. */
export function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = []
  const add = (parent: Element) => {
    for (const child of parent.children) {
      if (child.type !== 'tag') continue
      if (child.name === 'tr')
        rows.push(
          child.children.filter(
            (c) => c.type === 'tag' && (c.name === 'td' || c.name === 'th'),
          ) as Element[],
        )
      else if (child.name === 'tbody' || child.name === 'thead' || child.name === 'tfoot')
        add(child)
    }
  }
  add(table)
  return rows
}

/** A table of data has rows of several short cells; one that only arranges the page holds paragraphs or other tables. */
export function isData(rows: readonly Element[][]): boolean {
  const wide = rows.filter((row) => row.length >= 2)
  // A single row is a table of data where its cells are short; else its cells are the columns of a page.
  const [only] = rows
  if (rows.length === 1 && only)
    return only.length > 2 && only.every((cell) => textOf(cell).length <= 200)
  if (wide.length < 2) return false
  if (wide.length < rows.length / 3) return false
  const cells = wide.flat()
  const arranging = cells.filter(
    (cell) => holds(cell, ({ name }) => name === 'table') || textOf(cell).length > 1500,
  ).length
  return arranging === 0 || arranging < cells.length / 20
}
