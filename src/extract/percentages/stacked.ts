// Subjects that stand in the blocks above a figure: labels of a table whose cells a scan gives one below the other, and the
// words before the colon that opens a list of figures.
//
//   Khoa Kế toán ⏎ 179 ⏎ 128 ⏎ 71,51%                    → "Khoa Kế toán"; 128 of 179 makes 71,51 %
//   mức thuế được hoàn lại như sau: ⏎ - 50% nếu đầu tư vào … → "mức thuế được hoàn lại"
import type { Page } from '../page.ts'
import type { PercentageSpan } from '../percentages.ts'
import { clauseWords, written } from './clause-words.ts'
import { nounPhrase } from './noun-phrase.ts'

const count = /^\d{1,6}$/u
const bare = /^[\d.,]+ ?%[.,]?$/u
const marker = /^[-+•*–] ?/u
const condition = /^ (?:nếu|khi|đối với|với|cho|trong trường hợp) /u

/** The label above two counts whose quotient is the figure, all in blocks of their own; null where the blocks are not so. */
export function labelAbove(page: Page, figure: PercentageSpan, index: number): string | null {
  const textAt = (at: number) => {
    const block = page.blocks[at]
    return block && block.end - block.start < 140
      ? page.text.slice(block.start, block.end).trim()
      : ''
  }
  if (!bare.test(textAt(index))) return null
  const [part, whole, label] = [textAt(index - 1), textAt(index - 2), textAt(index - 3)]
  if (!count.test(part) || !count.test(whole)) return null
  const exact = (100 * Number(part)) / Number(whole)
  if (Math.abs(exact - figure.value) > 0.5 * 10 ** -figure.decimals + 1e-9) return null
  return /\p{Ll}/u.test(label) && / /u.test(label) && !label.includes('%') && label.length < 120
    ? label
    : null
}

const yearly = /^(?:năm )?\d{4} (?:chỉ |đã |ước )?(?:tăng|giảm|là|đạt)(?: \p{L}+)? $/u

/** The measure of the sentence before, for figures by the year: "… nhịp độ tăng trưởng đã giảm. Năm 2001 chỉ tăng 6,8%"; else null. */
export function measureBefore(page: Page, figure: PercentageSpan, index: number): string | null {
  const block = page.blocks[index]
  if (!block) return null
  const lead = page.key.slice(Math.max(block.start, figure.start - 300), figure.start)
  const stop = lead.lastIndexOf('. ')
  if (!yearly.test(lead.slice(stop < 0 ? 0 : stop + 2))) return null
  const end = stop < 0 ? page.blocks[index - 1]?.end : figure.start - lead.length + stop
  const start = stop < 0 ? page.blocks[index - 1]?.start : block.start
  if (start === undefined || end === undefined) return null
  const words = clauseWords(page, { start: Math.max(start, end - 250), end })
  const from = words.findLastIndex((word) => word.role === 'rate')
  if (from < 0) return null
  const rest = words.slice(from)
  const time = rest.findIndex((word) => word.role === 'time')
  const phrase = nounPhrase(time < 0 ? rest : rest.slice(0, time))
  return phrase.length > 0 ? written(page, phrase) : null
}

/** The end of the block before where a list of nouns goes on in this one: "thực hành, thực tập, ⏎ thí nghiệm 55%"; else null. */
export function listAbove(page: Page, subject: string, index: number): string | null {
  const [block, above] = [page.blocks[index], page.blocks[index - 1]]
  if (!block || !above || !/^\p{Ll}/u.test(subject)) return null
  if (!page.text.startsWith(subject, block.start)) return null
  const text = page.text.slice(Math.max(above.start, above.end - 120), above.end).trimEnd()
  const tail = /(?:^|[;:.] )([\p{L}, ]{2,60},)$/u.exec(text)?.[1]
  return tail === undefined ? null : `${tail} ${subject}`
}

/** What the words before a colon tell that opens the list in which the figure begins an item; null elsewhere. */
export function stemAbove(page: Page, figure: PercentageSpan, index: number): string | null {
  const own = page.blocks[index]
  if (!own || figure.start - own.start > 8) return null
  if (!condition.test(page.key.slice(figure.end, figure.end + 24))) return null
  const lead = page.key.slice(own.start, figure.start)
  if (lead.replace(marker, '').trim() !== '') return null
  return listHeadAbove(page, index, lead.trim())
}

/** A distance, an age or a time that an item of a list is for: "Cách hè đường từ 200 m đến 300 m". */
const limit = /^(?:cách|trên|dưới|quá) .*\d ?(?:m|mét|km|ha|m2|tuổi|tháng|năm|ngày)(?!\p{L})/iu

/**
 * What is lowered in an item whose label is a limit: "- Cách hè đường trên 300 m: giảm 10% so với | giá đất", else the head of
 * the list; null where the label is none or neither tells it.
 */
export function limitedTo(
  page: Page,
  label: string,
  figure: PercentageSpan,
  index: number,
): string | null {
  if (!limit.test(label) || !page.key.slice(figure.start - 24, figure.start).includes(':'))
    return null
  if (page.key.startsWith(' so với ', figure.end)) {
    const start = figure.end + ' so với '.length
    const stop = Math.min(page.blocks[index]?.end ?? start, start + 120)
    const words = clauseWords(page, { start, end: stop })
    const close = words.findIndex((word) => /^(?:comma|stop|link|colon)$/u.test(word.role ?? ''))
    const phrase = nounPhrase(close < 0 ? words : words.slice(0, close))
    if (phrase[0]?.role === 'rate') return written(page, phrase)
  }
  return listHeadAbove(page, index, '-')
}

/** What the words before the colon tell of that opens the list of the block at `index`, each item of which begins with `lead`. */
function listHeadAbove(page: Page, index: number, lead: string): string | null {
  for (let at = index - 1; at >= 0 && index - at < 8; at--) {
    const block = page.blocks[at]
    if (!block) return null
    const from = Math.max(block.start, block.end - 400)
    const key = page.key.slice(from, block.end).trimEnd()
    if (key.endsWith(':')) {
      const start = from + Math.max(0, key.lastIndexOf('. ') + 1)
      const words = clauseWords(page, { start, end: from + key.length - 1 })
      const comma = words.findLastIndex((word) => word.role === 'comma' || word.role === 'stop')
      const phrase = nounPhrase(words.slice(comma + 1))
      return phrase.length > 0 ? written(page, phrase) : null
    }
    if (lead === '' || !key.startsWith(lead)) return null
  }
  return null
}
