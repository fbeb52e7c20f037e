// Copies an archive of small, different documents from SQLite to PostgreSQL, then asks both the same: every answer must be the
// same, item for item, over all pages.
//
//   node bench/migrate.ts [DOCUMENTS] [POSTGRES_URL]     10000 documents; without a URL a server of our own, without fsync
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compareStores, migrate } from '../src/app/migrate.ts'
import { loadLexicon } from '../src/lexicon/load.ts'
import type { DocumentRow, ParsedDocument } from '../src/model.ts'
import { openStore, openStoreSource } from '../src/open-adapters.ts'
import type { SearchQuery } from '../src/ports/search.ts'
import type { Store } from '../src/ports/store.ts'
import { makeRecord } from '../src/record/make-record.ts'
import { startPostgres } from '../tests/support/postgres.ts'

const count = Number(process.argv[2] ?? 10_000)
const givenUrl = process.argv[3]
/** Pages that are turned in each search. */
const pages = 3

const provinces = ['Hòa Bình', 'Phú Thọ', 'Điện Biên', 'Cao Bằng', 'Nghệ An', 'Bến Tre', 'Gia Lai']
const topics = [
  'chuyển đổi số trong trường học',
  'phổ cập giáo dục mầm non',
  'thi đua khen thưởng',
  'tuyển sinh vào lớp 10',
  'phòng chống dịch bệnh',
  'xây dựng nông thôn mới',
  'cải cách hành chính',
  'bảo đảm an toàn giao thông',
  'dạy học hai buổi một ngày',
]
const surnames = ['Nguyễn', 'Trần', 'Lê', 'Bùi', 'Đặng', 'Quách', 'Hà', 'Đinh']
const middles = ['Văn', 'Thị', 'Minh', 'Đức', 'Hoài']
const givens = ['Mận', 'Đào', 'Khế', 'Sen', 'Tú', 'Hòa', 'Bình', 'Thủy', 'Quý', 'Na']
const words =
  'kết quả đạt được còn hạn chế giải pháp trọng tâm cơ sở vật chất đội ngũ giáo viên học sinh phụ huynh kế hoạch chỉ tiêu kiểm tra đánh giá chất lượng đồng bộ hiệu quả rà soát bổ sung tăng cường'.split(
    ' ',
  )

/** Texts of one number are always the same. */
function textOf(number: number): string {
  let state = (number + 1) * 2_654_435_761
  const below = (limit: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) | 0
    return (state >>> 8) % limit
  }
  const any = (list: readonly string[]): string => list[below(list.length)] ?? ''
  const sentence = () => Array.from({ length: 12 + below(18) }, () => any(words)).join(' ')
  const [topic, province] = [any(topics), any(provinces)]
  const day = `${1 + below(28)}/${1 + below(12)}/${2015 + below(10)}`
  const total = 50 + below(400)
  const part = 1 + below(total)
  return [
    `Hội nghị ${topic} năm ${2015 + below(10)} tỉnh ${province}`,
    `Ngày ${day}, Sở Giáo dục và Đào tạo tỉnh ${province} tổ chức hội nghị ${topic}.`,
    `Đồng chí ${any(surnames)} ${any(middles)} ${any(givens)}, Giám đốc Sở, chủ trì hội nghị; có đại biểu tỉnh ${any(provinces)}.`,
    `Toàn ngành có ${part}/${total} trường đạt chuẩn, tỷ lệ ${((100 * part) / total).toFixed(1).replace('.', ',')}%; ${sentence()}.`,
    `Văn bản số ${number}: ${sentence()}.`,
    `Yêu cầu các phòng ${sentence()} trước ngày ${day}.`,
  ].join('\n')
}

function parsedOf(text: string): ParsedDocument {
  const blocks: ParsedDocument['blocks'] = []
  let at = 0
  for (const line of text.split('\n')) {
    blocks.push({ start: at, end: at + line.length, kind: at === 0 ? 'heading' : 'paragraph' })
    at += line.length + 1
  }
  const mediaType = 'text/plain'
  const rest = { metadata: {}, warnings: [], partial: false }
  return { version: 1, parser: 'bench/1', mediaType, text, blocks, ...rest }
}

async function fill(store: Store): Promise<void> {
  const lexicon = loadLexicon()
  for (let number = 0; number < count; number++) {
    const text = textOf(number)
    const id = createHash('sha256').update(text).digest('hex')
    const name = `văn bản ${number}.txt`
    const bytes = Buffer.byteLength(text)
    const parsed = parsedOf(text)
    const source = { name, sha256: id, mediaType: parsed.mediaType, bytes }
    const receivedAt = new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString()
    const row: DocumentRow = {
      ...{ id, name, bytes, receivedAt, changedAt: receivedAt, mediaType: parsed.mediaType },
      ...{ state: 'extracted', nextJob: null, attempts: 0, error: null, container: null },
      ...{ holder: null, quarantinedAt: null, stateSince: receivedAt },
    }
    const record = makeRecord(parsed, source, lexicon)
    const fromUpload = { name, place: name, tags: [], receivedAt, lastAt: receivedAt }
    // In one transaction instead of three.
    const asExtracted = { record, extracted: null, corrections: [] }
    await store.putDocument({ row, sources: [fromUpload], members: [], parsed, ...asExtracted })
  }
}

const searches: Array<Omit<SearchQuery, 'limit'>> = [
  ...[
    ...topics,
    'hội nghị',
    'Giám đốc Sở',
    'chuẩn',
    'hòa bình',
    'hoà bình',
    'đào',
    'văn bản số 77',
  ],
  ...[
    'chuyen doi so',
    'pho cap',
    'thi dua khen thuong',
    'hoa binh',
    'dao',
    'diem',
    'chuy',
    'khong',
  ],
  ...['"thi đua khen thưởng"', '"đổi số trong"', '"so trong" phu tho', 'ket qua dat duoc', '???'],
].map((q) => ({ q }))
searches.push(
  ...['hoa-binh', 'phu-tho', 'dien-bien', 'ben-tre', 'vinh-long'].map((province) => ({ province })),
  ...['2016', '2020', '2023', '1999'].map((year) => ({ year })),
  ...['Nguyễn Văn Mận', 'bui', 'ha', 'dinh duc', 'Na'].map((official) => ({ official })),
  { type: 'article' },
  { q: 'hội nghị', province: 'hoa-binh', year: '2020' },
  { q: 'tuyen sinh', official: 'trần', year: '2019' },
  { q: 'nông thôn mới', province: 'phu-tho' },
  { q: 'an toàn', official: 'thủy', province: 'gia-lai' },
  { q: 'giao thong', type: 'article', year: '2021' },
  {},
)

/** All that a store answers to a search, page after page. */
async function answersOf(store: Store, search: Omit<SearchQuery, 'limit'>): Promise<unknown[]> {
  const answers: unknown[] = []
  let cursor: string | undefined
  for (let page = 0; page < pages; page++) {
    const answer = await store.search({ ...search, limit: 20, cursor })
    answers.push(answer)
    if (!answer.next) break
    cursor = answer.next
  }
  return answers
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const result = await work()
  const seconds = (performance.now() - startedAt) / 1000
  console.log(`${what}\t${seconds.toFixed(1)} s`)
  return result
}

const folder = mkdtempSync(join(tmpdir(), 'vanthu-migrate-'))
const server = givenUrl ? null : await startPostgres()
const target = new URL(givenUrl ?? server?.url ?? '')
target.searchParams.set('schema', `bench_${randomBytes(4).toString('hex')}`)
const fromUrl = `sqlite:${join(folder, 'vanthu.db')}`
const from = await openStore(fromUrl)
const to = await openStore(target.href)
let wrong = 0
try {
  await timed(`${count} documents made`, () => fill(from))
  const source = await openStoreSource(fromUrl)
  for (const run of ['first run', 'second run']) {
    const report = await timed(run, () => migrate({ from: source, to }))
    const { documents, copied, there, differing } = report
    console.log(JSON.stringify({ documents, copied, there, differing }))
    wrong += differing
  }
  const { differing } = await timed('--compare', () => compareStores({ from: source, to }))
  wrong += differing
  await source.close()
  let found = 0
  let answers = 0
  const ask = (store: Store) => async () => {
    const all: unknown[][] = []
    for (const search of searches) all.push(await answersOf(store, search))
    return all
  }
  const there = await timed(`${searches.length} searches in SQLite`, ask(from))
  const here = await timed(`${searches.length} searches in PostgreSQL`, ask(to))
  for (const [index, pagesThere] of there.entries()) {
    answers += pagesThere.length
    const [first] = pagesThere as Array<{ total: number }>
    if (first && first.total > 0) found++
    if (JSON.stringify(pagesThere) === JSON.stringify(here[index])) continue
    wrong++
    console.log(`DIFFERENT: ${JSON.stringify(searches[index])}`)
  }
  console.log(
    `${answers} pages of ${searches.length} searches compared, ${found} of them found something; ${wrong} differences`,
  )
} finally {
  await from.close()
  await to.close()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = wrong === 0 ? 0 : 1
