// Mentions of people with what is said of their office. Merging over mentions and completing bodies from context is done
// by record/officials.ts.
//
//   Ông Vũ Đình Hưng, Giám đốc Sở Giáo dục và Đào tạo tỉnh Tuyên Quang     honorific + name + position
//   đồng chí Lò Thị Thời - Phó Giám đốc, Chủ tịch Công đoàn ngành Giáo dục   split only at the first dash
//   Giám đốc Nguyễn Văn Đoạt · Thứ trưởng Bộ GDĐT Nguyễn Hữu Độ             position + name
//   Nguyễn Văn A (Phó Chủ tịch UBND huyện)                                  name + position in parentheses
import { decline, tokenSpan } from './decline.ts'
import { declineNamed, declinePositions, declineUnknownName } from './decline-person.ts'
import { isCapitalised, type NameSpan, readName } from './names.ts'
import { pastAddressee } from './officials/addressee.ts'
import { bodyAfterName, giveBodyBefore, giveLedBody } from './officials/bodies-of-mention.ts'
import { type Introduction, listAt, readIntroduction } from './officials/introduction.ts'
import { type Listed, listedAfterTitle } from './officials/listed-names.ts'
import { continuesName, endsBody, isHeading, isStopped } from './officials/not-officials.ts'
import { pastOfficeActedFor } from './officials/on-behalf.ts'
import { peopleBelow } from './officials/people-below.ts'
import {
  isPlural,
  nameAfterColon,
  nameAfterSign,
  positionsAfter,
  positionsBefore,
} from './officials/positions-beside.ts'
import { distributed, givenTogether, sharedPosition } from './officials/shared-positions.ts'
import type { Annotation, Page } from './page.ts'
import { type PositionSpan, readPositions, wordsBeforeTitles } from './positions.ts'
import { tokensIn } from './token-zones.ts'

export type OfficialMention = {
  /** Span of the name alone. */
  name: { start: number; end: number }
  honorifics: string[]
  degrees: string[]
  positions: PositionSpan[]
}

/** All mentions of named people with an honorific, a degree or a position. Zones without people are passed over. */
export function findOfficials(page: Page): Annotation<OfficialMention>[] {
  const found: Annotation<OfficialMention>[] = []
  const skipped = tokensIn(page, ['boilerplate', 'byline'])
  let listUntil = -1
  const inOffice = new Set<string>()
  const keyIn = ({ start, end }: { start: number; end: number }) => page.key.slice(start, end)
  const hasOffice = (name: NameSpan) => inOffice.has(keyIn(name))
  // People on lines below their office are come upon again there.
  const below = new Set<number>()
  const add = (mentions: Annotation<OfficialMention>[]) => {
    for (const mention of mentions) {
      if (below.has(mention.value.name.start)) continue
      found.push(mention)
      if (mention.rule === 'shared-position') below.add(mention.value.name.start)
    }
    for (const { value } of mentions)
      if (value.positions.length > 0) inOffice.add(keyIn(value.name))
  }
  const canBegin = beginningsOf(page)
  for (let i = 0; i < page.tokens.length; ) {
    const token = page.tokens[i]
    if (!token || canBegin[i] === 0 || skipped[i] === 1) {
      i++
      continue
    }
    const list = listAt(page, i)
    const shared = list ? (sharedPosition(page, list) ?? distributed(page, list)) : null
    if (shared) {
      listUntil = sentenceEnd(page, token.start)
      add(shared.mentions)
      i = shared.nextToken
      continue
    }
    const single = mentionAt(page, i, token.start < listUntil)
    const mention = isOneOfSeveral(page, i, single)
      ? (givenTogether(page, i, hasOffice) ?? single)
      : single
    if (!mention) {
      // "các đồng chí: A, …; B, …": names follow without an honorific each, until the sentence ends.
      if (list) listUntil = sentenceEnd(page, token.start)
      i++
      continue
    }
    if (list) listUntil = sentenceEnd(page, token.start)
    add(mention.mentions)
    i = Math.max(mention.nextToken, i + 1)
  }
  return found
}

/** Last words of what puts people into offices. */
const electing = new Set(['bầu', 'nhiệm', 'cử'])

/** True where a name without a position goes on with another: "đồng chí A và đồng chí B được bầu làm …", "bầu A, B làm …". */
function isOneOfSeveral(page: Page, index: number, single: Listed | null): boolean {
  if (!single) return electing.has(page.tokens[index - 1]?.text ?? '')
  const open = single.mentions[0]?.value.positions.length === 0
  return open && /^(?:,|và)$/u.test(page.tokens[single.nextToken]?.text ?? '')
}

/**
 * 1 for each token that a mention can begin with: a word with a capital, of an honorific, a degree or a title, or before a
 * title.
 */
function beginningsOf({ capitals, wordNumbers, lexicon }: Page): Uint8Array {
  const { honorifics, degrees, titles } = lexicon
  const canBegin = capitals.slice()
  for (const index of [honorifics, degrees, titles, wordsBeforeTitles])
    for (const i of index.beginnings(wordNumbers)) canBegin[i] = 1
  return canBegin
}

function mentionAt(page: Page, i: number, inList: boolean): Listed | null {
  const introduction = readIntroduction(page, i)
  if (introduction?.excluded)
    return declineNamed(
      page,
      i,
      introduction.nextToken,
      'person-without-office',
      'The word before the name introduces somebody without an office, or a name that things bear.',
    )
  if (introduction) {
    const name = readName(page, introduction.nextToken, true)
    if (!name)
      return decline(
        page,
        tokenSpan(page, i, introduction.nextToken),
        'honorific-without-name',
        'An honorific or degree, but no name of a person follows it.',
      )
    if (isStopped(page, i, name)) return null
    const all = positionsBefore(page, i)
    const first = all[0] ? firstTokenOf(page, all[0], i) : i
    const spoken = pastAddressee(page, first, all, name.nextToken)
    const before = (spoken ?? pastOfficeActedFor(page, all)) === null ? all : all.slice(1)
    return mentionOf(page, i, name, introduction, before)
  }
  const led = endsBody(page, i) ? { positions: [], nextToken: i } : readPositions(page, i)
  if (led.positions.length > 0) {
    const listed =
      listedAfterTitle(page, i, led) ?? (isPlural(page, i) ? peopleBelow(page, i, led) : null)
    if (listed) return listed
    // "Phó Giám đốc Sở, ông Nguyễn …": the honorific's own mention will look back for this position.
    const inner = readIntroduction(page, led.nextToken)
    const at = inner && !inner.excluded ? inner.nextToken : led.nextToken
    const name =
      readName(page, at, true) ??
      nameAfterSign(page, i, led.nextToken) ??
      nameAfterColon(page, led.nextToken)
    const titled = tokenSpan(page, i, led.nextToken)
    if (!name)
      return decline(page, titled, 'title-without-name', 'A title, but no name stands beside it.')
    if (isPlural(page, i)) {
      decline(page, titled, 'title-collective', 'A title of several people, not of one.')
      // Past "Phó Chủ tịch", whose second word would be a title as well.
      return { mentions: [], nextToken: led.positions[0]?.nextToken ?? led.nextToken }
    }
    // "theo đề nghị của Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Nguyễn Văn A,": who acts stands before the verb.
    const acts = /^\p{L}/u.test(page.tokens[name.nextToken]?.text ?? '')
    const speaker =
      pastAddressee(page, i, led.positions, name.nextToken) ??
      (acts && led.positions.length > 1 ? pastOfficeActedFor(page, led.positions) : null)
    if (speaker !== null) return { mentions: [], nextToken: speaker }
    if (isStopped(page, i, name)) return null
    if (!inner && isHeading(page, name))
      return decline(page, name, 'name-heading', 'Words of a line in capitals, not a name.')
    return mentionOf(page, i, name, inner, led.positions)
  }
  const name = isCapitalised(page, i) && !continuesName(page, i) ? readName(page, i, false) : null
  if (!name) return declineUnknownName(page, i)
  if (isStopped(page, i, name)) return null
  const after = positionsAfter(page, name.nextToken)
  if (!after)
    return decline(
      page,
      name,
      'name-without-office',
      'No honorific or title stands beside the name.',
    )
  if (!name.strong && !inList)
    return decline(page, name, 'name-doubtful', 'Its first word is an ordinary word as well.')
  return mentionOf(page, i, name, null, [])
}

function mentionOf(
  page: Page,
  firstToken: number,
  name: NameSpan,
  introduction: Introduction | null,
  before: PositionSpan[],
): Listed {
  const after = positionsAfter(page, name.nextToken)
  const last = before.at(-1)
  const behind =
    last && !after && !last.organisation && !last.impliedBody
      ? bodyAfterName(page, name.nextToken)
      : null
  if (last && behind) last.organisation = behind
  if (after) giveLedBody(page, firstToken, after.positions)
  giveBodyBefore(page, firstToken, after?.positions ?? before)
  const positions = [...before, ...(after?.positions ?? [])].filter((p) => p.office)
  declinePositions(page, [...before, ...(after?.positions ?? [])])
  const rule =
    after && after.positions.length > 0
      ? introduction
        ? 'honorific-name-position'
        : 'name-position'
      : before.length > 0
        ? 'position-name'
        : 'honorific-name'
  const end = after && after.positions.length > 0 ? after.end : name.end
  const start = Math.min(
    page.tokens[firstToken]?.start ?? name.start,
    before[0]?.start ?? Number.POSITIVE_INFINITY,
  )
  return {
    mentions: [
      {
        start,
        end,
        rule,
        confidence: positions.some((p) => p.organisation) ? (name.strong ? 0.95 : 0.85) : 0.6,
        evidence: page.text.slice(start, Math.min(end, start + 160)),
        value: {
          name: { start: name.start, end: name.end },
          honorifics: introduction?.honorifics ?? [],
          degrees: introduction?.degrees ?? [],
          positions,
        },
      },
    ],
    nextToken:
      after && after.positions.length > 0 ? after.nextToken : (behind?.nextToken ?? name.nextToken),
  }
}

/** The token that a position before token `index` begins with. */
function firstTokenOf(page: Page, { start }: PositionSpan, index: number): number {
  let first = index
  while (first > 0 && (page.tokens[first]?.start ?? 0) > start) first--
  return first
}

function sentenceEnd(page: Page, from: number): number {
  const match = /[.!?](?=\s\p{Lu})|\n/u.exec(page.text.slice(from, from + 1500))
  return from + (match?.index ?? 1500)
}
