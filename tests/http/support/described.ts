// The API as its own OpenAPI document describes it: operations, right requests made of their schemas, and what an answer must be.
import { z } from 'zod'

type Schema = {
  $ref?: string
  type?: string
  enum?: unknown[]
  const?: unknown
  minimum?: number
  format?: string
  items?: Schema
}
export type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }
type DescribedAnswer = { content?: Record<string, { schema?: Schema }> }
export type Operation = {
  method: string
  path: string
  parameters: Parameter[]
  responses: Record<string, DescribedAnswer>
}
export type Description = {
  paths: Record<string, Record<string, Omit<Operation, 'method' | 'path'>>>
  components: { schemas: Record<string, object> }
}

/** All operations, those that change something behind those that read, those that remove something last. */
export function operationsOf({ paths }: Description): Operation[] {
  const order = ['GET', 'POST', 'PATCH', 'DELETE']
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      Object.entries(item).map(([method, one]) => ({
        method: method.toUpperCase(),
        path,
        parameters: one.parameters ?? [],
        responses: one.responses,
      })),
    )
    .sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method))
}

/** A value of the schema, as it stands in an address; `known` are values that mean something in the archive, by name. */
export function valuesFor(
  { name, schema }: Parameter,
  known: Readonly<Record<string, string>>,
): string[] {
  if (schema.type === 'array' && schema.items) {
    const [one = ''] = valuesFor(
      { name, in: 'query', required: false, schema: schema.items },
      known,
    )
    return [one]
  }
  if (schema.const !== undefined) return [String(schema.const)]
  if (schema.enum) return schema.enum.map(String)
  if (schema.type === 'integer') return [String(Math.max(1, schema.minimum ?? 1))]
  if (schema.type === 'boolean') return ['true', 'false']
  if (schema.format === 'date') return ['2023-03-21']
  return [known[name] ?? 'truong']
}

/** Checks answers against the document. */
export function answerChecker(description: Description) {
  const text = JSON.stringify(description.components.schemas).replaceAll(
    '#/components/schemas/',
    '#/$defs/',
  )
  const $defs = JSON.parse(text) as Record<string, object>
  const read = new Map<string, z.ZodType>()
  const schemaOf = (schema: Schema): z.ZodType => {
    const inDefs = JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/')
    const known = read.get(inDefs)
    if (known) return known
    const made = z.fromJSONSchema({ ...JSON.parse(inDefs), $defs })
    read.set(inDefs, made)
    return made
  }
  /** What is not as described, as a sentence; null where all is. */
  return async function faultOf(
    { method, path, responses }: Operation,
    address: string,
    answer: Response,
  ): Promise<string | null> {
    const told = `${method} ${address.slice(0, 200)} (${path}): ${answer.status}`
    const described = responses[answer.status]
    const body = await answer.text()
    if (!described) return `${told} is not described: ${body.slice(0, 200)}`
    const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const types = Object.keys(described.content ?? {})
    if (types.length === 0) return body === '' ? null : `${told} has a body, described is none`
    if (!types.includes(type) && !types.includes('*/*'))
      return `${told} is ${type}, described is ${types.join(', ')}`
    const schema = described.content?.[type]?.schema
    if (type !== 'application/json' || !schema) return null
    const checked = schemaOf(schema).safeParse(JSON.parse(body))
    return checked.success ? null : `${told}: ${z.prettifyError(checked.error).slice(0, 500)}`
  }
}
