// Files in folders and archives that nobody meant as documents: hidden ones, unfinished downloads, what systems leave
// behind.

const ignoredNames = new Set(['thumbs.db', 'desktop.ini', '@eadir', '__macosx'])

/** Whether a file or folder of this name is passed over: ".DS_Store", "~$bao-cao.docx", "tep.pdf.part", "@eaDir". */
export function isIgnoredName(name: string): boolean {
  const lower = name.toLowerCase()
  return (
    lower.startsWith('.') ||
    lower.startsWith('~$') ||
    lower.endsWith('.part') ||
    lower.endsWith('.crdownload') ||
    ignoredNames.has(lower)
  )
}
