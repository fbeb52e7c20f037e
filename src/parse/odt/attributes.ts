// The attributes of one tag, read once however many are asked for: list styles come by the thousand, with ten each.
import { resolveEntities, type XmlTag } from '../xml-scan.ts'

/** Gives an attribute by its local name ("style-name" for text:style-name); undefined where it is not given. */
export type GetAttribute = (localName: string) => string | undefined

const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** The attributes of a tag. Nothing is read before the first is asked for. */
export function attributesOf(xml: string, tag: XmlTag): GetAttribute {
  let values: Map<string, string> | null = null
  return (localName) => {
    if (!values) {
      values = new Map()
      for (const [, name = '', double, single] of xml
        .slice(tag.start, tag.end)
        .matchAll(attribute)) {
        const local = name.slice(name.indexOf(':') + 1)
        if (!values.has(local)) values.set(local, resolveEntities(double ?? single ?? ''))
      }
    }
    return values.get(localName)
  }
}
