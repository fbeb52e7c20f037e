// One slide, or its notes, as blocks.

import type { BlockKind } from '../../model.ts'
import { cutRuns, type FontRun, solidLength } from '../../text/legacy/font-runs.ts'
import type { BlockOptions, Blocks } from '../blocks.ts'
import { readDiagram } from './diagram.ts'
import type { Inherited } from './inherit.ts'
import { createMarkers } from './markers.ts'
import { readingOrder } from './reading-order.ts'
import type { Options } from './relations.ts'
import type { LevelStyle, Shape, ShapeTree, SlideParagraph } from './shapes.ts'

/** Fonts of the runs of each block by its index. */
export type SlideFonts = Map<number, readonly FontRun[]>

export type SlideContext = {
  page: number
  inherited: Inherited
  /** XML of a diagram's data by the id of its relation; '' where there is none. */
  diagramOf(id: string): string
  options: Options
}

/** Placeholders that repeat on every slide: number, date, footer; and on notes the picture of the slide. */
const repeated = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg'])
const titles = new Set(['title', 'ctrTitle'])

/** Adds a slide: its title, then the other shapes in reading order. */
export function addSlide(
  blocks: Blocks,
  fonts: SlideFonts,
  { shapes }: ShapeTree,
  context: SlideContext,
): void {
  const shown = shapes.filter(({ placeholder }) => !repeated.has(placeholder?.type ?? ''))
  const isTitle = ({ placeholder }: Shape) => titles.has(placeholder?.type ?? '')
  const add = adder(blocks, fonts, context.page)
  for (const shape of shown.filter(isTitle)) {
    const filled = shape.paragraphs.filter(({ text }) => text.trim() !== '')
    const styles = filled.map((p) => context.inherited.levelOf(shape, p.level))
    add(
      'heading',
      oneLine(filled.map(({ text }) => text).join(' ')),
      filled.flatMap((p, i) => runsOf(p, styles[i] ?? {}, context.inherited)),
      { level: 1 },
    )
  }
  addShapes(
    shown.filter((shape) => !isTitle(shape)),
    context,
    add,
  )
}

/** Adds the speaker's notes. */
export function addNotes(
  blocks: Blocks,
  fonts: SlideFonts,
  { shapes }: ShapeTree,
  page: number,
): void {
  const add = adder(blocks, fonts, page)
  for (const { placeholder, paragraphs } of shapes)
    if (!repeated.has(placeholder?.type ?? ''))
      for (const { text, fonts: runs } of paragraphs) add('footnote', oneLine(text), runs)
}

type Add = (kind: BlockKind, text: string, runs: readonly FontRun[], options?: BlockOptions) => void

function adder(blocks: Blocks, fonts: SlideFonts, page: number): Add {
  return (kind, text, runs, options) => {
    const before = blocks.count
    blocks.add(kind, text, { ...options, page })
    if (blocks.count > before) fonts.set(before, runs)
  }
}

function addShapes(shapes: readonly Shape[], context: SlideContext, add: Add): void {
  const { inherited } = context
  const placed = shapes.filter(hasText).map((shape) => ({ shape, box: inherited.boxOf(shape) }))
  for (const { shape } of readingOrder(placed)) {
    if (shape.children) addShapes(shape.children, context, add)
    else if (shape.rows) addTable(shape, context, add)
    else {
      const paragraphs =
        shape.diagram === undefined
          ? shape.paragraphs
          : readDiagram(context.diagramOf(shape.diagram), context.options)
      addText(shape, paragraphs, context, add)
    }
  }
}

const hasText = (shape: Shape): boolean =>
  shape.diagram !== undefined ||
  shape.rows !== null ||
  shape.children?.some(hasText) === true ||
  shape.paragraphs.some(({ text }) => text.trim() !== '')

function addText(
  shape: Shape,
  paragraphs: readonly SlideParagraph[],
  { inherited }: SlideContext,
  add: Add,
): void {
  const markerOf = createMarkers()
  for (const paragraph of paragraphs) {
    const { text, level, own } = paragraph
    // An empty paragraph shows neither bullet nor number.
    if (text.trim() === '') continue
    const style = { ...inherited.levelOf(shape, level), ...own }
    const marker = markerOf(style, level)
    let rest = runsOf(paragraph, style, inherited)
    // A line that starts lower-case goes on with the one before.
    for (const [i, line] of text.split(/\n(?!\s*\p{Ll})/u).entries()) {
      const isItem = marker !== '' && i === 0
      const [runs, further] = cutRuns(rest, solidLength(line))
      rest = further
      if (isItem)
        add(
          'list-item',
          marker + line.trim(),
          [{ font: undefined, solid: solidLength(marker) }, ...runs],
          { level },
        )
      else add('paragraph', line, runs)
    }
  }
}

function addTable(shape: Shape, { inherited }: SlideContext, add: Add): void {
  for (const row of shape.rows ?? []) {
    const runs: FontRun[] = []
    const texts = row.map(({ paragraphs, isCovered }) => {
      if (isCovered) return ''
      const markerOf = createMarkers()
      const filled = paragraphs.filter(({ text }) => text.trim() !== '')
      const pieces = filled.map((paragraph) => {
        const marker = markerOf(paragraph.own, paragraph.level)
        runs.push({ font: undefined, solid: solidLength(marker) })
        runs.push(...runsOf(paragraph, {}, inherited))
        return oneLine(marker + paragraph.text)
      })
      return pieces.join(' ')
    })
    add('table-row', texts.join('\t'), runs)
  }
}

const runsOf = ({ fonts }: SlideParagraph, style: LevelStyle, inherited: Inherited): FontRun[] =>
  fonts.map(({ font, solid }) => ({ font: inherited.realFont(font ?? style.font), solid }))

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
