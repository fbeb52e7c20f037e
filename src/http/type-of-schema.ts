// JSON Schemas of the API as types: `{ id: string, next: string | null }`, for the page /api and for examples/client.ts.

export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  description?: string
}

/** The TypeScript type of a schema; `indent` is that of the line it stands in. */
export function typeOf(schema: Schema, indent: string): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? ''
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((one) => typeOf(one, indent)).join(' | ')
  if (Array.isArray(schema.type))
    return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ')
  if (schema.type === 'array') return `Array<${typeOf(schema.items ?? {}, indent)}>`
  if (schema.type === 'object') return objectType(schema, indent)
  if (schema.type === 'integer') return 'number'
  return schema.type ?? 'unknown'
}

/** The type of a parameter: what may be given several times is one value or several. */
export function parameterType(schema: Schema): string {
  if (schema.type !== 'array' || !schema.items) return typeOf(schema, '')
  const one = typeOf(schema.items, '')
  return `${one} | ReadonlyArray<${one}>`
}

function objectType(schema: Schema, indent: string): string {
  const { properties = {}, required = [], additionalProperties } = schema
  const inner = `${indent}  `
  const fields = Object.entries(properties).map(([name, one]) => {
    const isNeeded = required.includes(name)
    const type = `${typeOf(one, inner)}${isNeeded ? '' : ' | undefined'}`
    return `${commentOf(one.description, inner)}${inner}${keyOf(name)}${isNeeded ? '' : '?'}: ${type}\n`
  })
  if (fields.length > 0) return `{\n${fields.join('')}${indent}}`
  if (typeof additionalProperties !== 'object') return 'Record<string, unknown>'
  const names = schema.propertyNames ? typeOf(schema.propertyNames, inner) : 'string'
  return `Record<${names}, ${typeOf(additionalProperties, inner)}>`
}

/** A name as a key of a type. */
export const keyOf = (name: string): string =>
  /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name)

/** A comment of one line, '' where there is nothing to say. */
export const commentOf = (text: string | undefined, indent: string): string =>
  text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : ''
