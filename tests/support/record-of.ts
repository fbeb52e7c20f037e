// Records for tests of store, search and pages: each line of the text is a block, its zone in front of it.
//
//   recordOf({ lines: ['title: Hội nghị giao ban', 'Sáng 21/3, tại Hòa Bình …'], provinces: [['hoa-binh', 'phu-tho']] })
import { createHash } from 'node:crypto'
import { type RecordBlock, type VanthuRecord, zones } from '../../src/model.ts'

export type RecordParts = Partial<
  Pick<VanthuRecord, 'publishedAt' | 'issuedOn' | 'documentType' | 'status' | 'number'>
> & {
  lines: readonly string[]
  /** Id as it was, and today's. */
  provinces?: readonly (readonly [id: string, current: string])[]
  officials?: readonly string[]
}

/** A record of these lines; a line without a zone is body. */
export function recordOf({
  lines,
  provinces = [],
  officials = [],
  ...rest
}: RecordParts): VanthuRecord {
  const blocks: RecordBlock[] = []
  let text = ''
  for (const line of lines) {
    const zone = zones.find((name) => line.startsWith(`${name}: `)) ?? 'body'
    const words = line.startsWith(`${zone}: `) ? line.slice(zone.length + 2) : line
    if (text) text += '\n'
    blocks.push({ start: text.length, end: text.length + words.length, zone })
    text += words
  }
  const title = blocks.find((block) => block.zone === 'title')
  const found = { rule: 'test', confidence: 1 }
  return {
    schema: 'vanthu.record/1',
    source: { name: 'tep.txt', sha256: idOf(text), mediaType: 'text/plain', bytes: text.length },
    status: 'complete',
    language: 'vi',
    title: title ? text.slice(title.start, title.end) : null,
    documentType: 'article',
    number: null,
    issuer: null,
    issuedOn: null,
    issuedAt: null,
    signers: [],
    publishedAt: null,
    bylines: [],
    text,
    blocks,
    officials: officials.map((name) => ({
      name,
      honorifics: [],
      degrees: [],
      positions: [],
      mentions: [],
      ...found,
    })),
    provinces: provinces.map(([id, current]) => ({
      id,
      name: id,
      current,
      roles: ['mention'],
      mentions: [],
      ...found,
    })),
    dates: [],
    percentages: [],
    ratios: [],
    directives: [],
    citations: [],
    keywords: [],
    warnings: [],
    madeBy: { parser: 'test/1', extractor: '1', lexicon: 'test' },
    ...rest,
  }
}

/** The document id of a text. */
export const idOf = (text: string): string => createHash('sha256').update(text).digest('hex')
