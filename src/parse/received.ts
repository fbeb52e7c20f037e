// A parsed document as it crosses the pipe, and how it is checked before it is believed: the process that wrote it had a
// hostile file in it.
import {
  blockKinds,
  type ParsedBlock,
  type ParsedDocument,
  parsedBlockSchema,
  parsedDocumentSchema,
} from '../model.ts'

/** Text and all the rest apart: the rest is JSON, whose `text` says how the text was written. */
export type Received = { text: Buffer; description: Buffer }

const allButBlocks = parsedDocumentSchema.omit({ blocks: true })
const usualFields: ReadonlySet<string> = new Set(['start', 'end', 'kind'])
const kinds: ReadonlySet<unknown> = new Set(blockKinds)

/** Puts a document together. Throws where it is none: offsets outside the text, blocks out of order, unknown kinds. */
export function parsedOf({ text: bytes, description }: Received): ParsedDocument {
  const { blocks, ...rest } = JSON.parse(description.toString('utf8')) as ParsedDocument
  const plain = bytes.toString('utf8')
  const text: unknown = rest.text === 'json' ? JSON.parse(plain) : plain
  const document = allButBlocks.parse({ ...rest, text })
  let last = 0
  for (const block of Array.isArray(blocks) ? blocks : [null]) {
    if (!isBlock(block, last, document.text.length))
      throw new TypeError(`a block that is none: ${JSON.stringify(block)}`)
    last = block.end
  }
  return { ...document, blocks }
}

/**
 * Whether a value is a block after `from` and before `end`. By hand, since a schema makes a copy of each: 200,000 of them
 * took this process from 150 to 290 MB. Those with rarer fields are left to the schema.
 */
function isBlock(block: ParsedBlock | null, from: number, end: number): block is ParsedBlock {
  if (block === null || typeof block !== 'object' || !kinds.has(block.kind)) return false
  const isPlaced = Number.isInteger(block.start) && Number.isInteger(block.end)
  if (!isPlaced || block.start < from || block.end < block.start || block.end > end) return false
  for (const field in block)
    if (!usualFields.has(field)) return parsedBlockSchema.safeParse(block).success
  return true
}
