// `vanthu export WHAT`: everything that matches, to a file or to stdout.
import { createWriteStream, existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import {
  type ExportFormat,
  exportFormats,
  exportKinds,
  exportParams,
} from '../app/export/params.ts'
import { readParams, sentenceOfProblems } from '../app/facts/params.ts'
import { UserError } from '../errors.ts'
import { closeAtEnd } from './closing.ts'
import { exportFilters } from './export-command.ts'
import { openApp } from './open-app.ts'
import { bold, countOf, oneLine, print, printJson } from './output.ts'

export type ExportOptions = {
  format?: ExportFormat
  output?: string
  force?: boolean
  json?: boolean
} & Record<string, unknown>

/** Writes the export; gives the exit status. The file bears its name only when it is whole. */
export async function exportFacts(what: string, options: ExportOptions): Promise<number> {
  const { output } = options
  const kind = exportKinds.find((one) => one === what)
  if (!kind)
    throw new UserError(`"${oneLine(what)}" cannot be exported; ${exportKinds.join(', ')} can.`)
  const format = options.format ?? formatOf(output)
  const given = Object.keys(exportFilters).flatMap((filter) => {
    const value = options[filter]
    return typeof value === 'string' ? [[filter, value] as const] : []
  })
  const { asked, problems } = readParams(exportParams[kind], given)
  if (!asked) throw new UserError(sentenceOfProblems(problems))
  if (output === undefined && format === 'xlsx' && process.stdout.isTTY)
    throw new UserError('A workbook is nothing to look at here: name a file with -o.')
  if (output !== undefined && !options.force && existsSync(output))
    throw new UserError(`${output} is there already; name another file, or say --force.`)
  const { app, close } = await openApp()
  const bytes = await app.facts.exportAll(kind, format, asked)
  if (output === undefined) await pipeline(bytes, process.stdout, { end: false })
  else {
    const partial = `${output}.partial`
    const removed = closeAtEnd(() => rm(partial, { force: true }))
    try {
      await pipeline(bytes, createWriteStream(partial))
      await rename(partial, output)
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (!['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EROFS'].includes(code)) throw error
      throw new UserError(`${output} cannot be written (${code}); name another file.`, {
        cause: error,
      })
    } finally {
      await removed()
    }
    const { size } = await stat(output)
    if (options.json) await printJson({ kind, format, file: output, bytes: size })
    else await print(bold(`${oneLine(output)}: ${countOf(size, 'byte')} written.`))
  }
  await close()
  return 0
}

/** The format that a file's name ends with; NDJSON where it says none. */
function formatOf(output: string | undefined): ExportFormat {
  return exportFormats.find((format) => output?.toLowerCase().endsWith(`.${format}`)) ?? 'ndjson'
}
