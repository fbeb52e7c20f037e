// The ordered list of all parsers. Each is loaded when the first document of its format comes, so that a child process
// reading plain text never loads pdf.js. A new format is one file and one line here.
import { ocrName } from './ocr/outcome.ts'
import type { Parser } from './parser.ts'

export type ParserEntry = {
  /** The parser's own name and version, known without loading it. */
  name: string
  mediaTypes: readonly string[]
  /** What the types are called in messages, e.g. "Word (.docx)". */
  called: string
  load(): Promise<Parser>
}

export const parsers: readonly ParserEntry[] = [
  {
    name: 'text/2',
    mediaTypes: ['text/plain'],
    called: 'plain text',
    load: async () => (await import('./text.ts')).text,
  },
  {
    name: 'html/2',
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    called: 'web pages (HTML)',
    load: async () => (await import('./html.ts')).html,
  },
  {
    name: 'pdf/2',
    mediaTypes: ['application/pdf'],
    called: 'PDF',
    load: async () => (await import('./pdf.ts')).pdf,
  },
  {
    name: 'docx/2',
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    called: 'Word (.docx)',
    load: async () => (await import('./docx.ts')).docx,
  },
  {
    name: 'doc/2',
    mediaTypes: ['application/msword'],
    called: 'Word 97–2003 (.doc)',
    load: async () => (await import('./doc.ts')).doc,
  },
  {
    name: 'rtf/1',
    mediaTypes: ['application/rtf'],
    called: 'rich text (RTF)',
    load: async () => (await import('./rtf.ts')).rtf,
  },
  {
    name: 'odt/1',
    mediaTypes: [
      'application/vnd.oasis.opendocument.text',
      'application/vnd.oasis.opendocument.text-template',
      'application/vnd.oasis.opendocument.text-flat-xml',
    ],
    called: 'OpenDocument text (.odt, .ott, .fodt)',
    load: async () => (await import('./odt.ts')).odt,
  },
  {
    name: 'spreadsheet/1',
    mediaTypes: [
      'application/vnd.ms-excel',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.oasis.opendocument.spreadsheet',
    ],
    called: 'spreadsheets (.xls, .xlsx, .ods)',
    load: async () => (await import('./spreadsheet.ts')).spreadsheet,
  },
  {
    name: 'pptx/1',
    mediaTypes: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    called: 'PowerPoint (.pptx)',
    load: async () => (await import('./pptx.ts')).pptx,
  },
  {
    name: 'ppt/1',
    mediaTypes: ['application/vnd.ms-powerpoint'],
    called: 'PowerPoint 97–2003 (.ppt)',
    load: async () => (await import('./ppt.ts')).ppt,
  },
  {
    name: 'eml/1',
    mediaTypes: ['message/rfc822'],
    called: 'e-mail messages (.eml)',
    load: async () => (await import('./eml.ts')).eml,
  },
  {
    name: 'mhtml/1',
    mediaTypes: ['multipart/related'],
    called: 'saved web pages (.mhtml)',
    load: async () => (await import('./mhtml.ts')).mhtml,
  },
  {
    name: 'zip/1',
    mediaTypes: ['application/zip'],
    called: 'ZIP archives',
    load: async () => (await import('./archive.ts')).archive,
  },
  {
    name: 'image/1',
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

/** Whether a parsed document was made by parsers of this version; "pdf/2+ocr/1" names two. */
export function isCurrentParser(made: string): boolean {
  return made.split('+').every((name) => currentNames.has(name))
}

const currentNames: ReadonlySet<string> = new Set([...parsers.map(({ name }) => name), ocrName])
