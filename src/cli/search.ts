// `vanthu search QUERY`: finds documents in the archive.

import { UserError } from '../errors.ts'
import { documentTypeSchema } from '../model.ts'
import type { Highlight, SearchHit } from '../ports/search.ts'
import { openApp } from './open-app.ts'
import { bold, countOf, dim, oneLine, print, printJson } from './output.ts'

/** Copies named under a hit. */
const mostNamed = 3

export type SearchOptions = {
  province?: string[]
  official?: string[]
  org?: string[]
  issuer?: string[]
  year?: string[]
  type?: string[]
  limit: string
  cursor?: string
  allCopies?: boolean
  json?: boolean
}

/** Prints one page of hits; gives the exit status. */
export async function search(words: readonly string[], options: SearchOptions): Promise<number> {
  const types = options.type?.map((type) => {
    const known = documentTypeSchema.safeParse(type)
    if (!known.success)
      throw new UserError(
        `"${oneLine(type)}" is no document type; the types are ${documentTypeSchema.options.join(', ')}.`,
      )
    return known.data
  })
  const { app, close } = await openApp()
  const result = await app.search({
    q: words.join(' ') || undefined,
    province: options.province,
    official: options.official,
    org: options.org,
    issuer: options.issuer,
    year: options.year,
    type: types,
    limit: Number(options.limit),
    cursor: options.cursor,
    copies: options.allCopies ? 'all' : undefined,
  })
  await close()
  if (options.json) {
    await printJson(result)
    return 0
  }
  if (result.cutTo !== null)
    await print(dim(`The query was too long; looked for: ${oneLine(result.cutTo)}`))
  await print(`${bold(countOf(result.total, 'document'))} found.`)
  if (result.suggestion !== null) await print(`Did you mean: ${bold(oneLine(result.suggestion))}`)
  for (const hit of result.hits) await print(`\n${hitText(hit)}`)
  if (result.next)
    await print(`\n${dim(`More: add --cursor ${result.next}, or a higher --limit.`)}`)
  return 0
}

function hitText(hit: SearchHit): string {
  const day = (hit.publishedAt ?? hit.issuedOn ?? '').slice(0, 10)
  const about = [
    hit.id.slice(0, 12),
    hit.documentType,
    hit.number,
    hit.provinces.map((p) => p.name).join(', '),
    hit.officials.slice(0, 3).join(', '),
  ]
  return [
    `${bold(oneLine(hit.title ?? hit.name))}${day ? `  ${day}` : ''}`,
    `  ${dim(
      about
        .filter(Boolean)
        .map((part) => oneLine(part ?? ''))
        .join(' · '),
    )}`,
    ...copiesLine(hit),
    ...hit.highlights.map((highlight) => `  … ${highlightText(highlight)} …`),
  ].join('\n')
}

/** "3 copies or versions: bai-2.html (3f2a…), …"; none where there are none. */
function copiesLine({ copies, copyCounts }: SearchHit): string[] {
  if (copyCounts.all === 0) return []
  const named = copies
    .slice(0, mostNamed)
    .map(({ id, name }) => `${oneLine(name)} (${id.slice(0, 12)})`)
  const rest = copyCounts.all > mostNamed ? ' …' : ''
  const what = copyCounts.all === 1 ? 'copy or version' : 'copies or versions'
  return [`  ${dim(`${copyCounts.all} ${what}: ${named.join(', ')}${rest}`)}`]
}

function highlightText({ text, marks }: Highlight): string {
  let out = ''
  let at = 0
  for (const { start, end } of marks) {
    out += joinable(text.slice(at, start)) + bold(joinable(text.slice(start, end)))
    at = end
  }
  return (out + joinable(text.slice(at))).trim()
}

/** As `oneLine`, but a space at an edge stays: pieces are put together again. */
const joinable = (text: string) =>
  `${/^\s/u.test(text) ? ' ' : ''}${oneLine(text)}${/\S\s+$/u.test(text) ? ' ' : ''}`
