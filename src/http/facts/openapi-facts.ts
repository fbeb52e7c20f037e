// The part of the OpenAPI description about facts and exports.
import { z } from 'zod'
import { exportKinds, exportParams } from '../../app/export/params.ts'
import { factParams } from '../../app/facts/params.ts'
import { factKinds } from '../../model/facts.ts'

type Answer = (
  name: 'OfficialFacts' | 'DirectiveFacts' | 'PercentageFacts' | 'CitationFacts' | 'DateFacts',
  description: string,
) => object
type Failures = (...statuses: Array<[status: number, description: string]>) => object

const answers = {
  officials: 'OfficialFacts',
  directives: 'DirectiveFacts',
  percentages: 'PercentageFacts',
  citations: 'CitationFacts',
  dates: 'DateFacts',
} as const
const summaries = {
  officials: 'People and their positions, one a position',
  directives: 'Who is to do what, and until when',
  percentages: 'Shares, those whose check disagrees first',
  citations: 'Documents that are named, whether the archive has them or not',
  dates: 'Days and periods',
}
const mistaken: [number, string] = [400, 'All that is wrong with the query.']
const busy: [number, string] = [503, 'Busy; try again.']

const parametersOf = (schema: z.ZodObject) =>
  Object.entries(z.toJSONSchema(schema, { io: 'input' }).properties ?? {}).map(([name, one]) => ({
    name,
    in: 'query',
    required: false,
    schema: one,
  }))

/** Paths by address; `json` and `failures` describe answers. */
export function factPaths(json: Answer, failures: Failures) {
  const facts = factKinds.map((kind) => [
    `/api/facts/${kind}`,
    {
      get: {
        summary: summaries[kind],
        parameters: parametersOf(factParams[kind]),
        responses: {
          200: json(answers[kind], 'Facts, each with its words and its document.'),
          ...failures(mistaken, busy),
        },
      },
    },
  ])
  const mediaTypes = {
    ndjson: 'application/x-ndjson',
    csv: 'text/csv',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
  const exports = exportKinds.flatMap((kind) =>
    Object.entries(mediaTypes).map(([format, mediaType]) => [
      `/api/export/${kind}.${format}`,
      {
        get: {
          summary: `All ${kind} that match, as ${format.toUpperCase()}`,
          parameters: parametersOf(exportParams[kind]),
          responses: {
            200: {
              description: 'A stream, as long as there is something to send.',
              content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
            },
            ...failures(mistaken, busy),
          },
        },
      },
    ]),
  )
  return Object.fromEntries([...facts, ...exports])
}
