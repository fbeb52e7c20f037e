// `vanthu saved …` as people type it.
import { expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('searches are saved, listed and removed; what is wrong is said', async () => {
  const cwd = await temporaryFolder()
  const saved = (...args: string[]) => runCli(['saved', ...args], { cwd })
  expect((await saved('list')).stdout).toContain('No search is saved')
  const query = ['--query', 'q=hội nghị 100%25&year=2023']
  const added = await saved('add', 'Giao ban', ...query, '--webhook', 'https://hook.example.vn/a')
  expect([added.status, added.stderr]).toEqual([0, ''])
  expect(added.stdout).toMatch(/^Saved as [0-9a-f]{16}; its feed is at [^\n]+\nSecret[^\n]+whsec_/)
  expect((await saved('list')).stdout).toMatch(
    /\n[0-9a-f]{16} +Giao ban +q=hội nghị 100%&year=2023 +https:\/\/hook\.example\.vn\/a/,
  )
  const [one] = JSON.parse((await saved('list', '--json')).stdout)
  expect(one).toMatchObject({
    name: 'Giao ban',
    query: 'q=h%E1%BB%99i+ngh%E1%BB%8B+100%25&year=2023',
  })
  expect((await saved('remove', one.id)).stdout).toBe('Giao ban is removed.\n')
  for (const [args, reason] of [
    [['remove', one.id], /no saved search/],
    [['add', 'a', '--query', 'yaer=2023'], /yaer: unknown/],
    [['add', 'a', '--webhook', 'http://10.0.0.1/'], /public internet/],
  ] as const) {
    const { status, stderr } = await saved(...args)
    expect([status, stderr]).toEqual([2, expect.stringMatching(reason)])
  }
})
