// P16: rows of another version. An older program refuses what a newer one made; a newer one goes on where an older one stopped.
import { readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { openFolderBlobs } from '../../src/adapters/blobs/folder-blobs.ts'
import { openRedisQueue } from '../../src/adapters/queues/redis-queue.ts'
import { databaseOf, runBeside } from './database.ts'
import { type Archive, engines, openArchive, patienceMs, until, useEngines } from './engines.ts'
import { documents, type Input, idOf } from './inputs.ts'
import { type Calm, calmRun, expectDocuments, expectVerified, expectWhole } from './oracle.ts'

const { servers } = useEngines()
const migrations = join(import.meta.dirname, '../../src/adapters')
/** The last version without leases, sources and corrections. */
const older = { embedded: 3, distributed: 2 } as const
const at = '2026-01-05T08:00:00.000Z'

describe.each(engines)('%s', { timeout: patienceMs * 2, concurrent: true }, (engine) => {
  test('P16: every process refuses the rows of a newer version, and changes nothing', async () => {
    const inputs = documents(0, 3)
    const archive = await openArchive(engine, servers())
    await archive.drop(inputs)
    await runBeside(archive, `INSERT INTO schema_version VALUES (9999, '9999-later.sql', '${at}')`)
    for (const role of archive.roles)
      await expect(archive.start([role])).rejects.toThrow(
        /ended with 2: .*schema version 9999.*start a newer vanthu/s,
      )
    expect(await archive.store.idsAfter('', 9)).toEqual([])
    await runBeside(archive, 'DELETE FROM schema_version WHERE version = 9999')
    await archive.start()
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P16: jobs that an older version had begun, and that wait in its queue, are done', async () => {
    const inputs = documents(0, 8).map((input) => ({ ...input, path: basename(input.path) }))
    const calm = await calmRun(engine, servers(), inputs)
    const archive = await openArchive(engine, servers())
    await archive.withoutStore(async () => {
      await fillOlder(archive, inputs, calm)
      await archive.start()
    })
    await until('all are read', async () => {
      const { extracted, ...others } = await archive.store.countStates()
      return extracted === inputs.length && Object.values(others).every((count) => count === 0)
    })
    await archive.stop()
    await expectDocuments(archive, inputs, calm)
    await expectVerified(archive)
  })
})

/** Makes the archive one of an older version, in the middle of its work. */
async function fillOlder(archive: Archive, inputs: readonly Input[], calm: Calm): Promise<void> {
  const { engine, blobs, environment, schema } = archive
  const database = engine === 'embedded' ? await emptySqlite(archive) : await emptyPostgres(archive)
  const folder = join(migrations, engine === 'embedded' ? 'sqlite' : 'postgres', 'migrations')
  const files = (await readdir(folder)).sort().slice(0, older[engine])
  await database.run(
    'CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)',
  )
  for (const [n, file] of files.entries()) {
    await database.run(await readFile(join(folder, file), 'utf8'))
    await database.run(`INSERT INTO schema_version VALUES (${n + 1}, '${file}', '${at}')`)
  }
  const kept = await openFolderBlobs(blobs)
  for (const [n, { path, bytes }] of inputs.entries()) {
    const { id } = await kept.put(bytes)
    // Some wait, some were begun, some were parsed.
    const job = n % 3 === 2 ? 'extract' : 'parse'
    await database.run(
      `INSERT INTO document (id, name, bytes, state, next_job, attempts, received_at, changed_at)
       VALUES ('${id}', '${path}', ${bytes.length}, 'pending', '${job}', ${n % 2}, '${at}', '${at}')`,
    )
    const digest = engine === 'embedded' ? ['', ''] : [', digest', `, '${idOf(Buffer.from(path))}'`]
    await database.run(
      `INSERT INTO source_name (document_id, name${digest[0]}) VALUES ('${id}', '${path}'${digest[1]})`,
    )
    if (job === 'extract') {
      const body = JSON.stringify(calm.get(id)?.parsed).replaceAll("'", "''")
      await database.run(`INSERT INTO parsed (document_id, body) VALUES ('${id}', '${body}')`)
      await database.run(
        `UPDATE document SET media_type = '${calm.get(id)?.parsed?.mediaType}' WHERE id = '${id}'`,
      )
    }
  }
  await database.close()
  if (engine === 'embedded') return
  const queue = await openRedisQueue(`${environment.VANTHU_QUEUE_URL}`, () => {})
  for (const { bytes } of inputs.slice(0, 3)) await queue.add({ kind: 'parse', id: idOf(bytes) })
  await queue.close()
  expect(schema).not.toBe('')
}

type Database = { run(sql: string): Promise<unknown>; close(): Promise<void> }

async function emptySqlite(archive: Archive): Promise<Database> {
  const path = databaseOf(archive)
  for (const end of ['', '-wal', '-shm']) await rm(`${path}${end}`, { force: true })
  const database = new DatabaseSync(path)
  return {
    run: async (sql) => database.exec(sql),
    close: async () => database.close(),
  }
}

async function emptyPostgres({ environment, schema }: Archive): Promise<Database> {
  const url = new URL(environment.VANTHU_STORE_URL ?? '')
  url.searchParams.delete('schema')
  const client = new Client({ connectionString: url.href })
  await client.connect()
  await client.query(`DROP SCHEMA ${schema} CASCADE; CREATE SCHEMA ${schema}`)
  await client.query(`SET search_path = ${schema}`)
  return { run: (sql) => client.query(sql), close: () => client.end() }
}
