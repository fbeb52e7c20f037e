// Paths of files in an inbox. File names of Linux are bytes: one that is no UTF-8 ("b\xE1o c\xE1o.doc", saved by an old
// system) is opened by its bytes and written down with the bytes that are no ASCII escaped.
import { isUtf8 } from 'node:buffer'

/** What the system opens: text where the name is text, else bytes. */
export type SystemPath = string | Buffer

/** A name as it is written down. */
export function shownName(name: Buffer): string {
  if (isUtf8(name)) return name.toString('utf8')
  return name
    .toString('latin1')
    .replace(/[\x80-\xFF]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** The path of a name in a folder. */
export function inFolder(folder: SystemPath, name: Buffer): SystemPath {
  if (typeof folder === 'string' && isUtf8(name)) return `${folder}/${name.toString('utf8')}`
  return Buffer.concat([Buffer.from(folder), Buffer.from('/'), name])
}

/**
 * Where a document came from, of a path relative to its inbox: "2023/Phú Thọ/bao-cao.pdf" is a place, with the tags "2023"
 * and "Phú Thọ". One place, whether a Mac or a PC wrote its accents.
 */
export function placeOf(path: string): { name: string; place: string; tags: string[] } {
  const parts = path.split('/')
  const place = path.normalize('NFC')
  return { name: parts.at(-1) ?? path, place, tags: place.split('/').slice(0, -1) }
}
