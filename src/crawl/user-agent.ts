// How a crawler names itself: "vanthu/0.1.0 (+https://example.vn/vanthu)", so that whoever keeps a site can ask us to stop.
import { UserError } from '../errors.ts'

/**
 * The User-Agent of this crawler.
 * @param contact an http(s) address, or an e-mail address
 * @throws UserError where the contact is neither
 */
export function userAgentOf(version: string, contact: string): string {
  if (!/^(?:https?:\/\/[!-'*-~]{3,200}|[!-'*-?A-~]{1,64}@[\w.-]{3,200})$/.test(contact))
    throw new UserError(
      `The crawler's contact must be a web or e-mail address that a site's keeper can use, not "${contact}".`,
    )
  return `vanthu/${version} (+${contact})`
}

/** The word by which robots.txt calls a crawler: "vanthu" of "vanthu/0.1.0 (+…)", in lower case. */
export const productToken = (userAgent: string): string =>
  (/^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? '').toLowerCase()
