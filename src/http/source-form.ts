// The fields of the form of a source: what stands in them for a source, and what was typed in as an input for the application,
// which checks it.
import type { CrawlSource } from '../model/crawl.ts'

export const sourceFields = [
  'url',
  'name',
  'every',
  'otherEvery',
  'province',
  'depth',
  'include',
  'exclude',
  'maxPages',
  'delaySeconds',
  'allowHosts',
  'extraCas',
] as const
export type SourceForm = Record<(typeof sourceFields)[number], string>

export const emptyForm = Object.fromEntries(sourceFields.map((field) => [field, ''])) as SourceForm

/** What was typed, by field. */
export function formFrom(typed: URLSearchParams): SourceForm {
  return Object.fromEntries(
    sourceFields.map((field) => [field, (typed.get(field) ?? '').trim()]),
  ) as SourceForm
}

/** What stands in the fields for a source that is there. */
export function formOfSource(source: CrawlSource): SourceForm {
  const text = (value: number | null) => (value === null ? '' : String(value))
  return {
    url: source.url,
    name: source.name,
    every: source.every,
    otherEvery: '',
    province: source.province ?? '',
    depth: text(source.depth),
    include: source.include.join('\n'),
    exclude: source.exclude.join('\n'),
    maxPages: text(source.maxPages),
    delaySeconds: text(source.delayMs === null ? null : source.delayMs / 1000),
    allowHosts: source.allowHosts.join('\n'),
    extraCas: Object.entries(source.extraCas)
      .map(([host, pem]) => `${host}\n${pem.trim()}`)
      .join('\n'),
  }
}

/** An input for `addSource` and `probeSource`: fields that were left empty are absent. */
export function inputOf(form: SourceForm): Record<string, unknown> {
  const all = { url: form.url, name: form.name, ...settingsOf(form) }
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && value !== ''),
  )
}

/** An input for `editSource`: fields that were left empty are null, or empty lists. */
export function changesOf(form: SourceForm): Record<string, unknown> {
  const { maxPages, every, ...rest } = settingsOf(form)
  return {
    ...rest,
    name: form.name,
    ...(every === '' ? {} : { every }),
    ...(maxPages === null ? {} : { maxPages }),
  }
}

function settingsOf(form: SourceForm) {
  return {
    every: form.otherEvery || form.every,
    province: form.province || null,
    depth: numberOf(form.depth),
    include: linesOf(form.include),
    exclude: linesOf(form.exclude),
    maxPages: numberOf(form.maxPages),
    delaySeconds: numberOf(form.delaySeconds),
    allowHosts: linesOf(form.allowHosts),
    extraCas: certificatesOf(form.extraCas),
  }
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

/** A number as people write it ("2,5"); what is none stays as it was typed, for the application to name. */
function numberOf(text: string): number | string | null {
  if (text === '') return null
  const number = Number(text.replace(',', '.'))
  return Number.isNaN(number) ? text : number
}

/** Lines with host names, each followed by its certificates. What stands above the first name belongs to the name ''. */
function certificatesOf(text: string): Record<string, string> {
  const found = new Map<string, string[]>()
  let host = ''
  let isInside = false
  for (const line of linesOf(text)) {
    if (line.startsWith('-----BEGIN ')) isInside = true
    if (!isInside) host = line
    const lines = found.get(host) ?? []
    found.set(host, isInside ? [...lines, line] : lines)
    if (line.startsWith('-----END ')) isInside = false
  }
  return Object.fromEntries([...found].map(([name, lines]) => [name, lines.join('\n')]))
}
