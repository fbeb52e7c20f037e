// Captions of pictures, where no element says that they are: by their place, their length and their words.
//
//   <p><img src="a.jpg"><em>Quang cảnh hội nghị</em></p>
import type { AnyNode, ChildNode, Element } from 'domhandler'
import { holds, textOf } from './dom.ts'

/** How a line of a list begins: "- ", "a) ", "1.2. ". */
export const listMarker =
  /^(?:[-–—+*•●▪]|\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)]|[a-zđ][.)]|[IVX]{1,5}[.)])\s?/u

/** Captions stand alone under a picture, are short, and mostly name the photographer or end without a stop. */
export function looksLikeCaption(text: string): boolean {
  if (text.length > 320) return false
  if (
    text.length <= 220 &&
    !/[.!?:;…]["”’»)]*$/u.test(text) &&
    !listMarker.test(text) &&
    /\p{Ll}/u.test(text)
  )
    return true
  return /(?:Ảnh|Nguồn ảnh|Photo)\s*(?:minh họa)?\s*[:.(]|\(Ảnh|ảnh minh họa/iu.test(text)
}

/** <p><img><em>Quang cảnh hội nghị.</em></p>: a short paragraph that begins with its picture. */
export function isPictureWithCaption(node: Element): boolean {
  if (node.name !== 'p' && node.name !== 'td' && node.name !== 'figure') return false
  // Icons before a link or a button's face are no pictures.
  if (!holds(node, isPicture) || holds(node, ({ name }) => containers.has(name))) return false
  const text = textOf(node)
  if (text === '' || text.length > 320) return false
  const first = node.children.find(
    (n) => isImage(n) || textOf(n as AnyNode) !== '' || holds(n as AnyNode, isImage),
  )
  return first !== undefined && (isImage(first) || holds(first as AnyNode, isImage))
}

const containers = new Set(['p', 'div', 'table', 'ul', 'ol'])
const isImage = (node: ChildNode): boolean => node.type === 'tag' && node.name === 'img'
/** A picture, not an icon before a link. */
export const isPicture = (node: Element): boolean => node.name === 'img' && !isIcon(node)

/** Whether an image is a sign of the site's and no picture. */
export function isIcon(img: Element): boolean {
  const size = (text: string | undefined) => Number.parseInt(text ?? '', 10)
  return (
    size(img.attribs.width) <= 64 ||
    size(img.attribs.height) <= 40 ||
    /icon|button|arrow|bullet|logo|spacer|\.gif(?:$|\?)|\.svg(?:$|\?)/i.test(img.attribs.src ?? '')
  )
}
