// How much text every element of a page holds, and how much of it is links: counted once, asked often.
//
//   measure(body).lengthOf(div)   →   letters of the div, white space single
import type { AnyNode } from 'domhandler'

export type Measure = {
  /** Letters in a node, white space single. */
  lengthOf(node: AnyNode): number
  /** Letters in it that belong to links. */
  linkedOf(node: AnyNode): number
  /** Letters of the page before it. */
  before(node: AnyNode): number
  /** Its place among all elements, in document order. */
  order(node: AnyNode): number
}

type Counts = {
  order: number
  before: number
  end: number
  linkedBefore: number
  linkedEnd: number
}

const none: Counts = { order: 0, before: 0, end: 0, linkedBefore: 0, linkedEnd: 0 }

/** Counts the text under a node. What is removed from the page afterwards still counts: measure anew. */
export function measure(root: AnyNode): Measure {
  const counts = new Map<AnyNode, Counts>()
  let order = 0
  let letters = 0
  let linked = 0
  const visit = (node: AnyNode, inLink: boolean): void => {
    if (node.type === 'text') {
      const length = lettersOf(node.data)
      letters += length
      if (inLink) linked += length
      return
    }
    if (!('children' in node)) return
    const count: Counts = {
      order: order++,
      before: letters,
      end: letters,
      linkedBefore: linked,
      linkedEnd: linked,
    }
    counts.set(node, count)
    const link = inLink || (node.type === 'tag' && node.name === 'a')
    for (const child of node.children) visit(child as AnyNode, link)
    count.end = letters
    count.linkedEnd = linked
  }
  visit(root, false)
  const of = (node: AnyNode) => counts.get(node) ?? none
  return {
    lengthOf: (node) => of(node).end - of(node).before,
    linkedOf: (node) => of(node).linkedEnd - of(node).linkedBefore,
    before: (node) => of(node).before,
    order: (node) => of(node).order,
  }
}

/** Letters of a piece of text with the white space in it single and that around it gone. */
function lettersOf(text: string): number {
  let count = 0
  let gap = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 32 || (code >= 9 && code <= 13) || code === 160) gap = count > 0
    else {
      if (gap) count++
      gap = false
      count++
    }
  }
  return count
}
