// The File Information Block at the start of a DOC's main stream: which Word wrote it and where everything else stands.
//
//   A5 EC … Word 97–2003, tables in a stream of their own ("1Table")     A5 DC … Word 6 and 95, everything in one stream
import { BadDocumentError } from '../../errors.ts'
import type { Container } from './container.ts'

/** A piece of the table stream: offset and length in bytes. */
export type Extent = { at: number; length: number }

/** The texts of a DOC, one after the other in this order; lengths in characters. */
export type StoryLengths = {
  main: number
  footnotes: number
  headers: number
  macros: number
  comments: number
  endnotes: number
  textBoxes: number
  headerTextBoxes: number
}

export type Fib = {
  /** 8 for Word 97 and later, 6 for Word 6 and 95. */
  version: 6 | 8
  /** The main stream: text and formatting. */
  main: Buffer
  /** The stream of the tables below; the main stream itself in version 6. */
  table: Buffer
  /** Word 6: first byte of the text where there is no piece table. */
  textAt: number
  /** Word 6 for Asia: two bytes a character. */
  wide: boolean
  lengths: StoryLengths
  styles: Extent
  fonts: Extent
  pieces: Extent
  characterRuns: Extent
  paragraphRuns: Extent
  headerStories: Extent
  lists: Extent
  listOverrides: Extent
}

const nothing: Extent = { at: 0, length: 0 }

/** Reads the FIB. Throws BadDocumentError: `corrupt` without a main stream, `encrypted`, `unsupported` before Word 6. */
export function readFib(container: Container, name: string): Fib {
  const main = container.stream('WordDocument')
  if (!main || main.length < 0x180)
    throw new BadDocumentError(
      'corrupt',
      `${name} is a damaged Word document: its text stream is missing or cut off.`,
    )
  const magic = main.readUInt16LE(0)
  const flags = main.readUInt16LE(0x0a)
  if (magic !== 0xa5ec && magic !== 0xa5dc)
    throw new BadDocumentError(
      'unsupported',
      `${name} was written by a Word before version 6, which cannot be read; save it anew as .docx.`,
    )
  if ((flags & 0x0100) !== 0)
    throw new BadDocumentError(
      'encrypted',
      `${name} is protected by a password; save it without one and bring it again.`,
    )
  return magic === 0xa5ec ? readWord97(main, flags, container, name) : readWord6(main, flags)
}

function readWord97(main: Buffer, flags: number, container: Container, name: string): Fib {
  if (main.length < 0x382)
    throw new BadDocumentError(
      'corrupt',
      `${name} is a damaged Word document: its head is cut off.`,
    )
  const named = (flags & 0x0200) !== 0 ? ['1Table', '0Table'] : ['0Table', '1Table']
  const table = container.stream(named[0] ?? '') ?? container.stream(named[1] ?? '')
  if (!table)
    throw new BadDocumentError(
      'corrupt',
      `${name} is a damaged Word document: its table stream is missing.`,
    )
  const extent = (index: number): Extent => extentAt(main, 0x9a + 8 * index, table)
  return {
    version: 8,
    main,
    table,
    textAt: main.readUInt32LE(0x18),
    wide: false,
    lengths: lengthsAt(main, 0x4c),
    styles: extent(1),
    headerStories: extent(11),
    characterRuns: extent(12),
    paragraphRuns: extent(13),
    fonts: extent(15),
    pieces: extent(33),
    lists: extent(73),
    listOverrides: extent(74),
  }
}

function readWord6(main: Buffer, flags: number): Fib {
  const extent = (at: number): Extent => extentAt(main, at, main)
  return {
    version: 6,
    main,
    table: main,
    textAt: main.readUInt32LE(0x18),
    wide: (flags & 0x1000) !== 0,
    lengths: lengthsAt(main, 0x34),
    styles: extent(0x60),
    headerStories: extent(0xb0),
    characterRuns: extent(0xb8),
    paragraphRuns: extent(0xc0),
    fonts: extent(0xd0),
    pieces: extent(0x160),
    lists: nothing,
    listOverrides: nothing,
  }
}

function extentAt(main: Buffer, at: number, table: Buffer): Extent {
  const start = main.readUInt32LE(at)
  const length = main.readUInt32LE(at + 4)
  return start < table.length
    ? { at: start, length: Math.min(length, table.length - start) }
    : nothing
}

function lengthsAt(main: Buffer, at: number): StoryLengths {
  const length = (index: number) => Math.max(0, main.readInt32LE(at + 4 * index))
  return {
    main: length(0),
    footnotes: length(1),
    headers: length(2),
    macros: length(3),
    comments: length(4),
    endnotes: length(5),
    textBoxes: length(6),
    headerTextBoxes: length(7),
  }
}
