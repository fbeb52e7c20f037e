// The parent's side of files found inside a document: puts the frames of each together to a stream and gives it to whoever
// takes them, one after the other and at the pace of the taker.
import { PassThrough, type Readable } from 'node:stream'

/** Takes a file found inside a document, whole or not at all: rejects where the stream ends with an error. */
export type TakeMember = (member: {
  name: string
  bytes: Readable
  /** Media types of the files that it came in, the nearest first. */
  within: string[]
}) => Promise<void>

export type MembersTaken = {
  begin(member: { name: string; within: string[] }): void
  push(piece: Buffer): void
  end(isWhole: boolean): void
  /** Resolves when the takers are done, whatever came of it. */
  settled(): Promise<void>
}

const bufferedBytes = 1024 * 1024

/**
 * `pause` and `resume` hold the sender while a taker is behind. `onError` is told when one failed (a full disk), so that the
 * document cannot be finished now.
 */
export function takeMembers(
  take: TakeMember,
  sender: { pause(): void; resume(): void; onError(error: unknown): void },
): MembersTaken {
  type Taking = { stream: PassThrough; isCut: boolean }
  /** The member whose bytes are coming in. */
  let current: Taking | null = null
  /** Members begun and not yet taken. */
  let waiting = 0
  let last: Promise<void> = Promise.resolve()

  /** Bytes are only wanted for the member that is being taken; of those behind it one piece of the pipe is held at most. */
  function keepPace(): void {
    const isWanted =
      waiting === 0 || (waiting === 1 && current && !current.stream.writableNeedDrain)
    if (isWanted) sender.resume()
    else sender.pause()
  }

  async function run(own: Taking, member: { name: string; within: string[] }): Promise<void> {
    try {
      await take({ ...member, bytes: own.stream })
    } catch (error) {
      // That a stream cut off by its sender is not taken is as it should be.
      if (!own.isCut) sender.onError(error)
    }
    waiting--
    keepPace()
  }

  function end(isWhole: boolean): void {
    if (!current) return
    current.isCut = !isWhole
    if (isWhole) current.stream.end()
    else current.stream.destroy(new Error('a file inside could not be read to its end'))
    current = null
    keepPace()
  }

  return {
    begin(member) {
      const own: Taking = {
        stream: new PassThrough({ highWaterMark: bufferedBytes }),
        isCut: false,
      }
      // The taker is told of it; without a listener here it would end this process.
      own.stream.on('error', () => undefined)
      own.stream.on('drain', keepPace)
      current = own
      waiting++
      last = last.then(() => run(own, member))
    },
    push(piece) {
      if (!current || current.stream.destroyed) return
      current.stream.write(piece)
      keepPace()
    },
    end,
    async settled() {
      end(false)
      await last
    },
  }
}
