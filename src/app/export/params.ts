// What can be exported, in which formats, and by which filters.
import { z } from 'zod'
import { factKinds } from '../../model/facts.ts'
import { factFilters } from '../facts/params.ts'

export const exportKinds = ['documents', ...factKinds] as const
export type ExportKind = (typeof exportKinds)[number]
export const exportFormats = ['ndjson', 'csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

const { province, year, from, to, official, type } = factFilters.dates.shape
const documentFilters = z.object({
  q: z
    .string()
    .trim()
    .max(500)
    .optional()
    .describe('Words, as for a search; what fits best comes first. Without it, the newest do.'),
  province,
  year,
  from,
  to,
  official,
  type,
})
export type AskedDocuments = z.infer<typeof documentFilters>

export const exportParams = { documents: documentFilters, ...factFilters } satisfies Record<
  ExportKind,
  z.ZodObject
>

export const mediaTypes: Record<ExportFormat, string> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
