// `vanthu show ID`: one document of the archive, by its id or the first digits of it.
import type { DocumentDetails } from '../app/app.ts'
import { UserError } from '../errors.ts'
import { openApp } from './open-app.ts'
import { countOf, dim, oneLine, print, printJson } from './output.ts'
import { recordSummary } from './record-summary.ts'

/** Members listed; those of a large archive would push the record off the screen. */
const mostMembers = 50

/** Prints the document; gives the exit status. */
export async function show(id: string, options: { json?: boolean }): Promise<number> {
  const { app, close } = await openApp()
  const details = await app.document(id)
  const gone = details ? null : await app.forgotten(id)
  await close()
  if (gone)
    throw new UserError(
      `${oneLine(gone.name)} (${gone.id.slice(0, 12)}) was forgotten at ${gone.at}.`,
    )
  if (!details)
    throw new UserError(
      `There is no document ${oneLine(id)} in the archive; ids stand in the output of "vanthu search".`,
    )
  const { row, ...rest } = details
  const {
    sources,
    tags,
    versions,
    copies,
    copyCount,
    links,
    container,
    members,
    record,
    corrections,
  } = rest
  if (options.json) {
    await printJson({ ...row, ...rest })
    return 0
  }
  const error = row.error ? `  ${row.error.code}: ${oneLine(row.error.message)}` : ''
  await print(dim(`${row.id}  ${row.state}${error}`))
  for (const source of sources) await print(dim(cameFrom(source)))
  for (const [what, link] of [
    ...links.offeredBy.map((link) => ['attached to', link] as const),
    ...links.files.map((link) => ['has the file', link] as const),
  ].slice(0, mostMembers))
    await print(dim(linked(what, link)))
  if (tags.length > 0) await print(dim(`in folders ${tags.map(oneLine).join(', ')}`))
  for (const version of versions)
    if (version.id !== row.id)
      await print(
        dim(
          `another version, last come ${version.lastAt}: ${oneLine(version.name)} (${version.id.slice(0, 12)}, ${version.state})`,
        ),
      )
  const others = copies.filter(({ relation }) => relation === 'copy')
  for (const copy of others.slice(0, mostMembers))
    await print(
      dim(`a copy: ${oneLine(copy.name)} (${copy.id.slice(0, 12)}), received ${copy.receivedAt}`),
    )
  const moreCopies = copyCount - copies.length + Math.max(0, others.length - mostMembers)
  if (moreCopies > 0) await print(dim(`and ${moreCopies} more copies or versions`))
  if (container)
    await print(dim(`came in ${oneLine(container.name)} (${container.id.slice(0, 12)})`))
  for (const member of members.slice(0, mostMembers))
    await print(dim(`holds ${oneLine(member.name)} (${member.id.slice(0, 12)}, ${member.state})`))
  if (members.length > mostMembers)
    await print(dim(`and ${members.length - mostMembers} more, which --json lists`))
  const held = corrections.filter(({ withdrawnAt }) => withdrawnAt === undefined)
  if (held.length > 0)
    await print(dim(`${countOf(held.length, 'correction')} by ${reviewers(held).join(', ')}`))
  await print(record ? recordSummary(record) : oneLine(row.name))
  return 0
}

const reviewers = (corrections: DocumentDetails['corrections']): string[] => [
  ...new Set(corrections.map(({ who }) => oneLine(who))),
]

/** "attached to https://…/thong-bao-12.html (3f2a9c0b1d2e)". */
function linked(
  what: string,
  { url, documentId }: DocumentDetails['links']['files'][number],
): string {
  return `${what} ${oneLine(url)}${documentId === null ? '' : ` (${documentId.slice(0, 12)})`}`
}

/** "came as 2023/bao-cao.pdf at 2026-03-01T08:00:00.000Z". */
function cameFrom({ name, place, receivedAt, lastAt }: DocumentDetails['sources'][number]): string {
  const again = lastAt === receivedAt ? '' : `, last at ${lastAt}`
  return `came as ${oneLine(place ?? name)} at ${receivedAt}${again}`
}
