// PowerPoint 97–2003 presentations (.ppt): slides in their order, titles as headings, the other texts in reading order, the
// speaker's notes after their slide. Vietnamese of that time is in the old fonts (TCVN3, VNI).
import type { ParsedDocument, Warning } from '../model.ts'
import { type FontRun, solidLength } from '../text/legacy/font-runs.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { createBlocks } from './blocks.ts'
import { openContainer } from './doc/container.ts'
import type { Parser } from './parser.ts'
import { readPresentation } from './ppt/presentation.ts'
import type { PptText } from './ppt/texts.ts'
import { readingOrder } from './pptx/reading-order.ts'
import { hiddenSlide, textlessSlides } from './slides.ts'

const mediaType = 'application/vnd.ms-powerpoint'

export const ppt: Parser = {
  name: 'ppt/1',
  mediaTypes: [mediaType],
  async parse({ bytes, name, progress, emit }) {
    const container = openContainer(bytes, name)
    const { slides, fonts: fontNames } = readPresentation(
      container.stream('PowerPoint Document') ?? Buffer.alloc(0),
      container.stream('Current User') ?? Buffer.alloc(0),
      name,
    )
    const blocks = createBlocks()
    const fonts = new Map<number, readonly FontRun[]>()
    const warnings: Warning[] = []
    const result = (): ParsedDocument => ({
      version: 1,
      parser: 'ppt/1',
      mediaType,
      ...blocks.read(),
      ...(slides.length > 0 ? { pages: slides.length } : {}),
      metadata: {},
      warnings,
      partial: false,
    })
    for (const [i, slide] of slides.entries()) {
      const page = i + 1
      const start = blocks.count === 0 ? 0 : blocks.length + 1
      const before = blocks.count
      const add = (text: PptText, isNote: boolean) => {
        for (const piece of paragraphsOf(text, fontNames, isNote)) {
          const index = blocks.count
          blocks.add(piece.kind, piece.text, { page, level: piece.level })
          if (blocks.count > index) fonts.set(index, piece.fonts)
        }
      }
      const texts = readingOrder(slide.shapes).flatMap((shape) => shape.texts)
      for (const text of texts) if (text.kind === 'title') add(text, false)
      for (const text of texts) if (text.kind !== 'title') add(text, false)
      for (const text of slide.notes) add(text, true)
      if (slide.hidden && blocks.count > before)
        warnings.push(hiddenSlide(page, start, blocks.length))
      progress(page / slides.length)
      emit?.(result)
    }
    if (blocks.count === 0) throw textlessSlides(name)
    return repairParsed(result(), fonts)
  },
}

type Piece = {
  kind: 'heading' | 'paragraph' | 'footnote'
  text: string
  level: number | undefined
  fonts: FontRun[]
}

/** A title is one heading, everything else a block a paragraph. Fields (page numbers, dates) are "*" and go. */
function paragraphsOf({ text, kind, runs }: PptText, names: string[], isNote: boolean): Piece[] {
  const fontAt = createFontLookup(runs, names)
  const pieces: Piece[] = []
  let at = 0
  for (const line of text.split('\r')) {
    const start = at
    at += line.length + 1
    const shown = line.replace(/\v/g, kind === 'title' || isNote ? ' ' : '\n').trim()
    if (shown === '' || shown === '*') continue
    pieces.push({
      kind: isNote ? 'footnote' : kind === 'title' ? 'heading' : 'paragraph',
      text: shown,
      level: kind === 'title' && !isNote ? 1 : undefined,
      fonts: fontAt(line, start),
    })
  }
  const [first, ...others] = pieces
  if (first?.kind !== 'heading' || others.length === 0) return pieces
  const whole = { ...first, fonts: pieces.flatMap(({ fonts }) => fonts) }
  return [{ ...whole, text: pieces.map((piece) => piece.text).join(' ') }]
}

/** Fonts of a stretch of a text; stretches are asked for in order. */
function createFontLookup(
  runs: PptText['runs'],
  names: readonly string[],
): (line: string, start: number) => FontRun[] {
  let index = 0
  let runStart = 0
  return (line, start) => {
    const fonts: FontRun[] = []
    const end = start + line.length
    for (let at = start; at < end; ) {
      while (index < runs.length && runStart + (runs[index]?.length ?? 0) <= at)
        runStart += runs[index++]?.length ?? 0
      const run = runs[index]
      const stop = run ? Math.min(end, runStart + run.length) : end
      const font = run?.font === null || run?.font === undefined ? undefined : names[run.font]
      fonts.push({ font, solid: solidLength(line.slice(at - start, stop - start)) })
      at = stop
    }
    return fonts
  }
}
