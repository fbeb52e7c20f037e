// What kept searches work with besides what every use-case does.
import type { Config } from '../../config.ts'
import type { Context } from '../context.ts'

export type SavedContext = Context & {
  readonly config: Pick<Config, 'publicUrl' | 'host' | 'port' | 'webhookHosts'>
  /** Of vanthu. */
  readonly version: string
}

/** The address that people use, without a slash at its end. */
export const siteOf = ({ publicUrl, host, port }: SavedContext['config']): string =>
  publicUrl?.replace(/\/$/, '') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
