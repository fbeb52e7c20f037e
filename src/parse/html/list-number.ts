// The numbers that browsers put before the items of lists: "3. ", "c. ", "iii. ".
//
//   <ol start="3" style="list-style-type: lower-roman"><li>Một</li><li value="7">Hai</li></ol>   →   "iii. ", "vii. "
import type { Element } from 'domhandler'

const romanDigits: ReadonlyArray<[number, string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** What stands before each item of a list; nothing for bullets and for lists shown without numbers. */
export function numbersOf(list: Element): Map<Element, string> {
  const shown = new Map<Element, string>()
  if (list.name !== 'ol') return shown
  const items = list.children.filter((c): c is Element => c.type === 'tag' && c.name === 'li')
  const step = 'reversed' in list.attribs ? -1 : 1
  let n = counterOf(list) ?? integer(list.attribs.start) ?? (step < 0 ? items.length : 1)
  const type = typeOf(list) ?? '1'
  for (const item of items) {
    n = integer(item.attribs.value) ?? n
    const own = typeOf(item) ?? type
    if (own !== 'none') shown.set(item, `${numberOf(n, own)}. `)
    n += step
  }
  return shown
}

const integer = (text: string | undefined): number | null =>
  /^\s*-?\d{1,6}\s*$/.test(text ?? '') ? Number(text) : null

/** The first number where a style sets the counter: "counter-reset: list-item 4" makes the first item 5. */
function counterOf({ attribs }: Element): number | null {
  const match = /counter-(?:reset|set)\s*:\s*list-item\s+(-?\d{1,6})/i.exec(attribs.style ?? '')
  return match ? Number(match[1]) + 1 : null
}

const styles: Record<string, string> = {
  decimal: '1',
  'decimal-leading-zero': '01',
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
  none: 'none',
  disc: 'none',
  circle: 'none',
  square: 'none',
}

/** "1", "01", "a", "A", "i", "I" or "none", by the element's own style or its type attribute. */
function typeOf({ attribs }: Element): string | null {
  const style = /list-style(?:-type)?\s*:([^;]{0,80})/i.exec(attribs.style ?? '')?.[1] ?? ''
  for (const word of style.toLowerCase().match(/[a-z-]+/g) ?? []) {
    const type = styles[word]
    if (type) return type
  }
  return /^[1aAiI]$/.test(attribs.type ?? '') ? (attribs.type ?? null) : null
}

/** The number of a list item as browsers show it. */
export function numberOf(n: number, type: string): string {
  if ((type === 'a' || type === 'A') && n > 0) {
    let letters = ''
    for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
      letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
    return type === 'A' ? letters.toUpperCase() : letters
  }
  if ((type === 'i' || type === 'I') && n > 0 && n < 4000) {
    let rest = n
    let roman = ''
    for (const [value, digits] of romanDigits)
      while (rest >= value) {
        roman += digits
        rest -= value
      }
    return type === 'I' ? roman.toUpperCase() : roman
  }
  return type === '01' && n >= 0 && n < 10 ? `0${n}` : String(n)
}
