// Writes small PDFs for tests: text at places, in any fonts, with ruled lines. Every letter is half its size wide.
//
//   writePdf([{ texts: [{ x: 72, y: 92, text: 'Điều 1.', bold: true }] }])   →   the bytes of a one-page PDF
import { type FileOptions, stream, writeObjects } from './write-pdf-objects.ts'

export type PlacedText = {
  /** Left end, and baseline from the top, in points. */
  x: number
  y: number
  text: string
  size?: number
  bold?: boolean
  /** Name of the font, ".VnTime" say; one that begins with "Unmapped" does not say what its glyphs are. */
  font?: string
  /** How letters are drawn: 3 is not at all, as OCR programs lay text under a scan. */
  mode?: number
  /** The layer it stands on. */
  layer?: 'shown' | 'hidden'
  /** Degrees that it is turned, anticlockwise. */
  turned?: number
}

export type PageToWrite = {
  texts?: PlacedText[]
  /** Lines drawn from [x0, y0] to [x1, y1], y from the top. */
  rules?: Array<[number, number, number, number]>
  /** Draws a grey box over the page as a scanned picture would. */
  picture?: boolean
  /** Width and height in points; A4 if not given. */
  size?: [number, number]
  /** Degrees that a viewer turns the page clockwise. */
  rotate?: number
  /** Operators in place of the texts. */
  content?: string
  /** Dictionaries of annotations; `§` in them stands for the number of the regular font. */
  annotations?: string[]
}

export type PdfOptions = FileOptions & {
  /** With a key that nobody knows. */
  encrypted?: boolean
  /** A page tree that holds itself. */
  cyclicPages?: boolean
  title?: string
  /** Further objects, and what the catalog and the resources of every page say; `¤1` stands for the first of them. */
  objects?: string[]
  catalog?: string
  resources?: string
  fields?: boolean
}

const a4: [number, number] = [595, 842]

/** Pages as a PDF. */
export function writePdf(pages: readonly PageToWrite[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  add('') // catalog
  add('') // page tree
  const fonts = new Map<string, number>()
  const names = pages.flatMap((page) => (page.texts ?? []).map(fontOf))
  for (const name of new Set(['Serif', ...names])) fonts.set(name, addFont(objects, name))
  const layers = ['shown', 'hidden'].map((name) => add(`<< /Type /OCG /Name (${name}) >>`))
  const picture = add(
    stream(
      '\x7f\x7f\x7f\x7f',
      ' /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8',
    ),
  )
  const first = objects.length + 1
  const refer = (text = '') =>
    text
      .replace(/¤(\d+)/g, (_, n) => `${first + Number(n) - 1}`)
      .replace(/§/g, `${fonts.get('Serif')}`)
  for (const body of options.objects ?? []) add(refer(body))
  const fontList = [...fonts].map(([, at]) => `/F${at} ${at} 0 R`).join(' ')
  const kids: number[] = []
  const fields: number[] = []
  for (const page of pages) {
    const [width, height] = page.size ?? a4
    const content = add(stream(page.content ?? contentOf(page, fonts, height, width)))
    const annotations = (page.annotations ?? []).map((body) => add(refer(body)))
    fields.push(...annotations)
    const resources = `/Font << ${fontList} >> /XObject << /Im1 ${picture} 0 R ${refer(options.resources)} >> /Properties << /shown ${layers[0]} 0 R /hidden ${layers[1]} 0 R >>`
    const turn = page.rotate ? ` /Rotate ${page.rotate}` : ''
    const annots = annotations.map((at) => `${at} 0 R`).join(' ')
    kids.push(
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}]${turn} /Contents ${content} 0 R /Annots [${annots}] /Resources << ${resources} >> >>`,
      ),
    )
  }
  const list = options.cyclicPages ? ['2 0 R', '2 0 R'] : kids.map((k) => `${k} 0 R`)
  objects[1] = `<< /Type /Pages /Kids [${list.join(' ')}] /Count ${options.cyclicPages ? 1 : pages.length} >>`
  const form = options.fields
    ? `/AcroForm << /Fields [${fields.map((at) => `${at} 0 R`).join(' ')}] /DA (/Helv 12 Tf) /DR << /Font << /Helv ${fonts.get('Serif')} 0 R >> >> >>`
    : ''
  objects[0] = `<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [${layers.map((at) => `${at} 0 R`).join(' ')}] /D << /OFF [${layers[1]} 0 R] >> >> ${form} ${refer(options.catalog)} >>`
  let trailer = options.trailer ?? ''
  if (options.title) trailer += ` /Info ${add(`<< /Title (${options.title}) >>`)} 0 R`
  if (options.encrypted) {
    const bytes = (n: number) => `<${'5a'.repeat(n)}>`
    const at = add(
      `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${bytes(32)} /U ${bytes(32)} >>`,
    )
    trailer += ` /Encrypt ${at} 0 R /ID [${bytes(16)} ${bytes(16)}]`
  }
  return writeObjects(objects, { ...options, trailer })
}

const fontOf = ({ font, bold = false }: PlacedText): string =>
  font ?? (bold ? 'Serif-Bold' : 'Serif')

/** A font whose codes are the characters themselves. Gives the number of its object. */
function addFont(objects: string[], name: string): number {
  const at = objects.length + 1
  const map = name.startsWith('Unmapped') ? '' : '/ToUnicode /Identity-H'
  objects.push(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] ${map} >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${at + 2} 0 R >>`,
    `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`,
  )
  return at
}

function contentOf(
  { texts = [], rules = [], picture = false }: PageToWrite,
  fonts: ReadonlyMap<string, number>,
  height: number,
  width: number,
): string {
  const pieces: string[] = []
  if (picture) pieces.push(`q ${width} 0 0 ${height} 0 0 cm /Im1 Do Q`)
  for (const [x0, y0, x1, y1] of rules)
    pieces.push(`0.5 w ${x0} ${height - y0} m ${x1} ${height - y1} l S`)
  for (const placed of texts) {
    const { x, y, text, size = 12, mode = 0, layer, turned = 0 } = placed
    const angle = (turned * Math.PI) / 180
    const [c, s] = [Math.cos(angle), Math.sin(angle)].map((n) => Number(n.toFixed(6)))
    const shown = `BT ${mode} Tr /F${fonts.get(fontOf(placed))} ${size} Tf ${c} ${s} ${-(s ?? 0)} ${c} ${x} ${height - y} Tm ${hexOf(text)} Tj ET`
    pieces.push(layer ? `/OC /${layer} BDC ${shown} EMC` : shown)
  }
  return pieces.join('\n')
}

/** A text in the codes of the fonts here: "<0041>". */
export const hexOf = (text: string): string =>
  `<${Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  ).join('')}>`

/** Lines of running text down a page from `y`, `leading` apart; [indent, text] pairs or plain text at the left margin. */
export function placeLines(
  lines: ReadonlyArray<string | [number, string]>,
  { x = 72, y = 100, leading = 16 }: { x?: number; y?: number; leading?: number } = {},
): PlacedText[] {
  return lines.map((line, i) => {
    const [indent, text] = typeof line === 'string' ? [0, line] : line
    return { x: x + indent, y: y + i * leading, text }
  })
}
