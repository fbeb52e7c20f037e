// Blobs on S3-compatible storage, against a real server.
import { randomUUID } from 'node:crypto'
import { existsSync, globSync, rmSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readS3Address } from '../../src/adapters/blobs/s3-address.ts'
import { openS3Blobs } from '../../src/adapters/blobs/s3-blobs.ts'
import { listObjects } from '../../src/adapters/blobs/s3-list.ts'
import { reactTo, TransientError, UserError } from '../../src/errors.ts'
import { runBlobsContract } from '../contracts/blobs.case.ts'
import { allOf } from '../support/all-of.ts'
import { hasS3, startS3, startTimeoutMs, type TestS3 } from '../support/s3.ts'
import { thrownBy } from '../support/use-postgres.ts'

const bytes = Buffer.from('Báo cáo tổng kết')
const keyOf = (id: string) => `${id.slice(0, 2)}/${id.slice(2, 4)}/${id}`

describe.skipIf(!hasS3())('blobs on S3-compatible storage', () => {
  let s3: TestS3
  let client: S3Client
  beforeAll(async () => {
    s3 = await startS3()
    for (const [name, value] of Object.entries(s3.credentials)) vi.stubEnv(name, value)
    const { endpoint, region } = readS3Address(s3.url)
    client = new S3Client({ region, ...(endpoint && { endpoint, forcePathStyle: true }) })
  }, startTimeoutMs)
  afterAll(async () => {
    client?.destroy()
    vi.unstubAllEnvs()
    await s3?.stop()
  })

  /** The server's address with something changed, by default a fresh prefix. */
  const addressWith = (change: (url: URL) => void = () => {}): string => {
    const url = new URL(s3.url)
    url.pathname += `/${randomUUID()}`
    change(url)
    return url.href
  }
  const open = async (url = addressWith(), options = {}) => {
    const blobs = await openS3Blobs(url, options)
    onTestFinished(() => blobs.close())
    return blobs
  }
  /** The object of a blob as the server's own clients name it. */
  const objectOf = (url: string, id: string) => {
    const { bucket, prefix } = readS3Address(url)
    return { Bucket: bucket, Key: prefix + keyOf(id) }
  }
  /** The server behind a line that `bend`s what the client sends; the address with that line in it. */
  const through = async (bend: (client: Socket, server: Socket) => void): Promise<string> => {
    const { hostname, port } = new URL(readS3Address(s3.url).endpoint ?? '')
    const sockets: Socket[] = []
    const line = createServer((incoming) => {
      const outgoing = connect(Number(port), hostname)
      sockets.push(incoming, outgoing)
      for (const socket of [incoming, outgoing]) socket.on('error', () => {})
      bend(incoming, outgoing)
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => line.once('listening', resolve))
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
      line.close()
    })
    const address = line.address()
    if (typeof address !== 'object' || !address) throw new Error('no port')
    return addressWith((url) =>
      url.searchParams.set('endpoint', `http://127.0.0.1:${address.port}`),
    )
  }

  runBlobsContract({ name: 'S3 blobs', create: async () => openS3Blobs(addressWith()) })

  test('an object lies under its hash, in folders of two levels', async () => {
    const url = addressWith()
    const { id } = await (await open(url)).put(bytes)
    const { bucket, prefix } = readS3Address(url)
    const { Contents } = await client.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }),
    )
    expect(Contents?.map(({ Key }) => Key).sort()).toEqual(
      [`${prefix}.vanthu`, prefix + keyOf(id)].sort(),
    )
  })

  test('a blob that is there is not sent again', async () => {
    const url = addressWith()
    const blobs = await open(url)
    const { id } = await blobs.put(bytes)
    const { LastModified } = await client.send(new HeadObjectCommand(objectOf(url, id)))
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    await blobs.put(Readable.from([bytes]))
    const after = await client.send(new HeadObjectCommand(objectOf(url, id)))
    expect(after.LastModified).toEqual(LastModified)
  })

  test('two processes may put the same bytes at once', async () => {
    const url = addressWith()
    const both = await Promise.all([open(url), open(url)])
    const puts = await Promise.all([...both, ...both].map((blobs) => blobs.put(bytes)))
    expect(new Set(puts.map(({ id }) => id)).size).toBe(1)
    for (const blobs of both) expect(await blobs.get(puts[0]?.id ?? '')).toEqual(bytes)
  })

  test('a local file is there only while it is used, and nothing is left when it is closed', async () => {
    const blobs = await openS3Blobs(addressWith())
    const { id } = await blobs.put(bytes)
    const path = await blobs.withFile(id, async (path) => {
      expect(await readFile(path)).toEqual(bytes)
      return path
    })
    expect(existsSync(path)).toBe(false)
    let failed = ''
    const failure = new Error('the reader broke')
    const thrown = await thrownBy(
      blobs.withFile(id, async (path) => {
        failed = path
        throw failure
      }),
    )
    expect(thrown).toBe(failure)
    expect([failed !== '', existsSync(failed)]).toEqual([true, false])
    await blobs.close()
    const left = (await readdir(tmpdir())).filter((name) => name.includes(`-${process.pid}-`))
    expect(left.filter((name) => name.startsWith('vanthu-blobs-'))).toEqual([])
  })

  test('many megabytes go through with little memory', async () => {
    const blobs = await open()
    const pieces = 128
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    const watch = setInterval(() => {
      collect()
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }, 500)
    const put = await blobs.put(
      Readable.from(
        (function* () {
          for (let i = 0; i < pieces; i++) yield Buffer.alloc(1 << 20, String(i))
        })(),
      ),
    )
    const size = await blobs.withFile(put.id, async (path) => (await stat(path)).size)
    clearInterval(watch)
    expect([put.bytes, size]).toEqual([pieces << 20, pieces << 20])
    expect(most).toBeLessThan(32 << 20)
  })

  test.each<[what: string, other: Buffer]>([
    ['of the same size', Buffer.from('Bao cao tong ket xyzw')],
    ['of another size', Buffer.from('Báo cáo')],
  ])(
    'a blob tampered with, %s, is given as it is, and is replaced when its bytes come again',
    async (_, other) => {
      const url = addressWith()
      const blobs = await open(url)
      const { id } = await blobs.put(bytes)
      await client.send(new PutObjectCommand({ ...objectOf(url, id), Body: other }))
      expect(await blobs.get(id)).toEqual(other)
      expect(await blobs.withFile(id, (path) => readFile(path))).toEqual(other)
      await blobs.put(bytes)
      expect(await blobs.get(id)).toEqual(bytes)
    },
  )

  test('bytes changed on the way are refused by the server, and nothing is stored', async () => {
    const url = await through((incoming, outgoing) => {
      incoming.on('data', (chunk) =>
        outgoing.write(chunk.toString('latin1').replace('tong ket', 'tung ket'), 'latin1'),
      )
      outgoing.pipe(incoming)
    })
    const blobs = await open(url)
    const error = await thrownBy(blobs.put(Buffer.from('Bao cao tong ket')))
    expect(error).toBeInstanceOf(TransientError)
    expect(String(error)).toMatch(/400 (?:BadDigest|XAmzContent\w+)/)
    const { id } = await (await open()).put(Buffer.from('Bao cao tong ket'))
    expect(await blobs.has(id)).toBe(false)
  })

  test('a temporary file that goes away fails that put alone', async () => {
    const url = await through((incoming, outgoing) => {
      incoming.on('data', (chunk) => {
        // Put asks whether the blob is there when its bytes lie in the temporary file.
        if (chunk.toString('latin1').startsWith('HEAD') && isWatched)
          for (const path of globSync(join(tmpdir(), `vanthu-blobs-*-${process.pid}-*`, '*')))
            rmSync(path)
        outgoing.write(chunk)
      })
      outgoing.pipe(incoming)
    })
    let isWatched = false
    const blobs = await open(url)
    isWatched = true
    expect(await thrownBy(blobs.put(bytes))).toMatchObject({ code: 'ENOENT' })
    isWatched = false
    expect((await blobs.put(bytes)).bytes).toBe(bytes.byteLength)
  })

  test('for reading only nothing is written, and blobs must be there', async () => {
    const url = addressWith()
    const error = await thrownBy(openS3Blobs(url, { readOnly: true }))
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toMatch(/There are no blobs of vanthu at s3:/)
    const { id } = await (await open(url)).put(bytes)
    const seen: string[] = []
    const watched = await through((incoming, outgoing) => {
      incoming.on('data', (chunk) => {
        seen.push(chunk.toString('latin1').slice(0, 4))
        outgoing.write(chunk)
      })
      outgoing.pipe(incoming)
    })
    const blobs = await open(`${url.split('?')[0]}?${new URL(watched).searchParams.toString()}`, {
      readOnly: true,
    })
    expect(await blobs.get(id)).toEqual(bytes)
    expect([seen.includes('PUT '), seen.includes('GET ')]).toEqual([false, true])
  })

  test('an answer that breaks off is asked for again', async () => {
    let cuts = 2
    const url = await through((incoming, outgoing) => {
      incoming.pipe(outgoing)
      outgoing.on('data', (chunk) => {
        if (cuts === 0 || !chunk.includes('tong ket')) return incoming.write(chunk)
        cuts--
        incoming.write(chunk.subarray(0, chunk.indexOf('tong ket')), () => incoming.destroy())
      })
    })
    const blobs = await open(url)
    const { id } = await blobs.put(Buffer.from('Bao cao tong ket'))
    expect(String(Buffer.from(await blobs.get(id)))).toBe('Bao cao tong ket')
    expect(cuts).toBe(0)
  })

  test('a server that is silent is given up after a while', async () => {
    let isSilent = false
    const url = await through((incoming, outgoing) => {
      incoming.on('data', (chunk) => {
        if (!isSilent) outgoing.write(chunk)
      })
      outgoing.pipe(incoming)
    })
    const blobs = await open(url, { silenceMs: 300 })
    isSilent = true
    expect(await thrownBy(blobs.put(bytes))).toBeInstanceOf(TransientError)
  })

  test.each<[part: Parameters<TestS3['restart']>[0], says: RegExp]>([
    ['proxy', /cannot be used now: .*ECONNREFUSED/],
    ['object', /cannot be used now: the server answers 503/],
  ])('without its %s server it waits, and goes on when that is back', async (part, says) => {
    if (!s3.isOwn) return
    const url = addressWith()
    const blobs = await open(url)
    const { id } = await blobs.put(bytes)
    await s3.restart(part, async () => {
      for (const ask of [
        () => blobs.get(id),
        () => blobs.put(Buffer.from('x')),
        () => openS3Blobs(url),
      ]) {
        const error = await thrownBy(ask())
        expect(error).toBeInstanceOf(TransientError)
        expect(String(error)).toMatch(says)
      }
    })
    expect(await blobs.get(id)).toEqual(bytes)
    expect((await blobs.put(Buffer.from('x'))).bytes).toBe(1)
  })

  test.each<[what: string, url: () => string, environment: () => Record<string, string>, RegExp]>([
    [
      'a bucket that is not there',
      () => addressWith((url) => (url.host = 'khong-co')),
      () => ({}),
      /There is no bucket "khong-co"/,
    ],
    [
      'a wrong secret',
      addressWith,
      () => ({ AWS_SECRET_ACCESS_KEY: 'sai' }),
      /The credentials are not those of s3:.*SignatureDoesNotMatch/,
    ],
    [
      'somebody without rights',
      addressWith,
      () => s3.stranger,
      /have not all rights at s3:.*AccessDenied/,
    ],
    [
      'no credentials',
      addressWith,
      () => ({
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
        AWS_CONFIG_FILE: '/nowhere',
      }),
      /There are no credentials for s3:/,
    ],
  ])('%s is told at opening', async (_, url, environment, says) => {
    if (!s3.isOwn) return
    const before = { ...process.env }
    onTestFinished(() => {
      for (const name of Object.keys(environment())) vi.stubEnv(name, before[name])
    })
    for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value)
    const error = await thrownBy(openS3Blobs(url()))
    expect(error).toBeInstanceOf(UserError)
    expect(String(error)).toMatch(says)
    expect(String(error)).not.toContain(s3.credentials.AWS_SECRET_ACCESS_KEY)
  })

  test('rights that are lost later make documents wait', async () => {
    if (!s3.isOwn) return
    const secret = await through((incoming, outgoing) => {
      incoming.on('data', (chunk) => {
        const text = chunk.toString('latin1')
        outgoing.write(
          text.startsWith('PUT') && !text.includes('.vanthu')
            ? text.replace('tests:owner', 'tests:other')
            : text,
          'latin1',
        )
      })
      outgoing.pipe(incoming)
    })
    const error = await thrownBy((await open(secret)).put(bytes))
    expect(reactTo(error).retry).toBe('later')
    expect(String(error)).toMatch(/SignatureDoesNotMatch/)
  })

  test('blobs are listed page after page; what is none is a stranger', async () => {
    const url = addressWith()
    const blobs = await open(url)
    const { bucket, prefix } = readS3Address(url)
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await blobs.put(Buffer.from(`${i}`))).id)
    const strangers = ['a.txt', `00/00/${ids[0]}`, `${ids[0]?.slice(0, 2)}/x`]
    for (const key of strangers)
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: prefix + key, Body: 'x' }))
    expect((await allOf(blobs.list())).map(({ id }) => id)).toEqual(ids.sort())
    expect((await allOf(blobs.strangers())).sort()).toEqual(
      strangers.map((key) => prefix + key).sort(),
    )
    let pages = 0
    const small = {
      bucket,
      prefix,
      pageSize: 3,
      call: <T>(run: () => Promise<T>) => {
        pages++
        return run()
      },
    }
    expect((await allOf(listObjects(client, small))).length).toBe(9)
    expect(pages).toBe(3)
  })

  test('what the server holds is what others read', async () => {
    const url = addressWith()
    const { id } = await (await open(url)).put(bytes)
    const { Body } = await client.send(new GetObjectCommand(objectOf(url, id)))
    expect(Buffer.from((await Body?.transformToByteArray()) ?? [])).toEqual(bytes)
  })
})

describe('the address of S3 blobs', () => {
  const none = {}
  test.each<[url: string, expected: Partial<ReturnType<typeof readS3Address>>]>([
    [
      's3://kho/bao-cao?endpoint=https://may:9000&region=vn-1',
      { bucket: 'kho', prefix: 'bao-cao/', endpoint: 'https://may:9000/', region: 'vn-1' },
    ],
    ['s3://kho?endpoint=http://[::1]:9000', { bucket: 'kho', prefix: '', region: 'us-east-1' }],
    ['s3://kho/?region=ap-southeast-1', { prefix: '', endpoint: undefined }],
    [
      's3://kho/b%C3%A1o/c%C3%A1o/?region=x',
      { prefix: 'báo/cáo/', shown: 's3://kho/báo/cáo/ in x' },
    ],
  ])('%s', (url, expected) => {
    expect(readS3Address(url, none)).toMatchObject(expected)
  })

  test('the region may come from the environment', () => {
    expect(readS3Address('s3://kho', { AWS_REGION: 'ap-1' }).region).toBe('ap-1')
    expect(readS3Address('s3://kho', { AWS_DEFAULT_REGION: 'ap-2' }).region).toBe('ap-2')
  })

  test.each<[url: string, says: RegExp]>([
    ['s3:', /names no bucket|no URL/],
    ['s3:///prefix?region=x', /names no bucket/],
    ['s3://kho', /neither an endpoint nor a region/],
    ['s3://kho?endpoint=may:9000', /does not begin with https/],
    ['s3://kho?endpoint=https://u:p@may', /more than scheme/],
    ['s3://kho?region=x&acl=public', /option "acl"/],
    ['s3://kho/%zz?region=x', /no escape/],
    ['s3://AKIA:bi-mat/ab@kho?region=x', /holds credentials/],
    ['s3://AKIA:bi-mat@kho?region=x', /holds credentials/],
  ])('%s is refused', (url, says) => {
    const refuse = () => readS3Address(url, none)
    expect(refuse).toThrow(UserError)
    expect(refuse).toThrow(says)
    expect(refuse).not.toThrow('bi-mat')
  })
})
