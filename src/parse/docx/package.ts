// The container of a DOCX: which of its parts is the document and which belong to it. Programs name them as they like
// ("word/document.xml", "word/document2.xml", "WORD\Document.xml"), so the relations tell, and the usual names where these
// are lost.
import { BadDocumentError } from '../../errors.ts'
import { decodeText } from '../charset.ts'
import type { ParseLimits } from '../parser.ts'
import { attributeOf, scanXml } from '../xml-scan.ts'
import { readZip } from '../zip.ts'
import { closeXml, salvageZip } from './salvage.ts'

export type DocxPackage = {
  /** Path of the main part. */
  main: string
  /** The XML of a part; '' for one that is not there. */
  part(path: string | undefined): string
  /** Paths of the parts that the main part names of a type ("header"), in order; none of them outside the file. */
  parts(type: string): string[]
  /** Path of the part with the title. */
  properties: string
  /** The container was cut off: these are the members before the cut, the last possibly cut itself. */
  isCut: boolean
}

const relations = /(?:^|\/)_rels\/[^/]*\.rels$/i

/** Opens a DOCX. Throws BadDocumentError as `readZip` does, and `corrupt` where there is no document in it. */
export async function openPackage(
  bytes: Uint8Array,
  name: string,
  limits: ParseLimits,
): Promise<DocxPackage> {
  const options = { depth: limits.depth, name }
  const salvaged = salvageZip(bytes, name, limits)
  const read = async (wanted: (member: string) => boolean) =>
    byLowerName(
      salvaged
        ? [...salvaged].filter(([path]) => wanted(path))
        : await readZip(bytes, name, limits, wanted),
    )
  const rels = await read((member) => relations.test(member))
  const relationsOf = (path: string): Relation[] => {
    const slash = path.lastIndexOf('/') + 1
    const xml = rels.get(`${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`.toLowerCase())
    return xml ? readRelations(decodeText(xml).text, path.slice(0, slash), options) : []
  }
  const root = relationsOf('')
  const main = root.find(({ type }) => type === 'officeDocument')?.path ?? 'word/document.xml'
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const named = relationsOf(main)
  const related = named.length > 0 ? named : usualParts(folder)
  const properties =
    root.find(({ type }) => type === 'core-properties')?.path ?? 'docProps/core.xml'
  const wanted = new Set(
    [
      main,
      properties ?? '',
      ...related.filter(({ type }) => readTypes.has(type)).map(({ path }) => path),
    ].map((path) => path.toLowerCase()),
  )
  const members = await read((member) => wanted.has(member.toLowerCase()))
  if (!members.has(main.toLowerCase()))
    throw new BadDocumentError(
      'corrupt',
      salvaged
        ? `${name} was cut off before its text; get the file again from where it came.`
        : `${name} is damaged: its main part ${main} is missing.`,
    )
  const textOf = (member: Buffer) => withUsualPrefix(decodeText(member).text)
  return {
    main,
    properties,
    isCut: salvaged !== null,
    part(path) {
      const member = members.get(path?.toLowerCase() ?? '')
      if (!member) return ''
      return salvaged ? closeXml(textOf(member), options) : textOf(member)
    },
    parts: (type) =>
      related
        .filter((relation) => relation.type === type && members.has(relation.path.toLowerCase()))
        .map(({ path }) => path),
  }
}

/** Types of the parts that are read. */
const readTypes = new Set([
  'styles',
  'numbering',
  'theme',
  'footnotes',
  'endnotes',
  'header',
  'footer',
])

type Relation = { type: string; path: string }

/** Where the relations of the document are lost: the parts under the names that Word gives them. */
function usualParts(folder: string): Relation[] {
  const plain = ['styles', 'numbering', 'footnotes', 'endnotes'].map((type) => ({
    type,
    path: `${folder}${type}.xml`,
  }))
  const numbered = ['header', 'footer'].flatMap((type) =>
    Array.from({ length: 9 }, (_, i) => ({ type, path: `${folder}${type}${i + 1}.xml` })),
  )
  return [...plain, { type: 'theme', path: `${folder}theme/theme1.xml` }, ...numbered]
}

/** Part names do not tell capitals from small letters. */
function byLowerName(members: Iterable<readonly [string, Buffer]>): Map<string, Buffer> {
  return new Map([...members].map(([path, content]) => [path.toLowerCase(), content]))
}

/** What a relations part names inside the container. */
function readRelations(
  xml: string,
  folder: string,
  options: { depth: number; name: string },
): Relation[] {
  const found: Relation[] = []
  for (const tag of scanXml(xml, options)) {
    if (tag.kind === 'close' || !/(?:^|:)Relationship$/.test(tag.name)) continue
    if (attributeOf(xml, tag, 'TargetMode')?.toLowerCase() === 'external') continue
    const type = attributeOf(xml, tag, 'Type') ?? ''
    const target = (attributeOf(xml, tag, 'Target') ?? '').replaceAll('\\', '/')
    const path = target.startsWith('/') ? target : folder + target
    found.push({ type: type.slice(type.lastIndexOf('/') + 1), path: resolved(path) })
  }
  return found
}

/** "word/../docProps/core.xml" → "docProps/core.xml" */
function resolved(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  return parts.join('/')
}

/** Some programs name the namespace of WordprocessingML otherwise than "w"; here it is called w everywhere. */
function withUsualPrefix(xml: string): string {
  const prefix =
    /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/.exec(
      xml.slice(0, 20_000),
    )?.[1]
  if (prefix === undefined || prefix === 'w') return xml
  const escaped = prefix.replace(/[.-]/g, '\\$&')
  return xml
    .replace(new RegExp(`(</?)${escaped}:`, 'g'), '$1w:')
    .replace(new RegExp(`(\\s)${escaped}:(\\w+\\s*=)`, 'g'), '$1w:$2')
    .replace(new RegExp(`(\\sxmlns:)${escaped}(\\s*=)`, 'g'), '$1w$2')
}
