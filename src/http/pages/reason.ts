// Why a document could not be read: what to do in the reader's language first, then what the program says of itself.
import { html } from 'hono/html'
import { adviceOf } from '../../app/advice.ts'
import type { Html, PageContext } from '../layout.ts'

/** The reason of a failure, for a cell or a line. */
export const reasonText = (
  { language }: PageContext,
  { code, message }: { code: string; message: string },
): Html =>
  html`${adviceOf(code)[language]}<br><span class="advice"><code>${code}</code> <span lang="en">${message}</span></span>`
