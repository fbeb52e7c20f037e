// PowerPoint presentations (.pptx): slides in their order, each with its title first and then its shapes in reading order;
// bullets and numbers as shown, tables by rows, diagrams, and the speaker's notes after their slide.
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { createBlocks } from './blocks.ts'
import { decodeText } from './charset.ts'
import type { Parser } from './parser.ts'
import { createInheritance } from './pptx/inherit.ts'
import { relationsOf } from './pptx/relations.ts'
import { readShapes } from './pptx/shapes.ts'
import { addNotes, addSlide, type SlideFonts } from './pptx/slide.ts'
import { hiddenSlide, textlessSlides } from './slides.ts'
import { resolveEntities, scanXml } from './xml-scan.ts'
import { readZip } from './zip.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
const wanted =
  /^(?:docProps\/core\.xml|ppt\/(?:presentation|(?:slides\/slide|slideLayouts\/slideLayout|slideMasters\/slideMaster|notesSlides\/notesSlide|theme\/theme|diagrams\/data)\d*)\.xml|ppt\/(?:[a-zA-Z]+\/)?_rels\/[^/]+\.rels)$/

export const pptx: Parser = {
  name: 'pptx/1',
  mediaTypes: [mediaType],
  async parse({ bytes, name, limits, progress, emit }) {
    const members = await readZip(bytes, name, limits, (member) => wanted.test(member))
    progress()
    const options = { depth: limits.depth, name }
    const part = (path: string) => {
      const member = members.get(path)
      return member ? decodeText(member).text : ''
    }
    const main = 'ppt/presentation.xml'
    const presentation = part(main)
    if (presentation === '')
      throw new BadDocumentError('corrupt', `${name} is damaged: its main part is missing.`)
    const relations = relationsOf(main, part, options)
    // A slide stands in a presentation once.
    const slides = [
      ...new Set(slideIds(presentation, options).flatMap((id) => relations.byId(id) ?? [])),
    ]
    const inheritedBy = createInheritance(part, readShapes(presentation, options), options)
    const blocks = createBlocks()
    const fonts: SlideFonts = new Map()
    const warnings: Warning[] = []
    const title = titleOf(part('docProps/core.xml'))
    const result = (): ParsedDocument => ({
      version: 1,
      parser: 'pptx/1',
      mediaType,
      ...blocks.read(),
      ...(slides.length > 0 ? { pages: slides.length } : {}),
      metadata: title === '' ? {} : { title },
      warnings,
      partial: false,
    })
    for (const [i, path] of slides.entries()) {
      const page = i + 1
      const start = blocks.count === 0 ? 0 : blocks.length + 1
      const before = blocks.count
      const own = relationsOf(path, part, options)
      const slide = readShapes(part(path), options)
      addSlide(blocks, fonts, slide, {
        page,
        inherited: inheritedBy(path),
        diagramOf: (id) => part(own.byId(id) ?? ''),
        options,
      })
      const notes = part(own.byType('notesSlide') ?? '')
      if (notes !== '') addNotes(blocks, fonts, readShapes(notes, options), page)
      if (slide.hidden && blocks.count > before)
        warnings.push(hiddenSlide(page, start, blocks.length))
      progress(page / slides.length)
      emit?.(result)
    }
    if (blocks.count === 0) throw textlessSlides(name)
    return repairParsed(result(), fonts)
  },
}

function slideIds(xml: string, options: { depth: number; name: string }): string[] {
  const ids: string[] = []
  for (const tag of scanXml(xml, options))
    if (tag.kind === 'open' && /(?:^|:)sldId$/.test(tag.name)) {
      // Both "id" and "r:id" stand there; only the second names a relation.
      const id = /\s\w+:id\s*=\s*["']([^"']+)["']/.exec(xml.slice(tag.start, tag.end))?.[1]
      if (id !== undefined) ids.push(id)
    }
  return ids
}

/** Titles that PowerPoint gives by itself say nothing. */
const emptyTitle =
  /^(?:powerpoint presentation|bản trình bày powerpoint|bài thuyết trình powerpoint|slide \d+|trang chiếu \d+)$/i

function titleOf(core: string): string {
  const title = resolveEntities(/<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(core)?.[1] ?? '').trim()
  return emptyTitle.test(title) ? '' : title
}
