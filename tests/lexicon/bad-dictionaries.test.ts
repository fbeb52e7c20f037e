// One fault in a copy of the real dictionaries, and the message that names its place.
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { defaultFolder, loadLexicon } from '../../src/lexicon/load.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vanthu-lexicon-'))
  cpSync(defaultFolder, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true }))

const contentOf = (file: string) => readFileSync(join(folder, file), 'utf8')
const linesOf = (file: string) => contentOf(file).split('\n')
/** Adds a row; returns its line. */
function append(file: string, ...cells: string[]): number {
  const content = contentOf(file)
  writeFileSync(join(folder, file), `${content}${cells.join('\t')}\n`)
  return content.split('\n').length
}
function complaint(): string {
  try {
    loadLexicon(folder)
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    return (error as Error).message
  }
  throw new Error('the dictionaries were accepted')
}
const lineOf = (file: string, start: string) =>
  linesOf(file).findIndex((line) => line.startsWith(start)) + 1

describe('one bad row', () => {
  const period = (id: string, ...rest: string[]) => [id, 'Hòa Bình', 'tỉnh', ...rest]
  test.each<[string, string, string[], number, string]>([
    [
      'a date that is none',
      'provinces.tsv',
      period('hoa-binh', '', '2025-02-30', '', 'phu-tho', '', '', ''),
      5,
      'from must be a date',
    ],
    [
      'a kind that is none',
      'provinces.tsv',
      ['x', 'X', 'huyện', '', '', '1900', 'phu-tho', '', '', ''],
      3,
      'kind must be one of: tỉnh, thành phố',
    ],
    [
      'a tile of a province that there is not',
      'province-tiles.tsv',
      ['34', 'atlantis', '', 'AT', '22', '7'],
      2,
      '"atlantis" is no province',
    ],
    [
      'a tile where another one is',
      'province-tiles.tsv',
      ['34', 'ha-tay', '', 'HT', '1', '2'],
      6,
      'the place of row 1, column 2 on the map of 34 is already in line',
    ],
    [
      'a tile outside of the map',
      'province-tiles.tsv',
      ['63', 'ha-tay', '', 'HT', '1', '8'],
      6,
      'column is above 7',
    ],
    [
      'no successor',
      'provinces.tsv',
      period('hoa-binh', '', '1900', '1901', '', '', '', ''),
      7,
      'current must not be blank',
    ],
    [
      'an unknown successor',
      'provinces.tsv',
      period('hoa-binh', '', '1900', '1901', 'atlantis', '', '', ''),
      7,
      '"atlantis" is no province',
    ],
    [
      'a successor of the past',
      'provinces.tsv',
      period('hoa-binh', '', '1900', '1901', 'ha-tay', '', '', ''),
      7,
      '"ha-tay" is no province today',
    ],
    [
      'an unknown origin',
      'provinces.tsv',
      period('hoa-binh', '', '1900', '1901', 'phu-tho', 'atlantis', '', ''),
      8,
      '"atlantis" is no province',
    ],
    [
      'overlapping periods',
      'provinces.tsv',
      period('hoa-binh', '', '2025-06-30', '2025-12', 'phu-tho', '', '', ''),
      5,
      'this period of hoa-binh overlaps with line',
    ],
    [
      'a period backwards',
      'provinces.tsv',
      period('hoa-binh', '', '1901', '1900', 'phu-tho', '', '', ''),
      6,
      'hoa-binh ends before it begins',
    ],
    [
      'a province without a name',
      'provinces.tsv',
      ['atlantis', 'Atlantis', 'tỉnh', '', '', '1900', 'phu-tho', '', '', ''],
      1,
      'atlantis has no row in province-aliases.tsv',
    ],
    [
      'an alias of no province',
      'province-aliases.tsv',
      ['atlantis', 'Atlantis', 'name'],
      1,
      '"atlantis" is no province',
    ],
    [
      'an alias twice',
      'province-aliases.tsv',
      ['hoa-binh', 'Hoà Bình', 'name'],
      2,
      '"Hoà Bình" of hoa-binh is already in line',
    ],
    [
      'an unknown use',
      'province-aliases.tsv',
      ['hoa-binh', 'Xứ Mường', 'often'],
      3,
      'use must be one of: name, marked, nickname',
    ],
    [
      'a title twice',
      'titles.tsv',
      ['bộ trưởng', '', '2', '1', '', ''],
      1,
      '"bộ trưởng" is already in line',
    ],
    [
      'an abbreviation twice',
      'titles.tsv',
      ['Tổng Giám sát', 'TUV', '2', '1', '', ''],
      2,
      '"tuv" is already in line',
    ],
    [
      'a level out of bounds',
      'titles.tsv',
      ['Tổng Giám sát', '', '12', '1', '', ''],
      3,
      'level is above 9',
    ],
    [
      'a base that is no title',
      'titles.tsv',
      ['Tổng Giám sát Sở', '', '2', '1', '', 'Tổng Giám sát'],
      6,
      '"Tổng Giám sát" is no title',
    ],
    [
      'an empty value in a list',
      'surnames.tsv',
      ['Xyz', 'Kinh; ; Thái', ''],
      2,
      'groups has an empty value between semicolons',
    ],
    [
      'a verb in two roles',
      'directive-verbs.tsv',
      ['phối hợp', 'pre-verb'],
      1,
      '"phối hợp" is already in line',
    ],
    [
      'a trap for names twice',
      'name-traps.tsv',
      ['Thi đua', 'outside'],
      1,
      '"thi đua" is already in line',
    ],
    [
      'a word of subjects twice in one role',
      'subject-words.tsv',
      ['họ', 'pronoun'],
      1,
      '"họ" (pronoun) is already in line',
    ],
    [
      'a mark among the words of subjects',
      'subject-words.tsv',
      ['a|b', 'doing'],
      1,
      'phrase must be words without marks',
    ],
    [
      'an unknown document type',
      'document-types.tsv',
      ['Sớ', '', 'petition', 'legal'],
      3,
      'type Invalid option',
    ],
    [
      'a day twice',
      'holidays.tsv',
      ['20', '11', 'Ngày nào đó', 'solar'],
      1,
      '"solar 20/11" is already in line',
    ],
    [
      'an issuer backwards',
      'issuer-codes.tsv',
      ['XYZ', 'Bộ nào đó', 'ministry', '2025', '2024'],
      5,
      'ends before it begins',
    ],
    [
      'a trailing space',
      'honorifics.tsv',
      ['quý ông ', 'm', 'person'],
      1,
      'form begins or ends with a space',
    ],
    ['a missing cell', 'byline-forms.tsv', ['Chấp bút'], 1, 'has 1 cells; 2 are expected'],
  ])('%s', (_, file, cells, column, message) => {
    const line = append(file, ...cells)
    expect(complaint()).toContain(`\n${file}:${line}:${column}: ${message}`)
  })
})

test('a fault in the middle is named by its own line', () => {
  const line = lineOf('provinces.tsv', 'hoa-binh\t')
  const changed = contentOf('provinces.tsv').replace(/^hoa-binh\tHòa Bình/m, 'Hoa Binh\tHòa Bình')
  writeFileSync(join(folder, 'provinces.tsv'), changed)
  expect(complaint()).toContain(`provinces.tsv:${line}:1: id must be an id like "dien-bien"`)
})

test('all faults are reported together', () => {
  const first = append('titles.tsv', 'Bộ trưởng', '', '2', '1', '', '')
  const second = append('holidays.tsv', '2', '9', 'Quốc khánh', 'solar')
  const message = complaint()
  expect(message).toContain('2 fault(s)')
  expect(message).toContain(`titles.tsv:${first}:1:`)
  expect(message).toContain(`holidays.tsv:${second}:1:`)
})

test('a missing file, an unknown file and a file that is not UTF-8', () => {
  renameSync(join(folder, 'chrome.tsv'), join(folder, 'chromes.tsv'))
  const message = complaint()
  expect(message).toContain('chrome.tsv:1:1: the file is missing')
  expect(message).toContain('chromes.tsv:1:1: is no known dictionary')
  writeFileSync(join(folder, 'chrome.tsv'), Buffer.from('text\tmatch\nH\xF4m nay', 'latin1'))
  expect(complaint()).toContain('chrome.tsv:1:1: the file is not UTF-8')
})

test('a folder that is not there', () => {
  expect(() => loadLexicon(join(folder, 'none'))).toThrow(/cannot be read from .*none/)
})

test('an unchanged copy loads, and any change of what records are made with changes the version', () => {
  const { version } = loadLexicon(folder)
  expect(version).toBe(loadLexicon().version)
  append('unit-nouns.tsv', 'thùng phiếu')
  expect(loadLexicon(folder).version).not.toBe(version)
})

test.each(['province-tiles.tsv', 'site-words.tsv'])('%s has no part in the version', (name) => {
  const { version } = loadLexicon(folder)
  const [head, first, ...rest] = readFileSync(join(folder, name), 'utf8').split('\n')
  // The same rows in another order: still right, and another file.
  writeFileSync(join(folder, name), [head, ...rest.filter(Boolean), first, ''].join('\n'))
  expect(loadLexicon(folder).version).toBe(version)
})
