// Marks what is not the article inside its body: tools of the site, lists of other news at its end, the site's foot.
import { isChromeLine, isTailHeading } from './chrome.ts'
import type { TextBlock } from './walk.ts'

/** How the foot of a site begins: its owner, its licence, its editor. */
const foot =
  /^\W*(?:©|copyright|bản quyền (?:©|thuộc|\d{4})|giấy phép (?:số|thiết lập|hoạt động|xuất bản|TTĐT)|(?:người )?chịu trách nhiệm (?:chính|nội dung|về nội dung|xuất bản)|(?:cơ quan|đơn vị) chủ quản|cơ quan quản lý|(?:trang|cổng) thông tin điện tử|tổng biên tập\s*:|số lượt (?:truy cập|đang online)|thống kê truy cập|(?:số )?lượt truy cập)/iu
const footBlocks = 30

/** The blocks with chrome marked as such. A heading such as "Tin liên quan" takes the links under it along. */
export function markTail(
  blocks: readonly TextBlock[],
  page: 'article' | 'list' = 'article',
): TextBlock[] {
  const footFrom = footOf(blocks)
  const isAside = page === 'article' ? asides(blocks) : () => false
  let inTail = false
  return blocks.map((block, i): TextBlock => {
    if (page === 'article') {
      if (isTailHeading(block.text)) inTail = true
      else if (inTail && block.linked < 0.5 && block.text.length > 60) inTail = false
    }
    return inTail || i >= footFrom || isChromeLine(block.text) || isAside(block)
      ? { kind: 'chrome', text: block.text, linked: block.linked }
      : page === 'list' && block.linked > 0.6 && block.kind !== 'table-row'
        ? // The title of another page over its teaser; nothing that this page itself asks for.
          { kind: 'heading', level: 3, text: block.text, linked: block.linked }
        : block
  })
}

/** Tells titles of other pages put between the paragraphs: blocks that are all link, where the text around is not. */
function asides(blocks: readonly TextBlock[]): (block: TextBlock) => boolean {
  let letters = 0
  let linked = 0
  let sentences = 0
  for (const block of blocks) {
    letters += block.text.length
    linked += block.linked * block.text.length
    if (block.linked < 0.2 && block.text.length > 80) sentences++
  }
  const inProse = sentences >= 2 && linked < 0.35 * letters
  return ({ kind, text, linked: share }) =>
    inProse && share > 0.95 && text.length >= 25 && kind !== 'caption' && kind !== 'table-row'
}

/** Where the site's foot begins among the last blocks; their number where there is none. Sentences are no foot. */
function footOf(blocks: readonly TextBlock[]): number {
  let from = blocks.length
  for (let i = blocks.length - 1; i >= Math.max(1, blocks.length - footBlocks); i--) {
    const { text, linked } = blocks[i] as TextBlock
    if (text.length > 300 && linked < 0.5) break
    if (foot.test(text.normalize('NFC').replace(/[\u200B-\u200F\uFEFF]/g, ''))) from = i
  }
  return from
}
