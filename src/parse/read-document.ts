// Bytes of any file to a parsed document, in this very process: knows the type, picks the parser, runs it. Only the child
// process calls this; everybody else goes through `reader.ts`, which can end what hangs.
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { detectMediaType } from './detect.ts'
import { describeMediaType } from './media-types.ts'
import type { ParseInput } from './parser.ts'
import { type ParserEntry, parserOf, parsers } from './parsers.ts'

/** A parser that is tried first, for files that begin with `magic`. Tests of the isolation use it. */
export type ExtraParser = Omit<ParserEntry, 'name'> & { magic: string }

/** Reads one document. Throws BadDocumentError with a sentence that names the file; anything else is a bug. */
export async function readDocument(
  input: ParseInput,
  extraParsers: readonly ExtraParser[] = [],
): Promise<ParsedDocument> {
  const { bytes, name } = input
  if (bytes.byteLength === 0) throw new BadDocumentError('empty', `${name} is empty (0 bytes).`)
  const extra = extraParsers.find(({ magic }) =>
    Buffer.from(bytes.subarray(0, magic.length)).equals(Buffer.from(magic, 'latin1')),
  )
  const mediaType = extra?.mediaTypes[0] ?? detectMediaType(bytes)
  if (mediaType === 'application/x-encrypted-office')
    throw new BadDocumentError(
      'encrypted',
      `${name} is protected by a password; save it without one and bring it again.`,
    )
  const entry = extra ?? parserOf(mediaType)
  if (!entry) {
    const readable = parsers.map(({ called }) => called).join(', ')
    throw new BadDocumentError(
      'unsupported',
      `${name} is ${describeMediaType(mediaType)}, which cannot be read; what can be read: ${readable}.`,
    )
  }
  try {
    const parser = await entry.load()
    // Old fonts (TCVN3, VNI) are decoded here, once for every format.
    const parsed = await parser.parse(input)
    // OCR writes Unicode: what looks like an old font there is a letter read wrongly.
    return parsed.parser.includes('+ocr/') ? parsed : repairParsed(parsed)
  } catch (error) {
    throw asBadDocument(error, name)
  }
}

/** What overflows the stack or asks for more memory than there can be is the document's fault, not a bug. */
function asBadDocument(error: unknown, name: string): unknown {
  if (
    error instanceof RangeError &&
    /call stack|string length|array (?:buffer )?(?:length|allocation)|invalid array length/i.test(
      error.message,
    )
  )
    return new BadDocumentError(
      'too-complex',
      `${name} is nested too deeply or too large inside to be read (${error.message}).`,
      { cause: error },
    )
  return error
}
