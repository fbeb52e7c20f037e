// Saved web pages in one file (.mht, .mhtml): the page itself is read like any other, its pictures and scripts are not.
//
//   Chrome: From: <Saved by Blink>, Snapshot-Content-Location, parts in quoted-printable UTF-8, frames as cid:frame-…
//   Internet Explorer and Word: charset="windows-1258" or "unicode" in the part's Content-Type, sometimes base64
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import { html } from './html.ts'
import { decodeWords } from './mail.ts'
import { bytesOf, openParts, type Part } from './mhtml/parts.ts'
import type { ParseInput, Parser } from './parser.ts'

const mediaType = 'multipart/related'
const parser = 'mhtml/1'

/** Reads the page of a saved page. Throws `no-text` where there is none, `corrupt` where the file ends before it. */
export const mhtml: Parser = {
  name: parser,
  mediaTypes: [mediaType],
  async parse(input) {
    const { headers, parts, isWhole } = openParts(input.bytes)
    input.progress()
    const pages = parts.filter(({ type }) => /^(?:text\/html|application\/xhtml\+xml)$/.test(type))
    const [first, ...frames] = mainFirst(pages, headers)
    if (!first)
      throw new BadDocumentError(
        isWhole || parts.length > 0 ? 'no-text' : 'corrupt',
        isWhole || parts.length > 0
          ? `${input.name} is a saved web page without a page in it; save the page anew.`
          : `${input.name} is a saved web page that ends before its page does; save the page anew.`,
      )
    const parsed = await readFirstWithText(input, [first, ...frames])
    const subject = headers.get('subject')
    const title = parsed.metadata.title ?? (subject ? decodeWords(subject).trim() : '')
    const location = headers.get('snapshot-content-location') ?? first.location ?? ''
    const canonicalUrl =
      parsed.metadata.canonicalUrl ?? (/^https?:\/\//i.test(location) ? location : undefined)
    const isCut = !isWhole && parts.at(-1) === first
    return {
      ...parsed,
      parser,
      mediaType,
      metadata: {
        ...parsed.metadata,
        ...(title === '' ? {} : { title }),
        ...(canonicalUrl ? { canonicalUrl } : {}),
      },
      warnings: isCut
        ? [
            ...parsed.warnings,
            {
              code: 'cut-short',
              message: 'The file ends inside its page: what followed is missing.',
            },
          ]
        : parsed.warnings,
      partial: parsed.partial || isCut,
    }
  },
}

/** The pages with the one that was saved first: named by "start" or the place it was saved from, else as they come. */
function mainFirst(pages: readonly Part[], headers: ReadonlyMap<string, string>): Part[] {
  const start = /;\s*start\s*=\s*"?([^";]{1,300})/i.exec(headers.get('content-type') ?? '')?.[1]
  const saved = headers.get('snapshot-content-location') ?? headers.get('content-location')
  const main =
    pages.find(({ id }) => id !== undefined && id === start) ??
    pages.find(({ location }) => location !== undefined && location === saved) ??
    pages[0]
  return main ? [main, ...pages.filter((page) => page !== main)] : []
}

/** Reads the first page that holds text: a frameset holds none, its frames do; they are tried by their size. */
async function readFirstWithText(
  input: ParseInput,
  [first, ...frames]: readonly [Part, ...Part[]],
): Promise<ParsedDocument> {
  const bySize = frames.toSorted((a, b) => b.end - b.start - (a.end - a.start))
  let failure: unknown
  for (const page of [first, ...bySize.slice(0, 5)]) {
    try {
      const { charset = input.charset } = page
      return await html.parse({ ...input, bytes: bytesOf(input.bytes, page), charset })
    } catch (error) {
      if (!(error instanceof BadDocumentError) || error.code !== 'no-text') throw error
      failure ??= error
    }
    input.progress()
  }
  throw failure
}
