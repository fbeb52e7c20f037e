// The mark that a digital signature leaves on the pages of a document (Nghị định 30/2020/NĐ-CP, Phụ lục I), no words of it:
//
//   Người ký: Cổng Thông tin điện tử Chính phủ
//   Email: thongtinchinhphu@chinhphu.vn
//   Cơ quan: Văn phòng Chính phủ
//   Thời gian ký: 13.09.2024 16:33:28 +07:00
import type { Line } from './line.ts'

const signer = /^(?:(?:người ký|ký bởi) ?:|signature valid|digitally signed by)/u
const detail =
  /^(?:email|e-mail|cơ quan|đơn vị|tổ chức|chức vụ|(?:thời gian|ngày|giờ) ký|date|reason|location) ?:/u
const moment = /(?:thời gian|ngày|giờ) ký ?:|date ?:/u
/** Lines of a stamp at most. */
const most = 7

/** The lines, those of a stamp marked as chrome. A stamp names who signed and when; a line "Người ký:" alone is none. */
export function withoutStamps<L extends Line>(lines: readonly L[]): L[] {
  const out = [...lines]
  for (let i = 0; i < out.length; i++) {
    if (!signer.test(out[i]?.key ?? '')) continue
    let last = i
    while (last + 1 < out.length && last - i + 1 < most && detail.test(out[last + 1]?.key ?? ''))
      last++
    const stamp = out.slice(i, last + 1)
    if (!stamp.some((line) => moment.test(line.key))) continue
    for (const [n, line] of stamp.entries()) out[i + n] = { ...line, kind: 'chrome' }
    i = last
  }
  return out
}
