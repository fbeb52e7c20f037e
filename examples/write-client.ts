// Writes client.ts, the typed client, from the API's own description: `npm run client`. From that of a running server:
//
//   node examples/write-client.ts http://127.0.0.1:4280 > client.ts
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { commentOf, keyOf, parameterType, type Schema, typeOf } from '../src/http/type-of-schema.ts'

type Body = { content?: Record<string, { schema?: Schema }> }
type Operation = {
  summary: string
  parameters?: Array<{ name: string; in: string; required?: boolean; schema: Schema }>
  requestBody?: Body
  responses: Record<string, Body>
}
export type Description = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const runtime = new URL('client-runtime.ts', import.meta.url)

/** The text of client.ts: types of all bodies, the table of operations, and the few functions that send them. */
export function clientText({ paths, components }: Description): string {
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(schema, '')}\n`,
  )
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]) =>
      operationOf(`${method.toUpperCase()} ${path}`, one),
    ),
  )
  return [
    '// Made by "npm run client" out of /api/openapi.json: not to be edited.\n',
    ...types,
    `/** Every operation: what it takes, what it answers. */\nexport type Operations = {\n${operations.join('')}}\n`,
    readFileSync(runtime, 'utf8').replace(/^(?:\/\/.*\n|import .*\n)+/, ''),
  ].join('\n')
}

function operationOf(
  name: string,
  { summary, parameters = [], requestBody, responses }: Operation,
) {
  const inside = (place: string) => {
    const all = parameters.filter((one) => one.in === place)
    const fields = all.map(
      (one) =>
        `${commentOf(one.schema.description, '      ')}      ${keyOf(one.name)}${one.required ? '' : '?'}: ${parameterType(one.schema)}${one.required ? '' : ' | undefined'}\n`,
    )
    const isNeeded = all.some(({ required }) => required)
    return all.length === 0
      ? ''
      : `    ${place}${isNeeded ? '' : '?'}: {\n${fields.join('')}    }\n`
  }
  const body = requestBody ? `    body: ${bodyType(requestBody)}\n` : ''
  const [, taken] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? []
  const answer = taken?.content?.['application/json']?.schema
  return `${commentOf(summary, '  ')}  '${name}': {\n${inside('path')}${inside('query')}${body}    answer: ${answer ? typeOf(answer, '    ') : 'Response'}\n  }\n`
}

function bodyType({ content = {} }: Body): string {
  const json = content['application/json']?.schema
  if (json) return typeOf(json, '    ')
  return content['multipart/form-data'] ? 'FormData' : 'string'
}

/** The description that this checkout serves, or that of a server. */
async function descriptionFrom(server: string | undefined): Promise<Description> {
  if (server)
    return (await (await fetch(new URL('/api/openapi.json', server))).json()) as Description
  const { openApiDocument } = await import('../src/http/openapi.ts')
  return JSON.parse(JSON.stringify(openApiDocument())) as Description
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const server = process.argv[2]
  const text = clientText(await descriptionFrom(server))
  if (server) process.stdout.write(text)
  else writeFileSync(new URL('client.ts', import.meta.url), text)
}
