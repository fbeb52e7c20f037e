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
  /** Pages of one document that are read by OCR; what is beyond is left out, with a warning. */
  ocrPages: number
  /** Time that each page to be read by OCR adds to `totalMs`. */
  ocrPageMs: number
  /** Pixels of one picture, as it is stored. */
  pixels: number
}

export const defaultLimits: Readonly<ParseLimits> = Object.freeze({
  inputBytes: 200 * 1024 * 1024,
  outputBytes: 32 * 1024 * 1024,
  totalMs: 300_000,
  idleMs: 60_000,
  heapMb: 1024,
  rssMb: 1536,
  inflatedBytes: 400 * 1024 * 1024,
  inflatedRatio: 200,
  zipEntries: 20_000,
  depth: 500,
  ocrPages: 60,
  ocrPageMs: 10_000,
  pixels: 80_000_000,
})

/** A file found inside another: a member of an archive, what is attached to a message. */
export type Member = {
  /** Its path or file name there; only a name, never a place to write to. */
  name: string
  bytes: Uint8Array | AsyncIterable<Uint8Array>
}

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
  /**
   * Says how many pages are going to be read by OCR, once it is known: each, up to `limits.ocrPages`, makes the total
   * clock run `limits.ocrPageMs` longer. The no-progress clock stays as it is.
   */
  expectOcr?: ((pages: number) => void) | undefined
  /** Media types of the files that this one came in, the nearest first; none where it came by itself. */
  within?: readonly string[] | undefined
  /**
   * Hands on a file found inside this one, which becomes a document of its own. Resolves once it is taken whole; an error
   * while its bytes are read is thrown on, and nothing of it is kept.
   */
  handOn?: ((member: Member) => Promise<void>) | undefined
}

/** The total clock of a document with so many pages to be read by OCR. */
export function totalMsWith(limits: ParseLimits, ocrPages: number): number {
  return limits.totalMs + Math.min(Math.max(0, ocrPages), limits.ocrPages) * limits.ocrPageMs
}

export type Parser = {
  /** Name and version, e.g. "docx/1". A new version makes documents be read again. */
  name: string
  mediaTypes: readonly string[]
  /** Reads the whole document. Throws BadDocumentError with a sentence that names the file. */
  parse(input: ParseInput): Promise<ParsedDocument>
}
