// One file to one record, through the same reading and extraction as the pipeline, without any store.
import type { Lexicon } from '../lexicon/lexicon.ts'
import { loadLexicon } from '../lexicon/load.ts'
import type { VanthuRecord } from '../model.ts'
import { defaultLimits } from '../parse/parser.ts'
import { createReader, type Reader } from '../parse/reader.ts'
import { makeRecord } from '../record/make-record.ts'
import { sha256Of } from './ingest.ts'

/** Largest file, in bytes, that is read at all. */
export const largestInput: number = defaultLimits.inputBytes

/** Reads bytes to a record; throws BadDocumentError where they cannot be read. */
export async function readRecord(
  reader: Reader,
  lexicon: () => Lexicon,
  input: { name: string; bytes: Uint8Array },
): Promise<VanthuRecord> {
  const parsed = await reader.read(input)
  const source = {
    name: input.name,
    sha256: sha256Of(input.bytes),
    mediaType: parsed.mediaType,
    bytes: input.bytes.byteLength,
    ...(parsed.pages === undefined ? {} : { pages: parsed.pages }),
  }
  return makeRecord(parsed, source, lexicon())
}

export type RecordReader = {
  read(input: { name: string; bytes: Uint8Array }): Promise<VanthuRecord>
  close(): Promise<void>
}

/** A reader of records with its own child processes, for `vanthu extract`. */
export function createRecordReader(options: { children: number }): RecordReader {
  const reader = createReader({ children: options.children })
  const lexicon = loadLexicon()
  return {
    read: (input) => readRecord(reader, () => lexicon, input),
    close: () => reader.close(),
  }
}
