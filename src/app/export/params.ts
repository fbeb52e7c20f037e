// What can be exported, in which formats, and by which filters.
import { z } from 'zod'
import { factKinds } from '../../model/facts.ts'
import { factFilters } from '../facts/params.ts'

export const exportKinds = ['documents', ...factKinds] as const
export type ExportKind = (typeof exportKinds)[number]
export const exportFormats = ['ndjson', 'csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

const { province, year, from, to, official, type } = factFilters.dates.shape
const words = (longest: number) => z.string().trim().max(longest).optional()
/** Values of a facet, as a search takes them. */
const several = <T extends z.ZodType>(one: z.ZodOptional<T>, what: string) =>
  z
    .array(one.unwrap())
    .max(50, 'must be given at most 50 times')
    .optional()
    .describe(`${what} May be given several times: any of the values will do.`)
const documentFilters = z.object({
  q: z
    .string()
    .trim()
    .max(500)
    .optional()
    .describe('Words, as for a search; what fits best comes first. Without it, the newest do.'),
  province: several(province, 'Province, as for facts.'),
  provinceThen: several(words(100), "Province id or name, as it was at the document's time."),
  official: several(official, 'Name of an official, whole or in part.'),
  org: several(words(600), 'Name of an organisation that people of the document belong to.'),
  type: several(type, 'Document type.'),
  issuer: several(words(600), 'Name of whoever issued the document, whole or in part.'),
  year: several(year, 'Year of publication or issue.'),
  schoolYear: several(words(20), 'School year such as 2022-2023.'),
  source: several(words(600), 'Crawl source, folder of an inbox, or "upload".'),
  language: several(words(20), 'Language, such as vi.'),
  state: several(
    words(20),
    'Whether all of the document could be read ("extracted"), or a part ("partial").',
  ),
  from,
  to,
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
