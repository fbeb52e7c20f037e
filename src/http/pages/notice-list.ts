// What people should know about the processes of the archive: an inbox that is away, a disk that is full.
import { html } from 'hono/html'
import type { Status } from '../../app/app.ts'
import { formatInstant } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'

/** A box with every notice; nothing where all is well. */
export function noticeList({ t, language }: PageContext, notices: Status['notices']): Html | '' {
  if (notices.length === 0) return ''
  const known: Record<string, string> = t.notices.codes
  const row = ({ process, code, message, since }: Status['notices'][number]) =>
    html`<li><strong>${Object.hasOwn(known, code) ? known[code] : code}</strong> ${message} <span class="quiet" dir="auto">${process} · ${t.notices.since} ${formatInstant(since, language)}</span></li>`
  return html`<section class="notice bad" role="status" aria-labelledby="notices-title"><h2 id="notices-title">${t.notices.title}</h2><ul>${notices.map(row)}</ul></section>`
}
