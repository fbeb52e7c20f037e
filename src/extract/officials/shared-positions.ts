// One position of several people: "các đồng chí Phó Giám đốc Sở: A, B và C", "các ông A và B giữ chức Phó Chủ tịch".
import { type NameSpan, readName } from '../names.ts'
import type { OfficialMention } from '../officials.ts'
import type { Annotation, Page } from '../page.ts'
import { readPositions } from '../positions.ts'
import type { ListOpening } from './introduction.ts'
import { positionsAfter } from './positions-beside.ts'

/** "các đồng chí Phó Giám đốc Sở: A, B và C": one position of several people. */
export function sharedPosition(
  page: Page,
  list: ListOpening,
): { mentions: Annotation<OfficialMention>[]; nextToken: number } | null {
  const { tokens } = page
  const run = readPositions(page, list.nextToken)
  if (run.positions.length === 0) return null
  let next = run.nextToken
  if (tokens[next]?.text === ':') next++
  else if (!readName(page, next, true)) return null
  const mentions: Annotation<OfficialMention>[] = []
  for (;;) {
    const name = readName(page, next, true)
    if (!name) break
    const own = positionsAfter(page, name.nextToken)
    mentions.push({
      start: name.start,
      end: own?.end ?? name.end,
      rule: 'shared-position',
      confidence: name.strong ? 0.9 : 0.75,
      evidence: page.text.slice(list.start, name.end),
      value: {
        name: { start: name.start, end: name.end },
        honorifics: [],
        degrees: [],
        positions: [...run.positions, ...(own?.positions ?? [])].filter((p) => p.office),
      },
    })
    next = own?.nextToken ?? name.nextToken
    const join = tokens[next]?.text
    if (join !== ',' && join !== 'và') break
    next++
  }
  return mentions.length > 0 ? { mentions, nextToken: next } : null
}

/** "các đồng chí A, B, Phó Giám đốc Sở", "các ông A và B giữ chức Phó Chủ tịch": the position after the last is of all. */
export function distributed(
  page: Page,
  list: ListOpening,
): { mentions: Annotation<OfficialMention>[]; nextToken: number } | null {
  const { tokens } = page
  const names: NameSpan[] = []
  let next = tokens[list.nextToken]?.text === ':' ? list.nextToken + 1 : list.nextToken
  const listed = (index: number): NameSpan | null => {
    const name = readName(page, index, true)
    return name && (name.strong || name.nextToken - index > 2) ? name : null
  }
  for (let name = listed(next); name; ) {
    names.push(name)
    next = name.nextToken
    if (tokens[next]?.text !== ',' && tokens[next]?.text !== 'và') break
    name = listed(next + 1)
    if (name) next++
  }
  if (names.length < 2) return null
  const given = tokens[next]?.text === 'giữ' || tokens[next]?.text === 'làm'
  const run = given
    ? readPositions(page, tokens[next + 1]?.text === 'chức' ? next + 2 : next + 1)
    : positionsAfter(page, next)
  const positions = run?.positions.filter((p) => p.office) ?? []
  if (!run || positions.length === 0) return null
  const end = tokens[run.nextToken - 1]?.end ?? list.end
  return {
    mentions: names.map((name) => ({
      start: name.start,
      end: name.end,
      rule: 'shared-position',
      confidence: 0.85,
      evidence: page.text.slice(list.start, Math.min(end, list.start + 160)),
      value: { name: { start: name.start, end: name.end }, honorifics: [], degrees: [], positions },
    })),
    nextToken: run.nextToken,
  }
}
