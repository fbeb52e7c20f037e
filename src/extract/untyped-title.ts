// The title of an official document that names no type: the block in capitals between the header and the text.
//
//   Độc lập - Tự do - Hạnh phúc
//   Số: 106/BC-STC
//   TỔNG HỢP KẾT QUẢ CÔNG TÁC TIẾP CÔNG DÂN
//   CỦA THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ THÁNG 5 NĂM 2019
import { isCapitals, type Line } from './line.ts'
import { authority, titleInCapitals } from './signature-words.ts'

const rule = /^[-_=*–—.oO\s]*$/u
/** Longest title, in lines; fewest words of its first line. */
const mostLines = 5
const fewestWords = 4
/** What stands in capitals there and is no title: marks of haste and secrecy, parts of the text, forms and annexes by number. */
const noTitle =
  /^(?:kính gửi|hoả tốc|hỏa tốc|khẩn|thượng khẩn|mật|tối mật|tuyệt mật|dự thảo|bản sao|công báo|căn cứ|điều |phần |chương |mục |(?:mẫu|biểu|phụ lục)(?: mẫu)?(?: số)? ?\d|[ivx]+ ?[.)/-]|\d|[a-eđ] ?[.)/-])/u

/**
 * Indices of the lines of the title that begins at `from`, the line under the header; empty where the text begins there.
 * `isBody` says whether a key begins with a body or an office.
 */
export function untypedTitle(
  lines: readonly Line[],
  from: number,
  isBody: (key: string) => boolean,
): number[] {
  const title: number[] = []
  for (let i = from; i < lines.length && title.length <= mostLines; i++) {
    const line = lines[i] as Line
    if (title.length === 0 && rule.test(line.text)) continue
    if (line.kind === 'table-row' || !isCapitals(line.text) || noTitle.test(line.key)) break
    if (title.length === 0 && (line.text.split(' ').length < fewestWords || isBody(line.key))) break
    if (authority.test(line.key) || titleInCapitals.test(line.key)) break
    title.push(i)
  }
  return title.length > mostLines || /^kính gửi/u.test(lines[(title.at(-1) ?? 0) + 1]?.key ?? '')
    ? []
    : title
}
