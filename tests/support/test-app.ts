// An application over real adapters in a folder of the running test.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { loadConfig } from '../../src/config.ts'
import { type AppOptions, createApp } from '../../src/create-app.ts'
import { createLog } from '../../src/log.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Opens an application; twice on the same folder is the same archive. It is closed after the test. */
export async function openTestApp(options: AppOptions & { folder?: string } = {}): Promise<App> {
  const { folder = await temporaryFolder(), ...rest } = options
  const config = loadConfig({ environment: { VANTHU_DATA: join(folder, 'data') }, folder })
  const app = await createApp(config, { log: createLog({ level: 'silent' }), ...rest })
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await app.close()
  }
  onTestFinished(close)
  return Object.defineProperties({} as App, {
    ...Object.getOwnPropertyDescriptors(app),
    close: { value: close },
  })
}
