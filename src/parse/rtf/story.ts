// Collects the paragraphs of one story of an RTF file (the body, a header, a footnote), with the table they stand in.
import { type FontRun, mainFont, solidLength } from '../../text/legacy/font-runs.ts'
import { bulletOf } from '../docx/numbering.ts'
import type { FlowParagraph } from '../flow.ts'
import type { RowLines } from './rows.ts'
import { createRtfTables } from './tables.ts'

export type ParagraphEnd = {
  /** Tables around it. */
  nesting: number
  heading: number | null
  level: number
  /** What stands before it, with the space after it. */
  marker: string
  isContents: boolean
}

export type Story = {
  add(text: string, fontName: string | undefined): void
  /** Whether the paragraph under way holds anything. */
  readonly isEmpty: boolean
  endParagraph(properties: ParagraphEnd): void
  endCell(properties: ParagraphEnd): void
  endRow(nesting: number, lines: RowLines): void
  /** Puts in the paragraphs of a text box, in the cell that is under way. */
  insert(paragraphs: readonly FlowParagraph[], nesting: number): void
  /** All paragraphs; to be called once no more come. */
  finish(): FlowParagraph[]
}

/** An empty story. */
export function createStory(): Story {
  const paragraphs: FlowParagraph[] = []
  let text: string[] = []
  let runs: FontRun[] = []
  const tables = createRtfTables()

  function close({ nesting, heading, level, marker, isContents }: ParagraphEnd): void {
    const written = text.join('')
    const whole = asRead(written)
    paragraphs.push({
      text: whole,
      font: mainFont(runs),
      // Tones that have joined their vowels are no longer counted.
      ...(whole.length === written.length ? { fonts: runs } : {}),
      ...(isContents ? { isContents } : {}),
      marker,
      listLevel: level,
      heading,
      cell: tables.place(nesting),
    })
    text = []
    runs = []
  }

  return {
    get isEmpty() {
      return text.length === 0
    },
    add(piece, fontName) {
      const readable = piece.replace(/[\0-\x08\x0B-\x1F]/g, '')
      text.push(readable)
      const last = runs.at(-1)
      const solid = solidLength(readable)
      if (last && last.font === fontName) last.solid += solid
      else runs.push({ font: fontName, solid })
    },
    endParagraph: close,
    endCell(properties) {
      close(properties)
      tables.endCell(properties.nesting)
    },
    endRow: tables.endRow,
    insert(inner, nesting) {
      const place = tables.place(nesting)
      for (const paragraph of inner)
        paragraphs.push(place ? { ...paragraph, cell: place } : paragraph)
    },
    finish() {
      for (const paragraph of paragraphs) paragraph.cell = tables.settle(paragraph.cell)
      return paragraphs
    },
  }
}

/**
 * A paragraph once it is whole. Windows-1258 writes tones as marks of their own, which may stand in another run than their
 * vowel. A sign of a symbol font in front is a bullet that was typed.
 */
function asRead(text: string): string {
  const whole = text.replace(/^[\uE000-\uF8FF](?=[ \t\u00A0])/, bulletOf).toWellFormed()
  return /[\u0300-\u036F]/.test(whole) ? whole.normalize('NFC') : whole
}
