// Names that stumble programs, and what is no document: links, pipes, devices, sizes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aWhile, eventually, openInbox, source } from '../../support/test-inbox.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const today = () => new Date().toISOString().slice(0, 10)

describe('a file is kept under its hash, with its name as it came', () => {
  test.each<[what: string, name: string | Buffer, kept?: string]>([
    ['Vietnamese in parts', 'Báo cáo số 12.txt'.normalize('NFD')],
    ['255 bytes', `${'ộ'.repeat(83)}ab.txt`],
    ['a line break', 'một\nhai.txt'],
    ['a leading dash', '-rf *.txt'],
    ['a device of Windows', 'con.pdf'],
    ['steps upwards, written with backslashes', 'a\\..\\..\\x.txt'],
    ['a mark that turns the direction', 'bao-cao\u202Etxt.exe'],
    ['quotes and signs of the shell', `"';$(touch x)&.txt`],
    ['a space at both ends', ' a.txt '],
    ['no ASCII and no UTF-8', Buffer.from('b\xE1o c\xE1o.txt', 'latin1'), 'b\\xE1o c\\xE1o.txt'],
    ['only an extension', 'a.'],
  ])('%s', async (what, name, kept = String(name)) => {
    const { base, folder, inbox, store, files } = await openInbox()
    await writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]), what)
    await inbox.scan()
    await eventually(async () => (await store.idsAfter('', 9)).length, 1)
    const id = hashOf(what)
    expect(await store.getDocument(id)).toMatchObject({ id, name: kept })
    expect(await store.sourcesOf(id)).toMatchObject([{ name: kept, tags: [] }])
    expect(await readdir(join(base, 'blobs', id.slice(0, 2), id.slice(2, 4)))).toEqual([id])
    await eventually(async () => (await files()).map((path) => path.slice(0, 6)), ['.done/'])
    expect(Buffer.byteLength((await files())[0]?.slice(6) ?? '')).toBeLessThanOrEqual(251)
  })

  test('two whose names differ only in bytes that are no letters are two', async () => {
    const { folder, inbox, store } = await openInbox()
    for (const byte of [0xe1, 0xe2])
      await writeFile(
        Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([byte]), Buffer.from('.txt')]),
        String(byte),
      )
    await mkdir(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe3])]))
    await writeFile(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xe3]), Buffer.from('/a.txt')]),
      'trong',
    )
    await inbox.scan()
    await eventually(async () => (await store.idsAfter('', 9)).length, 3)
    const done = join(folder, '.done', today())
    await eventually(async () => (await readdir(done)).sort(), ['\\xE1.txt', '\\xE2.txt', '\\xE3'])
    await eventually(() => readdir(join(done, '\\xE3')), ['a.txt'])
    expect(await store.sourcesOf(hashOf('trong'))).toMatchObject([{ tags: ['\\xE3'] }])
  })
})

describe('what is refused', () => {
  test('links, pipes and devices: not opened, left where they are, each told once', async () => {
    const { base, folder, inbox, sources, files, store } = await openInbox()
    await writeFile(join(base, 'ngoài.txt'), 'bí mật')
    await symlink(join(base, 'ngoài.txt'), join(folder, 'link.txt'))
    await symlink('/etc', join(folder, 'etc'))
    await symlink('nowhere', join(folder, 'dangling.pdf'))
    execFileSync('mkfifo', [join(folder, 'pipe.pdf')])
    const server = createServer().listen(join(folder, 's.sock'))
    onTestFinished(() => void server.close())
    const hasDevice = makeDevice(join(folder, 'null.pdf'))
    const left = ['link.txt', 'etc', 'dangling.pdf', 'pipe.pdf', 's.sock']
    if (hasDevice) left.push('null.pdf')
    await inbox.scan()
    const expected = [...left, ...left.map((name) => `.failed/${name}.txt`)].sort()
    await eventually(files, expected)
    const note = await readFile(join(folder, '.failed', today(), 'link.txt.txt'), 'utf8')
    expect(note).toMatch(/liên kết[\s\S]*symbolic link/)
    await inbox.scan()
    await aWhile(200)
    expect([await files(), await sources()]).toEqual([expected, []])
    expect((await store.inboxFilesLeft(folder)).map((row) => row.error?.code).sort()).toEqual(
      [...left.map((name) => (/sock|pipe|null/.test(name) ? 'special' : 'link'))].sort(),
    )

    await inbox.close()
    const again = await openInbox({ base })
    await aWhile(200)
    await again.inbox.scan()
    expect(await again.files()).toEqual(expected)
    // A file in the place of a link is taken, and the note about the link goes.
    await writeFile(join(folder, 'thật.txt'), 'thật')
    await rename(join(folder, 'thật.txt'), join(folder, 'link.txt'))
    await again.inbox.scan()
    await eventually(again.sources, [source('link.txt', 'thật')])
    await eventually(
      again.files,
      [...expected, '.done/link.txt']
        .filter((name) => name !== 'link.txt' && name !== '.failed/link.txt.txt')
        .sort(),
    )
  })

  test('an empty file, named with what to do in both languages', async () => {
    const { folder, inbox, sources, files, store } = await openInbox()
    await mkdir(join(folder, '2023'))
    await writeFile(join(folder, '2023', 'rỗng.pdf'), '')
    await inbox.scan()
    await eventually(files, ['.failed/2023/rỗng.pdf', '.failed/2023/rỗng.pdf.txt'])
    const note = await readFile(join(folder, '.failed', today(), '2023', 'rỗng.pdf.txt'), 'utf8')
    expect(note).toBe(
      '\uFEFF2023/rỗng.pdf\r\n\r\nLý do: Tệp rỗng (0 byte).\r\nNên làm: Tệp rỗng: chép lại từ nơi gửi rồi nộp lại.\r\n\r\nReason: The file is empty (0 bytes).\r\nWhat to do: The file is empty: copy it again from its sender and hand it in again.\r\n',
    )
    expect(await sources()).toEqual([])
    expect(await store.knowsInbox(folder)).toBe(true)
  })

  test('a file of 5 GB, before a byte of it is copied', async () => {
    let copied = 0
    const ingest = async () => {
      copied++
      throw new Error('It is not to be read.')
    }
    const { base, folder, inbox, files } = await openInbox({ ingest })
    await writeFile(join(folder, 'lớn.pdf'), '%PDF-1.7')
    await truncate(join(folder, 'lớn.pdf'), 5 * 1024 ** 3)
    await inbox.scan()
    // It has no end: only after long it is believed to be as it is.
    await aWhile(200)
    expect(await files()).toEqual(['lớn.pdf'])
    await inbox.close()
    const patience = { quietMs: 20, unknownMs: 40, incompleteMs: 60 }
    const again = await openInbox({ base, patience, ingest })
    await again.inbox.scan()
    await eventually(again.files, ['.failed/lớn.pdf', '.failed/lớn.pdf.txt'])
    const note = await readFile(join(folder, '.failed', today(), 'lớn.pdf.txt'), 'utf8')
    expect(note).toMatch(/lớn hơn mức được nhận[\s\S]*larger than what is taken in/)
    expect([copied, await again.sources()]).toEqual([0, []])
  })

  test('a file that grows beyond the limit while it is read', async () => {
    const { folder, inbox, files } = await openInbox({ maxBytes: 100 })
    await writeFile(join(folder, 'a.txt'), 'x'.repeat(101))
    await writeFile(join(folder, 'b.txt'), 'x'.repeat(100))
    await inbox.scan()
    await eventually(files, ['.done/b.txt', '.failed/a.txt', '.failed/a.txt.txt'])
  })

  test('a file that the reader may not read, until it may', async () => {
    if (process.getuid?.() === 0) return // The superuser may read everything.
    const { folder, inbox, sources, files } = await openInbox()
    await writeFile(join(folder, 'a.txt'), '1')
    await chmod(join(folder, 'a.txt'), 0)
    await inbox.scan()
    await eventually(files, ['.failed/a.txt.txt', 'a.txt'])
    await inbox.scan()
    await chmod(join(folder, 'a.txt'), 0o600)
    await inbox.scan()
    await eventually(sources, [source('a.txt', '1')])
    await eventually(files, ['.done/a.txt'])
  })

  test('names as long as names may be still get a note beside them', async () => {
    const { folder, inbox, files } = await openInbox()
    const name = `${'ô'.repeat(125)}.docx`
    expect(Buffer.byteLength(name)).toBe(255)
    await (await open(join(folder, name), 'w')).close()
    await inbox.scan()
    // A listing while it is moved may show it in both places.
    await eventually(async () => {
      const [moved = '', ...others] = await files()
      return [moved.startsWith('.failed/ô'), moved.endsWith('.docx'), others]
    }, [true, true, [`.failed/${'ô'.repeat(123)}.docx.txt`]])
  })
})

/** False where this machine does not let us. */
function makeDevice(path: string): boolean {
  try {
    execFileSync('mknod', [path, 'c', '1', '3'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
