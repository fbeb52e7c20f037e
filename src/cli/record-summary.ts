// A record for people: what `vanthu extract` and `vanthu show` print on a terminal.
import type { RecordFailure, VanthuRecord } from '../model.ts'
import { bold, dim, oneLine, red } from './output.ts'
import { shorten } from './table.ts'

const textWidth = 100

/** Several lines: title, facts, officials, provinces, dates, percentages, directives, citations, warnings. */
export function recordSummary(record: VanthuRecord): string {
  const lines = [
    bold(oneLine(record.title ?? record.source.name)),
    facts([
      ['file', record.source.name],
      ['type', record.documentType],
      ['number', record.number],
      ['issuer', record.issuer],
      ['issued', [record.issuedAt, record.issuedOn].filter(Boolean).join(', ') || null],
      ['published', record.publishedAt],
      ['language', record.language === 'vi' ? null : record.language],
      ['status', record.status === 'complete' ? null : 'read in part'],
    ]),
    ...list(
      'Signers',
      record.signers.map((s) => [s.capacity, s.title, s.name].filter(Boolean).join(' · ')),
    ),
    ...list(
      'Officials',
      record.officials.map(
        (official) =>
          `${official.name}: ${official.positions.map((p) => `${p.title}${p.organisation ? `, ${p.organisation}` : ''}${p.former ? ' (former)' : ''}`).join('; ') || 'no position named'}`,
      ),
    ),
    ...list(
      'Provinces',
      record.provinces.map(
        (p) =>
          `${p.name} (${p.roles.join(', ')})${p.current === p.id ? '' : `, today ${p.current}`}`,
      ),
    ),
    ...list(
      'Dates',
      record.dates.map((d) => `${d.edtf}  ${d.kind}  “${d.text}”`),
    ),
    ...list(
      'Percentages',
      record.percentages.map(
        (p) =>
          `${p.comparator === '=' ? '' : p.comparator}${String(p.value).replace('.', ',')}%${p.points ? ' points' : ''}  ${p.subject ?? ''}${p.ratio ? ` (${p.ratio.numerator} of ${p.ratio.denominator}, ${p.check})` : ''}`,
      ),
    ),
    ...list(
      'Directives',
      record.directives.map((d) => `${d.number ? `${d.number}. ` : ''}${d.text}`),
    ),
    ...list(
      'Citations',
      record.citations.map((c) => [c.number, c.date, c.title ?? c.text].filter(Boolean).join('  ')),
    ),
    ...list(
      'Warnings',
      record.warnings.map((w) => `${w.code}: ${w.message}`),
    ),
  ]
  return lines.filter(Boolean).join('\n')
}

/** One line for a file that could not be read. */
export function failureSummary({ source, error }: RecordFailure): string {
  return `${red('could not be read')}  ${oneLine(source.name)}  ${error.code}: ${oneLine(error.message)}`
}

function facts(pairs: readonly (readonly [string, string | null])[]): string {
  return pairs
    .filter(([, value]) => value)
    .map(([name, value]) => `${dim(name)} ${oneLine(value ?? '')}`)
    .join('  ')
}

function list(heading: string, items: readonly string[]): string[] {
  if (items.length === 0) return []
  return [
    `${bold(heading)} ${dim(String(items.length))}`,
    ...items.map((item) => `  ${shorten(oneLine(item), textWidth)}`),
  ]
}
