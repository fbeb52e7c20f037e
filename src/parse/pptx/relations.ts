// Relations of a part of a package: which other parts it names. Nothing outside the file is ever followed.
//
//   ppt/slides/_rels/slide1.xml.rels:  rId2  notesSlide  ../notesSlides/notesSlide1.xml  →  ppt/notesSlides/notesSlide1.xml
import type { ParseLimits } from '../parser.ts'
import { attributeOf, scanXml } from '../xml-scan.ts'

export type Options = Pick<ParseLimits, 'depth'> & { name: string }

export type Relations = {
  /** Path of the part that an id names. */
  byId(id: string): string | undefined
  /** Path of the first part of a type, e.g. "slideLayout". */
  byType(type: string): string | undefined
}

/** Reads the relations of a part. `part` gives a part's XML, '' where there is none. */
export function relationsOf(
  path: string,
  part: (path: string) => string,
  options: Options,
): Relations {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const xml = part(`${folder}_rels/${path.slice(folder.length)}.rels`)
  const ids = new Map<string, string>()
  const types = new Map<string, string>()
  for (const tag of scanXml(xml, options)) {
    if (tag.kind === 'close' || !/(?:^|:)Relationship$/.test(tag.name)) continue
    if (attributeOf(xml, tag, 'TargetMode') === 'External') continue
    const target = resolve(folder, attributeOf(xml, tag, 'Target') ?? '')
    ids.set(attributeOf(xml, tag, 'Id') ?? '', target)
    const type = (attributeOf(xml, tag, 'Type') ?? '').replace(/^.*\//, '')
    if (!types.has(type)) types.set(type, target)
  }
  return { byId: (id) => ids.get(id), byType: (type) => types.get(type) }
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  return steps.join('/')
}
