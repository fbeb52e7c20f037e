// The headers of an answer: as undici gives them, and the part of them that is read or kept.
import { Buffer, isUtf8 } from 'node:buffer'

export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>

const mostHeaders = 64
const mostCharacters = 1024
// Secrets of a session have no place in evidence that is kept for years.
const notKept = new Set(['set-cookie', 'set-cookie2'])

/** One header; where it was sent several times, the first. */
export function headerOf(headers: AnswerHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** Every value of a header that may come several times. */
export function valuesOf(headers: AnswerHeaders, name: string): string[] {
  const value = headers[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** What is kept as evidence: 64 headers of 1,024 characters at most, no cookies. */
export function boundedHeaders(headers: AnswerHeaders): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers).slice(0, mostHeaders)) {
    if (value === undefined || notKept.has(name)) continue
    kept[name] = (typeof value === 'string' ? value : value.join(', ')).slice(0, mostCharacters)
  }
  return kept
}

/** The Location of a redirect. Portals send Vietnamese paths as bare UTF-8, which arrives byte by byte. */
export function locationOf(headers: AnswerHeaders): string | undefined {
  const location = headerOf(headers, 'location')
  if (location === undefined) return undefined
  const bytes = Buffer.from(location, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : location
}

/** `Text/HTML; charset="UTF-8"` → text/html and utf-8. */
export function readContentType(headers: AnswerHeaders): {
  contentType: string | null
  charset: string | null
} {
  const [type = '', ...parameters] = (headerOf(headers, 'content-type') ?? '')
    .slice(0, mostCharacters)
    .split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([\w.:-]+)"?\s*$/i.exec(parameter)?.[1])
    .find((name) => name !== undefined)
  return {
    contentType: type.trim().toLowerCase() || null,
    charset: charset?.toLowerCase() ?? null,
  }
}

/** Content-Encoding in lower case, "gzip" or "gzip, br"; undefined where the body is sent as it is. */
export function encodingOf(headers: AnswerHeaders): string | undefined {
  const codings = valuesOf(headers, 'content-encoding')
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
  return codings.length > 0 ? codings.join(', ') : undefined
}

/** A validator that may be sent back as it is; null where it is missing or could not have been one. */
export function validatorOf(value: string | null | undefined): string | null {
  return value && value.length <= mostCharacters && /^[\x20-\x7E\x80-\xFF]+$/.test(value)
    ? value
    : null
}
