// The contract of sources on a PostgreSQL server, and an archive that was made when only names were kept.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMigrations } from '../../src/adapters/migrations.ts'
import { openPostgresStore } from '../../src/adapters/postgres/store.ts'
import { runSourcesContract } from '../contracts/sources.case.ts'
import { hasPostgres } from '../support/postgres.ts'
import { idOf } from '../support/record-of.ts'
import { usePostgres } from '../support/use-postgres.ts'

const sqlFolder = join(import.meta.dirname, '..', '..', 'src', 'adapters', 'postgres', 'migrations')

describe.skipIf(!hasPostgres())('PostgreSQL', () => {
  const { freshSchema, open, ask } = usePostgres()

  runSourcesContract({ name: 'PostgreSQL', create: () => openPostgresStore(freshSchema().url) })

  test('names that an older archive kept become sources', async () => {
    const { schema, url } = freshSchema()
    const [archive, member] = [idOf('kho'), idOf('một')]
    const old = readMigrations(sqlFolder).filter(({ version }) => version <= 2)
    await ask(`CREATE SCHEMA ${schema}; SET search_path = ${schema};
      CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT, applied_at TEXT);
      ${old.map(({ version, name, sql }) => `${sql}; INSERT INTO schema_version VALUES (${version}, '${name}', '');`).join('\n')}
      INSERT INTO document (id, name, bytes, state, received_at, changed_at)
      SELECT id, name, 1, 'failed', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'
      FROM (VALUES ('${archive}', 'kho.zip'), ('${member}', 'một.pdf')) AS d (id, name);
      INSERT INTO source_name (document_id, name, digest) VALUES
        ('${archive}', 'kho.zip', '1'), ('${member}', 'một.pdf', '2'), ('${archive}', 'kho (2).zip', '3');
      INSERT INTO member (container_id, document_id, name, digest) VALUES ('${archive}', '${member}', 'một.pdf', '2');
      SET search_path = DEFAULT`)
    const store = await open(url)
    const at = '2026-01-01T00:00:00Z'
    expect(await store.sourcesOf(archive)).toEqual([
      { name: 'kho.zip', place: 'kho.zip', tags: [], receivedAt: at, lastAt: at },
      { name: 'kho (2).zip', place: 'kho (2).zip', tags: [], receivedAt: at, lastAt: at },
    ])
    expect(await store.sourcesOf(member)).toMatchObject([{ name: 'một.pdf', place: null }])
  })
})
