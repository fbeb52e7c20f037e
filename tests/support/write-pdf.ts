// Writes small PDFs for tests: text at places, in two fonts, with ruled lines. Every letter is half its size wide.
//
//   writePdf([{ texts: [{ x: 72, y: 92, text: 'Điều 1.', bold: true }] }])   →   the bytes of a one-page PDF

export type PlacedText = {
  /** Left end, and baseline from the top, in points. */
  x: number
  y: number
  text: string
  size?: number
  bold?: boolean
}

export type PageToWrite = {
  texts?: PlacedText[]
  /** Lines drawn from [x0, y0] to [x1, y1], y from the top. */
  rules?: Array<[number, number, number, number]>
  /** Draws a grey box over the page as a scanned picture would. */
  picture?: boolean
}

const width = 595
const height = 842

/** A4 pages as a PDF. `broken` replaces the content of pages, by index, with a reference to nothing readable. */
export function writePdf(
  pages: readonly PageToWrite[],
  options: { encrypted?: boolean; cyclicPages?: boolean; title?: string } = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const font = (name: string) => {
    const at = objects.length + 1
    add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /Identity-H /DescendantFonts [${at + 1} 0 R] /ToUnicode /Identity-H >>`,
    )
    add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${at + 2} 0 R >>`,
    )
    add(
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`,
    )
    return at
  }
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add('') // page tree, when the pages are known
  const regular = font('Serif')
  const bold = font('Serif-Bold')
  const picture = objects.length + 1
  add(
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\n\x7f\x7f\x7f\x7f\nendstream',
  )
  const kids: number[] = []
  for (const page of pages) {
    const content = contentOf(page)
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    const stream = objects.length
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${stream} 0 R /Resources << /Font << /F1 ${regular} 0 R /F2 ${bold} 0 R >> /XObject << /Im1 ${picture} 0 R >> >> >>`,
    )
    kids.push(objects.length)
  }
  const list = options.cyclicPages ? ['2 0 R', '2 0 R'] : kids.map((k) => `${k} 0 R`)
  objects[1] = `<< /Type /Pages /Kids [${list.join(' ')}] /Count ${Math.max(1, pages.length)} >>`
  let trailer = ''
  if (options.title) {
    add(`<< /Title (${options.title}) >>`)
    trailer += ` /Info ${objects.length} 0 R`
  }
  if (options.encrypted) {
    const bytes = (n: number) => `<${'5a'.repeat(n)}>`
    add(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${bytes(32)} /U ${bytes(32)} >>`)
    trailer += ` /Encrypt ${objects.length} 0 R /ID [${bytes(16)} ${bytes(16)}]`
  }
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const at of offsets) file += `${String(at).padStart(10, '0')} 00000 n \n`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (char) => char.charCodeAt(0))
}

function contentOf({ texts = [], rules = [], picture = false }: PageToWrite): string {
  const pieces: string[] = []
  if (picture) pieces.push(`q ${width} 0 0 ${height} 0 0 cm /Im1 Do Q`)
  for (const [x0, y0, x1, y1] of rules)
    pieces.push(`0.5 w ${x0} ${height - y0} m ${x1} ${height - y1} l S`)
  for (const { x, y, text, size = 12, bold = false } of texts) {
    const codes = Array.from({ length: text.length }, (_, i) =>
      text.charCodeAt(i).toString(16).padStart(4, '0'),
    ).join('')
    pieces.push(
      `BT /${bold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${codes}> Tj ET`,
    )
  }
  return pieces.join('\n')
}

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
