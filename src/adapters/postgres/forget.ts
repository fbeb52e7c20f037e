// Forgetting documents in PostgreSQL: all rows of theirs go, their names remain.
import type { Container } from '../../model.ts'
import type { Store } from '../../ports/store.ts'
import { documentOf } from '../document-row.ts'
import { leaveFamily } from './copies.ts'
import type { Ask, PostgresDatabase } from './database.ts'

/** The part of the store that forgets. */
export function forgetOf({
  ask,
  transaction,
}: PostgresDatabase): Pick<Store, 'forget' | 'membersOnlyOf' | 'forgotten'> {
  return {
    forget: (ids, at) =>
      transaction(async (ask) => {
        // In the order of ids, so that two who forget the same never wait for each other.
        const { rows: there } = await ask(
          'SELECT id FROM document WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE',
          [ids],
        )
        // First: what stays must not point to what goes.
        const { rows: staying } = await ask(
          'SELECT id FROM document WHERE container_id = ANY ($1::text[]) AND id <> ALL ($1::text[])',
          [ids],
        )
        for (const { id } of staying) await leaveTo(ask, id, await otherContainerOf(ask, id, ids))
        await ask(
          `INSERT INTO forgotten SELECT id, name, $2 FROM document WHERE id = ANY ($1::text[])
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, at = excluded.at`,
          [ids, at],
        )
        const { rows: records } = await ask(
          'SELECT number FROM record WHERE document_id = ANY ($1::text[]) ORDER BY number',
          [ids],
        )
        for (const { number } of records) await leaveFamily(ask, Number(number))
        await ask('DELETE FROM document WHERE id = ANY ($1::text[])', [ids])
        const gone = new Set(there.map((row) => row.id))
        return ids.filter((id) => gone.has(id))
      }),

    async membersOnlyOf(ids) {
      const { rows } = await ask(
        `SELECT d.* FROM document d WHERE d.container_id = ANY ($1::text[]) AND d.id <> ALL ($1::text[])
           AND NOT EXISTS (SELECT FROM member m WHERE m.document_id = d.id AND m.container_id <> ALL ($1::text[]))
         ORDER BY d.id`,
        [ids],
      )
      return rows.map(documentOf)
    },

    async forgotten(prefix, limit) {
      const { rows } = await ask(
        `SELECT id, name, at FROM forgotten f WHERE id >= $1 AND id < $2
           AND NOT EXISTS (SELECT FROM document WHERE id = f.id) ORDER BY at DESC, id LIMIT $3`,
        [prefix, `${prefix}g`, limit],
      )
      return rows.map(({ id, name, at }) => ({ id, name, at }))
    },
  }
}

/** The first container that a document came in and that stays; null where there is none. */
async function otherContainerOf(
  ask: Ask,
  id: string,
  going: readonly string[],
): Promise<Container | null> {
  const { rows } = await ask(
    `SELECT c.* FROM member m JOIN document c ON c.id = m.container_id
     WHERE m.document_id = $1 AND c.id <> ALL ($2::text[]) ORDER BY m.number LIMIT 1`,
    [id, going],
  )
  if (!rows[0]) return null
  const { id: container, mediaType, container: outer } = documentOf(rows[0])
  return { id: container, types: [...(mediaType ? [mediaType] : []), ...(outer?.types ?? [])] }
}

async function leaveTo(ask: Ask, id: string, container: Container | null): Promise<void> {
  await ask(
    'UPDATE document SET container_id = $2, container_types = $3, changed_at = $4 WHERE id = $1',
    [
      id,
      container?.id ?? null,
      container ? JSON.stringify(container.types) : null,
      new Date().toISOString(),
    ],
  )
}
