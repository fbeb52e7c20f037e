// Who wrote an article and where it comes from: "Tác giả: Mai Hương", "Nguồn tin: …", "Tuệ Nhi (t/h)", "Theo …", "Thanh Tuyền".
import type { BylineForm, Lexicon } from '../lexicon/lexicon.ts'
import type { Byline } from '../model.ts'
import { keyOf } from '../text/fold.ts'
import { isSyllable } from '../text/syllable.ts'
import { tokensOf } from '../text/words.ts'
import { chromeOf } from './boilerplate.ts'
import { isPublisher } from './publisher-line.ts'

const compiled = /^(.{2,60}?) ?\((?:t\/h|tổng hợp|th|st|sưu tầm|biên tập)\)\.?$/iu
/** A name of one to four words, each with a capital or an initial: "Mai Hương", "M. Hà". */
const person = "(?:\\p{Lu}[\\p{Ll}'’]+|\\p{Lu}\\.)(?: (?:\\p{Lu}[\\p{Ll}'’]*\\.?|\\p{Lu}\\.)){0,3}"
const bareName = new RegExp(`^${person}(?: ?[-–,&] ?${person}){0,2}\\.?$`, 'u')
/** The same in capitals, of two words at least: "ĐỨC THỤY - PHƯƠNG DUNG". */
const inCapitals = "\\p{Lu}[\\p{Lu}'’]+(?: \\p{Lu}[\\p{Lu}'’]+){1,3}"
const bareCapitals = new RegExp(`^${inCapitals}(?: ?[-–,&] ?${inCapitals}){0,2}$`, 'u')
/** One person of several: two words at least, so that "Hà - Lan" stays what it is. */
const oneOfSeveral = new RegExp(`^(?:${person}|${inCapitals})$`, 'u')
const betweenPeople = / ?[,&] ?| [-–] | và /u

type KeyedForms = {
  /** Where any of them begins a line: most lines begin otherwise. */
  any: RegExp
  each: ReadonlyArray<{ form: BylineForm; pattern: RegExp }>
}
const keyed = new WeakMap<Lexicon, KeyedForms>()

/** The forms as patterns on key text; what a comma joins may be joined otherwise: "Tin, ảnh", "Tin - ảnh", "Tin và ảnh". */
function formsOf(lexicon: Lexicon): KeyedForms {
  let forms = keyed.get(lexicon)
  if (!forms) {
    const words = lexicon.bylineForms.map((form) => ({ form, written: patternOf(form) }))
    forms = {
      any: new RegExp(`^(?:${words.map(({ written }) => written).join('|')})(?!\\p{L})`, 'u'),
      each: words.map(({ form, written }) => ({
        form,
        pattern: new RegExp(`^${written}(?!\\p{L})`, 'u'),
      })),
    }
    keyed.set(lexicon, forms)
  }
  return forms
}

/** The forms that name photographers alone, as pattern text on key text; the longest first. */
export function photoForms(lexicon: Lexicon): string[] {
  return lexicon.bylineForms
    .filter(({ kind }) => kind === 'photo')
    .map(patternOf)
    .sort((a, b) => b.length - a.length)
}

/** What may stand for a comma in a form, as pattern text. */
const joined = ' ?(?:[,+/&-]|và(?= )) ?'
const patternOf = ({ phrase }: BylineForm): string =>
  keyOf(phrase)
    .split(', ')
    .map((words) => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'))
    .join(joined)

const links = / ?\(https?:\/\/[^\s()]{1,200}\)/gu

/** Reads the bylines of a line of its own; null where the line is something else. `text` is from the normalised view. */
export function bylineOf(text: string, lexicon: Lexicon): Byline[] | null {
  // "Phòng Tuyển sinh (https://…)": the link of a name is no part of it.
  const line = text.includes('(http') ? text.trim().replace(links, '') : text.trim()
  if (line.length > 120) return null
  const key = keyOf(line)
  const labelled = formAt(line, key, lexicon)
  if (labelled) return labelledOf(labelled, lexicon)
  const first = nameBeforeForm(line, lexicon)
  if (first) return first
  if (isPublisher(line, key)) return [{ name: line, kind: 'source' }]
  const english = /^By (\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4})$/u.exec(line)
  if (english?.[1]) return [{ name: english[1], kind: 'author' }]
  const gathered = line.includes('(') ? compiled.exec(line) : null
  if (gathered?.[1]) return peopleIn(gathered[1].trim(), ['author'])
  const isName =
    (bareName.test(line) && line.includes(' ') && !isOrganisationLike(key)) ||
    (bareCapitals.test(line) && areNamesInCapitals(key, lexicon))
  return isName && line.length < 60 ? peopleIn(line.replace(/\.$/u, ''), ['author']) : null
}

/** "Mai Hương - Ảnh: Thanh Bình": who wrote, without a form, before who else had a part. */
function nameBeforeForm(line: string, lexicon: Lexicon): Byline[] | null {
  const gap = line.includes(':') ? line.matchAll(nextForm).next().value : undefined
  if (!gap || gap.index === 0) return null
  const name = line.slice(0, gap.index)
  if (!bareName.test(name) || !name.includes(' ') || isOrganisationLike(keyOf(name))) return null
  const after = line.slice(gap.index + gap[0].length)
  const next = formAt(after, keyOf(after), lexicon)
  const others = next && labelledOf(next, lexicon)
  return others && [...peopleIn(name, ['author']), ...others]
}

type Labelled = { kinds: readonly Byline['kind'][]; rest: string }

/** The form that a line begins with, and what it names; null without one. */
function formAt(line: string, key: string, lexicon: Lexicon): Labelled | null {
  const forms = formsOf(lexicon)
  if (!forms.any.test(key)) return null
  for (const { form, pattern } of forms.each) {
    const match = pattern.exec(key)
    if (!match) continue
    const rest = line.slice(match[0].length)
    // Without a colon: "Theo Chinhphu.vn", "Theo baochinhphu.vn", "Tin, ảnh Mai Hương – Thanh Bình".
    if (!/^\s*[:：]\s*/u.test(rest) && !isOpenForm(form.phrase, rest)) continue
    return {
      kinds: form.kind === 'author and photo' ? ['author', 'photo'] : [form.kind],
      rest: rest.replace(/^\s*[:：]?\s*/u, ''),
    }
  }
  return null
}

/** What parts two forms in a line: "Bài: Mai Hương - Ảnh: Thanh Bình". */
const nextForm = /[\s,;.|/-]+(?=\p{L}[\p{L}, ]{1,16}:)/gu

/** The people or sources after a form, and after the forms that follow in the same line. */
function labelledOf({ kinds, rest }: Labelled, lexicon: Lexicon): Byline[] | null {
  for (const gap of rest.matchAll(nextForm)) {
    const after = rest.slice(gap.index + gap[0].length)
    const next = gap.index > 0 ? formAt(after, keyOf(after), lexicon) : null
    if (!next) continue
    const others = labelledOf(next, lexicon)
    return others && [...peopleIn(rest.slice(0, gap.index), kinds), ...others]
  }
  const name = rest.replace(/[.;\s]+$/u, '')
  if (name === '' || name.length > 80 || /[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(name)) return null
  // What a picture shows is no name.
  if (kinds.length === 1 && kinds[0] === 'photo' && !isCredit(name, true, lexicon)) return null
  return peopleIn(name, kinds)
}

const creditWord = "(?:\\p{Lu}[\\p{L}\\d.'’]*|\\d{1,4})"
const credit = new RegExp(`^${creditWord}(?:(?: ?[/&,-] ?| và | )${creditWord}){0,6}$`, 'u')
const address = /^[a-z\d-]{2,30}(?:\.[a-z\d-]{2,20}){1,3}$/iu
const bodyName = /^\p{Lu}\p{L}*(?: [\p{L}&-]+){1,7}$/u
const newspaper = /^(?:báo|đài|cổng|tạp chí|trang)(?!\p{L})/u

/**
 * True for what a picture can be by: names, agencies, addresses of sites; bodies with small letters ("Báo Giáo dục và Thời
 * đại") only where `isAlone`, for the words of a caption begin with bodies too.
 */
export function isCredit(name: string, isAlone: boolean, lexicon: Lexicon): boolean {
  const key = keyOf(name)
  if (/^(?:internet|google|minh hoạ|tư liệu)(?!\p{L})/u.test(key)) return false
  if (credit.test(name) || address.test(name)) return true
  if (!isAlone || !bodyName.test(name)) return false
  const tokens = tokensOf(key)
  const isBody = newspaper.test(key) || lexicon.organisationHeads.longestAt(tokens, 0) !== null
  return isBody && tokens.every((_, i) => lexicon.reportingVerbs.longestAt(tokens, i) === null)
}

/** A byline for each person and kind; a name that is not one of several people stays whole: "Giáo dục & Thời đại". */
export function peopleIn(name: string, kinds: readonly Byline['kind'][]): Byline[] {
  const parts = name.split(betweenPeople)
  const areSeveral =
    !kinds.includes('source') &&
    parts.every(
      (part) => oneOfSeveral.test(part) && part.includes(' ') && !isOrganisationLike(keyOf(part)),
    )
  return kinds.flatMap((kind) => (areSeveral ? parts : [name]).map((one) => ({ name: one, kind })))
}

/** Whether what follows a form without a colon can only be a name: a capital or a site's address, for "Tin, ảnh" names alone. */
function isOpenForm(phrase: string, rest: string): boolean {
  if (phrase.toLowerCase() === 'theo')
    return /^ \p{Lu}/u.test(rest) || /^ (?:[a-z0-9-]+\.){1,3}[a-z]{2,4}\.?$/u.test(rest)
  return (
    /^(?:tin|bài|ảnh|viết bởi)/iu.test(phrase) && rest.startsWith(' ') && bareName.test(rest.trim())
  )
}

/** Capitals stand for headings, offices, bodies and places too: several names, or one with a surname, are none of these. */
function areNamesInCapitals(key: string, lexicon: Lexicon): boolean {
  const { titles, organisationHeads, organisations, reportingVerbs, provinces } = lexicon
  const names = key.split(betweenPeople)
  return (
    chromeOf(key, lexicon) === null &&
    lexicon.documentTypes.nouns.get(key).length === 0 &&
    names.every((name) => {
      const tokens = tokensOf(name)
      const known = [titles, organisationHeads, reportingVerbs].some((i) => i.longestAt(tokens, 0))
      const body = organisations.longestAt(tokens, 0)
      const surname = lexicon.surnames.longestAt(tokens, 0)?.values.some((v) => !v.ambiguous)
      return (
        !known &&
        !isOrganisationLike(name) &&
        // "Đức" is a country and a name.
        (body?.values.every((v) => v.class === 'country') ?? true) &&
        provinces.aliases.longestAt(tokens, 0)?.nextToken !== tokens.length &&
        tokens.every((token) => isSyllable(token.text)) &&
        (names.length > 1 || surname === true)
      )
    })
  )
}

function isOrganisationLike(key: string): boolean {
  return /^(?:sở|phòng|trường|ủy ban|uỷ ban|ban|hội|bộ|tỉnh|huyện|thành phố|văn phòng|trung tâm)(?!\p{L})/u.test(
    key,
  )
}
