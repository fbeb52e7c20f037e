// Documents with facts, as many as are wanted, made by code; for tests and measurements of exports.
import type { DocumentRow, VanthuRecord } from '../../src/model.ts'
import type { WholeDocument } from '../../src/ports/store.ts'
import { factRecord } from './fact-records.ts'

const provinces = [
  ['hoa-binh', 'phu-tho', 'Hòa Bình'],
  ['dien-bien', 'dien-bien', 'Điện Biên'],
  ['ben-tre', 'vinh-long', 'Bến Tre'],
] as const
const subjects = [
  'trường đạt chuẩn quốc gia',
  '=lớp ghép',
  'giáo viên "biên chế", hợp đồng',
  '-học sinh',
]
const names = ['Bùi Văn Mận', '+Lò Thị Na', 'Đinh Công <Tú>', "'=Hà Thị Đào"]
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T

/** The n-th record: a fact of each kind. */
export function nthRecord(n: number): VanthuRecord {
  const subject = pick(subjects, n)
  const name = pick(names, n)
  const year = 2000 + (n % 25)
  const share = `${n % 100},${n % 10}%`
  const deadline = `30/6/${year}`
  return factRecord({
    lines: [
      `title: Báo cáo số ${n} về ${subject}`,
      `Ông ${name}, Giám đốc Sở, nêu ${share} ${subject}\tvà giao việc ${n} trước ${deadline} theo ${n}/KH-UBND.`,
    ],
    number: `${n + 1}/KH-UBND`,
    documentType: n % 2 === 0 ? 'report' : 'plan',
    publishedAt: `${year}-${String((n % 12) + 1).padStart(2, '0')}-03`,
    provinces: [[...pick(provinces, n), 'host']],
    officials: [
      { name, positions: [{ organisation: 'Sở Y tế', province: pick(provinces, n)[0] }] },
    ],
    directives: [
      {
        kind: 'task',
        text: `giao việc ${n} trước ${deadline}`,
        assignees: [`Sở Y tế ${pick(provinces, n)[2]}`],
        deadline: `${year}-06-30`,
      },
    ],
    percentages: [
      {
        value: (n % 100) + (n % 10) / 10,
        text: share,
        subject,
        check: pick(['agrees', 'disagrees', 'unchecked'], n),
      },
    ],
    citations: [{ number: `${n}/KH-UBND`, text: `${n}/KH-UBND`, type: 'plan' }],
    dates: [{ edtf: `${year}-06-30`, kind: 'deadline', text: deadline }],
  })
}

export const nthId = (n: number): string => n.toString(16).padStart(64, '0')

/** The first `count` documents, as a store is filled with. */
export async function* manyDocuments(count: number): AsyncGenerator<WholeDocument> {
  const at = '2026-03-01T08:00:00.000Z'
  for (let n = 0; n < count; n++) {
    const row: DocumentRow = {
      id: nthId(n),
      name: `báo cáo ${n}.txt`,
      mediaType: 'text/plain',
      bytes: 100,
      state: 'extracted',
      nextJob: null,
      attempts: 0,
      error: null,
      holder: null,
      quarantinedAt: null,
      receivedAt: at,
      changedAt: at,
      stateSince: at,
      container: null,
    }
    const record = nthRecord(n)
    yield {
      row,
      sources: [{ name: row.name, place: row.name, tags: [], receivedAt: at, lastAt: at }],
      members: [],
      parsed: null,
      record: { ...record, source: { ...record.source, sha256: row.id } },
      extracted: null,
      corrections: [],
    }
  }
}

export async function* nothing(): AsyncGenerator<never> {}
