// Reads what was typed into the forms of corrections.
//
//   readValue(controls of a date, v.edtf=21/3/2023&v.kind=event)  →  { edtf: '2023-03-21', kind: 'event', inferred: false }
import type { RecordField, Signer } from '../model.ts'
import { type Control, fieldControl } from './correction-fields.ts'
import type { PageContext } from './layout.ts'

/** What was typed in about an item, not checked yet. Fields that were left empty are null. */
export function readValue(
  controls: readonly Control[],
  form: URLSearchParams,
  prefix = 'v.',
): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const control of controls) {
    const name = `${prefix}${control.name}`
    if (control.kind !== 'group') {
      value[control.name] = readOne(control, form, name)
      continue
    }
    const read = (at: string) => {
      const object = readValue(control.controls, form, `${at}.`)
      return Object.values(object).every(isEmpty) ? null : object
    }
    if (control.repeated)
      value[control.name] = countsOf(form, name).flatMap((i) => read(`${name}.${i}`) ?? [])
    else if (!control.omitted || read(name)) value[control.name] = read(name)
  }
  return value
}

/** What was typed in for a field of the document. */
export function readField(page: PageContext, field: RecordField, form: URLSearchParams): unknown {
  const value = readOne(fieldControl(page, field), form, 'v.field')
  if (!Array.isArray(value) || field === 'keywords') return value
  return value.map((line: string) => {
    const [name = '', second = '', third = ''] = line.split('|').map((part) => part.trim())
    return field === 'signers'
      ? { name, title: second || null, capacity: third || null }
      : { name, kind: second || 'author' }
  })
}

/** A field of the document as its control shows it. */
export function shownField(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.map((one: string | Signer | { name: string; kind: string }) => {
    if (typeof one === 'string') return one
    const parts = 'kind' in one ? [one.name, one.kind] : [one.name, one.title, one.capacity]
    return parts
      .map((part) => part ?? '')
      .join(' | ')
      .replace(/[ |]+$/, '')
  })
}

function readOne(control: Control, form: URLSearchParams, name: string): unknown {
  const typed = form.get(name)?.trim() ?? ''
  const split = (by: RegExp) =>
    typed
      .split(by)
      .map((part) => part.trim())
      .filter(Boolean)
  switch (control.kind) {
    case 'flag':
      return form.has(name)
    case 'choices':
      return form.getAll(name)
    case 'list':
      return split(/;/)
    case 'lines':
      return split(/\r?\n/)
    case 'number':
      return typed === '' ? null : Number(typed)
    case 'date':
      return typed === '' ? null : edtfOf(typed)
    default:
      return typed === '' ? null : typed
  }
}

/** "21/3/2023" → "2023-03-21", "3/2023" → "2023-03"; anything else stays as it is. */
function edtfOf(typed: string): string {
  const [, day, month = '', year] = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []
  if (!year) return typed
  return [year, month, day ?? '']
    .filter(Boolean)
    .map((n) => n.padStart(2, '0'))
    .join('-')
}

const isEmpty = (value: unknown) =>
  value === null || value === false || (Array.isArray(value) && value.length === 0)

const mostRepeated = 50

/** The numbers of a repeated group in a form. */
function countsOf(form: URLSearchParams, name: string): number[] {
  const numbers = new Set<number>()
  for (const key of form.keys()) {
    const number = key.startsWith(`${name}.`) ? Number.parseInt(key.slice(name.length + 1), 10) : -1
    if (number >= 0 && number < mostRepeated) numbers.add(number)
  }
  return [...numbers].sort((a, b) => a - b)
}
