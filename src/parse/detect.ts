// Knows the type of a file by its content; names and extensions lie.
//
//   detectMediaType(bytesOf('%PDF-1.4 …'))  →  'application/pdf'
import { BadDocumentError } from '../errors.ts'
import { looksLikeText } from './charset.ts'
import { openContainer } from './doc/container.ts'
import { unknownType } from './media-types.ts'
import { listZip, storedText } from './zip-directory.ts'

/** The media type of a file's bytes; 'application/octet-stream' where nothing known is recognised. */
export function detectMediaType(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
  for (const [signature, mediaType] of signatures)
    if (head.subarray(0, signature.length).equals(signature)) return mediaType
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return zipType(bytes, head)
  if (startsWith(head, '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return oleType(bytes)
  if (startsWith(head, 'RIFF') && head.toString('latin1', 8, 12) === 'WEBP') return 'image/webp'
  const pdfAt = head.subarray(0, 1024 + 5).indexOf('%PDF-', 0, 'latin1')
  if (pdfAt === 0) return 'application/pdf'
  // Mail gateways and broken downloads put junk before the header; every reader allows a kilobyte of it.
  if (pdfAt > 0 && bytes.byteLength > pdfAt + 200 && !/<html|<!doctype/i.test(latin1(head)))
    return 'application/pdf'
  if (!looksLikeText(bytes)) return unknownType
  return markupType(asText(head)) ?? 'text/plain'
}

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')

const signatures: ReadonlyArray<readonly [Buffer, string]> = [
  [bytesOf('\x89PNG\r\n\x1A\n'), 'image/png'],
  [bytesOf('\xFF\xD8\xFF'), 'image/jpeg'],
  [bytesOf('GIF87a'), 'image/gif'],
  [bytesOf('GIF89a'), 'image/gif'],
  [bytesOf('II*\0'), 'image/tiff'],
  [bytesOf('MM\0*'), 'image/tiff'],
  [bytesOf('{\\rtf'), 'application/rtf'],
  [bytesOf('\x1F\x8B\x08'), 'application/gzip'],
  [bytesOf('7z\xBC\xAF\x27\x1C'), 'application/x-7z-compressed'],
  [bytesOf('Rar!\x1A\x07'), 'application/vnd.rar'],
]

const startsWith = (head: Buffer, text: string): boolean =>
  head.subarray(0, text.length).equals(bytesOf(text))

const latin1 = (head: Buffer): string => head.toString('latin1')

/** The beginning as text good enough to see tags in: UTF-16 loses its zero bytes, the rest is read byte by byte. */
function asText(head: Buffer): string {
  const text = latin1(head).replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
  return text.replaceAll('\0', '')
}

const openXml: ReadonlyArray<readonly [string, string]> = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

function zipType(bytes: Uint8Array, head: Buffer): string {
  const entries = listZip(bytes)
  // A file that was cut off has lost its directory; its first members still tell what it was.
  const names = entries?.map((entry) => entry.name) ?? [latin1(head)]
  const mimetype = entries?.find((entry) => entry.name === 'mimetype')
  if (mimetype) {
    const declared = storedText(bytes, mimetype).trim()
    if (/^application\/[a-z0-9.+-]+$/.test(declared)) return declared
  }
  if (names.some((name) => name.includes('[Content_Types].xml') || name.includes('_rels/'))) {
    for (const [folder, mediaType] of openXml)
      if (names.some((name) => (entries ? name.startsWith(folder) : name.includes(folder))))
        return mediaType
    if (!entries) return openXml[0]?.[1] ?? unknownType
  }
  return 'application/zip'
}

const oleStreams: ReadonlyArray<readonly [string, string]> = [
  ['EncryptedPackage', 'application/x-encrypted-office'],
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['Book', 'application/vnd.ms-excel'],
]

/**
 * OLE containers name their streams in UTF-16 in the directory, wherever that lies. A workbook with a Word document put into
 * it has the names of both: then the streams at the top decide.
 */
function oleType(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const named = oleStreams.filter(([stream]) =>
    file.includes(Buffer.from(`${stream}\0`, 'utf16le')),
  )
  const types = new Set(named.map(([, mediaType]) => mediaType))
  if (types.size < 2) return named[0]?.[1] ?? 'application/x-ole-storage'
  try {
    const container = openContainer(bytes, 'file')
    const top = named.find(([stream]) => container.stream(stream))
    if (top) return top[1]
  } catch (error) {
    // A damaged container: its parser says what is wrong with it.
    if (!(error instanceof BadDocumentError)) throw error
  }
  return named[0]?.[1] ?? 'application/x-ole-storage'
}

const leading =
  /^(?:\s+|<!--(?:(?!-->)[\s\S]){0,2000}-->|<\?xml[^>]{0,200}\?>|<%(?:(?!%>)[\s\S]){0,500}%>)/
const htmlStart =
  /^<(?:!doctype\s+html|(?:html|head|body|title|meta|link|script|style|base|div|p|figure|table|tr|td|article|section|main|header|nav|span|center|font|h[1-6]|ul|ol|a|b|strong|em|i|br|img|form|iframe)(?=[\s/>]))/i

/** HTML, other XML, mail and MHTML, by what stands first; null for anything else. */
function markupType(text: string): string | null {
  let rest = text
  for (let match = leading.exec(rest); match; match = leading.exec(rest))
    rest = rest.slice(match[0].length)
  if (htmlStart.test(rest)) return hasTags(rest) ? 'text/html' : null
  if (/^<!doctype\s+svg|^<svg[\s>]/i.test(rest)) return 'image/svg+xml'
  if (
    rest.startsWith('<office:document ') &&
    text.includes('office:mimetype="application/vnd.oasis.opendocument.text"')
  )
    return 'application/vnd.oasis.opendocument.text-flat-xml'
  if (/^\s*<\?xml/i.test(text)) return 'application/xml'
  const headers = /^(?:[A-Za-z][A-Za-z-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}/.exec(text)
  if (headers && /^mime-version:/im.test(headers[0]))
    // Messages with a picture in their text are put together like saved pages, which were never sent.
    return /^content-type:\s*multipart\/related/im.test(headers[0]) &&
      !/^(?:to|cc|bcc|received|message-id|return-path|delivered-to):/im.test(headers[0])
      ? 'multipart/related'
      : 'message/rfc822'
  if (headers && /^(?:received|message-id|return-path):/im.test(headers[0])) return 'message/rfc822'
  return null
}

/** A document type, or at least two tags, one of them of a form that nobody writes by hand: one "<b>" at the start of a note is not a page. */
function hasTags(text: string): boolean {
  if (/^<(?:!doctype|html|head|body)/i.test(text)) return true
  return (
    (text.match(/<\/?[a-z][a-z0-9]*(?=[\s/>])/gi)?.length ?? 0) >= 2 &&
    /<\/|<br\b|<[a-z][a-z0-9]*\s[^<>]{0,80}?=["']/i.test(text)
  )
}
