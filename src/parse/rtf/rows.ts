// What the definition of a table row says of its cells and their lines: \trowd\clbrdrt\brdrs\cellx2000 … \row.

export type RowLines = {
  cells: number
  linedCells: number
  /** Whether the row as a whole has lines. */
  drawn: boolean
  /** Right edges of the cells: "2000 6000". */
  edges: string
}

export type RowReader = {
  /** Takes a word if it belongs to the definition of a row. */
  word(word: string, number: number | null): void
  readonly lines: RowLines
}

const cellSide = /^clbrdr[tblr]$/
const rowSide = /^trbrdr[tblrhv]$/
const paragraphSide = /^(?:brdr[tblr]|box)$/
const drawn = /^brdr(?:s|th|sh|db|dot|dash|hair|inset|outset|engrave|emboss|frame|triple|wavy|tn)/
const notDrawn: ReadonlySet<string> = new Set(['brdrnone', 'brdrnil', 'brdrtbl'])

/** A row without any cells yet. */
export function createRowReader(): RowReader {
  const lines: RowLines = { cells: 0, linedCells: 0, drawn: false, edges: '' }
  /** Whose line the next word describes. */
  let side: 'cell' | 'row' | null = null
  let isLined = false
  return {
    lines,
    word(word, number) {
      if (word === 'cellx') {
        lines.cells++
        lines.edges += ` ${number}`
        if (isLined) lines.linedCells++
        isLined = false
        side = null
      } else if (cellSide.test(word)) side = 'cell'
      else if (rowSide.test(word)) side = 'row'
      else if (paragraphSide.test(word) || notDrawn.has(word)) side = null
      else if (side !== null && drawn.test(word)) {
        if (side === 'cell') isLined = true
        else lines.drawn = true
        side = null
      }
    },
  }
}
