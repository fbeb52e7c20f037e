// How well the web pages of ../shared/corpus are read, against facts noted by reading them. The floors are today's figures.
import { expect, test } from 'vitest'
import { corpusIsThere, scoredPages } from './html-pages.ts'
import { totalOf } from './html-score.ts'

if (!corpusIsThere)
  console.warn(
    '\n*** WEB PAGES SKIPPED: ../shared/corpus/html is not there, so nothing says that pages are read as well as they were. ***\n',
  )

test.runIf(corpusIsThere)('web pages are read as well as they were', async () => {
  const pages = await scoredPages()
  const total = totalOf(pages.map(({ score }) => score))
  console.info(JSON.stringify(total))
  expect(total.pages).toBe(55)
  expect(total.titles).toBeGreaterThanOrEqual(53)
  expect(total.dates).toBeGreaterThanOrEqual(55)
  expect(total.bylines[0]).toBeGreaterThanOrEqual(5)
  expect(total.recall).toBeGreaterThanOrEqual(0.999)
  expect(total.precision).toBeGreaterThanOrEqual(0.995)
  expect(total.missing).toBeLessThanOrEqual(2)
  const kept = pages.flatMap(({ name, score }) =>
    score.chrome.map((phrase) => `${name}: ${phrase}`),
  )
  expect(kept).toEqual([])
  const found = pages.flatMap(({ name, score }) =>
    score.findingsInChrome.map((finding) => `${name}: ${finding}`),
  )
  expect(found).toEqual([])
})
