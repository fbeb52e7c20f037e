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
  const names = new Map(
    Object.entries(components.schemas).map(([name, schema]) => [shapeOf(schema), name]),
  )
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${typeOf(withNames(schema, names), '')}\n`,
  )
  const written: Written = new Map()
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]) =>
      operationOf(`${method.toUpperCase()} ${path}`, one, written),
    ),
  )
  return [
    '// Made by "npm run client" out of /api/openapi.json: not to be edited.\n',
    ...types,
    `/** Every operation: what it takes, what it answers. */\nexport type Operations = {\n${operations.join('')}}\n`,
    readFileSync(runtime, 'utf8').replace(/^(?:\/\/.*\n|import .*\n)+/, ''),
  ].join('\n')
}

/** What a schema says apart from what is told of it. */
const shapeOf = (schema: Schema): string =>
  JSON.stringify(schema, (key, value) => (key === 'description' ? undefined : value))

/** A schema in which the others of the description that stand in it are named. */
function withNames(schema: Schema, names: ReadonlyMap<string, string>): Schema {
  const named = (one: Schema): Schema => {
    const name = names.get(shapeOf(one))
    if (name === undefined) return withNames(one, names)
    return { $ref: name, ...(one.description ? { description: one.description } : {}) }
  }
  const { properties, items, anyOf, oneOf, additionalProperties } = schema
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, named(one)]),
      ),
    }),
    ...(items && { items: named(items) }),
    ...(anyOf && { anyOf: anyOf.map(named) }),
    ...(oneOf && { oneOf: oneOf.map(named) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: named(additionalProperties),
    }),
  }
}

/** Parameters that an operation has, and which of them it is: others that have the same refer to it. */
type Written = Map<string, string>

function operationOf(
  name: string,
  { summary, parameters = [], requestBody, responses }: Operation,
  written: Written,
) {
  const inside = (place: string) => {
    const all = parameters.filter((one) => one.in === place)
    const fields = all.map(
      (one) =>
        `${commentOf(one.schema.description, '      ')}      ${keyOf(one.name)}${one.required ? '' : '?'}: ${parameterType(one.schema)}${one.required ? '' : ' | undefined'}\n`,
    )
    const isNeeded = all.some(({ required }) => required)
    if (all.length === 0) return ''
    const text = `    ${place}${isNeeded ? '' : '?'}: {\n${fields.join('')}    }\n`
    const same = written.get(text)
    if (same) return `    ${place}${isNeeded ? '' : '?'}: ${same}\n`
    if (fields.length > 1) written.set(text, `Operations['${name}']['${place}']`)
    return text
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
