// The offices of a text in one line a person, for tables of cases.
import { findOfficials } from '../../src/extract/officials.ts'
import { pageOf } from './page.ts'

/** "name: title @ body, …" of everybody with an office; "(former)" behind what is past. */
export function heldOffices(text: string): string[] {
  const page = pageOf(text)
  return findOfficials(page)
    .filter(({ value }) => value.positions.length > 0)
    .map(({ value }) => {
      const held = value.positions.map(
        ({ title, organisation: body, former }) =>
          `${title}${body ? ` @ ${page.text.slice(body.start, body.end)}` : ''}${former ? ' (former)' : ''}`,
      )
      return `${page.text.slice(value.name.start, value.name.end)}: ${held.join(', ')}`
    })
}
