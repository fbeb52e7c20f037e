// Looks how deep elements stand inside each other, before any library that recurses sees the page.
//
//   "<div>" 20,000 times over   →   BadDocumentError too-complex, in a few milliseconds
import { BadDocumentError } from '../../errors.ts'

const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr frame keygen basefont bgsound'.split(
    ' ',
  ),
)
/** Elements whose end tag may be left out: they close each other and add no depth of their own without end. */
const selfClosing = new Set(
  'p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rp rt html head body'.split(
    ' ',
  ),
)
/** Elements whose content is not markup. */
const rawElements = new Set('script style textarea title xmp noembed noframes plaintext'.split(' '))

const tag = /<(\/?)([a-zA-Z][a-zA-Z0-9:_-]*)|<!--/g

/** Throws BadDocumentError `too-complex` where elements are nested deeper than `limit`. Linear in the page. */
export function refuseDeepNesting(html: string, limit: number, name: string): void {
  let depth = 0
  const open = new Map<string, number>()
  tag.lastIndex = 0
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    if (match[0] === '<!--') {
      const end = html.indexOf('-->', tag.lastIndex)
      if (end === -1) return
      tag.lastIndex = end + 3
      continue
    }
    const element = (match[2] ?? '').toLowerCase()
    if (voidElements.has(element) || selfClosing.has(element)) continue
    if (match[1]) {
      const count = open.get(element) ?? 0
      if (count > 0) {
        open.set(element, count - 1)
        depth--
      }
      continue
    }
    const end = endOfTag(html, tag.lastIndex)
    tag.lastIndex = end
    if (rawElements.has(element)) {
      const close = findClose(html, element, end)
      if (close === -1) return
      tag.lastIndex = close
      continue
    }
    if (html[end - 2] === '/') continue
    open.set(element, (open.get(element) ?? 0) + 1)
    depth++
    if (depth > limit)
      throw new BadDocumentError(
        'too-complex',
        `${name} nests its elements deeper than ${limit} levels; it is damaged or made to harm, save the article by itself.`,
      )
  }
}

/** Place after the ">" that ends a tag; quoted attribute values may hold one. */
function endOfTag(html: string, from: number): number {
  let quote = ''
  for (let i = from; i < html.length; i++) {
    const char = html[i] ?? ''
    if (quote) {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") {
      // A quote only opens a value behind "=".
      if (/=\s*$/.test(html.slice(Math.max(from, i - 8), i))) quote = char
    } else if (char === '>') return i + 1
  }
  return html.length
}

function findClose(html: string, element: string, from: number): number {
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2))
    if (html.slice(at + 2, at + 2 + element.length).toLowerCase() === element) return at
  return -1
}
