// What the commands about sources are given, as the application takes it.
import { readFile } from 'node:fs/promises'
import { UserError } from '../errors.ts'

export type SourceOptions = {
  name?: string
  every?: string
  province?: string
  depth?: string
  include?: string[]
  exclude?: string[]
  maxPages?: string
  delay?: string
  allowHost?: string[]
  ca?: string
}

/** Settings of a source; only those that were given. `url`: the site, for which a certificate counts. */
export async function settingsOf(
  options: SourceOptions,
  url: string,
): Promise<Record<string, unknown>> {
  const settings: Record<string, unknown> = {
    name: options.name,
    every: options.every,
    province: noneOr(options.province),
    depth: numberOf('depth', noneOr(options.depth)),
    include: options.include,
    exclude: options.exclude,
    maxPages: numberOf('max-pages', options.maxPages),
    delaySeconds: numberOf('delay', noneOr(options.delay)),
    allowHosts: options.allowHost,
    extraCas: options.ca === undefined ? undefined : await certificateFor(url, options.ca),
  }
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}

/** "none" takes a setting back. */
const noneOr = (value: string | undefined): string | null | undefined =>
  value === 'none' ? null : value

function numberOf(option: string, value: string | null | undefined): number | null | undefined {
  if (value === undefined || value === null) return value
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number))
    throw new UserError(`--${option} must be a number, not "${value}".`)
  return number
}

async function certificateFor(url: string, file: string): Promise<Record<string, string>> {
  const host = URL.parse(/^https?:\/\//i.test(url) ? url : `https://${url}`)?.hostname
  if (!host) throw new UserError(`"${url}" is no address of a site.`)
  try {
    return { [host]: await readFile(file, 'utf8') }
  } catch (error) {
    throw new UserError(
      `The certificate ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      { cause: error },
    )
  }
}
