// Whom "Đồng chí yêu cầu …" means at the head of a paragraph, where those before it went on at length without a name: who
// opened the last paragraph that names somebody who speaks.
import type { Page } from '../page.ts'
import { spansIn } from '../sentences.ts'
import { issuerBefore, type Speaker, subjectOf } from './speaker.ts'

/** How far back the one is named whom "đồng chí" means, in UTF-16 units and in paragraphs. */
const reach = 1500
const mostParagraphs = 12

const speaking =
  /(?<!\p{L})(?:phát biểu|ghi nhận|biểu dương|đánh giá|nhấn mạnh|khẳng định|cho biết|kết luận|yêu cầu|đề nghị|chỉ đạo|lưu ý|nêu|chia sẻ|quán triệt|giao)(?!\p{L})/u

/** The one who spoke last before an offset; null where nobody is named. */
export function lastSpeaker(page: Page, before: number): Speaker | null {
  return issuerBefore(page, Math.max(0, before - reach), before) ?? opener(page, before)
}

function opener(page: Page, before: number): Speaker | null {
  const above = page.blocks
    .filter((b) => b.end <= before && b.zone !== 'table')
    .slice(-mostParagraphs)
  for (const block of above.reverse()) {
    const [first] = spansIn(page.sentences, block)
    if (!first || !speaking.test(page.key.slice(first.start, first.end))) continue
    const speaker = subjectOf(page, first)
    if (speaker) return speaker
  }
  return null
}
