// Where the paragraphs of a plain text are: a line each, or the lines of a paragraph together where the text is wrapped at
// a fixed width; the two columns of an official header, flattened onto one line by spaces, apart.
//
//   "KẾ HOẠCH\nNăm học 2022-2023\n\n1. Mục đích\n…"  →  a block a line
import type { ParsedBlock } from '../../model.ts'

type Line = {
  start: number
  end: number
  page: number
  /** Half of a line that two columns share; never joined with its neighbours. */
  column?: true
}

const listMarker =
  /^(?:\p{Co}|[-–—+*•●▪■◦○➢❖✓]\s|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđA-ZĐ]|[IVXLivxl]{1,6})[.)]\s|\d{1,3}(?:\.\d{1,3}){1,4}\s)/u
/** What begins a paragraph without being a list item. */
const headingMarker =
  /^(?:Phần|Chương|Mục|Điều|Nhiệm vụ)\s+(?:\d{1,3}|[IVXL]{1,6})(?![\p{L}\p{N}])/iu
const dateBegun = /(?<!\p{L})(?:ngày|\d tháng)$/iu
const dateGoesOn = /^\d{1,2}(?:\s*[/.-]\s*\d|\s+tháng(?!\p{L})|\s+năm\s+\d{4})/iu
const endsSentence = /[.;:!?…/]["”»')\]]*$/u

/** The width that a text was wrapped at; null where it was not. */
export function wrapWidthOf(content: string): number | null {
  return wrapWidth(content, linesOf(content))
}

/**
 * The blocks of a text: a line each, or the lines of a paragraph together where the text is wrapped. `width` is given
 * where `content` is part of a longer text.
 */
export function blocksOf(content: string, width = wrapWidthOf(content)): ParsedBlock[] {
  const lines = columnsApart(content, linesOf(content))
  const hasPages = content.includes('\f')
  const blocks: ParsedBlock[] = []
  let previous: Line | null = null
  for (const line of lines) {
    const block = blocks.at(-1)
    const isWithin =
      previous !== null &&
      (breaksDate(content, previous, line) ||
        (width !== null && goesOn(content, previous, line, width)))
    if (block && isWithin) block.end = line.end
    else
      blocks.push({
        start: line.start,
        end: line.end,
        kind: listMarker.test(content.slice(line.start, line.start + 40))
          ? 'list-item'
          : 'paragraph',
        ...(hasPages ? { page: line.page } : {}),
      })
    previous = line
  }
  return blocks
}

/** Lines that hold something, without the white space around them. Form feeds part pages. */
function linesOf(content: string): Line[] {
  const lines: Line[] = []
  let page = 1
  for (const match of content.matchAll(/[^\n\r\f\u2028\u2029]+|\f/g)) {
    if (match[0] === '\f') {
      page++
      continue
    }
    const trimmed = match[0].trim()
    if (trimmed === '') continue
    const start = match.index + match[0].indexOf(trimmed)
    lines.push({ start, end: start + trimmed.length, page })
  }
  return lines
}

const motto = /cộng h[oò][àa]? xã hội chủ nghĩa|độc lập\s*[-–]\s*tự do|đảng cộng sản việt nam/iu
const recipients = /^nơi nhận\s*:/iu
const headerLines = 14
const signatureLines = 20

/**
 * The two columns of an official header and of the signature, flattened onto one line by spaces:
 * "SỞ NỘI VỤ                Độc lập - Tự do - Hạnh phúc" is two lines.
 */
function columnsApart(content: string, lines: readonly Line[]): Line[] {
  const textOf = (line: Line) => content.slice(line.start, line.end).normalize('NFC')
  const hasHeader = lines.slice(0, headerLines).some((line) => motto.test(textOf(line)))
  let signature = Number.POSITIVE_INFINITY
  return lines.flatMap((line, i) => {
    if (recipients.test(textOf(line))) signature = i
    const inHeader = hasHeader && i < headerLines
    const inSignature = i >= signature && i < signature + signatureLines
    const gap =
      inHeader || inSignature ? /\S( {4,}|\t+)\S/u.exec(content.slice(line.start, line.end)) : null
    if (!gap) return [line]
    const left = line.start + gap.index + 1
    return [
      { ...line, end: left, column: true as const },
      { ...line, start: left + (gap[1]?.length ?? 0), column: true as const },
    ]
  })
}

/** The width a text was wrapped at; null where it was not: then every line is a paragraph. */
function wrapWidth(content: string, lines: readonly Line[]): number | null {
  let neighbours = 0
  let full = 0
  let wrapped = 0
  const lengths: number[] = []
  for (const [i, line] of lines.entries()) {
    const length = line.end - line.start
    lengths.push(length)
    const next = lines[i + 1]
    if (!next || !adjacent(content, line, next)) continue
    neighbours++
    if (length >= 55 && length <= 110) full++
    if (length >= 55 && startsLower(content, next)) wrapped++
  }
  if (neighbours < 4 || full < neighbours / 2 || wrapped < neighbours / 5) return null
  lengths.sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0
  return width <= 120 ? width : null
}

/** "… ngày 16 tháng" over "6 năm 2016 …": no line ends there but by mistake, wrapped or not. */
function breaksDate(content: string, before: Line, line: Line): boolean {
  if (before.column || line.column || !adjacent(content, before, line)) return false
  const end = content.slice(Math.max(before.start, before.end - 16), before.end).normalize('NFC')
  if (!dateBegun.test(end)) return false
  return dateGoesOn.test(content.slice(line.start, line.start + 24).normalize('NFC'))
}

/** Whether a line continues the one before, as a wrapped paragraph does. */
function goesOn(content: string, before: Line, line: Line, width: number): boolean {
  if (before.column || line.column || !adjacent(content, before, line)) return false
  const start = content.slice(line.start, Math.min(line.end, line.start + 60))
  if (listMarker.test(start) || headingMarker.test(start)) return false
  if (startsLower(content, line)) return true
  const firstWord = /^\S+/u.exec(start)?.[0].length ?? 0
  const couldHaveFitted = before.end - before.start + 1 + firstWord <= width * 0.9
  return !couldHaveFitted && !endsSentence.test(content.slice(before.end - 4, before.end))
}

/** No blank line and no page break between. */
function adjacent(content: string, before: Line, line: Line): boolean {
  return before.page === line.page && count(content, '\n', before.end, line.start) <= 1
}

function startsLower(content: string, line: Line): boolean {
  return /^[\p{Ll}(,]/u.test(content.slice(line.start, line.start + 2))
}

function count(content: string, char: string, start: number, end: number): number {
  let found = 0
  for (let i = start; i < end; i++) if (content[i] === char) found++
  return found
}
