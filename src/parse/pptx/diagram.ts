// The texts of a diagram (SmartArt) in its own order: a tree of points, each under the one it belongs to.

import { attributeOf, scanXml } from '../xml-scan.ts'
import type { Options } from './relations.ts'
import { readShapes, type SlideParagraph } from './shapes.ts'

type Point = { id: string; isRoot: boolean; start: number; end: number }

/** Paragraphs of ppt/diagrams/data1.xml with their depth for a level. */
export function readDiagram(xml: string, options: Options): SlideParagraph[] {
  const points = new Map<string, Point>()
  const children = new Map<string, Array<{ to: string; order: number }>>()
  let point: Point | null = null
  for (const tag of scanXml(xml, options)) {
    if (tag.name === 'dgm:pt' && tag.kind === 'open') {
      const id = attributeOf(xml, tag, 'modelId') ?? ''
      point = { id, isRoot: attributeOf(xml, tag, 'type') === 'doc', start: tag.end, end: tag.end }
      points.set(id, point)
    } else if (tag.name === 'dgm:pt' && point) point.end = tag.start
    else if (tag.name === 'dgm:cxn' && tag.kind === 'open') {
      if ((attributeOf(xml, tag, 'type') ?? 'parOf') !== 'parOf') continue
      const from = attributeOf(xml, tag, 'srcId') ?? ''
      const order = Number(attributeOf(xml, tag, 'srcOrd') ?? 0)
      const list = children.get(from) ?? []
      children.set(from, list)
      list.push({ to: attributeOf(xml, tag, 'destId') ?? '', order })
    }
  }
  const paragraphs: SlideParagraph[] = []
  const seen = new Set<string>()
  const waiting = [...points.values()]
    .filter(({ isRoot }) => isRoot)
    .map(({ id }) => ({ id, level: -1 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const found = points.get(next.id)
    if (!found || seen.has(next.id)) continue
    seen.add(next.id)
    const level = Math.min(8, next.level)
    if (level >= 0)
      for (const paragraph of readShapes(xml.slice(found.start, found.end), options).paragraphs)
        paragraphs.push({ ...paragraph, level })
    const below = (children.get(next.id) ?? []).sort((a, b) => b.order - a.order)
    for (const { to } of below) waiting.push({ id: to, level: next.level + 1 })
  }
  return paragraphs
}
