// P9, P10: one job for two processes at once, a process that wakes up after its job went to another, doorbells rung over and
// over.
import { describe, expect, test } from 'vitest'
import { openRedisQueue } from '../../src/adapters/queues/redis-queue.ts'
import { runBeside } from './database.ts'
import {
  type Archive,
  engines,
  isLong,
  openArchive,
  patienceMs,
  type Role,
  readerOf,
  runningOf,
  until,
  useEngines,
} from './engines.ts'
import { holdReading, oneReader } from './held.ts'
import { documents, type Input, idOf } from './inputs.ts'
import { calmRun, expectDocuments, expectNothingLeft, expectWhole, settled } from './oracle.ts'
import { forgetJobs, onRedis } from './queue.ts'

const { servers } = useEngines()
/** How often the doorbell of one document is rung. */
const rings = isLong ? 1_000 : 200

describe.each(engines)('%s', { timeout: patienceMs * 2, concurrent: true }, (engine) => {
  test('P9: a process paused past its lease: another does the job, and the late one changes nothing', async () => {
    const inputs = documents(0, 3)
    const [first, next] = inputs as [Input, Input, Input]
    const archive = await openArchive(engine, servers(), oneReader)
    await archive.start()
    const held = await holdReading(archive, first, next)
    const { child } = runningOf(archive, readerOf[engine])
    child.kill('SIGSTOP')
    if (!isLong) await passLease(archive, held.id)
    await archive.start(['other'])
    const ended = await until('another has done the job', async () => {
      const whole = await archive.store.wholeDocument(held.id)
      return whole?.row.nextJob === null && whole
    })
    held.letGo()
    child.kill('SIGCONT')
    await until('the late one was told', () =>
      archive.log.some(({ role, message }) => role === readerOf[engine] && /dropped/.test(message)),
    )
    expect(await archive.store.wholeDocument(held.id)).toEqual(ended)
    await archive.drop(inputs.slice(2))
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test('P9: a job delivered to a second process while the first is at it is done once', async () => {
    const inputs = documents(0, 3)
    const [first, next, last] = inputs as [Input, Input, Input]
    const archive = await openArchive(engine, servers(), oneReader)
    await archive.start()
    const held = await holdReading(archive, first, next)
    const before = await archive.store.getDocument(held.id)
    await archive.start(['other'])
    if (engine === 'distributed') {
      await forgetJobs(archive)
      await ring(archive, [next])
      await archive.drop([last])
    } else {
      await post(archive, 'other', `/api/documents/${held.id}/retry`)
      await upload(archive, 'other', [last])
    }
    // It reads one at a time: when this one is done, it has tried the other.
    await until('the second process has read what came after', () =>
      archive.log.some(
        ({ role, message, document }) =>
          role === 'other' && message === 'parsed' && document === idOf(last.bytes),
      ),
    )
    expect(before?.holder).not.toBeNull()
    expect(await archive.store.getDocument(held.id)).toEqual(before)
    held.letGo()
    await until('all are read', async () => (await archive.store.countStates()).pending === 0)
    await archive.stop()
    expect(timesParsed(archive)).toEqual(new Set([1]))
    await expectNothingLeft(archive)
    await expectDocuments(archive, inputs, await calmRun(engine, servers(), inputs))
  })

  test(`P10: a document rung for ${rings} times is read once, and later rings are heard`, async () => {
    const inputs = documents(0, 3)
    const [first, next] = inputs as [Input, Input, Input]
    const archive = await openArchive(engine, servers(), oneReader)
    await archive.start([...archive.roles, 'serve'])
    const held = await holdReading(archive, first, next)
    await ringOften(archive, next)
    held.letGo()
    await settled(archive, inputs.slice(0, 2))
    expect(timesParsed(archive)).toEqual(new Set([1]))
    // Read again on demand: what is left of the many rings is in nobody's way.
    if (engine === 'distributed') await leaveKeyBehind(archive, held.id)
    await post(archive, 'serve', `/api/documents/${held.id}/reprocess`)
    await until('it is read once more', () => countParsed(archive, held.id) === 2)
    await archive.drop(inputs.slice(2))
    await expectWhole(archive, inputs, await calmRun(engine, servers(), inputs))
    expect(countParsed(archive, held.id)).toBe(2)
  })
})

/** Leaves a lease, and a shared queue, as they are when the time of a process that does not answer is over. */
async function passLease(archive: Archive, id: string): Promise<void> {
  await runBeside(
    archive,
    `UPDATE document SET leased_until = '2000-01-01T00:00:00.000Z' WHERE id = '${id}'`,
  )
  if (archive.engine === 'distributed') await forgetJobs(archive)
}

/** The key by which a waiting job is known, of a job that is no more. */
const leaveKeyBehind = (archive: Archive, id: string) =>
  onRedis(archive, async (redis) => {
    await redis.set(`${archive.schema}:vanthu-parse:de:${id}`, 'gone')
  })

async function ringOften(archive: Archive, input: Input): Promise<void> {
  const all = Array.from({ length: rings }, () => input)
  if (archive.engine === 'distributed') return ring(archive, all)
  // Many a form, and all forms at once: who is read is given up after a minute without getting on.
  const forms = Array.from({ length: 10 }, () => all.slice(0, rings / 10))
  await Promise.all(forms.map((form) => upload(archive, 'serve', form)))
}

/** Rings on the shared queue. */
async function ring(archive: Archive, inputs: readonly Input[]): Promise<void> {
  const queue = await openRedisQueue(archive.environment.VANTHU_QUEUE_URL ?? '', () => {})
  await Promise.all(inputs.map(({ bytes }) => queue.add({ kind: 'parse', id: idOf(bytes) })))
  await queue.close()
}

async function upload(archive: Archive, role: Role, inputs: readonly Input[]): Promise<void> {
  const form = new FormData()
  for (const { path, bytes } of inputs) form.append('file', new File([new Uint8Array(bytes)], path))
  await post(archive, role, '/api/documents', form)
}

async function post(archive: Archive, role: Role, path: string, body?: FormData): Promise<void> {
  const { address } = runningOf(archive, role)
  const answer = await fetch(`${address}${path}`, { method: 'POST', ...(body ? { body } : {}) })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
}

const countParsed = ({ log }: Archive, id: string): number =>
  log.filter(({ message, document }) => message === 'parsed' && document === id).length

/** How often documents were parsed, of all. */
function timesParsed(archive: Archive): Set<number> {
  const parsed = archive.log.filter(({ message }) => message === 'parsed')
  return new Set(parsed.map(({ document }) => countParsed(archive, String(document))))
}
