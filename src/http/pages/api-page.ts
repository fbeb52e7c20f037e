// The page "/api": every operation of the OpenAPI document for people who write programs, made of the document itself.
import { html } from 'hono/html'
import { apiTexts } from '../api-texts.ts'
import type { Html, PageContent, PageContext } from '../layout.ts'
import { type Group, groups } from '../openapi-groups.ts'
import { parameterType, type Schema, typeOf } from '../type-of-schema.ts'

type Parameter = {
  name: string
  in: string
  required?: boolean
  description?: string
  schema: Schema
}
type Body = { content?: Record<string, { schema?: Schema }> }
type Operation = {
  tags?: string[]
  summary: string
  parameters?: Parameter[]
  requestBody?: Body
  responses: Record<string, Body & { description: string }>
}
export type Described = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** `origin` is the address that examples ask. */
export function apiPage(page: PageContext, described: Described, origin: string): PageContent {
  const t = apiTexts[page.language]
  const operations = Object.entries(described.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, one]) => ({ name: `${method.toUpperCase()} ${path}`, one })),
  )
  const sectionOf = (group: Group) => {
    const own = operations.filter(({ one }) => one.tags?.includes(group))
    return html`<section aria-labelledby="group-${group}"><h2 id="group-${group}">${t.group[group]}</h2>
${own.map(({ name, one }) => operationOf(page, name, one, origin))}</section>`
  }
  const main = html`<article class="api"><h1>${t.title}</h1>
<p>${t.intro} <a href="/api/openapi.json">${t.document}</a></p>
<h2>${t.rules}</h2>
<ul><li>${t.token} <code>Authorization: Bearer vt_…</code></li><li>${t.errors} <code>{"error": {"code": "…", "message": "…"}}</code></li><li>${t.paging}</li><li>${t.etags}</li></ul>
<nav aria-label="${t.groups}"><ul class="jumps">${groups.map((group) => html`<li><a href="#group-${group}">${t.group[group]}</a></li>`)}<li><a href="#schemas">${t.schemas}</a></li></ul></nav>
${groups.map(sectionOf)}
<section aria-labelledby="schemas"><h2 id="schemas">${t.schemas}</h2>
${Object.entries(described.components.schemas).map(([name, schema]) => html`<details id="type-${name}"><summary><code>${name}</code></summary><pre lang="en"><code>${typeOf(schema, '')}</code></pre></details>`)}</section></article>`
  return { title: t.title, main }
}

function operationOf(page: PageContext, name: string, one: Operation, origin: string): Html {
  const t = apiTexts[page.language]
  const { parameters = [], requestBody, responses } = one
  const row = (p: Parameter) =>
    html`<tr><th scope="row"><code>${p.name}</code>${p.required ? html` (${t.required})` : ''}</th><td>${p.in}</td><td><code>${parameterType(p.schema)}</code></td><td lang="en">${p.description ?? p.schema.description ?? ''}</td></tr>`
  const table = html`<div class="wide"><table><caption>${t.parameters}</caption><thead><tr><th scope="col">${t.parameters}</th><th scope="col">${t.place}</th><th scope="col">${t.type}</th><th scope="col">${t.meaning}</th></tr></thead><tbody>${parameters.map(row)}</tbody></table></div>`
  const answer = ([status, { description, content }]: [string, Operation['responses'][string]]) =>
    html`<dt><code>${status}</code></dt><dd><span lang="en">${description}</span> ${Object.entries(content ?? {}).map(([type, { schema }]) => html`<code>${type}</code> ${typeLink(schema)} `)}</dd>`
  return html`<details class="operation" id="${anchorOf(name)}"><summary><code>${name}</code> <span lang="en">${one.summary}</span></summary>
${parameters.length > 0 ? table : ''}
${requestBody ? html`<p>${t.body}: ${Object.entries(requestBody.content ?? {}).map(([type, { schema }]) => html`<code>${type}</code> ${typeLink(schema)} `)}</p>` : ''}
<p>${t.example}</p><pre><code>${curlOf(name, one, origin)}</code></pre>
<p>${t.answers}</p><dl class="meta">${Object.entries(responses).map(answer)}</dl></details>`
}

const anchorOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')

/** Leads to a named type; a short one is written out. */
function typeLink(schema: Schema | undefined): Html | '' {
  const name = schema?.$ref?.split('/').at(-1)
  if (name) return html`<a href="#type-${name}">${name}</a>`
  if (!schema) return ''
  const type = typeOf(schema, '')
  return type.includes('\n')
    ? html`<pre lang="en"><code>${type}</code></pre>`
    : html`<code>${type}</code>`
}

/** A command that sends the operation. */
function curlOf(name: string, { parameters = [], requestBody }: Operation, origin: string): string {
  const [method = 'GET', path = ''] = name.split(' ')
  const query = parameters
    .filter((one) => one.in === 'query' && one.required)
    .map((one) => `${one.name}=…`)
    .join('&')
  const filled = path.replace(/\{(\w+)\}/g, (_, one: string) => one.toUpperCase())
  const type = Object.keys(requestBody?.content ?? {})[0]
  const sent =
    type === 'multipart/form-data'
      ? " -F 'file=@bao-cao.pdf'"
      : type
        ? ` -H 'content-type: ${type}' --data-binary @body`
        : ''
  return `curl${method === 'GET' || (method === 'POST' && sent) ? '' : ` -X ${method}`}${sent} '${origin}${filled}${query ? `?${query}` : ''}'`
}
