// Takes the files of an inbox that are ready, and decides what a failure means: for that file, or for all.
//
//   the archive cannot take anything   a notice, and one file tries now and then; no other is touched meanwhile
//   the file changed, or is gone       looked at anew
//   the file cannot be read            a note, or tried again later and later, with a notice; the others go on
import { BadDocumentError, messageOf } from '../../errors.ts'
import { lookAgain, type Seen } from './list-files.ts'
import type { RefusalCode } from './notes.ts'
import { UnreadableError } from './read-file.ts'
import { type InboxNoticeCode, type PauseCode, pauseOf } from './setbacks.ts'
import type { SettledFiles } from './settled-files.ts'
import { ChangedError } from './shelves.ts'
import {
  refusalOf,
  refuseFile,
  shelve,
  type TakeContext,
  type Taken,
  takeFile,
} from './take-file.ts'
import { keyOf, type WaitingFiles } from './waiting-files.ts'

export type IntakeContext = TakeContext & {
  waiting: WaitingFiles
  settled: SettledFiles
  /** Tells people something, and takes it back. */
  tell(code: InboxNoticeCode, message: string): Promise<void>
  takeBack(code: InboxNoticeCode): Promise<void>
  /** First pause before the archive is tried again. */
  pauseMs: number
}

export type Intake = {
  /** Takes and refuses what is ready, a few at once; gives how many files are settled by that. Until `isClosed`. */
  takeReady(isClosed: () => boolean): Promise<number>
  /** Moves what could not be moved when it was taken or refused, as soon as that is permitted. */
  moveUnmoved(): Promise<void>
  /** Files that are gone cannot be stuck. */
  forgetAllBut(present: ReadonlySet<string>): Promise<void>
  /** Milliseconds until the archive is tried again; 0 where it takes what comes. */
  pausedMs(): number
}

/** Files taken at once. Each waits for the disk several times. */
const lanes = 4
/** Files taken before what has come meanwhile is looked at. */
const roundFiles = 200
const longestPauseMs = 60_000
/** The first time that a file is put off, in pauses. */
const putOffTimes = 12
const longestPutOffMs = 3_600_000

export function createIntake(context: IntakeContext): Intake {
  const { folder, waiting, settled, tell, takeBack, shelves, store, log } = context
  let pause: { code: PauseCode; key: string; untilMs: number; times: number } | null = null
  /** Paths of files that cannot be taken though the archive takes others. */
  const stuck = new Map<string, string>()

  /** Takes or refuses one file; gives whether it is settled. */
  async function handle(seen: Seen): Promise<boolean> {
    try {
      const refusal = refusalOf(seen, context.maxBytes)
      await settle(seen, refusal ? await refuse(seen, refusal) : await takeFile(context, seen))
      await resume()
      return true
    } catch (error) {
      return react(seen, error)
    }
  }

  /** One that is refused for the same reason as before has its note already. */
  async function refuse(seen: Seen, code: RefusalCode): Promise<Taken> {
    const before = settled.rowAt(seen.path)
    const isKnown =
      before?.error?.code === code && before.size === seen.size && before.mtimeMs === seen.mtimeMs
    if (isKnown) return { row: before, unmoved: null }
    log.warn('refused in the inbox', { name: seen.path, code })
    return refuseFile(context, seen, code)
  }

  async function settle(seen: Seen, { row, unmoved }: Taken): Promise<void> {
    const before = settled.rowAt(seen.path)
    if (before && before.number !== row.number) await store.changeInboxFile(before.number, null)
    // The note told of what lay there before.
    if (before?.notePath && before.notePath !== row.notePath)
      await shelves.remove(before.notePath).catch((error: unknown) => {
        log.warn('a note stays', { note: before.notePath, reason: messageOf(error) })
      })
    waiting.forget(seen.at)
    if (stuck.delete(keyOf(seen.at)) && stuck.size === 0) await takeBack('stuck')
    if (row.shelf === 'left') settled.add(seen, row)
    else settled.forget(seen.path)
    if (unmoved)
      await tell(
        'not-movable',
        `Files that were taken stay in the inbox ${folder}, which does not let them be moved: ${unmoved}. None is taken twice.`,
      )
  }

  async function react(seen: Seen, error: unknown): Promise<boolean> {
    const { code } = error as { code?: unknown }
    if (error instanceof ChangedError || (error instanceof UnreadableError && code === 'ENOENT')) {
      log.info('looked at anew', { name: seen.path, reason: error.message })
      await lookAnew(seen)
      return false
    }
    if (error instanceof BadDocumentError && code === 'too-large')
      return refuseNow(seen, 'too-large')
    if (error instanceof UnreadableError)
      return code === 'EACCES' || code === 'EPERM'
        ? refuseNow(seen, 'unreadable')
        : putOff(seen, error)
    const why = pauseOf(error)
    if (!why) return putOff(seen, error)
    // Files that are taken side by side fail together: that is one failure.
    const isSame = pause !== null && performance.now() < pause.untilMs
    const times = (pause?.times ?? 0) + (isSame ? 0 : 1)
    if (pause && pause.code !== why.code) await takeBack(pause.code)
    const ms = Math.min(longestPauseMs, context.pauseMs * 2 ** Math.min(times - 1, 10))
    pause = { code: why.code, key: keyOf(seen.at), untilMs: performance.now() + ms, times }
    await tell(why.code, `The inbox ${folder} takes nothing for now: ${why.message}`)
    return false
  }

  async function lookAnew(seen: Seen): Promise<void> {
    waiting.forget(seen.at)
    const now = await lookAgain(seen)
    if (now) waiting.note(now)
  }

  async function refuseNow(seen: Seen, code: RefusalCode): Promise<boolean> {
    try {
      await settle(seen, await refuse(seen, code))
      return true
    } catch (error) {
      return putOff(seen, error)
    }
  }

  /** The others go on. */
  async function putOff(seen: Seen, error: unknown): Promise<false> {
    waiting.putOff(seen, putOffTimes * context.pauseMs, longestPutOffMs)
    stuck.set(keyOf(seen.at), seen.path)
    log.error('a file stays in the inbox', { name: seen.path, reason: messageOf(error) })
    await tell(
      'stuck',
      `Files in the inbox ${folder} that could not be taken and are tried again: ${stuck.size}. The last was ${seen.path}: ${messageOf(error)}`,
    )
    return false
  }

  async function resume(): Promise<void> {
    if (!pause) return
    const { code } = pause
    pause = null
    await takeBack(code)
  }

  return {
    async takeReady(isClosed) {
      if (pause && performance.now() < pause.untilMs) return 0
      if (waiting.size === 0) await resume()
      const before = pause
      const ready = await waiting.ready(roundFiles)
      // The one that could not be taken tries first, and alone, whether the archive takes it now.
      const probe = before && (ready.find((seen) => keyOf(seen.at) === before.key) ?? ready[0])
      const queue = (probe ? [probe] : ready).values()
      let count = 0
      const lane = async () => {
        for (const seen of queue) {
          if (await handle(seen)) count++
          if (isClosed() || pause) return
        }
      }
      await Promise.all(Array.from({ length: lanes }, lane))
      return count
    },

    async moveUnmoved() {
      for (const { seen, row } of settled.unmoved()) {
        if (row.documentId !== null && context.after === 'leave') continue
        try {
          const taken = await (row.error
            ? refuseFile(context, seen, row.error.code as RefusalCode)
            : shelve(context, seen, row))
          await settle(seen, taken)
          if (taken.unmoved) return
        } catch (error) {
          const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT'
          if (!isGone && !(error instanceof ChangedError)) throw error
          settled.forget(seen.path)
          await lookAnew(seen)
        }
      }
      await takeBack('not-movable')
    },

    async forgetAllBut(present) {
      for (const key of stuck.keys()) if (!present.has(key)) stuck.delete(key)
      if (stuck.size === 0) await takeBack('stuck')
    },

    pausedMs: () => (pause ? Math.max(0, pause.untilMs - performance.now()) : 0),
  }
}
