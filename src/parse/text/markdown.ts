// Markdown: headings, lists, tables by rows, front matter, code, the text of links.
//
//   "# Kế hoạch\n\n| TT | Việc |\n|---|---|\n| 1 | Rà soát |"  →  a heading of level 1, two table rows
import type { ParsedDocument } from '../../model.ts'
import type { Blocks } from '../blocks.ts'
import { frontMatterOf } from './front-matter.ts'
import { inlineText } from './inline-markdown.ts'
import { blocksOf, wrapWidthOf } from './paragraphs.ts'

const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/
const separator =
  /^ {0,3}\|?(?:[ \t]{0,20}:?-{2,200}:?[ \t]{0,20}\|){1,60}[ \t]{0,20}(?::?-{2,200}:?)?[ \t]{0,20}$/
const tableRow = /^ {0,3}\|.*\|[ \t]*$|^[^|\n]+(?:\|[^|\n]*)+$/
const fence = /^ {0,3}(`{3,}|~{3,})/
const rule = /^ {0,3}(?:(?:\* ?){3,}|(?:- ?){3,}|(?:_ ?){3,})[ \t]*$/
const listItem = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(\S.*)$/
const definition = /^ {0,3}\[[^\]\n]{1,100}\]:[ \t]/
const imageAlone = /^\s*!\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:\s"([^"]{0,300})")?\)\s*$/
const htmlCaption = /^\s*<figcaption>(.*?)<\/figcaption>\s*$/i
const sampleUnits = 64 * 1024

/**
 * Whether a text is plainly Markdown. One "#" or "**" is not enough, since a plain text must not suffer: there must be
 * front matter, a table with its line of dashes, or headings together with other marks.
 */
export function isMarkdown(content: string): boolean {
  const sample = content.slice(0, sampleUnits)
  if (frontMatterOf(sample).end > 0) return true
  const lines = sample.split('\n')
  const isTable = lines.some(
    (line, i) =>
      line.includes('|') &&
      separator.test(line) &&
      /\|/.test(lines[i - 1] ?? '') &&
      /\p{L}/u.test(lines[i - 1] ?? ''),
  )
  if (isTable) return true
  const headings = lines.filter(
    (line, i) => heading.test(line) && (!lines[i + 1]?.trim() || !lines[i - 1]?.trim()),
  ).length
  // "# …" begins a comment in scripts and settings; there most lines without it are no sentences.
  if (headings === 0 || headings * 2 > lines.filter((line) => line.trim() !== '').length)
    return false
  const marks =
    (sample.match(/\*\*[^\s*][^*\n]{0,300}\*\*/g)?.length ?? 0) +
    (sample.match(/\[[^[\]\n]{1,300}\]\((?:https?:|\/|#|\.)/g)?.length ?? 0) +
    lines.filter((line) => fence.test(line)).length
  return marks >= 2 || (headings >= 3 && /^#{2,6} /m.test(sample))
}

/** Adds the blocks of a Markdown text; gives what its front matter says. */
export function addMarkdown(blocks: Blocks, content: string): ParsedDocument['metadata'] {
  const { end, metadata } = frontMatterOf(content)
  const body = content.slice(end)
  const lines = body.split('\n').map((line) => line.replace(/^ {0,3}(?:> ?)+/, ''))
  if (
    metadata.title &&
    !lines.some((line) => inlineText(titleText(heading.exec(line)?.[2])) === metadata.title)
  )
    blocks.add('heading', metadata.title, { level: 1 })
  const width = wrapWidthOf(body)
  let paragraph: string[] = []
  const finishParagraph = () => {
    const text = paragraph.join('\n')
    paragraph = []
    for (const { kind, start, end: to } of blocksOf(text, width))
      blocks.add(kind, text.slice(start, to))
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const found = blockAt(lines, i)
    if (found === null) {
      if (line.trim() === '') finishParagraph()
      else paragraph.push(inlineText(line))
      continue
    }
    finishParagraph()
    found.add(blocks)
    i += found.lines - 1
  }
  finishParagraph()
  return metadata
}

type Found = { lines: number; add(blocks: Blocks): void }
const nothing = (lines: number): Found => ({ lines, add: () => undefined })

/** What begins in a line other than a paragraph. */
function blockAt(lines: readonly string[], at: number): Found | null {
  const line = lines[at] ?? ''
  const title = heading.exec(line)
  if (title)
    return {
      lines: 1,
      add: (blocks) =>
        blocks.add('heading', inlineText(titleText(title[2])), { level: title[1]?.length ?? 1 }),
    }
  if (fence.test(line)) return codeAt(lines, at)
  if (/^={3,}\s*$/.test(lines[at + 1] ?? '') && line.trim() !== '' && !lines[at - 1]?.trim())
    return { lines: 2, add: (blocks) => blocks.add('heading', inlineText(line), { level: 1 }) }
  if (line.includes('|')) {
    if (/^\s*\|\s*$/.test(line)) return nothing(1)
    if (separator.test(lines[at + 1] ?? '') && tableRow.test(line)) return tableAt(lines, at)
    // A table of one row that stands without its head.
    if (separator.test(line)) return nothing(1)
  }
  if (rule.test(line) || definition.test(line)) return nothing(1)
  const caption = htmlCaption.exec(line) ?? imageAlone.exec(line)
  if (caption)
    return {
      lines: 1,
      add: (blocks) => blocks.add('caption', inlineText(caption[1] || caption[2] || '')),
    }
  return listItem.test(line) ? itemAt(lines, at) : null
}

/** Without the "##" that may close a heading. */
function titleText(text = ''): string {
  const trimmed = text.trimEnd()
  const open = trimmed.replace(/#+$/, '')
  return open === '' || /[ \t]$/.test(open) ? open.trimEnd() : trimmed
}

function codeAt(lines: readonly string[], at: number): Found {
  const mark = fence.exec(lines[at] ?? '')?.[1] ?? '```'
  let end = at + 1
  while (end < lines.length && !(lines[end] ?? '').trimStart().startsWith(mark)) end++
  // A fence that is never closed is a mistake, not half the document.
  if (end === lines.length) return nothing(1)
  return {
    lines: end - at + 1,
    add: (blocks) => blocks.add('paragraph', lines.slice(at + 1, end).join('\n')),
  }
}

function itemAt(lines: readonly string[], at: number): Found {
  const [, indent = '', marker = '', first = ''] = listItem.exec(lines[at] ?? '') ?? []
  const parts = [first]
  let end = at + 1
  // Further lines of an item are indented.
  for (; end < lines.length; end++) {
    const line = lines[end] ?? ''
    if (!/^(?: {2,}|\t)\S/.test(line) || blockAt(lines, end) !== null) break
    parts.push(line.trim())
  }
  const shown = /^\d/.test(marker) ? marker : '-'
  const depth = Math.floor(indent.replaceAll('\t', '    ').length / 2)
  return {
    lines: end - at,
    add: (blocks) =>
      blocks.add('list-item', `${shown} ${inlineText(parts.join(' '))}`, {
        level: Math.min(depth, 9),
      }),
  }
}

/** Cells of the head and the signatures of an official document, which a table only lays out. */
const layout =
  /cộng h[oò][àa]? xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam|^\s*\|?\s*nơi nhận/iu

function tableAt(lines: readonly string[], at: number): Found {
  let end = at
  while (
    end < lines.length &&
    (separator.test(lines[end] ?? '') || tableRow.test(lines[end] ?? ''))
  )
    end++
  const rows = lines
    .slice(at, end)
    .filter((line) => !separator.test(line))
    .map(cellsOf)
  const isLayout =
    rows.length <= 4 &&
    rows.every((row) => row.length <= 2) &&
    layout.test(lines[at]?.normalize('NFC') ?? '')
  return {
    lines: end - at,
    add(blocks) {
      for (const row of rows)
        if (isLayout)
          for (const cell of row)
            for (const piece of cell.split(/\n| ?-{3,} ?|(?<=[:;.]) (?=- )|(?<=NAM) (?=Độc lập)/u))
              blocks.add('paragraph', piece)
        else blocks.add('table-row', row.map((cell) => cell.replace(/\s+/g, ' ').trim()).join('\t'))
    },
  }
}

/** "| 1 | Rà soát \| báo cáo |" → ["1", "Rà soát | báo cáo"] */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => inlineText(cell.replace(/[ \t]+/g, ' ').trim()))
