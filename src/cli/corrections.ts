// `vanthu corrections export`: what people corrected, as rows that the dictionaries might have, and the rest as a list.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { columnsOf } from '../lexicon/schemas.ts'
import type { Correction } from '../model/correction.ts'
import { openApp } from './open-app.ts'
import { countOf, oneLine, print, printJson, say } from './output.ts'

export type ExportOptions = { to?: string; json?: boolean }

/**
 * Prints, or writes to the files of a folder, one TSV for each dictionary in its own format, and `corrections.tsv` with all that
 * suggests no row. Gives the exit status.
 */
export async function exportCorrections(options: ExportOptions): Promise<number> {
  const { app, close } = await openApp()
  const { rows, rest } = await app.proposeRows()
  await close()
  if (options.json) {
    await printJson({ rows, rest })
    return 0
  }
  const files = new Map<string, string[]>()
  for (const { dictionary, cells } of rows) {
    const name = `${dictionary}.tsv`
    const lines = files.get(name) ?? [columnsOf(dictionary).join('\t')]
    lines.push(cells.join('\t'))
    files.set(name, lines)
  }
  if (rest.length > 0) files.set('corrections.tsv', [restColumns.join('\t'), ...rest.map(restRow)])
  if (options.to) {
    await mkdir(options.to, { recursive: true })
    for (const [name, lines] of files)
      await writeFile(join(options.to, name), lines.map((line) => `${line}\n`).join(''))
    say(
      `${countOf(rows.length, 'proposed row')} and ${countOf(rest.length, 'other correction')} are in ${options.to}.`,
    )
    return 0
  }
  const sections = Array.from(files, ([name, lines]) => [`# ${name}`, ...lines].join('\n'))
  if (sections.length > 0) await print(sections.join('\n\n'))
  else say('There is no correction that could be exported.')
  return 0
}

const restColumns = ['document', 'number', 'who', 'at', 'action', 'item', 'words', 'was', 'value']

function restRow(correction: Correction): string {
  const { documentId, number, who, at, action, item, value } = correction
  const words = item === 'field' ? correction.target : (correction.target.quote?.text ?? '')
  const was = item === 'field' ? '' : (correction.target.value ?? '')
  const cells = [documentId, String(number), who, at, action, item, words, was]
  return [...cells, value === null ? '' : JSON.stringify(value)].map(oneLine).join('\t')
}
