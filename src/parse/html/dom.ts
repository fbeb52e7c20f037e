// Small questions to elements of a page, answered without cheerio's wrapping: they are asked of every element.
import type { AnyNode, Element } from 'domhandler'

const parting = new Set(
  'address article aside blockquote br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)

/** Text of a node with white space made single; blocks and cells are parted by a space, as they are on the screen. */
export function textOf(node: AnyNode): string {
  const pieces: string[] = []
  const visit = (at: AnyNode): void => {
    if (at.type === 'text') pieces.push(at.data)
    else if ('children' in at) {
      const parts = at.type === 'tag' && parting.has(at.name)
      if (parts) pieces.push(' ')
      for (const child of at.children) visit(child as AnyNode)
      if (parts) pieces.push(' ')
    }
  }
  visit(node)
  return pieces.join('').replace(/\s+/g, ' ').trim()
}

/** Whether an element for which `wanted` holds stands inside a node. */
export function holds(node: AnyNode, wanted: (element: Element) => boolean): boolean {
  if (!('children' in node)) return false
  return node.children.some(
    (child) => child.type === 'tag' && (wanted(child) || holds(child, wanted)),
  )
}

/** All elements inside a node for which `wanted` holds, in document order. cheerio's `find` takes the square of their number. */
export function elementsIn(
  node: AnyNode,
  wanted: (element: Element) => boolean = () => true,
): Element[] {
  const found: Element[] = []
  const visit = (at: AnyNode): void => {
    if (!('children' in at)) return
    for (const child of at.children) {
      if (child.type !== 'tag') continue
      if (wanted(child)) found.push(child)
      visit(child)
    }
  }
  visit(node)
  return found
}

/** How many elements for which `wanted` holds stand inside a node. */
export function countOf(node: AnyNode, wanted: (element: Element) => boolean): number {
  if (!('children' in node)) return 0
  let count = 0
  for (const child of node.children)
    if (child.type === 'tag') count += Number(wanted(child)) + countOf(child, wanted)
  return count
}

/** Class names and id of an element, camel humps parted: "OtherTitle" → "Other-Title". */
export function namesOf(node: Element): string {
  return `${node.attribs.class ?? ''} ${node.attribs.id ?? ''}`.replace(/([a-z])([A-Z])/g, '$1-$2')
}

/** Whether a node is `outer` or stands inside it. */
export function isInside(node: AnyNode, outer: AnyNode): boolean {
  for (let at: AnyNode | null = node; at; at = at.parent as AnyNode | null)
    if (at === outer) return true
  return false
}

/**
 * Puts in the place of every child under a node what `kept` says: itself, nothing, or others. In one pass: taking children
 * out one by one searches their list anew each time.
 */
export function prune(parent: AnyNode, kept: (node: AnyNode) => readonly AnyNode[]): void {
  if (!('children' in parent)) return
  const before = parent.children as AnyNode[]
  const after = before.flatMap(kept)
  if (after.length !== before.length || after.some((node, i) => node !== before[i])) {
    for (const [i, node] of after.entries()) {
      node.parent = parent
      node.prev = (after[i - 1] ?? null) as typeof node.prev
      node.next = (after[i + 1] ?? null) as typeof node.next
    }
    parent.children = after as typeof parent.children
  }
  for (const child of after) prune(child, kept)
}
