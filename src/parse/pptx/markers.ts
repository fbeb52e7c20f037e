// What PowerPoint writes before a paragraph by itself: "• ", "1. ", "b) ".

import { formatNumber } from '../docx/number-format.ts'
import { isSymbolFont, withoutSymbols } from '../docx/symbols.ts'
import type { LevelStyle } from './shapes.ts'

const formats: ReadonlyMap<string, string> = new Map([
  ['arabic', 'decimal'],
  ['alphaLc', 'lowerLetter'],
  ['alphaUc', 'upperLetter'],
  ['romanLc', 'lowerRoman'],
  ['romanUc', 'upperRoman'],
])
const autoNumber = /^(arabic|alphaLc|alphaUc|romanLc|romanUc)(Period|ParenR|ParenBoth|Plain)$/

function numbered(n: number, type: string): string {
  const [, kind = '', signs] = autoNumber.exec(type) ?? []
  if (kind === '')
    return type.startsWith('circleNum') ? formatNumber(n, 'decimalEnclosedCircle') : `${n}.`
  const number = formatNumber(n, formats.get(kind) ?? 'decimal')
  if (signs === 'ParenBoth') return `(${number})`
  return number + (signs === 'ParenR' ? ')' : signs === 'Period' ? '.' : '')
}

/** Gives the markers of one text in turn: numbers go on within a level until something else stands there. */
export function createMarkers(): (style: LevelStyle, level: number) => string {
  const counters: Array<{ type: string; start: number; n: number } | undefined> = []
  return ({ bullet, bulletFont }, level) => {
    counters.length = Math.min(counters.length, level + 1)
    if (bullet?.kind !== 'auto') {
      counters.length = Math.min(counters.length, level)
      if (bullet?.kind !== 'char') return ''
      const char = bulletOf(bullet.char, bulletFont)
      return char === '' ? '' : `${char} `
    }
    const { type, start } = bullet
    const counter = counters[level]
    const goesOn = counter?.type === type && counter.start === start
    const n = goesOn ? counter.n + 1 : start
    counters[level] = { type, start, n }
    return `${numbered(n, type)} `
  }
}

/** A bullet as a character that any font has. "o" is a round bullet in Courier New, and would read as a word. */
function bulletOf(char: string, font: string | undefined): string {
  const bullet = char.trim()
  if (bullet === 'o') return '○'
  const shown = withoutSymbols(bullet, font)
  if (isSymbolFont(font) && shown === bullet && /[\p{L}\p{N}]/u.test(shown)) return '•'
  return shown.replace(/[\uE000-\uF8FF]/g, '•')
}
