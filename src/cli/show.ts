// `vanthu show ID`: one document of the archive, by its id or the first digits of it.
import { UserError } from '../errors.ts'
import { openApp } from './open-app.ts'
import { dim, oneLine, print, printJson } from './output.ts'
import { recordSummary } from './record-summary.ts'

/** Members listed; those of a large archive would push the record off the screen. */
const mostMembers = 50

/** Prints the document; gives the exit status. */
export async function show(id: string, options: { json?: boolean }): Promise<number> {
  const { app, close } = await openApp()
  const details = await app.document(id)
  await close()
  if (!details)
    throw new UserError(
      `There is no document ${oneLine(id)} in the archive; ids stand in the output of "vanthu search".`,
    )
  const { row, names, container, members, record } = details
  if (options.json) {
    await printJson({ ...row, names, container, members, record })
    return 0
  }
  const error = row.error ? `  ${row.error.code}: ${oneLine(row.error.message)}` : ''
  await print(dim(`${row.id}  ${row.state}${error}`))
  if (names.length > 1) await print(dim(`also came as ${names.slice(1).map(oneLine).join(', ')}`))
  if (container)
    await print(dim(`came in ${oneLine(container.name)} (${container.id.slice(0, 12)})`))
  for (const member of members.slice(0, mostMembers))
    await print(dim(`holds ${oneLine(member.name)} (${member.id.slice(0, 12)}, ${member.state})`))
  if (members.length > mostMembers)
    await print(dim(`and ${members.length - mostMembers} more, which --json lists`))
  await print(record ? recordSummary(record) : oneLine(row.name))
  return 0
}
