// `vanthu account …` as people type it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { folderOf } from '../support/programs.ts'
import { runCli } from '../support/run-cli.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const password = 'qua cầu treo bản xa'

/** `vanthu account …` in a folder of its own. */
async function setUp() {
  const cwd = await temporaryFolder()
  const account = (args: string[], stdin = '') => runCli(['account', ...args], { cwd, stdin })
  return { cwd, account }
}

test('accounts are made, listed, changed and removed, and the log has it', async () => {
  const { cwd, account } = await setUp()
  const refused = await runCli(['serve', '--host', '0.0.0.0', '--port', '0'], { cwd })
  expect([refused.status, refused.stdout]).toEqual([2, ''])
  expect(refused.stderr).toContain('make one with "vanthu account add NAME --role operator"')

  const added = await account(['add', 'Lan', '--role', 'operator'], `${password}\n`)
  expect([added.status, added.stdout, added.stderr]).toEqual([0, 'Lan is added as operator.\n', ''])
  const json = await account(['add', 'Hòa Bình', '--role', 'reader', '--json'], password)
  expect(JSON.parse(json.stdout)).toMatchObject({ key: 'hòa bình', role: 'reader', lockedAt: null })
  expect(json.stdout).not.toContain('scrypt')
  expect((await account(['role', 'hòa bình', 'archivist'])).stdout).toContain('is archivist')
  expect((await account(['lock', 'HÒA BÌNH'])).status).toBe(0)
  expect((await account(['list'])).stdout).toMatch(
    /^NAME +ROLE[^\n]+\nHòa Bình +archivist +locked since[^\n]+\nLan +operator/,
  )
  expect((await account(['remove', 'Hòa Bình', '--yes'])).status).toBe(0)

  const log = JSON.parse((await account(['audit', '--limit', '4', '--json'])).stdout)
  expect(log.entries.map(({ action }: { action: string }) => action)).toEqual(
    ['remove', 'lock', 'role', 'add'].map((action) => `account-${action}`),
  )
  const last = { way: 'cli', address: null, target: 'Hòa Bình', outcome: 'done' }
  expect(log.entries[0]).toMatchObject(last)
  expect(JSON.stringify(log)).not.toContain('cầu treo')
  expect((await account(['audit', '--before', log.next])).stdout).toMatch(
    /^AT +WHO.*\n.*cli.*account-add +Lan +done +operator\n$/,
  )
}, 120_000)

test('tokens are made and printed once, listed, revoked; passwords are set', async () => {
  const { account } = await setUp()
  expect((await account(['list'])).stdout).toContain('no account yet')
  await account(['add', 'lan', '--role', 'reader'], password)
  const asked = ['--label', 'Lịch', '--scope', 'read', '--days', '30']
  const made = await account(['token', 'add', 'lan', ...asked])
  expect([made.status, made.stdout]).toEqual([0, expect.stringMatching(/^vt_[\w-]{43}\n$/)])
  const listed = await account(['token', 'list', 'lan', '--json'])
  expect(listed.stdout).not.toContain(made.stdout.trim())
  const [token] = JSON.parse(listed.stdout)
  expect(token).toMatchObject({ start: made.stdout.slice(0, 11), label: 'Lịch', scopes: ['read'] })
  expect((await account(['token', 'revoke', 'lan', token.id])).stdout).toContain('is revoked')
  expect((await account(['token', 'list', 'lan'])).stdout).toContain('has no token')
  const more = await account(['token', 'add', 'lan', '--label', 'x', '--scope', 'operate'])
  expect([more.status, more.stderr]).toEqual([2, expect.stringContaining('scopes read.')])
  expect((await account(['password', 'lan'], `${password} nhé\n`)).stdout).toContain('logged out')
}, 120_000)

test.each<[what: string, args: string[], stdin: string, said: RegExp]>([
  ['no password', ['add', 'lan', '--role', 'reader'], '', /on stdin/],
  ['a short password', ['add', 'lan', '--role', 'reader'], 'ngắn', /at least 12 characters/],
  ['no role', ['add', 'lan'], password, /--role/],
  [
    'a role that is none',
    ['add', 'lan', '--role', 'king'],
    password,
    /reader, archivist, operator/,
  ],
  ['a name that is none', ['add', '<lan>', '--role', 'reader'], password, /The name of an account/],
  [
    'a password as argument',
    ['add', 'lan', password, '--role', 'reader'],
    password,
    /too many arguments/,
  ],
  ['an account that is not there', ['lock', 'lan'], '', /no account "lan"/],
  ['removing without being asked', ['remove', 'lan'], '', /--yes/],
  [
    'a scope that is none',
    ['token', 'add', 'lan', '--label', 'x', '--scope', 'all'],
    '',
    /no account|scopes/,
  ],
  ['a limit that is none', ['audit', '--limit', 'x'], '', /"limit" must be/],
])('refused: %s', async (_, args, stdin, said) => {
  const run = await runCli(['account', ...args], { cwd: await temporaryFolder(), stdin })
  expect([run.status, run.stdout]).toEqual([2, ''])
  expect(run.stderr).toMatch(said)
})

test.skipIf(folderOf(['script'], { formula: 'util-linux' }) === null)(
  'on a terminal the password is asked for twice, and not shown',
  async () => {
    const cwd = await temporaryFolder()
    const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'vanthu.ts')
    const command = `${process.execPath} ${program} account add lan --role operator`
    /** Types each answer once the terminal has asked for it. */
    const typing = async (answers: string[]) => {
      const child = spawn('script', ['-qec', command, '/dev/null'], { cwd })
      let seen = ''
      child.stdout.on('data', (chunk) => {
        seen += chunk
        if (/: $/.test(seen)) {
          seen += '\n'
          child.stdin.write(`${answers.shift() ?? ''}\r`)
        }
      })
      const [shown, status] = await Promise.all([
        text(child.stdout),
        new Promise((resolve) => child.on('close', resolve)),
      ])
      return { shown, status }
    }
    const differing = await typing([password, `${password}!`])
    expect([differing.status, differing.shown]).toEqual([
      2,
      expect.stringContaining('not the same'),
    ])
    const typed = await typing([`${password}x\u007F`, password])
    expect([typed.status, typed.shown]).toEqual([0, expect.stringContaining('lan is added')])
    expect(typed.shown).not.toContain(password)
  },
)
