// The real application over an archive in a temporary folder, with accounts on, cheap passwords and a clock that a test sets.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts'
import type { App } from '../../../src/app/app.ts'
import { loadConfig } from '../../../src/config.ts'
import { createApp } from '../../../src/create-app.ts'
import type { Access } from '../../../src/http/accounts/access.ts'
import { createHttp } from '../../../src/http/create-http.ts'
import type { Role, Scope } from '../../../src/model/account.ts'
import type { VanthuRecord } from '../../../src/model.ts'
import { saveRecord } from '../../support/attempts.ts'

export const onTheCli = { who: 'test', way: 'cli', address: null } as const
export const passwordOf = (name: string): string => `${name} qua cầu treo bản xa`
/** What browsers send with a form of the page itself. */
export const ownForm = { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }

export type Guarded = {
  app: App
  http: Hono
  clock: { now: number }
  /** Asks from an address, without a header that was not given. */
  ask(path: string, init?: RequestInit, address?: string): Promise<Response>
  /** Sends a form as a browser does. */
  send(path: string, fields: Record<string, string>, init?: RequestInit): Promise<Response>
  addAccount(name: string, role: Role): Promise<void>
  /** Logs in; gives the cookie to send. */
  logIn(name: string): Promise<string>
  token(name: string, scopes: Scope[]): Promise<string>
  /** Adds a document with its record; gives its id. */
  add(record: VanthuRecord): Promise<string>
  remove(): Promise<void>
}

export async function openGuarded(options: Partial<Access> = {}): Promise<Guarded> {
  const folder = await mkdtemp(join(tmpdir(), 'vanthu-accounts-'))
  const config = loadConfig({ environment: { VANTHU_LOG_LEVEL: 'silent' }, folder })
  const clock = { now: Date.parse('2026-03-01T08:00:00.000Z') }
  const app = await createApp(config, {
    clock: () => clock.now,
    passwordCost: { ln: 4, r: 8, p: 1 },
  })
  const access: Access = {
    accounts: true,
    proxies: 0,
    requestsPerMinute: 0,
    now: () => clock.now,
    ...options,
  }
  const http = createHttp(app, { access })
  const ask: Guarded['ask'] = async (path, init = {}, address = '203.0.113.7') =>
    http.request(path, init, { incoming: { socket: { remoteAddress: address } } })
  const send: Guarded['send'] = (path, fields, init = {}) =>
    ask(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      ...init,
      headers: { ...ownForm, ...init.headers },
    })
  return {
    app,
    http,
    clock,
    ask,
    send,
    async addAccount(name, role) {
      await app.accounts.add(onTheCli, { name, role, password: passwordOf(name) })
    },
    async logIn(name) {
      const answer = await send('/login', { name, password: passwordOf(name) })
      const cookie = cookieOf(answer)
      if (!cookie) throw new Error(`${name} was not logged in: ${answer.status}.`)
      return cookie
    },
    async token(name, scopes) {
      const { secret } = await app.accounts.addToken(onTheCli, name, {
        label: 'test',
        scopes,
        days: null,
      })
      return `Bearer ${secret}`
    },
    async add(record) {
      const bytes = Buffer.from(record.text)
      const { id } = await app.ingest({ name: record.source.name, bytes })
      const store = openSqliteStore(config.storeUrl.replace('sqlite:', ''))
      await saveRecord(store, id, record)
      await store.close()
      return id
    },
    async remove() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** "vanthu=…" as a browser sends it back; null where the answer sets none. */
export function cookieOf(answer: Response): string | null {
  const set = answer.headers.getSetCookie().find((one) => /^(?:__Host-)?vanthu=[\w-]+/.test(one))
  return set?.split(';')[0] ?? null
}
