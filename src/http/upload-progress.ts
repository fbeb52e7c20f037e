// How files that were uploaded get on: a page that lists them, and a stream of events by which the page follows without being
// loaded again. The stream looks into the store once a second, so it does not matter which process does the work.
//
//   GET /upload/files?ids=3f2a…,91bc…      the page; it loads itself again where there are no scripts
//   GET /upload/progress?ids=3f2a…,91bc…   text/event-stream: "file" (its line of the list, as HTML), "summary", at the end "done"
import { type Context, Hono } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { App } from '../app/app.ts'
import type { DocumentLine } from '../app/stage.ts'
import { TransientError, UserError } from '../errors.ts'
import { onlyParameters } from './known-parameters.ts'
import { cleanMarkup, type PageContext, pageContextOf, sendPage } from './layout.ts'
import { fileLine, filesPage, progressSummary } from './pages/files-page.ts'

/** Files in one address: as many as an address can hold everywhere. */
export const mostFiles = 100
const mostStreams = 200
const lookEveryMs = 1_000
const heartbeatMs = 15_000
/** A stream ends after this; browsers then ask for a new one, which keeps none for ever. */
const longestMs = 15 * 60_000
const reloadSeconds = 4

/** Routes of the list and its events, to be mounted at /. `ending` tells when the server is about to be closed. */
export function uploadProgressRoutes(app: App, ending?: AbortSignal): Hono {
  const routes = new Hono()
  let open = 0
  routes.get('/upload/files', async (c) => {
    onlyParameters(c, ['ids', 'known'])
    const page = pageContextOf(c)
    const ids = idsOf(c.req.query('ids'))
    const known = knownOf(c)
    const lines = inOrder(ids, await app.linesOf(ids))
    const main = filesPage(page, lines, known, [])
    const isDone = lines.every(isAtEnd)
    return sendPage(c, page, {
      title: page.t.upload.done,
      main,
      ...(isDone ? {} : { reloadSeconds }),
    })
  })
  routes.get('/upload/progress', (c) => {
    onlyParameters(c, ['ids', 'known'])
    const files = { ids: idsOf(c.req.query('ids')), known: knownOf(c) }
    if (open >= mostStreams)
      throw new TransientError('Too many pages are being followed at once; reload the page later.')
    open++
    return streamSSE(
      c,
      async (stream) => {
        try {
          await follow(app, pageContextOf(c), files, stream, ending)
        } finally {
          open--
        }
      },
      // The store is away for the moment: the browser asks again by itself.
      async () => undefined,
    )
  })
  return routes
}

async function follow(
  app: App,
  page: PageContext,
  { ids, known }: { ids: readonly string[]; known: ReadonlySet<string> },
  stream: SSEStreamingApi,
  ending: AbortSignal | undefined,
): Promise<void> {
  const startedAt = performance.now()
  const told = new Map<string, string>()
  let toldAt = startedAt
  const tell = async (event: string, data: string) => {
    toldAt = performance.now()
    await stream.writeSSE({ event, data })
  }
  while (!stream.aborted && !ending?.aborted && performance.now() - startedAt < longestMs) {
    const lines = inOrder(ids, await app.linesOf(ids))
    for (const line of lines) {
      const markup = cleanMarkup(String(await fileLine(page, line, known.has(line.id))))
      if (told.get(line.id) === markup) continue
      told.set(line.id, markup)
      await tell('file', markup)
    }
    const summary = progressSummary(page, lines)
    if (told.get('') !== summary) await tell('summary', summary)
    told.set('', summary)
    if (lines.every(isAtEnd)) return tell('done', '')
    if (performance.now() - toldAt > heartbeatMs) {
      toldAt = performance.now()
      await stream.write(': still here\n\n')
    }
    await stream.sleep(lookEveryMs)
  }
}

/** Ids of files that were in the archive before. */
const knownOf = (c: Context): ReadonlySet<string> => {
  const known = c.req.query('known')
  return new Set(known === undefined ? [] : idsOf(known))
}

const isAtEnd = ({ state }: DocumentLine) => state !== 'pending'

const inOrder = (ids: readonly string[], lines: readonly DocumentLine[]): DocumentLine[] =>
  ids.flatMap((id) => lines.find((line) => line.id === id) ?? [])

/** The ids of an address. Throws UserError where there are none, too many, or something else. */
function idsOf(asked: string | undefined): string[] {
  const ids = [...new Set((asked ?? '').split(','))]
  if (ids.length > mostFiles || !ids.every((id) => /^[0-9a-f]{64}$/.test(id)))
    throw new UserError(
      `Name up to ${mostFiles} documents by their ids: ?ids= with commas between them.`,
    )
  return ids
}

/** Where the browser is sent after an upload: to the one document, or to the list. Null where the list says more than fits. */
export function afterUpload(
  c: Context,
  documents: ReadonlyArray<{ id: string; isNew: boolean }>,
): Response | null {
  const ids = [...new Set(documents.map(({ id }) => id))]
  const [only] = ids
  if (only === undefined || ids.length > mostFiles) return null
  if (documents.length === 1) return c.redirect(`/d/${only}`, 303)
  const known = documents.filter(({ isNew }) => !isNew).map(({ id }) => id)
  const query = `ids=${ids.join(',')}${known.length > 0 ? `&known=${known.join(',')}` : ''}`
  return c.redirect(`/upload/files?${query}`, 303)
}
