// The columns of exported tables, by kind: their names are those of the API.
import type { Facts } from '../../model/facts.ts'
import type { VanthuRecord } from '../../model.ts'
import type { ExportKind } from './params.ts'

/** A record with the id of its document. */
export type ExportedDocument = VanthuRecord & { id: string }
export type Exported = { documents: ExportedDocument } & Facts

export type Cell = string | number | boolean | null
export type Columns<T> = ReadonlyArray<readonly [name: string, of: (row: T) => Cell]>

/** Most UTF-16 units of a spreadsheet's cell. */
export const mostCellUnits = 32_767
const parted = (texts: readonly string[]) =>
  texts.length > 0 ? texts.join('; ').slice(0, mostCellUnits).toWellFormed() : null

type Common = Facts['dates']
/** Columns that all facts have, behind those of their kind. */
const common = <
  T extends Omit<Common, 'edtf' | 'first' | 'last' | 'kind' | 'inferred'>,
>(): Columns<T> => [
  ['provinces', (f) => parted(f.provinces.map(({ id }) => id))],
  ['provincesNow', (f) => parted([...new Set(f.provinces.map(({ current }) => current))])],
  ['provincesFrom', (f) => f.provincesFrom],
  ['text', (f) => f.text],
  ['context', (f) => f.context],
  ['document', (f) => f.document],
  ['title', (f) => f.title],
  ['day', (f) => f.day],
  ['documentType', (f) => f.documentType],
  ['copies', (f) => f.copies],
  ['start', (f) => f.start],
  ['end', (f) => f.end],
  ['link', (f) => f.link],
]

export const columnsOf: { [K in ExportKind]: Columns<Exported[K]> } = {
  documents: [
    ['id', (d) => d.id],
    ['name', (d) => d.source.name],
    ['title', (d) => d.title],
    ['documentType', (d) => d.documentType],
    ['number', (d) => d.number],
    ['issuer', (d) => d.issuer],
    ['issuedOn', (d) => d.issuedOn],
    ['publishedAt', (d) => d.publishedAt],
    ['language', (d) => d.language],
    ['status', (d) => d.status],
    ['provinces', (d) => parted(d.provinces.map(({ id }) => id))],
    ['provincesNow', (d) => parted([...new Set(d.provinces.map(({ current }) => current))])],
    ['officials', (d) => parted(d.officials.map(({ name }) => name))],
    ['signers', (d) => parted(d.signers.map(({ name }) => name))],
    ['keywords', (d) => parted(d.keywords)],
    ['directives', (d) => d.directives.length],
    ['percentages', (d) => d.percentages.length],
    ['citations', (d) => d.citations.length],
    ['dates', (d) => d.dates.length],
    ['link', (d) => `/d/${d.id}`],
  ],
  officials: [
    ['name', (f) => f.name],
    ['position', (f) => f.position],
    ['organisation', (f) => f.organisation],
    ['role', (f) => f.role],
    ['person', (f) => f.person],
    ...common<Facts['officials']>(),
  ],
  directives: [
    ['number', (f) => f.number],
    ['kind', (f) => f.kind],
    ['issuer', (f) => f.issuer],
    ['assignees', (f) => parted(f.assignees)],
    ['deadline', (f) => f.deadline],
    ['deadlineFirst', (f) => f.deadlineFirst],
    ['deadlineLast', (f) => f.deadlineLast],
    ...common<Facts['directives']>(),
  ],
  percentages: [
    ['subject', (f) => f.subject],
    ['value', (f) => f.value],
    ['unit', (f) => f.unit],
    ['comparator', (f) => f.comparator],
    ['low', (f) => f.low],
    ['high', (f) => f.high],
    ['numerator', (f) => f.ratio?.numerator ?? null],
    ['denominator', (f) => f.ratio?.denominator ?? null],
    ['ratioUnit', (f) => f.ratio?.unit ?? null],
    ['check', (f) => f.check],
    ['change', (f) => f.change?.direction ?? null],
    ['changeFrom', (f) => f.change?.from ?? null],
    ['changeTo', (f) => f.change?.to ?? null],
    ...common<Facts['percentages']>(),
  ],
  citations: [
    ['number', (f) => f.number],
    ['type', (f) => f.type],
    ['issuer', (f) => f.issuer],
    ['date', (f) => f.date],
    ['cited', (f) => f.cited],
    ['relation', (f) => f.relation],
    ['known', (f) => f.known],
    ...common<Facts['citations']>(),
  ],
  dates: [
    ['edtf', (f) => f.edtf],
    ['first', (f) => f.first],
    ['last', (f) => f.last],
    ['kind', (f) => f.kind],
    ['inferred', (f) => f.inferred],
    ...common<Facts['dates']>(),
  ],
}
