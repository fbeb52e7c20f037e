// What crosses the pipes between the reader and its child processes: frames of one kind letter, a length, and bytes.
//
//   'J' 0x0000002F {"name":"bao-cao.pdf",…}      a job; 'B' the file's bytes follow in a frame of their own
import type { DocumentErrorCode } from '../model.ts'
import type { ParseLimits } from './parser.ts'

/** What the parent asks. `path` where the child is to read the file itself; else a frame of bytes follows. */
export type ReadJob = {
  name: string
  path?: string | undefined
  charset?: string | undefined
  limits: ParseLimits
}

/** How the child says that a document cannot be read ("bad") or that a parser failed ("bug"). */
export type BadFrame = { code: Exclude<DocumentErrorCode, 'bug'>; message: string }
export type BugFrame = { message: string; stack: string }

/** J job, B bytes (to the child); P progress, E read so far, R result, X bad document, F failure (from the child). */
export type FrameKind = 'J' | 'B' | 'P' | 'E' | 'R' | 'X' | 'F'

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
 * Puts frames together from the chunks of a stream. `feed` returns the frames that are whole; it throws RangeError as
 * soon as a header announces more than `maxBytes`, before anything of it is kept.
 */
export function createFrameReader(maxBytes: number): { feed(chunk: Buffer): Frame[] } {
  let chunks: Buffer[] = []
  let buffered = 0
  let wanted = headerBytes
  let kind: FrameKind | null = null
  return {
    feed(chunk) {
      chunks.push(chunk)
      buffered += chunk.length
      const frames: Frame[] = []
      while (buffered >= wanted) {
        const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, buffered)
        const piece = all.subarray(0, wanted)
        chunks = [all.subarray(wanted)]
        buffered -= wanted
        if (kind === null) {
          kind = piece.toString('latin1', 0, 1) as FrameKind
          wanted = piece.readUInt32LE(1)
          if (wanted > maxBytes) throw new RangeError(`a frame of ${wanted} bytes`)
        } else {
          frames.push({ kind, payload: piece })
          kind = null
          wanted = headerBytes
        }
      }
      return frames
    },
  }
}
