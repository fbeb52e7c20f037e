// Where provinces stand in a text: alone or named together ("tại Hà Nội, Hải Phòng và Huế"), with the words around them.
import type { Annotation } from '../extract/page.ts'
import type { ProvinceFound } from '../extract/provinces.ts'
import type { Zone } from '../model.ts'
import { type Context, zoneAt } from './context.ts'

export type FoundProvince = Annotation<ProvinceFound>

/** Provinces named together, which share what is said of them. Words are matching keys. */
export type Place = {
  /** One or more, in order; the first and the last part the words before from those after. */
  found: readonly FoundProvince[]
  ids: readonly string[]
  /** Offset of the first. */
  start: number
  zone: Zone | null
  /** The words of the sentence before, without "tỉnh", "thành phố", "TP." right before the name. */
  before: string
  /** The words of the sentence after. */
  after: string
}

/** Windows are enough for the patterns, and keep a sentence of a thousand provinces linear. */
const windowBefore = 200
const windowAfter = 80

const between = /^(?:,| và|,? cùng| -)? ?(?:(?:tỉnh|thành phố|tp\.?) ?)?$/u

/** Provinces in lists: those with nothing but commas, "và" and their type between them stand together. */
export function namedTogether(
  { page, blockAt }: Context,
  provinces: readonly FoundProvince[],
): [FoundProvince, ...FoundProvince[]][] {
  const lists: [FoundProvince, ...FoundProvince[]][] = []
  let last: FoundProvince | undefined
  for (const found of provinces) {
    const list = lists.at(-1)
    const gap = last ? found.start - last.end : 0
    if (
      list &&
      last &&
      gap > 1 &&
      gap < 20 &&
      blockAt(found.start).start <= last.start &&
      between.test(page.key.slice(last.end, found.start))
    )
      list.push(found)
    else lists.push([found])
    last = found
  }
  return lists
}

/** The words around provinces that are named together. */
export function placeOf(
  context: Context,
  found: readonly [FoundProvince, ...FoundProvince[]],
): Place {
  const { page } = context
  const [first] = found
  const last = found.at(-1) ?? first
  const { end } = context.sentenceAt(last.start)
  return {
    found,
    ids: [...new Set(found.map((f) => f.value.id))],
    start: first.start,
    zone: zoneAt(page, first.start) as Zone | null,
    before: wordsBefore(context, first),
    after: page.key.slice(last.end, Math.min(end, last.end + windowAfter)),
  }
}

function wordsBefore(context: Context, found: FoundProvince): string {
  const { key } = context.page
  const window = key.slice(Math.max(0, found.start - windowBefore), found.start)
  const end =
    found.start - (/(?<!\p{L})(?:tỉnh|thành phố|tp\.?|thủ đô) ?$/u.exec(window)?.[0].length ?? 0)
  // The full stop of "TP." ends no sentence.
  const { start } = context.sentenceAt(Math.max(context.blockAt(found.start).start, end - 1))
  return key.slice(Math.max(start, end - windowBefore), end)
}

/** "Hà Nội, ngày 21 tháng 6 năm 2024": where something was signed, at the head or at the foot of a text. */
const signedThere = /^ ?, ?ngày ?[\d.,… ]*tháng/u

/** True in a header or a dateline: names there say who issues and where, nothing else. */
export function isFormal({ zone, after }: Place): boolean {
  return zone === 'header' || zone === 'dateline' || signedThere.test(after)
}
