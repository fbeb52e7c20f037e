// What a visit to an address can end in: a closed union, each with the evidence of how it came about.

/** An address that answered with a redirect, and the status it did so with. */
export type Redirect = { url: string; status: number }

/** What the caller should know about an answer that is otherwise fine. */
export type FetchFlag =
  /** A redirect led from https to http. */
  | 'https-to-http'
  /** The chain of certificates was accepted with a certificate that the operator added for this host. */
  | 'extra-ca'
  /** No length was given: the end of the body is only known from the connection being closed. */
  | 'no-length'
  /** The body was longer than asked for; the rest was left (robots.txt only). */
  | 'cut-at-limit'
  /** The server sent the whole body again, and it is byte for byte the one the caller knew. */
  | 'same-bytes'

/** How an outcome came about; kept with it. */
export type Evidence = {
  /** The last address asked: where the redirects led. */
  url: string
  redirects: Redirect[]
  /** When the last request was sent, ISO 8601. */
  fetchedAt: string
  /** Of the last answer; null where none came. */
  status: number | null
  /** Of the last answer: bounded, names in lower case, without cookies. */
  headers: Record<string, string>
  flags: FetchFlag[]
}

/** Why we did not ask, or stopped asking. */
export type RefusalCode =
  | 'invalid-address'
  | 'forbidden-scheme'
  | 'forbidden-address'
  | 'credentials-in-address'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'robots-disallowed'

/** Why another visit may end better. */
export type LaterReason =
  /** 429 or 503: the host asks to be left alone for a while. */
  | 'busy'
  | 'server-error'
  | 'timeout'
  /** Refused, reset or closed before an answer. */
  | 'connection'
  /** The body ended early, or was longer than its Content-Length. */
  | 'cut'
  /** The host asked for a pause earlier, or its turn is further away than a caller should wait. */
  | 'host-paused'
  | 'robots-unreachable'
  | 'dns'
  /** The caller's signal. */
  | 'stopped'

/** Why the same visit would end the same way again. */
export type FailureCode =
  | 'no-such-host'
  | 'tls-expired'
  | 'tls-self-signed'
  | 'tls-incomplete-chain'
  | 'tls-wrong-name'
  | 'tls-other'
  /** 401, 403, 407, 451. */
  | 'forbidden'
  /** Another status that is no page. */
  | 'http-status'
  /** Not HTTP as we know it. */
  | 'bad-answer'
  /** Content-Encoding unknown, stacked, or not what the bytes are. */
  | 'bad-encoding'
  | 'headers-too-large'
  | 'too-large'
  /** Small as sent, too large when unpacked. */
  | 'bomb'

export type Fault =
  | { kind: 'refused'; code: RefusalCode; message: string }
  | { kind: 'later'; reason: LaterReason; message: string; retryAfterMs: number }
  | { kind: 'failed'; code: FailureCode; message: string }

/** A whole body, in a file that now belongs to the caller. */
export type FetchedBody = {
  /** Path of the file, inside the folder given to the fetcher. */
  file: string
  /** Bytes of the file: what the server meant, with Content-Encoding undone. */
  size: number
  sha256: string
  /** Lower case, without parameters; null where the server gave none. */
  contentType: string | null
  charsetFromHeader: string | null
  etag: string | null
  lastModified: string | null
}

export type FetchOutcome =
  | (Evidence & { kind: 'body'; status: number } & FetchedBody)
  | (Evidence & { kind: 'unchanged'; status: number })
  | (Evidence & { kind: 'gone'; status: 404 | 410 })
  | (Evidence & Fault)
