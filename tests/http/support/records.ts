// Records for the tests of the pages. A text is written as lines; places in it are found by their words, never counted.
import { createHash } from 'node:crypto'
import { recordSchema, type VanthuRecord, type Zone } from '../../../src/model.ts'

/** The place of the n-th occurrence of some words in a text. */
export function at(text: string, words: string, nth = 1) {
  let start = -1
  for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`The text has no ${nth}. "${words}".`)
  return { start, end: start + words.length, text: words }
}

export const sha256 = (bytes: string | Uint8Array) =>
  createHash('sha256').update(bytes).digest('hex')

type Line = readonly [zone: Zone, text: string, page?: number]

/** A record with this text and nothing found in it; `fill` adds what was found. Checked against the contract. */
export function recordOf(
  name: string,
  lines: readonly Line[],
  fill: (text: string) => Partial<VanthuRecord> = () => ({}),
): VanthuRecord {
  const text = lines.map(([, words]) => words).join('\n')
  let start = 0
  const blocks = lines.map(([zone, words, page]) => {
    const block = { start, end: start + words.length, zone, ...(page ? { page } : {}) }
    start += words.length + 1
    return block
  })
  const bytes = Buffer.from(text)
  return recordSchema.parse({
    schema: 'vanthu.record/1',
    source: { name, sha256: sha256(bytes), mediaType: 'text/plain', bytes: bytes.length },
    status: 'complete',
    language: 'vi',
    title: lines.find(([zone]) => zone === 'title')?.[1] ?? null,
    documentType: 'article',
    number: null,
    issuer: null,
    issuedOn: null,
    issuedAt: null,
    signers: [],
    publishedAt: null,
    bylines: [],
    text,
    blocks,
    officials: [],
    provinces: [],
    dates: [],
    percentages: [],
    ratios: [],
    directives: [],
    citations: [],
    keywords: [],
    warnings: [],
    madeBy: { parser: 'text/1', extractor: '1', lexicon: sha256('lexicon') },
    ...fill(text),
  })
}

const found = { rule: 'test', confidence: 0.9 }

/** An article with at least one item of every kind, marks inside marks, and a directive over several of them. */
export const conference: VanthuRecord = recordOf(
  'hoi-nghi-giao-ban.txt',
  [
    ['title', 'Hội nghị giao ban công tác chuyển đổi số trường học tại Hòa Bình', 1],
    ['dateline', 'Hòa Bình, ngày 21/3/2023', 1],
    ['lead', 'Chiều 21/3, Sở Giáo dục và Đào tạo tỉnh Hòa Bình tổ chức hội nghị giao ban.', 1],
    ['heading', '1. Kết quả', 1],
    [
      'body',
      'Đến nay, 312/416 trường, đạt 75%, đã có học bạ số; tỉnh Lào Cai gửi đoàn tham dự.',
      1,
    ],
    [
      'body',
      'Tiến sĩ Đinh Thị Mận, Phó Giám đốc Sở Giáo dục và Đào tạo tỉnh Hòa Bình, chủ trì.',
      1,
    ],
    ['table', 'Huyện\tSố trường\tTỷ lệ', 1],
    ['table', 'Vùng cao A\t12/16\t75%', 1],
    ['table', 'Vùng thấp B\t9/10\t90%', 1],
    ['caption', 'Bà Đinh Thị Mận phát biểu. Ảnh: Ban tổ chức', 1],
    ['heading', '2. Nhiệm vụ', 2],
    ['body', 'Kết luận hội nghị, bà Đinh Thị Mận yêu cầu:', 2],
    [
      'list-item',
      '1. Các phòng giáo dục hoàn thành học bạ số trước 30/6/2023 theo Kế hoạch số 18/KH-SGDĐT.',
      2,
    ],
    [
      'list-item',
      '2. Cụm trường phía bắc của Hòa Bình phấn đấu trên 90% giáo viên được tập huấn.',
      2,
    ],
    ['byline', 'Mai Hạnh', 2],
    ['boilerplate', 'Chia sẻ bài viết | In trang | Về đầu trang', 2],
  ],
  (text) => ({
    documentType: 'article',
    publishedAt: '2023-03-22T08:15:00+07:00',
    bylines: [{ name: 'Mai Hạnh', kind: 'author' }],
    keywords: ['chuyển đổi số', 'học bạ số'],
    source: {
      name: 'hoi-nghi-giao-ban.txt',
      sha256: sha256(text),
      mediaType: 'text/plain',
      bytes: Buffer.byteLength(text),
      pages: 2,
    },
    officials: [
      {
        name: 'Đinh Thị Mận',
        honorifics: ['bà'],
        degrees: ['Tiến sĩ'],
        positions: [
          {
            title: 'Phó Giám đốc',
            organisation: 'Sở Giáo dục và Đào tạo tỉnh Hòa Bình',
            province: 'hoa-binh',
            resolved: false,
            former: false,
            acting: false,
          },
        ],
        mentions: [1, 2, 3].map((n) => at(text, 'Đinh Thị Mận', n)),
        ...found,
      },
    ],
    provinces: [
      {
        id: 'hoa-binh',
        name: 'Hòa Bình',
        current: 'phu-tho',
        roles: ['host'],
        mentions: [1, 2, 3, 4, 5].map((n) => at(text, 'Hòa Bình', n)),
        ...found,
      },
      {
        id: 'lao-cai',
        name: 'Lào Cai',
        current: 'lao-cai',
        roles: ['participant'],
        mentions: [at(text, 'Lào Cai')],
        ...found,
      },
    ],
    dates: [
      { edtf: '2023-03-21', kind: 'issue', inferred: false, ...at(text, '21/3/2023'), ...found },
      { edtf: '2023-03-21', kind: 'event', inferred: true, ...at(text, 'Chiều 21/3'), ...found },
      { edtf: '2023-06-30', kind: 'deadline', inferred: false, ...at(text, '30/6/2023'), ...found },
    ],
    percentages: [
      {
        value: 75,
        comparator: '=',
        points: false,
        subject: 'trường có học bạ số',
        province: 'hoa-binh',
        ratio: { numerator: 312, denominator: 416, unit: 'trường' },
        check: 'agrees',
        ...at(text, '75%'),
        ...found,
      },
      {
        value: 90,
        comparator: '>',
        points: false,
        subject: 'giáo viên được tập huấn',
        province: null,
        ratio: null,
        check: 'unchecked',
        ...at(text, 'trên 90%'),
        ...found,
      },
    ],
    ratios: [{ numerator: 312, denominator: 416, unit: 'trường', ...at(text, '312/416') }],
    directives: [
      {
        number: '1',
        kind: 'task',
        issuer: 'Đinh Thị Mận',
        assignees: ['các phòng giáo dục'],
        deadline: '2023-06-30',
        ...at(
          text,
          'Các phòng giáo dục hoàn thành học bạ số trước 30/6/2023 theo Kế hoạch số 18/KH-SGDĐT',
        ),
        ...found,
      },
      {
        number: '2',
        kind: 'objective',
        issuer: 'Đinh Thị Mận',
        assignees: [],
        deadline: null,
        ...at(text, 'Cụm trường phía bắc của Hòa Bình phấn đấu trên 90% giáo viên được tập huấn'),
        ...found,
      },
    ],
    citations: [
      {
        number: '18/KH-SGDĐT',
        type: 'plan',
        issuer: null,
        date: null,
        title: null,
        relation: 'implements',
        ...at(text, 'Kế hoạch số 18/KH-SGDĐT'),
        ...found,
      },
    ],
    warnings: [
      {
        code: 'shared-name',
        message: 'Hai huyện có thể cùng tên.',
        start: at(text, 'Vùng cao A').start,
        end: at(text, 'Vùng cao A').end,
      },
    ],
  }),
)

/** What hostile files bring: markup, quotes, NUL, an override of the writing direction, an unpaired surrogate. */
export const hostile: VanthuRecord = recordOf(
  '"><img src=x onerror=alert(1)>.txt',
  [
    ['title', `<script>alert('tiêu đề')</script> & "ngoặc" 'đơn'`],
    ['body', 'Đầu\u0000cuối \u202Eexe.fdp\u202C \uD800 <b onclick="x()">Lào Cai</b>'],
    ['table', '<td>a\t</table><script>b</script>'],
  ],
  (text) => ({
    number: `<i>1</i>/QĐ"'`,
    issuer: '<svg onload=alert(2)>',
    keywords: ['</dd><script>3</script>'],
    provinces: [
      {
        id: 'lao-cai',
        name: '<u>Lào Cai</u>',
        current: 'lao-cai',
        roles: ['mention'],
        mentions: [at(text, '<b onclick="x()">Lào Cai</b>')],
        ...found,
      },
    ],
    officials: [
      {
        name: `<script>o</script>`,
        honorifics: [],
        degrees: ['<em>'],
        positions: [
          {
            title: '<script>t</script>',
            organisation: '"onmouseover="x',
            province: null,
            resolved: true,
            evidence: '"><script>e</script>',
            former: true,
            acting: true,
          },
        ],
        mentions: [at(text, 'script')],
        ...found,
      },
    ],
    warnings: [{ code: 'odd', message: '<script>w</script>' }],
  }),
)
