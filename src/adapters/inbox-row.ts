// Rows of the tables `source` and `inbox_file`, the same for every database.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { documentStateSchema } from '../model.ts'
import type { InboxFile, KeptFile, MisplacedFile, Shelf } from '../ports/inbox.ts'
import type { Source, Version } from '../ports/store.ts'

const tagsSchema = z.array(z.string())
const shelfSchema: z.ZodType<Shelf> = z.enum(['done', 'failed', 'left', 'deleted'])

type Row = Record<string, unknown>
const textOrNull = (value: unknown) => (value === null ? null : String(value))

/** Reads a row of the table `source`. */
export function sourceOf(row: Row): Source {
  return {
    name: String(row.name),
    place: textOrNull(row.place),
    tags: tagsSchema.parse(JSON.parse(String(row.tags))),
    ...(typeof row.charset === 'string' ? { charset: row.charset } : {}),
    receivedAt: String(row.received_at),
    lastAt: String(row.last_at),
  }
}

/** Reads id, name, state and last_at. */
export function versionOf(row: Row): Version {
  return {
    id: String(row.id),
    name: String(row.name),
    state: documentStateSchema.parse(row.state),
    lastAt: String(row.last_at),
  }
}

/**
 * What there can be one file of: a place in the inbox or on its shelves. Of deleted files, which lie nowhere, one of each
 * path and document.
 */
export function keyOf({ folder, shelf, shelfPath, path, documentId }: InboxFile): string {
  const parts = shelf === 'deleted' ? [folder, path, documentId] : [folder, shelfPath]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Reads a row of the table `inbox_file`. */
export function inboxFileOf(row: Row): KeptFile {
  return {
    number: Number(row.number),
    folder: String(row.folder),
    path: String(row.path),
    size: Number(row.size),
    mtimeMs: Number(row.mtime_ms),
    documentId: textOrNull(row.document_id),
    error: row.code === null ? null : { code: String(row.code), message: String(row.message) },
    shelf: shelfSchema.parse(row.shelf),
    shelfPath: String(row.shelf_path),
    notePath: textOrNull(row.note_path),
    at: String(row.at),
  }
}

/** Reads a row of `inbox_file` with `document_name`, `failure_code` and `failure_message`. */
export function misplacedOf(row: Row): MisplacedFile {
  return {
    ...inboxFileOf(row),
    name: String(row.document_name),
    failure:
      row.failure_code === null
        ? null
        : { code: String(row.failure_code), message: String(row.failure_message) },
  }
}

/** The values of the columns of `inbox_file`, in the order of `inboxColumns`. */
export function inboxValues(file: InboxFile): Array<string | number | null> {
  return [
    keyOf(file),
    file.folder,
    file.path,
    file.size,
    file.mtimeMs,
    file.documentId,
    file.error?.code ?? null,
    file.error?.message ?? null,
    file.shelf,
    file.shelfPath,
    file.notePath,
    file.at,
  ]
}

export const inboxColumns = [
  'key',
  'folder',
  'path',
  'size',
  'mtime_ms',
  'document_id',
  'code',
  'message',
  'shelf',
  'shelf_path',
  'note_path',
  'at',
] as const

/**
 * Joins files with documents that ended otherwise: failed and nothing is told, or something is told and it was read.
 * Wants the folder and the limit.
 */
export const misplacedSql = (folder: string, limit: string): string => `
  SELECT f.*, d.name AS document_name, d.error_code AS failure_code, d.error_message AS failure_message
  FROM document d JOIN inbox_file f ON f.document_id = d.id
  WHERE d.state = 'failed' AND f.code IS NULL AND f.folder = ${folder}
  UNION ALL
  SELECT f.*, d.name, NULL, NULL
  FROM inbox_file f JOIN document d ON d.id = f.document_id
  WHERE f.code IS NOT NULL AND d.state IN ('extracted', 'partial') AND f.folder = ${folder}
  LIMIT ${limit}`
