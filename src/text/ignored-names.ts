// Files in folders and archives that nobody meant as documents: hidden ones, unfinished downloads and copies, what editors
// and systems leave behind.

const ignoredNames = new Set([
  'thumbs.db',
  'desktop.ini',
  '@eadir',
  '#recycle',
  '$recycle.bin',
  'system volume information',
  'lost+found',
  '__macosx',
])
/** Of downloads and copies under way: browsers, WinSCP, rsync, Nextcloud; and of Word's own work. */
const unfinished = /\.(?:part|partial|filepart|crdownload|opdownload|download|tmp)$/

/** Whether a file or folder of this name is passed over: ".DS_Store", "~$bao-cao.docx", "tep.pdf.part", "@eaDir". */
export function isIgnoredName(name: string): boolean {
  const lower = name.toLowerCase()
  return (
    lower.startsWith('.') ||
    lower.startsWith('~$') ||
    unfinished.test(lower) ||
    ignoredNames.has(lower)
  )
}
