// OpenDocument texts as LibreOffice saves them (.odt, .ott, and .fodt in one XML file): paragraphs, headings, list numbers,
// tables by rows, notes, headers and footers.
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import type { BlockFonts } from '../text/legacy/font-runs.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { createBlocks } from './blocks.ts'
import { decodeText } from './charset.ts'
import { addFlowRuns } from './flow.ts'
import { type OdtStory, readOdtStory, textOfElement } from './odt/story.ts'
import { readOdtStyles } from './odt/styles.ts'
import type { ParseInput, Parser } from './parser.ts'
import { readZip } from './zip.ts'

export const odtType = 'application/vnd.oasis.opendocument.text'
export const flatOdtType = `${odtType}-flat-xml`
const wanted = /^(?:content|styles|meta)\.xml$|^META-INF\/manifest\.xml$/

type Parts = { mediaType: string; content: string; styles: string; meta: string }

export const odt: Parser = {
  name: 'odt/1',
  mediaTypes: [odtType, `${odtType}-template`, flatOdtType],
  async parse(input) {
    const { name, limits, progress, emit } = input
    const isZip = input.bytes[0] === 0x50 && input.bytes[1] === 0x4b
    const parts = isZip ? await partsOfZip(input) : flatParts(input)
    progress()
    const options = { depth: limits.depth, name }
    const blocks = createBlocks()
    const fonts = new Map<number, BlockFonts>()
    const warnings: Warning[] = []
    const title = textOfElement(parts.meta, 'dc:title')
    const result = (): ParsedDocument =>
      repairParsed(
        {
          version: 1,
          parser: 'odt/1',
          mediaType: parts.mediaType,
          ...blocks.read(),
          metadata: title === '' ? {} : { title },
          warnings,
          partial: warnings.length > 0,
        },
        fonts,
      )

    const body: OdtStory = { paragraphs: [], notes: [] }
    const flat = parts.mediaType === flatOdtType
    try {
      const styles = readOdtStyles(flat ? [parts.content] : [parts.styles, parts.content], options)
      progress()
      readOdtStory(parts.content, bodies, styles, options, progress, body)
    } catch (error) {
      // A flat file that ends in the middle keeps what stands before; a container would not have opened at all.
      if (!flat || !(error instanceof BadDocumentError) || error.code !== 'corrupt') throw error
      if (body.paragraphs.length === 0) throw error
      const message = `What follows could not be read. ${error.message}`
      warnings.push({ code: 'cut-short', message })
    }
    for (const [i, font] of addFlowRuns(blocks, body.paragraphs)) fonts.set(i, font)
    emit?.(result)
    const add = (
      kind: 'footnote' | 'page-header' | 'page-footer',
      text: string,
      font: BlockFonts | undefined,
    ) => {
      if (font !== undefined) fonts.set(blocks.count, font)
      blocks.add(kind, text.replace(/\s*\n\s*/g, ' '))
    }
    for (const { text, font } of body.notes) if (text.trim() !== '') add('footnote', text, font)
    if (warnings.length === 0 && /<style:(?:header|footer)[\s>-]/.test(parts.styles)) {
      const styles = readOdtStyles([parts.styles], options)
      for (const [kind, inside] of headersAndFooters) {
        const seen = new Set<string>()
        const { paragraphs } = readOdtStory(parts.styles, inside, styles, options, progress)
        for (const { text, font, fonts: runs, marker } of paragraphs) {
          // A page number alone says nothing.
          if (seen.has(text) || !/\p{L}/u.test(text)) continue
          seen.add(text)
          add(kind, marker + text, marker === '' ? runs : font)
        }
      }
    }
    if (blocks.count === 0)
      throw new BadDocumentError('no-text', `${name} is an OpenDocument text without any text.`)
    return result()
  },
}

const bodies: ReadonlySet<string> = new Set(['office:text'])
const headersAndFooters: ReadonlyArray<['page-header' | 'page-footer', ReadonlySet<string>]> = [
  ['page-header', new Set(['style:header', 'style:header-left', 'style:header-first'])],
  ['page-footer', new Set(['style:footer', 'style:footer-left', 'style:footer-first'])],
]

async function partsOfZip({ bytes, name, limits }: ParseInput): Promise<Parts> {
  const members = await readZip(bytes, name, limits, (member) => wanted.test(member))
  const part = (path: string) => {
    const member = members.get(path)
    return member ? decodeText(member).text : ''
  }
  if (/<manifest:encryption-data[\s/>]/.test(part('META-INF/manifest.xml')))
    throw new BadDocumentError(
      'encrypted',
      `${name} is protected by a password; save it without one and bring it again.`,
    )
  const content = part('content.xml')
  if (content === '')
    throw new BadDocumentError('corrupt', `${name} is damaged: its content.xml is missing.`)
  return { mediaType: odtType, content, styles: part('styles.xml'), meta: part('meta.xml') }
}

function flatParts({ bytes }: ParseInput): Parts {
  const xml = decodeText(bytes).text
  return { mediaType: flatOdtType, content: xml, styles: xml, meta: xml }
}
