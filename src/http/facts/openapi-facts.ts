// The part of the OpenAPI description about facts and exports.
import { z } from 'zod'
import { exportKinds, exportParams } from '../../app/export/params.ts'
import { factParams } from '../../app/facts/params.ts'
import { factKinds } from '../../model/facts.ts'
import { peopleParams } from './people-routes.ts'

type Answer = (
  name:
    | 'OfficialFacts'
    | 'DirectiveFacts'
    | 'PercentageFacts'
    | 'CitationFacts'
    | 'DateFacts'
    | 'People'
    | 'PersonDetails'
    | 'NumberDetails',
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
  return Object.fromEntries([...facts, ...people(json, failures), ...exports])
}

function people(json: Answer, failures: Failures) {
  const inPath = (name: string, description: string) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  })
  return [
    [
      '/api/people',
      {
        get: {
          summary: 'Names of office holders, by name',
          parameters: parametersOf(peopleParams),
          responses: {
            200: json('People', 'Names, each with the address of who bears it.'),
            ...failures(mistaken, busy),
          },
        },
      },
    ],
    [
      '/api/people/{id}',
      {
        get: {
          summary: 'Who bears a name: positions, documents, and who was named beside them',
          parameters: [
            inPath('id', 'What stands behind /people/: "dinh-van-man", or one person of the name.'),
          ],
          responses: {
            200: json('PersonDetails', 'One person, or several of the name.'),
            ...failures(mistaken, [404, 'Nobody in the archive.'], busy),
          },
        },
      },
    ],
    [
      '/api/numbers/{number}',
      {
        get: {
          summary: 'A document by its number, in the archive or not, and who cites it',
          parameters: [inPath('number', 'In any spelling: "29-NQ/TW", with its slash encoded.')],
          responses: {
            200: json('NumberDetails', 'Its documents, what it cites and what cites it.'),
            ...failures(mistaken, [404, 'That is no number.'], busy),
          },
        },
      },
    ],
  ]
}
