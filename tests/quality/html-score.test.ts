// The scorer itself: it must see what is wrong before its figures mean anything.
import { expect, test } from 'vitest'
import { recordOf } from '../support/record-of.ts'
import { bodyOf, type PageFacts, plainText, scorePage } from './html-score.ts'

const source =
  '<title>Báo</title><p>Menu chính</p><h1>Hội nghị giao ban</h1><p>Sáng nay, huyện họp.<br>N&ecirc;u &yacute; kiến.</p><p>Tin khác</p>'
const facts: PageFacts = {
  kind: 'article',
  title: ['Hội nghị giao ban'],
  publishedAt: '2023-02-09',
  first: 'Sáng nay, huyện',
  last: 'ý kiến.',
  has: ['huyện họp'],
  not: ['Menu chính', 'Tin khác'],
}

test('the body of a page is what stands between its first and last words', () => {
  expect(plainText(source)).toContain('Nêu ý kiến.')
  expect(bodyOf(source, facts)).toBe('Sáng nay, huyện họp. Nêu ý kiến')
  expect(() => bodyOf(source, { ...facts, last: 'không có' })).toThrow('không có')
})

test('a page read well scores full', () => {
  const record = recordOf({
    publishedAt: '2023-02-09',
    lines: [
      'title: Hội nghị giao ban',
      'Sáng nay, huyện họp.',
      'Nêu ý kiến.',
      'boilerplate: Tin khác',
    ],
  })
  expect(scorePage({ ...record, title: 'Hội nghị giao ban' }, facts, source)).toMatchObject({
    title: true,
    date: true,
    recall: 1,
    precision: 1,
    missing: [],
    chrome: [],
    findingsInChrome: [],
  })
})

test('what is missing, what is too much and what was found in chrome is seen', () => {
  const record = recordOf({ lines: ['title: Báo', 'Menu chính', 'Nêu ý kiến.', 'Tin khác'] })
  const start = record.text.indexOf('Menu')
  const date = { edtf: '2023', kind: 'other' as const, inferred: false, rule: 'r', confidence: 1 }
  const score = scorePage(
    {
      ...record,
      title: 'Báo',
      dates: [{ ...date, start, end: start + 4, text: 'Menu' }],
    },
    facts,
    source,
  )
  expect(score).toMatchObject({
    title: false,
    date: false,
    missing: ['huyện họp'],
    chrome: ['Menu chính', 'Tin khác'],
    findingsInChrome: ['date "Menu"'],
  })
  expect(score.recall).toBeLessThan(0.5)
  expect(score.precision).toBeLessThan(0.7)
})
