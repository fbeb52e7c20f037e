// `vanthu serve`: the page and the API and, where the queue is local, the workers and the inbox, in one process until it is
// told to end.
import { setFlagsFromString } from 'node:v8'
import { type Config, loadConfig } from '../config.ts'
import { createApp } from '../create-app.ts'
import { isLoopbackName } from '../http/accounts/access.ts'
import { serveHttp } from '../http/serve-http.ts'
import { createLog, type Log } from '../log.ts'
import { jobKinds } from '../model.ts'
import { closeAtEnd } from './closing.ts'
import { print, say } from './output.ts'

export type ServeOptions = { host?: string; port?: string; json?: boolean }

/** Serves until a signal comes; resolves never. */
export async function serve(options: ServeOptions): Promise<number> {
  // It runs for months beside its readers: memory counts for more than the last bit of speed (see DECISIONS).
  setFlagsFromString('--optimize-for-size')
  const config = loadConfig({
    overrides: {
      ...(options.host === undefined ? {} : { host: options.host }),
      ...(options.port === undefined ? {} : { port: options.port }),
    },
  })
  const log = createLog({ level: config.logLevel })
  const app = await createApp(config, { log })
  closeAtEnd(() => app.close())
  // The port first: where another vanthu has it, nothing has been begun yet.
  const address = await startHttp(app, config, log)
  // Where the queue is shared, the workers are processes of their own, and one of them watches the inbox.
  if (app.hasOwnQueue) {
    app.startWorkers(jobKinds)
    const inbox = await app.watchInbox()
    closeAtEnd(() => inbox.close())
  }
  if (options.json) await print(JSON.stringify({ address, inbox: config.inbox, data: config.data }))
  else await print(`vanthu is at ${address}`)
  warnOfPlainHttp(config)
  say(
    app.hasOwnQueue
      ? `Put documents into ${config.inbox.join(' or ')}, or upload them on the page. Ctrl+C ends.`
      : 'Documents are read by the workers (workers/*.ts), wherever they run. Ctrl+C ends.',
  )
  return new Promise(() => {})
}

/** Where others can reach the page, passwords should not cross the network as they are. */
function warnOfPlainHttp({ host, publicUrl }: Config): void {
  if (!isLoopbackName(host) && !publicUrl?.startsWith('https:'))
    say(
      `People log in at ${host} without https: put a server that speaks https before it, and name its address in VANTHU_PUBLIC_URL.`,
    )
}

/** Starts the server; it is closed at the end. Gives its address. */
export async function startHttp(
  app: Awaited<ReturnType<typeof createApp>>,
  config: Pick<Config, 'host' | 'port'>,
  log: Log,
): Promise<string> {
  const server = await serveHttp({
    app,
    host: config.host,
    port: config.port,
    onBug: (error) =>
      log.error('a request met a fault', { message: error.message, stack: error.stack }),
  })
  closeAtEnd(() => server.close())
  return server.address
}
