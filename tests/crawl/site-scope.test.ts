import { describe, expect, test } from 'vitest'
import { matchesGlob } from '../../src/crawl/glob.ts'
import {
  createScope,
  type OutOfScope,
  ownerOf,
  type ScopeOptions,
} from '../../src/crawl/site-scope.ts'
import { UserError } from '../../src/errors.ts'

const siteUrl = 'https://sgd.sonha.gov.vn/'

describe('pages of a source', () => {
  test.each<[url: string, out: OutOfScope | null, options?: Partial<ScopeOptions>]>([
    ['https://sgd.sonha.gov.vn/tin/a.html', null],
    ['http://www.sgd.sonha.gov.vn/tin/a.html', null],
    ['https://stp.sonha.gov.vn/tin/a.html', 'other-site'],
    ['https://sonha.gov.vn/', 'other-site'],
    ['https://sgd.sonha.gov.vn.example.com/', 'other-site'],
    ['https://sgd.sonha.gov.vn:8443/', 'other-site'],
    ['https://sgd.sonha.gov.vn/tin/a.html', null, { include: ['/tin/*'] }],
    ['https://sgd.sonha.gov.vn/van-ban/a.html', 'not-included', { include: ['/tin/*'] }],
    ['https://sgd.sonha.gov.vn/tin/a.html?id=4', null, { include: ['*?id=*'] }],
    [
      'https://sgd.sonha.gov.vn/tin/a.html',
      'excluded',
      { include: ['/tin/*'], exclude: ['*.html'] },
    ],
    ['https://sgd.sonha.gov.vn/en/a', 'excluded', { exclude: ['https://*/en/*'] }],
    ['https://sgd.sonha.gov.vn/tin/', 'too-deep', { depth: 1 }],
    ['https://sgd.sonha.gov.vn/tin/', null, { depth: 2 }],
  ])('%s → %s', (url, out, options = {}) => {
    expect(createScope({ siteUrl, ...options }).outOf(url, 2)).toBe(out)
  })
})

describe('files of a source', () => {
  test.each<[url: string, out: OutOfScope | null, options?: Partial<ScopeOptions>]>([
    ['https://sonha.gov.vn/documents/1/ke-hoach.pdf', null],
    ['https://vanban.sonha.gov.vn/ke-hoach.pdf', null],
    ['https://sgd.sonha.gov.vn/ke-hoach.pdf', null, { include: ['/tin/*'], depth: 0 }],
    ['https://vanban.chinhphu.vn/nghi-dinh.pdf', 'other-site'],
    ['https://quangcao.gov.vn/a.pdf', 'other-site'],
    ['https://sgd.sonha.gov.vn/uploads/a.zip', 'excluded', { exclude: ['*.zip'] }],
  ])('%s → %s', (url, out, options = {}) => {
    expect(createScope({ siteUrl, ...options }).outOf(url, 9, 'file')).toBe(out)
  })
})

test.each([
  ['stp.bacson.gov.vn', 'bacson.gov.vn'],
  ['www.truongnapan.edu.vn', 'truongnapan.edu.vn'],
  ['a.b.thptnapan.vn', 'thptnapan.vn'],
  ['tin.example.com', 'example.com'],
  ['127.0.0.1', '127.0.0.1'],
])('%s belongs to %s', (host, owner) => {
  expect(ownerOf(new URL(`http://${host}/`))).toBe(owner)
})

test.each<[pattern: string, text: string, matches: boolean]>([
  ['/tin/*', '/tin/a/b', true],
  ['/tin/*', '/tin', false],
  ['*.pdf', '/a.pdf', true],
  ['*.pdf', '/a.pdf?x', false],
  ['/a*b*c', '/a-b-b-c', true],
  ['/a*b*c', '/a-c-b', false],
  ['/ab*bc', '/abc', false],
  ['/a.c', '/abc', false],
  ['/a', '/a', true],
  ['*', '', true],
])('%s on %s: %s', (pattern, text, matches) => {
  expect(matchesGlob(pattern, text)).toBe(matches)
})

test('many stars on a long address take no time', () => {
  const startedAt = performance.now()
  expect(matchesGlob(`${'*a'.repeat(200)}*b`, 'a'.repeat(100_000))).toBe(false)
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test.each(['', ' ', 'tin/*', 'x'.repeat(501)])('"%s" is no pattern', (pattern) => {
  expect(() => createScope({ siteUrl, include: [pattern] })).toThrow(UserError)
})
