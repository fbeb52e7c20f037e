// The text of the paragraphs of a story, as mammoth reads it: fields, symbols, tracked changes, hyperlinks, text boxes.
// The only file that imports mammoth, which types nothing of the document it hands to a transform.
import mammoth from 'mammoth'
import { BadDocumentError, messageOf } from '../errors.ts'
import { placeMark } from './docx-story.ts'
import { writeStoredZip } from './zip-write.ts'

/** What is used of mammoth's document tree. */
type Element = {
  type: string
  value?: string
  checked?: boolean
  children?: Element[]
}

const contentTypes = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`

// mammoth trips over table styles where there is no styles part at all.
const noStyles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>`

/**
 * Texts of the paragraphs of a prepared story (see `prepareStory`) by their place marks; line breaks are "\n". Throws
 * BadDocumentError where mammoth cannot read the XML.
 */
export async function readParagraphs(xml: string, name: string): Promise<Map<number, string>> {
  // Only the checked XML of this one story goes in: no pictures, no relations, nothing that could be followed.
  const buffer = writeStoredZip([
    ['[Content_Types].xml', Buffer.from(contentTypes)],
    ['word/styles.xml', Buffer.from(noStyles)],
    ['word/document.xml', Buffer.from(xml)],
  ])
  const texts = new Map<number, string>()
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
  return texts
}

function collect(element: Element, texts: Map<number, string>): void {
  if (element.type !== 'paragraph') {
    for (const child of element.children ?? []) collect(child, texts)
    return
  }
  const text = textOf(element)
  const place = placeMark.exec(text)
  if (place) texts.set(Number(place[1]), text.replace(placeMark, ''))
}

function textOf(element: Element): string {
  switch (element.type) {
    case 'text':
      return element.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'checkbox':
      return element.checked ? '☒' : '☐'
    default:
      return (element.children ?? []).map(textOf).join('')
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0]?.slice(0, 200) ?? ''
