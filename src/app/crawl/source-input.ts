// What an operator says of a source, checked: the same for the command line, the page, the API and rows of a table.
import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import { canonicalUrl } from '../../crawl/canonical-url.ts'
import { createScope } from '../../crawl/site-scope.ts'
import { siteOf } from '../../crawl/url-key.ts'
import { messageOf, UserError } from '../../errors.ts'
import type { CrawlSettings } from '../../model/crawl.ts'
import { slugOf } from '../../text/fold.ts'
import { nextRunOf, usualPattern } from './schedule.ts'

const whole = (low: number, high: number) =>
  z
    .int(`must be a whole number from ${low} to ${high}`)
    .min(low, `must be at least ${low}`)
    .max(high, `must be at most ${high}`)
const text = z.string('must be text').trim().min(1, 'must not be empty').max(200, 'is too long')
const patterns = z.array(z.string().trim()).max(100, 'are too many')

const settingsSchema = z.strictObject({
  name: text.optional(),
  every: text.optional(),
  province: text.nullable().optional(),
  depth: whole(0, 20).nullable().optional(),
  include: patterns.optional(),
  exclude: patterns.optional(),
  maxPages: whole(1, 1_000_000).optional(),
  delaySeconds: z
    .number('must be a number')
    .min(0, 'must not be negative')
    .max(600, 'must be at most 600')
    .nullable()
    .optional(),
  allowHosts: z.array(text).max(100, 'are too many').optional(),
  extraCas: z.record(text, z.string()).optional(),
})
const sourceSchema = settingsSchema.extend({ url: z.string('must be an address').trim() })

/** Most fetches in a run where the operator names none. */
const usualMaxPages = 1_000

export type CheckedSource = CrawlSettings & { id: string; url: string }

/** A new source. Throws UserError that names every mistake. */
export function readSource(input: unknown, provinces: ReadonlySet<string>): CheckedSource {
  const { url: written, ...settings } = parsed(sourceSchema, input)
  const url = addressOf(written)
  const { host } = new URL(url)
  const id = slugOf(siteOf(new URL(url)) + new URL(url).pathname)
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  const source = {
    id,
    url,
    name: host,
    every: usualPattern,
    province: null,
    depth: null,
    include: [],
    exclude: [],
    maxPages: usualMaxPages,
    delayMs: null,
    allowHosts: [],
    extraCas: {},
    ...changesOf(settings),
  }
  check(source, provinces)
  return source
}

/** The address of a site: http or https, or a bare host, for which https is meant. Throws UserError for any other. */
function addressOf(written: string): string {
  const isWhole = /^https?:\/\//i.test(written)
  // "sgd.example.vn:8080" and "localhost:8080" have a port, "mailto:a@example.vn" a scheme.
  const scheme = (/^([a-z][a-z0-9+.-]*):\/\//i.exec(written) ??
    /^([a-z][a-z0-9+-]*):(?!\d{1,5}(?:[/?#]|$))/i.exec(written))?.[1]
  if (scheme !== undefined && !isWhole)
    throw new UserError(
      `"${written}" is no address of a site: it must begin with http:// or https://, or with the name of a host.`,
    )
  const address = isWhole ? written : `https://${written}`
  const url = canonicalUrl(address, address)
  if (url === null) throw new UserError(`"${written}" is no address of a site.`)
  return url
}

/** What an operator changes of a source. Throws UserError that names every mistake. */
export function readChanges<Source extends CheckedSource>(
  source: Source,
  input: unknown,
  provinces: ReadonlySet<string>,
): { changed: Source; changes: Partial<CrawlSettings> } {
  const changes = changesOf(parsed(settingsSchema, input))
  const changed = { ...source, ...changes }
  check(changed, provinces)
  return { changed, changes }
}

function changesOf({
  delaySeconds,
  ...rest
}: z.infer<typeof settingsSchema>): Partial<CrawlSettings> {
  const delay =
    delaySeconds === undefined
      ? {}
      : { delayMs: delaySeconds === null ? null : Math.round(delaySeconds * 1000) }
  const given = Object.entries({ ...rest, ...delay }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

function parsed<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw mistakes(
    result.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')} ${message}` : message,
    ),
  )
}

/** What only shows when it is used. */
function check(source: CheckedSource, provinces: ReadonlySet<string>): void {
  const found: string[] = []
  const tryOut = (what: () => unknown) => {
    try {
      what()
    } catch (error) {
      found.push(messageOf(error))
    }
  }
  tryOut(() => nextRunOf(source, Date.now()))
  tryOut(() =>
    createScope({ siteUrl: source.url, include: source.include, exclude: source.exclude }),
  )
  if (source.province !== null && !provinces.has(source.province))
    found.push(`"${source.province}" is no id of a province.`)
  for (const [host, pem] of Object.entries(source.extraCas))
    tryOut(() => {
      try {
        new X509Certificate(pem)
      } catch (error) {
        throw new UserError(`The certificate for ${host} is none in PEM form.`, { cause: error })
      }
    })
  if (found.length > 0) throw mistakes(found)
}

const mistakes = (found: readonly string[]): UserError =>
  new UserError(
    found.length === 1
      ? `${found[0]}`
      : `The source has ${found.length} mistakes:\n${found.map((one) => `  - ${one}`).join('\n')}`,
  )
