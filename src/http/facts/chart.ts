// Shares as a picture that the server draws (SVG, looks by classes): a line a place over years, or a bar a place of one year.
import { html } from 'hono/html'
import type { Html } from '../layout.ts'

export type Point = { place: string; year: string; value: number; label: string }

const mostLines = 6
const mostBars = 34
const width = 720
const left = 48
const top = 12
const plotHeight = 220
const barHeight = 22
const nameWidth = 220

/** The picture of these points, one a place and year; '' where there is none. `title` says what it shows. */
export function chartOf(points: readonly Point[], title: string): Html | '' {
  if (points.length === 0) return ''
  const places = [...new Set(points.map(({ place }) => place))]
  const years = [...new Set(points.map(({ year }) => year))].sort()
  return years.length > 1 && places.length <= mostLines
    ? lines(points, places, years, title)
    : bars(points, title)
}

/** A scale's end above all values: 100 where they are per cent. */
const endOf = (points: readonly Point[]) =>
  Math.max(100, ...points.map(({ value }) => Math.ceil(value / 50) * 50))

function lines(
  points: readonly Point[],
  places: readonly string[],
  years: readonly string[],
  title: string,
): Html {
  const end = endOf(points)
  const x = (year: string) =>
    left + 20 + (years.indexOf(year) * (width - left - 40)) / Math.max(1, years.length - 1)
  const y = (value: number) => top + plotHeight - (Math.max(0, value) / end) * plotHeight
  const series = places.map((place, i) => {
    const own = points
      .filter((point) => point.place === place)
      .toSorted((a, b) => (a.year < b.year ? -1 : 1))
    const line = own.map(({ year, value }) => `${round(x(year))},${round(y(value))}`).join(' ')
    return html`<g class="series s${i}"><polyline points="${line}"/>${own.map(({ year, value, label }) => html`<circle cx="${round(x(year))}" cy="${round(y(value))}" r="4"><title>${place}, ${year}: ${label}</title></circle>`)}</g>`
  })
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const at = round(y(part * end))
    return html`<line class="grid" x1="${left}" x2="${width}" y1="${at}" y2="${at}"/><text class="scale" x="${left - 6}" y="${at + 4}" text-anchor="end">${round(part * end)}%</text>`
  })
  const height = top + plotHeight + 26
  return html`<figure class="chart">${picture(height, title, html`${grid}${years.map((year) => html`<text class="scale" x="${round(x(year))}" y="${height - 6}" text-anchor="middle">${year}</text>`)}${series}`)}
<figcaption><ul class="legend">${places.map((place, i) => html`<li class="s${i}"><span class="swatch" aria-hidden="true"></span> <span dir="auto">${place}</span></li>`)}</ul></figcaption></figure>`
}

function bars(points: readonly Point[], title: string): Html {
  const shown = points
    .toSorted((a, b) => b.year.localeCompare(a.year) || b.value - a.value)
    .slice(0, mostBars)
  const end = endOf(shown)
  const height = shown.length * (barHeight + 6) + 4
  const row = ({ place, year, value, label }: Point, i: number) => {
    const at = 2 + i * (barHeight + 6)
    const long = (Math.max(0, value) / end) * (width - nameWidth - 90)
    return html`<g class="bar"><text x="${nameWidth - 8}" y="${at + 16}" text-anchor="end">${place}${year ? `, ${year}` : ''}</text><rect x="${nameWidth}" y="${at}" width="${round(long)}" height="${barHeight}" rx="2"/><text class="scale" x="${round(nameWidth + long + 6)}" y="${at + 16}">${label}</text></g>`
  }
  return html`<figure class="chart">${picture(height, title, html`${shown.map(row)}`)}</figure>`
}

/** The picture itself; on narrow screens it is pushed along, so that its words stay legible. */
const picture = (height: number, title: string, content: Html): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">${content}</svg></div>`

const round = (value: number) => Math.round(value * 10) / 10
