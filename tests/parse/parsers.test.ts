import { expect, test } from 'vitest'
import { ocrName } from '../../src/parse/ocr/outcome.ts'
import { isCurrentParser, parsers } from '../../src/parse/parsers.ts'

test.each(parsers.map((entry) => [entry.name, entry] as const))(
  '%s is what the parser calls itself',
  async (name, entry) => {
    expect((await entry.load()).name).toBe(name)
  },
)

test.each([
  ['pdf/2', true],
  [`pdf/2+${ocrName}`, true],
  ['pdf/1', false],
  ['pdf/2+ocr/0', false],
  [`pdf/0+${ocrName}`, false],
  ['gone/1', false],
  ['', false],
])('a document read by %j is up to date: %s', (made, is) => {
  expect(isCurrentParser(made)).toBe(is)
})
