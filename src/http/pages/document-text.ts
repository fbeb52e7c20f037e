// The full text of a document, block by block, with everything found marked in it.
//
// A mark is a span with the kind as its class, so that marks inside marks keep their own look; the words are one link,
// to the list entry of the innermost mark. Directives are blocks with a rule at their side, around the other marks.
import { html } from 'hono/html'
import type { RecordBlock, VanthuRecord, Zone } from '../../model.ts'
import type { Html, PageContext } from '../layout.ts'
import { type MarkNode, nestOf, type Piece, piecesOf } from '../marks.ts'
import { marksOf } from '../marks-of-record.ts'
import type { Texts } from '../texts.ts'
import { pageAnchor } from './original-view.ts'

type Run = { zone: Zone | 'outside'; page: number | undefined; pieces: Piece[] }

/** The text as HTML. All of it is shown, also what no block holds. `pages` of the original are there to be led to. */
export function documentText({ t }: PageContext, record: VanthuRecord, pages: number): Html {
  const { text } = record
  const blocks = inOrder(record.blocks, text.length)
  const cuts = blocks.flatMap((block) => [block.start, block.end])
  if (blocks.some((block) => block.zone === 'table'))
    for (const cell of text.matchAll(/\t/g)) cuts.push(cell.index, cell.index + 1)
  const runs = runsOf(text, blocks, piecesOf(text, marksOf(record), cuts))
  const opened = new Set<string>()
  const parts: Html[] = []
  let page: number | undefined
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]
    if (!run) break
    if (run.page !== undefined && run.page !== page) {
      parts.push(pageMark(t, run.page, pages, opened))
      page = run.page
    }
    if (run.zone === 'table') {
      const rows = [run]
      for (
        let row = runs[i + 1];
        row?.zone === 'table' && row.page === run.page;
        row = runs[i + 1]
      ) {
        rows.push(row)
        i++
      }
      parts.push(tableOf(text, rows, opened, t))
    } else parts.push(blockOf(text, run, opened, t))
  }
  return html`${parts}`
}

/** Where a page of the original begins, with a link to it where it can be seen; not shown before a text's first page 1. */
function pageMark(t: Texts, page: number, pages: number, opened: Set<string>): Html {
  const anchor = `t-${page}`
  const id = opened.has(anchor) ? '' : html` id="${anchor}"`
  if (page === 1 && opened.size === 0) {
    opened.add(anchor)
    return html`<span class="page-start"${id}></span>`
  }
  opened.add(anchor)
  const label = t.document.page(String(page))
  return html`<p class="page-break"${id}><span>${page <= pages ? html`<a href="#${pageAnchor(page)}">${label}</a>` : label}</span></p>`
}

/** Blocks by place; what overlaps the one before is cut, so that no words are shown twice. */
function inOrder(blocks: readonly RecordBlock[], length: number): RecordBlock[] {
  const ordered: RecordBlock[] = []
  let at = 0
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(at, block.start)
    const end = Math.min(block.end, length)
    if (start >= end) continue
    ordered.push({ ...block, start, end })
    at = end
  }
  return ordered
}

/** Pieces by block; white space between blocks is left out, words between blocks are a run of their own. */
function runsOf(text: string, blocks: readonly RecordBlock[], pieces: readonly Piece[]): Run[] {
  const runs: Run[] = []
  let p = 0
  const take = (until: number, zone: Run['zone'], page: number | undefined) => {
    const taken: Piece[] = []
    for (let piece = pieces[p]; piece && piece.start < until; piece = pieces[++p]) taken.push(piece)
    if (taken.some(({ start, end }) => text.slice(start, end).trim() !== ''))
      runs.push({ zone, page, pieces: taken })
  }
  for (const block of blocks) {
    take(block.start, 'outside', undefined)
    take(block.end, block.zone, block.page)
  }
  take(text.length, 'outside', undefined)
  return runs
}

function blockOf(text: string, { zone, pieces }: Run, opened: Set<string>, t: Texts): Html {
  const content = nodesOf(text, nestOf(pieces, opened), t)
  if (zone === 'title') return html`<h3 class="z-title" dir="auto">${content}</h3>`
  if (zone === 'heading') return html`<h3 class="z-heading" dir="auto">${content}</h3>`
  return html`<div class="z-${zone}" dir="auto">${content}</div>`
}

/** Neighbouring rows as a table; cells stand between tabs. */
function tableOf(text: string, rows: readonly Run[], opened: Set<string>, t: Texts): Html {
  const cellsOf = ({ pieces }: Run) => {
    const cells: Piece[][] = [[]]
    for (const piece of pieces)
      if (text.slice(piece.start, piece.end) === '\t') cells.push([])
      else cells.at(-1)?.push(piece)
    return cells
  }
  const row = (run: Run) =>
    html`<tr>${cellsOf(run).map((cell) => html`<td dir="auto">${nodesOf(text, nestOf(cell, opened), t)}</td>`)}</tr>`
  return html`<div class="scroll"><table class="z-table"><tbody>${rows.map(row)}</tbody></table></div>`
}

const blockKinds = new Set(['directive', 'warning'])

function nodesOf(text: string, nodes: readonly MarkNode[], t: Texts): Html[] {
  return nodes.map((node) => {
    if ('innermost' in node) {
      const words = text.slice(node.start, node.end)
      const { innermost } = node
      if (!innermost || blockKinds.has(innermost.kind)) return html`${words}`
      return html`<a href="#${innermost.item}">${words}</a>`
    }
    const { mark, isFirst, children } = node
    const id = isFirst ? html` id="${mark.id}"` : ''
    if (mark.kind === 'directive')
      return html`<span class="directive"${id}>${isFirst ? html`<a class="to-list" href="#${mark.item}" aria-label="${t.items.directives}"><span aria-hidden="true">❯</span></a>` : ''}${nodesOf(text, children, t)}</span>`
    return html`<span class="m ${mark.kind}"${id}>${nodesOf(text, children, t)}</span>`
  })
}
