// Starts one worker process: the application of the environment's configuration, what this worker does, and health answers.
// SIGTERM and SIGINT drain it: no new job is taken, those under way may end, then the process does.
import type { App } from '../app/app.ts'
import { type Config, loadConfig } from '../config.ts'
import { createApp } from '../create-app.ts'
import { messageOf, reactTo } from '../errors.ts'
import { serveWatch } from '../http/serve-http.ts'
import { createLog, type Log } from '../log.ts'

type Work = { close(): Promise<void> }

/**
 * Runs `begin` with the application; what it gives back is closed first when the process is told to end. An error at the
 * start is printed as one sentence and ends the process with its exit status.
 */
export async function startWorker(
  name: string,
  begin: (app: App, config: Config, log: Log) => Promise<Work | undefined>,
): Promise<void> {
  try {
    const config = loadConfig()
    const log = createLog({ level: config.logLevel })
    const app = await createApp(config, { log })
    const work = await begin(app, config, log)
    const { host, healthPort } = config
    const health =
      healthPort === undefined ? undefined : await serveWatch({ app, host, port: healthPort })
    let isEnding = false
    const end = async () => {
      if (isEnding) return
      isEnding = true
      log.info(`worker ${name} ends: documents under way may finish`)
      await work?.close()
      await app.close()
      await health?.close()
      // What a driver still waits for, such as a server that is away, keeps no process that has closed everything.
      process.exit()
    }
    process.on('SIGTERM', () => void end()).on('SIGINT', () => void end())
    // Whoever reads this may tell it to end at once.
    log.info(`worker ${name} is ready`, { health: health?.address })
  } catch (error) {
    process.stderr.write(`worker ${name}: ${messageOf(error)}\n`)
    process.exit(reactTo(error).exitStatus)
  }
}
