// ZIP archives (van-ban-2023.zip): every file inside becomes a document of its own, with its path as its name; archives
// inside the archive are opened too. The archive itself says what was in it.
//
//   van-ban-2023.zip  →  hands on "chi-thi/12.docx", "chi-thi/13.pdf"; text: these names, a line each
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParsedDocument, Warning } from '../model.ts'
import { isIgnoredName } from '../text/ignored-names.ts'
import { createBlocks } from './blocks.ts'
import { detectMediaType } from './detect.ts'
import type { ParseInput, Parser } from './parser.ts'
import { openZip, type ZipBudget, type ZipMember, zipBudget } from './zip.ts'

const name = 'zip/1'
const mediaType = 'application/zip'
/** Archives inside archives: the file itself is the first. */
const mostLevels = 4
const stored = 0
const deflated = 8

/**
 * Opens archives. Throws BadDocumentError: `zip-bomb`, `corrupt`, `encrypted` where no member can be read without a password,
 * `no-text` where there is none, `too-complex` for an archive out of a message out of an archive.
 */
export const archive: Parser = { name, mediaTypes: [mediaType], parse }

type Opening = {
  input: ParseInput
  budget: ZipBudget
  taken: string[]
  refused: Array<{
    name: string
    why: string
    code: 'encrypted' | 'corrupt' | 'too-large' | 'unsupported'
  }>
}

async function parse(input: ParseInput): Promise<ParsedDocument> {
  if (input.within?.includes(mediaType))
    throw new BadDocumentError(
      'too-complex',
      `${input.name} is an archive that came in a message in an archive; unpack it and bring its files by themselves.`,
    )
  const opening: Opening = {
    input,
    budget: zipBudget(input.bytes, input.limits),
    taken: [],
    refused: [],
  }
  await open(opening, input.bytes, '', 1)
  if (opening.taken.length === 0) throw nothingIn(opening)
  return documentOf(opening)
}

async function open(opening: Opening, bytes: Uint8Array, path: string, level: number) {
  const { input, budget } = opening
  const zip = await openZip(bytes, path || input.name, input.limits, budget)
  try {
    for (const member of zip.members) {
      if (member.isFolder || isLeftOver(member.name)) continue
      await take(opening, member, path ? `${path}/${member.name}` : member.name, level)
      input.progress()
      input.emit?.(() => ({ ...documentOf(opening), partial: true }))
    }
  } finally {
    zip.close()
  }
}

const isLeftOver = (path: string): boolean =>
  path.split('/').some((part) => part !== '.' && part !== '..' && isIgnoredName(part))

async function take(opening: Opening, member: ZipMember, path: string, level: number) {
  const { input, refused } = opening
  if (member.isEncrypted) {
    refused.push({ name: path, why: 'it is protected by a password', code: 'encrypted' })
    return
  }
  const why = cannotBeTaken(member)
  if (why !== null) {
    refused.push({ name: path, why, code: 'unsupported' })
    return
  }
  if (member.claimedBytes > input.limits.inputBytes) {
    const why = `it has ${member.claimedBytes} bytes, more than the limit of ${input.limits.inputBytes}`
    refused.push({ name: path, why, code: 'too-large' })
    return
  }
  try {
    const bytes = await contentOf(member)
    const isArchive = bytes instanceof Buffer && detectMediaType(bytes) === mediaType
    if (!isArchive) {
      await input.handOn?.({ name: path, bytes })
      opening.taken.push(path)
    } else if (level < mostLevels) await open(opening, bytes, path, level + 1)
    else {
      const why = `it is an archive inside ${level} others`
      refused.push({ name: path, why, code: 'too-large' })
    }
  } catch (error) {
    if (error instanceof BadDocumentError && error.code === 'zip-bomb') throw error
    // One damaged member does not hide the others.
    refused.push({ name: path, why: messageOf(error).replace(/\.$/, ''), code: 'corrupt' })
  }
}

function cannotBeTaken({ isLink, method }: ZipMember): string | null {
  if (isLink) return 'it is a link or a device and not a file'
  return method === stored || method === deflated
    ? null
    : `it is packed by a method that is not read (number ${method})`
}

/** What every ZIP begins with, an empty one too. */
const zipStarts = ['PK\x03\x04', 'PK\x05\x06']

/** The whole of a member that may be an archive itself; all others as they come, each inflated once. */
async function contentOf(member: ZipMember): Promise<Buffer | AsyncGenerator<Buffer>> {
  const pieces = member.read()
  const first = await pieces.next()
  if (first.done || !zipStarts.includes(first.value.toString('latin1', 0, 4)))
    return resumed(first, pieces)
  const chunks = [first.value]
  for await (const chunk of pieces) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* resumed(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>) {
  if (first.done) return
  yield first.value
  yield* rest
}

function nothingIn({ input, refused }: Opening): BadDocumentError {
  const [first] = refused
  if (!first) return new BadDocumentError('no-text', `${input.name} is an archive without files.`)
  if (refused.every(({ code }) => code === 'encrypted'))
    return new BadDocumentError(
      'encrypted',
      `${input.name} is protected by a password; unpack it and bring its files.`,
    )
  return new BadDocumentError(
    first.code,
    `Nothing in ${input.name} can be read: ${first.name}: ${first.why}.`,
  )
}

function documentOf({ taken, refused }: Opening): ParsedDocument {
  const blocks = createBlocks()
  for (const path of taken) blocks.add('chrome', path.replace(/[\r\n]+/g, ' '))
  const warnings: Warning[] = refused.map((member) => ({
    code: 'member-not-read',
    message: `${member.name} was not taken out of the archive: ${member.why}.`,
  }))
  return {
    version: 1,
    parser: name,
    mediaType,
    ...blocks.read(),
    metadata: {},
    warnings,
    partial: refused.length > 0,
  }
}
