// Marked items under an announcement: "1) Toàn ngành tiếp tục …", "a) Chủ trì, phối hợp với …", "- Thời gian: …".

import { keyOf } from '../../text/fold.ts'
import { decline } from '../decline.ts'
import type { Marker } from '../markers.ts'
import type { Annotation, Page } from '../page.ts'
import { handed } from './articles.ts'
import { assigneesOf, unitOf } from './assignees.ts'
import { bodyHead } from './bodies.ts'
import { beforeEffect } from './effect-sentence.ts'
import { type Announced, type DirectiveFound, trimmedEnd } from './found.ts'
import { hasOrder, isNarrative, isReport, startsImperative } from './imperative.ts'
import { headsParagraphs, listsUnder, tableUnder } from './item-extent.ts'
import { isCaseOfPeople, isPower, itemKind, setsAim } from './item-kind.ts'
import type { MarkedBlock } from './marked-blocks.ts'
import { closeLevels, depthOf, namesOfHeading, openLevel, ownersAt } from './owners.ts'
import { closeSiblings, goesWithSiblings, noteSibling } from './sibling-items.ts'
import { issuerWords } from './speaker.ts'

/** One marked item under an announcement; null for header items and what is no directive, "end" where the list is over. */
export function itemOf(
  page: Page,
  blocks: readonly MarkedBlock[],
  i: number,
  marker: Marker,
  announced: Announced,
  normative: boolean,
): Annotation<DirectiveFound> | null | 'end' {
  const block = blocks[i]
  if (!block) return 'end'
  const style = `${marker.style}${marker.shape}`
  if (
    marker.style === 'roman' &&
    announced.by === 'introducer' &&
    announced.style &&
    !announced.style.startsWith('roman')
  )
    return 'end'
  if (marker.style === 'article') return 'end'
  const start = block.start + marker.length
  const key = page.key.slice(start, block.end)
  if (announced.style === null) announced.style = style
  closeLevels(announced.levels, marker)
  closeSiblings(announced, marker)
  const nextBlock = blocks[i + 1]
  const next = nextBlock?.marker ?? null
  const deeper =
    next !== null &&
    (depthOf(next) > depthOf(marker) ||
      (next.style === 'bullet' && marker.style === 'multilevel') ||
      // "• Đối với các huyện" over "- …": dashes of another shape.
      (marker.style === 'bullet' &&
        next.style === 'bullet' &&
        next.shape !== marker.shape &&
        /^(?:còn |riêng )?đối với (?!\p{L}+ \p{L}+,)/u.test(key)))
  // "3.2. Phòng Thanh tra giải quyết khiếu nại, tố cáo 1" over what that office does.
  if (officeName.test(key.trim())) {
    const name = page.text.slice(start, block.end).replace(/[.\s]+$/u, '')
    openLevel(announced.levels, marker, [name])
    return decline(page, block, 'item-heading', 'The name of an office over what it does.')
  }
  const imperative = startsImperative(page, start, block.end)
  const colon = /:$/u.test(key.trim())
  const listed = colon && imperative && listsUnder(page, blocks, i)
  const header =
    (key.length < 160 &&
      !listed &&
      (colon ||
        dated.test(key.trim()) ||
        (deeper &&
          !/[.;]$/u.test(key.trim()) &&
          (!imperative || titles(key, next) || directsOnly(key))))) ||
    (deeper && key.length < mostOfDuties && duties.test(key.trim()))
  if (header) {
    openLevel(
      announced.levels,
      marker,
      namesOfHeading(page, { start, end: block.end }),
      ofPowers.test(key),
    )
    return decline(
      page,
      block,
      'item-heading',
      'A heading over the items below it: it says who, or about what.',
    )
  }
  if (isReport(key))
    return decline(page, block, 'achievement', 'It tells what was done or how things stand.')
  if (
    normative &&
    isPower(key) &&
    (announced.levels.some((l) => l.powers) || ofPowers.test(keyOf(announced.evidence)))
  )
    return decline(page, block, 'power', 'It says what somebody may do, not what they must.')
  const titled =
    nextBlock !== undefined &&
    next === null &&
    nextBlock.zone !== 'heading' &&
    !/[.;]$/u.test(key.trim())
  // "2.4.3. Viết báo cáo và tiểu luận" over a table names what the table holds.
  if (key.length < mostOfTitle && !/[.;]$/u.test(key.trim()) && tableUnder(page, block))
    return decline(page, block, 'item-heading', 'A heading over a table.')
  // "7. Khoa học và công nghệ" over full paragraphs: each of them is one, not the part.
  if (
    titled &&
    announced.by === 'section' &&
    headsParagraphs(page, blocks, i, imperative ? 3 : 2)
  ) {
    openLevel(announced.levels, marker, unitOf(page.text.slice(start, block.end)))
    return decline(page, block, 'item-heading', 'A heading over paragraphs that say what to do.')
  }
  const charges = () => !normative && chargesBody(page, start, block.end)
  const text = page.text.slice(start, block.end)
  const below = nextBlock && next === null ? page.text.slice(nextBlock.start, nextBlock.end) : ''
  if (shortForm.test(text) || shortForm.test(below))
    return decline(page, block, 'list-of-abbreviations', 'A name and what it is shortened to.')
  const among =
    !normative &&
    (next !== null || nextBlock === undefined) &&
    goesWithSiblings(key, announced, marker)
  if (
    announced.by === 'section' &&
    !titled &&
    !imperative &&
    !hasOrder(key) &&
    !charges() &&
    !among &&
    !(announced.kind === 'objective' && setsAim(key))
  )
    return decline(page, block, 'item-without-order', 'No verb of order, and nobody is charged.')
  if (!titled && withoutRunningHead(key).trim().length < 12)
    return decline(page, block, 'item-short', 'Too few words to be an order.')
  const kind = itemKind(
    key,
    announced.kind,
    announced.issuer && issuerWords(page, announced.issuer),
  )
  if (kind === null)
    return decline(
      page,
      block,
      'item-of-form',
      'Praise, or a matter of form: money, time, place, papers.',
    )
  // Among opinions only what orders, asks or resolves by its own words is a directive.
  if (
    announced.weak &&
    (isNarrative(key) ||
      preamble.test(key) ||
      !(imperative || charges() || among || kind !== announced.kind))
  )
    return decline(
      page,
      block,
      'item-opinion',
      'An opinion or a statement among orders, not an order.',
    )
  const own = titled ? unitOf(text.trim()) : []
  // "Đề nghị các Bộ chủ quản …" under "Kiến nghị với Trung ương": whom the petition itself asks.
  const asked = kind === 'petition' && asking.test(key) ? assigneesOf(text, []) : []
  const named =
    asked.length > 0
      ? asked
      : assigneesOf(
          text,
          own.length > 0 ? own : ownersAt(announced.levels, announced.owners),
          announced.addressees,
          own.length > 0,
        )
  if (
    normative &&
    named.length === 0 &&
    (ofCase.test(key) || nominal.test(key) || ofPaper.test(key))
  )
    return decline(page, block, 'rule', 'A rule of a normative text, which charges nobody.')
  if (named.length === 0 && isCaseOfPeople(key))
    return decline(page, block, 'rule', 'What holds for people in a case; nobody is charged.')
  // Whoever asks upwards is not asked.
  const asks = kind === 'petition' && announced.issuer ? keyOf(announced.issuer.text) : null
  const assignees = named.filter((n) => asks === null || !asks.startsWith(keyOf(n)))
  const duty = deeper ? ownDuty.exec(key)?.index : undefined
  if (duty !== undefined && text.startsWith(assignees[0] ?? ' '))
    openLevel(
      announced.levels,
      marker,
      assignees.filter((name) => text.slice(0, duty).includes(name)),
    )
  else if (colon || own.length > 0 || namedOnLine(text, assignees))
    openLevel(
      announced.levels,
      marker,
      own.length > 0 ? own : colon ? assignees : assignees.slice(0, 1),
    )
  noteSibling(announced, marker)
  return {
    start,
    end: trimmedEnd(page, beforeEffect(page, { start, end: block.end })),
    rule: announced.by === 'section' ? 'section-item' : 'introduced-item',
    confidence: announced.by === 'section' ? 0.75 : announced.weak ? 0.85 : 0.95,
    evidence: announced.evidence,
    value: {
      number: marker.number,
      kind,
      issuer: announced.issuer,
      assignees,
      times: [],
    },
  }
}

/** "3. Cơ quan nhà nước có trách nhiệm bảo vệ …." over "a) …", which say how. */
const ownDuty = / (?:có|chịu) (?:trách nhiệm|nhiệm vụ)(?!\p{L})/u
/** An office that a number tells from another: "Phòng Nghiệp vụ 2". */
const officeName = /^(?:phòng|vụ|cục|ban|đội|khoa) [^;:.]{5,80} \d{1,2}\.?$/u
/** The head of a page of the gazette that ran into an item. */
const runningHead = /\d* ?công báo\/số [\d +]+\/ngày [\d-]+\s*$/u
const withoutRunningHead = (key: string): string =>
  key.includes('công báo/số') ? key.replace(runningHead, '') : key
/** "Báo cáo được thể hiện bằng văn bản, gồm …": what a paper must be like. */
const ofPaper =
  /^(?:báo cáo|thông báo|văn bản|biên bản|hồ sơ|kế hoạch|danh sách|đơn) (?:được|phải|gồm|bao gồm)(?!\p{L})/u
const asking = /^(?:kính )?(?:đề nghị|kiến nghị) /u
/** "3. Trường cao đẳng được đánh giá … có trách nhiệm:" over the items that say for what, however long. */
const duties = /(?:có|chịu) (?:các |những )?(?:trách nhiệm|nhiệm vụ)[^:;.]{0,60}[:;]$/u
const mostOfDuties = 600
/** UTF-16 units of a heading over a table. */
const mostOfTitle = 120
/** A heading over powers as well as duties. */
const ofPowers =
  /quyền hạn|quyền và (?:nhiệm vụ|nghĩa vụ|trách nhiệm)|(?:nhiệm vụ|trách nhiệm),? (?:và )?quyền/u
/** "Ban chỉ đạo: BCĐ". */
const shortForm = /^[^:]{2,60}: ?\p{Lu}[\p{Lu}\p{N}-]{1,9}(?:[;.,]|$)/u
/** "2.1. Phấn đấu đến năm 2025" over the aims of that year. */
const dated = /^(?:phấn đấu )?(?:đến |tới )?(?:hết )?(?:năm|giai đoạn) [\d\s–-]+$/u

/** "Trường hợp … thì …", "Khi thực hiện việc … phải …": of a case, whoever it is that meets it. */
const ofCase = /^(?:(?:trong |đối với )?(?:các )?trường hợp|nếu|khi) /u
/** "Việc cung cấp thông tin được thực hiện theo nguyên tắc …": an act, and nobody who does it. */
const nominal =
  /^việc (?![^.;:]{3,200} (?:do|giao|chịu trách nhiệm) )[^.;:]{3,200} (?:thực hiện|tiến hành|áp dụng|tuân theo|bảo đảm|căn cứ|phải)(?!\p{L})/u

/** "5. Chỉ đạo cán bộ kế toán và thủ quỹ" over what each of them is to do. */
function directsOnly(key: string): boolean {
  const directed = /^chỉ đạo (?=\p{L})/u.exec(key)?.[0].length ?? 0
  return directed > 0 && key.length < 90 && !hasOrder(key.slice(directed))
}

/** "7. Sở Tài chính / Hằng năm, …" in one block: a name on a line of its own, which what stands below belongs to. */
function namedOnLine(text: string, names: readonly string[]): boolean {
  const name = names[0]
  return (
    name !== undefined &&
    text.startsWith(name) &&
    /^\s*\p{Lu}\p{Ll}+ \p{Ll}/u.test(text.slice(name.length))
  )
}

/** "1. Tổ chức quán triệt quy định mới" over "a) …": the letters are what must be done. */
function titles(key: string, next: Marker | null): boolean {
  return next?.style === 'letter' && key.length < 90
}

/** "Thực hiện Nghị quyết số 49-NQ/TW ngày …, các địa phương …" tells why, before anything is ordered. */
const preamble =
  /^(?:thực hiện|căn cứ|trên cơ sở|theo) (?:nghị quyết|luật|nghị định|chỉ thị|kết luận|quyết định|quy định|chương trình|công văn|thông tư)[^.;]{10,300}, (?:\p{L}+ ){1,12}(?:đã|được|quy định|ban hành|có)(?!\p{L})/u

/** "Sở Thông tin và Truyền thông nâng cấp Cổng …": a body, then what it is to do, whatever the verb. */
function chargesBody(page: Page, start: number, end: number): boolean {
  const all = page.key.slice(start, end)
  const key = all.slice(handed.exec(all)?.[0].length ?? 0)
  if (!bodyHead.test(key.slice(0, 60))) return false
  const named = assigneesOf(page.text.slice(start, end), [])[0]
  const done = named ? key.slice(key.indexOf(keyOf(named)) + named.length).trim() : ''
  return (
    done.length > 15 &&
    !/\.{4}|…{2}|_{4}/u.test(all) &&
    !/^[,;:(]? ?(?:để|nhằm|nếu|khi|đã|được|đang|là|có)(?!\p{L})/u.test(done) &&
    !/(?:^| )(?:đã|đang|từng)(?!\p{L})/u.test(key.slice(0, 160))
  )
}
