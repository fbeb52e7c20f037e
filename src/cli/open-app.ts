// Opens the application for a command; it is closed when the command ends, however it ends.
import type { App } from '../app/app.ts'
import { type Config, loadConfig } from '../config.ts'
import { type AppOptions, createApp } from '../create-app.ts'
import { createLog } from '../log.ts'
import { closeAtEnd } from './closing.ts'

/**
 * The application of the effective configuration. The log is kept to errors (or to `debug` where that is configured):
 * a command tells what it did in its own words.
 */
export async function openApp(
  options: AppOptions = {},
  config: Config = loadConfig(),
): Promise<{ app: App; close: () => Promise<void> }> {
  const quiet = createLog({ level: config.logLevel === 'info' ? 'error' : config.logLevel })
  const app = await createApp(config, { log: quiet, ...options })
  return { app, close: closeAtEnd(() => app.close()) }
}
