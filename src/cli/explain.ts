// `vanthu explain FILE`: why the record of a file says what it says, and at one place also why not something else.
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  createExplainer,
  type Dropped,
  type ExplainedPlace,
  type ExplainedType,
  type Explanation,
  explainPlace,
  type Finding,
} from '../app/explain.ts'
import { UserError } from '../errors.ts'
import { closeAtEnd } from './closing.ts'
import { collectFiles } from './collect-files.ts'
import { bold, countOf, dim, oneLine, print, printJson } from './output.ts'
import { shorten } from './table.ts'

export type ExplainOptions = {
  at?: string
  find?: string
  type?: ExplainedType
  json?: boolean
}

const quoted = 80

/** Prints the explanation; gives the exit status. Throws what makes the file unreadable. */
export async function explain(path: string, options: ExplainOptions): Promise<number> {
  await collectFiles([path])
  if ((await stat(path)).isDirectory())
    throw new UserError(`${oneLine(path)} is a folder; one file is explained at a time.`)
  const explainer = createExplainer()
  const close = closeAtEnd(() => explainer.close())
  const name = basename(path)
  const explanation = narrowed(await explainer.explain({ name, path }), options.type)
  await close()
  const span = placeOf(explanation, options)
  const place = span && explainPlace(explanation, span)
  const { found, declined } = explanation
  if (options.json) await printJson({ file: name, ...(place ? { place } : { found }) })
  else if (place) await printPlace(place)
  else {
    await print(bold(oneLine(explanation.record.title ?? name)))
    for (const item of found) await print(foundText(item))
    const kept = countOf(found.length, 'item')
    await print(
      `\n${kept}; ${countOf(declined.length, 'candidate')} looked at and dropped, which ${dim('--at OFFSET')} or ${dim('--find "words"')} shows place by place.`,
    )
  }
  return 0
}

function narrowed(explanation: Explanation, type: ExplainedType | undefined): Explanation {
  if (type === undefined) return explanation
  return {
    ...explanation,
    found: explanation.found.filter((item) => item.type === type),
    declined: explanation.declined.filter((item) => item.type === type),
  }
}

/** The place asked for, or null where the whole document is. Throws where the text has no such place. */
function placeOf({ record, placeOf: find }: Explanation, { at, find: words }: ExplainOptions) {
  if (words !== undefined) {
    const span = find(words)
    if (span) return span
    throw new UserError(`The words “${oneLine(words)}” are not in the text of the document.`)
  }
  if (at === undefined) return null
  const start = /^\d{1,10}$/.test(at) ? Number(at) : Number.NaN
  if (start < record.text.length) return { start, end: start + 1 }
  throw new UserError(
    `--at ${oneLine(at)} is no place in the text: an offset is a whole number from 0 to ${record.text.length - 1}.`,
  )
}

async function printPlace(place: ExplainedPlace): Promise<void> {
  const { start, text, zone, note, found, declined } = place
  await print(`${bold(`offset ${start}`)}  ${quote(text)}`)
  await print(dim(`${zone ?? 'no block'}: ${note}`))
  for (const item of found) await print(foundText(item))
  for (const item of declined) await print(droppedText(item))
  if (found.length + declined.length === 0)
    await print('Nothing was found here, and no rule looked at this place.')
}

function foundText(item: Finding): string {
  const place = item.start === null ? 'no one place' : `${item.start}–${item.end}`
  const rule = `${item.rule}${item.confidence === null ? '' : ` ${item.confidence}`}`
  const evidence =
    item.evidence && item.evidence !== item.text ? ` “${bothEnds(item.evidence)}”` : ''
  return [
    `\n${bold(item.type)}  ${place}  ${item.text === null ? '' : quote(item.text)}`.trimEnd(),
    `  is    ${oneLine(item.value)}`,
    `  rule  ${rule}`,
    `  why   ${oneLine(item.why)}${evidence}`,
  ].join('\n')
}

function droppedText(item: Dropped): string {
  return [
    `\n${bold(item.type)}  ${item.start}–${item.end}  ${quote(item.text)}`,
    `  not   ${item.rule}`,
    `  why   ${oneLine(item.reason)}`,
  ].join('\n')
}

const quote = (text: string): string => `“${shorten(oneLine(text), quoted)}”`

/** Of a long text its beginning and its end: what announces a list ends it. */
function bothEnds(text: string): string {
  const letters = Array.from(oneLine(text))
  if (letters.length <= 2 * quoted) return letters.join('')
  return `${letters.slice(0, quoted).join('')} … ${letters.slice(-quoted).join('')}`
}
