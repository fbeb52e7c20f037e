// `vanthu saved …`: searches that are kept.
import { UserError } from '../errors.ts'
import { readSavedQuery, writeSavedQuery } from '../http/saved/saved-query.ts'
import { savedBodyOf } from '../http/saved/schemas.ts'
import { onCommandLine } from './account.ts'
import { openApp } from './open-app.ts'
import { oneLine, print, printJson } from './output.ts'
import { table } from './table.ts'

type Json = { json?: boolean }

export async function listSaved(options: Json): Promise<number> {
  const { app, close } = await openApp()
  const all = await app.saved.list()
  await close()
  if (options.json) await printJson(all.map(savedBodyOf))
  else if (all.length === 0)
    await print('No search is saved; save one with "vanthu saved add NAME --query …".')
  else
    await print(
      table(
        [
          { heading: 'Id' },
          { heading: 'Name', max: 36 },
          { heading: 'Query', max: 48 },
          { heading: 'Webhook', max: 40 },
          { heading: 'Latest message' },
        ],
        all.map(({ id, name, query, webhookUrl, deliveries: [latest] }) => [
          id,
          name,
          decodeURIComponent(writeSavedQuery(query).replaceAll('+', ' ')),
          webhookUrl ?? '',
          latest?.state ?? '',
        ]),
      ),
    )
  return 0
}

export async function addSaved(
  name: string,
  options: Json & { query: string; webhook?: string },
): Promise<number> {
  const query = readSavedQuery(options.query)
  const { app, close } = await openApp()
  const webhook = options.webhook === undefined ? null : { url: options.webhook }
  const { saved, secret } = await app.saved.add({
    ...{ name, query, webhook },
    who: onCommandLine().who,
  })
  await close()
  if (options.json) await printJson({ ...savedBodyOf(saved), secret })
  else
    await print(
      `Saved as ${saved.id}; its feed is at /saved/${saved.id}/feed.${secret ? `\nSecret of the webhook, shown this once: ${secret}` : ''}`,
    )
  return 0
}

export async function removeSaved(id: string, options: Json): Promise<number> {
  const { app, close } = await openApp()
  const removed = await app.saved.remove(id)
  await close()
  if (!removed) throw new UserError(`There is no saved search ${oneLine(id)}.`)
  if (options.json) await printJson(savedBodyOf({ ...removed, deliveries: [] }))
  else await print(`${oneLine(removed.name)} is removed.`)
  return 0
}
