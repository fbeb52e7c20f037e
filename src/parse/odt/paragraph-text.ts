// Collects the text of one paragraph: white space as OpenDocument means it, and the fonts of its runs.
import { type FontRun, mainFont, solidLength } from '../../text/legacy/font-runs.ts'
import { resolveEntities } from '../xml-scan.ts'

export type ParagraphText = {
  /** Characters of the XML between two tags. */
  addXml(xml: string, font: string | undefined): void
  /** Characters that stand for an element: runs of spaces, tabs, line breaks. */
  add(text: string): void
  finish(): { text: string; font: string | undefined; fonts: readonly FontRun[] }
}

/** An empty paragraph. */
export function createParagraphText(): ParagraphText {
  const pieces: string[] = []
  const runs: FontRun[] = []
  /** White space runs together across elements, and none begins a paragraph; real runs of spaces are elements. */
  let endsInSpace = true
  return {
    addXml(xml, font) {
      let text = plain(xml).replace(/[ \t\r\n]+/g, ' ')
      if (endsInSpace && text.startsWith(' ')) text = text.slice(1)
      if (text === '') return
      endsInSpace = text.endsWith(' ')
      pieces.push(text)
      const last = runs.at(-1)
      const solid = solidLength(text)
      if (last && last.font === font) last.solid += solid
      else runs.push({ font, solid })
    },
    add(text) {
      pieces.push(text)
      endsInSpace = false
    },
    finish: () => ({ text: pieces.join('').toWellFormed(), font: mainFont(runs), fonts: runs }),
  }
}

/** Character data without comments and instructions; CDATA as it stands. */
function plain(xml: string): string {
  if (!xml.includes('<')) return resolveEntities(xml)
  return xml
    .split(/(<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece, i) => {
      if (i % 2 === 0) return resolveEntities(piece)
      return piece.startsWith('<![') ? piece.slice('<![CDATA['.length, -']]>'.length) : ''
    })
    .join('')
}
