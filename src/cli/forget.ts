// `vanthu forget ID`: removes a document with its bytes for good, after asking.
import { createInterface } from 'node:readline/promises'
import { UserError } from '../errors.ts'
import { openApp } from './open-app.ts'
import { countOf, oneLine, print, printJson, say } from './output.ts'

export type ForgetOptions = { withMembers?: boolean; yes?: boolean; json?: boolean }

/** Forgets the document; gives the exit status. */
export async function forget(id: string, options: ForgetOptions): Promise<number> {
  const { app, close } = await openApp()
  const row = (await app.document(id))?.row
  if (row && !options.yes && !(await isSure(`${row.name} (${row.id.slice(0, 12)})`))) {
    say('Nothing was removed.')
    await close()
    return 0
  }
  const result = await app.forget({ id, withMembers: options.withMembers })
  await close()
  if (options.json) {
    await printJson(result)
    return 0
  }
  await print(`${countOf(result.documents.length, 'document')} removed for good:`)
  for (const { name } of result.documents) await print(`  ${oneLine(name)}`)
  await print('Copies in the inbox folders (.done) and in backups are not touched.')
  return 0
}

async function isSure(what: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new UserError('Removing a document cannot be undone: say --yes to do it unasked.')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(
    `Remove ${oneLine(what)} with its original and all that was read of it, for good? [y/N] `,
  )
  terminal.close()
  return /^(?:y|yes)$/i.test(answer.trim())
}
