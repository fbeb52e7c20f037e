// The value of an item in short, for people.
import type {
  Citation,
  DateFound,
  Directive,
  Official,
  Percentage,
  ProvinceMention,
  Ratio,
} from '../../model.ts'

const joined = (parts: ReadonlyArray<string | null | false>): string =>
  parts.filter(Boolean).join(', ')

/** Positions with what completed them from elsewhere in the document. */
export const officialValue = ({ name, positions }: Official): string =>
  `${name}: ${positions
    .map((p) =>
      joined([
        p.title,
        p.organisation,
        p.former && 'former',
        p.acting && 'acting',
        p.evidence !== undefined && `completed from “${p.evidence}”`,
      ]),
    )
    .join('; ')}`

export const provinceValue = (p: ProvinceMention): string =>
  joined([p.id, p.current !== p.id && `today ${p.current}`, p.roles.join(' ')])

export const dateValue = (d: DateFound): string =>
  joined([d.edtf, d.kind, d.inferred && 'inferred'])

const ratioOf = (r: Pick<Ratio, 'numerator' | 'denominator' | 'unit'>): string =>
  `${r.numerator}/${r.denominator}${r.unit ? ` ${r.unit}` : ''}`

export const ratioValue = (r: Ratio): string => ratioOf(r)

export const percentageValue = (p: Percentage): string =>
  joined([
    `${p.comparator === '=' ? '' : p.comparator}${p.value}%${p.points ? ' points' : ''}`,
    p.subject,
    p.province,
    p.ratio && `${ratioOf(p.ratio)} ${p.check}`,
    p.change !== undefined && `change ${p.change.direction}`,
  ])

export const directiveValue = (d: Directive): string =>
  joined([
    d.kind,
    d.number && `number ${d.number}`,
    d.issuer && `by ${d.issuer}`,
    d.assignees.length > 0 && `to ${d.assignees.join(' and ')}`,
    d.deadline && `until ${d.deadline}`,
  ])

export const citationValue = (c: Citation): string =>
  joined([c.relation, c.type, c.number, c.issuer, c.date, c.title && `“${c.title}”`])
