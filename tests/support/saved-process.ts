// A process that tells webhooks once, to be killed while it does: node saved-process.ts FOLDER
import { loadConfig } from '../../src/config.ts'
import { createApp } from '../../src/create-app.ts'

const folder = process.argv[2] ?? ''
const app = await createApp(
  loadConfig({ environment: { VANTHU_WEBHOOK_HOSTS: '127.0.0.1' }, folder }),
)
await app.saved.run()
await app.close()
