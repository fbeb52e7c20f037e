// Official documents: whom closing words and headings charge, what is an aim, a topic, a measure.
import { expect, test } from 'vitest'
import { findDirectives } from '../../src/extract/directives.ts'
import { makePage } from '../../src/extract/make-page.ts'
import { lexicon, parsedOf } from '../support/page.ts'

const paper = (title: string, text: string) => `BỘ NỘI VỤ
Số: 12/BNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 10 tháng 3 năm 2031
${title}
Về công tác cải cách hành chính
${text}`

const read = (title: string, text: string) => {
  const page = makePage(parsedOf(paper(title, text)), lexicon)
  return findDirectives(page).map((d) => [
    d.value.kind,
    page.text.slice(d.start, d.end),
    ...d.value.assignees,
  ])
}
const orders = 'Bộ trưởng yêu cầu các đơn vị thuộc Bộ thực hiện các nhiệm vụ sau:\n'

test.each<[string, string, string, string[][]]>([
  [
    'a paragraph that goes on with who else must',
    'CHỈ THỊ',
    'I. NHIỆM VỤ\n1. Bám sát định hướng của cơ quan quản lý.\nDành ít nhất 20% nội dung tin, bài để tuyên truyền về đoàn viên. Các báo in ra hàng ngày dành vị trí trang trọng cho hoạt động của ngành.',
    [
      ['task', 'Bám sát định hướng của cơ quan quản lý.'],
      [
        'task',
        'Dành ít nhất 20% nội dung tin, bài để tuyên truyền về đoàn viên. Các báo in ra hàng ngày dành vị trí trang trọng cho hoạt động của ngành.',
      ],
    ],
  ],
  [
    'a figure to strive for among tasks as an aim',
    'CHỈ THỊ',
    'I. NHIỆM VỤ\n1. Sử dụng kinh phí theo phân cấp.\nPhấn đấu 70% đơn vị được trang bị tủ sách.',
    [
      ['task', 'Sử dụng kinh phí theo phân cấp.'],
      ['objective', 'Phấn đấu 70% đơn vị được trang bị tủ sách.'],
    ],
  ],
  [
    'whom "giao cho" charges, and those of the next clause',
    'CHỈ THỊ',
    'Bộ Nội vụ giao cho Vụ Công chức chủ trì, phối hợp cùng Văn phòng Bộ theo dõi việc thực hiện Chỉ thị; các cấp Công đoàn, các cơ quan báo chí của tổ chức Công đoàn nghiêm túc tổ chức triển khai thực hiện Chỉ thị này.',
    [
      [
        'task',
        'Vụ Công chức chủ trì, phối hợp cùng Văn phòng Bộ theo dõi việc thực hiện Chỉ thị',
        'Vụ Công chức',
        'Văn phòng Bộ',
      ],
      [
        'task',
        'các cấp Công đoàn, các cơ quan báo chí của tổ chức Công đoàn nghiêm túc tổ chức triển khai thực hiện Chỉ thị này.',
        'các cấp Công đoàn',
        'các cơ quan báo chí của tổ chức Công đoàn',
      ],
    ],
  ],
  [
    'the addressees of the closing words',
    'CHỈ THỊ',
    `${orders}1. Vụ Pháp chế rà soát văn bản.\nĐề nghị Ủy ban nhân dân các tỉnh, các Sở Nội vụ và các đơn vị trực thuộc Bộ chỉ đạo, tổ chức thực hiện nghiêm túc Chỉ thị này.`,
    [
      ['task', 'Vụ Pháp chế rà soát văn bản.', 'Vụ Pháp chế'],
      [
        'task',
        'Đề nghị Ủy ban nhân dân các tỉnh, các Sở Nội vụ và các đơn vị trực thuộc Bộ chỉ đạo, tổ chức thực hiện nghiêm túc Chỉ thị này.',
        'Ủy ban nhân dân các tỉnh',
        'các Sở Nội vụ',
        'các đơn vị trực thuộc Bộ',
      ],
    ],
  ],
  [
    'heads of one sort, and what a name goes on with',
    'CHỈ THỊ',
    `${orders}1. Giám đốc Sở: Lao động - Thương binh và Xã hội, Thông tin và Truyền thông phối hợp kiểm tra.\n2. Các cơ quan báo chí thuộc quyền quản lý tuyên truyền sâu rộng.`,
    [
      [
        'task',
        'Giám đốc Sở: Lao động - Thương binh và Xã hội, Thông tin và Truyền thông phối hợp kiểm tra.',
        'Giám đốc Sở Lao động - Thương binh và Xã hội',
        'Giám đốc Sở Thông tin và Truyền thông',
      ],
      [
        'task',
        'Các cơ quan báo chí thuộc quyền quản lý tuyên truyền sâu rộng.',
        'Các cơ quan báo chí thuộc quyền quản lý',
      ],
    ],
  ],
  [
    'the unit above, not those it follows up',
    'KẾ HOẠCH',
    'III. TỔ CHỨC THỰC HIỆN\n1. Trách nhiệm thực hiện của Bộ Nội vụ\n- Vụ Cải cách hành chính:\n+ Theo dõi, đôn đốc các bộ, các tỉnh triển khai kế hoạch;\n+ Trình Bộ trưởng phê duyệt kết quả.',
    [
      ['task', 'Theo dõi, đôn đốc các bộ, các tỉnh triển khai kế hoạch;', 'Vụ Cải cách hành chính'],
      ['task', 'Trình Bộ trưởng phê duyệt kết quả.', 'Vụ Cải cách hành chính'],
    ],
  ],
  [
    'the items of a plan without sections',
    'KẾ HOẠCH',
    'Bộ Nội vụ ban hành Kế hoạch như sau:\n1. Tổ chức kiểm tra tại các đơn vị trong quý II.\n2. Báo cáo kết quả kiểm tra về Bộ.\n3. Kinh phí: từ ngân sách.',
    [
      ['task', 'Tổ chức kiểm tra tại các đơn vị trong quý II.'],
      ['task', 'Báo cáo kết quả kiểm tra về Bộ.'],
    ],
  ],
  [
    'measures, not topics',
    'KẾ HOẠCH',
    'II. NỘI DUNG TUYÊN TRUYỀN\n1. Một số nội dung tuyên truyền cụ thể:\n- Tuyên truyền Nghị quyết của Chính phủ;\nTuyên truyền về dịch vụ công.\n- Đẩy mạnh ứng dụng công nghệ trong cơ quan.\nIII. HÌNH THỨC TUYÊN TRUYỀN\n- Thường xuyên cập nhật tin, bài trên Cổng thông tin.\n- Xây dựng chuyên mục trên Đài Phát thanh.',
    [
      ['task', 'Thường xuyên cập nhật tin, bài trên Cổng thông tin.'],
      ['task', 'Xây dựng chuyên mục trên Đài Phát thanh.'],
    ],
  ],
])('finds %s', (_, title, text, expected) => expect(read(title, text)).toEqual(expected))

test.each([
  [
    'what was issued before',
    'Năm qua, Bộ đã ban hành Kế hoạch như sau:\n1. Tổ chức kiểm tra tại các đơn vị.',
  ],
  ['forms of something else', 'III. HÌNH THỨC KHEN THƯỞNG\n- Tặng bằng khen cho tập thể.'],
])('ignores %s', (_, text) => expect(read('KẾ HOẠCH', text)).toEqual([]))
