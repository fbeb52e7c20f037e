// Complex fields of a story: begin, instruction, "separate", result, end, in runs of any paragraphs, one inside another.
// Only results are text, and not those that tell of the page: they are another's page by the time anyone reads it here.
import type { Edit } from './edits.ts'

type Field = {
  instruction: string
  hasResult: boolean
  /** What of it is no text. Only done once the field ends: one that never does hides nothing. */
  edits: Edit[]
}

export type Fields = {
  begin(): void
  separate(): void
  end(): void
  /** Text of an instruction. */
  instruct(text: string): void
  /** Whether what comes now is no text. */
  hides(): boolean
  /** Takes out something that is no text. */
  hide(edit: Edit): void
  /** Whether what comes now is in a table of contents. */
  inContents(): boolean
}

/** Fields inside fields; a mail merge has four or five. */
const deepest = 50
const ofThePage = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION'])

/** The name of a field, "PAGE" of " PAGE  \\* MERGEFORMAT ". */
const nameOf = (instruction: string): string =>
  /^\s*([A-Za-z]+)/.exec(instruction.slice(0, 200))?.[1]?.toUpperCase() ?? ''

/** Whether the result of a field is not to be read. */
export const isPageField = (instruction: string): boolean => ofThePage.has(nameOf(instruction))

/** Follows the fields of a story; what is hidden goes into `edits`. */
export function followFields(edits: Edit[]): Fields {
  const open: Field[] = []
  let tooDeep = 0
  const isHiding = ({ hasResult, instruction }: Field) => !hasResult || isPageField(instruction)
  return {
    begin() {
      if (open.length < deepest) open.push({ instruction: '', hasResult: false, edits: [] })
      else tooDeep++
    },
    separate() {
      const field = open.at(-1)
      if (field && tooDeep === 0) field.hasResult = true
    },
    end() {
      if (tooDeep > 0) tooDeep--
      else
        for (const edit of open.pop()?.edits ?? []) (open.find(isHiding)?.edits ?? edits).push(edit)
    },
    instruct(text) {
      const field = open.at(-1)
      if (field && !field.hasResult && field.instruction.length < 1000) field.instruction += text
    },
    hides: () => open.some(isHiding),
    hide: (edit) => open.find(isHiding)?.edits.push(edit),
    inContents: () => open.some((f) => f.hasResult && nameOf(f.instruction) === 'TOC'),
  }
}
