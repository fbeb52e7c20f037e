// How long and how large an answer may be. Every limit holds by itself.

/** What is asked for: decides the Accept header and the size that is allowed. */
export type AcceptKind = 'page' | 'feed' | 'robots' | 'attachment'

export type FetchLimits = {
  /** From the first connection to the last byte, all redirects together; turns waited for are not counted. */
  totalMs: number
  /** Until the connection stands. */
  connectMs: number
  /** From the request until all headers of the answer are here. */
  headersMs: number
  /** Between two pieces of the body. */
  idleMs: number
  headerBytes: number
  /** Bytes of the body as sent, by kind. */
  sentBytes: Record<AcceptKind, number>
  /** Bytes of the body unpacked, by kind. A robots.txt is cut here, anything else is refused. */
  bodyBytes: Record<AcceptKind, number>
  redirects: number
}

const kib = 1024
const mib = 1024 * kib

export const defaultLimits: FetchLimits = {
  totalMs: 300_000,
  connectMs: 15_000,
  headersMs: 60_000,
  idleMs: 30_000,
  headerBytes: 32 * kib,
  sentBytes: { page: 16 * mib, feed: 64 * mib, robots: 4 * mib, attachment: 512 * mib },
  bodyBytes: { page: 32 * mib, feed: 64 * mib, robots: 500 * kib, attachment: 512 * mib },
  redirects: 10,
}

/** RFC 9309 asks for five at least. */
export const robotsRedirects = 5

/** Longer addresses are traps or mistakes; RFC 9110 asks servers and clients to bear 8,000. */
export const longestAddress = 8192
