// The provinces of facts: those that an item's own words settle, else those of its document.
import type { VanthuRecord } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { wordsOf } from '../text/words.ts'
import { keepable } from './words.ts'

export type FactProvince = { id: string; current: string }
export type Placed = { provinces: FactProvince[]; provincesFrom: 'item' | 'document' }

/** Finds the provinces of the items of one record. */
export type Places = {
  /** Of an item that says its province, by id; null: those of the document. */
  of(id: string | null): Placed
  /** Of bodies: those their names hold, or that a position in the record gives them; else those of the document. */
  ofBodies(bodies: readonly string[]): Placed
}

/** ' sở gd đt tỉnh điện biên ': lower-case words between spaces, marks kept. */
const spacedKey = (text: string) =>
  ` ${wordsOf(keyOf(text.normalize('NFC')))
    .map((word) => word.text)
    .join(' ')} `

export function placesOf(record: VanthuRecord): Places {
  const ofDocument: Placed = { provinces: homeOf(record), provincesFrom: 'document' }
  const current = new Map(record.provinces.map((p) => [p.id, p.current]))
  const province = (id: string): FactProvince => ({
    id: keepable(id),
    current: keepable(current.get(id) ?? id),
  })
  const named = record.provinces
    .map(({ id, name }) => ({ id, key: spacedKey(name) }))
    .filter(({ key }) => key.trim() !== '')
  const placeOfBody = new Map<string, string>()
  for (const { positions } of record.officials)
    for (const { organisation, province: id } of positions)
      if (organisation && id) placeOfBody.set(spacedKey(organisation), id)
  return {
    of: (id) => (id === null ? ofDocument : { provinces: [province(id)], provincesFrom: 'item' }),
    ofBodies(bodies) {
      const ids = bodies.flatMap((body) => {
        const key = spacedKey(body)
        const inName = named.filter((p) => key.includes(p.key)).map((p) => p.id)
        return inName.length > 0 ? inName : (placeOfBody.get(key) ?? [])
      })
      if (ids.length === 0) return ofDocument
      return { provinces: [...new Set(ids)].map(province), provincesFrom: 'item' }
    },
  }
}

/** Provinces that a document is of: whose bodies issued it or where it was held; where none was, those it is about, else all named. */
function homeOf({ provinces }: VanthuRecord): FactProvince[] {
  const playing = (...roles: string[]) =>
    provinces.filter((p) => p.roles.some((role) => roles.includes(role)))
  const [first] = [playing('issuer', 'host'), playing('subject'), provinces].filter(
    (found) => found.length > 0,
  )
  const found = new Map((first ?? []).map((p) => [p.id, p.current]))
  return Array.from(found, ([id, current]) => ({ id: keepable(id), current: keepable(current) }))
}
