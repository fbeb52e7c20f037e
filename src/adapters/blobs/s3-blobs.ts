// Blobs on S3-compatible storage: objects named by the SHA-256 of what is in them, in "folders" of two levels as in the
// embedded store:
//
//   <prefix>/3f/2a/3f2a9c…   and <prefix>/.vanthu, written at every opening to see that it may be
//
// The server gets and checks the SHA-256 (x-amz-checksum-sha256, where it knows it) and the MD5 (Content-MD5, everywhere).
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { TransientError, UserError } from '../../errors.ts'
import type { BlobStore } from '../../ports/blobs.ts'
import { openScratchFolder } from '../scratch-folder.ts'
import { readS3Address } from './s3-address.ts'
import { listObjects } from './s3-list.ts'
import { s3RefusalOf, statusOf } from './s3-refusal.ts'

const connectTimeoutMs = 5_000
/** How long a connection may be silent. */
const silenceMs = 60_000
/** Waits before a request is tried again; an outage that lasts longer is the queue's to wait for. */
const pausesMs = [250, 1_000]
const probeText = 'vanthu keeps blobs beside this.\n'
const quiet = () => {}

/**
 * Opens the blobs at an address (s3-address.ts), with credentials of the environment or wherever the AWS SDK finds them.
 * Throws UserError where bucket, credentials or rights are missing, TransientError where the server is not reached. `readOnly`: nothing
 * is written, and vanthu's blobs must be there.
 */
export async function openS3Blobs(
  url: string,
  { silenceMs: socketTimeout = silenceMs, readOnly = false } = {},
): Promise<BlobStore> {
  const address = readS3Address(url)
  const { bucket, prefix, endpoint, region, shown } = address
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // A stream is not sent twice by the SDK, so trying again is done here, for all requests alike.
    maxAttempts: 1,
    // Checksums are given where they matter; others, sent in trailers, are not understood by every server.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: connectTimeoutMs, socketTimeout },
    logger: { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet },
  })
  const keyOf = (id: string): string => {
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error(`"${id}" is no SHA-256 in lower case.`)
    return `${prefix}${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`
  }
  let isOpen = false
  const call = <T>(run: () => Promise<T>): Promise<T> =>
    tryAgain(() =>
      run().catch((error: unknown) => {
        const refusal = s3RefusalOf(error, address)
        // Rights that are lost on the way may come back: no document is given up for them.
        throw isOpen && refusal instanceof UserError
          ? new TransientError(refusal.message, { cause: error })
          : refusal
      }),
    )

  /** What the server says of an object; null where there is none. */
  const head = (key: string): Promise<HeadObjectCommandOutput | null> =>
    call(async () => {
      try {
        return await client.send(
          new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }),
        )
      } catch (error) {
        if (statusOf(error) === 404) return null
        throw error
      }
    })

  const upload = (key: string, path: string, { id, bytes, md5 }: Spooled) =>
    call(async () => {
      const body = createReadStream(path)
      const giveUp = new AbortController()
      // The SDK pipes the stream and does not hear of its errors.
      const unreadable = new Promise<never>((_, reject) => {
        body.once('error', (error) => {
          giveUp.abort()
          reject(error)
        })
      })
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: body,
        ContentLength: bytes,
        ContentType: 'application/octet-stream',
        ContentMD5: Buffer.from(md5, 'hex').toString('base64'),
        ChecksumSHA256: Buffer.from(id, 'hex').toString('base64'),
      })
      try {
        await Promise.race([unreadable, client.send(put, { abortSignal: giveUp.signal })])
      } finally {
        body.destroy()
      }
    })

  /** Writes an object into a file; returns the SHA-256 of what came. */
  const download = (id: string, path: string): Promise<string> =>
    call(async () => {
      const { Body } = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(id) }))
        .catch((error: unknown) => {
          if ((error as Error).name === 'NoSuchKey')
            throw Object.assign(new Error(`There is no blob ${id} at ${shown}.`), {
              code: 'ENOENT',
            })
          throw error
        })
      const hash = createHash('sha256')
      const hashing = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          yield chunk
        }
      }
      await pipeline(Body as Readable, hashing, createWriteStream(path))
      return hash.digest('hex')
    })

  /** Throws UserError where blobs could not be written, read, or found missing (which is told only to who may list). */
  const seeRights = async () => {
    const probe = { Bucket: bucket, Key: `${prefix}.vanthu` }
    if (!readOnly)
      await call(() => client.send(new PutObjectCommand({ ...probe, Body: probeText })))
    else if (!(await head(probe.Key)))
      throw new UserError(`There are no blobs of vanthu at ${shown}.`)
    await call(async () => {
      const { Body } = await client.send(new GetObjectCommand(probe))
      await Body?.transformToByteArray()
    })
    await head(keyOf('0'.repeat(64)))
  }

  const withFile = <T>(id: string, use: (path: string) => Promise<T>): Promise<T> =>
    scratch.withFile(async (path) => {
      // Other bytes than those of the id may be the line's fault: that is seen by asking once more.
      if ((await download(id, path)) !== id) await download(id, path)
      return use(path)
    })

  const objects = () => listObjects(client, { bucket, prefix, call })
  const isKeyOfBlob = (key: string) =>
    /^[0-9a-f]{64}$/.test(key.slice(-64)) && key === keyOf(key.slice(-64))

  const scratch = await openScratchFolder()
  const close = async () => {
    client.destroy()
    await scratch.close()
  }
  try {
    await seeRights()
  } catch (error) {
    await close()
    throw error
  }
  isOpen = true

  return {
    put: (bytes) =>
      scratch.withFile(async (path) => {
        const spooled = await spool(path, bytes)
        const key = keyOf(spooled.id)
        // A blob that is there and whole stays; a damaged one is replaced by the bytes just given.
        if (!isWhole(await head(key), spooled)) {
          await upload(key, path, spooled)
          if (!isWhole(await head(key), spooled))
            throw damaged(`${shown} does not hold ${key} as it was sent; check the server.`)
        }
        return { id: spooled.id, bytes: spooled.bytes }
      }),
    has: async (id) => (await head(keyOf(id))) !== null,
    get: (id) => withFile(id, (path) => readFile(path)),
    withFile,
    async *list() {
      for await (const { key, bytes, storedAtMs } of objects()) {
        const id = key.slice(-64)
        if (isKeyOfBlob(key)) yield { id, bytes, storedAtMs }
      }
    },
    async *strangers() {
      for await (const { key } of objects())
        if (!isKeyOfBlob(key) && key !== `${prefix}.vanthu`) yield key
    },
    delete: async (id) => {
      const object = { Bucket: bucket, Key: keyOf(id) }
      // Some servers say that it is not there, some do not.
      if (await head(object.Key)) await call(() => client.send(new DeleteObjectCommand(object)))
    },
    close,
  }
}

/** What is known of the bytes before they are sent: SHA-256 and MD5 in hexadecimal digits. */
type Spooled = { id: string; bytes: number; md5: string }

/** Writes bytes into a file. */
async function spool(path: string, bytes: Readable | Uint8Array): Promise<Spooled> {
  const sha256 = createHash('sha256')
  const md5 = createHash('md5')
  let size = 0
  // An array of one chunk: a Uint8Array given to Readable.from would come out byte by byte.
  const stream = bytes instanceof Uint8Array ? Readable.from([bytes]) : bytes
  const counting = async function* (chunks: AsyncIterable<unknown>) {
    for await (const chunk of chunks) {
      const piece = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
      sha256.update(piece)
      md5.update(piece)
      size += piece.byteLength
      yield piece
    }
  }
  await pipeline(stream, counting, createWriteStream(path, { flags: 'wx' }))
  return { id: sha256.digest('hex'), bytes: size, md5: md5.digest('hex') }
}

/**
 * Whether the server holds what was spooled: by size, and by the best checksum that it tells. An ETag is the MD5 only of
 * an object that came in one piece and is not encrypted.
 */
function isWhole(found: HeadObjectCommandOutput | null, { id, bytes, md5 }: Spooled): boolean {
  if (!found || found.ContentLength !== bytes) return false
  if (found.ChecksumSHA256 && found.ChecksumType !== 'COMPOSITE')
    return found.ChecksumSHA256 === Buffer.from(id, 'hex').toString('base64')
  const etag = /^"?([0-9a-f]{32})"?$/.exec(found.ETag ?? '')?.[1]
  return !etag || !!found.ServerSideEncryption || etag === md5
}

/** As the embedded store says it of its disk: the surroundings are at fault, so documents wait. */
const damaged = (sentence: string): Error => Object.assign(new Error(sentence), { code: 'EIO' })

async function tryAgain<T>(run: () => Promise<T>): Promise<T> {
  for (const pause of pausesMs) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof TransientError)) throw error
      // Many processes that were cut off together do not come back together.
      await wait(pause * (0.5 + Math.random()))
    }
  }
  return run()
}
