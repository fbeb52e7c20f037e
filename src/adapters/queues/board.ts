// A page that shows the queues of BullMQ to operators. Read only: what a job leads to is decided by its document's row.
import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Queue as BullMqQueue } from 'bullmq'
import { Hono } from 'hono'

/** The board brings its own scripts and styles; nothing comes from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Answers requests below `basePath` ("/queues") with the board of these queues. */
export function boardOf(
  queues: readonly BullMqQueue[],
  basePath: string,
): (request: Request) => Promise<Response> {
  const adapter = new HonoAdapter(serveStatic)
  adapter.setBasePath(basePath)
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'vanthu' } },
  })
  const board = new Hono()
  board.use(async (c, next) => {
    await next()
    c.header('content-security-policy', contentSecurityPolicy)
  })
  board.route(basePath, adapter.registerPlugin())
  return async (request) => board.fetch(request)
}
