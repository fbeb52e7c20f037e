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
]

/** The parser of a media type; null where there is none yet. */
export function parserOf(
  mediaType: string,
  among: readonly ParserEntry[] = parsers,
): ParserEntry | null {
  return among.find((entry) => entry.mediaTypes.includes(mediaType)) ?? null
}
