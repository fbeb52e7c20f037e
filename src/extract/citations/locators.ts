// The words that may stand between a verb and the document that is its object: "một số điều của", "khoản 3, khoản 4 Điều 12",
// "các Quyết định:", "có hiệu quả nội dung".

const syllables = new Set(
  'các một số những toàn bộ phần nội dung quy qui định điều khoản điểm mục chương phụ lục tiết đoạn và của tại trong thuộc theo được cụm từ tên thứ tự mẫu biểu hoặc đến đầu dòng gạch tiểu nêu trên quyết nghị thông tư chỉ thị công văn liên tịch bản nhất hai ba hành ban kèm luật pháp lệnh vào nq qđ nđ tt ttlt cv ct kh'.split(
    ' ',
  ),
)
/** Words that say how something is carried out, and the hinges to what it follows. */
const manner = new Set(
  'có hiệu quả tốt nghiêm túc chỉnh đầy đủ đồng kịp thời đúng tinh thần chi tiết hướng dẫn đạo kết luận thống nhất liệt triệt để chủ trương sâu rộng bước ngay việc tiếp tục cho thực hiện triển khai thi tổ chức dứt mức mục tiêu nhiệm vụ ý kiến'.split(
    ' ',
  ),
)
const mark = /^(?:\d{1,3}(?:\.\d{1,2})*\.?[a-zđ]?|[a-zđ]|[ivxlc]{1,6})$/u

const isLocator = (word: string, alsoManner: boolean): boolean =>
  word === '' ||
  /^[/,:+-]+$/u.test(word) ||
  syllables.has(word) ||
  mark.test(word) ||
  (alsoManner && manner.has(word))

/** True where key text holds nothing but places in a document and hinges; `alsoManner` lets adverbs of "thực hiện" in. */
export function isLocators(words: string, alsoManner = false): boolean {
  if (words.length > 200) return false
  return words.split(/[\s,:]+/u).every((word) => isLocator(word, alsoManner))
}

const places = new Set(
  'điểm khoản điều mục phần chương phụ lục tiết đoạn mẫu số biểu nội dung quy định tại của thuộc trong một các nq qđ nđ tt ttlt cv'.split(
    ' ',
  ),
)

/** Key text without the places at its end: "…; khoản 1 Điều 3 " → "…;". */
export function withoutLocators(words: string): string {
  const kept = words
    .trimEnd()
    .replace(/ thứ (?:nhất|hai|ba|tư|năm)(?=$|[ ,])/gu, '')
    .split(' ')
  for (;;) {
    const last = (kept.at(-1) ?? '.').replace(/[,:]$/u, '')
    if (!places.has(last) && !mark.test(last)) return kept.join(' ')
    kept.pop()
  }
}
