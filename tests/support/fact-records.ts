// Records with facts in them, for tests of facts. Places are found by their words, never counted; people are invented.
import type {
  Citation,
  DateFound,
  Directive,
  Official,
  Percentage,
  VanthuRecord,
} from '../../src/model.ts'
import { type RecordParts, recordOf } from './record-of.ts'

type Given<T, Needed extends keyof T> = Partial<Omit<T, 'text' | 'start' | 'end'>> &
  Pick<T, Needed> & { text: string }

export type FactParts = Omit<RecordParts, 'officials' | 'provinces'> & {
  title?: string
  issuer?: string
  /** Id as it was, today's, name, roles. */
  provinces?: ReadonlyArray<
    readonly [id: string, current: string, name: string, ...roles: string[]]
  >
  officials?: ReadonlyArray<{
    name: string
    positions?: ReadonlyArray<Partial<Official['positions'][number]>>
  }>
  directives?: ReadonlyArray<Given<Directive, 'kind'>>
  percentages?: ReadonlyArray<Given<Percentage, 'value'>>
  citations?: ReadonlyArray<Given<Citation, 'number'>>
  dates?: ReadonlyArray<Given<DateFound, 'edtf' | 'kind'>>
}

const found = { rule: 'test', confidence: 1 }

/** A record of these lines with these facts. */
export function factRecord(parts: FactParts): VanthuRecord {
  const { officials = [], provinces = [], title, issuer, ...rest } = parts
  const { directives = [], percentages = [], citations = [], dates = [], ...base } = rest
  const record = recordOf(base)
  const at = (words: string) => {
    const start = record.text.indexOf(words)
    if (start < 0) throw new Error(`The text has no "${words}".`)
    return { start, end: start + words.length, text: words }
  }
  return {
    ...record,
    title: title ?? record.title,
    issuer: issuer ?? null,
    provinces: provinces.map(([id, current, name, ...roles]) => ({
      id,
      current,
      name,
      roles: (roles.length > 0 ? roles : ['mention']) as VanthuRecord['provinces'][number]['roles'],
      mentions: [],
      ...found,
    })),
    officials: officials.map(({ name, positions = [] }) => ({
      name,
      honorifics: [],
      degrees: [],
      positions: positions.map((position) => ({
        title: 'Giám đốc',
        organisation: null,
        province: null,
        resolved: false,
        former: false,
        acting: false,
        ...position,
      })),
      mentions: record.text.includes(name) ? [at(name)] : [],
      ...found,
    })),
    directives: directives.map((one) => ({
      number: null,
      issuer: null,
      assignees: [],
      deadline: null,
      ...found,
      ...one,
      ...at(one.text),
    })),
    percentages: percentages.map((one) => ({
      comparator: '=' as const,
      points: false,
      subject: null,
      province: null,
      ratio: null,
      check: 'unchecked' as const,
      ...found,
      ...one,
      ...at(one.text),
    })),
    citations: citations.map((one) => ({
      type: null,
      issuer: null,
      date: null,
      title: null,
      relation: 'mentions' as const,
      ...found,
      ...one,
      ...at(one.text),
    })),
    dates: dates.map((one) => ({ inferred: false, ...found, ...one, ...at(one.text) })),
  }
}
