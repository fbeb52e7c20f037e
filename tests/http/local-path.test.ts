import { describe, expect, test } from 'vitest'
import { localPath } from '../../src/http/accounts/local-path.ts'

describe('where a login leads', () => {
  test.each([
    ['/', '/'],
    ['/status', '/status'],
    ['/d/abc?x=1&y=%2F%2F#i-2', '/d/abc?x=1&y=%2F%2F#i-2'],
    ['/a/../status', '/status'],
  ])('a page of ours: %s', (asked, path) => {
    expect(localPath(asked)).toBe(path)
  })

  test.each([
    undefined,
    '',
    'status',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%5c/../..//evil.example',
    'javascript:alert(1)',
    '/login?next=/',
    '/logout',
  ])('nowhere else: %j', (asked) => {
    expect(localPath(asked)).toBe('/')
  })
})
