// I1–I3, I5, I7–I11: files as people, scanners and shares bring them, all in one go, into the inbox of real processes. What is
// to be seen of each is looked at when all is done.
import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, readFile, rename, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeDocx, p } from '../support/make-docx.ts'
import { writePdf } from '../support/write-pdf.ts'
import {
  type Archive,
  engines,
  inboxOf,
  isLong,
  noticesOf,
  openArchive,
  patienceMs,
  runningOf,
  until,
  useEngines,
} from './engines.ts'
import { documents, idOf, pageOf, textOf, wordOf } from './inputs.ts'
import { expectNothingLeft, expectOriginals, expectVerified, filesIn } from './oracle.ts'
import { peakMb, writtenMb } from './processes.ts'
import {
  deleteSoon,
  fillLaidOut,
  makeDevice,
  replaceAgainAndAgain,
  sparse,
  writeInBursts,
} from './writers.ts'

const { servers } = useEngines()

const words = 'Báo cáo giao ban cụm thi đua số 5. '
const pdfOf = (text: string) =>
  Buffer.from(writePdf([{ texts: [{ x: 72, y: 92, text: `${text} ${words.repeat(3_000)}` }] }]))
const slow = pdfOf('Viết từng đợt')
const half = pdfOf('Mới có một nửa')
const laidOut = makeDocx({ body: p(words.repeat(4_000)) })
const versions = Array.from({ length: 6 }, (_, n) => pageOf(100 + n))
const [first, second] = [textOf(50), textOf(51)]
const largeMb = isLong ? 190 : 40

const passedOver = [
  '.DS_Store',
  '~$a.docx',
  'b.pdf.part',
  'c.pdf.crdownload',
  'Thumbs.db',
  '@eaDir/d.pdf',
]
/** Names as they are given, and as they are kept where that differs. */
const names: Array<[what: string, name: string | Buffer, kept?: string]> = [
  ['in the writing of a Mac', 'Báo cáo số 12.txt'.normalize('NFD')],
  ['of 255 bytes', `${'ộ'.repeat(83)}ab.txt`],
  ['with a line break', 'một\nhai.txt'],
  ['with a leading dash', '-rf *.txt'],
  ['with steps upwards', 'a\\..\\..\\x.txt'],
  ['of a device of Windows', 'con.pdf.txt'],
  ['that turns the direction', 'bao-cao\u202Etxt.txt'],
  ['that is no UTF-8', Buffer.from('b\xE1o c\xE1o.txt', 'latin1'), 'b\\xE1o c\\xE1o.txt'],
]
const notFiles = ['etc', 'link.txt', 'pipe.pdf', 'null.pdf']

describe.each(engines)('%s', { timeout: patienceMs }, (engine) => {
  let archive: Archive
  let takenInHalf: string[] = []
  /** What was not done in time: of one fault only, so the others are looked at all the same. */
  let unsettled: string[] = []
  const path = (name: string) => join(archive.inbox, name)
  const idsFrom = async (place: string) => {
    const found: string[] = []
    for (const id of await archive.store.idsAfter('', 1_000))
      if ((await archive.store.sourcesOf(id)).some((one) => one.place === place)) found.push(id)
    return found
  }
  /** Files that are not where they belong yet, but for the half, and a word where documents are not read yet. */
  const stillToDo = async () => {
    const failed = await shelf('failed')
    const { pending } = await archive.store.countStates()
    return [
      ...(await filesIn(archive.inbox)).filter(
        (file) => !/^\.|^nửa/.test(file) && !passedOver.includes(file) && !notFiles.includes(file),
      ),
      ...['chương trình.pdf', 'lớn.txt'].filter((file) => !failed.includes(file)),
      ...(pending > 0 ? ['pending'] : []),
    ]
  }
  /** Paths on a shelf, without its date. */
  const shelf = async (name: 'done' | 'failed') =>
    (await filesIn(path(`.${name}`))).map((file) => file.slice('2026-01-05/'.length))

  beforeAll(async () => {
    archive = await openArchive(engine, servers(), { VANTHU_INBOX_QUIET_SECONDS: '1' })
    await writeFile(path('nửa.pdf'), half.subarray(0, half.length / 2))
    await archive.start()
    const slowly = [
      writeInBursts(path('từng đợt.pdf'), slow),
      fillLaidOut(path('samba.docx'), laidOut),
      replaceAgainAndAgain(path('thay.html'), versions),
      deleteSoon(path('xóa.pdf'), slow),
    ]
    for (const name of passedOver) {
      await mkdir(dirname(path(name)), { recursive: true })
      await writeFile(path(name), slow)
    }
    await writeFile(path('đổi tên.part'), textOf(60))
    for (const [name, year] of [
      ['cũ.txt', 1975],
      ['mới.txt', 2099],
    ] as const) {
      await writeFile(path(name), textOf(year))
      await utimes(path(name), new Date(year, 1), new Date(year, 1))
    }
    await archive.drop([
      ...documents(0, 2),
      { path: 'hai tên.txt', bytes: textOf(0), ends: 'read' },
      { path: 'phiên bản.txt', bytes: first, ends: 'read' },
      { path: 'là word.pdf', bytes: wordOf(70), ends: 'read' },
      { path: 'LÀ TRANG.DOCX', bytes: pageOf(1), ends: 'read' },
      { path: 'không đuôi', bytes: textOf(71), ends: 'read' },
      { path: 'chương trình.pdf', bytes: program, ends: 'failed' },
      { path: 'rỗng.docx', bytes: Buffer.alloc(0), ends: 'refused' },
    ])
    for (const [what, name] of names)
      await writeFile(Buffer.concat([Buffer.from(`${archive.inbox}/`), Buffer.from(name)]), what)
    await symlink('/etc', path('etc'))
    await symlink('/etc/hostname', path('link.txt'))
    execFileSync('mkfifo', [path('pipe.pdf')])
    makeDevice(path('null.pdf'))
    await sparse(path('lớn.txt'), largeMb)
    await sparse(path('lớn hơn.txt'), 500)
    await sparse(path('quá lớn.txt'), 5 * 1024)
    await rename(path('đổi tên.part'), path('đổi tên.txt'))
    await Promise.all(slowly)
    await until('the first version is taken', () => archive.store.getDocument(idOf(first)))
    await archive.drop([{ path: 'phiên bản.txt', bytes: second, ends: 'read' }])
    const endAt = performance.now() + patienceMs
    do {
      await wait(200)
      unsettled = await stillToDo()
    } while (unsettled.length > 0 && performance.now() < endAt)
    takenInHalf = await idsFrom('nửa.pdf')
    await appendFile(path('nửa.pdf'), half.subarray(half.length / 2))
    await until(
      'the half is whole, and read',
      async () => {
        return (await archive.store.getDocument(idOf(half)))?.nextJob === null
      },
      200,
    )
  }, patienceMs * 3)

  test('I1: written in bursts, or laid out in full size first: taken whole', async () => {
    expect(await idsFrom('từng đợt.pdf')).toEqual([idOf(slow)])
    expect(await idsFrom('samba.docx')).toEqual([idOf(laidOut)])
  })
  test('I2: there in half at the start: taken whole', async () => {
    expect(takenInHalf).toEqual([])
    expect(await idsFrom('nửa.pdf')).toEqual([idOf(half)])
  })
  test('I3: names for a while are passed over, the final one is taken once', async () => {
    expect(await idsFrom('đổi tên.txt')).toEqual([idOf(textOf(60))])
    expect(await filesIn(archive.inbox)).toEqual(expect.arrayContaining(passedOver))
    const places = (await allSources(archive)).map(({ place }) => place)
    expect(places.filter((place) => passedOver.includes(place ?? ''))).toEqual([])
  })
  test('I5: times in the past and the future do not matter', async () => {
    expect(await shelf('done')).toEqual(expect.arrayContaining(['cũ.txt', 'mới.txt']))
  })
  test('I7: replaced again and again, deleted: what is kept is what was read, and the last one', async () => {
    const kept = await idsFrom('thay.html')
    expect(versions.map(idOf)).toEqual(expect.arrayContaining(kept))
    expect(kept).toContain(idOf(versions.at(-1) ?? first))
    const moved = (await shelf('done')).filter((file) => /^thay( \(\d+\))?\.html$/.test(file))
    // What is replaced after it was read is kept, and lies nowhere else any more.
    expect(moved.length).toBeGreaterThan(0)
    expect(moved.length).toBeLessThanOrEqual(kept.length)
    expect(await idsFrom('xóa.pdf')).toEqual([])
    expect(await noticesOf(archive)).toEqual([])
  })
  test('I8: the same bytes twice are one document, other bytes of a name another version', async () => {
    const { store } = archive
    const sources = await store.sourcesOf(idOf(textOf(0)))
    expect(sources.map(({ place }) => place).sort()).toEqual(['2024/văn bản 0.txt', 'hai tên.txt'])
    const linked = await store.versionsOf(idOf(first), 9)
    expect(linked.map(({ id }) => id)).toEqual([idOf(first), idOf(second)])
  })
  test.each(names)(
    'I9: a name %s is kept as it came, and leads nowhere',
    async (what, name, kept = String(name)) => {
      const id = idOf(Buffer.from(what))
      expect((await archive.store.getDocument(id))?.name).toBe(kept)
      expect((await archive.store.sourcesOf(id)).map((one) => one.name)).toEqual([kept])
      expect(unsettled).not.toContain(String(name))
    },
  )
  test('I9: links, pipes and devices are refused where they are, and told of', async () => {
    const left = await archive.store.inboxFilesLeft(archive.inbox)
    const codes = left.map(({ path: place, error }) => `${place}: ${error?.code}`).sort()
    expect(codes).toEqual(['etc: link', 'link.txt: link', 'null.pdf: special', 'pipe.pdf: special'])
    expect(await shelf('failed')).toEqual(
      expect.arrayContaining(notFiles.map((name) => `${name}.txt`)),
    )
  })
  test('I10: types are known by what is in them; what cannot be read is told by name', async () => {
    const { store } = archive
    const typeOf = async (bytes: Buffer) => (await store.getDocument(idOf(bytes)))?.mediaType
    expect(await typeOf(wordOf(70))).toMatch(/wordprocessingml/)
    expect(await typeOf(pageOf(1))).toBe('text/html')
    expect(await typeOf(textOf(71))).toBe('text/plain')
    const failed = await store.getDocument(idOf(program))
    expect(failed).toMatchObject({
      state: 'failed',
      name: 'chương trình.pdf',
      error: { code: 'unsupported' },
    })
    expect(await noteOf('chương trình.pdf')).toMatch(/Lý do:.*Reason:/s)
  })
  test(`I11: nothing, ${largeMb} MB, 500 MB and 5 GB: told by name, in little memory, and not copied to be refused`, async () => {
    const refused = ['rỗng.docx', 'lớn hơn.txt', 'quá lớn.txt']
    expect(await shelf('failed')).toEqual(
      expect.arrayContaining(refused.flatMap((name) => [name, `${name}.txt`])),
    )
    expect(await noteOf('rỗng.docx')).toMatch(/is empty/)
    for (const name of refused.slice(1))
      expect(await noteOf(name)).toMatch(/larger than what is taken in/)
    for (const name of refused) expect(await idsFrom(name)).toEqual([])
    const [id = ''] = await idsFrom('lớn.txt')
    expect((await archive.store.getDocument(id))?.state).toBe('failed')
    const pid = runningOf(archive, inboxOf[engine]).child.pid ?? 0
    expect(await peakMb(pid)).toBeLessThan(300)
    expect(await writtenMb(pid)).toBeLessThan(largeMb + 100)
  })
  test('all of them: every original is there with its hash, and nothing else is', async () => {
    expect(unsettled).toEqual([])
    await archive.stop()
    await expectNothingLeft(archive)
    await expectOriginals(archive)
    await expectVerified(archive)
    const sources = await allSources(archive)
    const places = sources.map(({ place, id }) => `${place}: ${id}`)
    expect(new Set(places).size).toBe(places.length)
    const ids = new Set(sources.map(({ id }) => id))
    for (const file of await filesIn(path('.done')))
      expect(ids).toContain(idOf(await readFile(path(`.done/${file}`))))
  })

  const noteOf = async (name: string) => {
    const notes = await filesIn(path('.failed'))
    return readFile(path(`.failed/${notes.find((file) => file.endsWith(`/${name}.txt`))}`), 'utf8')
  }
})

/** The beginning of a program of Windows. */
const program = Buffer.concat([
  Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'),
  Buffer.alloc(112),
  Buffer.from('PE\0\0', 'latin1'),
  Buffer.from(Array.from({ length: 4_000 }, (_, n) => (n * n * 31) % 256)),
])

async function allSources({ store }: Archive) {
  const all: Array<{ id: string; place: string | null }> = []
  for (const id of await store.idsAfter('', 1_000))
    for (const { place } of await store.sourcesOf(id)) all.push({ id, place })
  return all
}
