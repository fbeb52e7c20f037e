// Documents made by code for measuring search: words as frequent as in real texts (Zipf), names, places, numbers. A document of one
// number is always the same.
import { createHash } from 'node:crypto'
import { documentTypes, type VanthuRecord } from '../../src/model.ts'
import type { WholeDocument } from '../../src/ports/store.ts'

const onsets = 'b c ch d đ g gi h k kh l m n ng nh ph qu r s t th tr v x'.split(' ')
const rimes =
  'a ác ài àm án ang ánh áo áp át ắc ăm ăng âm ân ấp ất âu ây e én eo ê ến ệnh êu i ích iểm iên iệp iết iều im in inh ít o óc oi om on ong ô ốc ôi ôn ông ơi ơn u ục ui um un ung uốc uôn uy ư ức ưng ước ươi ương ươu'.split(
    ' ',
  )
const compounds =
  'hội nghị|giáo dục|đào tạo|học sinh|giáo viên|nhà trường|chất lượng|kế hoạch|năm học|địa phương|phát triển|kinh tế|xã hội|nông thôn mới|chuyển đổi số|cải cách hành chính|thi đua|khen thưởng|tuyển sinh|phổ cập|an toàn giao thông|phòng cháy|dịch bệnh|y tế|bảo hiểm xã hội|cơ sở vật chất|ngân sách|đầu tư|doanh nghiệp|hợp tác xã|lao động|việc làm|chính sách|người có công|dân tộc thiểu số|đất đai|môi trường|rừng|du lịch|văn hóa|thể thao|quốc phòng|an ninh|trật tự|tư pháp|thanh tra|khiếu nại|tố cáo|tiếp công dân|đảng viên|chi bộ|mặt trận|phụ nữ|thanh niên|nông dân|cựu chiến binh|ủy ban nhân dân|hội đồng nhân dân|UBND|HĐND|GD&ĐT|THCS|THPT|BHXH'.split(
    '|',
  )
const surnames =
  'Nguyễn Trần Lê Phạm Hoàng Bùi Đặng Đỗ Hồ Ngô Dương Lý Quách Hà Đinh Lò Cầm Vì Lường Tòng'.split(
    ' ',
  )
const middles = 'Văn Thị Minh Đức Hoài Thanh Xuân Hữu Ngọc Thu'.split(' ')
const givens =
  'Mận Đào Khế Sen Tú Hòa Bình Thủy Quý Na Hùng Dũng Lan Huệ Cúc Mai Tâm Nga Sơn Hải'.split(' ')
const places = [
  ['hoa-binh', 'phu-tho'],
  ['phu-tho', 'phu-tho'],
  ['dien-bien', 'dien-bien'],
  ['son-la', 'son-la'],
  ['lai-chau', 'lai-chau'],
  ['yen-bai', 'lao-cai'],
  ['lao-cai', 'lao-cai'],
  ['ben-tre', 'vinh-long'],
  ['dak-nong', 'lam-dong'],
  ['nghe-an', 'nghe-an'],
  ['cao-bang', 'cao-bang'],
  ['bac-lieu', 'ca-mau'],
] as const

/** Random numbers that are always the same for one seed. */
export function randomOf(seed: number): (limit: number) => number {
  let state = (seed + 1) * 2_654_435_761
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) | 0
    return ((state >>> 4) / 2 ** 28) * limit
  }
}

/** Words by frequency, the most frequent first: compounds, then syllables, then names of places nobody knows. */
const vocabulary: string[] = [
  ...'và của các là trong có được cho với đã về tại những này theo không từ ngày năm'.split(' '),
  ...compounds,
  ...onsets.flatMap((onset) => rimes.map((rime) => onset + rime)),
  ...Array.from({ length: 20_000 }, (_, i) => {
    const random = randomOf(i + 77)
    const part = () =>
      (onsets[Math.floor(random(onsets.length))] ?? '') +
      (rimes[Math.floor(random(rimes.length))] ?? '')
    return `${part()}${part()}`
  }),
]

/** A word, the n-th most frequent one with a chance of about 1/n. */
export function anyWord(random: (limit: number) => number): string {
  return vocabulary[Math.floor(vocabulary.length ** random(1)) - 1] ?? ''
}
const anyOf = <T>(list: readonly T[], random: (limit: number) => number): T =>
  list[Math.floor(random(list.length))] as T
export const anyCompound = (random: (limit: number) => number): string => anyOf(compounds, random)
export const anyName = (random: (limit: number) => number): string =>
  `${anyOf(surnames, random)} ${anyOf(middles, random)} ${anyOf(givens, random)} ${anyOf(givens, random)}`
export const anyNumber = (random: (limit: number) => number): string =>
  `${1 + Math.floor(random(400))}/${2012 + Math.floor(random(12))}/QĐ-UBND`
export const anyPlace = (random: (limit: number) => number) => anyOf(places, random)

/** The record of a document. */
export function recordNumber(n: number): VanthuRecord {
  const random = randomOf(n)
  const words = (count: number) => Array.from({ length: count }, () => anyWord(random)).join(' ')
  const number = random(1) < 0.4 ? anyNumber(random) : null
  const officials = Array.from({ length: 1 + Math.floor(random(4)) }, () => anyName(random))
  const lines: Array<[zone: VanthuRecord['blocks'][number]['zone'], text: string]> = [
    ['title', `${anyCompound(random)} ${words(7)}`],
    ['lead', `Ngày ${1 + Math.floor(random(28))}, ${words(24)}.`],
    ...(number
      ? [['header', `Số: ${number}`] as [typeof number extends null ? never : 'header', string]]
      : []),
    ...Array.from(
      { length: 4 + Math.floor(random(12)) },
      () => ['body', `${words(30)} ${anyCompound(random)} ${words(20)}.`] as ['body', string],
    ),
    ['signature', officials.join('; ')],
  ]
  let text = ''
  const blocks = lines.map(([zone, line]) => {
    const start = text.length
    text += `${line}\n`
    return { start, end: start + line.length, zone }
  })
  const provinces = Array.from({ length: 1 + Math.floor(random(2)) }, () => anyPlace(random))
  const day = `${2012 + Math.floor(random(13))}-${String(1 + Math.floor(random(12))).padStart(2, '0')}-${String(1 + Math.floor(random(28))).padStart(2, '0')}`
  const found = { rule: 'made', confidence: 1 }
  return {
    schema: 'vanthu.record/1',
    source: { name: `${n}.txt`, sha256: idOf(n), mediaType: 'text/plain', bytes: text.length },
    status: random(1) < 0.05 ? 'partial' : 'complete',
    language: 'vi',
    title: lines[0]?.[1] ?? null,
    documentType:
      documentTypes[Math.floor(documentTypes.length * random(1) * random(1))] ?? 'article',
    number,
    issuer: number ? `Ủy ban nhân dân tỉnh ${provinces[0]?.[0]}` : null,
    issuedOn: number ? day : null,
    issuedAt: null,
    signers: [],
    publishedAt: number ? null : day,
    bylines: [],
    text,
    blocks,
    officials: officials.map((name) => ({
      name,
      honorifics: [],
      degrees: [],
      positions: [
        {
          title: 'Giám đốc',
          organisation: `Sở ${anyCompound(random)} tỉnh ${anyPlace(random)[0]}`,
          province: null,
          resolved: true,
          former: false,
          acting: false,
        },
      ],
      mentions: [],
      ...found,
    })),
    provinces: provinces.map(([id, current]) => ({
      id,
      name: id,
      current,
      roles: ['mention'],
      mentions: [],
      ...found,
    })),
    dates: [],
    percentages: [],
    ratios: [],
    directives: [],
    citations: [],
    keywords: [],
    warnings: [],
    madeBy: { parser: 'made/1', extractor: '1', lexicon: 'made' },
  }
}

export const idOf = (n: number): string =>
  createHash('sha256').update(`document ${n}`).digest('hex')

/** Everything that is kept of a document. */
export function wholeNumber(n: number): WholeDocument {
  const record = recordNumber(n)
  const at = new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString()
  return {
    row: {
      id: record.source.sha256,
      name: record.source.name,
      mediaType: 'text/plain',
      bytes: record.source.bytes,
      state: record.status === 'partial' ? 'partial' : 'extracted',
      nextJob: null,
      attempts: 0,
      error: null,
      container: null,
      holder: null,
      quarantinedAt: null,
      stateSince: at,
      receivedAt: at,
      changedAt: at,
    },
    sources: [
      {
        name: record.source.name,
        place: record.source.name,
        tags: n % 3 === 0 ? [`thư mục ${n % 7}`] : [],
        receivedAt: at,
        lastAt: at,
      },
    ],
    members: [],
    parsed: null,
    record,
    extracted: null,
    corrections: [],
  }
}
