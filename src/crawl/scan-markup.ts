// Goes through HTML or XML once, from left to right, and says what comes: tags with their attributes, and text. It builds no
// tree, so that no depth of nesting and no missing end tag makes it slow; whatever is wrong is passed over as browsers do.
//
//   '<p class=tin>Sáng <b>12/4'   →   open p {class: tin} · text "Sáng " · open b · text "12/4"
import { decodeEntities } from './entities.ts'

export type Attributes = Readonly<Record<string, string>>

export type MarkupVisitor = {
  /** `closed`: it is empty by its own slash, as in "<br/>". */
  open(name: string, attributes: Attributes, closed: boolean): void
  close(name: string): void
  /** `raw`: what stands in <script>, <style> and CDATA, where references are no references. */
  text(data: string, raw: boolean): void
}

const rawElements = new Set('script style xmp noembed noframes plaintext'.split(' '))
/** Text with references, but without tags. */
const textElements = new Set(['textarea', 'title'])

const nameStart = /[a-zA-Z_]/

/** Visits the markup. In HTML the names of elements and attributes come in lower case, in XML as written. */
export function scanMarkup(source: string, language: 'html' | 'xml', visit: MarkupVisitor): void {
  const isHtml = language === 'html'
  let at = 0
  while (at < source.length) {
    const bracket = source.indexOf('<', at)
    if (bracket === -1) break
    const next = source[bracket + 1] ?? ''
    if (nameStart.test(next)) {
      giveText(at, bracket)
      at = openTag(bracket + 1)
    } else if (next === '/') {
      giveText(at, bracket)
      at = closeTag(bracket + 2)
    } else if (next === '!' || next === '?') {
      giveText(at, bracket)
      at = declaration(bracket)
    } else {
      giveText(at, bracket + 1)
      at = bracket + 1
    }
  }
  giveText(at, source.length)

  function giveText(from: number, to: number): void {
    if (to > from) visit.text(decodeEntities(source.slice(from, to)), false)
  }

  /** Comments, CDATA, DOCTYPE and instructions; one that never ends takes the rest of the source. */
  function declaration(bracket: number): number {
    if (source.startsWith('<!--', bracket)) return behind('-->', bracket + 4)
    if (!isHtml && source.startsWith('<![CDATA[', bracket)) {
      const end = source.indexOf(']]>', bracket)
      const to = end === -1 ? source.length : end
      if (to > bracket + 9) visit.text(source.slice(bracket + 9, to), true)
      return Math.min(to + 3, source.length)
    }
    if (source.startsWith('<!DOCTYPE', bracket)) {
      // A document type may hold entities of its own. They are left as written: nothing here expands.
      const end = behind('>', bracket)
      const own = source.slice(bracket, end).indexOf('[')
      if (own !== -1) return behind(']>', bracket + own)
    }
    return behind('>', bracket + 1)
  }

  function behind(mark: string, from: number): number {
    const end = source.indexOf(mark, from)
    return end === -1 ? source.length : end + mark.length
  }

  function closeTag(from: number): number {
    const end = source.indexOf('>', from)
    const to = end === -1 ? source.length : end
    // Names are short: what follows may be the rest of a broken page.
    const name = /^[^\s/>]{1,100}/.exec(source.slice(from, Math.min(to, from + 101)))?.[0]
    if (name) visit.close(isHtml ? name.toLowerCase() : name)
    return Math.min(to + 1, source.length)
  }

  function openTag(from: number): number {
    let end = from
    while (end < source.length && !isEndOfName(source.charCodeAt(end))) end++
    const written = source.slice(from, end)
    const name = isHtml ? written.toLowerCase() : written
    const { attributes, closed, behindTag } = readAttributes(end)
    visit.open(name, attributes, closed)
    if (!isHtml || closed) return behindTag
    if (rawElements.has(name)) return rawText(name, behindTag, true)
    return textElements.has(name) ? rawText(name, behindTag, false) : behindTag
  }

  /** What stands up to the end tag of an element that holds no tags; without one, nothing is believed of the rest. */
  function rawText(name: string, from: number, isRaw: boolean): number {
    const ending = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
    ending.lastIndex = from
    const match = ending.exec(source)
    const to = match ? match.index : source.length
    if (to > from)
      visit.text(isRaw ? source.slice(from, to) : decodeEntities(source.slice(from, to)), isRaw)
    visit.close(name)
    return match ? behind('>', to) : to
  }

  function readAttributes(from: number): {
    attributes: Attributes
    closed: boolean
    behindTag: number
  } {
    const attributes: Record<string, string> = {}
    let i = from
    while (i < source.length) {
      const code = source.charCodeAt(i)
      if (code === 62) return { attributes, closed: source[i - 1] === '/', behindTag: i + 1 }
      if (isSpace(code) || code === 47) {
        i++
        continue
      }
      const nameFrom = i
      // An equals sign at the start belongs to the name, so that the loop always goes on.
      i++
      while (i < source.length && !isEndOfAttribute(source.charCodeAt(i))) i++
      const written = source.slice(nameFrom, i)
      let valueAt = i
      while (valueAt < source.length && isSpace(source.charCodeAt(valueAt))) valueAt++
      let value = ''
      if (source[valueAt] === '=') {
        valueAt++
        while (valueAt < source.length && isSpace(source.charCodeAt(valueAt))) valueAt++
        const quote = source[valueAt]
        if (quote === '"' || quote === "'") {
          const end = source.indexOf(quote, valueAt + 1)
          const to = end === -1 ? source.length : end
          value = source.slice(valueAt + 1, to)
          i = Math.min(to + 1, source.length)
        } else {
          const valueFrom = valueAt
          while (valueAt < source.length && !isEndOfValue(source.charCodeAt(valueAt))) valueAt++
          value = source.slice(valueFrom, valueAt)
          i = valueAt
        }
      } else i = valueAt
      const key = isHtml ? written.toLowerCase() : written
      // The first counts, as in browsers.
      if (!Object.hasOwn(attributes, key)) attributes[key] = decodeEntities(value)
    }
    return { attributes, closed: false, behindTag: source.length }
  }
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
const isEndOfName = (code: number): boolean => isSpace(code) || code === 47 || code === 62
const isEndOfAttribute = (code: number): boolean => isEndOfName(code) || code === 61
const isEndOfValue = (code: number): boolean => isSpace(code) || code === 62
