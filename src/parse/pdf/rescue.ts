// Gives a PDF whose end is missing a new one, so that the pages that are there can be read: without the end nobody knows
// where the catalog is, and objects that were packed together cannot be found.
//
//   … 7 0 obj << /Type /Catalog /Pages 2 0 R >> endobj …   →   … trailer << /Root 7 0 R >>
import { inflateSync } from 'node:zlib'

/** Packed objects are unpacked up to this size altogether. */
const mostUnpacked = 64 * 1024 * 1024
const mostFound = 50_000
/** Larger files are not copied about to be rescued. */
const mostBytes = 100 * 1024 * 1024

export type Rescued = {
  bytes: Uint8Array
  /** Whether the list of pages had to be made anew: then nobody knows how many there were. */
  listMade: boolean
}

/** The file with an end of our making; null where neither a catalog nor a page can be found in it. */
export function rescue(bytes: Uint8Array): Rescued | null {
  if (bytes.byteLength > mostBytes) return null
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = file.toString('latin1')
  const objects = unpackObjects(file, text)
    .map(({ number, body }) => `${number} 0 obj\n${body}\nendobj\n`)
    .join('')
  const all = `${text}\n${objects}`
  const made: string[] = []
  let root: number | null = null
  let most = 0
  // A signed file holds a catalog for each time it was saved; the last one with all pages is it.
  for (const { number, index } of objectsOfType(all, 'Catalog')) {
    const count = listedPages(all, index)
    if (count > 0 && count >= most) {
      root = number
      most = count
    }
  }
  const listMade = root === null
  if (root === null) {
    const pages = [...new Set(objectsOfType(all, 'Page').map(({ number }) => number))]
    if (pages.length === 0) return null
    let free = 1
    for (const [, number] of all.matchAll(/(\d{1,9}) \d{1,5} obj\b/g))
      free = Math.max(free, Number(number) + 1)
    const kids = pages.map((number) => `${number} 0 R`).join(' ')
    made.push(
      `${free} 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>\nendobj\n`,
      `${free + 1} 0 obj\n<< /Type /Catalog /Pages ${free} 0 R >>\nendobj\n`,
    )
    root = free + 1
  }
  const end = `\nendstream\nendobj\n${objects}${made.join('')}trailer\n<< /Root ${root} 0 R >>\nstartxref\n0\n%%EOF\n`
  return { bytes: Buffer.concat([file, Buffer.from(end, 'latin1')]), listMade }
}

/** Objects whose dictionary says "/Type /Page", with the place of each. */
function objectsOfType(text: string, type: string): Array<{ number: number; index: number }> {
  const found: Array<{ number: number; index: number }> = []
  const saysType = new RegExp(`/Type\\s{0,9}/${type}(?![A-Za-z])`)
  for (const match of text.matchAll(/(\d{1,9}) \d{1,5} obj\b/g)) {
    const from = match.index + match[0].length
    const dictionary = text.slice(from, from + 4000)
    const end = dictionary.search(/endobj|stream/)
    if (!saysType.test(end === -1 ? dictionary : dictionary.slice(0, end))) continue
    found.push({ number: Number(match[1]), index: match.index })
    if (found.length >= mostFound) break
  }
  return found
}

/** How many pages the list has that the catalog at `index` names; 0 where it is not in the file. */
function listedPages(text: string, index: number): number {
  const catalog = text.slice(index, index + 4000)
  const list = /\/Pages\s{1,9}(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R/.exec(catalog)?.[1]
  if (list === undefined) return 0
  const at = text.search(new RegExp(`(?<!\\d)${list} \\d{1,5} obj\\b`))
  if (at === -1) return 0
  const node = text.slice(at, at + 200_000)
  return Number(/\/Count\s{1,9}(\d{1,7})/.exec(node.slice(0, node.indexOf('endobj')))?.[1] ?? 1)
}

/** The objects that are packed in streams of objects, as far as those are whole. */
function unpackObjects(file: Buffer, text: string): Array<{ number: number; body: string }> {
  const found: Array<{ number: number; body: string }> = []
  let left = mostUnpacked
  for (const match of text.matchAll(/\/Type\s*\/ObjStm\b/g)) {
    const start = text.lastIndexOf(' obj', match.index)
    const from = text.indexOf('stream', match.index)
    if (start === -1 || from === -1 || from - match.index > 500) continue
    const entries = text.slice(start, from)
    const count = Number(/\/N\s+(\d{1,6})/.exec(entries)?.[1] ?? 0)
    const first = Number(/\/First\s+(\d{1,7})/.exec(entries)?.[1] ?? 0)
    if (!/\/FlateDecode/.test(entries) || /\/DecodeParms/.test(entries) || count === 0) continue
    const at = from + 'stream'.length + (text[from + 6] === '\r' ? 2 : 1)
    const until = text.indexOf('endstream', at)
    const inside = inflate(file.subarray(at, until === -1 ? undefined : until), left)
    if (inside === null) continue
    left -= inside.length
    const numbers = inside.slice(0, first).trim().split(/\s+/).map(Number)
    for (let i = 0; i < count; i++) {
      const number = numbers[2 * i]
      const begin = numbers[2 * i + 1]
      if (number === undefined || begin === undefined) break
      const next = numbers[2 * i + 3]
      const body = inside.slice(first + begin, next === undefined ? undefined : first + next)
      if (body.trim() !== '') found.push({ number, body })
    }
  }
  return found
}

/** Unpacks what can be; null where it is no such data, or more than there is room for. */
function inflate(packed: Buffer, most: number): string | null {
  if (most <= 0) return null
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString('latin1')
  } catch (error) {
    // Cut off, damaged or a bomb: these objects are lost, the others are not.
    if (error instanceof Error) return null
    throw error
  }
}
