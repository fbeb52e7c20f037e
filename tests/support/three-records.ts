// Three records whose facts differ in what they are asked by.
import { factRecord } from './fact-records.ts'

const hoaBinh = ['hoa-binh', 'phu-tho', 'Hòa Bình', 'issuer', 'host'] as const
const dienBien = ['dien-bien', 'dien-bien', 'Điện Biên', 'participant'] as const
const phuTho = ['phu-tho', 'phu-tho', 'Phú Thọ', 'host'] as const

/** A plan of 2023, a report of 2024 that names it, and one of no day. */
export const threeRecords = {
  plan: factRecord({
    lines: [
      'title: Kế hoạch chuyển đổi số',
      'Giao Sở Giáo dục và Đào tạo Điện Biên hoàn thành trước 30/6/2023 theo Nghị quyết 29-NQ/TW.',
      'Các phòng giáo dục báo cáo trong năm 2022.',
      'Tỷ lệ trường đạt chuẩn quốc gia là 75% (312/416 trường).',
    ],
    documentType: 'plan',
    number: '18/KH-SGDĐT',
    issuedOn: '2023-02-01',
    provinces: [hoaBinh, dienBien],
    directives: [
      {
        kind: 'task',
        text: 'Giao Sở Giáo dục và Đào tạo Điện Biên hoàn thành trước 30/6/2023',
        assignees: ['Sở Giáo dục và Đào tạo Điện Biên'],
        issuer: 'Đinh Thị Mận',
        deadline: '2023-06-30',
      },
      {
        kind: 'objective',
        text: 'Các phòng giáo dục báo cáo trong năm 2022',
        assignees: ['các phòng giáo dục'],
        deadline: '2022',
      },
    ],
    percentages: [
      {
        value: 75,
        text: '75%',
        subject: 'trường đạt chuẩn quốc gia',
        ratio: { numerator: 312, denominator: 416, unit: 'trường' },
        check: 'agrees',
      },
    ],
    citations: [{ number: '29-NQ/TW', text: '29-NQ/TW', relation: 'based-on', type: 'resolution' }],
    dates: [{ edtf: '2023-06-30', kind: 'deadline', text: '30/6/2023' }],
  }),
  report: factRecord({
    lines: [
      'title: Báo cáo',
      'Ông Đinh Văn Mận, Phó Giám đốc Sở, nêu: 60,5% trường đạt chuẩn quốc gia, theo Kế hoạch 18/KH-SGDĐT.',
      'Học sinh dân tộc đạt 40%.',
    ],
    documentType: 'report',
    number: '20/BC-UBND',
    issuedOn: '2024-05-02',
    provinces: [phuTho],
    officials: [
      {
        name: 'Đinh Văn Mận',
        positions: [
          { title: 'Phó Giám đốc', organisation: 'Sở Giáo dục và Đào tạo', province: 'phu-tho' },
          { title: 'Trưởng phòng', organisation: 'Phòng Giáo dục', former: true },
        ],
      },
    ],
    percentages: [
      {
        value: 60.5,
        text: '60,5%',
        subject: 'trường đạt chuẩn quốc gia',
        check: 'disagrees',
        comparator: '>=',
      },
      { value: 40, text: '40%', subject: 'học sinh dân tộc' },
    ],
    citations: [{ number: '18/KH-SGDĐT', text: '18/KH-SGDĐT', type: 'plan' }],
  }),
  undated: factRecord({
    lines: ['Không rõ ngày, nhắc 29 - NQ/TW và 100% lớp_học có điện.'],
    citations: [{ number: '29-NQ/TW', text: '29 - NQ/TW' }],
    percentages: [{ value: 100, text: '100%', subject: 'lớp_học có điện' }],
  }),
}
