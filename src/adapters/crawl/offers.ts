// Pages that other pages offer, written so many at a time: a sitemap may list fifty thousand.
import type { PageOffer } from '../../ports/crawl-store.ts'
import { pageKeyOf } from './row.ts'
import type { Script } from './script.ts'

const atOnce = 200

/** Adds the offers that are not known; gives how many of all were not known before this run. */
export function* insertOffers(
  sourceId: string,
  run: number,
  offeredBy: string | null,
  offers: readonly PageOffer[],
): Script<number> {
  const byKey = new Map<string, PageOffer>()
  for (const offer of offers) {
    const key = pageKeyOf(sourceId, offer.urlKey)
    if (!byKey.has(key)) byKey.set(key, offer)
  }
  const all = [...byKey]
  let fresh = 0
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce)
    const keys = some.map(([key]) => key)
    const values: (string | number | null)[] = []
    const parameter = (value: string | number | null) => `$${values.push(value)}`
    const rows = some.map(([key, { urlKey, url, kind, title, depth, entry }]) =>
      [
        parameter(key),
        parameter(sourceId),
        parameter(urlKey),
        parameter(url),
        parameter(new URL(url).host),
        parameter(kind),
        parameter(entry ? 1 : 0),
        parameter(title.slice(0, 500)),
        parameter(offeredBy),
        parameter(depth),
        "'pending'",
        parameter(run),
        '0, 0, 0',
      ].join(', '),
    )
    yield [
      `INSERT INTO page (key, source_id, url_key, url, host, kind, entry, title, offered_by, depth, state, found_run,
         visited_run, misses, tries)
       VALUES ${rows.map((row) => `(${row})`).join(', ')} ON CONFLICT (key) DO NOTHING`,
      values,
    ]
    const found = yield [
      `SELECT count(*) AS n FROM page WHERE found_run = $1 AND kind IN ('page', 'attachment')
         AND key IN (${placesOf(keys, 2)})`,
      [run, ...keys],
    ]
    fresh += Number(found[0]?.n)
    const changed = some.flatMap(([key, { changedAt }]) => (changedAt ? [[key, changedAt]] : []))
    if (changed.length > 0)
      yield [
        `UPDATE page SET next_visit_at = NULL WHERE ${changed
          .map((_, i) => `(key = $${2 * i + 1} AND fetched_at < $${2 * i + 2})`)
          .join(' OR ')}`,
        changed.flat(),
      ]
  }
  const goingOn = all.flatMap(([key, { againIfNew }]) => (againIfNew ? [key] : []))
  if (fresh > 0)
    for (const key of goingOn) yield ['UPDATE page SET next_visit_at = NULL WHERE key = $1', [key]]
  return fresh
}

/**
 * Adds what every run begins with; gives how many did not begin one before. What was known as a list may turn out to be a feed,
 * and is then asked for afresh. An article or a file stays that.
 */
export function* insertEntries(
  sourceId: string,
  run: number,
  entries: readonly PageOffer[],
): Script<number> {
  let fresh = 0
  for (const entry of entries) {
    const key = pageKeyOf(sourceId, entry.urlKey)
    const known = yield ['SELECT entry FROM page WHERE key = $1', [key]]
    if (known.some((row) => Number(row.entry) === 1)) continue
    fresh++
    yield* insertOffers(sourceId, run, null, [{ ...entry, entry: true }])
    const kept = (column: string) => `${column} = CASE WHEN kind = $2 THEN ${column} END`
    yield [
      `UPDATE page SET entry = 1, kind = $2, next_visit_at = NULL, ${kept('etag')}, ${kept('last_modified')}, ${kept('sha256')}
       WHERE key = $1 AND kind NOT IN ('page', 'attachment')`,
      [key, entry.kind],
    ]
  }
  return fresh
}

/** "$2, $3, $4": a place for each, from a number on. */
export const placesOf = (values: readonly unknown[], from: number): string =>
  values.map((_, i) => `$${from + i}`).join(', ')
