// Watches one inbox. Events of the system make it quick, a look at all files every minute makes it sure: whatever was missed
// is found then.
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { messageOf } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { Store } from '../../ports/store.ts'
import type { App } from '../app.ts'
import type { Notices } from '../notices.ts'
import { watchFolders } from './folder-events.ts'
import { followDocuments } from './follow-documents.ts'
import { createIntake, type Intake } from './intake.ts'
import { listFiles, lookAt, type Seen, type SeenFolder } from './list-files.ts'
import { type InboxNoticeCode, type PauseCode, pauseOf } from './setbacks.ts'
import { createSettledFiles, type SettledFiles } from './settled-files.ts'
import { isOnShare, stateOf } from './share.ts'
import { shelvesOf } from './shelves.ts'
import type { TakeContext } from './take-file.ts'
import { createWaitingFiles, keyOf, type Patience } from './waiting-files.ts'

export type InboxOptions = {
  /** An absolute path. */
  folder: string
  after: TakeContext['after']
  /** Name of a file that must be in it; where it is missing, the share is not mounted. */
  marker?: string | undefined
  maxBytes: number
  patience: Patience
  /** Pause between two looks at all files; absent: a minute, ten seconds on a share. */
  everyMs?: number | undefined
  /** Pause before the archive is tried again after it could not take a file; grows with every further time. */
  pauseMs?: number | undefined
  /** Whether to listen to events of the system. */
  events?: boolean | undefined
  ingest: App['ingest']
  store: Store
  notices: Notices
  log: Log
}

export type Inbox = {
  /** Looks at all files, now; gives how many were taken or refused. */
  scan(): Promise<number>
  /** Stops looking; waits for the files under way. */
  close(): Promise<void>
}

const everyMsHere = 60_000
const everyMsOnShare = 10_000
/** Between two looks at what became of the documents, and whether the inbox is there. */
const followEveryMs = 10_000
/** A burst of events is one round. */
const gatherMs = 200

/** Starts watching. An inbox that is not known is made, unless it must have a marker. */
export async function watchInbox(options: InboxOptions): Promise<Inbox> {
  const { folder, marker, store, notices, log, pauseMs = 5_000 } = options
  const process = `inbox ${folder} on ${hostname()}`
  const tell = (code: InboxNoticeCode, message: string) => notices.put(process, code, message)
  const takeBack = (code: InboxNoticeCode) => notices.clear(process, code)
  const shelves = shelvesOf(folder)
  const waiting = createWaitingFiles(options.patience)
  /** Null until the store has answered. */
  let known: { settled: SettledFiles; intake: Intake; wasUsed: boolean } | null = null
  /** What stood in the way of the last round. */
  let hindrance: PauseCode | null = null
  /** Names that events told of since the last round. */
  let touched = new Map<string, { folder: SeenFolder; name: Buffer | null }>()
  let everyMs = options.everyMs ?? everyMsHere
  let [nextLookMs, nextFollowMs, lastMark] = [0, 0, '']
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<number> | null = null
  const events = watchFolders((inFolder, name) => {
    touched.set(`${inFolder.path}\n${name?.toString('latin1') ?? ''}`, { folder: inFolder, name })
    schedule(gatherMs)
  }, log)
  const isOurs = (path: string) => path === marker

  /** Whether the inbox can be looked at, told by a notice where it cannot. */
  async function isThere(wasUsed: boolean): Promise<{ mark: string; isEmpty: boolean } | null> {
    const state = await stateOf(folder, marker)
    if (state.is === 'away') {
      await tell('not-mounted', state.message)
      return null
    }
    if (state.isEmpty && wasUsed)
      await tell(
        'not-mounted',
        `The inbox ${folder} is empty, though files were taken from it: if it is a share, it may not be mounted. What comes is taken.`,
      )
    else await takeBack('not-mounted')
    return state
  }

  async function begin() {
    if (known) return known
    const settled = createSettledFiles(await store.inboxFilesLeft(folder))
    const { ingest, after, maxBytes } = options
    const take: TakeContext = { folder, after, maxBytes, shelves, store, ingest, log }
    const intake = createIntake({ ...take, waiting, settled, tell, takeBack, pauseMs })
    known = { settled, intake, wasUsed: await store.knowsInbox(folder) }
    return known
  }

  function noteFile(seen: Seen): void {
    if (known?.settled.has(seen)) waiting.forget(seen.at)
    else waiting.note(seen)
  }

  async function lookBelow(from: SeenFolder) {
    const found = { files: new Set<string>(), folders: new Set<string>(), isWhole: true }
    await listFiles(from, isOurs, {
      files(seen) {
        found.files.add(keyOf(seen.at))
        noteFile(seen)
      },
      folders(seen) {
        found.folders.add(seen.path)
        if (options.events !== false) events.add(seen)
      },
      unreadable(path, error) {
        found.isWhole = false
        log.warn('a folder of the inbox cannot be listed', { path, reason: messageOf(error) })
      },
    })
    return found
  }

  async function lookAtAll({ settled, intake, wasUsed }: NonNullable<typeof known>, mark: string) {
    touched = new Map()
    const { files, folders, isWhole } = await lookBelow({ at: folder, path: '', mark })
    // What is not seen of an inbox that is away is not gone.
    const after = await isThere(wasUsed)
    if (!isWhole || !after || after.isEmpty || after.mark !== mark) return
    waiting.forgetAllBut(files)
    settled.forgetAllBut(files)
    await intake.forgetAllBut(files)
    events.keepOnly(folders)
  }

  async function lookAtTouched(): Promise<void> {
    const names = [...touched.values()]
    touched = new Map()
    for (const { folder: inFolder, name } of names) {
      const seen = name ? await lookAt(inFolder, name, isOurs) : inFolder
      if (seen && 'mark' in seen) await lookBelow(seen)
      else if (seen) noteFile(seen)
    }
  }

  /** One look and what follows from it; gives how many files were taken or refused. */
  async function round(lookAll: boolean): Promise<number> {
    const now = performance.now()
    const there = await isThere(known?.wasUsed ?? false)
    if (!there) {
      nextLookMs = nextFollowMs = now + Math.min(everyMs, everyMsOnShare)
      return 0
    }
    const state = await begin()
    if (lookAll || now >= nextLookMs || there.mark !== lastMark) {
      nextLookMs = now + everyMs
      lastMark = there.mark
      await lookAtAll(state, there.mark)
      await state.intake.moveUnmoved()
    } else await lookAtTouched()
    let count = 0
    for (let taken = -1; taken !== 0 && !closed; ) {
      taken = await state.intake.takeReady(() => closed)
      count += taken
      await lookAtTouched()
    }
    state.wasUsed ||= count > 0 && options.after !== 'delete'
    if (lookAll || now >= nextFollowMs) {
      nextFollowMs = now + followEveryMs
      await followDocuments({ folder, store, shelves })
    }
    return count
  }

  async function safeRound(lookAll: boolean): Promise<number> {
    let why: ReturnType<typeof pauseOf> = null
    let count = 0
    try {
      count = await round(lookAll)
    } catch (error) {
      why = pauseOf(error)
      nextLookMs = nextFollowMs = performance.now() + pauseMs
      if (!why) log.error('the inbox cannot be looked at', { folder, reason: messageOf(error) })
    }
    // One that the intake told of is taken back by it.
    if (hindrance && hindrance !== why?.code && !known?.intake.pausedMs()) await takeBack(hindrance)
    hindrance = why?.code ?? null
    if (why) await tell(why.code, `The inbox ${folder} takes nothing for now: ${why.message}`)
    return count
  }

  /** Runs a round when the one under way is over. */
  function look(lookAll: boolean): Promise<number> {
    const before = running
    const next: Promise<number> = (async () => {
      await before
      return closed ? 0 : safeRound(lookAll)
    })()
    running = next
    void next.then(() => {
      if (running !== next) return
      running = null
      schedule()
    })
    return next
  }

  /** Has the next round begin when something is due, or after `withinMs`. */
  function schedule(withinMs = Number.POSITIVE_INFINITY): void {
    if (closed || running) return
    const now = performance.now()
    const fileMs = Math.max(waiting.untilDueMs() ?? everyMsHere, known?.intake.pausedMs() ?? 0)
    const touchedMs = touched.size > 0 ? gatherMs : everyMsHere
    const ms = Math.min(withinMs, fileMs, touchedMs, nextLookMs - now, nextFollowMs - now)
    clearTimeout(timer)
    timer = setTimeout(() => void look(false), Math.max(20, ms))
  }

  await notices.clear(process)
  if (options.everyMs === undefined && (await isOnShare(folder))) everyMs = everyMsOnShare
  if (marker === undefined && !(await store.knowsInbox(folder).catch(() => true)))
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      log.warn('the inbox cannot be made', { folder, reason: messageOf(error) })
    })
  void look(true)
  return {
    scan: () => look(true),
    async close() {
      closed = true
      clearTimeout(timer)
      events.close()
      await running
    },
  }
}
