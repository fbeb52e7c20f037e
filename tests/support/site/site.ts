// A department's site on loopback: a real server with forty articles and their files, in NukeViet's markup, that counts what it
// is asked, can change while it is served, and can be given troubles by name.
//
//   const site = await startSite({ trouble: 'session-ids' })
//   site.shelf.change(3, { title: 'Tiêu đề mới' })
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { answer, type Reply } from './answer.ts'
import { createShelf, filePath, type Shelf } from './shelf.ts'
import { type Trouble, type TroubleName, troubles } from './troubles/troubles.ts'

export type SiteRequest = {
  method: string
  /** With its query. */
  path: string
  status: number
  /** Bytes of the body sent; 0 of 304. */
  sentBytes: number
  /** The request named what it knew already. */
  conditional: boolean
  userAgent: string
}

export type Site = {
  port: number
  /** "http://127.0.0.1:PORT". */
  origin: string
  shelf: Shelf
  /** Every request since the start or the last `forget`, in order. */
  requests: SiteRequest[]
  forget(): void
  /** Requests of a path that were answered with a body. */
  bodiesOf(path: string): number
  /** Whole addresses of everything that a crawl should find now. */
  expected(): { articles: string[]; files: string[] }
  /** What is the matter from now on; nothing where none is named. */
  trouble(...names: TroubleName[]): void
  /** Answers nothing until what it gives back is called. */
  hold(): () => void
  /** Most requests that were being answered at one time. */
  mostAtOnce(): number
  close(): Promise<void>
}

export type SiteOptions = { trouble?: TroubleName | readonly TroubleName[]; port?: number }

/** Serves the site until the running test is over. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const site = await openSite(options)
  onTestFinished(() => site.close())
  return site
}

/** Serves the site until it is closed. */
export async function openSite({
  trouble = [],
  port: wanted = 0,
}: SiteOptions = {}): Promise<Site> {
  const shelf = createShelf()
  const requests: SiteRequest[] = []
  const counts = new Map<string, number>()
  let current: Trouble[] = [trouble].flat().map((name) => troubles[name])
  let held = Promise.resolve()
  let atOnce = 0
  let mostAtOnce = 0
  const server = createServer((request, response) => {
    mostAtOnce = Math.max(mostAtOnce, ++atOnce)
    response.on('close', () => atOnce--)
    serve(request, response).catch((error: unknown) => response.destroy(error as Error))
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/'
    const origin = `http://${request.headers.host}`
    const url = new URL(path, origin)
    const noted: SiteRequest = {
      method: request.method ?? '',
      path,
      status: 0,
      sentBytes: 0,
      conditional: 'if-none-match' in request.headers || 'if-modified-since' in request.headers,
      userAgent: request.headers['user-agent'] ?? '',
    }
    requests.push(noted)
    await held
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    const asked = { url, origin, shelf, count, total: requests.length, headers: request.headers }
    let reply = answer(origin, shelf, url)
    for (const { change } of current) if (change) reply = await change(reply, asked)
    for (const { take } of current)
      if (take?.(reply, asked, response)) {
        noted.status = response.statusCode
        noted.sentBytes = reply.body.length
        return
      }
    send(
      response,
      isKnown(reply, request) ? unchanged(reply) : reply,
      noted,
      request.method === 'HEAD',
    )
  }

  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    port,
    origin,
    shelf,
    requests,
    forget() {
      requests.length = 0
      counts.clear()
    },
    bodiesOf: (path) =>
      requests.filter((request) => request.path === path && request.sentBytes > 0).length,
    expected() {
      const articles = shelf.articles()
      return {
        articles: articles.map(({ path }) => `${origin}${path}`).sort(),
        files: articles
          .flatMap((article) =>
            (article.files ?? []).map((_, i) => `${origin}${filePath(article, i)}`),
          )
          .sort(),
      }
    },
    trouble(...names) {
      current = names.map((name) => troubles[name])
    },
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    mostAtOnce: () => mostAtOnce,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function send(
  response: ServerResponse,
  { status, headers, body }: Reply,
  noted: SiteRequest,
  headOnly: boolean,
): void {
  noted.status = status
  noted.sentBytes = headOnly ? 0 : body.length
  response.writeHead(
    status,
    status === 304 ? headers : { 'content-length': String(body.length), ...headers },
  )
  response.end(headOnly || status === 304 ? undefined : body)
}

/** Whether a request names the tag or the time of what would be sent. */
function isKnown({ status, headers }: Reply, { headers: asked }: IncomingMessage): boolean {
  if (status !== 200) return false
  const tag = asked['if-none-match']
  if (tag !== undefined)
    return headers.etag !== undefined && tag.split(',').some((one) => one.trim() === headers.etag)
  const since = asked['if-modified-since']
  const changed = headers['last-modified']
  return since !== undefined && changed !== undefined && Date.parse(changed) <= Date.parse(since)
}

const unchanged = ({ kind, headers }: Reply): Reply => ({
  kind,
  status: 304,
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => name === 'etag' || name === 'last-modified'),
  ),
  body: Buffer.alloc(0),
})
