// Opening a PostgreSQL store: migrations, several processes at once, and every reason not to be let in.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readMigrations } from '../../src/adapters/migrations.ts'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { UserError } from '../../src/errors.ts'
import { saveRecord } from '../support/attempts.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf, recordOf } from '../support/record-of.ts'
import { thrownBy, usePostgres } from '../support/use-postgres.ts'

const receivedAt = '2026-03-01T08:00:00.000Z'
const document = { id: idOf('a'), source: { name: 'a.txt' }, bytes: 1, receivedAt }

const oldMigrations = readMigrations(
  join(import.meta.dirname, '../../src/adapters/postgres/migrations'),
).slice(0, 2)

describe.skipIf(!hasPostgres())('opening a PostgreSQL store', () => {
  const { server, ask, addressWith, freshSchema, open } = usePostgres()

  test('several processes may make the tables at once', async () => {
    const { schema, url } = freshSchema()
    const stores = await Promise.all(Array.from({ length: 6 }, () => open(url)))
    for (const store of stores) await store.addDocument(document)
    const versions = await ask(`SELECT version FROM ${schema}.schema_version ORDER BY version`)
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, i) => i + 1))
    expect(versions.length).toBeGreaterThan(1)
  })

  test('a database of an older vanthu is brought up to date, with what it holds', async () => {
    const { schema, url } = freshSchema()
    const record = recordOf({ lines: ['title: Thi \u0000đua "madeBy":{"parser":"x"}'] })
    await ask(`CREATE SCHEMA ${schema}; SET search_path = ${schema}`)
    await ask('CREATE TABLE schema_version (version INTEGER, name TEXT, applied_at TEXT)')
    for (const { version, name, sql } of oldMigrations)
      await ask(`${sql}; INSERT INTO schema_version VALUES (${version}, '${name}', '')`)
    await ask(`INSERT INTO document (id, name, bytes, state, received_at, changed_at)
      VALUES ('${document.id}', 'a.txt', 1, 'extracted', '${receivedAt}', '2026-03-01T09:00:00.000Z')`)
    await ask(`INSERT INTO record (document_id, day, type, body)
      VALUES ('${document.id}', '', 'other', $record$${JSON.stringify(record)}$record$); RESET search_path`)
    const store = await open(url)
    expect(await store.makers('', 5)).toEqual([{ id: document.id, ...record.madeBy }])
    expect(await store.getDocument(document.id)).toMatchObject({
      stateSince: '2026-03-01T09:00:00.000Z',
      holder: null,
      quarantinedAt: null,
    })
    await saveRecord(store, document.id, recordOf({ lines: ['Thi đua'] }))
    expect((await store.search({ q: 'thi', limit: 5 })).total).toBe(1)
  })

  test('a migration that fails leaves nothing behind', async () => {
    const { schema, url } = freshSchema()
    await ask(`CREATE SCHEMA ${schema}`)
    await ask(`CREATE TABLE ${schema}.record ()`)
    expect(await thrownBy(open(url))).toBeInstanceOf(UserError)
    const tables = await ask(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = '${schema}' ORDER BY 1`,
    )
    expect(tables.map(({ name }) => name)).toEqual(['record', 'schema_version'])
  })

  test('a newer schema is refused, naming both versions', async () => {
    const { schema, url } = freshSchema()
    await open(url)
    await ask(`INSERT INTO ${schema}.schema_version VALUES (999, '0999-future.sql', '')`)
    const error = await thrownBy(open(url))
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toMatch(/version 999.*up to \d+/)
  })

  test('who may only read and write rows can use tables that others made', async () => {
    const { schema, url } = freshSchema()
    await open(url)
    const user = await makeUser()
    await ask(`GRANT USAGE ON SCHEMA ${schema} TO ${user}`)
    await ask(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${user}`)
    const store = await open(as(user, url))
    await store.addDocument(document)
    await saveRecord(store, document.id, recordOf({ lines: ['Thi đua'] }))
    expect((await store.search({ q: 'thi', limit: 5 })).total).toBe(1)
  })

  test.each<[what: string, url: () => string | Promise<string>, says: RegExp]>([
    [
      'a wrong password',
      () => addressWith((url) => (url.password = 'mat-khau-sai')),
      /does not let "\w+" in/,
    ],
    [
      'a user that is not there',
      () => addressWith((url) => (url.username = 'khong_co')),
      /does not let "khong_co" in/,
    ],
    ['no password', () => addressWith((url) => (url.password = '')), /asks for a password/],
    [
      'a database that is not there',
      () => addressWith((url) => (url.pathname = '/khong_co')),
      /has no database "khong_co"; make it/,
    ],
    [
      'a port where nobody listens',
      () => addressWith((url) => (url.port = '9')),
      /127\.0\.0\.1:9 cannot be reached \(.*ECONNREFUSED/,
    ],
    [
      'a host that is not there',
      () => addressWith((url) => (url.hostname = 'db.invalid')),
      /db\.invalid:\d+ cannot be reached/,
    ],
    [
      'a user who may make nothing',
      async () => as(await makeUser(), freshSchema().url),
      /may not do what vanthu needs in the schema "test_\w+"/,
    ],
    [
      'a schema that is there and not to be used',
      async () => {
        const { schema, url } = freshSchema()
        await ask(`CREATE SCHEMA ${schema}`)
        return as(await makeUser(), url)
      },
      /no schema on .* may make tables/,
    ],
    [
      'tables of others with our names',
      async () => {
        const { schema, url } = freshSchema()
        await ask(`CREATE SCHEMA ${schema}`)
        await ask(`CREATE TABLE ${schema}.document (id INTEGER)`)
        return url
      },
      /tables .* that are not vanthu's .*\?schema=/,
    ],
    [
      "another program's schema_version",
      async () => {
        const { schema, url } = freshSchema()
        await ask(`CREATE SCHEMA ${schema}`)
        await ask(`CREATE TABLE ${schema}.schema_version (version TEXT)`)
        return url
      },
      /tables .* that are not vanthu's/,
    ],
    [
      'a database that keeps no UTF-8',
      async () => {
        const name = `latin_${randomBytes(6).toString('hex')}`
        await ask(
          `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'`,
        )
        onTestFinished(async () => {
          if (!server().isOwn) await ask(`DROP DATABASE ${name}`)
        })
        return addressWith((url) => (url.pathname = `/${name}`))
      },
      /keeps text as LATIN1/,
    ],
    [
      'a schema that cannot be one',
      () => addressWith((url) => url.searchParams.set('schema', 'a"; DROP')),
      /cannot be a schema/,
    ],
    [
      'signs in the password that must be written as %23',
      () => 'postgres://vanthu:mat-khau#1@h:x/d',
      /%40/,
    ],
    ['another kind of address', () => 'mysql://vanthu:mat-khau@h/d', /postgres:\/\//],
  ])('%s is refused with a sentence and without the password', async (_, url, says) => {
    const address = await url()
    const error = await thrownBy(openPostgresStore(address))
    expect(error).toBeInstanceOf(UserError)
    expect((error as Error).message).toMatch(says)
    const password = /:([^/@:]+)@/.exec(address)?.[1] ?? 'mat-khau'
    expect((error as Error).message).not.toContain(password)
  })

  async function makeUser(): Promise<string> {
    const user = `user_${randomBytes(6).toString('hex')}`
    await ask(`CREATE ROLE ${user} LOGIN PASSWORD 'mat-khau-thu'`)
    onTestFinished(async () => {
      await ask(`DROP OWNED BY ${user}`)
      await ask(`DROP ROLE ${user}`)
    })
    return user
  }
  function as(user: string, address: string): string {
    const url = new URL(address)
    url.username = user
    url.password = 'mat-khau-thu'
    return url.href
  }
})
