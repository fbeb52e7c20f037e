// A visit that ends without a body, thrown from wherever that is noticed; the fetcher makes an outcome of it.
import type { FailureCode, Fault, LaterReason, RefusalCode } from './fetch-outcome.ts'

export class FetchFault extends Error {
  override name = 'FetchFault'
  readonly fault: Fault
  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.message, options)
    this.fault = fault
  }
}

/** We do not ask this address. */
export const refused = (code: RefusalCode, message: string): FetchFault =>
  new FetchFault({ kind: 'refused', code, message })

/** Asking again would end the same way. */
export const failed = (code: FailureCode, message: string, cause?: unknown): FetchFault =>
  new FetchFault({ kind: 'failed', code, message }, { cause })

/** Another visit may end better. `retryAfterMs` 0: as the host's back-off says. */
export const later = (
  reason: LaterReason,
  message: string,
  retryAfterMs = 0,
  cause?: unknown,
): FetchFault => new FetchFault({ kind: 'later', reason, message, retryAfterMs }, { cause })
