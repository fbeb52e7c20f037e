// "Phó Thủ tướng giao …": a title alone is whoever holds it, where the text names one person with it and no other.
import { keyOf } from '../../text/fold.ts'
import { readName } from '../names.ts'
import type { Annotation, Page } from '../page.ts'
import { readPositions } from '../positions.ts'
import type { DirectiveFound } from './found.ts'
import { tokenAt } from './imperative.ts'
import { namesIn, type Speaker } from './named.ts'

/** Titles that say nothing of whose they are. */
const alone =
  /^(?:phó thủ tướng|bộ trưởng|thứ trưởng|tổng cục trưởng|cục trưởng|vụ trưởng|giám đốc|phó giám đốc|bí thư|phó bí thư|chủ tịch|phó chủ tịch|hiệu trưởng|phó hiệu trưởng|viện trưởng|tổng giám đốc)$/u
/** Offices of one body, which the text need not name: "Phó Chủ tịch Thường trực UBND tỉnh". */
const ofBody =
  /^(?:phó )?(?:chủ tịch|bí thư)(?: thường trực)? (?:(?:ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)|tỉnh uỷ|thành uỷ|huyện uỷ|quận uỷ|thị uỷ|đảng uỷ)$/u
/** A deputy, of whom a body has several, so that one of them is meant: the title as written, whatever body it is found to be. */
const deputy =
  /^phó (?:chủ tịch|bí thư)(?: thường trực)? (?:(?:ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)|tỉnh uỷ|thành uỷ|huyện uỷ|quận uỷ|thị uỷ|đảng uỷ)(?!\p{L})/u
/** UTF-16 units of a title and its body. */
const mostOfTitle = 70
/** Places of a title that are looked at. */
const mostPlaces = 40

/** Names the holder as issuer where a title alone is one. */
export function nameHolders(page: Page, found: readonly Annotation<DirectiveFound>[]): void {
  const holders = new Map<string, string | null>()
  for (const { value } of found) {
    if (!value.issuer) continue
    const written = deputyAt(page, value.issuer)
    const title = written ?? keyOf(value.issuer.text)
    if (
      written === null &&
      !alone.test(title) &&
      !(ofBody.test(title) && isAddressed(page, value.issuer))
    )
      continue
    let holder = holders.get(title)
    if (holder === undefined) {
      holder = onlyHolder(page, title)
      holders.set(title, holder)
    }
    const named: Speaker | null = holder === null ? null : { ...value.issuer, text: holder }
    value.issuer = named ?? value.issuer
  }
}

/** The title of a deputy as the text has it where it names the speaker by office, as a matching key; null for others. */
function deputyAt(page: Page, { text, start }: Speaker): string | null {
  if (start === null || !keyOf(text).startsWith('phó ')) return null
  return deputy.exec(page.key.slice(start, start + mostOfTitle))?.[0] ?? null
}

/** True for an office after "đồng chí": a person is meant, and not the office that issues. */
function isAddressed(page: Page, { start }: Speaker): boolean {
  return (
    start !== null &&
    /(?:đồng chí|đ\/c|ông|bà) $/u.test(page.key.slice(Math.max(0, start - 9), start))
  )
}

/** UTF-16 units in which a name stands before its office, with other offices between. */
const mostBefore = 160

/** Whom a title says who that is: "đồng chí Lò Văn An – Tỉnh uỷ viên, Phó Chủ tịch …"; null where nobody stands before it. */
function nameBefore(page: Page, at: number): string | null {
  const from = Math.max(0, at - mostBefore)
  const last = namesIn(page, from, at).findLast((c) => c.sort === 'person')
  if (!last) return null
  // "các đồng chí: Lò Văn An, Phó Chủ tịch …; Vàng Thị Bình, …": one of those present.
  const listed = /(?:đồng chí: ?|đ\/c: ?|; ?)$/u.test(page.key.slice(from, last.start))
  if (
    !(last.introduced || listed) ||
    /các (?:đồng chí|đ\/c|ông|bà) $/u.test(page.key.slice(from, last.start))
  )
    return null
  return /^ ?[,(–-] ?(?:[^.;:\n]{2,120}, ?)?$/u.test(page.key.slice(last.end, at))
    ? last.text
    : null
}

/** The one person a text names right after a title and its body; null where it names none, or several. */
function onlyHolder(page: Page, title: string): string | null {
  /** Who is named after the title alone, and who after several titles, of which one may be somebody else's. */
  const named: [alone: Set<string>, among: Set<string>] = [new Set(), new Set()]
  let from = 0
  for (let n = 0; n < mostPlaces; n++) {
    const at = page.key.indexOf(title, from)
    if (at < 0) break
    from = at + title.length
    const index = tokenAt(page, at)
    if (page.tokens[index]?.start !== at) continue
    const run = readPositions(page, index)
    // "Thủ tướng" inside "Phó Thủ tướng", "nguyên Bộ trưởng".
    if (
      !run.positions[0] ||
      /(?:phó|nguyên|cựu|cố) $/u.test(page.key.slice(Math.max(0, at - 8), at))
    )
      continue
    const honorific = page.lexicon.honorifics.longestAt(page.tokens, run.nextToken)
    const name = readName(page, honorific?.nextToken ?? run.nextToken, honorific !== null)
    if (name?.strong)
      named[run.positions.length === 1 ? 0 : 1].add(page.text.slice(name.start, name.end))
    const before = ofBody.test(title) ? nameBefore(page, at) : null
    if (before) named[0].add(before)
  }
  // "Báo cáo Phó Thủ tướng, Bí thư Tỉnh uỷ Lê Văn An cho biết": An is no deputy prime minister.
  const holders = [...(named[0].size > 0 ? named[0] : named[1])]
  const [holder = null] = holders
  return holders.every((other) => keyOf(other) === keyOf(holder ?? '')) ? holder : null
}
