// The list tables of an RTF file, made into what docx/numbering.ts counts; used where a file does not say itself which
// number stood before an item (\listtext).
//
//   {\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}}\listid7} … \listid7\ls1   →   "1." by \ls1
import { type Definition, formats, type Level, type List, suffixes } from '../docx/number-codes.ts'
import { createNumberer, type ListItem, newLevel } from '../docx/numbering.ts'

const mostLevels = 9

export type RtfLists = {
  /** A word inside the list tables. */
  word(word: string, number: number | null): void
  /** Text of a level as it comes: its length, then text with the numbers' places as bytes 0–8, then ";". */
  levelText(text: string): void
  /** Counts the items of one story: to be asked for each paragraph of a list (\ls) in order. */
  numberer(): (list: number, level: number) => ListItem | null
}

/** Empty list tables. */
export function createRtfLists(): RtfLists {
  const definitions = new Map<string, Definition>()
  const lists = new Map<string, List>()
  let definition: Definition | null = null
  let list: List | null = null
  let level: Level | null = null
  /** Whether an override names a start; its number may stand in the override or in a level of its own. */
  let startsAgain = false
  let overridden = -1

  function openLevel(): void {
    level = { ...newLevel(), start: 1 }
    const levels = list?.levels ?? definition?.levels
    const index = list ? overridden : (levels?.size ?? 0)
    if (index >= 0 && index < mostLevels) levels?.set(index, level)
  }

  return {
    word(word, number) {
      const value = number ?? 0
      switch (word) {
        case 'list':
          definition = { levels: new Map(), styleLink: null }
          list = null
          level = null
          break
        case 'listlevel':
          openLevel()
          break
        case 'listid':
          if (list) list.definition = String(value)
          else if (definition) definitions.set(String(value), definition)
          break
        case 'listoverride':
          list = { definition: '', starts: new Map(), levels: new Map() }
          level = null
          overridden = -1
          break
        case 'ls':
          if (list) lists.set(String(value), list)
          break
        case 'lfolevel':
          overridden++
          startsAgain = false
          break
        case 'listoverridestartat':
          startsAgain = true
          break
        case 'levelstartat':
          if (level) level.start = value
          if (list && startsAgain && overridden < mostLevels) list.starts.set(overridden, value)
          break
        case 'levelnfc':
        case 'levelnfcn':
          if (level) level.format = formats.get(value) ?? 'decimal'
          break
        case 'levelfollow':
          if (level) level.suffix = suffixes[value] ?? 'tab'
          break
        case 'levellegal':
          if (level) level.legal = number !== 0
          break
        case 'levelnorestart':
          if (level && number !== 0) level.restart = 0
          break
      }
    },
    levelText(text) {
      if (level)
        level.text = text
          .slice(1)
          .replace(/;$/, '')
          .replace(/[\0-\x08]/g, (place) => `%${place.charCodeAt(0) + 1}`)
    },
    numberer() {
      const numberOf = createNumberer(
        { lists, definitions },
        { chainOf: () => [], find: () => null },
      )
      return (id, index) =>
        id > 0 ? numberOf({ numId: String(id), level: index }, undefined) : null
    },
  }
}
