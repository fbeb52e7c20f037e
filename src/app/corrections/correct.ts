// The use-case correct: what a person says of an item is checked, completed from the lexicon and kept.
import type { z } from 'zod'
import { UserError } from '../../errors.ts'
import {
  type Correction,
  type CorrectionItem,
  type CorrectionValue,
  correctionValueSchemas,
  fieldValueSchemas,
  type NewCorrection,
} from '../../model/correction.ts'
import type { VanthuRecord } from '../../model.ts'
import { slugOf } from '../../text/fold.ts'
import type { Context } from '../context.ts'
import { type CorrectionInput, correctionInputSchema, itemMeant, placeMeant } from './input.ts'

/**
 * Keeps a correction of the record of a document, and applies it at once. A correction to what is there already is a
 * confirmation. Throws UserError where something of it cannot be.
 */
export async function correct(context: Context, id: string, asked: unknown): Promise<Correction> {
  const input = checked(correctionInputSchema, asked, 'The correction')
  const record = await context.store.getRecord(id)
  if (!record)
    throw new UserError(
      'The document has no record yet: it can be corrected once it has been read.',
    )
  return context.store.addCorrection({
    ...made(context, record, input),
    documentId: id,
    who: input.who,
    at: new Date().toISOString(),
  } as NewCorrection)
}

/** Item, action, target and value of the correction that is asked for. */
function made(context: Context, record: VanthuRecord, input: CorrectionInput) {
  const { item, action, target } = input
  if (item === 'field') {
    if (typeof target !== 'string')
      throw new UserError('The target of a correction of a field is its name, such as "title".')
    if (action !== 'confirm' && action !== 'correct')
      throw new UserError('A field can be confirmed or corrected, to null where there is none.')
    const is = record[target]
    if (action === 'confirm') return { item, action, target, value: is }
    const value = checked(fieldValueSchemas[target] as z.ZodType, input.value, `The ${target}`)
    return { item, action: isEqual(value, is) ? 'confirm' : action, target, value }
  }
  if (typeof target === 'string')
    throw new UserError(`The target of a correction of a ${item} is its place or its value.`)
  const schema: z.ZodType = correctionValueSchemas[item]
  const completed = () =>
    checked(schema, withProvinces(context, record, item, input.value), `The ${item}`)
  if (action === 'add')
    return { item, action, target: placeMeant(record, target), value: completed() }
  const meant = itemMeant(record, item, target)
  if (action === 'reject') return { item, action, target: meant.target, value: null }
  const names = Object.keys(correctionValueSchemas[item].shape)
  const is = checked(
    schema,
    Object.fromEntries(Object.entries(meant.found).filter(([name]) => names.includes(name))),
    `The ${item} as it is`,
  )
  const value = action === 'confirm' ? is : withEvidence(completed(), is)
  return { item, action: isEqual(value, is) ? 'confirm' : action, target: meant.target, value }
}

/** The value with the ids of its provinces found out, and of a province its names at the time of the document and today. */
function withProvinces(
  context: Context,
  record: VanthuRecord,
  item: Exclude<CorrectionItem, 'field'>,
  value: unknown,
): unknown {
  if (value === null || typeof value !== 'object') return value
  const idOf = (asked: unknown): unknown => {
    if (typeof asked !== 'string') return asked
    const id = slugOf(asked)
    if (!context.lexicon().provinces.periods.has(id))
      throw new UserError(
        `"${asked}" is no province; give its name or id, such as "Hòa Bình" or "hoa-binh".`,
      )
    return id
  }
  if (item === 'province' && 'id' in value) {
    const id = idOf(value.id)
    if (typeof id !== 'string') return value
    const { provinces } = context.lexicon()
    const day = /^\d{4}-\d{2}-\d{2}/.exec(record.publishedAt ?? record.issuedOn ?? '')
    const name = provinces.at(id, day?.[0] ?? null)?.name ?? id
    return { ...value, id, name, current: provinces.currentOf(id)[0] ?? id }
  }
  if (item === 'percentage' && 'province' in value)
    return { ...value, province: idOf(value.province) }
  if (item === 'official' && 'positions' in value && Array.isArray(value.positions))
    return {
      ...value,
      positions: value.positions.map((position: unknown) =>
        position !== null && typeof position === 'object' && 'province' in position
          ? { ...position, province: idOf(position.province) }
          : position,
      ),
    }
  return value
}

type WithPositions = CorrectionValue<'official'>

/** Of an official: positions that stay as they are keep the words that completed them, which no form asks for. */
function withEvidence(value: unknown, is: unknown): unknown {
  const [said, was] = [value, is] as [Partial<WithPositions>, Partial<WithPositions>]
  if (!said.positions || !was.positions) return value
  const plain = ({ resolved: _, evidence: __, ...position }: WithPositions['positions'][number]) =>
    JSON.stringify(Object.entries(position).sort())
  const known = new Map(was.positions.map((position) => [plain(position), position]))
  return { ...said, positions: said.positions.map((one) => known.get(plain(one)) ?? one) }
}

/** The value as its schema has it. Throws UserError with all that is wrong in one sentence. */
function checked<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  )
  throw new UserError(`${what} cannot be taken: ${faults.join('; ')}.`)
}

/** Whether two values are the same, in whatever order their keys came. */
function isEqual(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) =>
      part !== null && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(
            Object.entries(part)
              .filter(([, inner]) => inner !== undefined)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          )
        : part,
    )
  return plain(one) === plain(other)
}
