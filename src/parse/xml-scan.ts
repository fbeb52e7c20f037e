// Walks through XML tag by tag without building a tree and without recursion, so that neither size nor depth can hurt.
//
//   for (const tag of scanXml(xml, { depth: 500, name })) …   →  { kind: 'open', name: 'w:p', start: 120, end: 125, … }
import { BadDocumentError } from '../errors.ts'

export type XmlTag = {
  kind: 'open' | 'close'
  /** Name as written, with its prefix. */
  name: string
  /** An open tag that closes itself, "<w:tab/>"; no close tag follows. */
  empty: boolean
  /** Where "<" stands, and where what follows ">" begins. UTF-16 indices into the XML. */
  start: number
  end: number
  /** Elements around this one. */
  depth: number
}

const nameEnd = /[\s/>]/g
const quoteOrEnd = /["'>]/g

/**
 * All tags in order; comments, CDATA and processing instructions are passed over. Throws BadDocumentError: `corrupt` for
 * what is no XML or brings a document type (entities, outside files), `too-complex` for nesting over `depth`.
 */
export function* scanXml(
  xml: string,
  { depth: maxDepth, name: file }: { depth: number; name: string },
): Generator<XmlTag> {
  const corrupt = (what: string) =>
    new BadDocumentError('corrupt', `${file} is damaged: ${what} in its XML.`)
  const around: string[] = []
  let at = xml.indexOf('<')
  for (; at >= 0; at = xml.indexOf('<', at)) {
    if (xml.startsWith('<!--', at)) at = after(xml, '-->', at)
    else if (xml.startsWith('<![CDATA[', at)) at = after(xml, ']]>', at)
    else if (xml.startsWith('<?', at)) at = after(xml, '?>', at)
    else if (xml.startsWith('<!', at)) throw corrupt('a document type')
    else {
      const isClose = xml[at + 1] === '/'
      const nameStart = at + (isClose ? 2 : 1)
      nameEnd.lastIndex = nameStart
      const stop = nameEnd.exec(xml)?.index ?? -1
      const end = stop < 0 ? -1 : tagEnd(xml, stop)
      if (end < 0) throw corrupt('a tag without an end')
      const name = xml.slice(nameStart, stop)
      const start = at
      at = end
      if (isClose) {
        if (around.pop() !== name) throw corrupt(`a </${name.slice(0, 40)}> out of place`)
        yield { kind: 'close', name, empty: false, start, end, depth: around.length }
      } else {
        const empty = xml[end - 2] === '/'
        yield { kind: 'open', name, empty, start, end, depth: around.length }
        if (!empty) around.push(name)
        if (around.length > maxDepth)
          throw new BadDocumentError(
            'too-complex',
            `${file} nests elements more than ${maxDepth} deep, which no real document does.`,
          )
      }
    }
    if (at < 0) throw corrupt('something without an end')
  }
  if (around.length > 0) throw corrupt(`an unclosed <${around.at(-1)?.slice(0, 40)}>`)
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

/** What follows the ">" of a tag; ">" inside quotes is none. -1 where there is none. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; ; ) {
    quoteOrEnd.lastIndex = at
    const match = quoteOrEnd.exec(xml)
    if (!match) return -1
    if (match[0] === '>') return match.index + 1
    at = xml.indexOf(match[0], match.index + 1) + 1
    if (at === 0) return -1
  }
}

const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** An attribute of a tag by its local name ("val" for w:val), entities resolved; undefined where it is not given. */
export function attributeOf(xml: string, tag: XmlTag, localName: string): string | undefined {
  for (const [, name = '', double, single] of xml.slice(tag.start, tag.end).matchAll(attribute))
    if (name === localName || name.endsWith(`:${localName}`))
      return resolveEntities(double ?? single ?? '')
  return undefined
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Text with the five entities of XML and character numbers resolved; anything else stays as written. */
export function resolveEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi,
    (whole, hex, dec, name) => {
      if (name) return entities.get(name) ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(dec)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
