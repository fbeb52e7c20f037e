// The text of the paragraphs of a story, as mammoth reads it: fields, symbols, tracked changes, hyperlinks, text boxes.
// The only file that imports mammoth, which types nothing of the document it hands to a transform.
import mammoth from 'mammoth'
import { BadDocumentError, messageOf } from '../../errors.ts'
import { type FontRun, solidLength } from '../../text/legacy/font-runs.ts'
import { writeStoredZip } from '../zip-write.ts'
import { placeMark } from './paragraphs.ts'
import { withoutSymbols } from './symbols.ts'

/** What is used of mammoth's document tree. */
type Element = {
  type: string
  value?: string
  checked?: boolean
  font?: string | null
  children?: Element[]
}

const contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`

// mammoth trips over table styles where there is no styles part at all.
const noStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`

export type ParagraphText = {
  /** Line breaks are "\n". */
  text: string
  /** The fonts that tell something, run after run; see runs.ts. */
  fonts: readonly FontRun[]
}

/**
 * Texts of the paragraphs of a prepared story (see `prepareStory`) by their place marks. Throws BadDocumentError where
 * mammoth cannot read the XML.
 */
export async function readParagraphs(
  chunks: Iterable<string>,
  name: string,
  progress: () => void,
): Promise<Map<number, ParagraphText>> {
  const texts = new Map<number, ParagraphText>()
  for (const chunk of chunks) {
    await readChunk(chunk, name, texts)
    progress()
  }
  return texts
}

async function readChunk(
  xml: string,
  name: string,
  texts: Map<number, ParagraphText>,
): Promise<void> {
  // Only the checked XML of this one story goes in: no pictures, no relations, nothing that could be followed.
  const buffer = writeStoredZip([
    ['[Content_Types].xml', Buffer.from(contentTypes)],
    ['word/styles.xml', Buffer.from(noStyles)],
    ['word/document.xml', Buffer.from(xml)],
  ])
  try {
    await mammoth.convertToHtml(
      { buffer },
      {
        externalFileAccess: false,
        includeDefaultStyleMap: false,
        includeEmbeddedStyleMap: false,
        // The tree is taken here, and an empty one given on: the HTML is not wanted.
        transformDocument(document: Element) {
          collect(document, texts)
          return { ...document, children: [] }
        },
      },
    )
  } catch (error) {
    // What the XML reader says of the document is an Error; any other kind is ours or mammoth's own mistake.
    if (!(error instanceof Error) || error.constructor !== Error) throw error
    throw new BadDocumentError('corrupt', `${name} is damaged: ${firstLine(messageOf(error))}`, {
      cause: error,
    })
  }
}

function collect(element: Element, texts: Map<number, ParagraphText>): void {
  if (element.type !== 'paragraph') {
    for (const child of element.children ?? []) collect(child, texts)
    return
  }
  const pieces: Piece[] = []
  collectText(element, undefined, pieces)
  const marked = pieces.map(({ text }) => text).join('')
  const place = placeMark.exec(marked)
  if (!place) return
  const fonts = pieces.map(({ text, font }) => ({
    font,
    solid: solidLength(text.replace(placeMark, '')),
  }))
  texts.set(Number(place[1]), { text: marked.replace(placeMark, ''), fonts })
}

type Piece = { text: string; font: string | undefined }

function collectText(element: Element, font: string | undefined, pieces: Piece[]): void {
  const own = element.type === 'run' ? (element.font ?? undefined) : font
  const add = (text: string) => pieces.push({ text: withoutSymbols(text, own), font: own })
  if (element.type === 'text') add(element.value ?? '')
  else if (element.type === 'tab') add('\t')
  else if (element.type === 'break') add('\n')
  else if (element.type === 'checkbox') add(element.checked ? '☒' : '☐')
  else for (const child of element.children ?? []) collectText(child, own, pieces)
}

const firstLine = (text: string): string => text.split('\n', 1)[0]?.slice(0, 200) ?? ''
