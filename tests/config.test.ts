import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeConfig, loadConfig } from '../src/config.ts'
import { UserError } from '../src/errors.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

describe('the configuration', () => {
  test('has defaults, paths from the current folder', async () => {
    const folder = await temporaryFolder()
    expect(loadConfig({ environment: {}, folder })).toEqual({
      data: join(folder, 'data'),
      inbox: [join(folder, 'inbox')],
      inboxAfter: 'move',
      inboxQuietSeconds: 2,
      inboxIncompleteMinutes: 10,
      host: '127.0.0.1',
      port: 4280,
      accounts: 'auto',
      proxies: 0,
      requestsPerMinute: 600,
      storeUrl: `sqlite:${join(folder, 'data', 'vanthu.db')}`,
      queueUrl: 'local:',
      blobsUrl: `folder:${join(folder, 'data', 'blobs')}`,
      parseConcurrency: 2,
      logLevel: 'info',
      webhookHosts: [],
    })
  })

  test.each([
    ['https://vanthu.example.vn', true],
    ['https://vanthu.example.vn/', true],
    ['http://10.0.0.5:4280', true],
    ['vanthu.example.vn', false],
    ['https://example.vn/vanthu', false],
    ['https://user@example.vn', false],
    ['javascript:alert(1)', false],
  ])('the address of a proxy is an origin: %s', (VANTHU_PUBLIC_URL, isTaken) => {
    const load = () => loadConfig({ environment: { VANTHU_PUBLIC_URL }, folder: '/tmp' })
    if (isTaken) expect(load().publicUrl).toBe(VANTHU_PUBLIC_URL)
    else expect(load).toThrow(/VANTHU_PUBLIC_URL must be like "https/)
  })

  test.each([
    ['intranet.vn, 127.0.0.1:8080 [::1]:80', ['intranet.vn', '127.0.0.1:8080', '[::1]:80']],
    [' ', []],
    ['http://intranet.vn', null],
    ['me@intranet.vn', null],
  ])('hosts of webhooks are names, with or without a port: %s', (VANTHU_WEBHOOK_HOSTS, hosts) => {
    const load = () => loadConfig({ environment: { VANTHU_WEBHOOK_HOSTS }, folder: '/tmp' })
    if (hosts) expect(load().webhookHosts).toEqual(hosts)
    else expect(load).toThrow(/VANTHU_WEBHOOK_HOSTS must be hosts/)
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
      inbox: [join(folder, 'scans')],
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

  test.each<[from: string, environment: Record<string, string>, file: object, inbox: string[]]>([
    ['one variable', { VANTHU_INBOX: ['a', '/b', '', './a'].join(delimiter) }, {}, ['a', '/b']],
    ['a list in the file', {}, { inbox: ['a', '/b'] }, ['a', '/b']],
    ['one name in the file, taken as it is', {}, { inbox: 'a:b;c' }, ['a:b;c']],
  ])('several inboxes come from %s', async (_, environment, file, inbox) => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'vanthu.config.json'), JSON.stringify(file))
    expect(loadConfig({ environment, folder }).inbox).toEqual(
      inbox.map((path) => resolve(folder, path)),
    )
  })

  test.each([
    ['/srv/in', '/srv/in/2023', /\/srv\/in\/2023 lies in the inbox \/srv\/in/],
    ['/srv/in/..a', '/srv/in', /name the outer one only/],
  ])('an inbox in an inbox is refused: %s and %s', (one, other, sentence) => {
    const environment = { VANTHU_INBOX: `${one}${delimiter}${other}` }
    expect(() => loadConfig({ environment })).toThrow(sentence)
    expect(() => loadConfig({ environment })).toThrow(UserError)
  })

  test.each([
    [{ VANTHU_INBOX: '/srv', VANTHU_DATA: '/srv/vanthu' }],
    [{ VANTHU_INBOX: '/srv/vanthu/blobs', VANTHU_DATA: '/srv/vanthu' }],
    [{ VANTHU_INBOX: '/srv/in', VANTHU_STORE_URL: 'sqlite:///srv/in/vanthu.db' }],
    [{ VANTHU_INBOX: '/srv/in', VANTHU_BLOBS_URL: 'folder:/srv/in/blobs' }],
  ])('an archive in an inbox is refused: %o', (environment) => {
    expect(() => loadConfig({ environment })).toThrow(/would be taken for documents/)
  })

  test('an inbox in the data folder, beside the archive, may be', () => {
    const environment = { VANTHU_INBOX: '/srv/vanthu/inbox', VANTHU_DATA: '/srv/vanthu' }
    expect(loadConfig({ environment }).inbox).toEqual(['/srv/vanthu/inbox'])
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
    ['has no inbox', '{ "inbox": [] }', /"inbox" in .* must name a folder/],
    ['has a number for an inbox', '{ "inbox": 5 }', /"inbox" in .* must be a folder or a list/],
    ['has a path for a marker', '{ "inboxMarker": "a/b" }', /"inboxMarker" in .* name of a file/],
    ['has an unknown end', '{ "inboxAfter": "burn" }', /must be one of move, leave, delete/],
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
