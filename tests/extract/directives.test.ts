import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf, unmarked } from '../support/page.ts'

const read = (text: string) => {
  const page = makePage(parsedOf(text), lexicon)
  return findDirectives(page).map((d) => ({
    text: page.text.slice(d.start, d.end),
    number: d.value.number,
    kind: d.value.kind,
    issuer: d.value.issuer?.text ?? null,
  }))
}
const title = 'Hội nghị triển khai nhiệm vụ năm học\n'
const opening =
  'Sáng 5/9, tại thành phố, Sở Giáo dục và Đào tạo tổ chức hội nghị triển khai nhiệm vụ năm học mới.\n'

describe('findDirectives finds', () => {
  test.each<[string, string, Array<[string | null, string, string | null]>]>([
    [
      'numbered items after an introducer',
      `Kết luận hội nghị, đồng chí Nguyễn Văn Đoan, Giám đốc Sở đề nghị toàn ngành tập trung một số nhiệm vụ sau:
1) [[Tiếp tục nâng cao chất lượng dạy học; củng cố đội ngũ.]]
2) [[Toàn ngành thực hiện nghiêm quy chế chuyên môn.]]
3) [[Hoàn thành báo cáo trước ngày 30/9.]]`,
      [
        ['1', 'task', 'Nguyễn Văn Đoan'],
        ['2', 'task', 'Nguyễn Văn Đoan'],
        ['3', 'task', 'Nguyễn Văn Đoan'],
      ],
    ],
    [
      'clauses of a resolution',
      'Cụm thi đua số 4 thống nhất: Năm học 2021 - 2022, ngành giáo dục các tỉnh [[tiếp tục thực hiện văn bản chỉ đạo của Trung ương]]; [[xây dựng kế hoạch phát triển giáo dục]]; [[tổ chức tốt các phong trào thi đua]]./.',
      [
        [null, 'resolution', 'Cụm thi đua số 4'],
        [null, 'resolution', 'Cụm thi đua số 4'],
        [null, 'resolution', 'Cụm thi đua số 4'],
      ],
    ],
    [
      'an order inside a sentence, and the one that carries it on',
      'Thứ trưởng Nguyễn Hữu Đa đề nghị [[các địa phương nâng cao nhận thức, thực hiện tốt kỳ thi.]] [[Rà soát toàn bộ cơ sở vật chất của các điểm thi.]]',
      [
        [null, 'task', 'Nguyễn Hữu Đa'],
        [null, 'task', 'Nguyễn Hữu Đa'],
      ],
    ],
    [
      'a petition upwards',
      'Tại hội nghị, Sở Giáo dục và Đào tạo [[đề nghị Bộ GD&ĐT quan tâm bổ sung biên chế giáo viên cho ngành]] vì thực trạng thiếu giáo viên kéo dài.',
      [[null, 'petition', 'Sở Giáo dục và Đào tạo']],
    ],
  ])('%s', (_, marked, expected) => {
    const { text, spans } = unmarked(marked)
    const found = read(title + opening + text)
    expect(found.map((d) => d.text)).toEqual(spans)
    expect(found.map((d) => [d.number, d.kind, d.issuer])).toEqual(expected)
  })

  test('paragraphs announced by a count, past captions, with a slip in the first verb', () => {
    const text = `Bắc Giang triển khai 3 nhiệm vụ giáo dục năm học 2022-2023
Chủ tịch UBND tỉnh Bắc Giang vừa ban hành Chỉ thị về nhiệm vụ giáo dục năm học 2022-2023 trên địa bàn tỉnh.
Cụ thể, Chủ tịch UBND tỉnh Bắc Giang yêu cầu giám đốc sở, thủ trưởng cơ quan tổ chức thực hiện tốt các nhiệm vụ, giải pháp.
Tếp tục tham mưu, cụ thể hóa các chủ trương, chính sách phát triển giáo dục của tỉnh.
Ảnh minh họa. Ảnh: Báo Bắc Giang.
Nâng cao mức độ tự chủ tài chính của các cơ sở giáo dục công lập trên địa bàn.
Đẩy mạnh thực hiện các phong trào thi đua trong toàn ngành giáo dục và đào tạo.
Chủ tịch UBND tỉnh cũng giao nhiệm vụ cụ thể cho từng ngành để tổ chức thực hiện Chỉ thị.`
    expect(read(text).map((d) => d.text.slice(0, 12))).toEqual([
      'Tếp tục tham',
      'Nâng cao mức',
      'Đẩy mạnh thự',
    ])
  })
})

describe('findDirectives ignores', () => {
  test.each([
    [
      'what was done',
      'Ngành đã triển khai đồng bộ các giải pháp, đã chỉ đạo các trường tổ chức tốt việc dạy học trong năm qua.',
    ],
    [
      'results under an introducer',
      'Năm học qua toàn ngành đạt được một số kết quả như sau:\n1) Đã hoàn thành phổ cập giáo dục.\n2) Đã xây dựng 12 trường chuẩn.',
    ],
    [
      'nouns of the same words',
      'Các trường đáp ứng yêu cầu đổi mới theo đề nghị của Sở và văn bản chỉ đạo của Bộ Giáo dục và Đào tạo.',
    ],
    ['captions', 'Đồng chí Giám đốc Sở phát biểu chỉ đạo tại Hội nghị'],
  ])('%s', (_, text) => {
    expect(read(title + opening + text)).toEqual([])
  })
})

test('articles of a resolution are structure unless they assign a task', () => {
  const text = `HỘI ĐỒNG NHÂN DÂN
TỈNH TÂY NINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 47/2025/NQ-HĐND
Tây Ninh, ngày 10 tháng 12 năm 2025
NGHỊ QUYẾT
Quy định chính sách hỗ trợ tiền ăn trưa
Điều 1. Phạm vi điều chỉnh: Nghị quyết này quy định chính sách hỗ trợ tiền ăn trưa cho trẻ em.
Điều 2. Giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này.`
  expect(read(text)).toEqual([
    {
      text: 'Giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết này.',
      number: '2',
      kind: 'task',
      issuer: 'HỘI ĐỒNG NHÂN DÂN TỈNH TÂY NINH',
    },
  ])
})
