// `vanthu search` and `vanthu show` on copies.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { article } from '../support/near-texts.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('copies are one hit that names the others; each by itself where asked for', async () => {
  const cwd = await temporaryFolder()
  const run = async (...args: string[]) => {
    const { status, stdout, stderr } = await runCli(args, { cwd })
    expect([status, stderr]).toEqual([0, expect.not.stringContaining('could not')])
    return stdout
  }
  await writeFile(join(cwd, 'một.txt'), article.join('\n\n'))
  await writeFile(join(cwd, 'hai.txt'), `${article.join('\n\n')}\n\nTheo báo Vùng cao.`)
  await run('ingest', 'một.txt', 'hai.txt')
  const found = JSON.parse(await run('search', 'thi đua', '--json'))
  expect(found).toMatchObject({ total: 1, hits: [{ copyCounts: { all: 1, matching: 1 } }] })
  const text = await run('search', 'thi đua')
  expect(text).toContain('1 document found')
  expect(text).toContain('1 copy or version: ')
  expect(await run('search', 'thi đua', '--all-copies')).toContain('2 documents found')
  const [hit] = found.hits
  const shown = await run('show', hit.id)
  expect(shown).toContain(`a copy: ${hit.copies[0].name} (${hit.copies[0].id.slice(0, 12)})`)
  expect(JSON.parse(await run('show', hit.id, '--json'))).toMatchObject({
    copyCount: 1,
    copies: [{ id: hit.copies[0].id, relation: 'copy' }],
  })
})
