// P17, P18: a backup made while the archive works, brought to a clean machine; an original that a disk has damaged.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fiftyQueries } from '../support/fill-store.ts'
import { blobPath, flipByte } from '../support/flip-byte.ts'
import { runCli } from '../support/run-cli.ts'
import {
  type Archive,
  engines,
  openArchive,
  patienceMs,
  runningOf,
  until,
  useEngines,
} from './engines.ts'
import { documents, type Input, idOf } from './inputs.ts'
import { calmRun, expectDocuments, expectWhole, settled } from './oracle.ts'

const { servers } = useEngines()

describe.each(engines)('%s', { timeout: patienceMs * 2, concurrent: true }, (engine) => {
  test('P17: backed up at work, restored elsewhere, its index lost and made anew: the same answers', async () => {
    const inputs = documents(0, 16)
    const [before, meanwhile] = [inputs.slice(0, 12), inputs.slice(12)]
    const archive = await openArchive(engine, servers())
    await archive.start()
    await archive.drop(before)
    await settled(archive, before)
    const file = join(archive.base, 'backup.tar')
    const making = command(archive, 'backup', file)
    await archive.drop(meanwhile)
    await making
    await settled(archive, inputs)
    const answers = await answersOf(archive)

    const elsewhere = await openArchive(engine, servers())
    await command(elsewhere, 'restore', file)
    expect((await elsewhere.store.countStates()).extracted).toBeGreaterThanOrEqual(before.length)
    await elsewhere.start()
    await elsewhere.drop(meanwhile)
    await until('all are read there', async () => {
      const { extracted, pending } = await elsewhere.store.countStates()
      return pending === 0 && extracted === inputs.length
    })
    expect(await answersOf(elsewhere)).toEqual(answers)
    await elsewhere.store.emptyIndex()
    expect(await answersOf(elsewhere)).not.toEqual(answers)
    await command(elsewhere, 'reindex')
    expect(await answersOf(elsewhere)).toEqual(answers)
    await elsewhere.stop()
    expect(await command(elsewhere, 'verify')).toContain('All is well.')
    const calm = await calmRun(engine, servers(), inputs)
    await expectDocuments(elsewhere, inputs, calm)
    await expectWhole(archive, inputs, calm)
  })

  test('P18: one bit of an original flipped: it is named, served with a warning, and never mended in silence', async () => {
    const inputs = documents(0, 4)
    const [, damaged] = inputs as [Input, Input]
    const id = idOf(damaged.bytes)
    const archive = await openArchive(engine, servers())
    await archive.start([...archive.roles, 'serve'])
    await archive.drop(inputs)
    await settled(archive, inputs)
    const path = blobPath(archive.blobs, id)
    await flipByte(path)
    const bytes = await readFile(path)
    const verified = await runCli(['verify', '--json'], { ...archive, cwd: archive.base })
    expect(verified.status).not.toBe(0)
    expect(JSON.parse(verified.stdout).findings).toMatchObject([
      { what: 'altered', id, name: damaged.path },
    ])
    const { address } = runningOf(archive, 'serve')
    const served = await fetch(`${address}/api/documents/${id}/original`)
    expect([served.status, served.headers.get('x-vanthu-original')]).toEqual([200, 'altered'])
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes)
    await archive.stop()
    await archive.start([...archive.roles, 'serve'])
    expect(await readFile(path)).toEqual(bytes)
    // Whoever hands the file in again gives its bytes back.
    await archive.drop([{ ...damaged, path: 'lại/bản gốc.html' }])
    const all: Input[] = [...inputs, { ...damaged, path: 'lại/bản gốc.html' }]
    await expectWhole(archive, all, await calmRun(engine, servers(), inputs))
  })
})

/** Runs a command of vanthu on an archive; gives what it says. Throws where it does not end well. */
async function command({ base, environment }: Archive, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await runCli(args, { cwd: base, environment })
  if (status !== 0) throw new Error(`vanthu ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

const answersOf = ({ store }: Archive) =>
  Promise.all(fiftyQueries.map((query) => store.search({ ...query, limit: 20 })))
