// Errors that pdf.js throws into promises which nobody waits for, while it reads damaged files. Whoever asked for the page
// gets its error as well, or the page without what was damaged.
const strayNames = new Set([
  'ParserEOFException',
  'XRefEntryException',
  'XRefParseException',
  'FormatError',
  'MissingDataException',
  'InvalidPDFException',
  'UnknownErrorException',
  'AbortException',
])

/** Whether an unhandled rejection is one of these, and no mistake of ours. */
export function isStrayOfPdf(error: unknown): boolean {
  return error instanceof Error && strayNames.has(error.name)
}
