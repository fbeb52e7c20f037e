import { expect, test } from 'vitest'
import { displayWidth, shorten, table } from '../../src/cli/table.ts'

test.each([
  ['Điện Biên', 9],
  ['Điện Biên'.normalize('NFD'), 9],
  ['中文', 4],
  ['', 0],
])('%s takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width))

test.each([
  ['Hội nghị', 8, 'Hội nghị'],
  ['Hội nghị giao ban', 8, 'Hội ngh…'],
  ['Hội nghị giao ban', 5, 'Hội…'],
])('%s in %i columns is %s', (text, width, short) => expect(shorten(text, width)).toBe(short))

test('columns line up, whatever the letters', () => {
  const lines = table(
    [{ heading: 'province' }, { heading: 'n', align: 'right' }],
    [
      ['Điện Biên'.normalize('NFD'), '5'],
      ['Huế', '12'],
      ['a\nb\u001B[2J', '1'],
    ],
  ).split('\n')
  expect(lines).toEqual([
    'province       n',
    'Điện Biên      5',
    'Huế           12',
    'a b\\u{1b}[2J   1',
  ])
})
