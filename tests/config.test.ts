import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeConfig, loadConfig } from '../src/config.ts'
import { UserError } from '../src/errors.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

describe('the configuration', () => {
  test('has defaults, paths from the current folder', async () => {
    const folder = await temporaryFolder()
    expect(loadConfig({ environment: {}, folder })).toEqual({
      data: join(folder, 'data'),
      inbox: join(folder, 'inbox'),
      host: '127.0.0.1',
      port: 4280,
      storeUrl: `sqlite:${join(folder, 'data', 'vanthu.db')}`,
      queueUrl: 'local:',
      blobsUrl: `folder:${join(folder, 'data', 'blobs')}`,
      parseConcurrency: 2,
      logLevel: 'info',
    })
  })

  test('command line over environment over file over default', async () => {
    const folder = await temporaryFolder()
    await writeFile(
      join(folder, 'vanthu.config.json'),
      '{ "port": 1, "host": "::1", "inbox": "scans", "logLevel": "warn" }',
    )
    const environment = { VANTHU_PORT: '2', VANTHU_HOST: '0.0.0.0', VANTHU_DATA: '', OTHER: 'x' }
    expect(loadConfig({ environment, folder, overrides: { port: '3' } })).toMatchObject({
      port: 3,
      host: '0.0.0.0',
      inbox: join(folder, 'scans'),
      logLevel: 'warn',
      data: join(folder, 'data'),
    })
  })

  test('paths in a file named by VANTHU_CONFIG start from its folder', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'etc'))
    await writeFile(join(folder, 'etc', 'v.json'), '{ "data": "../archive" }')
    const config = loadConfig({ environment: { VANTHU_CONFIG: 'etc/v.json' }, folder })
    expect(config.data).toBe(join(folder, 'archive'))
    expect(config.storeUrl).toBe(`sqlite:${join(folder, 'archive', 'vanthu.db')}`)
  })

  test('cannot be changed', async () => {
    const config = loadConfig({ environment: {}, folder: await temporaryFolder() })
    expect(Object.isFrozen(config)).toBe(true)
  })

  test('all problems are told together, in one UserError', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'vanthu.config.json'), '{ "prot": 1, "storeUrl": "nowhere" }')
    const environment = { VANTHU_PORT: 'ten', VANTHU_LOG_LEVEL: 'loud', VANTHU_IMBOX: '/x' }
    const load = () => loadConfig({ environment, folder })
    expect(load).toThrow(UserError)
    for (const sentence of [
      /5 mistakes/,
      /"prot" in .*vanthu\.config\.json is no setting of vanthu \(did you mean port\?\)/,
      /"storeUrl" in .* must begin with its kind/,
      /VANTHU_PORT must be a number/,
      /VANTHU_LOG_LEVEL must be one of debug, info/,
      /VANTHU_IMBOX is no setting of vanthu \(did you mean VANTHU_INBOX\?\)/,
    ])
      expect(load).toThrow(sentence)
  })

  test.each<[what: string, content: string, sentence: RegExp]>([
    ['is not JSON', '{ port: 1 }', /is not JSON/],
    ['is a list', '[1]', /must hold one JSON object/],
    ['has a port out of range', '{ "port": 70000 }', /at most 65535/],
    ['has a port with a fraction', '{ "port": 1.5 }', /whole number/],
    ['has an empty folder', '{ "data": "" }', /"data" in .* must not be empty/],
  ])('a file that %s is refused', async (_, content, sentence) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'vanthu.config.json'), content)
    expect(() => loadConfig({ environment: {}, folder })).toThrow(sentence)
  })

  test('a file that was named must be there', async () => {
    const folder = await temporaryFolder()
    const environment = { VANTHU_CONFIG: 'missing.json' }
    expect(() => loadConfig({ environment, folder })).toThrow(/missing\.json cannot be read/)
  })

  test.each([
    ['redis://user:geheim@host:6379/0', 'redis://user:***@host:6379/0'],
    ['redis://:ge@heim@host:6379', 'redis://:***@host:6379'],
    ['s3://KEY:se/cret@bucket/a', 's3://KEY:***@bucket/a'],
    ['s3://b/a?endpoint=https://u:geheim@h:9000', 's3://b/a?endpoint=https://***@h:9000'],
    ['postgres://host/db?user=a&password=geheim', 'postgres://host/db?user=a&password=***'],
    ['local:', 'local:'],
  ])('shows %s as %s', async (queueUrl, shown) => {
    const config = loadConfig({
      environment: { VANTHU_QUEUE_URL: queueUrl },
      folder: await temporaryFolder(),
    })
    expect(config.queueUrl).toBe(queueUrl)
    expect(describeConfig(config).queueUrl).toBe(shown)
  })
})
