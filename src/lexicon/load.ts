// Loads dictionaries/*.tsv into a Lexicon: read, check every row, cross-check, index. The only file of the pure middle
// that reads anything, once at start.
//
//   const lexicon = loadLexicon()
//   lexicon.titles.get('Phó Giám đốc')[0].rank → 3
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageOf, UserError } from '../errors.ts'
import { crossCheck } from './cross-check.ts'
import { indexDictionaries } from './index-dictionaries.ts'
import type { Lexicon } from './lexicon.ts'
import { describeProblem, type Problem, readTsv } from './read-tsv.ts'
import { besideRecords, columnsOf, type Dictionaries, dictionaryNames, schemas } from './schemas.ts'

/** The folder of dictionaries that comes with the code. */
export const defaultFolder: string = fileURLToPath(new URL('../../dictionaries', import.meta.url))

/**
 * Reads and checks all dictionaries of a folder. Synchronous, because nothing can start without it.
 * @throws UserError that names every fault, one a line, as file:line:column: sentence
 */
export function loadLexicon(folder: string = defaultFolder): Lexicon {
  const contents = readFolder(folder)
  const { dictionaries, problems } = parseDictionaries(contents)
  // Rows that could not be read would make false alarms here: first the shape, then the sense.
  const all = problems.length > 0 ? problems : crossCheck(dictionaries)
  if (all.length > 0)
    throw new UserError(
      `The dictionaries in ${folder} have ${all.length} fault(s); mend these places:\n${all
        .map(describeProblem)
        .join('\n')}`,
    )
  return indexDictionaries(dictionaries, versionOf(contents))
}

/** Contents by file name, in sorted order. */
function readFolder(folder: string): Map<string, string> {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const contents = new Map<string, string>()
    for (const name of names.sort()) {
      const bytes = readFileSync(join(folder, name))
      try {
        contents.set(name, decoder.decode(bytes))
      } catch {
        throw new UserError(`${name}:1:1: the file is not UTF-8; save it as "UTF-8" text.`)
      }
    }
    return contents
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(
      `The dictionaries cannot be read from ${folder}: ${messageOf(error)}. Give a folder with the *.tsv files.`,
      { cause: error },
    )
  }
}

/** SHA-256 over names and contents in sorted order, of the files that records are made with. */
function versionOf(contents: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [name, content] of contents)
    if (!besideRecords.some((one) => name === `${one}.tsv`)) hash.update(`${name}\0${content}\0`)
  return hash.digest('hex')
}

/** Every file's rows as values. Pure; faults are collected, never thrown. */
function parseDictionaries(contents: ReadonlyMap<string, string>): {
  dictionaries: Dictionaries
  problems: Problem[]
} {
  const problems: Problem[] = []
  const dictionaries: Record<string, { line: number; row: unknown }[]> = {}
  for (const name of dictionaryNames) {
    const file = `${name}.tsv`
    const content = contents.get(file)
    if (content === undefined) {
      problems.push({ file, line: 1, column: 1, message: 'the file is missing' })
      continue
    }
    const columns = columnsOf(name)
    const tsv = readTsv(file, content, columns)
    problems.push(...tsv.problems)
    dictionaries[name] = tsv.rows.flatMap(({ line, cells }) => {
      const parsed = schemas[name].safeParse(cells)
      if (parsed.success) return [{ line, row: parsed.data }]
      for (const { path, message } of parsed.error.issues) {
        const column = String(path[0])
        problems.push({
          file,
          line,
          column: columns.indexOf(column) + 1,
          message: `${column} ${message}; it is "${cells[column]}"`,
        })
      }
      return []
    })
  }
  for (const file of contents.keys())
    if (!(file.slice(0, -4) in schemas))
      problems.push({
        file,
        line: 1,
        column: 1,
        message: 'is no known dictionary; remove the file',
      })
  return { dictionaries: dictionaries as Dictionaries, problems }
}
