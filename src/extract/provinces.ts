// Provinces and municipalities named in the text: "tỉnh Phú Thọ", "Sở GD&ĐT Lào Cai", "gồm: Yên Bái, Hòa Bình và Bắc Kạn".
//
// Not provinces: "Điện Biên Phủ", "huyện Quảng Ninh", "thành phố Sơn La" (a city in its province), "đường Hà Nội", "vì hòa bình".
import { keyOf } from '../text/fold.ts'
import { decline } from './decline.ts'
import { holds } from './document-day.ts'
import { isCapitalised, readName } from './names.ts'
import type { Annotation, Page } from './page.ts'
import { tokensIn } from './token-zones.ts'

export type ProvinceFound = {
  id: string
  /** True after "tỉnh" or "thành phố": the word itself says what it is. */
  marked: boolean
  /** A city or other unit of that name inside the province; evidence for bodies, no mention of the province. */
  cityOnly: boolean
}

const belowProvince =
  /(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|ấp|khu phố|tổ dân phố|làng|tx\.?|tt\.?) $/u
const cityBefore = /(?:thành phố|tp\.?|thành uỷ|thành đoàn) ?$/u
const provinceBefore =
  /(?:tỉnh|các tỉnh|hai tỉnh|ubnd|hđnd|tỉnh uỷ|tỉnh đoàn|công an|sở [^,.;]{2,60}) $/u
const longestTrap = 5
/** "Trường Cao đẳng Sư phạm Điện Biên": a school named after its province. */
const learned =
  /(?<!\p{L})(?:cao đẳng|đại học|học viện|trung cấp|thpt|thcs|đh|cđ|đhqg|đhbk|đhsp|thptqg|bách khoa)(?: (?!(?:tại|ở|tỉnh|trên|của|các|với|từ|về|đến|trong|do|là|cho) )(?:[\p{L}-]+|&)){0,9}(?<! -) $/u
/** "Đại học Y Dược thành phố Hồ Chí Minh", "ĐH Luật TP.HCM": the type before the city's name is part of the university's. */
const learnedInCity =
  /(?<!\p{L})(?:(?:đhqg|đhbk|đhsp)|(?:đại học|học viện|đh)(?: (?!(?:tại|ở|tỉnh|trên|của|các|với|từ|về|đến|trong|do|là|cho|thành|tp) )(?:\p{L}+|&)){1,5}) (?:(?:thành phố|tp\.?) ?)?$/u
/** "Nhà máy xi măng Hải Phòng", "BV đa khoa Thái Bình": a works or a hospital named after its place. */
const works =
  /(?<!\p{L})(?:nhà máy|bệnh viện|bv|khách sạn)(?: (?!(?:tại|ở|tỉnh|trên|của|các|với|từ|về|đến|trong|do|là|cho|và|chi nhánh) )\p{L}[\p{L}-]*){1,4} $/u
const companyHead = /công ty|tập đoàn|ctcp|cty/u
/** "Tổng công ty Cổ phần Bia - Rượu X": the name that a capital begins, up to the place. */
const company =
  /(?<!\p{L})(?:công ty|tập đoàn|ctcp|cty)(?: (?:cổ phần|cp|tnhh|mtv|một thành viên|hai thành viên|trách nhiệm hữu hạn))*(?: (?!(?:tại|ở|tỉnh|trên|của|các|với|từ|về|đến|trong|do|là|cho|vào|ra|tới|sang|đã|sẽ|đang|có|được|bị|chi nhánh) )(?:\p{L}+|&|-)){1,10}(?<! -) $/u
const companyName =
  /(?:[Cc]ông ty|CÔNG TY|[Tt]ập đoàn|TẬP ĐOÀN|CTCP|[Cc][Tt][Yy])(?: (?:[Cc]ổ phần|CP|TNHH|MTV|[Mm]ột thành viên|[Hh]ai thành viên|[Tt]rách nhiệm hữu hạn))* \p{Lu}[^,.;:()]*$/u
/** "C-Thái Nguyên", "ID-Thái Nguyên": letters joined to the name make it an application's. */
const joined = /(?<![\p{L}\p{N}])(?:c|e|i|id)-$/u

const typeWord = /^(?:thành phố|tp)/iu

/** All provinces named outside boilerplate; several mentions give several annotations. */
export function findProvinces(page: Page): Annotation<ProvinceFound>[] {
  const { tokens, lexicon } = page
  const skipped = tokensIn(page, ['boilerplate', 'byline'])
  const { traps, aliases } = lexicon.provinces
  const found: Annotation<ProvinceFound>[] = []
  const canBegin = new Uint8Array(tokens.length)
  for (const index of [traps, aliases])
    for (const i of index.beginnings(page.wordNumbers)) canBegin[i] = 1
  const recognised = page.parsed.blocks.some((b) => b.confidence !== undefined)
  for (let i = 0; i < tokens.length; ) {
    const misread = recognised ? misreadProvince(page, i) : null
    if (misread) {
      found.push(misread)
      i += 2
      continue
    }
    if (canBegin[i] === 0) {
      i++
      continue
    }
    const trap = traps.longestAt(tokens, i)
    const match = aliases.longestAt(tokens, i)
    if (
      trap?.values.some((v) => v.kind === 'longer-name') &&
      trap.nextToken >= (match?.nextToken ?? 0) &&
      trap.nextToken > i + 1
    ) {
      decline(
        page,
        trap,
        'province-longer-name',
        'Part of longer words that the dictionary of traps knows as no province.',
      )
      i = trap.nextToken
      continue
    }
    if (!match || skipped[i] === 1) {
      i++
      continue
    }
    const annotation = provinceAt(page, i, match)
    if (annotation) found.push(annotation)
    // "TP.HCM" that is part of another name holds no second "HCM".
    const whole = annotation !== null || /^T[Pp]/u.test(page.text.slice(match.start, match.end))
    i = whole || match.nextToken === i + 1 ? match.nextToken : i + 1
  }
  return found
}

const shortestMisread = 7

/** "tỉnh Quàng Ngãi" in recognised text: one letter off a long name, and of no other; null for all else. */
function misreadProvince(page: Page, i: number): Annotation<ProvinceFound> | null {
  const { tokens, lexicon, text } = page
  const [first, second] = [tokens[i], tokens[i + 1]]
  if (!first || !second || tokens[i - 1]?.text !== 'tỉnh') return null
  if (!isCapitalised(page, i) || !isCapitalised(page, i + 1)) return null
  if (lexicon.provinces.aliases.longestAt(tokens, i)) return null
  const read = `${first.text} ${second.text}`
  const near = [...lexicon.provinces.periods.values()].filter((periods) => {
    const name = keyOf(periods[0]?.name ?? '')
    return (
      name.length > shortestMisread && holds(page, periods[0]?.id ?? '') && isOneOff(read, name)
    )
  })
  const id = near[0]?.[0]?.id
  const words = { start: first.start, end: second.end }
  if (!id) return null
  if (near.length > 1)
    return decline(page, words, 'province-misread', 'One letter off more than one province.')
  return {
    start: first.start,
    end: second.end,
    rule: 'province-misread',
    confidence: 0.6,
    evidence: text.slice(tokens[i - 1]?.start, second.end),
    value: { id, marked: true, cityOnly: false },
  }
}

/** True where two words differ by one letter: another, one more or one less. */
function isOneOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}

function provinceAt(
  page: Page,
  index: number,
  match: NonNullable<ReturnType<Page['lexicon']['provinces']['aliases']['longestAt']>>,
): Annotation<ProvinceFound> | null {
  const { tokens, key, text } = page
  const allCapitalised = tokens
    .slice(index, match.nextToken)
    .every((t, j) => !/^\p{L}/u.test(t.text) || isCapitalised(page, index + j))
  if (!allCapitalised)
    return decline(
      page,
      match,
      'province-small',
      'Not in capitals: ordinary words, not the province.',
    )
  const before = key.slice(Math.max(0, match.start - 80), match.start)
  const written = text.slice(match.start, match.end)
  const typed = /(?:tỉnh|thành phố|tp\.?) ?$/u.test(before)
  const startsWithType = typeWord.test(written)
  // "TP.HCM" as an alias carries its type; a capitalised type is part of the name: "Thành phố Hồ Chí Minh".
  // "Toàn tỉnh | Biên Hòa | Vĩnh Cửu": the type is its own cell.
  const marks = typed && !/(?:toàn|trong|ngoài) tỉnh ?$/u.test(before)
  const named = match.values.filter((v) => v.use === 'name' || (marks && v.use === 'marked'))
  // One name may be two provinces of different times ("Huế"): the one whose period holds on the document's day.
  const alias = named.find((v) => holds(page, v.provinceId)) ?? named[0]
  if (!alias)
    return decline(page, match, 'province-unmarked', 'Counts only after “tỉnh” or “thành phố”.')
  const id = alias.provinceId
  if (belowProvince.test(before))
    return decline(page, match, 'province-homonym', 'A district, commune or village of that name.')
  // "Dienbien.edu.vn": the site that publishes is no place in the text.
  if (/^\.(?:[a-z-]+\.)*(?:vn|com|net|org)/u.test(key.slice(match.end, match.end + 30)))
    return decline(page, match, 'province-address', 'Part of the address of a website.')
  if (isTrapped(page, index, before, typed || startsWithType))
    return decline(
      page,
      match,
      'province-trap',
      'The words before it make it part of another name.',
    )
  // "QT-DN-17": letters of a code.
  if (/^\p{Lu}{2,3}$/u.test(written) && /^[-/]\p{Lu}/u.test(text.slice(match.end, match.end + 2)))
    return decline(page, match, 'province-code', 'Letters of a code.')
  const municipality = page.lexicon.provinces.at(id, page.day)?.kind === 'thành phố'
  if (!typed && !municipality && isInListOfCommunes(page, index, match.nextToken))
    return decline(page, match, 'province-homonym', 'One of a list of districts or communes.')
  if (!typed && isGivenName(page, index, match.nextToken))
    return decline(page, match, 'province-person', 'A family name before it makes it a person.')
  const cityOnly = cityBefore.test(before) && !municipality
  if (cityOnly)
    decline(
      page,
      match,
      'province-city',
      'A city of that name: a hint for bodies, no mention of the province.',
    )
  return {
    start: match.start,
    end: match.end,
    rule:
      typed || startsWithType
        ? 'province-marked'
        : provinceBefore.test(before)
          ? 'province-in-body'
          : 'province-name',
    confidence: typed || startsWithType ? 0.98 : 0.85,
    evidence: text.slice(Math.max(0, match.start - 20), match.end),
    // "Tại điểm cầu Đắk Nông" says where its people sit as well as "tỉnh" does.
    value: { id, marked: typed || startsWithType || /điểm cầu $/u.test(before), cityOnly },
  }
}

/** "Trương Hòa Bình", "Lê Thị Hà Giang": a family name right before, or before the middle name, makes it a person's. */
function isGivenName(page: Page, index: number, nextToken: number): boolean {
  const { tokens, lexicon } = page
  const from = /^(?:thị|văn)$/u.test(tokens[index - 1]?.text ?? '') ? index - 2 : index - 1
  const surname = lexicon.surnames.longestAt(tokens, from)
  if (!surname?.values.some((s) => !s.ambiguous) || tokens[from]?.text === 'đoàn') return false
  const name = readName(page, from, true)
  return name !== null && name.nextToken === nextToken
}

const longestList = 60
const lowerLevel = /^(?:xã|phường|trấn|huyện|quận|thôn|bản)$/u
const plural = /^(?:các|những|\d+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)$/u

/**
 * "các xã như: Tam Sơn, Lạng Sơn, Tào Sơn", "4 xã (Hương Thọ, Hải Dương)": an item of a list that a word for a lower
 * level heads. The last item may be where the others lie ("các xã Sơn Vĩ, Xín Cái, Hà Giang") unless a bracket or "và"
 * says that it is one of them.
 */
function isInListOfCommunes(page: Page, index: number, nextToken: number): boolean {
  const { tokens, lexicon } = page
  const last = tokens[index - 1]?.text
  const next = tokens[nextToken]?.text
  if (last !== ',' && last !== '(' && last !== 'và' && last !== ':') return false
  const { aliases } = lexicon.provinces
  const isProvince = (at: number, end?: number) => {
    const item = aliases.longestAt(tokens, at)
    return item !== null && (end === undefined || item.nextToken === end)
  }
  const amongProvinces =
    isProvince(nextToken + 1) ||
    isProvince(index - 3, index - 1) ||
    isProvince(index - 2, index - 1)
  const goesOn = (next === ',' || next === 'và') && isCapitalised(page, nextToken + 1)
  for (let i = index - 1; i >= 0 && i > index - longestList; i--) {
    const word = tokens[i]?.text ?? ''
    if (/^(?:,|và|như|gồm|là|sau|:|-)$/u.test(word) || isCapitalised(page, i)) continue
    const head = word === '(' ? i - 1 : i
    const level = tokens[head]?.text ?? ''
    if (!lowerLevel.test(level)) return false
    const isTwoWords = level === 'trấn' || (level === 'xã' && tokens[head - 1]?.text === 'thị')
    const before = tokens[head - (isTwoWords ? 2 : 1)]?.text ?? ''
    if (!plural.test(before)) return false
    // "các thị trấn Hà Nội, Hải Phòng, Nam Định" of old: towns, all of them, though provinces bear the names, too.
    if (amongProvinces) return isProvince(head + 1)
    return goesOn || last === 'và' || (word === '(' && next === ')')
  }
  return false
}

/** Words right before that make the name part of another: "Trường Cao đẳng Sư phạm", "đường", "chiến thắng". */
function isTrapped(page: Page, index: number, before: string, typed: boolean): boolean {
  const { tokens, lexicon } = page
  if (typed) return learnedInCity.test(before)
  // The longest phrase that ends here decides: "phố" makes a street's name, "thành phố" does not.
  for (let length = longestTrap; length >= 1; length--) {
    const trap = lexicon.provinces.traps.longestAt(tokens, index - length)
    if (!trap || trap.nextToken !== index) continue
    if (trap.values.some((v) => v.kind === 'harmless')) return false
    if (trap.values.some((v) => v.kind === 'before')) return true
  }
  const { start } = tokens[index] ?? { start: 0 }
  if (
    companyHead.test(before) &&
    company.test(before) &&
    companyName.test(page.text.slice(start - before.length, start))
  )
    return true
  return (
    joined.test(before) ||
    learned.test(before) ||
    works.test(before) ||
    /(?:vì|vì sự nghiệp|nền) $/u.test(before)
  )
}
