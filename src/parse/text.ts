// Plain text, and what is written in it: Markdown and delimited tables (CSV, TSV), known by their content alone.
//
// A plain text stays as it is but that the byte-order mark goes and "\r\n" and "\r" become "\n"; its blocks are its
// paragraphs. Only what is plainly Markdown or a table of commas is rewritten: headings without "#", rows with tabs.
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import { type Blocks, createBlocks } from './blocks.ts'
import { decodeText } from './charset.ts'
import type { Parser } from './parser.ts'
import { addDelimited, delimiterOf } from './text/delimited.ts'
import { addMarkdown, isMarkdown } from './text/markdown.ts'
import { blocksOf } from './text/paragraphs.ts'

export { blocksOf }

export const text: Parser = {
  name: 'text/2',
  mediaTypes: ['text/plain'],
  async parse({ bytes, name, progress }) {
    const decoded = decodeText(bytes)
    const content = decoded.text.replace(/\r\n?/g, '\n')
    progress()
    if (isRubbish(content))
      throw new BadDocumentError(
        'unsupported',
        `${name} is no text: too many of its bytes stand for no character in ${decoded.charset.toUpperCase()}.`,
      )
    const read = readContent(content)
    if (read.blocks.length === 0)
      throw new BadDocumentError('empty', `${name} holds no text, only white space.`)
    return {
      version: 1,
      parser: 'text/2',
      ...read,
      metadata: { ...read.metadata, charset: decoded.charset },
      warnings: decoded.warnings,
      partial: false,
    }
  },
}

type Content = Pick<ParsedDocument, 'mediaType' | 'text' | 'blocks' | 'pages' | 'metadata'>

function readContent(content: string): Content {
  const delimiter = delimiterOf(content)
  if (delimiter) {
    const blocks = createBlocks()
    if (addDelimited(blocks, content, delimiter))
      return rewritten(delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv', blocks, {})
  }
  if (isMarkdown(content)) {
    const blocks = createBlocks()
    const metadata = addMarkdown(blocks, content)
    if (blocks.count > 0) return rewritten('text/markdown', blocks, metadata)
  }
  const blocks = blocksOf(content)
  const pages = blocks.at(-1)?.page
  return {
    mediaType: 'text/plain',
    text: content,
    blocks,
    ...(pages === undefined ? {} : { pages }),
    metadata: {},
  }
}

const rewritten = (
  mediaType: string,
  blocks: Blocks,
  metadata: ParsedDocument['metadata'],
): Content => ({ mediaType, ...blocks.read(), metadata })

const leastToJudge = 64

/** Control characters, lost and unassigned ones, halves of pairs, private ones: one in ten is no text of any language. */
function isRubbish(content: string): boolean {
  const sample = content.slice(0, 65_536)
  const odd =
    sample.match(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD]|\p{Cs}|\p{Cn}|\p{Co}/gu)
      ?.length ?? 0
  return sample.length >= leastToJudge && odd * 10 > sample.length
}
