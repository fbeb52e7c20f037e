// Parts of a story that are read in another way than the rest: of a drawing the text boxes remain, each once; of a formula
// the letters; of a note's separator, a phonetic guide and the like nothing.
//
//   <w:drawing>… <w:txbxContent>…</w:txbxContent> …</w:drawing>  →  the text box alone, in a form that mammoth reads
import type { XmlTag } from '../xml-scan.ts'
import type { Edit, Range } from './edits.ts'

export type Region = Range & {
  kind: 'graphic' | 'formula' | 'dropped'
  depth: number
  /** Text boxes inside, those of a Fallback apart: they repeat the others for older programs. */
  boxes: Range[]
  fallbackBoxes: Range[]
  boxDepth: number | null
  fallbackDepth: number | null
  hasPicture: boolean
  /** What stands in each Choice of an AlternateContent. */
  choices: Range[]
  hasFallback: boolean
  formula: string[]
}

const graphics = new Set(['mc:AlternateContent', 'w:drawing', 'w:pict', 'w:object'])
const formulas = new Set(['m:oMathPara', 'm:oMath'])

/** The region that an open tag begins; null for none. */
export function regionAt(
  tag: XmlTag,
  attribute: (name: string) => string | undefined,
): Region | null {
  const { name } = tag
  const kind = graphics.has(name)
    ? 'graphic'
    : formulas.has(name)
      ? 'formula'
      : // The phonetic guide above a character; the former properties of a tracked change.
        name === 'w:rt' || isSeparator(name, attribute)
        ? 'dropped'
        : null
  return kind === null || tag.empty ? null : newRegion(tag, kind)
}

/** A region that begins with a tag. */
export function newRegion(tag: XmlTag, kind: Region['kind']): Region {
  return {
    kind,
    start: tag.start,
    end: tag.end,
    depth: tag.depth,
    boxes: [],
    fallbackBoxes: [],
    boxDepth: null,
    fallbackDepth: null,
    hasPicture: tag.name !== 'mc:AlternateContent',
    choices: [],
    hasFallback: false,
    formula: [],
  }
}

/** The lines above footnotes are notes of a type of their own. */
function isSeparator(name: string, attribute: (name: string) => string | undefined): boolean {
  if (name !== 'w:footnote' && name !== 'w:endnote') return false
  const type = attribute('type')
  return type !== undefined && type !== 'normal'
}

/** Notes what a region has inside. */
export function followRegion(region: Region, tag: XmlTag, xml: string): void {
  const boxes = () => (region.fallbackDepth === null ? region.boxes : region.fallbackBoxes)
  if (tag.kind === 'open') {
    if (tag.name === 'mc:Fallback') {
      region.fallbackDepth ??= tag.depth
      region.hasFallback = true
    } else if (tag.name === 'mc:Choice' && tag.depth === region.depth + 1)
      region.choices.push({ start: tag.end, end: tag.end })
    else if (tag.name === 'w:drawing' || tag.name === 'w:pict') region.hasPicture = true
    else if (tag.name === 'm:t' && !tag.empty)
      region.formula.push(xml.slice(tag.end, xml.indexOf('<', tag.end)))
    else if (tag.name === 'w:txbxContent' && region.boxDepth === null && !tag.empty) {
      region.boxDepth = tag.depth
      boxes().push({ start: tag.start, end: tag.end })
    }
  } else if (region.fallbackDepth === tag.depth && tag.name === 'mc:Fallback')
    region.fallbackDepth = null
  else if (tag.name === 'mc:Choice' && tag.depth === region.depth + 1) {
    const choice = region.choices.at(-1)
    if (choice) choice.end = tag.start
  } else if (region.boxDepth === tag.depth && tag.name === 'w:txbxContent') {
    region.boxDepth = null
    const box = boxes().at(-1)
    if (box) box.end = tag.end
  }
}

const openBox = '<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">'
const closeBox = '</v:textbox></w:pict>'

/** Text boxes alone remain of a drawing, the letters of a formula; nothing of what is dropped or of a picture. */
export function editsOf(region: Region, end: number): Edit[] {
  const { kind, start, formula } = region
  if (kind === 'dropped') return [{ start, end, insert: '' }]
  if (kind === 'formula')
    return [
      { start, end, insert: `<w:r><w:t xml:space="preserve">${formula.join('')}</w:t></w:r>` },
    ]
  const boxes = region.boxes.length > 0 ? region.boxes : region.fallbackBoxes
  if (boxes.length === 0)
    return region.hasPicture ? [{ start, end, insert: '' }] : chosen(region, end)
  const edits: Edit[] = []
  let from = start
  for (const [i, box] of boxes.entries()) {
    edits.push({ start: from, end: box.start, insert: i === 0 ? openBox : '' })
    from = box.end
  }
  return [...edits, { start: from, end, insert: closeBox }]
}

/** Of text in two versions mammoth reads the Fallback; without one the first Choice stands. */
function chosen({ start, choices, hasFallback }: Region, end: number): Edit[] {
  const [first] = choices
  if (hasFallback) return choices.map((choice) => ({ ...choice, insert: '' }))
  if (!first) return []
  return [
    { start, end: first.start, insert: '' },
    { start: first.end, end, insert: '' },
  ]
}
