// Whether a link leads to a file, by its address and by what it says of itself.
//
//   /uploads/2023/KH-12.pdf   /documents/20181/ke-hoach.docx/1a2b…   /tin-tuc/bai-41.html?download=1&id=0   /download/down/?id=7
import { parametersOf } from './canonical-url.ts'

export type AttachmentFormat =
  | 'pdf'
  | 'doc'
  | 'docx'
  | 'xls'
  | 'xlsx'
  | 'ppt'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'rtf'
  | 'csv'
  | 'zip'
  | 'rar'
  | '7z'
  /** The address does not say. */
  | 'unknown'

const formats: ReadonlySet<string> = new Set(
  'pdf doc docx xls xlsx ppt pptx odt ods odp rtf csv zip rar 7z'.split(' '),
)
/** What Office calls the same with macros in it, or a form of it. */
const alike: ReadonlyMap<string, AttachmentFormat> = new Map([
  ['docm', 'docx'],
  ['dotx', 'docx'],
  ['dot', 'doc'],
  ['xlsm', 'xlsx'],
  ['xlsb', 'xlsx'],
  ['pps', 'ppt'],
  ['ppsx', 'pptx'],
  ['pptm', 'pptx'],
])

/** Parts of paths behind which files are given out. */
const givesFiles =
  /^(?:download|downloads|downloadfile|download-?file|getfile|get-?file|taive|tai-ve|tai-file|attachment|attachments|file-?download|xemfile|viewfile|view-?file)(?:\.(?:ashx|aspx|php))?$/i
const pageEnding = /\.(?:html?|shtml|aspx|php|asp|jsp)$/i

/** The format of the file a link leads to; null where it leads to a page. */
export function attachmentFormatOf(link: {
  url: string
  download: boolean
}): AttachmentFormat | null {
  const url = new URL(link.url)
  const named = namedFormat(url)
  if (named) return named
  if (link.download) return isPicture(url.pathname) ? null : 'unknown'
  return isDownload(url) ? 'unknown' : null
}

/** The format that the name of a file in the address says. */
export function namedFormat(url: URL): AttachmentFormat | null {
  const parts = url.pathname.split('/').filter((part) => part !== '')
  // Liferay and Domino have a number behind the name: "ke-hoach.pdf/1a2b3c", "…/$file/QD.doc".
  for (const part of parts.slice(-2).reverse()) {
    const format = formatOf(part)
    if (format) return format
  }
  for (const { value } of parametersOf(url)) {
    const format = value.length < 400 ? formatOf(value) : null
    if (format) return format
  }
  return null
}

function formatOf(name: string): AttachmentFormat | null {
  const ending = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return formats.has(ending) ? (ending as AttachmentFormat) : (alike.get(ending) ?? null)
}

function isDownload(url: URL): boolean {
  const parameters = parametersOf(url)
  const value = (name: string) =>
    parameters.find((parameter) => parameter.name.toLowerCase() === name)?.value
  // NukeViet: an article's files are its own address with "download=1".
  if (value('download') !== undefined && value('download') !== '0') return true
  if (value('nv') === 'download' && /^(?:down|download)/.test(value('op') ?? '')) return true
  if (
    /^(?:down|download|getfile|taive)$/i.test(value('op') ?? value('action') ?? value('task') ?? '')
  )
    return true
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const at = parts.findIndex((part) => givesFiles.test(part))
  if (at === -1) return false
  const last = parts.at(-1) ?? ''
  // "/download/" and "/download/Van-ban/" are lists of NukeViet's, "/download/ke-hoach-7.html" a page about a file.
  if (/\.(?:ashx|aspx|php)$/i.test(last) && givesFiles.test(last)) return parameters.length > 0
  if (pageEnding.test(last)) return false
  if (parameters.some(({ name, value: id }) => /id|file|key|ma/i.test(name) && id !== ''))
    return true
  return at < parts.length - 1 && /\d/.test(last) && !url.pathname.endsWith('/')
}

const isPicture = (path: string): boolean => /\.(?:jpe?g|png|gif|webp|svg|bmp)$/i.test(path)
