// Writes PDFs and TIFFs of scanned pages for tests of OCR, as scanners and copiers make them.

export type ScannedPage = {
  /** The picture that fills the page; a page without one has only its text layer. */
  jpeg?: Buffer
  /** Size of the picture in pixels, as the file says. */
  width?: number
  height?: number
  /** Lines of the text layer in Latin-1: under the picture where there is one, as OCR programs lay it. */
  layer?: readonly string[]
  /** Degrees that a viewer turns the page clockwise. */
  rotate?: number
  /** Size of the page in points; A4 if not given. */
  size?: readonly [number, number]
}

/** A PDF of such pages. */
export function scannedPdf(pages: readonly ScannedPage[]): Uint8Array {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = pieces[0]?.length ?? 0
  const write = (...parts: Array<string | Buffer>) => {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
      pieces.push(bytes)
      length += bytes.length
    }
  }
  const object = (...parts: Array<string | Buffer>) => {
    offsets.push(length)
    write(`${offsets.length} 0 obj\n`, ...parts, '\nendobj\n')
  }
  const first = 4
  const kids = pages.map((_, i) => `${first + 3 * i} 0 R`).join(' ')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [i, page] of pages.entries()) {
    const at = first + 3 * i
    const [wide, high] = page.size ?? [595, 842]
    const content = contentOf(page, wide, high)
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Rotate ${page.rotate ?? 0} /Contents ${at + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /Im ${at + 2} 0 R >> >> >>`,
    )
    object(`<< /Length ${content.length} >>\nstream\n`, content, '\nendstream')
    const { jpeg = Buffer.alloc(0), width = 1, height = 1 } = page
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    )
  }
  const start = length
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`)
  for (const at of offsets) write(`${String(at).padStart(10, '0')} 00000 n \n`)
  write(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(pieces)
}

function contentOf({ jpeg, layer = [] }: ScannedPage, wide: number, high: number): Buffer {
  const lines = layer.map((line, i) => {
    const escaped = line.replace(/[\\()]/g, '\\$&')
    return `BT ${jpeg ? 3 : 0} Tr /F 12 Tf 60 ${high - 60 - 16 * i} Td (${escaped}) Tj ET`
  })
  const picture = jpeg ? [`q ${wide} 0 0 ${high} 0 0 cm /Im Do Q`] : []
  return Buffer.from([...picture, ...lines].join('\n'), 'latin1')
}

/** A TIFF of grey pages that are not packed. */
export function greyTiff(
  pages: ReadonlyArray<{ width: number; height: number; pixels: Uint8Array }>,
): Buffer {
  const head = Buffer.from('49492a0000000000', 'hex')
  const pieces: Buffer[] = [head]
  let at = 8
  let pointer = { piece: head, offset: 4 }
  for (const { width, height, pixels } of pages) {
    const fields = [
      [256, width],
      [257, height],
      [258, 8],
      [259, 1],
      [262, 1],
      [273, at],
      [277, 1],
      [278, height],
      [279, pixels.length],
    ]
    const pad = pixels.length % 2
    pointer.piece.writeUInt32LE(at + pixels.length + pad, pointer.offset)
    const directory = Buffer.alloc(2 + 12 * fields.length + 4)
    directory.writeUInt16LE(fields.length, 0)
    for (const [i, [tag = 0, value = 0]] of fields.entries()) {
      directory.writeUInt16LE(tag, 2 + 12 * i)
      directory.writeUInt16LE(4, 4 + 12 * i)
      directory.writeUInt32LE(1, 6 + 12 * i)
      directory.writeUInt32LE(value, 10 + 12 * i)
    }
    pieces.push(Buffer.from(pixels), Buffer.alloc(pad), directory)
    at += pixels.length + pad + directory.length
    pointer = { piece: directory, offset: directory.length - 4 }
  }
  return Buffer.concat(pieces)
}
