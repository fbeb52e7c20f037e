import { expect, test } from 'vitest'
import { createLog, escapeControls } from '../src/log.ts'

const lines = (options: { pretty: boolean; level?: 'info' | 'error' }) => {
  const written: string[] = []
  const log = createLog({ level: 'info', ...options, write: (line) => written.push(line) })
  return { log, written }
}

test('JSON: one line an event, fields as given, nothing that steers a terminal', () => {
  const { log, written } = lines({ pretty: false })
  log.info('parsed', { name: 'a\n\u001B[31m\u202Etxt.exe', ms: 12, none: undefined })
  expect(written).toHaveLength(1)
  expect(written[0]).toMatch(/^[\x20-\x7E]*\n$/)
  expect(JSON.parse(written[0] ?? '')).toMatchObject({
    level: 'info',
    message: 'parsed',
    name: 'a\n\u001B[31m\u202Etxt.exe',
    ms: 12,
  })
})

test('pretty: readable, one line an event, Vietnamese as it is', () => {
  const { log, written } = lines({ pretty: true })
  log.warn('failed', { name: 'báo cáo\u001B[2J\n.pdf', code: null })
  expect(written[0]).toMatch(
    /^\d\d:\d\d:\d\d warn {2}failed name=báo cáo\\u\{1b\}\[2J\\u\{a\}\.pdf\n$/,
  )
})

test('the sentence of an error stands beside what happened', () => {
  const error = { code: 'corrupt', message: 'Tệp hỏng.' }
  const { log, written } = lines({ pretty: false })
  log.warn('failed', { name: 'a.pdf', ...error })
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ message: 'failed', reason: 'Tệp hỏng.' })
})

test('what is below the level is left out', () => {
  const { log, written } = lines({ pretty: false, level: 'error' })
  log.debug('a')
  log.info('b')
  log.warn('c')
  log.error('d')
  expect(written.map((line) => JSON.parse(line).message)).toEqual(['d'])
})

test.each([
  ['Hội nghị'.normalize('NFD'), 'Hội nghị'.normalize('NFD')],
  ['😀', '😀'],
  ['\u0085\u2028\u061C', '\\u{85}\\u{2028}\\u{61c}'],
  ['\ud800x', '\\u{d800}x'],
])('escapes %j as %s', (text, escaped) => expect(escapeControls(text)).toBe(escaped))
