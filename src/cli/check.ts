// `vanthu check`: the effective configuration, the dictionaries, the folders: is everything as it should be?
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { describeConfig, loadConfig } from '../config.ts'
import { messageOf } from '../errors.ts'
import { loadLexicon } from '../lexicon/load.ts'
import { bold, print, printJson, red } from './output.ts'
import { table } from './table.ts'

type Check = { what: string; ok: boolean; message: string }

/** Prints what was found; exit status 2 where something must be mended. */
export async function check(options: { json?: boolean }): Promise<number> {
  const config = loadConfig()
  const checks: Check[] = [
    checkDictionaries(),
    await checkFolder('data folder', config.data),
    ...(await Promise.all(config.inbox.map((folder) => checkFolder('inbox', folder)))),
  ]
  const shown = describeConfig(config)
  const ok = checks.every((c) => c.ok)
  if (options.json) await printJson({ ok, config: shown, checks })
  else {
    await print(bold('Configuration'))
    await print(
      table(
        [{ heading: 'setting' }, { heading: 'value' }],
        Object.entries(shown).map(([key, value]) => [key, String(value)]),
      ),
    )
    await print('')
    for (const { what, ok, message } of checks)
      await print(`${ok ? 'ok    ' : red('wrong ')} ${what}: ${message}`)
  }
  return ok ? 0 : 2
}

function checkDictionaries(): Check {
  const what = 'dictionaries'
  try {
    const lexicon = loadLexicon()
    return { what, ok: true, message: `version ${lexicon.version.slice(0, 12)}` }
  } catch (error) {
    return { what, ok: false, message: messageOf(error) }
  }
}

/** A folder that is there must be writable; one that is not must be possible to make. Nothing is made. */
async function checkFolder(what: string, folder: string): Promise<Check> {
  for (let at = folder; ; at = dirname(at)) {
    try {
      await access(at, constants.W_OK)
      return {
        what,
        ok: true,
        message: at === folder ? `${folder} is writable` : `${folder} will be made`,
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'ENOENT' && dirname(at) !== at) continue
      return { what, ok: false, message: `${at} cannot be written to (${code})` }
    }
  }
}
