// Several processes on real servers: workers that read what another process took in, that may be killed in mid-job, and
// whose queue may be emptied, while every document still ends as one record.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { loadConfig } from '../../src/config.ts'
import { createApp } from '../../src/create-app.ts'
import { createHttp } from '../../src/http/create-http.ts'
import { createLog } from '../../src/log.ts'
import { hasPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts'
import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const project = join(import.meta.dirname, '../..')
const samples = join(project, 'samples')

describe.runIf(hasPostgres() && hasRedis())('several processes', { timeout: 240_000 }, () => {
  let postgres: TestPostgres
  let redis: TestRedis
  beforeAll(async () => {
    ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  })
  afterAll(() => Promise.all([postgres.stop(), redis.stop()]))

  let environment: Record<string, string> = {}
  const processes = new Set<ChildProcess>()
  let app: App
  const setUp = async () => {
    const name = `archive_${randomUUID().replaceAll('-', '')}`
    const client = new Client(postgres.url)
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    const store = new URL(postgres.url)
    store.pathname = `/${name}`
    const folder = await temporaryFolder()
    environment = {
      VANTHU_DATA: folder,
      VANTHU_STORE_URL: store.href,
      VANTHU_QUEUE_URL: `${redis.url}?prefix=${name}`,
      VANTHU_LOG_LEVEL: 'warn',
    }
    app = await createApp(loadConfig({ environment, folder }), {
      log: createLog({ level: 'silent' }),
    })
  }
  afterEach(async () => {
    for (const child of processes) child.kill('SIGKILL')
    processes.clear()
    await app.close()
  })

  const start = (kind: string): ChildProcess => {
    const child = spawn(process.execPath, [join(project, `workers/${kind}.ts`)], {
      cwd: project,
      env: { PATH: process.env.PATH, ...environment },
      stdio: 'ignore',
    })
    processes.add(child)
    return child
  }
  /** Takes in so many different documents; their ids. */
  const takeIn = async (count: number): Promise<string[]> => {
    const ids: string[] = []
    for (let i = 0; i < count; i++) {
      const text = `SỞ Y TẾ\n\nBáo cáo số ${i}: tỷ lệ tiêm chủng đạt ${i % 100}%.\n`
      const { id } = await app.ingest({ name: `bao-cao-${i}.txt`, bytes: Buffer.from(text) })
      ids.push(id)
    }
    return ids
  }
  const allRead = (count: number) =>
    expect
      .poll(async () => (await app.status()).counts, { timeout: 180_000, interval: 500 })
      .toEqual({ pending: 0, extracted: count, partial: 0, failed: 0 })

  test('workers read what another process took in, as one process by itself would', async () => {
    await setUp()
    const names = readdirSync(samples, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .filter((name) => /^(?:html|docx|txt|csv|md)-/.test(name))
    const alone = await createApp(
      loadConfig({
        environment: { VANTHU_DATA: await temporaryFolder() },
        folder: environment.VANTHU_DATA as string,
      }),
      { log: createLog({ level: 'silent' }) },
    )
    alone.startWorkers()
    start('parse')
    start('extract')
    const ids: string[] = []
    for (const name of names) {
      const file = readdirSync(join(samples, name)).find((one) => one !== 'expected.json') as string
      const bytes = readFileSync(join(samples, name, file))
      ids.push((await app.ingest({ name: file, bytes })).id)
      await alone.ingest({ name: file, bytes })
    }
    await alone.idle()
    await expect
      .poll(async () => (await app.status()).counts.pending, { timeout: 120_000, interval: 300 })
      .toBe(0)
    expect(ids.length).toBeGreaterThan(4)
    for (const id of ids)
      expect((await app.document(id))?.record).toEqual((await alone.document(id))?.record)
    await alone.close()
  })

  test('the server shows the shared queue to operators and to who measures', async () => {
    await setUp()
    await takeIn(3)
    const http = createHttp(app)
    const board = await http.request('/queues')
    expect(board.status).toBe(200)
    expect(board.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(await (await http.request('/queues/api/queues')).json()).toMatchObject({
      queues: [
        { name: 'vanthu-parse', readOnlyMode: true, counts: { waiting: 3 } },
        { name: 'vanthu-extract', readOnlyMode: true, counts: { waiting: 0 } },
        { name: 'vanthu-crawl', readOnlyMode: true, counts: { waiting: 0 } },
      ],
    })
    expect(
      (await http.request('/queues/api/queues/vanthu-parse/empty', { method: 'PUT' })).status,
    ).toBe(404)
    const figures = await (await http.request('/metrics')).text()
    expect(figures).toContain('vanthu_queue_jobs{job="parse",state="waiting"} 3')
    expect(figures).toMatch(/vanthu_queue_oldest_seconds{job="parse"} [\d.]+/)
  })

  test('vanthu ingest hands files over and does not wait for them', async () => {
    await setUp()
    const { status, stdout } = await runCli(['ingest', join(samples, 'txt-bao-cao-huyen')], {
      cwd: environment.VANTHU_DATA ?? '',
      environment,
    })
    expect(status).toBe(0)
    expect(stdout).toContain('What waits is read by the workers')
    expect((await app.status()).queue?.parse.waiting).toBeGreaterThan(0)
  })

  test('without PostgreSQL the server says so and ends, although Redis answers', async () => {
    await setUp()
    const { status, stderr } = await runCli(['serve', '--port', '0'], {
      cwd: environment.VANTHU_DATA ?? '',
      environment: { ...environment, VANTHU_STORE_URL: 'postgres://vanthu@127.0.0.1:1/vanthu' },
    })
    expect(status).toBe(2)
    expect(stderr).toContain('127.0.0.1:1')
  })

  test('while Redis is down nothing is lost, and readiness says so', async () => {
    if (!redis.isOwn) return
    await setUp()
    const http = createHttp(app)
    expect((await http.request('/readyz')).status).toBe(200)
    await redis.restart(async () => {
      await takeIn(2)
      expect((await http.request('/readyz')).status).toBe(503)
      expect((await app.status()).counts.pending).toBe(2)
    })
    start('parse')
    start('extract')
    await allRead(2)
  })

  test('a worker killed in mid-job: its document is read by another', async () => {
    await setUp()
    const doomed = start('parse')
    start('extract')
    await takeIn(30)
    await expect
      .poll(async () => (await app.status()).counts.extracted, { timeout: 60_000 })
      .toBeGreaterThan(0)
    const gone = once(doomed, 'exit')
    doomed.kill('SIGKILL')
    await gone
    start('parse')
    await takeIn(40)
    await allRead(40)
  })

  test('a queue emptied with 200 jobs waiting: all are read all the same', async () => {
    await setUp()
    const ids = await takeIn(200)
    const client = new Redis(redis.url)
    await client.flushall()
    client.disconnect()
    start('parse')
    start('extract')
    await allRead(200)
    for (const id of ids.slice(0, 5)) expect((await app.document(id))?.record).not.toBeNull()
  })

  test('PostgreSQL restarted at work: all are read all the same', async () => {
    if (!postgres.isOwn) return
    await setUp()
    start('parse')
    start('extract')
    // Both are at work: a worker that finds no server at its start says so and ends.
    await takeIn(1)
    await allRead(1)
    await takeIn(120)
    await postgres.restart()
    await expect
      .poll(
        () =>
          app.status().then(
            ({ counts }) => counts.pending,
            () => -1,
          ),
        { timeout: 180_000, interval: 500 },
      )
      .toBe(0)
    // The first of these is known.
    await takeIn(130)
    await allRead(130)
  })

  test('told to end, a worker finishes what is under way and leaves the rest to others', async () => {
    await setUp()
    const first = start('parse')
    start('extract')
    await takeIn(60)
    await expect
      .poll(async () => (await app.status()).counts.extracted, { timeout: 60_000 })
      .toBeGreaterThan(0)
    const gone = once(first, 'exit')
    first.kill('SIGTERM')
    expect(await gone).toEqual([0, null])
    start('parse')
    await allRead(60)
  })
})
