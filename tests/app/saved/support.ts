// An archive whose searches may tell a server on this machine, and that server, which checks signatures by itself.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { onTestFinished } from 'vitest'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import type { App } from '../../../src/app/app.ts'
import { loadConfig } from '../../../src/config.ts'
import { createApp } from '../../../src/create-app.ts'
import { createLog } from '../../../src/log.ts'
import type { VanthuRecord } from '../../../src/model.ts'
import { saveRecord } from '../../support/attempts.ts'
import { idOf } from '../../support/record-of.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

export type Message = { id: string; isSigned: boolean; body: { documents: Array<{ id: string }> } }
export type Receiver = {
  url: string
  received: Message[]
  /** What the next requests are answered, the last one for all that follow; null: nothing at all. */
  answers: Array<{ status: number; headers?: Record<string, string>; body?: string } | null>
  secret: string
}

export const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

export async function openReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: '', received: [], answers: [{ status: 204 }], secret }
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const text = Buffer.concat(pieces).toString()
    const header = (name: string) => String(request.headers[name])
    const isFresh = Math.abs(Date.now() / 1000 - Number(header('webhook-timestamp'))) < 60
    const expected = createHmac('sha256', Buffer.from(receiver.secret.slice(6), 'base64'))
      .update(`${header('webhook-id')}.${header('webhook-timestamp')}.${text}`)
      .digest()
    const [version, given = ''] = header('webhook-signature').split(',')
    const signature = Buffer.from(given, 'base64')
    const isSigned =
      version === 'v1' &&
      isFresh &&
      signature.length === expected.length &&
      timingSafeEqual(signature, expected)
    receiver.received.push({ id: header('webhook-id'), isSigned, body: JSON.parse(text) })
    const answer = receiver.answers.length > 1 ? receiver.answers.shift() : receiver.answers[0]
    if (!answer) return
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return receiver
}

export type SavedArchive = {
  app: App
  folder: string
  /** Adds a document with its record; the text is its original. Gives the id. */
  add(record: VanthuRecord): Promise<string>
  /** The time of the next try has come, and whoever was trying is taken for dead. */
  letTimePass(): void
}

export async function openSavedArchive(
  environment: Record<string, string> = { VANTHU_WEBHOOK_HOSTS: '127.0.0.1' },
): Promise<SavedArchive> {
  const folder = await temporaryFolder()
  const config = loadConfig({ environment, folder })
  const app = await createApp(config, { log: createLog({ level: 'silent' }) })
  const path = join(folder, 'data', 'vanthu.db')
  const store = openSqliteStore(path)
  onTestFinished(async () => {
    await app.close()
    await store.close()
  })
  return {
    app,
    folder,
    async add(record) {
      const bytes = Buffer.from(record.text)
      await app.ingest({ name: record.source.name, bytes })
      await saveRecord(store, idOf(record.text), record)
      return idOf(record.text)
    },
    letTimePass() {
      const database = new DatabaseSync(path)
      database.exec(
        "UPDATE saved_delivery SET next_try_at = '2000', leased_until = CASE WHEN leased_until IS NULL THEN NULL ELSE '2000' END",
      )
      database.close()
    },
  }
}
