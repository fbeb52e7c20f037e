// Rebuilds the numbers that Word writes before list items; they stand nowhere in a DOCX but follow from word/numbering.xml,
// the styles, and the order of the paragraphs.
//
//   <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Nhiệm vụ %1:"/></w:lvl>
//   third paragraph with <w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>  →  "Nhiệm vụ 3:"
//
// Counting is Word's: all lists (num) made from one definition (abstractNum) share its counters; a list that overrides the
// start sets them back when its first item comes; a level starts again after an item of a higher level, unless
// w:lvlRestart says otherwise; empty numbered paragraphs count; text boxes and notes count on their own.

import type { ParseLimits } from '../parser.ts'
import { attributeOf, scanXml } from '../xml-scan.ts'
import { formatNumber } from './number-format.ts'
import type { NumberReference, Styles } from './styles.ts'
import { withoutSymbols } from './symbols.ts'

type Level = {
  start: number
  format: string
  /** "%1.%2)": %n is the number of level n, from 1. */
  text: string
  /** Style whose paragraphs are on this level. */
  style: string | null
  suffix: string
  /** The level (from 1) whose items set this one back; 0 never; null any higher one. */
  restart: number | null
  /** All numbers decimal, whatever their own level's format. */
  legal: boolean
  /** Font of the number; it tells what a bullet looks like. */
  font?: string | undefined
}

type Definition = {
  levels: Map<number, Level>
  /** Numbering style that holds the levels instead. */
  styleLink: string | null
}

type List = {
  definition: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

export type Numbering = {
  lists: ReadonlyMap<string, List>
  definitions: ReadonlyMap<string, Definition>
}

export type ListItem = {
  /** What Word writes before the item, with the space after it: "1) ", "Nhiệm vụ 3: ", "• ". */
  marker: string
  /** Depth from 0. */
  level: number
}

/** Word has nine levels, and at most so many characters before an item. */
const levelCount = 9
const mostMarkerUnits = 255

/** A level of which nothing is said yet. */
export const newLevel = (): Level => ({
  start: 0,
  format: 'decimal',
  text: '',
  style: null,
  suffix: 'tab',
  restart: null,
  legal: false,
})

/** Reads word/numbering.xml; '' gives no lists. */
export function readNumbering(
  xml: string,
  options: Pick<ParseLimits, 'depth'> & { name: string },
): Numbering {
  const lists = new Map<string, List>()
  const definitions = new Map<string, Definition>()
  let definition: Definition | null = null
  let list: List | null = null
  let level: Level | null = null
  let overridden = 0
  for (const tag of scanXml(xml, options)) {
    if (tag.kind === 'close') {
      if (tag.name === 'w:abstractNum') definition = null
      if (tag.name === 'w:num') list = null
      if (tag.name === 'w:lvl') level = null
      continue
    }
    const val = () => attributeOf(xml, tag, 'val')
    const number = () => Math.trunc(Number(val() ?? 0)) || 0
    const levelIndex = () => Number(attributeOf(xml, tag, 'ilvl') ?? 0)
    switch (tag.name) {
      case 'w:abstractNum':
        definition = { levels: new Map(), styleLink: null }
        definitions.set(attributeOf(xml, tag, 'abstractNumId') ?? '', definition)
        break
      case 'w:numStyleLink':
        if (definition) definition.styleLink = val() ?? null
        break
      case 'w:num':
        list = { definition: '', starts: new Map(), levels: new Map() }
        lists.set(attributeOf(xml, tag, 'numId') ?? '', list)
        break
      case 'w:abstractNumId':
        if (list) list.definition = val() ?? ''
        break
      case 'w:lvlOverride':
        overridden = levelIndex()
        break
      case 'w:startOverride':
        if (overridden >= 0 && overridden < levelCount) list?.starts.set(overridden, number())
        break
      case 'w:lvl': {
        level = newLevel()
        const index = levelIndex()
        if (index >= 0 && index < levelCount) (list ?? definition)?.levels.set(index, level)
        if (tag.empty) level = null
        break
      }
      case 'w:start':
        if (level) level.start = number()
        break
      case 'w:numFmt':
        // In AlternateContent an extended format stands first ("0001, 0002, …"), the plain one last: it wins.
        if (level) level.format = val() ?? 'decimal'
        break
      case 'w:lvlText':
        if (level) level.text = (val() ?? '').slice(0, mostMarkerUnits)
        break
      case 'w:rFonts':
        if (level) level.font = attributeOf(xml, tag, 'hAnsi') ?? attributeOf(xml, tag, 'ascii')
        break
      case 'w:pStyle':
        if (level) level.style = val() ?? null
        break
      case 'w:suff':
        if (level) level.suffix = val() ?? 'tab'
        break
      case 'w:lvlRestart':
        if (level) level.restart = number()
        break
      case 'w:isLgl':
        if (level) level.legal = val() !== '0' && val() !== 'false'
        break
    }
  }
  return { lists, definitions }
}

/**
 * A counter over the paragraphs of a story (the body, one text box), to be asked once for each in order: what the paragraph itself says and its
 * style's id go in; its number comes out, null where it has none.
 */
export function createNumberer(
  numbering: Numbering,
  styles: Styles,
): (direct: NumberReference | null, styleId: string | undefined) => ListItem | null {
  const counters = new Map<string, Map<number, number>>()
  const begun = new Set<string>()
  const seen = new Set<string>()

  /** The definition that holds the levels: possibly behind a numbering style. */
  function definitionOf(list: List): { id: string; levels: ReadonlyMap<number, Level> } {
    const { levels, styleLink } = numbering.definitions.get(list.definition) ?? {
      levels: new Map<number, Level>(),
      styleLink: null,
    }
    if (styleLink !== null && levels.size === 0) {
      const linked = numbering.lists.get(styles.find(styleLink)?.numbering?.numId ?? '')
      const found = linked && numbering.definitions.get(linked.definition)
      if (found) return { id: linked.definition, levels: found.levels }
    }
    return { id: list.definition, levels }
  }

  return (direct, styleId) => {
    const chain = styles.chainOf(styleId)
    const inStyle = chain.find((style) => style.numbering?.numId !== undefined)
    const numId = direct?.numId ?? inStyle?.numbering?.numId
    const list = numId === undefined || numId === '0' ? undefined : numbering.lists.get(numId)
    if (numId === undefined || !list) return null
    const { id, levels } = definitionOf(list)
    const levelAt = (index: number) => list.levels.get(index) ?? levels.get(index)

    // A style says its level by standing in the definition (w:pStyle), whatever its own w:ilvl says.
    const byStyle = () => {
      for (const style of chain)
        for (let i = 0; i < 9; i++) if (levelAt(i)?.style === style.id) return i
      return chain.find((style) => style.numbering?.level !== undefined)?.numbering?.level
    }
    const index = direct?.level ?? byStyle() ?? 0
    const level = levelAt(index)
    if (!level) return null

    const counts = counters.get(id) ?? new Map<number, number>()
    counters.set(id, counts)
    const startOf = (i: number) => list.starts.get(i) ?? levelAt(i)?.start ?? 1
    for (const i of list.starts.keys()) {
      const first = `${numId}/${i}`
      if (i > index || begun.has(first)) continue
      begun.add(first)
      counts.delete(i)
    }
    // A level that comes before the levels above it ever did counts them in: "1.1", and the next chapter is "2".
    for (let i = index - 1; i >= 0 && !seen.has(`${id}/${index}`); i--) {
      if (seen.has(`${id}/${i}`)) break
      seen.add(`${id}/${i}`)
      counts.set(i, startOf(i))
    }
    seen.add(`${id}/${index}`)
    const before = counts.get(index)
    counts.set(index, before === undefined ? startOf(index) : before + 1)
    for (const deeper of counts.keys()) {
      const restart = levelAt(deeper)?.restart ?? null
      if (deeper > index && (restart === null || index < restart)) counts.delete(deeper)
    }
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const i = Number(digit) - 1
      const format = levelAt(i)?.format ?? 'decimal'
      const count = counts.get(i) ?? startOf(i)
      if (level.legal && format !== 'none' && format !== 'bullet') return String(count)
      return format === 'bullet' ? '' : formatNumber(count, format)
    })
    const marker = level.format === 'bullet' ? bulletOf(text, level.font) : text.trim()
    const gap = marker === '' || level.suffix === 'nothing' ? '' : ' '
    return { marker: marker + gap, level: index }
  }
}

/** A bullet as a character that any font has. "o" is a round bullet in Courier New, and would read as a word. */
export function bulletOf(text: string, font?: string): string {
  const bullet = text.trim()
  if (bullet === 'o') return '○'
  return withoutSymbols(bullet, font).replace(/[\uE000-\uF8FF]/g, '•')
}
