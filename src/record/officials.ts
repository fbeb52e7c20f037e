// People put together: mentions of one name merged, their positions completed and made one list.
import type { OfficialMention } from '../extract/officials.ts'
import type { Annotation, Page } from '../extract/page.ts'
import type { PositionSpan } from '../extract/positions.ts'
import { titleCase } from '../extract/signature.ts'
import { withoutBody } from '../extract/signed-office.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Mention, Official, Position, Signer } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { isUpper } from '../text/letters.ts'
import type { Span } from '../text/view.ts'
import { keyInFull } from './abbreviations.ts'
import type { Context } from './context.ts'
import type { Issuer } from './issuer.ts'
import { joinShortNames, joinSlips, type Person } from './officials/joined-names.ts'
import { positionOf } from './positions.ts'

/** Mentions of a person with a position that others are completed from; who is named more often is known by then. */
const comparedMentions = 40

/** The officials of a document: people with a position. `quote` turns a view span into a mention of the text as read. */
export function officialsOf(
  context: Context,
  mentions: readonly Annotation<OfficialMention>[],
  signers: ReadonlyArray<Signer & { span: Span | null }>,
  issuer: { name: string; provinceId: string | null } | null,
  quote: (span: Span) => Mention,
): Official[] {
  const { page } = context
  const people = new Map<string, Person>()
  let leader: Leader | null = null
  for (const mention of mentions) {
    const written = page.text.slice(mention.value.name.start, mention.value.name.end)
    const name = /^[\p{Lu}\s'’]+$/u.test(written) ? titleCase(written) : partGlued(written, context)
    const key = keyOf(name)
    const person = people.get(key) ?? {
      name,
      honorifics: new Set(),
      degrees: new Set(),
      spans: [],
      found: [],
      holders: [],
      rule: mention.rule,
      confidence: 0,
    }
    for (const honorific of mention.value.honorifics) person.honorifics.add(honorific)
    for (const degree of mention.value.degrees) person.degrees.add(degree)
    person.spans.push(mention.value.name)
    for (const position of mention.value.positions) {
      person.found.push(position)
      person.holders.push({ beside: mention.value.positions, leader: leader?.position ?? null })
    }
    leader = leaderAfter(mention, leader)
    if (mention.confidence > person.confidence) {
      person.rule = mention.rule
      person.confidence = mention.confidence
    }
    people.set(key, person)
  }
  joinSlips(people, context)
  joinShortNames(people, context)
  const bearers = bearersOf(people)
  const short = people.size > 0 ? givenNamesIn(page) : new Map<string, Span[]>()
  const officials: Official[] = []
  for (const person of people.values()) {
    if (person.found.length === 0) continue
    const { name } = person
    const others = person.found.slice(0, comparedMentions)
    const none = { beside: [], leader: null }
    const positions = mergePositions(
      person.found.map((p, i) =>
        positionOf(p, context, { name, others, ...(person.holders[i] ?? none) }),
      ),
      page.lexicon,
    )
    officials.push({
      name: person.name,
      honorifics: [...person.honorifics],
      degrees: [...person.degrees],
      positions,
      mentions: [...person.spans, ...laterMentions(person, bearers, short)]
        .sort((a, b) => a.start - b.start)
        .map(quote),
      rule: person.rule,
      confidence: person.confidence,
    })
  }
  for (const signer of signers) {
    const key = keyOf(signer.name)
    const body = signer.title ? signersBody(issuer, signer.title, context) : null
    const position: Position | null = signer.title
      ? {
          title: withoutBody(signer.title, page.lexicon),
          organisation: body?.name ?? null,
          province: body && !isNational(body.name) ? body.provinceId : null,
          resolved: body !== null,
          ...(body ? { evidence: body.evidence } : {}),
          former: false,
          acting: /^Q(?:UYỀN|\.)/u.test(signer.capacity ?? ''),
        }
      : null
    const known = officials.find((o) => keyOf(o.name) === key)
    if (known) {
      if (position && known.positions.every((p) => keyOf(p.title) !== keyOf(position.title)))
        known.positions.push(position)
      if (signer.span && !known.mentions.some((m) => m.start === quote(signer.span as Span).start))
        known.mentions.push(quote(signer.span))
    } else if (position)
      officials.push({
        name: signer.name,
        honorifics: [],
        degrees: [],
        positions: [position],
        mentions: signer.span ? [quote(signer.span)] : [],
        rule: 'signature',
        confidence: 0.9,
      })
  }
  return officials
}

/** How far after a head his deputy may be named without the body, in characters. */
const nearLeader = 200

/** A head that the next person may be the deputy of. `end`: where he, or the last of those who followed him, was named. */
type Leader = { position: PositionSpan; end: number }

/** Who leads the next person after a mention: several people that share an office without a body follow the same head. */
function leaderAfter(mention: Annotation<OfficialMention>, before: Leader | null): Leader | null {
  const { positions } = mention.value
  const own = positions.findLast((p) => p.organisation && !p.organisation.bare)
  if (own) return { position: own, end: Math.max(own.end, mention.end) }
  if (!before || mention.start - before.end >= nearLeader) return null
  return mention.rule === 'shared-position' ? { ...before, end: mention.end } : before
}

/** The end of a text, in characters, where it is signed. */
const signaturePart = 4000

/** The body a signer sits in: the Prime Minister's is the Government, a chief of office's the office of the issuer. */
function signersBody(
  issuer: Issuer | null,
  title: string,
  context: Context,
): (Issuer & { evidence: string }) | null {
  const key = keyOf(title)
  if (!issuer) {
    // A consolidated text has no issuer of its own, but its number names the ministry: "2651/VBHN-BLĐTBXH".
    const number = /\d+\/VBHN-(\p{L}+)/u.exec(context.page.text.slice(-signaturePart))
    const name = number?.[1] && context.page.lexicon.issuerCodes.get(number[1])?.body
    return name && /^(?:bộ|thứ) trưởng$/u.test(key) && /^bộ /u.test(keyOf(name))
      ? { name, provinceId: null, evidence: number?.[0] ?? 'header' }
      : null
  }
  const body = issuer.name.replace(/^Thủ tướng (?=Chính phủ$)/u, '')
  // "BAN CHẤP HÀNH TRUNG ƯƠNG | VĂN PHÒNG" is the "Văn phòng Trung ương Đảng" that the text names.
  if (keyOf(body) === 'văn phòng') {
    const superior = keyOf(context.page.header?.superior ?? '').replace(/^ban chấp hành /u, '')
    const office = context.organisations.find((o) =>
      context.page.key.startsWith(`văn phòng ${superior} `, o.start),
    )
    const name = superior && office && context.page.text.slice(office.start, office.end)
    if (name) return { name, provinceId: office.provinceId, evidence: name }
  }
  const name =
    /chánh văn phòng$/u.test(key) && !/^văn phòng/u.test(keyOf(body)) ? `Văn phòng ${body}` : body
  return { name, provinceId: issuer.provinceId, evidence: 'header' }
}

/** A body of the whole country sits in no province, wherever it signs. */
const isNational = (name: string): boolean => /trung ương| việt nam$/u.test(keyOf(name))

/** One position a title and body; of two that agree the fuller one is kept. */
function mergePositions(positions: Position[], lexicon: Lexicon): Position[] {
  const kept: Position[] = []
  for (const position of positions) {
    const same = kept.find(
      (k) =>
        titleKey(k.title) === titleKey(position.title) &&
        agree(k.organisation, position.organisation, lexicon),
    )
    if (!same) kept.push(position)
    else if ((position.organisation?.length ?? 0) > (same.organisation?.length ?? 0))
      Object.assign(same, position)
    else same.former &&= position.former
  }
  // "Thứ trưởng" alone beside "Thứ trưởng Bộ X" says nothing more.
  return kept.filter(
    (p) =>
      p.organisation !== null ||
      !kept.some((o) => o !== p && titleKey(o.title) === titleKey(p.title)),
  )
}

/** "TônThị Ngọc Hạnh": a family name that is glued to the next syllable is parted from it. */
function partGlued(name: string, context: Context): string {
  const [, surname, rest] = /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+ .*)$/u.exec(name) ?? []
  return surname && rest && context.page.lexicon.surnames.get(surname).length > 0
    ? `${surname} ${rest}`
    : name
}

const titleKey = (title: string): string =>
  keyOf(title).replace(/^uv /u, 'uỷ viên ').replace(/ btv$/u, ' ban thường vụ')

function agree(a: string | null, b: string | null, lexicon: Lexicon): boolean {
  if (a === null || b === null) return true
  const [x, y] = [wordsOfBody(a, lexicon), wordsOfBody(b, lexicon)]
  const [small, large] = x.size < y.size ? [x, y] : [y, x]
  return [...small].filter((w) => large.has(w)).length >= small.size * 0.8
}

const wordsOfBody = (text: string, lexicon: Lexicon): Set<string> =>
  new Set(keyInFull(text, lexicon).match(/[\p{L}\p{N}]+/gu) ?? [])

/** "ông Nhân", "Thứ trưởng Độ": given-name mentions, linked only where one person in the document bears that name. */
function laterMentions(
  person: Person,
  bearers: ReadonlyMap<string, number>,
  short: ReadonlyMap<string, Span[]>,
): Span[] {
  const given = keyOf(person.name.split(' ').at(-1) ?? '')
  if (given.length < 2 || bearers.get(given) !== 1) return []
  const first = person.spans.reduce(
    (least, s) => Math.min(least, s.start),
    Number.POSITIVE_INFINITY,
  )
  return (short.get(given) ?? []).filter((s) => s.start > first)
}

/** How many people of the document bear a given name. */
function bearersOf(people: ReadonlyMap<string, Person>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name } of people.values()) {
    const given = keyOf(name.split(' ').at(-1) ?? '')
    counts.set(given, (counts.get(given) ?? 0) + 1)
  }
  return counts
}

const givenNameMention =
  /(?<=(?<!\p{L})(?:ông|bà|anh|chị|đồng chí|đ\/c|thầy|cô|Ông|Bà|Đồng chí|Thứ trưởng|Bộ trưởng|Giám đốc|Chủ tịch|Phó Chủ tịch|Phó Giám đốc) )\p{Lu}[\p{L}'’]*(?!\p{L})(?! \p{Lu})/uy
/** The last words of these, in the key. */
const beforeGivenName = new Set('ông bà anh chị chí c thầy cô trưởng đốc tịch'.split(' '))

/** All given names after an honorific or a title, by key, read in one pass. */
function givenNamesIn({ text, tokens }: Page): Map<string, Span[]> {
  const found = new Map<string, Span[]>()
  for (let i = 1; i < tokens.length; i++) {
    const start = tokens[i]?.start ?? 0
    if (!isUpper(text.charCodeAt(start))) continue
    if (!beforeGivenName.has(tokens[i - 1]?.text ?? '')) continue
    givenNameMention.lastIndex = start
    const match = givenNameMention.exec(text)
    if (!match) continue
    const key = keyOf(match[0])
    const span = { start: match.index, end: match.index + match[0].length }
    const list = found.get(key)
    if (list) list.push(span)
    else found.set(key, [span])
  }
  return found
}
