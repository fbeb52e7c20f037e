// Opens e-mail messages and saved web pages (MHTML), which are put together alike. The only file that imports postal-mime.
import PostalMime, { type Address, type Email } from 'postal-mime'
import { BadDocumentError, messageOf } from '../errors.ts'
import type { ParseInput } from './parser.ts'

/** Header words such as "=?utf-8?Q?H=E1=BB=99i?=" as they are read. */
export { decodeWords } from 'postal-mime'

/** The message with what is attached, messages forwarded as attachments among it. Throws BadDocumentError `corrupt`. */
export async function openMessage({ bytes, name, limits }: ParseInput): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: Math.min(50, limits.depth),
      maxRfc822NestingDepth: 3,
      forceRfc822Attachments: true,
    })
  } catch (error) {
    throw new BadDocumentError(
      'corrupt',
      `${name} is a message that cannot be taken apart (${messageOf(error).slice(0, 120)}).`,
      { cause: error },
    )
  }
}

/** "Sở GD&ĐT <so@x.vn>", or the address alone. */
export function describeAddress(address: Address | undefined): string {
  if (!address) return ''
  if (address.address === undefined || address.address === '') return address.name
  return address.name ? `${address.name} <${address.address}>` : address.address
}
