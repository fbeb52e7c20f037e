import { describe, expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf, unmarked } from '../support/page.ts'

const above = `Hội nghị bàn việc phòng, chống thiên tai của tỉnh
Sáng 5/9, tại thành phố, UBND tỉnh tổ chức hội nghị về phòng, chống thiên tai năm nay.
`
const read = (text: string) => {
  const page = makePage(parsedOf(above + text), lexicon)
  return findDirectives(page).map((d) => ({
    text: page.text.slice(d.start, d.end),
    kind: d.value.kind,
    issuer: d.value.issuer?.text ?? null,
    assignees: d.value.assignees,
  }))
}
const spansOf = (marked: string) => {
  const { text, spans } = unmarked(marked)
  return { found: read(text), spans }
}

describe('several orders of one sentence', () => {
  test.each<[string, string, string[][]]>([
    [
      'of three verbs',
      'Ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh chỉ đạo [[Sở Xây dựng chủ trì rà soát nhà yếu trước ngày 30-9]]; giao [[Trung tâm Khí tượng cập nhật bản tin]]; đề nghị [[Hội Nông dân vận động hội viên gia cố chuồng trại.]]',
      [['Sở Xây dựng'], ['Trung tâm Khí tượng'], ['Hội Nông dân']],
    ],
    [
      'after “đồng thời”',
      'Ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh yêu cầu [[Sở Tài chính bố trí vốn]]; đồng thời, yêu cầu [[các huyện báo cáo trước 15/9.]]',
      [['Sở Tài chính'], ['các huyện']],
    ],
    [
      'after a comma, where something is given',
      'Ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh yêu cầu [[Sở Y tế dự trữ thuốc, hoàn thành trong tháng 9]], giao [[Công an tỉnh tổ chức phân luồng.]]',
      [['Sở Y tế'], ['Công an tỉnh']],
    ],
    [
      'of nobody who speaks, where the first opens the sentence',
      '[[Đề nghị Sở Công Thương hoàn thiện phương án dự trữ]]; giao [[Văn phòng UBND tỉnh theo dõi, đôn đốc.]]',
      [['Sở Công Thương'], ['Văn phòng UBND tỉnh']],
    ],
    [
      'of one verb, where each body is told its own task',
      'Ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh yêu cầu [[Sở Y tế dự trữ thuốc trước ngày 30-9; rà soát trạm y tế]]; [[Công an tỉnh bảo đảm an toàn các bến đò]]; [[ngành điện lực cử người trực, chuẩn bị máy phát.]]',
      [['Sở Y tế'], ['Công an tỉnh'], ['ngành điện lực']],
    ],
  ])('%s', (_, marked, assignees) => {
    const { found, spans } = spansOf(marked)
    expect(found.map((d) => d.text)).toEqual(spans)
    expect(found.map((d) => d.assignees)).toEqual(assignees)
    expect(found.every((d) => d.kind === 'task')).toBe(true)
  })

  test.each([
    [
      'what those who are ordered order themselves',
      'Ông Lê Văn Tám yêu cầu [[UBND các huyện rà soát hộ nghèo; chỉ đạo các xã lập danh sách.]]',
    ],
    [
      'names that go on after a semicolon',
      'Ông Lê Văn Tám yêu cầu [[UBND các huyện chỉ đạo các phòng y tế, giáo dục; UBND các xã khẩn trương rà soát hộ nghèo.]]',
    ],
    [
      'what the same one is told on',
      'Ông Lê Văn Tám yêu cầu [[tỉnh Sơn Hà rà soát quy hoạch; tỉnh cần quyết liệt hơn.]]',
    ],
    [
      'what is handed over',
      'Ông Lê Văn Tám yêu cầu [[các trường bố trí đủ giáo viên; giao dự toán đúng hạn.]]',
    ],
    [
      'a demand that is met',
      'Ông Lê Văn Tám yêu cầu [[các phòng báo cáo hằng tháng; đáp ứng yêu cầu các trường về thiết bị.]]',
    ],
    [
      'words of which only a later verb orders',
      'Ông Lê Văn Tám giao [[Sở Y tế lập phương án, giao Đội số 5 abc bờ kè]]; yêu cầu [[Tỉnh đoàn huy động thanh niên.]]',
    ],
  ])('leaves whole %s', (_, marked) => {
    const { found, spans } = spansOf(marked)
    expect(found.map((d) => d.text)).toEqual(spans)
  })
})

describe('a count that announces items', () => {
  test.each([
    [
      'by words',
      'Phó Bí thư Tỉnh ủy Lê Văn Tám đề nghị Đảng bộ xã quan tâm 4 vấn đề. Một là, [[sớm ổn định bộ máy.]] Hai là, [[khai thác tiềm năng du lịch.]] Ba là, [[đẩy mạnh chuyển đổi số.]] Bốn là, [[giữ vững an ninh.]]',
    ],
    [
      'with more words after it',
      'Giám đốc Sở Lê Văn Tám yêu cầu các đơn vị thực hiện ba nhiệm vụ trọng tâm sau. Thứ nhất, [[rà soát quy hoạch.]] Thứ hai, [[đẩy nhanh tiến độ.]] Thứ ba, [[siết chặt kỷ cương.]]',
    ],
    [
      'over verbs that are not known',
      'Chủ tịch UBND huyện Lê Văn Tám đề nghị các xã quan tâm hai việc. Một là, [[dọn vệ sinh đường làng.]] Hai là, [[trồng cây xanh ven đường.]]',
    ],
  ])('%s', (_, marked) => {
    const { found, spans } = spansOf(marked)
    expect(found.map((d) => d.text)).toEqual(spans)
    expect(found.every((d) => d.kind === 'task' && d.issuer === 'Lê Văn Tám')).toBe(true)
  })

  test.each([
    [
      'what is told',
      'Báo cáo nêu 3 vấn đề. Một là, thu ngân sách giảm. Hai là, giải ngân chậm. Ba là, thiếu nhân lực.',
    ],
    [
      'what somebody thinks',
      'Ông Lê Văn Tám cho rằng có 2 vấn đề. Một là, thiếu vốn đầu tư. Hai là, thiếu đất sạch.',
    ],
  ])('ignores %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

describe('people who are reminded', () => {
  test.each([
    [
      'what they keep up',
      'Bà Đỗ Thị Mai, Giám đốc Sở Y tế dự họp. Ngoài ra, bà Mai cũng lưu ý [[các tổ tự quản duy trì trực 24/24, tuyệt đối không lơ là.]]',
    ],
    [
      'what they must not do',
      'Bà Đỗ Thị Mai, Giám đốc Sở Y tế nhắc nhở [[các địa phương không được chủ quan với dịch tả lợn.]]',
    ],
    ['what they finish', 'Bà Đỗ Thị Mai nhắc [[các trường hoàn thành kiểm định trước 30/5.]]'],
    [
      'what they carry out',
      'Bà Đỗ Thị Mai quán triệt [[giáo viên thực hiện nghiêm quy định về dạy thêm.]]',
    ],
  ])('%s', (_, marked) => {
    const { found, spans } = spansOf(marked)
    expect(found.map((d) => d.text)).toEqual(spans)
    expect(found.map((d) => d.issuer)).toEqual(['Đỗ Thị Mai'])
  })

  test.each([
    ['those who are rebuked', 'Bà Đỗ Thị Mai nhắc nhở các hộ dân không diệt lăng quăng quanh nhà.'],
    ['what was done', 'Lực lượng chức năng đã nhắc nhở người dân chấp hành quy định.'],
    ['a memory', 'Bà Đỗ Thị Mai nhắc lại những kỷ niệm với học trò cũ của trường.'],
    [
      'what will come of it',
      'Bà Đỗ Thị Mai lưu ý trường tư tăng học phí sẽ ảnh hưởng tới đời sống học sinh.',
    ],
  ])('ignores %s', (_, text) => {
    expect(read(text)).toEqual([])
  })
})

test.each([
  [
    'after a dash',
    'Bà Lò Thị Khoa - Phó Chủ tịch UBND tỉnh chủ trì. Ông Hà Văn Bảo, Giám đốc Sở Y tế cùng dự.',
    'Lò Thị Khoa',
  ],
  [
    'and nobody where it names two',
    'Bà Lò Thị Khoa - Phó Chủ tịch UBND tỉnh chủ trì. Bà Vi Thị Mơ - Phó Chủ tịch UBND tỉnh cùng dự.',
    'Phó Chủ tịch UBND tỉnh',
  ],
])('a deputy named by office is whom the text names with it: %s', (_, told, issuer) => {
  const found = read(`${told}\nPhó Chủ tịch UBND tỉnh giao Sở Y tế rà soát các trạm y tế xã.`)
  expect(found.map((d) => d.issuer)).toEqual([issuer])
})
