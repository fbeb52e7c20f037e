// What every parser is: bytes of one format in, the text in blocks out. `parsers.ts` lists them all.
//
//   export const docx: Parser = { name: 'docx/1', mediaTypes: [docxType], async parse({ bytes, name, limits }) { … } }
import type { ParsedDocument } from '../model.ts'

/** The most that one document may cost. Everything a parser does beyond its own care is ended by the reader. */
export type ParseLimits = {
  /** Largest file that is looked at at all. */
  inputBytes: number
  /** Largest parsed document, as the JSON that crosses from the child process. */
  outputBytes: number
  /** Longest time for one document. */
  totalMs: number
  /** Longest time without a call of `progress` or `emit`. */
  idleMs: number
  /** JavaScript heap of the child process (V8's old space). */
  heapMb: number
  /** Resident memory of the child process, buffers included, as its parent measures it. */
  rssMb: number
  /** All members of a ZIP container together, once inflated. */
  inflatedBytes: number
  /** Inflated size of a ZIP container against its packed size; containers under 10 MB inflated are let through. */
  inflatedRatio: number
  /** Members of a ZIP container. */
  zipEntries: number
  /** Elements inside elements in XML and HTML. */
  depth: number
}

export const defaultLimits: Readonly<ParseLimits> = Object.freeze({
  inputBytes: 200 * 1024 * 1024,
  outputBytes: 100 * 1024 * 1024,
  totalMs: 300_000,
  idleMs: 60_000,
  heapMb: 1024,
  rssMb: 1536,
  inflatedBytes: 400 * 1024 * 1024,
  inflatedRatio: 200,
  zipEntries: 20_000,
  depth: 500,
})

export type ParseInput = {
  bytes: Uint8Array
  /** File name as given; for messages only, the type is known by content. */
  name: string
  /** What the surroundings say of the charset, e.g. the Content-Type of a fetched page. Believed last but one. */
  charset?: string | undefined
  limits: ParseLimits
  /** To be called now and then (each page, each thousand paragraphs): restarts the no-progress clock. `done` is 0–1. */
  progress(done?: number): void
  /**
   * Keeps what was read so far in case the child must be killed. Cheap to call after every page: the function is only
   * run, and its result only sent, as long as that takes a small part of the time.
   */
  emit?: ((readSoFar: () => ParsedDocument) => void) | undefined
}

export type Parser = {
  /** Name and version, e.g. "docx/1". A new version makes documents be read again. */
  name: string
  mediaTypes: readonly string[]
  /** Reads the whole document. Throws BadDocumentError with a sentence that names the file. */
  parse(input: ParseInput): Promise<ParsedDocument>
}
