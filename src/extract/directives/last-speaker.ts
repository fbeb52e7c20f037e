// Whom "Đồng chí yêu cầu …" means at the head of a paragraph, where those before it went on at length without a name: who
// opened the last paragraph that names somebody who speaks.
import type { Page } from '../page.ts'
import { spansIn } from '../sentences.ts'
import { issuerBefore, type Speaker, subjectOf } from './speaker.ts'

/** How far back the one is named whom "đồng chí" means, in UTF-16 units and in paragraphs. */
const reach = 1500
const mostParagraphs = 12
/** UTF-16 units of a paragraph in which whoever speaks is named. */
const mostOfOpening = 400

const speaking =
  /(?<!\p{L})(?:phát biểu|ghi nhận|biểu dương|đánh giá|nhấn mạnh|khẳng định|cho biết|kết luận|yêu cầu|đề nghị|chỉ đạo|lưu ý|nêu|chia sẻ|quán triệt|giao)(?!\p{L})/u

/** The one who spoke last before an offset; null where nobody is named. */
export function lastSpeaker(page: Page, before: number): Speaker | null {
  return issuerBefore(page, Math.max(0, before - reach), before) ?? opener(page, before)
}

function opener(page: Page, before: number): Speaker | null {
  let low = 0
  let high = page.blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((page.blocks[middle]?.end ?? before + 1) <= before) low = middle + 1
    else high = middle
  }
  for (const block of page.blocks.slice(Math.max(0, low - mostParagraphs), low).reverse()) {
    if (block.zone === 'table') continue
    const [first] = spansIn(page.sentences, block)
    if (!first) continue
    const opening = { start: first.start, end: Math.min(first.end, first.start + mostOfOpening) }
    if (!speaking.test(page.key.slice(opening.start, opening.end))) continue
    const speaker = subjectOf(page, opening)
    if (speaker) return speaker
  }
  return null
}
