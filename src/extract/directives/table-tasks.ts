// Tasks in tables: a row each under a head such as "TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn".
//
// The view has one space where a row has a tab, so cells are counted out by words from the text as read.
import type { Span } from '../../text/view.ts'
import { decline } from '../decline.ts'
import type { Annotation, Page } from '../page.ts'
import { rowCells } from '../row-cells.ts'
import { type DirectiveFound, documentIssuer } from './found.ts'
import { sectionKind } from './introducers.ts'
import { lineOfCell, membersOf } from './members.ts'

type Columns = {
  task: number
  number: number | null
  leads: number[]
  partners: number[]
  due: number | null
}

const taskHead =
  /^(?:(?:tên |các )?(?:nội dung|nhiệm vụ|công việc|việc|giải pháp)(?!\p{L})|hoạt động)/u
const namedTaskHead = /nhiệm vụ|công việc|giải pháp/u
const leadHead =
  /chủ trì|(?:đơn vị|cơ quan|người|bộ phận)(?: được)? (?:thực hiện|phụ trách|giao|chịu trách nhiệm)|phân công|trách nhiệm/u
const partnerHead = /phối hợp/u
const dueHead = /thời hạn|thời gian|hoàn thành|tiến độ|hạn cuối/u
const numberHead = /^(?:stt|tt|số tt|số thứ tự|số)$/u

/** Tasks of every table that is one of tasks. */
export function tableTasks(page: Page): Annotation<DirectiveFound>[] {
  const found: Annotation<DirectiveFound>[] = []
  let columns: Columns | null = null
  let above: Span = { start: 0, end: 0 }
  let inTable = false
  for (const block of page.blocks) {
    if (block.zone !== 'table') {
      if (block.zone !== 'header' || !inTable) above = block
      columns = null
      inTable = false
      continue
    }
    if (inTable && !columns) continue
    const cells = rowCells(page, block)
    if (!inTable) {
      inTable = true
      columns = columnsOf(page, cells, above)
      if (!columns)
        decline(
          page,
          block,
          'table-of-other-things',
          'The head of the table names no tasks with who or when.',
        )
      continue
    }
    if (columns) {
      const task = rowTask(page, cells, columns)
      if (task) found.push(task)
      else
        decline(page, block, 'row-without-task', 'A row without a task, or with nobody and no day.')
    }
  }
  return found
}

/** What each column of a table of tasks holds; null for tables of another sort. `above` is the line over the table. */
function columnsOf(page: Page, cells: ReadonlyArray<Span | null>, above: Span): Columns | null {
  const heads = cells.map((c) => (c ? page.key.slice(c.start, c.end) : ''))
  const at = (pattern: RegExp) => heads.flatMap((h, i) => (pattern.test(h) ? [i] : []))
  const task = at(taskHead)[0]
  if (task === undefined) return null
  const partners = at(partnerHead).filter((i) => i !== task && !/chủ trì/u.test(heads[i] ?? ''))
  const leads = at(leadHead).filter((i) => i !== task && !partners.includes(i))
  const due = at(dueHead).find((i) => i !== task) ?? null
  const announced =
    sectionKind(page, above) === 'task' ||
    /nhiệm vụ|phân công/u.test(page.key.slice(Math.max(above.start, above.end - 160), above.end))
  const charged = leads.length + partners.length > 0
  // "Nội dung | Thời gian" alone is the programme of a conference.
  if (
    !(charged && (announced || due !== null || namedTaskHead.test(heads[task] ?? ''))) &&
    !(announced && due !== null)
  )
    return null
  return { task, number: at(numberHead)[0] ?? null, leads, partners, due }
}

function rowTask(
  page: Page,
  cells: ReadonlyArray<Span | null>,
  columns: Columns,
): Annotation<DirectiveFound> | null {
  const task = cells[columns.task]
  if (!task || task.end - task.start < 12) return null
  const others = [...columns.leads, ...columns.partners]
  const due = columns.due === null ? null : (cells[columns.due] ?? null)
  // A row without anybody or any day is the head of a part of the table.
  if (!due && !others.some((i) => cells[i])) return null
  const words = (i: number) => {
    const cell = cells[i]
    // "- Các đơn vị thuộc Bộ - Vụ Pháp chế": lines of a cell.
    const text = cell ? page.text.slice(cell.start, cell.end) : ''
    const lines = /^- /u.test(text) ? text.split(/(?:^| )- (?=\p{Lu})/u) : text.split(lineOfCell)
    return lines.flatMap((line) => (line.trim() ? membersOf(line) : []))
  }
  const number = columns.number === null ? null : cells[columns.number]
  const marked = number
    ? page.text.slice(number.start, number.end).replace(/^[(\s]+|[).\s]+$/gu, '')
    : ''
  return {
    ...task,
    rule: 'table-task',
    confidence: 0.8,
    value: {
      number: /^(?:\d{1,3}(?:\.\d{1,2})*|[ivxl]{1,6}|[a-zđ])$/iu.test(marked) ? marked : null,
      kind: 'task',
      issuer: documentIssuer(page),
      assignees: [...new Set(others.flatMap(words))],
      times: due ? [due] : [],
    },
  }
}
