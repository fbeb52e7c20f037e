// The tables of what belongs to no document, the same for every database: backups carry their rows as they are.
// A table that is added to the migrations and is not a document's, an index or told by running processes belongs here.

export type LooseTable = {
  table: string
  /** The column that tells rows apart. */
  key: string
  text: readonly string[]
  numbers: readonly string[]
}

export const looseTables: readonly LooseTable[] = [
  { table: 'forgotten', key: 'id', text: ['id', 'name', 'at'], numbers: [] },
  {
    table: 'inbox_file',
    key: 'key',
    text: [
      'key',
      'folder',
      'path',
      'document_id',
      'code',
      'message',
      'shelf',
      'shelf_path',
      'note_path',
      'at',
    ],
    numbers: ['size', 'mtime_ms'],
  },
  // Without who works on it: a copy is nobody's.
  {
    table: 'crawl_source',
    key: 'id',
    text: [
      'id',
      'name',
      'url',
      'every',
      'province',
      'include',
      'exclude',
      'allow_hosts',
      'extra_cas',
      'created_at',
      'next_run_at',
      'looked_at',
      'started_at',
      'ended_at',
      'waits_until',
      'error_code',
      'error_message',
    ],
    numbers: ['depth', 'max_pages', 'delay_ms', 'paused', 'run', 'visits', 'lease'],
  },
  {
    table: 'page',
    key: 'key',
    text: [
      'key',
      'source_id',
      'url_key',
      'url',
      'host',
      'kind',
      'title',
      'offered_by',
      'state',
      'result',
      'etag',
      'last_modified',
      'sha256',
      'text_print',
      'fetched_at',
      'changed_at',
      'next_visit_at',
      'error_code',
      'error_message',
    ],
    numbers: ['entry', 'depth', 'found_run', 'visited_run', 'status', 'misses', 'tries'],
  },
  {
    table: 'fetch_evidence',
    key: 'key',
    text: [
      'key',
      'source_id',
      'page_key',
      'at',
      'asked',
      'url',
      'redirects',
      'headers',
      'sha256',
      'flags',
      'outcome',
    ],
    numbers: ['status', 'size', 'changed'],
  },
  {
    table: 'page_link',
    key: 'key',
    text: ['key', 'page_key', 'page_url', 'page_title', 'file_key', 'file_url', 'file_title'],
    numbers: [],
  },
  {
    table: 'person_decision',
    key: 'key',
    text: [
      'key',
      'action',
      'one_name',
      'one_document',
      'other_name',
      'other_document',
      'who',
      'at',
    ],
    numbers: [],
  },
  // Sessions and failed attempts are of the moment. Who restores has the passwords and tokens of then.
  {
    table: 'account',
    key: 'key',
    text: ['key', 'name', 'role', 'password_hash', 'created_at', 'locked_at', 'last_login_at'],
    numbers: [],
  },
  {
    table: 'api_token',
    key: 'id',
    text: [
      'id',
      'hash',
      'account_key',
      'label',
      'start',
      'scopes',
      'created_at',
      'expires_at',
      'used_at',
    ],
    numbers: [],
  },
  {
    table: 'audit_entry',
    key: 'key',
    text: ['key', 'at', 'who', 'way', 'address', 'action', 'target', 'outcome', 'detail'],
    numbers: [],
  },
  {
    table: 'saved_search',
    key: 'id',
    text: ['id', 'name', 'query', 'who', 'created_at', 'webhook_url', 'webhook_secret', 'begun_at'],
    numbers: [],
  },
  {
    table: 'saved_match',
    key: 'key',
    text: ['key', 'saved_id', 'document_id', 'delivery_id'],
    numbers: [],
  },
  // Without the lease: a copy is nobody's.
  {
    table: 'saved_delivery',
    key: 'id',
    text: ['id', 'saved_id', 'created_at', 'state', 'last_try_at', 'next_try_at', 'reason'],
    numbers: ['tries', 'status'],
  },
  { table: 'saved_change', key: 'key', text: ['key', 'document_id', 'mark'], numbers: [] },
]

/** Columns of a table. */
export const columnsOf = ({ text, numbers }: LooseTable): string[] => [...text, ...numbers]

/** The statement that writes a row, replacing the one of its key; `parameter` is the n-th of its columns, from 1. */
export function looseInsert(table: LooseTable, parameter: (n: number) => string): string {
  const columns = columnsOf(table)
  const values = columns.map((column, index) =>
    // A document that is not there (any more) is not pointed to.
    column === 'document_id'
      ? `(SELECT id FROM document WHERE id = ${parameter(index + 1)})`
      : parameter(index + 1),
  )
  return `INSERT INTO ${table.table} (${columns}) VALUES (${values}) ON CONFLICT (${table.key}) DO UPDATE SET
    ${columns.map((column) => `${column} = excluded.${column}`)}`
}

/** The table of a name. Throws where there is none: the rows come from another version. */
export function looseTableOf(name: string): LooseTable {
  const found = looseTables.find(({ table }) => table === name)
  if (!found) throw new Error(`This version of vanthu has no table "${name}".`)
  return found
}

/** A row as a database gives it, in JSON's types: whole numbers may come as text. */
export function looseRowOf(
  { text, numbers }: LooseTable,
  row: Record<string, unknown>,
): Record<string, string | number | null> {
  const value = (column: string, of: (value: unknown) => string | number) =>
    [column, row[column] === null ? null : of(row[column])] as const
  return Object.fromEntries([
    ...text.map((column) => value(column, String)),
    ...numbers.map((column) => value(column, Number)),
  ])
}
