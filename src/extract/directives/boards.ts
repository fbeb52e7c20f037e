// Boards and teams that examine and ask: "Hội đồng thẩm định", "Đoàn giám sát của HĐND tỉnh", "Đoàn kiểm tra số 2"; and their
// members, who speak for them: "các thành viên của hội đồng thẩm định".
import { isCapitalised } from '../names.ts'
import { readOrganisation } from '../organisations.ts'
import type { Page } from '../page.ts'
import { tokenAt } from './imperative.ts'

const board =
  /^(?:hội đồng (?:thẩm định|nghiệm thu|tư vấn|xét duyệt|bình xét|đánh giá)|(?:đoàn|tổ) (?:kiểm tra|giám sát|thanh tra|khảo sát|công tác|thẩm định|phúc tra|kiểm toán)(?:,? (?:kiểm tra|giám sát|khảo sát))?|ban (?:giám sát|giám khảo))(?: liên ngành)?(?: số \d{1,3}| \d{1,4})?(?!\p{L})/u
const members = /^(?:các |toàn thể )?(?:thành viên|uỷ viên) (?:của |trong |tham gia )?/u
/** First words of boards and of their members. */
const head = /^(?:hội|đoàn|tổ|ban|các|toàn|thành|uỷ)$/u
/** UTF-16 units of a board's name and of the words before it. */
const mostOfName = 60

export type Board = { text: string; start: number; end: number; nextToken: number }

/** The board that begins at a token, with the body it belongs to; null where none does. */
export function boardAt(page: Page, index: number): Board | null {
  const token = page.tokens[index]
  if (!token || !head.test(token.text)) return null
  const key = page.key.slice(token.start, token.start + mostOfName)
  const told = members.exec(key)?.[0].length ?? 0
  if (told === 0 && !isCapitalised(page, index)) return null
  const name = board.exec(key.slice(told))
  if (!name) return null
  const start = token.start + told
  const end = ownerEnd(page, start + name[0].length)
  const text = page.text.slice(start, end)
  return {
    text: text.slice(0, 1).toUpperCase() + text.slice(1),
    start: token.start,
    end,
    nextToken: tokenAt(page, end),
  }
}

/** Where the name ends with the body it belongs to: "Đoàn giám sát | của HĐND tỉnh". */
function ownerEnd(page: Page, end: number): number {
  const joint = /^ (?:của )?(?=\p{L})/u.exec(page.key.slice(end, end + 6))?.[0].length ?? 0
  if (joint === 0) return end
  const index = tokenAt(page, end + joint)
  if (!isCapitalised(page, index)) return end
  return readOrganisation(page, index, false)?.end ?? end
}
