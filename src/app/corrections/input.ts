// What is asked for when something is corrected, by the API and the pages.
//
//   { item: 'date', action: 'correct', target: { start: 61, end: 71 }, value: { edtf: '2023-03-21', kind: 'event' }, who: 'Lan' }
//   { item: 'official', action: 'reject', target: { value: 'Lò Văn Thử' }, who: 'Lan' }
//   { item: 'percentage', action: 'add', target: { text: '75,6%' }, value: { value: 75.6 }, who: 'Lan' }
//   { item: 'field', action: 'correct', target: 'title', value: 'Hội nghị giao ban', who: 'Lan' }
import { z } from 'zod'
import { UserError } from '../../errors.ts'
import {
  type CorrectionTarget,
  correctionActionSchema,
  correctionItemSchema,
  type ListedItem,
  listOf,
} from '../../model/correction.ts'
import { recordFieldSchema, type VanthuRecord } from '../../model.ts'
import { type Item, identityOf, placesOf } from '../../record/corrections/find-item.ts'
import { quoteOf } from '../../record/corrections/find-quote.ts'

export const placeInputSchema = z.strictObject({
  start: z.int().nonnegative().optional().describe('UTF-16 index into the text of the record.'),
  end: z.int().nonnegative().optional(),
  text: z.string().min(1).max(20_000).optional().describe('The words there, verbatim.'),
  occurrence: z
    .int()
    .positive()
    .optional()
    .describe(
      'Which place of the words, from 1, where they stand at several and no offsets are given.',
    ),
  value: z
    .string()
    .optional()
    .describe('What tells the item from others: name, province id, EDTF, number …'),
})
export type PlaceInput = z.infer<typeof placeInputSchema>

export const correctionInputSchema = z.strictObject({
  item: correctionItemSchema,
  action: correctionActionSchema,
  target: z
    .union([recordFieldSchema, placeInputSchema])
    .describe(
      'A field of the document for the item "field"; else where the item stands, or its value.',
    ),
  value: z
    .unknown()
    .optional()
    .describe('What it is to be, as in the record; for correct and add.'),
  who: z.string().trim().min(1, 'must not be blank').max(100).describe('Who says so.'),
})
export type CorrectionInput = z.infer<typeof correctionInputSchema>

/** The item of the record that is meant, and its target. Throws UserError where there is none, or several. */
export function itemMeant(
  record: VanthuRecord,
  item: ListedItem,
  place: PlaceInput,
): { found: Item; target: CorrectionTarget } {
  if (place.start === undefined && place.value === undefined)
    throw new UserError(
      `Say which ${item} is meant: where it stands (start and end), or its value.`,
    )
  const standsThere = (one: Item) =>
    place.start === undefined
      ? undefined
      : placesOf(one).find(({ start, end }) => start === place.start && end === place.end)
  const meant = [...record[listOf[item]]].filter(
    (one) =>
      (place.start === undefined || standsThere(one)) &&
      (place.value === undefined || identityOf(item, one) === place.value),
  )
  const [found, second] = meant
  const where = [
    place.start === undefined ? '' : `stands at ${place.start} to ${place.end ?? 'nowhere'}`,
    place.value === undefined ? '' : `is “${place.value}”`,
  ]
  if (!found)
    throw new UserError(
      `No ${item} of the record ${where.filter(Boolean).join(' and ')}; read the document again, it may have changed.`,
    )
  if (second)
    throw new UserError(
      `Several ${listOf[item]} of the record are meant; say which by start, end and value.`,
    )
  const at = standsThere(found) ?? placesOf(found)[0]
  return {
    found,
    target: { value: identityOf(item, found), quote: at ? quoteOf(record.text, at) : null },
  }
}

/** Where words to be added stand. Throws UserError where they do not, or at several places and none is chosen. */
export function placeMeant(record: VanthuRecord, place: PlaceInput): CorrectionTarget {
  const { text } = record
  if (place.start !== undefined) {
    const { start, end = start } = place
    if (start >= end || end > text.length)
      throw new UserError(
        `The text has ${text.length} characters; ${start} to ${end} is no place in it.`,
      )
    if (place.text !== undefined && place.text !== text.slice(start, end))
      throw new UserError(`The words at ${start} to ${end} are not “${place.text}”.`)
    return { value: null, quote: quoteOf(text, { start, end }) }
  }
  if (place.text === undefined)
    throw new UserError('Quote the words that stand in the text, or give their start and end.')
  const places = placesOfWords(text, place.text)
  if (places.length === 0)
    throw new UserError(`The words “${place.text}” do not stand in the text; quote them verbatim.`)
  if (places.length > 1 && place.occurrence === undefined)
    throw new UserError(
      `The words “${place.text}” stand at ${places.length} places; say which by occurrence, from 1.`,
    )
  const chosen = places[(place.occurrence ?? 1) - 1]
  if (!chosen)
    throw new UserError(`The words “${place.text}” stand at ${places.length} places only.`)
  return { value: null, quote: quoteOf(text, chosen) }
}

/** Most places of the same words that a person may choose from. */
const mostPlaces = 1_000

/**
 * Every place of some words, not overlapping; where they stand as whole words ("học kỳ I", not "học kỳ II"), only those. Runs of
 * white space are alike, and so are letters whose marks stand apart: nobody sees what they are made of.
 */
export function placesOfWords(text: string, words: string): Array<{ start: number; end: number }> {
  const isInside = (at: number) => /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))
  for (const form of ['NFC', 'NFD'] as const) {
    const places = occurrencesOf(text, words.trim().normalize(form))
    const whole = places.filter(({ start, end }) => !isInside(start) && !isInside(end))
    if (whole.length > 0) return whole
    if (places.length > 0) return places
  }
  return []
}

function occurrencesOf(text: string, words: string): Array<{ start: number; end: number }> {
  if (words === '') return []
  const pattern = words
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+')
  const places: Array<{ start: number; end: number }> = []
  for (const match of text.matchAll(new RegExp(pattern, 'gu'))) {
    places.push({ start: match.index, end: match.index + match[0].length })
    if (places.length === mostPlaces) break
  }
  return places
}

/** What names an item of a record: its first place and its value. The way back is `itemMeant`. */
export function placeOf(item: ListedItem, one: Item): PlaceInput {
  const [place] = placesOf(one)
  const value = identityOf(item, one)
  return place ? { start: place.start, end: place.end, value } : { value }
}
