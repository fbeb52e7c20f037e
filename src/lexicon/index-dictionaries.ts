// Makes the Lexicon of checked dictionary rows: rows become phrase indexes, maps and lists.
import { keyOf } from '../text/fold.ts'
import { type PhraseIndex, phraseIndexOf } from '../text/phrase-index.ts'
import type { Lexicon, NameTrap, ProvincePeriod, Title } from './lexicon.ts'
import { provinceHistoryOf } from './provinces.ts'
import type { Dictionaries, DictionaryName } from './schemas.ts'

/** Builds the lexicon. Two rows of one phrase ("Huế" of two periods, two kinds of "Nghị quyết") are both its values. */
export function indexDictionaries(dictionaries: Dictionaries, version: string): Lexicon {
  const rowsOf = <K extends DictionaryName>(name: K) => dictionaries[name].map(({ row }) => row)
  const index = <T>(rows: readonly T[], phraseOf: (row: T) => string): PhraseIndex<T> =>
    phraseIndexOf(rows.map((row) => [phraseOf(row), row] as const))

  const periods = rowsOf('provinces').map(
    ({ 'formed-from': formedFrom, note: _, ...period }): ProvincePeriod => ({
      ...period,
      formedFrom,
    }),
  )
  const aliases = rowsOf('province-aliases').map(({ province, alias, use }) => ({
    provinceId: province,
    alias,
    use,
  }))
  const documentTypes = rowsOf('document-types')
  const trapsOf = (kind: NameTrap['kind']) =>
    rowsOf('name-traps').filter((row) => row.kind === kind)
  return {
    version,
    provinces: {
      ...provinceHistoryOf(periods),
      aliases: index(aliases, (row) => row.alias),
      aliasRows: aliases,
      traps: index(rowsOf('province-traps'), (row) => row.phrase),
      tiles: rowsOf('province-tiles'),
    },
    titles: phraseIndexOf(rowsOf('titles').flatMap(titlePhrases)),
    honorifics: index(rowsOf('honorifics'), (row) => row.form),
    degrees: index(rowsOf('degrees'), (row) => row.form),
    surnames: index(rowsOf('surnames'), (row) => row.name),
    nameTraps: {
      fields: index(trapsOf('field'), (row) => row.phrase),
      outside: new Set(trapsOf('outside').map((row) => keyOf(row.phrase))),
      places: index(trapsOf('place'), (row) => row.phrase),
    },
    organisationHeads: index(rowsOf('organisation-heads'), (row) => row.word),
    organisations: index(rowsOf('organisations'), (row) => row.name),
    organisationRows: rowsOf('organisations'),
    abbreviations: index(rowsOf('abbreviations'), (row) => row.abbreviation),
    abbreviationRows: rowsOf('abbreviations'),
    documentTypes: { rows: documentTypes, nouns: index(documentTypes, (row) => row.noun) },
    issuerCodes: new Map(rowsOf('issuer-codes').map((row) => [row.code, row])),
    draftingUnits: new Set(rowsOf('drafting-units').map((row) => row.code)),
    reportingVerbs: phraseIndexOf(rowsOf('reporting-verbs').map(({ verb }) => [verb, verb])),
    directiveVerbs: index(rowsOf('directive-verbs'), (row) => row.verb),
    directiveIntroducers: index(rowsOf('directive-introducers'), (row) => row.phrase),
    stopPhrases: index(rowsOf('stop-phrases'), (row) => row.phrase),
    chrome: rowsOf('chrome'),
    siteWords: rowsOf('site-words'),
    captionOpeners: index(rowsOf('caption-openers'), (row) => row.phrase),
    bylineForms: rowsOf('byline-forms'),
    comparators: index(rowsOf('comparators'), (row) => row.phrase),
    unitNouns: index(rowsOf('unit-nouns'), (row) => row.noun),
    shareWords: index(rowsOf('share-words'), (row) => row.phrase),
    subjectWords: rowsOf('subject-words'),
    holidays: rowsOf('holidays'),
    documentTypeExamples: rowsOf('document-type-examples'),
  }
}

/**
 * The phrases a title is found by. Two-letter abbreviations are left out: "TP" is a city far more often than a head of
 * department, and "CV" a number's code.
 */
function titlePhrases(title: Title): [string, Title][] {
  return [title.title, ...title.abbreviations.filter((short) => short.length > 2)].map((phrase) => [
    phrase,
    title,
  ])
}
