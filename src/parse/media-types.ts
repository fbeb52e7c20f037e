// The media types that files are recognised as, and what they are called in messages to a reader.

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const unknownType = 'application/octet-stream'

const names: ReadonlyMap<string, string> = new Map([
  ['text/plain', 'plain text'],
  ['text/html', 'a web page (HTML)'],
  ['application/pdf', 'a PDF'],
  [docxType, 'a Word document (.docx)'],
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'an Excel workbook (.xlsx)',
  ],
  [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'a PowerPoint presentation (.pptx)',
  ],
  ['application/vnd.oasis.opendocument.text', 'an OpenDocument text (.odt)'],
  ['application/vnd.oasis.opendocument.text-template', 'an OpenDocument template (.ott)'],
  ['application/vnd.oasis.opendocument.text-flat-xml', 'a flat OpenDocument text (.fodt)'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (.ods)'],
  ['application/vnd.oasis.opendocument.presentation', 'an OpenDocument presentation (.odp)'],
  ['application/epub+zip', 'an e-book (EPUB)'],
  ['application/zip', 'a ZIP archive'],
  ['application/gzip', 'a gzip archive'],
  ['application/x-7z-compressed', 'a 7-Zip archive'],
  ['application/vnd.rar', 'a RAR archive'],
  ['application/msword', 'a Word 97–2003 document (.doc)'],
  ['application/vnd.ms-excel', 'an Excel 97–2003 workbook (.xls)'],
  ['application/vnd.ms-powerpoint', 'a PowerPoint 97–2003 presentation (.ppt)'],
  ['application/x-ole-storage', 'an OLE container of an unknown program'],
  ['application/rtf', 'rich text (RTF)'],
  ['multipart/related', 'a saved web page (MHTML)'],
  ['message/rfc822', 'an e-mail message'],
  ['application/xml', 'an XML file'],
  ['image/png', 'a PNG picture'],
  ['image/jpeg', 'a JPEG picture'],
  ['image/gif', 'a GIF picture'],
  ['image/tiff', 'a TIFF picture'],
  ['image/bmp', 'a BMP picture'],
  ['image/webp', 'a WebP picture'],
  ['image/svg+xml', 'an SVG picture'],
])

/** What a media type is called in a sentence: "a Word document (.docx)". */
export function describeMediaType(mediaType: string): string {
  return names.get(mediaType) ?? 'a file of an unknown kind'
}
