// Word 97–2003 and Word 6/95 (.doc): the container by `cfb`, the text by its piece table (doc-text.ts).
//
// In the text: 0x0D ends a paragraph, 0x07 a table cell and, doubled, a row; 0x13–0x15 frame a field, whose result alone is
// kept; 0x0B is a line break. Numbers that Word makes by itself are not in the text and are lost.
import { createRequire } from 'node:module'
import { BadDocumentError } from '../errors.ts'
import { createBlocks } from './blocks.ts'
import { docTextOf } from './doc-text.ts'
import type { Parser } from './parser.ts'

const load = createRequire(import.meta.url)

export const doc: Parser = {
  name: 'doc/1',
  mediaTypes: ['application/msword'],
  async parse({ bytes, name, progress }) {
    const streams = openContainer(bytes, name)
    const document = streams('WordDocument')
    if (!document)
      throw new BadDocumentError(
        'corrupt',
        `${name} holds no Word document; open it in Word and save it again.`,
      )
    const { text, parts } = docTextOf(document, streams, name)
    progress()
    const blocks = createBlocks()
    addStory(blocks, text.slice(0, parts.main), 'paragraph')
    const headersAt = parts.main + parts.footnotes
    addStory(blocks, text.slice(parts.main, headersAt), 'footnote')
    const boxesAt = headersAt + parts.headers + parts.annotations + parts.endnotes
    addStory(blocks, text.slice(boxesAt - parts.endnotes, boxesAt), 'footnote')
    addStory(blocks, text.slice(boxesAt, boxesAt + parts.textBoxes), 'paragraph')
    if (blocks.count === 0)
      throw new BadDocumentError(
        'no-text',
        `${name} holds no text; if it shows a picture of a page, it must be scanned.`,
      )
    return {
      version: 1,
      parser: 'doc/1',
      mediaType: 'application/msword',
      ...blocks.read(),
      metadata: {},
      warnings: [],
      partial: false,
    }
  },
}

/** Gives the streams of an OLE container by name. */
function openContainer(bytes: Uint8Array, name: string): (stream: string) => Buffer | null {
  const cfb = load('cfb') as typeof import('cfb')
  try {
    const container = cfb.read(Buffer.from(bytes), { type: 'buffer' })
    return (stream) => {
      const entry = cfb.find(container, `/${stream}`) ?? cfb.find(container, stream)
      return entry?.content ? Buffer.from(entry.content as Uint8Array) : null
    }
  } catch (error) {
    throw new BadDocumentError(
      'corrupt',
      `${name} is a broken Word document; open it in Word and save it again.`,
      { cause: error },
    )
  }
}

type Blocks = ReturnType<typeof createBlocks>

/** Adds a story's paragraphs and table rows. */
function addStory(blocks: Blocks, story: string, kind: 'paragraph' | 'footnote'): void {
  const clean = withoutFields(story)
  let cells: string[][] = []
  let cell: string[] = []
  let from = 0
  const mark = /[\r\u0007\f]/g
  for (let match = mark.exec(clean); match; match = mark.exec(clean)) {
    const words = plain(clean.slice(from, match.index))
    const empty = match.index === from
    from = match.index + 1
    if (match[0] !== '\u0007') {
      // Whether a paragraph is inside a cell shows only at the cell's end; before the first cell it is body text.
      if (cells.length === 0) addParagraph(blocks, words, kind)
      else cell.push(words)
    } else if (empty && cells.length > 0 && cell.length === 0) {
      addRow(blocks, cells, kind)
      cells = []
    } else {
      cells.push([...cell, words])
      cell = []
    }
  }
  if (cells.length > 0) addRow(blocks, cells, kind)
  for (const rest of [...cell, plain(clean.slice(from))]) addParagraph(blocks, rest, kind)
}

/** Words of official headers and signatures, in Unicode and in TCVN3: such rows lay the page out. */
const layoutWords =
  /c[ộé]ng h[oò][aàµß]|[đ§][ộé]c l[ậË]p|^v\/v|^s[ốè]\s*:|ng[àµ]y.{0,12}th[áï¸]ng.{0,8}n[ăă¨]m|n[ơ¬]i nh[ậË]n|^(?:kt|tm|tl|tuq)\./iu

/** A row of one-line cells is a row; cells of several lines lay the page out, left cell first. */
function addRow(blocks: Blocks, cells: string[][], kind: 'paragraph' | 'footnote'): void {
  const layout = cells.some(
    (cell) =>
      cell.length > 1 || cell.some((words) => words.includes('\n') || layoutWords.test(words)),
  )
  if (layout || cells.length === 1)
    for (const cell of cells) for (const words of cell) addParagraph(blocks, words, kind)
  else blocks.add('table-row', cells.map((cell) => cell.join(' ')).join('\t'))
}

function addParagraph(blocks: Blocks, words: string, kind: 'paragraph' | 'footnote'): void {
  for (const line of words.split('\n')) blocks.add(kind, line)
}

/** Fields without their codes: 0x13 code 0x14 result 0x15, nested. */
function withoutFields(text: string): string {
  if (!/[\u0013-\u0015]/.test(text)) return text
  let out = ''
  const inCode: boolean[] = []
  for (const char of text) {
    if (char === '\u0013') inCode.push(true)
    else if (char === '\u0014') {
      if (inCode.length > 0) inCode[inCode.length - 1] = false
    } else if (char === '\u0015') inCode.pop()
    else if (!inCode.includes(true)) out += char
  }
  return out
}

/** Word's own signs as plain characters; pictures and marks of notes go. Soft hyphens stay: in TCVN3 they are ư. */
function plain(text: string): string {
  return text
    .replace(/\u000B/g, '\n')
    .replace(/\u001E/g, '-')
    .replace(/\u001F/g, '\u00AD')
    .replace(/[\u0000-\u0008\u000E-\u001D]/g, '')
}
