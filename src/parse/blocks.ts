// Builds the text of a parsed document block by block.
//
//   const built = createBlocks()
//   built.add('heading', 'Điều 1. Phạm vi', { level: 2 })
//   built.add('paragraph', 'Thông tư này …')
//   built.read()  →  { text: 'Điều 1. Phạm vi\nThông tư này …', blocks: [{ start: 0, end: 15, … }, …] }
import type { BlockKind, ParsedBlock } from '../model.ts'

export type BlockOptions = {
  /** Page of the original, from 1. */
  page?: number | undefined
  /** Heading level 1–6, or nesting depth of a list item from 0. */
  level?: number | undefined
  /** The run as the file held it, where decoding a legacy font changed it. */
  original?: string | undefined
}

export type Blocks = {
  /**
   * Appends a block, parted from the one before by "\n". White space around it goes (but not the
   * tabs of empty cells at the start of a table row); an empty block is left out.
   */
  add(kind: BlockKind, text: string, options?: BlockOptions): void
  /** UTF-16 length of the text so far. */
  readonly length: number
  /** Number of blocks so far. */
  readonly count: number
  /** The text so far and its blocks. The arrays are copies: adding further blocks does not change them. */
  read(): { text: string; blocks: ParsedBlock[] }
}

/** An empty text to add blocks to. */
export function createBlocks(): Blocks {
  const pieces: string[] = []
  const blocks: ParsedBlock[] = []
  let length = 0
  return {
    add(kind, text, { page, level, original } = {}) {
      const lines = text.replace(/\r\n?/g, '\n')
      if (lines.trim() === '') return
      const piece = kind === 'table-row' ? lines.replace(/^[ \n]+/, '').trimEnd() : lines.trim()
      const start = blocks.length === 0 ? 0 : length + 1
      length = start + piece.length
      pieces.push(piece)
      blocks.push({
        start,
        end: length,
        kind,
        ...(page === undefined ? {} : { page }),
        ...(level === undefined ? {} : { level }),
        ...(original === undefined || original === text ? {} : { original }),
      })
    },
    get length() {
      return length
    },
    get count() {
      return blocks.length
    },
    read: () => ({ text: pieces.join('\n'), blocks: blocks.map((block) => ({ ...block })) }),
  }
}
