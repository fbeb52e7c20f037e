// The committee that a decision sets up, which the list of its members leaves unsaid:
//
//   Điều 1. Kiện toàn Ban Chỉ đạo X tỉnh Y, gồm các ông (bà) có tên sau:
//   1. Ông A, Phó Chủ tịch UBND tỉnh - Trưởng ban;        → Ban Chỉ đạo X tỉnh Y
//   2. Bà B, Chủ tịch Hội Nông dân tỉnh - Ủy viên.
import type { PositionSpan } from '../../extract/positions.ts'
import { keyOf } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../../text/view.ts'
import type { Context } from '../context.ts'
import { issuerOf } from '../issuer.ts'
import { firstFrom } from '../nearby.ts'
import type { Completed } from '../positions.ts'

/** The list of members of a body: from where it is announced to the end of its last line. */
type Members = Span & { body: Span }

/** Blocks between two lines of a list: what a line of it that is broken goes on with. */
const mostBetween = 2
const marked = /^\s*(?:[-+*•–]|\d{1,3}\s*[.)|/]|[a-zđ]\s?\))/u
/** In an official document a line may begin with the person or the office as well. */
const line =
  /^(?:mời )?(?:ông|bà|đồng chí|đ\/c|các|chủ tịch|(?:phó )?trưởng|phó|uỷ viên|thành viên|tổ|thư ký)(?!\p{L})/u
/** Characters within which a list is announced behind the name of the body. */
const announced = 300
const founds =
  /(?<!\p{L})(?:thành lập|kiện toàn|củng cố)(?: lại| nhân sự| thành phần| thành viên){0,2} ((?:ban(?! hành)|tiểu ban|tổ(?! chức)|nhóm|hội đồng|đoàn)(?!\p{L})[^;:(\n]{0,240})/gu
const listed =
  /^(?:danh sách|thành phần)(?: các)?(?: thành viên| uỷ viên| nhân sự)? ((?:ban(?! hành)|tiểu ban|tổ(?! chức)|hội đồng|đoàn)(?!\p{L})[^;:(\n]{3,240})$/gu
const announces = /(?<!\p{L})(?:gồm|như sau|sau đây|có tên sau)(?!\p{L})/u
/** What follows the name of a body in the sentence. */
const afterName = / (?:bao gồm|gồm|như sau|với|do|để|kèm theo|theo|trên cơ sở)(?!\p{L})/u
const endsList =
  /^(?:điều|chương|mục|phần) [\divx]{1,4}(?![\p{L}\d])|^(?:nơi nhận|căn cứ)(?!\p{L})/u

const known = new WeakMap<Context, readonly Members[]>()

/** The lists of members of the document, in order, each with its body in the fullest form named so far. */
function membersIn(context: Context): readonly Members[] {
  const before = known.get(context)
  if (before) return before
  const { key, blocks, header } = context.page
  const found: Members[] = []
  let fullest: Span | null = null
  let open: Members | null = null
  let last = 0
  for (const [i, block] of blocks.entries()) {
    const words = key.slice(block.start, block.end)
    const goesOn = marked.test(words) || (header !== null && line.test(words)) || isRow(context, i)
    if (open && (endsList.test(words) || (!goesOn && i - last > mostBetween))) open = null
    for (const match of [...matchesOf(words, founds), ...matchesOf(words, listed)]) {
      const rest = match[1] ?? ''
      const start = block.start + match.index + match[0].length - rest.length
      const ends = Math.min(
        afterName.exec(rest)?.index ?? rest.length,
        commaIn(context, start, rest),
      )
      const name = rest.slice(0, ends).replace(/[\s.,]+$/u, '')
      const body: Span = { start, end: start + name.length }
      // "Kiện toàn Ban Chỉ đạo gồm" under the title that names it in full.
      const same = fullest && key.startsWith(name, fullest.start) ? fullest : null
      if (!same && name.split(' ').length > 2) fullest = body
      const opens = match[0].startsWith('danh') || match[0].startsWith('thành phần')
      if (!opens && !announces.test(key.slice(body.end, Math.min(block.end, body.end + announced))))
        continue
      if (open) open.end = Math.min(open.end, start)
      const whole = same ?? body
      open = whole.end - whole.start > 8 ? { start, end: block.end, body: whole } : null
      last = i
      if (open) found.push(open)
    }
    if (open && goesOn) {
      open.end = Math.max(open.end, block.end)
      last = i
    }
  }
  known.set(context, found)
  return found
}

/** Where a comma ends the name of a body: not in "phòng, chống thiên tai" or "Văn hóa, Thể thao và Du lịch". */
function commaIn({ page }: Context, start: number, rest: string): number {
  for (let at = rest.indexOf(','); at >= 0; at = rest.indexOf(',', at + 1)) {
    const after = page.text.slice(start + at + 1, start + at + 10).trimStart()
    if (!/^(?:chống|(?!Ban |Tổ |Hội )\p{Lu})/u.test(after)) return at
  }
  return rest.length
}

const offices: ReadonlyArray<[head: RegExp, titles: RegExp]> = [
  [
    /^(?:tiểu )?ban /u,
    /^(?:đồng )?(?:phó )?trưởng (?:tiểu )?ban(?: thường trực| chỉ đạo)?$|^phó ban$/u,
  ],
  [/^(?:tổ|nhóm) /u, /^(?:phó )?(?:tổ trưởng|trưởng nhóm|nhóm trưởng)(?: thường trực)?$|^tổ phó$/u],
  [/^hội đồng /u, /^(?:phó )?chủ tịch(?: thường trực)?(?: hội đồng)?$/u],
  [/^đoàn /u, /^(?:phó )?trưởng đoàn$/u],
]
const memberOfAny = /^(?:uỷ viên(?: thường trực| thư ký)?|thư ký|thành viên)$/u

/** The body whose list of members holds a position that leads such bodies, or sits on any; null outside such a list. */
export function foundedBody(found: PositionSpan, context: Context): Completed | null {
  const title = keyOf(found.title)
  const leads = offices.find(([, titles]) => titles.test(title))?.[0]
  if (!leads && !memberOfAny.test(title)) return null
  const lists = membersIn(context)
  const members = lists[firstFrom(lists, found.start) - 1]
  if (!members || found.start >= members.end) return null
  const { page } = context
  const { start, end } = members.body
  if (leads && !leads.test(page.key.slice(start, end))) return null
  const evidence = page.text.slice(start, end)
  const place = context.provinces[firstFrom(context.provinces, start)]
  const named = place && place.end <= end ? place.value.id : null
  return {
    text: evidence.charAt(0).toUpperCase() + evidence.slice(1),
    provinceId: named ?? issuerOf(context)?.provinceId ?? null,
    evidence,
  }
}

const isRow = ({ page }: Context, block: number): boolean =>
  page.parsed.blocks[page.blocks[block]?.index ?? -1]?.kind === 'table-row'
