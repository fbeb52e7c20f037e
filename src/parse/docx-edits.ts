// Edits to the XML of a story: what goes out, what comes in, and what remains of drawings and formulas.
//
//   <w:drawing>… <w:txbxContent>…</w:txbxContent> …</w:drawing>  →  the text box alone, in a form that mammoth reads
import type { XmlTag } from './xml-scan.ts'

export type Edit = { start: number; end: number; insert: string }
export type Range = { start: number; end: number }
/** A drawing, a formula or a separator line while it is passed through. */
export type Region = Range & {
  kind: 'graphic' | 'formula' | 'separator'
  depth: number
  /** Text boxes inside, those of a Fallback apart: they repeat the others for older programs. */
  boxes: Range[]
  fallbackBoxes: Range[]
  boxDepth: number | null
  fallbackDepth: number | null
  hasPicture: boolean
  formula: string
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
    formula: '',
  }
}

const openBox = '<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">'
const closeBox = '</v:textbox></w:pict>'

/** Text boxes alone remain of a drawing, the letters of a formula; nothing of a separator line or a picture. */
export function editsOf(region: Region, end: number): Edit[] {
  const { kind, start, formula } = region
  if (kind === 'separator') return [{ start, end, insert: '' }]
  if (kind === 'formula')
    return [{ start, end, insert: `<w:r><w:t xml:space="preserve">${formula}</w:t></w:r>` }]
  const boxes = region.boxes.length > 0 ? region.boxes : region.fallbackBoxes
  if (boxes.length === 0) return region.hasPicture ? [{ start, end, insert: '' }] : []
  const edits: Edit[] = []
  let from = start
  for (const [i, box] of boxes.entries()) {
    edits.push({ start: from, end: box.start, insert: i === 0 ? openBox : '' })
    from = box.end
  }
  return [...edits, { start: from, end, insert: closeBox }]
}

/** Applies edits that may contain others: what lies inside a removed range goes with it. */
export function applyEdits(
  xml: string,
  edits: Edit[],
): { text: string; removed(at: number): boolean } {
  // Of two edits that begin together an insertion comes first; of two ranges the longer one, which holds the other.
  const rank = ({ start, end }: Edit) => (end === start ? Number.NEGATIVE_INFINITY : -end)
  edits.sort((a, b) => a.start - b.start || Math.sign(rank(a) - rank(b)) || 0)
  const pieces: string[] = []
  const gaps: Range[] = []
  let at = 0
  for (const { start, end, insert } of edits) {
    if (start < at) continue
    pieces.push(xml.slice(at, start), insert)
    if (end > start) gaps.push({ start, end })
    at = end
  }
  pieces.push(xml.slice(at))
  return {
    text: pieces.join(''),
    removed(position) {
      let low = 0
      let high = gaps.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((gaps[middle]?.end ?? 0) <= position) low = middle + 1
        else high = middle
      }
      const gap = gaps[low]
      return gap !== undefined && gap.start <= position
    },
  }
}
