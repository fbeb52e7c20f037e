// The part of a record that a sample's expected.json holds: all of it but the text, which the source has, and the
// version of the lexicon, which every edited row changes.
import type { RecordFailure, VanthuRecord } from '../../src/model.ts'

/** What is written to and compared with expected.json. Spans stay, so that a shifted offset shows. */
export function expectedOf(record: VanthuRecord | RecordFailure | undefined): unknown {
  if (!record || 'error' in record) return record
  const { text, madeBy, blocks, ...rest } = record
  const { name, sha256, mediaType, ...others } = record.source
  return {
    ...rest,
    source: { name, sha256, mediaType, ...others },
    characters: text.length,
    zones: blocks.map((b) => `${b.zone} ${b.start}-${b.end}${b.page ? ` p${b.page}` : ''}`),
    madeBy: { parser: madeBy.parser, extractor: madeBy.extractor },
  }
}

/** The same for a source and the files found inside it, which stand under `members`. */
export function expectedOfAll(outcomes: ReadonlyArray<VanthuRecord | RecordFailure>): unknown {
  const [own, ...members] = outcomes.map(expectedOf)
  return members.length === 0 ? own : { ...(own as object), members }
}
