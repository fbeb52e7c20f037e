// Documents held in the middle of being read: the process that opens them is stopped, so that whatever it is given is under
// way until it is let go, on a slow machine as on a fast one.
import { type Archive, until } from './engines.ts'
import { type Input, idOf } from './inputs.ts'
import { filesIn } from './oracle.ts'
import { kill } from './processes.ts'

/** For archives in which documents are held: one reader, so that it is known which. */
export const oneReader = { VANTHU_PARSE_CONCURRENCY: '1' }

export type Held = {
  /** Id of the document under way. */
  readonly id: string
  /** Ids of the processes that are stopped. */
  readonly pids: readonly number[]
  letGo(): void
}

/** Has `first` read, so that there is a reader, stops it, and puts `next` in: it is under way when this resolves. */
export async function holdReading(archive: Archive, first: Input, next: Input): Promise<Held> {
  const { store } = archive
  await archive.drop([first])
  await until('the first document is read', async () => {
    return (await store.getDocument(idOf(first.bytes)))?.nextJob === null
  })
  const pids = await archive.readers()
  if (pids.length === 0) throw new Error('No process opens documents.')
  for (const pid of pids) kill(pid, 'SIGSTOP')
  await archive.drop([next])
  const id = idOf(next.bytes)
  await until('the next document is under way', async () => {
    const row = await store.getDocument(id)
    return row?.nextJob === 'parse' && row.holder !== null
  })
  await until('its file is shelved', async () => {
    return !(await filesIn(archive.inbox)).includes(next.path)
  })
  return {
    ...{ id, pids },
    letGo: () => {
      for (const pid of pids) kill(pid, 'SIGCONT')
    },
  }
}
