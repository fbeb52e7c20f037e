// The row of a document as the tables hold it, the same for every database.
import { z } from 'zod'
import { type DocumentRow, documentJobSchema, documentStateSchema } from '../model.ts'

const containerTypesSchema = z.array(z.string())

/** Reads a row of the table `document`. */
export function documentOf(row: Record<string, unknown>): DocumentRow {
  return {
    id: String(row.id),
    name: String(row.name),
    mediaType: row.media_type === null ? null : String(row.media_type),
    bytes: Number(row.bytes),
    state: documentStateSchema.parse(row.state),
    nextJob: row.next_job === null ? null : documentJobSchema.parse(row.next_job),
    attempts: Number(row.attempts),
    error:
      row.error_code === null
        ? null
        : { code: String(row.error_code), message: String(row.error_message) },
    container:
      row.container_id === null
        ? null
        : {
            id: String(row.container_id),
            types: containerTypesSchema.parse(JSON.parse(String(row.container_types))),
          },
    holder: row.holder === null ? null : String(row.holder),
    quarantinedAt: row.quarantined_at === null ? null : String(row.quarantined_at),
    stateSince: String(row.state_since),
    receivedAt: String(row.received_at),
    changedAt: String(row.changed_at),
  }
}
