// What crosses the pipes between the reader and its child processes: frames of one kind letter, a length, and bytes.
//
//   'J' 0x0000002F {"name":"bao-cao.pdf",…}      a job; 'B' the file's bytes follow in a frame of their own
import type { BadDocumentCode } from '../errors.ts'
import type { ParseLimits } from './parser.ts'

/** What the parent asks. `path` where the child is to read the file itself; else a frame of bytes follows. */
export type ReadJob = {
  name: string
  path?: string | undefined
  /** What the bytes must have, in hexadecimal digits. */
  sha256?: string | undefined
  charset?: string | undefined
  within?: readonly string[] | undefined
  /** Whether files found inside are wanted. */
  wantsMembers?: boolean | undefined
  limits: ParseLimits
}

/** How the child says that a document cannot be read ("bad") or that a parser failed ("bug"). */
export type BadFrame = { code: BadDocumentCode; message: string }
export type MemberFrame = { name: string; within: string[] }
export type BugFrame = { message: string; stack: string }

/**
 * J job, B bytes (to the child); P progress, O pages to be read by OCR, E read so far, R result (with T the text
 * before either), X bad document,
 * F failure; M a file found inside begins, D bytes of it, W it is whole, A it ends unfinished (from the child).
 */
export type FrameKind = 'J' | 'B' | 'P' | 'O' | 'T' | 'E' | 'R' | 'X' | 'F' | 'M' | 'D' | 'W' | 'A'

export type Frame = { kind: FrameKind; payload: Buffer }

const headerBytes = 5

/** The header of a frame; the payload is written after it. */
export function frameHeader(kind: FrameKind, length: number): Buffer {
  const header = Buffer.alloc(headerBytes)
  header.write(kind, 0, 'latin1')
  header.writeUInt32LE(length, 1)
  return header
}

/**
 * Puts frames together from the chunks of a stream. `feed` returns the frames that are whole, and pieces of those of files
 * found inside, which are only passed on; it throws RangeError as
 * soon as a header announces more than `maxBytes`, before anything of it is kept.
 */
export function createFrameReader(maxBytes: number): { feed(chunk: Buffer): Frame[] } {
  let kind: FrameKind | null = null
  // Each byte is copied once, to where it stays: payloads may be large.
  let filling = Buffer.alloc(headerBytes)
  let filled = 0
  /** Bytes still to come of a frame that is handed on in pieces. */
  let passing = 0

  function take(chunk: Buffer, frames: Frame[]): number {
    if (passing > 0) {
      const piece = chunk.subarray(0, passing)
      passing -= piece.length
      frames.push({ kind: 'D', payload: piece })
      return piece.length
    }
    const copied = chunk.copy(filling, filled)
    filled += copied
    if (filled < filling.length) return copied
    if (kind !== null) {
      frames.push({ kind, payload: filling })
      kind = null
      filling = Buffer.alloc(headerBytes)
    } else {
      kind = filling.toString('latin1', 0, 1) as FrameKind
      const length = filling.readUInt32LE(1)
      if (length > maxBytes) throw new RangeError(`a frame of ${length} bytes`)
      if (kind === 'D') {
        passing = length
        kind = null
      } else filling = Buffer.allocUnsafe(length)
    }
    filled = 0
    return copied
  }

  return {
    feed(chunk) {
      const frames: Frame[] = []
      for (let at = 0; at < chunk.length || filled === filling.length; )
        at += take(chunk.subarray(at), frames)
      return frames
    },
  }
}
