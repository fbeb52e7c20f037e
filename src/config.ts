// Configuration: environment over file over default, validated together, frozen. There is no "mode": URLs choose adapters.
//
//   VANTHU_DATA=/srv/vanthu VANTHU_PORT=8080 vanthu serve
//   vanthu.config.json: { "inbox": ["/srv/scans", "/srv/mail"], "port": 8080 }
import { readFileSync } from 'node:fs'
import { delimiter, dirname, relative, resolve } from 'node:path'
import { z } from 'zod'
import { messageOf, UserError } from './errors.ts'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const url = z.string().regex(/^[a-z][a-z0-9+-]*:/, 'must begin with its kind, such as "sqlite:"')
const number = (low: number, high: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(low, `must be at least ${low}`)
    .max(high, `must be at most ${high}`)
const text = z.string().min(1, 'must not be empty')
const hosts = z
  .union([z.string().transform((all) => all.split(/[\s,]+/).filter(Boolean)), z.array(text)])
  .refine(
    (all) => all.every((one) => /^(?:\[[\da-f:.]+\]|[^\s/:@[\]]+)(?::\d{1,5})?$/i.test(one)),
    'must be hosts such as "intranet.vn, 127.0.0.1:8080"',
  )
const folders = z.union(
  [text.transform((one) => [one]), z.array(text).min(1, 'must name a folder')],
  'must be a folder or a list of folders',
)

export const accountModes = ['auto', 'on'] as const
export const inboxEnds = ['move', 'leave', 'delete'] as const

const configSchema = z.strictObject({
  data: text.default('./data'),
  inbox: folders.default(['./inbox']),
  inboxAfter: z.enum(inboxEnds, `must be one of ${inboxEnds.join(', ')}`).default('move'),
  inboxMarker: text.regex(/^[^/\\]+$/, 'must be the name of a file').optional(),
  inboxPollSeconds: number(1, 3_600).optional(),
  inboxQuietSeconds: number(0, 3_600).default(2),
  inboxIncompleteMinutes: number(0, 10_080).default(10),
  host: text.default('127.0.0.1'),
  port: number(0, 65_535).default(4280),
  accounts: z.enum(accountModes, `must be one of ${accountModes.join(', ')}`).default('auto'),
  publicUrl: z
    .string()
    .regex(/^https?:\/\/[^/?#@\s]+\/?$/, 'must be like "https://vanthu.example.vn", without a path')
    .optional(),
  proxies: number(0, 9).default(0),
  requestsPerMinute: number(0, 1_000_000).default(600),
  storeUrl: url.optional(),
  queueUrl: url.default('local:'),
  blobsUrl: url.optional(),
  parseConcurrency: number(1, 64).default(2),
  healthPort: number(0, 65_535).optional(),
  crawlContact: z
    .string()
    .regex(
      /^(?:https?:\/\/[!-'*-~]{3,200}|[!-'*-?A-~]{1,64}@[\w.-]{3,200})$/,
      'must be a web or e-mail address',
    )
    .optional(),
  webhookHosts: hosts.default([]),
  logLevel: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
})

/** The effective configuration. Folders are absolute paths. */
export type Config = {
  /** Folder of the archive: database and blobs. */
  readonly data: string
  /** Folders that are watched for new files. */
  readonly inbox: readonly string[]
  /** What becomes of a file that was taken: moved to .done/, left where it is, or deleted. */
  readonly inboxAfter: (typeof inboxEnds)[number]
  /** File that must be in an inbox: where it is missing, the share is not mounted. Absent: none must. */
  readonly inboxMarker?: string | undefined
  /** Pause between two looks at all files of an inbox; absent: a minute, ten seconds on network shares. */
  readonly inboxPollSeconds?: number | undefined
  /** How long a file must not have changed before it is taken; five times as long where its end does not show. */
  readonly inboxQuietSeconds: number
  /** How long a file must not have changed before it is taken although its end is missing. */
  readonly inboxIncompleteMinutes: number
  readonly host: string
  /** 0 lets the system choose. */
  readonly port: number
  /** Whether people log in: where others than this machine can reach the page (`auto`), or everywhere (`on`). */
  readonly accounts: (typeof accountModes)[number]
  /** The address that browsers use where a proxy stands before the page; with https, cookies are bound to it. */
  readonly publicUrl?: string | undefined
  /** How many proxies stand before the page, each adding to X-Forwarded-For. */
  readonly proxies: number
  /** Most requests a minute of one token, session or address; 0: no bound. */
  readonly requestsPerMinute: number
  /** `sqlite:<file>`, by default in the data folder, or `postgres://…`. */
  readonly storeUrl: string
  /** `local:` (in this process), `redis://…` or `postgres://…`. */
  readonly queueUrl: string
  /** `folder:<folder>`; by default in the data folder. */
  readonly blobsUrl: string
  /** How many documents are read at once. */
  readonly parseConcurrency: number
  /** Port on `host` where a worker answers /healthz, /readyz and /metrics; absent where it does not. */
  readonly healthPort?: number | undefined
  /** Web or e-mail address in the User-Agent of crawls, by which a site's keeper reaches the operator; absent: none is crawled. */
  readonly crawlContact?: string | undefined
  /** Hosts ("127.0.0.1:8080") of webhooks that may be at addresses that are not public. */
  readonly webhookHosts: readonly string[]
  readonly logLevel: LogLevel
}

type Key = keyof z.input<typeof configSchema>

const variables: Record<Key, string> = {
  data: 'VANTHU_DATA',
  inbox: 'VANTHU_INBOX',
  inboxAfter: 'VANTHU_INBOX_AFTER',
  inboxMarker: 'VANTHU_INBOX_MARKER',
  inboxPollSeconds: 'VANTHU_INBOX_POLL_SECONDS',
  inboxQuietSeconds: 'VANTHU_INBOX_QUIET_SECONDS',
  inboxIncompleteMinutes: 'VANTHU_INBOX_INCOMPLETE_MINUTES',
  host: 'VANTHU_HOST',
  port: 'VANTHU_PORT',
  accounts: 'VANTHU_ACCOUNTS',
  publicUrl: 'VANTHU_PUBLIC_URL',
  proxies: 'VANTHU_PROXIES',
  requestsPerMinute: 'VANTHU_REQUESTS_PER_MINUTE',
  storeUrl: 'VANTHU_STORE_URL',
  queueUrl: 'VANTHU_QUEUE_URL',
  blobsUrl: 'VANTHU_BLOBS_URL',
  parseConcurrency: 'VANTHU_PARSE_CONCURRENCY',
  healthPort: 'VANTHU_HEALTH_PORT',
  crawlContact: 'VANTHU_CRAWL_CONTACT',
  webhookHosts: 'VANTHU_WEBHOOK_HOSTS',
  logLevel: 'VANTHU_LOG_LEVEL',
}
const keys = Object.keys(variables) as Key[]

export type ConfigInput = {
  environment?: Readonly<Record<string, string | undefined>>
  /** Folder that relative paths start from, and where vanthu.config.json is looked for. */
  folder?: string
  /** Options of the command line; they win over everything. */
  overrides?: Partial<Record<Key, string>>
}

/** Reads the configuration. Throws one UserError that names every problem. */
export function loadConfig(input: ConfigInput = {}): Config {
  const { environment = process.env, folder = process.cwd(), overrides = {} } = input
  const problems: string[] = []
  const file = readConfigFile(environment, folder, problems)
  const values: Record<string, unknown> = { ...file.values }
  const origin = new Map(
    Object.keys(values).map((key) => [key, `"${key}" in ${file.path ?? 'the file'}`]),
  )
  for (const key of keys) {
    const variable = variables[key]
    const value = environment[variable]
    if (value !== undefined && value !== '') {
      values[key] = key === 'inbox' ? value.split(delimiter).filter(Boolean) : value
      origin.set(key, variable)
    }
    if (overrides[key] !== undefined) {
      values[key] = overrides[key]
      origin.set(key, `--${key}`)
    }
  }
  for (const name of Object.keys(environment)) {
    if (name.startsWith('VANTHU_') && name !== 'VANTHU_CONFIG' && !isVariable(name))
      problems.push(`${name} is no setting of vanthu${nearest(name, Object.values(variables))}`)
  }
  for (const key of Object.keys(values)) {
    if (!(key in variables))
      problems.push(`${origin.get(key)} is no setting of vanthu${nearest(key, keys)}`)
  }
  const parsed = configSchema.safeParse(pick(values))
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      problems.push(`${origin.get(String(issue.path[0]))} ${issue.message}`)
  }
  if (!parsed.success || problems.length > 0)
    throw new UserError(
      `The configuration has ${problems.length === 1 ? 'a mistake' : `${problems.length} mistakes`}:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    )
  const found = parsed.data
  const absolute = (key: 'data' | 'inbox', path: string) =>
    resolve(origin.get(key)?.startsWith('"') ? file.folder : folder, path)
  const data = absolute('data', found.data)
  const inbox = [...new Set(found.inbox.map((path) => absolute('inbox', path)))]
  refuseNested(inbox)
  const storeUrl = found.storeUrl ?? `sqlite:${resolve(data, 'vanthu.db')}`
  const blobsUrl = found.blobsUrl ?? `folder:${resolve(data, 'blobs')}`
  refuseArchiveInside(inbox, folder, [storeUrl, blobsUrl])
  return Object.freeze({
    ...found,
    data,
    inbox: Object.freeze(inbox),
    storeUrl,
    blobsUrl,
  })
}

/** A file in two inboxes would be taken by both. */
function refuseNested(inboxes: readonly string[]): void {
  for (const outer of inboxes)
    for (const inner of inboxes) {
      if (inner !== outer && liesIn(inner, outer))
        throw new UserError(
          `The inbox ${inner} lies in the inbox ${outer}; name the outer one only.`,
        )
    }
}

/** The files of the archive would be taken as documents, and moved away. */
function refuseArchiveInside(
  inboxes: readonly string[],
  folder: string,
  urls: readonly string[],
): void {
  for (const url of urls) {
    const path = /^(?:sqlite|folder):(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1]
    if (path === undefined || path === ':memory:') continue
    for (const inbox of inboxes)
      if (liesIn(resolve(folder, path), inbox))
        throw new UserError(
          `The archive's ${resolve(folder, path)} lies in the inbox ${inbox}, where it would be taken for documents; name another folder for one of them.`,
        )
  }
}

function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return !/^\.\.(?:[/\\]|$)/.test(way) && resolve(folder, way) === path
}

/** The configuration as it may be shown: passwords in URLs are masked. */
export function describeConfig(config: Config): Config {
  const mask = (address: string) =>
    address
      .replace(/^([a-z][a-z0-9+-]*:\/\/[^/@:?]*):[^?]*@/i, '$1:***@')
      .replace(/([?&]endpoint=[^&]*?(?:\/|%2F){2})[^&@]*(?:@|%40)/gi, '$1***@')
      .replace(/([?&](?:password|passwd|token|secret|key)=)[^&]*/gi, '$1***')
  return Object.freeze({
    ...config,
    storeUrl: mask(config.storeUrl),
    queueUrl: mask(config.queueUrl),
    blobsUrl: mask(config.blobsUrl),
  })
}

function readConfigFile(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
  problems: string[],
): { path: string | null; folder: string; values: Record<string, unknown> } {
  const named = environment.VANTHU_CONFIG
  const path = resolve(folder, named || 'vanthu.config.json')
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    if (named || (error as NodeJS.ErrnoException).code !== 'ENOENT')
      problems.push(`the configuration file ${path} cannot be read: ${messageOf(error)}`)
    return { path: null, folder, values: {} }
  }
  try {
    const values: unknown = JSON.parse(content)
    if (typeof values === 'object' && values !== null && !Array.isArray(values))
      return { path, folder: dirname(path), values: values as Record<string, unknown> }
    problems.push(`${path} must hold one JSON object`)
  } catch (error) {
    problems.push(`${path} is not JSON: ${messageOf(error)}`)
  }
  return { path, folder, values: {} }
}

const isVariable = (name: string) => Object.values(variables).includes(name)

function pick(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key in variables))
}

/** ' (did you mean "port"?)' where a known name differs in little: case, one or two letters. */
function nearest(name: string, known: readonly string[]): string {
  const close = known.find((k) => editDistance(k.toLowerCase(), name.toLowerCase()) <= 2)
  return close ? ` (did you mean ${close}?)` : `; the settings are ${known.join(', ')}`
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap))
    }
    row = next
  }
  return row[b.length] ?? 0
}
