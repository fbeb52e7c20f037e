// The ordered list of all parsers. Each is loaded when the first document of its format comes, so that a child process
// reading plain text never loads pdf.js. A new format is one file and one line here.
import type { Parser } from './parser.ts'

export type ParserEntry = {
  mediaTypes: readonly string[]
  /** What the types are called in messages, e.g. "Word (.docx)". */
  called: string
  load(): Promise<Parser>
}

export const parsers: readonly ParserEntry[] = [
  {
    mediaTypes: ['text/plain'],
    called: 'plain text',
    load: async () => (await import('./text.ts')).text,
  },
  {
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    called: 'web pages (HTML)',
    load: async () => (await import('./html.ts')).html,
  },
  {
    mediaTypes: ['application/pdf'],
    called: 'PDF',
    load: async () => (await import('./pdf.ts')).pdf,
  },
  {
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    called: 'Word (.docx)',
    load: async () => (await import('./docx.ts')).docx,
  },
  {
    mediaTypes: ['application/msword'],
    called: 'Word 97–2003 (.doc)',
    load: async () => (await import('./doc.ts')).doc,
  },
  {
    mediaTypes: ['application/rtf'],
    called: 'rich text (RTF)',
    load: async () => (await import('./rtf.ts')).rtf,
  },
  {
    mediaTypes: [
      'application/vnd.oasis.opendocument.text',
      'application/vnd.oasis.opendocument.text-template',
      'application/vnd.oasis.opendocument.text-flat-xml',
    ],
    called: 'OpenDocument text (.odt, .ott, .fodt)',
    load: async () => (await import('./odt.ts')).odt,
  },
  {
    mediaTypes: [
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.oasis.opendocument.spreadsheet',
    ],
    called: 'spreadsheets (.xls, .xlsx, .ods)',
    load: async () => (await import('./spreadsheet.ts')).spreadsheet,
  },
  {
    mediaTypes: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    called: 'PowerPoint (.pptx)',
    load: async () => (await import('./pptx.ts')).pptx,
  },
  {
    mediaTypes: ['application/vnd.ms-powerpoint'],
    called: 'PowerPoint 97–2003 (.ppt)',
    load: async () => (await import('./ppt.ts')).ppt,
  },
  {
    mediaTypes: ['message/rfc822'],
    called: 'e-mail messages (.eml)',
    load: async () => (await import('./eml.ts')).eml,
  },
  {
    mediaTypes: ['multipart/related'],
    called: 'saved web pages (.mhtml)',
    load: async () => (await import('./mhtml.ts')).mhtml,
  },
  {
    mediaTypes: ['application/zip'],
    called: 'ZIP archives',
    load: async () => (await import('./archive.ts')).archive,
  },
  {
    mediaTypes: ['image/png', 'image/jpeg', 'image/tiff'],
    called: 'pictures (PNG, JPEG, TIFF) by OCR',
    load: async () => (await import('./image.ts')).image,
  },
]

/** The parser of a media type; null where there is none yet. */
export function parserOf(
  mediaType: string,
  among: readonly ParserEntry[] = parsers,
): ParserEntry | null {
  return among.find((entry) => entry.mediaTypes.includes(mediaType)) ?? null
}
