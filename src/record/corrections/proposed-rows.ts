// Corrections → rows that the dictionaries might have, for a person to look over. Pure.
//
//   an official added with the title "Tổng Thư ký Toà soạn"   → titles.tsv      Tổng Thư ký Toà soạn		0	5
//   the official "Trần Hưng Đạo" rejected                     → stop-phrases.tsv   Trần Hưng Đạo	official
//   a province added at the words "xứ Nhãn"                   → province-aliases.tsv   hung-yen	xứ Nhãn	nickname
//
// A row is a proposal: the columns that a correction cannot tell (level, rank, class …) hold the most cautious value.
import type { Lexicon } from '../../lexicon/lexicon.ts'
import { columnsOf, type DictionaryName } from '../../lexicon/schemas.ts'
import type { Correction, CorrectionValue, ListedItem } from '../../model/correction.ts'
import { keyOf } from '../../text/fold.ts'

export type ProposedRow = {
  dictionary: DictionaryName
  /** Cells in the order of the dictionary's columns. */
  cells: string[]
  /** The corrections that suggest it. */
  from: Array<{ documentId: string; number: number }>
}

export type Proposals = {
  rows: ProposedRow[]
  /** Corrections that suggest no row. */
  rest: Correction[]
}

type Row = { dictionary: DictionaryName; cells: Record<string, string> }

/** The rows that corrections suggest, each once, without those that are there; confirmations and withdrawn ones suggest none. */
export function proposedRows(corrections: readonly Correction[], lexicon: Lexicon): Proposals {
  const rows = new Map<string, ProposedRow>()
  const rest: Correction[] = []
  for (const correction of withoutUndone(corrections)) {
    const { documentId, number } = correction
    const suggested = suggestedBy(correction, lexicon)
    if (suggested.length === 0) rest.push(correction)
    for (const { dictionary, cells } of suggested) {
      const ordered = columnsOf(dictionary).map((column) => plain(cells[column] ?? ''))
      const key = `${dictionary}\t${keyOf(ordered.join('\t'))}`
      const row = rows.get(key) ?? { dictionary, cells: ordered, from: [] }
      row.from.push({ documentId, number })
      rows.set(key, row)
    }
  }
  return { rows: [...rows.values()], rest }
}

/** Those that tell something about extraction: not confirmations, what was withdrawn, or was added and rejected again. */
function withoutUndone(corrections: readonly Correction[]): Correction[] {
  const placeOf = ({ documentId, item, target }: Correction) =>
    typeof target === 'string' ? '' : `${documentId} ${item} ${target.quote?.start}`
  const telling = corrections.filter(
    ({ action, withdrawnAt }) => action !== 'confirm' && withdrawnAt === undefined,
  )
  const places = (wanted: Correction['action']) =>
    new Set(telling.filter(({ action }) => action === wanted).map(placeOf))
  const [added, rejected] = [places('add'), places('reject')]
  return telling.filter((one) => {
    const other = one.action === 'add' ? rejected : one.action === 'reject' ? added : null
    return !other?.has(placeOf(one))
  })
}

/** Text as a cell of a dictionary takes it. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]+/g, ' ')
    .trim()

function suggestedBy(correction: Correction, lexicon: Lexicon): Row[] {
  if (correction.item === 'field') {
    const { target, value } = correction
    return target === 'issuer' && typeof value === 'string' ? organisation(value, lexicon) : []
  }
  const { item, action, target } = correction
  const words = plain(target.quote?.text ?? target.value ?? '')
  if (action === 'reject') return stopPhrase(item, words, lexicon)
  if (correction.item === 'official' && correction.value) return official(correction.value, lexicon)
  if (correction.item === 'province' && correction.value)
    return provinceAlias(correction.value.id, words, lexicon)
  const issuer = correction.item === 'citation' ? correction.value?.issuer : null
  return issuer ? organisation(issuer, lexicon) : []
}

function official(value: CorrectionValue<'official'>, lexicon: Lexicon): Row[] {
  const rows: Row[] = []
  const [surname = ''] = plain(value.name).split(' ')
  if (value.name.includes(' ') && lexicon.surnames.get(surname).length === 0)
    rows.push({ dictionary: 'surnames', cells: { name: surname, ambiguous: 'yes' } })
  for (const { title, organisation: body } of value.positions) {
    if (lexicon.titles.get(plain(title)).length === 0)
      rows.push({
        dictionary: 'titles',
        cells: { title, level: '0', rank: /^phó(?!\p{L})/iu.test(plain(title)) ? '3' : '5' },
      })
    if (body) rows.push(...organisation(body, lexicon))
  }
  return rows
}

/** A body that the lexicon neither knows by name nor by the word it begins with ("Sở …", "Trường …"). */
function organisation(name: string, lexicon: Lexicon): Row[] {
  const words = plain(name).split(' ')
  const beginnings = words.map((_, i) => words.slice(0, i + 1).join(' '))
  const isKnown =
    lexicon.organisations.get(plain(name)).length > 0 ||
    beginnings.some((beginning) => lexicon.organisationHeads.get(beginning).length > 0)
  return isKnown ? [] : [{ dictionary: 'organisations', cells: { name, class: 'local' } }]
}

/** Words that the lexicon does not know for the province. */
function provinceAlias(province: string, words: string, lexicon: Lexicon): Row[] {
  const isKnown = lexicon.provinces.aliases.get(words).some((row) => row.provinceId === province)
  if (isKnown || words === '') return []
  // Two or three capitals are an abbreviation, which means the province only after "tỉnh", "TP".
  const use = /^\p{Lu}{2,4}$/u.test(words) ? 'marked' : 'nickname'
  return [{ dictionary: 'province-aliases', cells: { province, alias: words, use } }]
}

const stopKinds: Partial<Record<ListedItem, string>> = {
  official: 'official',
  date: 'date',
  ratio: 'ratio',
  directive: 'directive-section',
}
/** Longer phrases come once; a row for them helps nobody. */
const mostWords = 8

function stopPhrase(item: ListedItem, phrase: string, lexicon: Lexicon): Row[] {
  const kind = stopKinds[item]
  // Numbers alone are an item in other documents.
  if (!kind || !/\p{L}{2}/u.test(phrase) || phrase.split(' ').length > mostWords) return []
  if (lexicon.stopPhrases.get(phrase).some((row) => row.kind === kind)) return []
  return [{ dictionary: 'stop-phrases', cells: { phrase, kind } }]
}
