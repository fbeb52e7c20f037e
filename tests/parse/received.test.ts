// What comes over the pipe is a document or it is nothing.
import { describe, expect, test } from 'vitest'
import { parsedOf } from '../../src/parse/received.ts'

const text = 'Điều 1. Phạm vi'
const description = {
  version: 1,
  parser: 'x/1',
  mediaType: 'text/plain',
  metadata: {},
  warnings: [],
  partial: false,
  text: 'plain',
}
const received = (blocks: unknown, rest: object = {}, body = text) =>
  parsedOf({
    text: Buffer.from(body),
    description: Buffer.from(JSON.stringify({ ...description, blocks, ...rest })),
  })
const block = { start: 0, end: 7, kind: 'heading' }

describe('a document', () => {
  test.each<[string, unknown[]]>([
    ['without blocks', []],
    ['of blocks in order', [block, { start: 8, end: 15, kind: 'paragraph' }]],
    [
      'of blocks with all they can have',
      [{ ...block, page: 2, level: 1, confidence: 93.5, original: '§iÒu' }],
    ],
  ])('%s', (_, blocks) => {
    expect(received(blocks)).toEqual({ ...description, text, blocks })
  })

  test('with a lone surrogate in its text', () => {
    const odd = `${text}\uD800`
    expect(received([block], { text: 'json' }, JSON.stringify(odd)).text).toBe(odd)
  })
})

describe('no document', () => {
  test.each<[string, unknown]>([
    ['no list', null],
    ['nothing as a block', [null]],
    ['a place before the text', [{ ...block, start: -1 }]],
    ['a place behind the text', [{ ...block, end: 16 }]],
    ['a place between characters', [{ ...block, end: 6.5 }]],
    ['an end before its start', [{ ...block, start: 7, end: 6 }]],
    ['blocks that overlap', [block, { ...block, start: 6 }]],
    ['an unknown kind', [{ ...block, kind: 'script' }]],
    ['a page that is none', [{ ...block, page: 0 }]],
  ])('%s', (_, blocks) => {
    expect(() => received(blocks)).toThrow()
  })

  test('a description without its parser', () => {
    expect(() => received([block], { parser: undefined })).toThrow()
  })
})
