// `vanthu source …` as people type it, over a real site.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { startSite } from '../support/site/site.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('a site is looked at, added, crawled, shown, changed, paused and removed', async () => {
  const site = await startSite()
  const cwd = await temporaryFolder()
  const vanthu = (...args: string[]) => runCli(args, { cwd })
  const added = await vanthu(
    ...['source', 'add', site.origin, '--name', 'Sở thử', '--allow-host', '127.0.0.1'],
    ...['--delay', '0', '--run', '--province', 'dien-bien'],
  )
  expect([added.status, added.stderr]).toEqual([0, expect.stringContaining('Looking at')])
  expect(added.stdout).toContain('made with nukeviet (NukeViet v4.5)')
  expect(added.stdout).toContain('40 articles seen')
  expect(added.stdout).toMatch(/65 found, 65 new/)
  expect(added.stdout).toContain('65 documents in the archive')
  const id = `127-0-0-1-${site.port}`
  const shown = await vanthu('source', 'show', id, '--json')
  const { articles, files } = site.expected()
  expect(JSON.parse(shown.stdout)).toMatchObject({
    source: { id, name: 'Sở thử', province: 'dien-bien', delayMs: 0, allowHosts: ['127.0.0.1'] },
    run: { new: articles.length + files.length, failed: 0 },
    documents: articles.length + files.length,
  })
  site.forget()
  const again = await vanthu('source', 'run', id, '--json')
  expect(JSON.parse(again.stdout)).toMatchObject({ run: { new: 0, unchanged: 65 } })
  expect(
    site.requests.filter(({ path, sentBytes }) => sentBytes > 0 && path !== '/robots.txt'),
  ).toEqual([])

  expect(
    (await vanthu('source', 'add', site.origin, '--allow-host', '127.0.0.1', '--delay', '0'))
      .stderr,
  ).toContain('is there already')
  const edited = await vanthu(
    'source',
    'edit',
    id,
    '--every',
    '30 2 * * *',
    '--province',
    'none',
    '--json',
  )
  expect(JSON.parse(edited.stdout)).toMatchObject({
    every: '30 2 * * *',
    province: null,
    delayMs: 0,
  })
  expect((await vanthu('source', 'pause', id)).status).toBe(0)
  expect((await vanthu('source', 'list')).stdout).toMatch(/Sở thử +65 .*paused/)
  const refused = await vanthu('source', 'run', id)
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('is paused')])
  expect((await vanthu('source', 'resume', id)).stdout).toContain('goes on')
  const table = join(cwd, 'nguon.tsv')
  await writeFile(table, (await vanthu('source', 'export')).stdout)
  expect((await vanthu('source', 'remove', id)).status).toBe(2)
  expect((await vanthu('source', 'remove', id, '--yes')).status).toBe(0)
  expect((await vanthu('source', 'list')).stdout).toContain('No site is crawled yet')
  expect(JSON.parse((await vanthu('status', '--json')).stdout).counts.extracted).toBeGreaterThan(60)
  const imported = await vanthu('source', 'import', table)
  expect(imported.stdout).toBe(`added  ${id}\n`)
  expect((await vanthu('source', 'import', table)).stdout).toBe(`changed  ${id}\n`)
  const [back] = JSON.parse((await vanthu('source', 'list', '--json')).stdout)
  expect(back.source).toMatchObject({
    name: 'Sở thử',
    every: '30 2 * * *',
    allowHosts: ['127.0.0.1'],
  })
}, 120_000)

test.each<[what: string, args: string[], sentence: RegExp]>([
  ['no contact', ['add', 'sgd.example.vn', '--yes'], /VANTHU_CRAWL_CONTACT/],
  ['no address', ['add', 'http://'], /no address of a site/],
  ['another scheme', ['add', 'ftp://127.0.0.1/'], /must begin with http:/],
  ['other times', ['add', '127.0.0.1:9', '--every', 'hourly'], /no pattern of times/],
  [
    'times that never come',
    ['add', '127.0.0.1:9', '--every', '0 0 30 2 *'],
    /no time that will come/,
  ],
  ['no province', ['add', '127.0.0.1:9', '--province', 'atlantis'], /no id of a province/],
  ['no pattern', ['add', '127.0.0.1:9', '--include', 'tin-tuc'], /begins neither with/],
  ['no number', ['add', '127.0.0.1:9', '--delay', 'x'], /--delay must be a number/],
  ['too many', ['add', '127.0.0.1:9', '--depth', '99'], /depth must be at most 20/],
  ['no certificate', ['add', '127.0.0.1:9', '--ca', 'package.json'], /cannot be read/],
  ['unknown', ['show', 'x'], /no source x/],
])('refused: %s', async (_, args, sentence) => {
  const run = await runCli(['source', ...args], { cwd: await temporaryFolder() })
  expect(run.stderr).toMatch(sentence)
  expect(run.status).toBe(2)
})

test('mistakes in a table are told by their place, and nothing is added', async () => {
  const cwd = await temporaryFolder()
  const rows = [
    'name\turl\tevery\tmax_pages\tprovince',
    'Một\thttp://127.0.0.1:9/\t0 */6 * * *\t100\tdien-bien',
    'Hai\thttp://\t\t\t',
    'Ba\thttp://127.0.0.1:10/\tmỗi giờ\tnhiều\tatlantis',
    'Bốn\thttp://127.0.0.1:9\t\t\t',
  ]
  await writeFile(join(cwd, 'nguon.tsv'), `${rows.join('\n')}\n`)
  const run = await runCli(['source', 'import', 'nguon.tsv'], { cwd })
  expect(run.status).toBe(2)
  expect(run.stderr.match(/nguon\.tsv:\d+:\d+: [^\n]{0,30}/g)).toEqual([
    'nguon.tsv:3:2: "http://" is no address of a s',
    'nguon.tsv:4:3: "mỗi giờ" is no pattern of tim',
    'nguon.tsv:4:4: maxPages must be a whole numbe',
    'nguon.tsv:4:5: "atlantis" is no id of a provi',
    'nguon.tsv:5:2: the same site is in line 2',
  ])
  await writeFile(join(cwd, 'nguon.tsv'), 'url\tdelay\tname\n')
  expect((await runCli(['source', 'import', 'nguon.tsv'], { cwd })).stderr).toMatch(
    /nguon\.tsv:1: .*"delay" is none/,
  )
  expect((await runCli(['source', 'list', '--json'], { cwd })).stdout).toBe('[]\n')
})
