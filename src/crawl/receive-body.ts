// The body of an answer → a file: unpacked by our own counters, hashed on the way, and only left there when it is whole.
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import { messageOf, TransientError } from '../errors.ts'
import { failed, later } from './fetch-fault.ts'

export type Received = { file: string; size: number; sha256: string; cutAtLimit: boolean }

export type ReceiveOptions = {
  folder: string
  host: string
  /** Content-Encoding as sent; undefined where there was none. */
  encoding: string | undefined
  /** Most bytes as sent, and most bytes unpacked. */
  sentBytes: number
  bodyBytes: number
  /** Leave the rest of too large a body in place of failing. */
  cutAtLimit: boolean
  /** Called for every piece that comes. */
  onPiece: () => void
}

/**
 * Writes a body into a new file of the folder.
 * @throws FetchFault where it is too large, not what its encoding says, or ends early; whatever the stream throws;
 *   TransientError where the file cannot be written. No file is left then.
 */
export async function receiveBody(body: Readable, options: ReceiveOptions): Promise<Received> {
  const file = join(options.folder, `fetch-${randomUUID()}.part`)
  const handle = await onDisk(file, () => open(file, 'wx', 0o600))
  let whole = false
  try {
    const received = await writeTo(handle, file, body, options)
    whole = true
    return received
  } finally {
    body.destroy()
    await handle.close()
    if (!whole) await rm(file, { force: true })
  }
}

async function writeTo(
  handle: FileHandle,
  file: string,
  body: Readable,
  options: ReceiveOptions,
): Promise<Received> {
  const hash = createHash('sha256')
  let size = 0
  let cutAtLimit = false
  for await (const piece of await unpacked(counted(body, options), options)) {
    const fits = piece.subarray(0, options.bodyBytes - size)
    size += fits.length
    hash.update(fits)
    await onDisk(file, () => handle.writeFile(fits))
    if (fits.length === piece.length) continue
    if (!options.cutAtLimit) throw tooLarge(options)
    cutAtLimit = true
    break
  }
  return { file, size, sha256: hash.digest('hex'), cutAtLimit }
}

const tooLarge = ({ encoding, host, bodyBytes }: ReceiveOptions): Error =>
  encoding
    ? failed('bomb', `The body of ${host} unpacks to more than ${bodyBytes} bytes.`)
    : failed('too-large', `The body of ${host} is larger than ${bodyBytes} bytes.`)

async function* counted(body: Readable, options: ReceiveOptions): AsyncGenerator<Buffer> {
  let sent = 0
  for await (const piece of body as AsyncIterable<Buffer>) {
    options.onPiece()
    sent += piece.length
    if (sent > options.sentBytes)
      throw failed(
        'too-large',
        `The body of ${options.host} is larger than ${options.sentBytes} bytes as sent.`,
      )
    yield piece
  }
}

/** The pieces with Content-Encoding undone. The first is looked at before: "deflate" is used for two formats. */
async function unpacked(
  pieces: AsyncGenerator<Buffer>,
  { encoding, host }: ReceiveOptions,
): Promise<AsyncIterable<Buffer>> {
  if (encoding === undefined) return pieces
  const first = await pieces.next()
  if (first.done) return pieces
  const decoder = decoderOf(encoding, first.value)
  if (!decoder)
    throw failed('bad-encoding', `${host} packs its body in a way we do not read: ${encoding}`)
  async function* all(): AsyncGenerator<Buffer> {
    yield first.value
    yield* pieces
  }
  // Its callback is there because it must be: the loop over the decoder sees every error.
  const stream = pipeline(all(), decoder, () => undefined)
  return translated(stream, host)
}

function decoderOf(encoding: string, first: Buffer) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()
    case 'br':
      return createBrotliDecompress()
    case 'zstd':
      // A window above 8 MiB is not allowed on the web (RFC 9659); it would be our memory.
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } })
    default:
      return null
  }
}

/** What zlib says, in our words: a packed body that stops early is cut, one that is no such thing is wrong. */
async function* translated(stream: AsyncIterable<Buffer>, host: string): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'Z_BUF_ERROR')
      throw later('cut', `The packed body of ${host} ends early.`, 0, error)
    if (/^(?:Z_|ERR_|ZSTD_)/.test(code) && !code.startsWith('ERR_STREAM'))
      throw failed(
        'bad-encoding',
        `The body of ${host} is not packed as it says: ${messageOf(error)}`,
        error,
      )
    throw error
  }
}

async function onDisk<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw new TransientError(`${file} could not be written: ${messageOf(error)}`, { cause: error })
  }
}
