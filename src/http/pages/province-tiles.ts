// Provinces as a map made of tiles, laid out roughly as the country is: each says how many documents speak of it, is the darker
// the more these are, and leads to them. Places of tiles are rows and columns of a grid (dictionaries/province-tiles.tsv).
import { html } from 'hono/html'
import type { App } from '../../app/app.ts'
import type { Dashboard } from '../../app/show-dashboard.ts'
import { formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import { provinceName } from './provinces.ts'

export const tileMaps = ['34', '63'] as const
export type TileMap = (typeof tileMaps)[number]

/** Shades of tiles: 0 is none, 4 the darkest. */
const darkest = 4

/** The section with the map. */
export function provinceTiles(
  { t, language }: PageContext,
  lexicon: App['lexicon'],
  { provincesThen, provincesToday }: Dashboard,
  map: TileMap,
): Html {
  const d = t.dashboard
  const counts = map === '34' ? provincesToday : provincesThen
  const tiles = lexicon.provinces.tiles
    .filter((tile) => tile.map === map)
    .map((tile) => ({
      ...tile,
      count: [tile.province, ...tile.also].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
    }))
  const most = Math.max(1, ...tiles.map(({ count }) => count))
  const item = ({ province, also, short, row, column, count }: (typeof tiles)[number]) => {
    const field = map === '34' ? 'province' : 'provinceThen'
    const query = [province, ...also].map((id) => `${field}=${id}`).join('&')
    const name = provinceName(lexicon, province)
    const number = formatNumber(count, language)
    const place = `row-${row} column-${column} shade-${shadeOf(count, most)}`
    return html`<li class="${place}"><a href="/?${query}" title="${name}: ${d.documents(number)}"><span class="short" aria-hidden="true">${short}</span><span class="name">${name}</span> <span class="count">${number}</span></a></li>`
  }
  const choice = (one: TileMap) =>
    html`<li><a href="/dashboard?map=${one}" ${one === map ? html`aria-current="true"` : ''}>${d.maps[one]}</a></li>`
  return html`<section class="province-map" aria-labelledby="map-title"><h2 id="map-title">${d.map}</h2>
<nav aria-label="${d.chooseMap}"><ul class="choice-links">${tileMaps.map(choice)}</ul></nav>
<p class="hint">${d.mapNote}</p>
<ul class="tiles map-${map}">${tiles.map(item)}</ul></section>`
}

/** By orders of magnitude: a capital with thousands must not make all others look empty. */
function shadeOf(count: number, most: number): number {
  if (count === 0) return 0
  if (most === 1) return darkest
  return 1 + Math.floor((Math.log(count) / Math.log(most)) * (darkest - 1) + 1e-9)
}
