// The paragraph under way in an RTF file: its style, list and table, what ends it, and the row of a table around it.
//
//   \pard\intbl\s3\ls1\ilvl0 … \cell … \row
import type { ListItem } from '../docx/numbering.ts'
import type { RtfLists } from './lists.ts'
import { createRowReader, type RowReader } from './rows.ts'
import type { ParagraphEnd, Story } from './story.ts'
import type { RtfStyles } from './styles.ts'

export type RtfParagraphs = {
  /** Number of the style of the paragraph under way. */
  readonly style: number
  /** Tables around it. */
  readonly nesting: number
  /** What the file says stood before it: \listtext, \pntext. */
  setMarker(shown: string): void
  /** A word of formatting or structure. The end of a paragraph that was deleted joins it with the next. */
  word(word: string, number: number | null, story: Story, isDeleted: boolean): void
  /** A word in the definition of a row of a nested table, which stands behind its cells in a group of its own. */
  nestedRow(word: string, number: number | null, story: Story): void
  /** Ends the paragraph if there is any text in it. */
  end(story: Story): void
  /** Begins a text box or a note in the middle of the paragraph; to be called is what goes on with it. */
  interrupt(): () => void
}

type Paragraph = {
  inTable: boolean
  nesting: number
  style: number
  /** null for body text whatever its style, undefined where only the style says. */
  heading: number | null | undefined
  list: number
  level: number
}

const deepestItem = 8

/** Before the first paragraph. */
export function createRtfParagraphs(styles: RtfStyles, lists: RtfLists): RtfParagraphs {
  const numberers = new Map<Story, (list: number, level: number) => ListItem | null>()
  let paragraph = freshParagraph()
  let row = createRowReader()
  let nestedRow = createRowReader()
  /** Between \trowd and \row: some programs leave out the \intbl of the paragraphs in between. */
  let isRowOpen = false
  let marker: string | null = null

  const nestingNow = () => Math.max(paragraph.nesting, paragraph.inTable || isRowOpen ? 1 : 0)

  function ended(story: Story): ParagraphEnd {
    let item: ListItem | null = null
    if (paragraph.list > 0) {
      const numberOf = numberers.get(story) ?? lists.numberer()
      numberers.set(story, numberOf)
      item = numberOf(paragraph.list, paragraph.level)
    }
    const shown = marker
    marker = null
    const { heading, level, style } = paragraph
    return {
      nesting: nestingNow(),
      heading: heading === undefined ? styles.headingOf(style) : heading,
      level,
      isContents: styles.isContents(style),
      // "o" in Courier New is a round bullet; only the list itself tells it from the letter.
      marker: shown === null || (shown.trim() === 'o' && item) ? (item?.marker ?? '') : shown,
    }
  }

  return {
    get style() {
      return paragraph.style
    },
    get nesting() {
      return nestingNow()
    },
    setMarker(shown) {
      marker = shown
    },
    word(word, number, story, isDeleted) {
      switch (word) {
        case 'pard':
          paragraph = freshParagraph()
          break
        case 's':
          paragraph.style = number ?? 0
          break
        case 'outlinelevel':
          paragraph.heading = number !== null && number >= 0 && number < 6 ? number + 1 : null
          break
        case 'ls':
          paragraph.list = number ?? 0
          break
        case 'ilvl':
          paragraph.level = Math.max(0, Math.min(deepestItem, number ?? 0))
          break
        case 'intbl':
          paragraph.inTable = true
          break
        case 'itap':
          paragraph.nesting = Math.max(0, number ?? 1)
          break
        case 'par':
        case 'sect':
          if (!isDeleted) story.endParagraph(ended(story))
          break
        case 'page':
        case 'column':
          if (!story.isEmpty) story.add('\n', undefined)
          break
        case 'cell':
          story.endCell({ ...ended(story), nesting: 1 })
          break
        case 'nestcell':
          story.endCell({ ...ended(story), nesting: 2 })
          break
        case 'row':
          story.endRow(1, row.lines)
          isRowOpen = false
          break
        case 'trowd':
          row = createRowReader()
          isRowOpen = true
          break
        default:
          row.word(word, number)
      }
    },
    nestedRow(word, number, story) {
      if (word === 'nestrow') story.endRow(2, nestedRow.lines)
      if (word === 'nestrow' || word === 'trowd') nestedRow = createRowReader()
      else nestedRow.word(word, number)
    },
    end(story) {
      if (!story.isEmpty) story.endParagraph(ended(story))
    },
    interrupt() {
      const before: [Paragraph, RowReader, boolean, string | null] = [
        paragraph,
        row,
        isRowOpen,
        marker,
      ]
      paragraph = freshParagraph()
      row = createRowReader()
      isRowOpen = false
      marker = null
      return () => {
        ;[paragraph, row, isRowOpen, marker] = before
      }
    },
  }
}

function freshParagraph(): Paragraph {
  return { inTable: false, nesting: 0, style: 0, heading: undefined, list: 0, level: 0 }
}
