// Measures how well web pages are read: title, date, byline, body and chrome against tests/quality/html-annotations.json.
//
//   node bench/html-quality.ts [PART_OF_A_NAME]
//
// A line a page, with what is missing and what should not be there; then the totals. With a part of a name, what was read
// of those pages is printed too, zone by zone.
import { scoredPages } from '../tests/quality/html-pages.ts'
import { totalOf } from '../tests/quality/html-score.ts'

const [part] = process.argv.slice(2)
const pages = await scoredPages(part)
if (pages.length === 0) throw new Error('No page found: is ../shared there, and is the name right?')
const percent = (n: number | null) => (n === null ? '    –' : `${(100 * n).toFixed(1).padStart(5)}`)
const sign = (right: boolean | null) => (right === null ? '–' : right ? '✓' : '✗')
for (const { name, score, record, facts, ms } of pages) {
  console.log(
    `title ${sign(score.title)} date ${sign(score.date)} byline ${sign(score.byline)} recall ${percent(score.recall)} precision ${percent(score.precision)} ${ms.toFixed(0).padStart(5)} ms  ${name}`,
  )
  if (!score.title) console.log(`    title: ${record.title} ≠ ${facts.title?.join(' | ')}`)
  if (!score.date) console.log(`    date: ${record.publishedAt} ≠ ${facts.publishedAt}`)
  if (score.byline === false) console.log(`    bylines: ${JSON.stringify(record.bylines)}`)
  if (score.missing.length > 0) console.log(`    missing: ${score.missing.join(' · ')}`)
  if (score.chrome.length > 0) console.log(`    chrome kept: ${score.chrome.join(' · ')}`)
  if (score.findingsInChrome.length > 0)
    console.log(`    found in chrome: ${score.findingsInChrome.join(' · ')}`)
  if (part)
    for (const b of record.blocks)
      console.log(`      ${b.zone.padEnd(11)} ${record.text.slice(b.start, b.end).slice(0, 160)}`)
}
const total = totalOf(pages.map(({ score }) => score))
const ms = pages.map((p) => p.ms).reduce((a, b) => a + b, 0) / pages.length
console.log(
  `\n${total.pages} pages: titles ${total.titles}, dates ${total.dates}, bylines ${total.bylines.join(' of ')}, ` +
    `body recall ${percent(total.recall)} % precision ${percent(total.precision)} %, ` +
    `${total.missing} phrases missing, ${total.chrome} of chrome kept, ${total.findingsInChrome} findings in chrome; ${ms.toFixed(0)} ms a page`,
)
