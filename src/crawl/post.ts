// One message to an address that somebody gave: guarded as every address is, no redirect followed, next to nothing read of the answer.
import { createAddressGuard, type Resolve } from './address-guard.ts'
import { headerOf } from './answer-headers.ts'
import { createAgent } from './connect.ts'
import { startDeadline } from './deadline.ts'
import { defaultLimits } from './fetch-limits.ts'
import { readRetryAfter } from './retry-after.ts'
import { transportFault } from './transport-fault.ts'

export type PostOptions = {
  headers: Readonly<Record<string, string>>
  body: string
  /** Hosts that may be anywhere: see `createAddressGuard`. */
  allowedHosts: readonly string[]
  signal?: AbortSignal | undefined
  /** From the connection to the last byte; default 20 seconds. */
  totalMs?: number
  resolve?: Resolve
}

export type Posted = {
  status: number
  /** For how long the host asks to be left alone; null where it does not. */
  retryAfterMs: number | null
}

const usualTotalMs = 20_000
const connectMs = 10_000
/** The most that is read of the answer's body, which nobody looks at. */
const mostDumpedBytes = 16 * 1024

/** Sends a message; the answer may have any status. @throws FetchFault where none came, or the address may not be asked */
export async function post(address: string, options: PostOptions): Promise<Posted> {
  const { headers, body, allowedHosts, signal, totalMs = usualTotalMs, resolve } = options
  const guard = createAddressGuard(allowedHosts, resolve)
  const url = guard.checkUrl(address)
  const agent = createAgent(guard, {}, { ...defaultLimits, connectMs })
  const deadline = startDeadline(url.hostname, totalMs, signal)
  try {
    const answer = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'POST',
      headers,
      body,
      signal: deadline.signal,
    })
    // The status says it all; what is wrong with the body changes nothing.
    await answer.body
      .dump({ limit: mostDumpedBytes, signal: deadline.signal })
      .catch(() => undefined)
    return {
      status: answer.statusCode,
      retryAfterMs: readRetryAfter(headerOf(answer.headers, 'retry-after'), Date.now()),
    }
  } catch (error) {
    throw transportFault(error, url, false)
  } finally {
    deadline.stop()
    await agent.destroy()
  }
}
