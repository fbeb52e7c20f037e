// What was Điện Biên told to do in 2023, by whom, and what share was reached?
//
//   node examples/ask-dien-bien.ts http://127.0.0.1:4280 [token]
import { ApiError, createClient } from './client.ts'

const [url = 'http://127.0.0.1:4280', token] = process.argv.slice(2)
const archive = createClient({ url, token })
const asked = { province: 'dien-bien', year: '2023' }

/** One line, however it stands in the document. */
const inLine = (text: string) => text.replace(/\s+/g, ' ').trim()

try {
  console.log('Told to do in 2023:')
  for await (const { facts } of archive.pages('GET /api/facts/directives', { query: asked }))
    for (const { text, issuer, assignees, deadline, title, link } of facts) {
      console.log(`- ${inLine(text)}`)
      console.log(
        `  by ${issuer ?? 'nobody named'}, to ${assignees.join(', ') || 'nobody named'}${deadline ? `, until ${deadline}` : ''}`,
      )
      console.log(`  ${title ?? 'without title'}: ${url}${link}`)
    }
  console.log('Shares of 2023:')
  for await (const { facts } of archive.pages('GET /api/facts/percentages', { query: asked }))
    for (const { value, unit, subject, text, check, link } of facts) {
      const isChecked =
        check === null ? '' : check === 'agrees' ? ' (its ratio agrees)' : ' (its ratio disagrees)'
      console.log(
        `- ${value} ${unit === 'points' ? 'points' : '%'} of ${inLine(subject ?? text)}${isChecked}: ${url}${link}`,
      )
    }
} catch (error) {
  if (!(error instanceof ApiError)) throw error
  console.error(`${error.message} (${error.code})`)
  process.exitCode = 1
}
