// The frame that a whole document has, where it has just one: the commune or district it is of, the school, the company.
// A frame that several could be is none: a wrong body is worse than an open one.
import type { OrganisationSpan } from '../../extract/organisations.ts'
import { fold, keyOf } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import { keyInFull } from '../abbreviations.ts'
import { type Context, type Host, zoneAt } from '../context.ts'
import { firstFrom } from '../nearby.ts'
import { apostrophes, placeOf } from './place-names.ts'

/** A place below the province, named as "xã Phong Hải". */
export type Locality = { kind: string; name: string; evidence: string }

const levels = 'xã|phường|thị trấn|huyện|quận|thị xã'
const capitalised = levels.replace(/(^|\|)(\p{L})/gu, (_, bar, c) => `${bar}${c.toUpperCase()}`)
const named = new RegExp(
  `(?<!\\p{L})(${levels}|${capitalised}) (\\p{Lu}[\\p{L}${apostrophes}]*(?: \\p{Lu}[\\p{L}${apostrophes}]*){0,2})(?!\\p{L})`,
  'gu',
)
const inCapitals = new RegExp(
  `(?<!\\p{L})(${levels.toUpperCase()}) (\\p{Lu}[\\p{Lu}${apostrophes}]*(?: \\p{Lu}[\\p{Lu}${apostrophes}]*){0,2})(?=\\s*(?:$|\\n|[-,:;.(]))`,
  'gu',
)

type Count = Locality & { count: number; framing: boolean }
const localities = new WeakMap<Context, Map<string, Count>>()

/** Places below the province that the document names, by level and folded name, with how often. */
function localitiesOf(context: Context): Map<string, Count> {
  const known = localities.get(context)
  if (known) return known
  const found = new Map<string, Count>()
  localities.set(context, found)
  const { page } = context
  for (const pattern of [named, inCapitals])
    for (const match of matchesOf(page.text, pattern)) {
      const after = page.text.charAt(match.index + match[0].length + 1)
      // In capitals the pattern asks for a sign behind the name.
      const name = placeOf(context, match[2] ?? '', pattern === named ? after : '')
      if (!name) continue
      if (pattern === named && !/\p{Ll}/u.test(name)) continue
      // "HUYỆN ỦY", "XÃ HỘI", "Huyện đoàn" are no places.
      if (/^(?:uỷ|đoàn|hội|đội)(?: |$)/u.test(keyOf(name))) continue
      const kind = (match[1] ?? '').toLowerCase()
      const key = `${kind} ${fold(keyOf(name))}`
      const zone = zoneAt(page, match.index)
      // A line in capitals is a heading, whatever it was parsed as.
      const framing =
        pattern === inCapitals || zone === 'title' || zone === 'heading' || zone === 'header'
      const same = found.get(key)
      if (!same)
        found.set(key, {
          kind,
          name: /\p{Ll}/u.test(name) ? name : titled(name),
          evidence: match[0],
          count: 1,
          framing,
        })
      else {
        same.count++
        same.framing ||= framing
      }
    }
  // "Huyện Đak Song Tổ chức": what follows the name in a title belongs to no other place.
  for (const [key, longer] of found)
    for (const [short, place] of found)
      if (key !== short && key.startsWith(`${short} `)) {
        place.count += longer.count
        place.framing ||= longer.framing
        found.delete(key)
      }
  return found
}

const titled = (text: string): string =>
  text.toLowerCase().replace(letterOfWord, (c) => c.toUpperCase())
/** The first letter of a word; what follows an apostrophe begins none: "Cư M’gar". */
const letterOfWord = new RegExp(`(?<![\\p{L}${apostrophes}])\\p{L}`, 'gu')

/**
 * The one place of a level that the document is about: the only one named, or the one that title or headings name where
 * it is named far more often than any other. Null where several could be meant.
 */
export function frameLocality(context: Context, kind: string): Locality | null {
  const of = [...localitiesOf(context).values()].filter((place) => place.kind === kind)
  of.sort((a, b) => b.count - a.count)
  const [first, second] = of
  if (!first) return null
  if (!second) return first
  const framing = of.filter((place) => place.framing)
  if (framing.length === 1 && framing[0] === first && first.count >= second.count * 2) return first
  return null
}

/** True where the document names any place of a level. */
export const namesLocality = (context: Context, kind: string): boolean =>
  [...localitiesOf(context).values()].some((place) => place.kind === kind)

/** The commune or ward that title or headings name, and nothing but it; null for documents about more. */
export function frameCommune(context: Context): Locality | null {
  const framing = [...localitiesOf(context).values()].filter((place) => place.framing)
  const communes = framing.filter(({ kind }) => /^(?:xã|phường|thị trấn)$/u.test(kind))
  const [only] = communes
  return only && communes.length === 1 && frameLocality(context, only.kind) === only ? only : null
}

const schoolHead = /^(?:trường|đại học|học viện|đh)(?: |$)/u
const frames = new WeakMap<Context, { school: OrganisationSpan | null; company: Span | null }>()

/** The one school that the title names, or the only one of the document. */
export const frameSchool = (context: Context): OrganisationSpan | null => framesOf(context).school
/** The one company whose board the document names. */
export const frameCompany = (context: Context): Span | null => framesOf(context).company

/** Characters before a headmaster within which "nhà trường" means the school named last. */
const farthestSchool = 3000
/** "Tốt nghiệp Trường X": where somebody learnt or taught once. */
const elsewhere =
  /(?<!\p{L})(?:tốt nghiệp|học(?: tại| ở)?|theo học|sinh viên|học sinh|cựu học sinh|cựu sinh viên|thi vào|đỗ vào|giảng dạy tại|nguyên hiệu trưởng) (?:\p{L}+ ){0,3}$/u

/** The school named last before an offset, for "Hiệu trưởng nhà trường"; null where none is near. */
export function schoolBefore(context: Context, offset: number): OrganisationSpan | null {
  const { organisations, page } = context
  for (let i = firstFrom(organisations, offset) - 1; i >= 0; i--) {
    const body = organisations[i]
    if (!body || offset - body.end > farthestSchool) return null
    if (body.bare || !schoolHead.test(body.head)) continue
    if (!elsewhere.test(page.key.slice(Math.max(0, body.start - 40), body.start))) return body
  }
  return null
}

function framesOf(context: Context): { school: OrganisationSpan | null; company: Span | null } {
  let known = frames.get(context)
  if (!known) {
    known = { school: schoolOf(context), company: companyOf(context) }
    frames.set(context, known)
  }
  return known
}

function schoolOf(context: Context): OrganisationSpan | null {
  const schools = context.organisations.filter((o) => schoolHead.test(o.head) && !o.bare)
  const inTitle = schools.filter((o) => zoneAt(context.page, o.start) === 'title')
  const fitting = inTitle.length > 0 ? inTitle : schools
  const keys = new Set(fitting.map((o) => nameKey(context, o)))
  const [first] = fitting
  if (!first || keys.size > 1) return null
  return recurring(context, schools, first)
}

/**
 * What a title goes on with may be read as the end of a name: the shorter name that recurs in the document where the one
 * found begins with it and does not recur itself.
 */
function recurring(
  context: Context,
  schools: readonly OrganisationSpan[],
  found: OrganisationSpan,
): OrganisationSpan {
  const key = nameKey(context, found)
  const counted = schools.map((school) => ({ school, name: nameKey(context, school) }))
  if (counted.filter(({ name }) => name === key).length > 1) return found
  const shorter = counted.filter(({ name }) => key.startsWith(`${name} `))
  const [first, second] = shorter
  return first && second && shorter.every(({ name }) => name === first.name) ? first.school : found
}

/** "Trường THPT Tô Hiệu (thành phố Sơn La)": the province in brackets behind the first mention of a school that has any. */
export function provinceOfSchool(context: Context, name: string): Host | null {
  const { page } = context
  const end = bracketedIn(context).get(schoolKey(name, context))
  const place =
    end === undefined ? undefined : context.provinces[firstFrom(context.provinces, end + 1)]
  if (end === undefined || !place) return null
  const inside = page.text.slice(end, place.end)
  return inside.length < longestBrackets && !inside.includes(')')
    ? { provinceId: place.value.id, evidence: page.text.slice(place.start, place.end) }
    : null
}

const bracketed = new WeakMap<Context, ReadonlyMap<string, number>>()

/** Where the first mention of each school with brackets behind it ends, by its name. */
function bracketedIn(context: Context): ReadonlyMap<string, number> {
  let ends = bracketed.get(context)
  if (!ends) {
    const schools = context.organisations.filter(
      (o) => schoolHead.test(o.head) && context.page.text.startsWith(' (', o.end),
    )
    ends = new Map(schools.toReversed().map((o) => [nameKey(context, o), o.end]))
    bracketed.set(context, ends)
  }
  return ends
}

/** Characters of a place in brackets behind a school. */
const longestBrackets = 60

const nameKey = (context: Context, { start, end }: Span): string =>
  schoolKey(context.page.text.slice(start, end), context)

const schoolKey = (name: string, { page }: Context): string =>
  keyInFull(name, page.lexicon).replace(/^trường /u, '')

const boardHead = /^(?:hội đồng quản trị|hđqt|hội đồng thành viên|hđtv|ban kiểm soát)$/u

function companyOf(context: Context): Span | null {
  const { page } = context
  const found = new Map<string, Span & { count: number }>()
  for (const board of context.organisations) {
    if (!boardHead.test(board.head) || board.bare) continue
    const start = board.start + board.head.length + 1
    const key = page.key.slice(start, board.end).replace(generic, '')
    if (key.length < 3) continue
    const same = found.get(key)
    if (same) same.count++
    else found.set(key, { start, end: board.end, count: 1 })
  }
  const [first, second] = [...found.values()].sort((a, b) => b.count - a.count)
  return first && (!second || first.count >= second.count * 3) ? first : null
}

/** "HĐQT Ngân hàng Eximbank" is the board of Eximbank. */
const generic = /^(?:(?:công ty|ngân hàng|tập đoàn|ctcp|cổ phần|tnhh|tmcp) ?)+/u
