// The facts of a record as rows, the same for every database. Written and cleared with the index rows of the record.
import type { FactDocument, FactKind, FactRow, FactValues } from '../model/facts.ts'
import type { Percentage, Position, VanthuRecord } from '../model.ts'
import { numberKeyOf } from '../text/number-key.ts'
import { extentOf } from './extent.ts'
import { placesOf } from './places.ts'
import { contextOf } from './quote.ts'
import { nameSlugOf, shortened, wordFolder } from './words.ts'

/** Most units of an item's own words that are shown, of a name or title, of what rows are told together by. */
const mostTextUnits = 500
const mostNameUnits = 300
const mostKeyUnits = 200
/** Most units of a text whose words are found. */
const mostFoundUnits = 4000

type Span = { start: number; end: number; text: string }
type Found = Omit<FactRow, 'kind' | 'value' | 'place' | 'words'>
/** What a row is found by besides its words; most kinds have but some of it. */
const nothing: Found = {
  key: '',
  label: '',
  sub: '',
  rank: 0,
  first: '',
  last: '',
  about: '',
  bodies: '',
}

const name = (text: string) => shortened(text, mostNameUnits)
const nameOrNull = (text: string | null) => (text === null ? null : name(text))
const keyOfRows = (text: string) => text.slice(0, mostKeyUnits).toWellFormed()

/** What the facts of a record tell of their document. */
export function factDocumentOf(record: VanthuRecord): FactDocument {
  const { title, number, issuer, issuedOn } = record
  const { first, last } = issuedOn ? extentOf(issuedOn) : { first: '', last: '' }
  return {
    title: nameOrNull(title),
    number: nameOrNull(number),
    numberKey: number ? numberKeyOf(number) : '',
    issuer: nameOrNull(issuer),
    first,
    last,
  }
}

/** Every fact of a record, kind by kind, in the order of the record. */
export function factRowsOf(record: VanthuRecord): FactRow[] {
  const places = placesOf(record)
  const foldedWords = wordFolder()
  const own = ({ start, end, text }: Span) => ({
    start,
    end,
    text: shortened(text, mostTextUnits),
    context: contextOf(record.text, record.blocks, { start }),
  })
  /** The row of a kind, but for its place; `words`: those it is found by. */
  const row = <K extends FactKind>(kind: K, value: FactValues[K], found: Found, words = '') => ({
    kind,
    value,
    ...found,
    words: foldedWords((words || `${value.text} ${value.context ?? ''}`).slice(0, mostFoundUnits)),
  })

  const officials = record.officials.flatMap((official) => {
    const [mention] = official.mentions
    const slug = nameSlugOf(official.name)
    const positions: Array<Position | null> =
      official.positions.length > 0 ? official.positions : [null]
    return positions.map((position) => {
      const { title = null, organisation = null } = position ?? {}
      const role = position?.former ? 'former' : position?.acting ? 'acting' : 'holder'
      const value: FactValues['officials'] = {
        name: name(official.name),
        person: slug ? `/people/${encodeURIComponent(slug)}` : null,
        position: nameOrNull(title),
        organisation: nameOrNull(organisation),
        role,
        provinces: position?.province ? places.of(position.province).provinces : [],
        provincesFrom: 'item',
        ...own(mention ?? { start: 0, end: 0, text: official.name }),
      }
      const found: Found = {
        ...nothing,
        key: slug,
        label: value.name,
        sub: role,
        about: foldedWords(official.name.slice(0, mostFoundUnits)),
        bodies: foldedWords(
          [title, organisation].filter(Boolean).join(' ').slice(0, mostFoundUnits),
        ),
      }
      const words = `${value.name} ${title ?? ''} ${organisation ?? ''} ${value.context ?? ''}`
      return row('officials', value, found, words)
    })
  })

  const directives = record.directives.map((item) => {
    const { first, last } = item.deadline ? extentOf(item.deadline) : { first: '', last: '' }
    const value: FactValues['directives'] = {
      number: nameOrNull(item.number),
      kind: item.kind,
      issuer: nameOrNull(item.issuer),
      assignees: item.assignees.map(name),
      deadline: item.deadline,
      deadlineFirst: first || null,
      deadlineLast: last || null,
      ...places.ofBodies(item.assignees),
      ...own(item),
      context: null,
    }
    const found: Found = {
      ...nothing,
      sub: item.kind,
      first,
      last,
      about: foldedWords((item.issuer ?? '').slice(0, mostFoundUnits)),
      bodies: foldedWords(item.assignees.join(' ').slice(0, mostFoundUnits)),
    }
    return row('directives', value, found, item.text)
  })

  const percentages = record.percentages.map((item) => {
    const value: FactValues['percentages'] = {
      value: item.value,
      ...boundsOf(item),
      comparator: item.comparator,
      unit: item.points ? 'points' : 'percent',
      subject: nameOrNull(item.subject),
      ratio: item.ratio && { ...item.ratio, unit: nameOrNull(item.ratio.unit) },
      check: item.check,
      change: item.change ?? null,
      ...places.of(item.province),
      ...own(item),
    }
    const subject = foldedWords((item.subject ?? '').slice(0, mostFoundUnits))
    const found: Found = {
      ...nothing,
      key: keyOfRows(subject),
      label: value.subject ?? '',
      sub: item.check,
      rank: item.check === 'disagrees' ? 2 : item.check === 'agrees' ? 1 : 0,
      about: subject,
    }
    return row('percentages', value, found)
  })

  const citations = record.citations.map((item) => {
    const value: FactValues['citations'] = {
      number: nameOrNull(item.number),
      type: item.type,
      issuer: nameOrNull(item.issuer),
      date: item.date,
      cited: nameOrNull(item.title),
      relation: item.relation,
      ...places.of(null),
      ...own(item),
    }
    const { first, last } = item.date ? extentOf(item.date) : { first: '', last: '' }
    const found: Found = {
      ...nothing,
      key: item.number ? numberKeyOf(item.number) : '',
      label: value.number ?? '',
      sub: item.relation,
      first,
      last,
      about: foldedWords((item.title ?? '').slice(0, mostFoundUnits)),
      bodies: foldedWords((item.issuer ?? '').slice(0, mostFoundUnits)),
    }
    const words = [value.text, value.number, value.cited, value.context].filter(Boolean).join(' ')
    return row('citations', value, found, words)
  })

  const dates = record.dates.map((item) => {
    const extent = extentOf(item.edtf)
    const value: FactValues['dates'] = {
      edtf: item.edtf,
      ...extent,
      kind: item.kind,
      inferred: item.inferred,
      ...places.of(null),
      ...own(item),
    }
    return row('dates', value, { ...nothing, sub: item.kind, ...extent })
  })

  return [officials, directives, percentages, citations, dates].flatMap((rows) =>
    // Zero is written as such: its negative is another one to some.
    rows.map((one, index) => ({ ...one, place: index === 0 ? 0 : -index }) as FactRow),
  )
}

/** What the words of a share say of its value; nothing certain where they say "about". */
function boundsOf({ value, comparator }: Percentage): { low: number | null; high: number | null } {
  const low = comparator === '=' || comparator === '>' || comparator === '>=' ? value : null
  const high = comparator === '=' || comparator === '<' || comparator === '<=' ? value : null
  return { low, high }
}
