// The part of client.ts that is no type: write-client.ts puts it behind the types. It names them as client.ts has them.
import type { Operations } from './client.ts'

export type OperationName = keyof Operations
/** What an operation takes: values in its path, its query, its body. */
export type Input<K extends OperationName> = Omit<Operations[K], 'answer'>
export type Answer<K extends OperationName> = Operations[K]['answer']
/** Operations that answer a page and say with `next` where the following one begins. */
export type PagedName = {
  [K in OperationName]: Answer<K> extends { next: string | null } ? K : never
}[OperationName]

/** Not done, and why. */
export class ApiError extends Error {
  override name = 'ApiError'
  /** Of HTTP. */
  readonly status: number
  /** "user", "not-found", "unauthorized", "too-many-requests" … */
  readonly code: string
  /** Seconds to wait where there was too much to do; null where that was not said. */
  readonly retryAfter: number | null
  constructor(status: number, code: string, message: string, retryAfter: number | null) {
    super(message)
    this.status = status
    this.code = code
    this.retryAfter = retryAfter
  }
}

export type ClientOptions = {
  /** Such as "http://127.0.0.1:4280". */
  url: string
  /** "vt_…", made on the page /account; none is needed on the server's own machine. */
  token?: string | undefined
  /** Ends requests under way. */
  signal?: AbortSignal
}

type Optional<T> = Record<never, never> extends T ? [input?: T] : [input: T]
type Given = {
  path?: Record<string, string | number>
  query?: Record<string, unknown>
  body?: unknown
}

/**
 * A client of one archive:
 *
 *   const archive = createClient({ url: 'http://127.0.0.1:4280' })
 *   const { hits } = await archive.ask('GET /api/search', { query: { q: 'hội nghị' } })
 */
export function createClient({ url, token, signal }: ClientOptions) {
  async function send(operation: string, { path = {}, query = {}, body }: Given): Promise<unknown> {
    const [method = 'GET', template = ''] = operation.split(' ')
    const filled = template.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(String(path[name])),
    )
    const address = new URL(url.replace(/\/$/, '') + filled)
    for (const [name, value] of Object.entries(query))
      for (const one of Array.isArray(value) ? value : [value])
        if (one !== undefined) address.searchParams.append(name, String(one))
    const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof FormData)
    const answer = await fetch(address, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(isJson && { 'content-type': 'application/json' }),
        ...(typeof body === 'string' && { 'content-type': 'text/tab-separated-values' }),
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as string) }),
      ...(signal && { signal }),
    })
    if (!answer.ok) throw await errorOf(answer)
    const isOriginal = answer.headers.has('content-disposition')
    return /^application\/json\b/.test(answer.headers.get('content-type') ?? '') && !isOriginal
      ? answer.json()
      : answer
  }

  /** Sends an operation. @throws ApiError where it is not done, TypeError where the server cannot be reached */
  async function ask<K extends OperationName>(
    operation: K,
    ...[input]: Optional<Input<K>>
  ): Promise<Answer<K>> {
    return (await send(operation, (input ?? {}) as Given)) as Answer<K>
  }

  /** All pages, one after the other. None is skipped and nothing comes twice while documents come in. */
  async function* pages<K extends PagedName>(
    operation: K,
    ...[input]: Optional<Input<K>>
  ): AsyncGenerator<Answer<K>, void> {
    const given = (input ?? {}) as Given
    let cursor: string | null | undefined
    do {
      const query = { ...given.query, ...(cursor && { cursor }) }
      const page = (await send(operation, { ...given, query })) as { next: string | null }
      yield page as Answer<K>
      cursor = page.next
    } while (cursor !== null)
  }

  return { ask, pages }
}
export type Client = ReturnType<typeof createClient>

async function errorOf(answer: Response): Promise<ApiError> {
  const wait = answer.headers.get('retry-after')
  const text = await answer.text()
  let told: { error?: { code?: string; message?: string } } = {}
  try {
    told = JSON.parse(text)
  } catch {
    // A server between us answered, in words of its own.
  }
  return new ApiError(
    answer.status,
    told.error?.code ?? 'unknown',
    told.error?.message ?? `The server answered ${answer.status}.`,
    wait === null ? null : Number(wait),
  )
}
