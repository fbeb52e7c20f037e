// Takes a saved web page apart: headers, and the parts between its boundaries with their encodings. Bytes stay bytes, so
// that the page's own rules say which charset they are in.
//
//   Content-Type: multipart/related; boundary="----=_NextPart_000"   →   [text/html, image/jpeg, …]

export type Part = {
  /** "text/html", in small letters. */
  type: string
  charset: string | undefined
  /** How the bytes are written: "base64", "quoted-printable" or as they are. */
  encoding: string
  id: string | undefined
  location: string | undefined
  /** Where its bytes lie in the file. */
  start: number
  end: number
}

export type Parts = {
  headers: Map<string, string>
  parts: Part[]
  /** Whether the file ends with the boundary that closes it. */
  isWhole: boolean
}

const mostParts = 20_000
const longestHeaders = 64 * 1024
const deepest = 5

/** The parts of a file, those of parts within parts among them. Linear in the file; never throws. */
export function openParts(bytes: Uint8Array): Parts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { headers, end } = headersAt(file, 0, file.length)
  const parts: Part[] = []
  const isWhole = split(file, headers.get('content-type') ?? '', end, file.length, 0, parts)
  return { headers, parts, isWhole }
}

/** The bytes of a part as they were before they were written for mail. */
export function bytesOf(bytes: Uint8Array, { start, end, encoding }: Part): Uint8Array {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
  if (encoding === 'base64') return Buffer.from(written.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? fromQuotedPrintable(written) : written
}

/** Adds the parts between `from` and `to`; says whether the closing boundary was there. */
function split(
  file: Buffer,
  contentType: string,
  from: number,
  to: number,
  depth: number,
  parts: Part[],
): boolean {
  const boundary = parameter(contentType, 'boundary')
  if (!boundary || depth >= deepest) return true
  const mark = `--${boundary}`
  let at = nextMark(file, mark, from, to)
  while (at !== -1 && parts.length < mostParts) {
    const lineEnd = file.indexOf('\n', at)
    if (file.subarray(at + mark.length, at + mark.length + 2).toString('latin1') === '--')
      return true
    if (lineEnd === -1 || lineEnd >= to) return false
    const next = nextMark(file, mark, lineEnd, to)
    addPart(file, lineEnd + 1, next === -1 ? to : next, depth, parts)
    at = next
  }
  return false
}

/** The next boundary at the beginning of a line. */
function nextMark(file: Buffer, mark: string, from: number, to: number): number {
  for (let at = file.indexOf(mark, from, 'latin1'); at !== -1 && at < to; ) {
    if (at === 0 || file[at - 1] === 0x0a) return at
    at = file.indexOf(mark, at + 1, 'latin1')
  }
  return -1
}

function addPart(file: Buffer, start: number, end: number, depth: number, parts: Part[]): void {
  const { headers, end: headEnd } = headersAt(file, start, end)
  const contentType = headers.get('content-type') ?? 'text/plain'
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  if (type.startsWith('multipart/')) {
    split(file, contentType, headEnd, end, depth + 1, parts)
    return
  }
  parts.push({
    type,
    charset: parameter(contentType, 'charset'),
    encoding: (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase(),
    id: headers.get('content-id')?.trim(),
    location: headers.get('content-location')?.trim(),
    start: headEnd,
    end,
  })
}

/** Header lines up to the empty one, folded lines joined, names in small letters, the first of each. */
function headersAt(
  file: Buffer,
  start: number,
  to: number,
): { headers: Map<string, string>; end: number } {
  const limit = Math.min(to, start + longestHeaders)
  const headers = new Map<string, string>()
  let name = ''
  let at = start
  while (at < limit) {
    const newline = file.indexOf(0x0a, at)
    const lineEnd = newline === -1 || newline >= limit ? limit : newline
    const line = file.toString('utf8', at, lineEnd).replace(/\r$/, '')
    at = lineEnd + 1
    if (line === '') break
    const field = /^([A-Za-z][A-Za-z0-9-]{0,60}):\s*(.*)$/.exec(line)
    if (field?.[1]) {
      name = field[1].toLowerCase()
      if (headers.has(name)) name = ''
      else headers.set(name, field[2] ?? '')
    } else if (/^[ \t]/.test(line) && name !== '')
      headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`)
  }
  return { headers, end: Math.min(at, to) }
}

function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i').exec(
    header,
  )
  return match?.[1] ?? match?.[2]
}

function fromQuotedPrintable(written: Buffer): Uint8Array {
  const out = Buffer.alloc(written.length)
  let length = 0
  for (let i = 0; i < written.length; i++) {
    const byte = written[i] ?? 0
    if (byte !== 0x3d) {
      out[length++] = byte
      continue
    }
    const soft =
      written[i + 1] === 0x0a ? 1 : written[i + 1] === 0x0d && written[i + 2] === 0x0a ? 2 : 0
    if (soft > 0) {
      i += soft
      continue
    }
    const digits = written.toString('latin1', i + 1, i + 3)
    if (/^[0-9a-f]{2}$/i.test(digits)) {
      out[length++] = Number.parseInt(digits, 16)
      i += 2
    } else out[length++] = byte
  }
  return out.subarray(0, length)
}
