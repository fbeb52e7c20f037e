// What no single row can show: rows that contradict each other, and rows that name what is not there.
import { keyOf } from '../text/fold.ts'
import { overlap } from './provinces.ts'
import type { Problem } from './read-tsv.ts'
import { columnsOf, type Dictionaries, type DictionaryName } from './schemas.ts'

/**
 * The form in which two phrases are one to the index: "Hòa Bình" and "hoà bình". The same tokens as `tokensOf` gives,
 * without their places; word by word, because the dictionaries say the same few words in thousands of phrases.
 */
function phraseKeys(): (phrase: string) => string {
  const known = new Map<string, string>()
  const wordKey = (word: string): string => {
    let key = known.get(word)
    if (key === undefined) {
      const plain = keyOf(word.replace(/[\u2010-\u2015\u2212]/g, '-'))
      key = (plain.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []).join(' ')
      known.set(word, key)
    }
    return key
  }
  return (phrase) => phrase.split(' ').map(wordKey).join(' ')
}

/** All faults between rows, in file order. An empty list means the dictionaries hold together. */
export function crossCheck(dictionaries: Dictionaries): Problem[] {
  const problems: Problem[] = []
  const phraseKey = phraseKeys()
  const report = (name: DictionaryName, line: number, column: string, message: string) =>
    problems.push({
      file: `${name}.tsv`,
      line,
      column: columnsOf(name).indexOf(column) + 1,
      message,
    })

  /** Reports a phrase that an earlier row of the file has too. */
  const unique = <K extends DictionaryName>(
    name: K,
    column: string,
    keysOf: (row: Dictionaries[K][number]['row']) => readonly string[],
    shown: (row: Dictionaries[K][number]['row'], key: string) => string = (_, key) => `"${key}"`,
  ) => {
    const lines = new Map<string, number>()
    for (const { line, row } of dictionaries[name])
      for (const key of keysOf(row)) {
        const earlier = lines.get(key)
        if (earlier !== undefined)
          report(name, line, column, `${shown(row, key)} is already in line ${earlier}`)
        else lines.set(key, line)
      }
  }

  checkProvinces(dictionaries, report)
  unique(
    'province-aliases',
    'alias',
    (row) => [`${row.province}\0${phraseKey(row.alias)}`],
    (row) => `"${row.alias}" of ${row.province}`,
  )
  unique(
    'province-tiles',
    'column',
    (row) => [`${row.map}\0${row.row}\0${row.column}`],
    (row) => `the place of row ${row.row}, column ${row.column} on the map of ${row.map}`,
  )
  unique('province-traps', 'phrase', (row) => [phraseKey(row.phrase)])
  unique('titles', 'title', (row) => [phraseKey(row.title)])
  unique('titles', 'abbreviations', (row) => row.abbreviations.map(phraseKey))
  unique('surnames', 'name', (row) => [phraseKey(row.name)])
  unique('name-traps', 'phrase', (row) => [phraseKey(row.phrase)])
  unique('honorifics', 'form', (row) => [phraseKey(row.form)])
  unique('degrees', 'form', (row) => [phraseKey(row.form)])
  unique('organisation-heads', 'word', (row) => [phraseKey(row.word)])
  unique('organisations', 'name', (row) => [phraseKey(row.name)])
  unique('abbreviations', 'abbreviation', (row) => [phraseKey(row.abbreviation)])
  unique(
    'document-types',
    'noun',
    (row) => [`${row.scheme}\0${phraseKey(row.noun)}\0${row.code ?? ''}`],
    (row) => `"${row.noun}" (${row.scheme})`,
  )
  unique('issuer-codes', 'code', (row) => [row.code])
  unique('drafting-units', 'code', (row) => [row.code])
  unique('reporting-verbs', 'verb', (row) => [phraseKey(row.verb)])
  unique('directive-verbs', 'verb', (row) => [phraseKey(row.verb)])
  unique('directive-introducers', 'phrase', (row) => [phraseKey(row.phrase)])
  unique('stop-phrases', 'phrase', (row) => [phraseKey(row.phrase)])
  unique('chrome', 'text', (row) => [phraseKey(row.text)])
  unique('site-words', 'phrase', (row) => [phraseKey(row.phrase)])
  unique('caption-openers', 'phrase', (row) => [phraseKey(row.phrase)])
  unique('byline-forms', 'phrase', (row) => [phraseKey(row.phrase)])
  unique('comparators', 'phrase', (row) => [phraseKey(row.phrase)])
  unique('unit-nouns', 'noun', (row) => [phraseKey(row.noun)])
  unique('share-words', 'phrase', (row) => [phraseKey(row.phrase)])
  unique(
    'subject-words',
    'phrase',
    (row) => [`${row.role}\0${phraseKey(row.phrase)}`],
    (row) => `"${row.phrase}" (${row.role})`,
  )
  unique('holidays', 'day', (row) => [`${row.calendar} ${row.day}/${row.month}`])

  unique('document-type-examples', 'text', (row) => [phraseKey(row.text)])

  const titles = new Set(dictionaries.titles.map(({ row }) => phraseKey(row.title)))
  for (const { line, row } of dictionaries.titles)
    if (row.base !== null && !titles.has(phraseKey(row.base)))
      report('titles', line, 'base', `"${row.base}" is no title of this file`)
  for (const name of ['organisations', 'issuer-codes'] as const)
    for (const { line, row } of dictionaries[name])
      if (row.from !== null && row.to !== null && row.from > row.to)
        report(name, line, 'to', `ends before it begins (${row.from})`)
  return problems.sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : 0))
}

type Report = (name: DictionaryName, line: number, column: string, message: string) => void

/** Periods that overlap or end before they begin, ids that no row has, and provinces that cannot be found by a name. */
function checkProvinces(dictionaries: Dictionaries, report: Report): void {
  const rows = dictionaries.provinces.map(({ line, row }) => ({
    line,
    row: { ...row, formedFrom: row['formed-from'] },
  }))
  const ids = new Set(rows.map(({ row }) => row.id))
  const today = new Set(rows.filter(({ row }) => row.to === null).map(({ row }) => row.id))
  const named = new Set(dictionaries['province-aliases'].map(({ row }) => row.province))
  const earlierPeriods = new Map<string, typeof rows>()
  for (const { line, row } of rows) {
    if (row.from !== null && row.to !== null && row.from > row.to)
      report('provinces', line, 'to', `${row.id} ends before it begins (${row.from})`)
    const earlierRows = earlierPeriods.get(row.id) ?? []
    for (const earlier of earlierRows)
      if (overlap(earlier.row, row))
        report(
          'provinces',
          line,
          'from',
          `this period of ${row.id} overlaps with line ${earlier.line}`,
        )
    earlierPeriods.set(row.id, [...earlierRows, { line, row }])
    for (const id of row.current)
      if (!ids.has(id)) report('provinces', line, 'current', `"${id}" is no province`)
      else if (!today.has(id))
        report('provinces', line, 'current', `"${id}" is no province today (its periods all end)`)
    for (const id of row.formedFrom)
      if (!ids.has(id)) report('provinces', line, 'formed-from', `"${id}" is no province`)
    if (!named.has(row.id))
      report('provinces', line, 'id', `${row.id} has no row in province-aliases.tsv`)
  }
  for (const { line, row } of dictionaries['province-aliases'])
    if (!ids.has(row.province))
      report('province-aliases', line, 'province', `"${row.province}" is no province`)
  for (const { line, row } of dictionaries['province-tiles'])
    for (const id of [row.province, ...row.also])
      if (!ids.has(id)) report('province-tiles', line, 'province', `"${id}" is no province`)
}
