// E-mail messages (.eml): subject, sender and date, then the text, then the names of what is attached. Attached files are
// handed on and become documents of their own.
import type { Attachment } from 'postal-mime'
import { BadDocumentError } from '../errors.ts'
import type { ParsedDocument } from '../model.ts'
import { repairParsed } from '../text/legacy/repair-blocks.ts'
import { createBlocks } from './blocks.ts'
import { html } from './html.ts'
import { describeAddress, openMessage } from './mail.ts'
import type { ParseInput, Parser } from './parser.ts'
import { blocksOf } from './text.ts'

const mediaType = 'message/rfc822'
/** Messages forwarded in messages: each level would be kept once more in all those round it. */
const mostLevels = 10

/** Reads messages. Throws `corrupt`, and `no-text` where there is neither text nor an attachment. */
export const eml: Parser = {
  name: 'eml/1',
  mediaTypes: [mediaType],
  async parse(input) {
    if ((input.within ?? []).filter((type) => type === mediaType).length >= mostLevels)
      throw new BadDocumentError(
        'too-complex',
        `${input.name} is a message in ${mostLevels} others; save it by itself and bring it.`,
      )
    const message = await openMessage(input)
    input.progress()
    const blocks = createBlocks()
    const subject = message.subject?.trim() ?? ''
    if (subject !== '') blocks.add('heading', subject, { level: 1 })
    const from = describeAddress(message.from)
    if (from !== '') blocks.add('page-header', `From: ${from}`)
    const to = (message.to ?? []).map(describeAddress).filter((address) => address !== '')
    if (to.length > 0) blocks.add('page-header', `To: ${to.join(', ')}`)
    const dateHeader = message.headers.find(({ key }) => key === 'date')?.value.trim()
    if (dateHeader) blocks.add('page-header', `Date: ${dateHeader}`)
    const head = blocks.count
    // A message mostly says the same twice; the plain one is what its writer wrote.
    const plain = message.text?.replaceAll('\r\n', '\n').trim() ?? ''
    if (plain !== '')
      for (const { start, end, kind } of blocksOf(plain)) blocks.add(kind, plain.slice(start, end))
    const attached = message.attachments.filter(isAttached)
    const unread = plain === '' && message.html ? await addPage(blocks, message.html, input) : null
    // What is attached may well be what the message was sent for.
    if (unread && attached.length === 0) throw unread
    if (blocks.count === head && attached.length === 0)
      throw new BadDocumentError('no-text', `${input.name} is a message without any text.`)
    const names = attached.map((attachment, i) => nameOf(attachment, i))
    for (const name of names) blocks.add('chrome', `Tệp đính kèm: ${name}`)
    for (const [i, { content }] of attached.entries())
      await input.handOn?.({ name: names[i] ?? '', bytes: bytesOf(content) })
    const sentAt = instantOf(message.date)
    const parsed: ParsedDocument = {
      version: 1,
      parser: 'eml/1',
      mediaType,
      ...blocks.read(),
      metadata: {
        ...(subject === '' ? {} : { title: subject }),
        ...(sentAt ? { publishedAt: sentAt } : {}),
        ...(message.from?.name ? { author: message.from.name } : {}),
      },
      warnings: [
        ...(unread ? [{ code: unread.code, message: unread.message }] : []),
        ...(attached.length === 0 || input.handOn
          ? []
          : [
              {
                code: 'attachments-not-read',
                message: `${attached.length} attached files were left alone; bring them by themselves.`,
              },
            ]),
      ],
      partial: unread !== null,
    }
    return repairParsed(parsed)
  },
}

/** The instant in Vietnam's time, as articles have theirs; null where the header is none. */
function instantOf(date: string | undefined): string | null {
  const ms = Date.parse(date ?? '')
  if (Number.isNaN(ms)) return null
  return new Date(ms + 7 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+07:00')
}

/** Pictures that the text shows (logos, signatures) belong to it; all else was attached to be read. */
const isAttached = ({ related, disposition, mimeType }: Attachment): boolean =>
  mimeType.startsWith('image/')
    ? !related && disposition !== 'inline'
    : !related || disposition === 'attachment'

const endings: Readonly<Record<string, string>> = { 'message/rfc822': '.eml' }

/** The name given, or one that tells the place and the kind: "tep-dinh-kem-2.eml". */
function nameOf({ filename, mimeType }: Attachment, index: number): string {
  const given = filename?.trim()
  return given ? given : `tep-dinh-kem-${index + 1}${endings[mimeType] ?? ''}`
}

const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)

/** Adds the blocks of a message in HTML; a page without text adds nothing. Gives the reason where it cannot be read. */
async function addPage(
  blocks: ReturnType<typeof createBlocks>,
  page: string,
  input: ParseInput,
): Promise<BadDocumentError | null> {
  try {
    const parsed = await html.parse({ ...input, bytes: Buffer.from(page), emit: undefined })
    for (const { start, end, kind, level } of parsed.blocks)
      blocks.add(kind, parsed.text.slice(start, end), { level })
    return null
  } catch (error) {
    if (!(error instanceof BadDocumentError)) throw error
    return error.code === 'no-text' ? null : error
  }
}
