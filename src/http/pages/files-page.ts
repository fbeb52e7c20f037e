// What became of uploaded files: one line a file, with its stage, and what to do where it failed.
import { html } from 'hono/html'
import type { DocumentLine } from '../../app/stage.ts'
import { formatNumber } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'
import type { RefusedUpload } from '../upload.ts'
import { reasonText } from './reason.ts'

/** The content of the list. `known`: ids of files that were in the archive before. */
export function filesPage(
  page: PageContext,
  lines: readonly DocumentLine[],
  known: ReadonlySet<string>,
  refused: readonly RefusedUpload[],
): Html {
  const u = page.t.upload
  const isUnderWay = lines.some(({ state }) => state === 'pending')
  const follow = isUnderWay
    ? html` data-follow="/upload/progress?ids=${lines.map(({ id }) => id).join(',')}${known.size > 0 ? `&known=${[...known].join(',')}` : ''}"`
    : ''
  return html`<h1>${u.done}</h1>
<p class="summary" role="status" data-summary>${progressSummary(page, lines)}</p>
<ul class="files"${follow}>${lines.map((line) => fileLine(page, line, known.has(line.id)))}</ul>
${refused.length > 0 ? html`<section class="notice bad" role="alert"><h2>${u.refused}</h2><ul>${refused.map(({ name, code, message }) => html`<li><strong dir="auto">${name}</strong> – <code>${code}</code> ${message}</li>`)}</ul></section>` : ''}
<p><a href="/#upload">${u.more}</a> · <a href="/status">${page.t.status.title}</a></p>`
}

/** "2 of 5 files are read". */
export function progressSummary(
  { t, language }: PageContext,
  lines: readonly DocumentLine[],
): string {
  const done = lines.filter(({ state }) => state !== 'pending').length
  const failed = lines.filter(({ state }) => state === 'failed').length
  const number = (n: number) => formatNumber(n, language)
  return `${t.upload.progress(number(done), number(lines.length))}${failed > 0 ? ` ${t.upload.failed(number(failed))}` : ''}`
}

/** How far each stage is, of four. */
const steps: Record<DocumentLine['stage'], number> = {
  'to-parse': 1,
  parsing: 2,
  'to-extract': 3,
  extracting: 3,
  extracted: 4,
  partial: 4,
  failed: 4,
}

/** The line of one file. */
export function fileLine(
  page: PageContext,
  { id, name, stage, state, attempts, error }: DocumentLine,
  isKnown = false,
): Html {
  const { t, language } = page
  const tried =
    attempts > 1
      ? html` <span class="hint">${t.work.attempts}: ${formatNumber(attempts, language)}</span>`
      : ''
  return html`<li class="file state-${state}" id="file-${id}"><a href="/d/${id}" dir="auto">${name}</a>
<span class="file-stage"><span class="steps step-${steps[stage]}" aria-hidden="true"></span><span class="state">${t.work.stages[stage]}</span>${isKnown ? html` <span class="hint">${t.upload.isKnown}</span>` : ''}${tried}</span>
${error ? html`<span class="reason">${reasonText(page, error)}</span>` : ''}</li>`
}
