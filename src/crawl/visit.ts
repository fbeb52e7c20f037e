// One request to one address, in its host's turn: the answer's headers, and its body where the status promises one.
import { rm } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { type Agent, errors } from 'undici'
import { type AnswerHeaders, encodingOf, headerOf } from './answer-headers.ts'
import { meaningOf } from './answer-meaning.ts'
import { startDeadline } from './deadline.ts'
import { FetchFault, failed, later } from './fetch-fault.ts'
import type { AcceptKind, FetchLimits } from './fetch-limits.ts'
import type { HostTurns, TurnReport } from './host-turns.ts'
import { type Received, receiveBody } from './receive-body.ts'
import { readRetryAfter } from './retry-after.ts'
import { transportFault } from './transport-fault.ts'

export type VisitOptions = {
  url: URL
  accept: AcceptKind
  headers: Record<string, string>
  crawlDelayMs: number
  totalMs: number
  signal: AbortSignal | undefined
  /** Called as the request goes out, and with the headers of its answer. */
  onSent: () => void
  onAnswer: (status: number, headers: AnswerHeaders) => void
}

export type Visited = {
  status: number
  headers: AnswerHeaders
  /** Only of an answer whose status promises a body. */
  body: Received | null
  tookMs: number
  /** How long a host in trouble should be left alone. */
  backOffMs: number
}

export type Visit = (options: VisitOptions) => Promise<Visited>

type Answer = Pick<Visited, 'status' | 'headers' | 'body'> & { answerMs: number }

/** The most that is read of a body nobody wants, so that the connection can be used again. */
const mostDumpedBytes = 64 * 1024

/**
 * Makes visits that share an agent, and take their turns at hosts.
 * A visit throws a FetchFault unless a whole answer came, and TransientError where the file of its body cannot be written.
 * @param folder where bodies are written
 */
export function createVisit(
  agent: Agent,
  turns: HostTurns,
  limits: FetchLimits,
  folder: string,
  now: () => number,
): Visit {
  // The error each origin's last connection was lost with.
  const lost = new Map<string, Error>()
  agent.on('disconnect', (origin, _targets, error) => lost.set(origin.origin, error))

  async function request(options: VisitOptions): Promise<Answer> {
    const { url, accept } = options
    const host = url.hostname
    const startedAt = now()
    const deadline = startDeadline(host, options.totalMs, options.signal)
    try {
      lost.delete(url.origin)
      deadline.expect(limits.connectMs + limits.headersMs, 'The headers')
      options.onSent()
      const answer = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: options.headers,
        signal: deadline.signal,
      })
      const { statusCode: status, headers, body } = answer
      const answerMs = now() - startedAt
      options.onAnswer(status, headers)
      deadline.expect(limits.idleMs, 'The body')
      if (meaningOf(status) !== 'body') {
        // What is wrong with a body that nobody wants changes nothing.
        await body.dump({ limit: mostDumpedBytes, signal: deadline.signal }).catch(() => undefined)
        return { status, headers, body: null, answerMs }
      }
      const cutAtLimit = accept === 'robots'
      const fault = faultOfFraming(host, headers, cutAtLimit ? Infinity : limits.sentBytes[accept])
      if (fault) {
        body.on('error', () => undefined).destroy()
        throw fault
      }
      const received = await receiveBody(body, {
        folder,
        host,
        encoding: encodingOf(headers),
        sentBytes: limits.sentBytes[accept],
        bodyBytes: limits.bodyBytes[accept],
        cutAtLimit,
        onPiece: () => deadline.expect(limits.idleMs, 'The rest of the body'),
      })
      if (headers['content-length'] !== undefined && (await hasRest(url.origin))) {
        await rm(received.file, { force: true })
        throw later('cut', `The body of ${host} is longer than the length it gives.`)
      }
      return { status, headers, body: received, answerMs }
    } finally {
      deadline.stop()
    }
  }

  /** A body longer than its Content-Length was cut by the reader: its rest stands where the next answer should begin. */
  async function hasRest(origin: string): Promise<boolean> {
    // Before the second of these the connection has been read once more.
    await setImmediate()
    await setImmediate()
    const error = lost.get(origin)
    return (
      error instanceof errors.HTTPParserError ||
      (error instanceof errors.SocketError && error.message === 'bad response')
    )
  }

  return async (options) => {
    const { url, onAnswer } = options
    const turn = await turns.take(url.hostname, options.crawlDelayMs, options.signal)
    const startedAt = now()
    // Also where our disk fails, or the caller stops: no trouble of the host.
    let report: TurnReport = { answerMs: null, trouble: false }
    let answered = false
    let backOffMs = 0
    let result: Answer | FetchFault
    try {
      result = await request({
        ...options,
        onAnswer(status, headers) {
          answered = true
          onAnswer(status, headers)
        },
      })
      report = reportOf(result, now())
    } catch (error) {
      result = transportFault(error, url, answered)
      report = { answerMs: null, trouble: isTrouble(result) }
    } finally {
      backOffMs = turn.finish(report)
    }
    if (result instanceof FetchFault) throw withBackOff(result, backOffMs)
    return { ...result, backOffMs, tookMs: now() - startedAt }
  }
}

/** What is wrong with the headers that say how a body is sent; null where nothing is. */
function faultOfFraming(
  host: string,
  headers: AnswerHeaders,
  mostBytes: number,
): FetchFault | null {
  const transfer = headerOf(headers, 'transfer-encoding')
  if (transfer !== undefined && transfer.trim().toLowerCase() !== 'chunked')
    return failed('bad-encoding', `${host} sends its body in a way we do not read: ${transfer}`)
  const declared = Number(headerOf(headers, 'content-length') ?? 0)
  return declared > mostBytes
    ? failed('too-large', `The body of ${host} has ${declared} bytes; ${mostBytes} are allowed.`)
    : null
}

function reportOf({ status, headers, answerMs }: Answer, now: number): TurnReport {
  const meaning = meaningOf(status)
  if (meaning === 'busy')
    return {
      answerMs,
      trouble: true,
      pause: { ms: readRetryAfter(headerOf(headers, 'retry-after'), now) },
    }
  // A 403 is often a wall that found us too quick.
  return { answerMs, trouble: meaning === 'server-error' || meaning === 'forbidden' }
}

const isTrouble = ({ fault }: FetchFault): boolean =>
  fault.kind === 'failed' || (fault.kind === 'later' && fault.reason !== 'stopped')

const withBackOff = (thrown: FetchFault, backOffMs: number): FetchFault =>
  thrown.fault.kind === 'later'
    ? new FetchFault({ ...thrown.fault, retryAfterMs: backOffMs }, { cause: thrown })
    : thrown
