// From what is asked in words to what the store is asked.
import type { FactKind } from '../../model/facts.ts'
import type { FactOrder, FactQuery } from '../../ports/facts.ts'
import { numberKeyOf } from '../../text/number-key.ts'
import type { AskedFacts } from './params.ts'

/** All that any kind may be asked by. */
type AnyAsked = Partial<
  AskedFacts<'officials'> &
    Omit<AskedFacts<'directives'>, 'kind' | 'order'> &
    Omit<AskedFacts<'percentages'>, 'order'> &
    AskedFacts<'citations'> &
    Omit<AskedFacts<'dates'>, 'kind'>
> & { kind?: string | undefined; order?: FactOrder | undefined }

const subOfCheck = { disagrees: 'disagrees', agrees: 'agrees', none: 'unchecked' } as const

/** The query of a kind; `provinceId` gives the id of a province's name or id, and throws where there is none. */
export function factQueryOf<K extends FactKind>(
  kind: K,
  given: AskedFacts<K>,
  page: { limit: number; cursor?: string | undefined },
  provinceId: (asked: string) => string,
): FactQuery & { kind: K } {
  const asked: AnyAsked = given
  const sub = asked.kind ?? asked.relation ?? asked.role ?? (asked.check && subOfCheck[asked.check])
  return {
    kind,
    q: asked.q,
    province: asked.province ? provinceId(asked.province) : undefined,
    from: latest(asked.from, asked.year && `${asked.year}-01-01`),
    to: earliest(asked.to, asked.year && `${asked.year}-12-31`),
    type: asked.type,
    document: asked.document,
    official: asked.official,
    organisation: asked.organisation,
    issuer: asked.issuer,
    assignee: asked.assignee,
    subject: asked.subject,
    sub: sub ? [sub] : undefined,
    key: asked.number ? numberKeyOf(asked.number) : undefined,
    lastFrom: asked.deadlineFrom,
    lastTo: asked.deadlineTo,
    touchesFrom: asked.dateFrom,
    touchesTo: asked.dateTo,
    known: asked.known && asked.known === 'yes',
    order: asked.order ?? (kind === 'percentages' ? 'check' : 'day'),
    limit: page.limit,
    cursor: page.cursor,
  }
}

const given = (days: Array<string | undefined>) => days.filter((day) => day !== undefined).sort()
const latest = (...days: Array<string | undefined>) => given(days).at(-1)
const earliest = (...days: Array<string | undefined>) => given(days)[0]
