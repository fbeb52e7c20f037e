// `vanthu explain` as people meet it: command → exit status, stdout, stderr. Each row runs a real process.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/run-cli.ts'

const text = `Hội nghị tổng kết công tác của ngành
Sáng 21/3/2023, tại tỉnh Điện Biên, ông Nguyễn Văn Đoạt, Giám đốc Sở Nội vụ tỉnh Điện Biên, dự hội nghị.
Các đại biểu đi qua đường Lê Hồng Phong rồi về khu nhà mới ở phía sau hồ nước trong xanh.
Hôm nay32,964
`
let cwd = ''
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'vanthu-explain-'))
  await writeFile(join(cwd, 'tin.txt'), text)
  await writeFile(join(cwd, 'lạ.txt'), 'Ngày 21/3/2023, \u202Ehọp ở tỉnh Điện Biên')
  await writeFile(join(cwd, 'rong.pdf'), '')
  await mkdir(join(cwd, 'kho'))
  await writeFile(join(cwd, 'kho', 'a.txt'), text)
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

type Row = { args: string[]; status: number; stdout?: RegExp; stderr?: RegExp }
const rows: Record<string, Row> = {
  'every item with rule, confidence, value and why': {
    args: ['tin.txt'],
    status: 0,
    stdout:
      /^Hội nghị tổng kết công tác của ngành\n[\s\S]*dates {2}37–51 {2}“Sáng 21\/3\/2023”\n {2}is {4}2023-03-21, event\n {2}rule {2}day-month-year 0\.97\n {2}why {3}A day with its month and year\.[\s\S]*officials {2}[\s\S]*Nguyễn Văn Đoạt: Giám đốc, Sở Nội vụ tỉnh Điện Biên[\s\S]*\d+ items; \d+ candidates looked at and dropped/,
    stderr: /^$/,
  },
  'one type only': {
    args: ['tin.txt', '--type', 'dates'],
    status: 0,
    stdout: /^(?![\s\S]*officials)[\s\S]*day-month-year[\s\S]*\n1 item;/,
  },
  'one offset: what covers it': {
    args: ['tin.txt', '--at', '43'],
    status: 0,
    stdout: /^offset 43 {2}“1”\nlead: read by all finders\n\ndates {2}37–51(?![\s\S]*\nprovinces)/,
  },
  'words: what was dropped there, and why': {
    args: ['tin.txt', '--find', 'lê hồng  phong'],
    status: 0,
    stdout:
      /^offset 168 {2}“Lê Hồng Phong”\nbody: [\s\S]*\nofficials {2}168–181 {2}“Lê Hồng Phong”\n {2}not {3}name-eponym\n {2}why {3}The words before it make it the name of a street/,
  },
  'a place that nothing looked at': {
    args: ['tin.txt', '--find', 'Hôm nay32', '--type', 'officials'],
    status: 0,
    stdout:
      /boilerplate: zones such as menus are not read\nNothing was found here, and no rule looked/,
  },
  'text steers no terminal': {
    args: ['lạ.txt', '--at', '16'],
    status: 0,
    stdout: /^offset 16 {2}“\\u\{202e\}”/,
  },
  'no such words': {
    args: ['tin.txt', '--find', 'Cà Mau\u001B[2J'],
    status: 2,
    stdout: /^$/,
    stderr: /^vanthu: The words “Cà Mau\\u\{1b\}\[2J” are not in the text/,
  },
  'an offset behind the end': {
    args: ['tin.txt', '--at', '99999'],
    status: 2,
    stdout: /^$/,
    stderr: /^vanthu: --at 99999 is no place in the text: .* from 0 to \d+\.\n$/,
  },
  'an offset that is none': {
    args: ['tin.txt', '--at', 'ten'],
    status: 2,
    stderr: /--at ten is no place/,
  },
  'two places at once': {
    args: ['tin.txt', '--at', '3', '--find', 'x'],
    status: 2,
    stderr: /cannot be used with option/,
  },
  'no such type': {
    args: ['tin.txt', '--type', 'names'],
    status: 2,
    stderr: /Allowed choices are facts, officials/,
  },
  'a missing file': { args: ['khong.txt'], status: 2, stdout: /^$/, stderr: /does not exist/ },
  'a folder': { args: ['kho'], status: 2, stdout: /^$/, stderr: /kho is a folder; one file/ },
  'a file that cannot be read': {
    args: ['rong.pdf'],
    status: 3,
    stdout: /^$/,
    stderr: /rong\.pdf/,
  },
}

describe('explain', () => {
  test.each(Object.entries(rows))('%s', async (_, row) => {
    const run = await runCli(['explain', ...row.args], { cwd })
    expect(run, run.stderr).toMatchObject({ status: row.status })
    if (row.stdout) expect(run.stdout).toMatch(row.stdout)
    if (row.stderr) expect(run.stderr).toMatch(row.stderr)
    expect(run.stderr).not.toMatch(/This is a fault of vanthu/)
    expect(run.stdout + run.stderr).not.toMatch(/[\u001B\u202E]/)
  })
})

test('--json gives the same as JSON', async () => {
  const all = JSON.parse((await runCli(['explain', 'tin.txt', '--json'], { cwd })).stdout)
  expect(all).toMatchObject({ file: 'tin.txt' })
  expect(all.found).toContainEqual({
    type: 'dates',
    start: 37,
    end: 51,
    text: 'Sáng 21/3/2023',
    rule: 'day-month-year',
    confidence: 0.97,
    value: '2023-03-21, event',
    why: 'A day with its month and year.',
    evidence: null,
  })
  const args = ['explain', 'tin.txt', '--find', 'Lê Hồng Phong', '--type', 'officials', '--json']
  const { place } = JSON.parse((await runCli(args, { cwd })).stdout)
  expect(place).toMatchObject({
    start: 168,
    end: 181,
    text: 'Lê Hồng Phong',
    zone: 'body',
    found: [],
  })
  expect(place.declined).toContainEqual({
    type: 'officials',
    start: 168,
    end: 181,
    text: 'Lê Hồng Phong',
    rule: 'name-eponym',
    reason: expect.stringContaining('street'),
  })
})
