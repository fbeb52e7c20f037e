// Reads RTF: groups, destinations, fonts, \u escapes, fields, lists, tables. The text of each story goes to story.ts.
//
//   {\f15 B\'e9 T\'b5i ch\'ddnh\par}   →   a paragraph "Bé Tµi chÝnh" in the font .VnTime, to be decoded later
//
// One state a group, kept in a stack of our own: neither depth nor length can hurt. The machine is one file because its
// functions share that state; what they collect (fonts, styles, lists, paragraphs, tables) has files of its own.
import { BadDocumentError } from '../../errors.ts'
import { bulletOf } from '../docx/numbering.ts'
import type { FlowParagraph } from '../flow.ts'
import { createRtfFonts, decodeBytes, isSymbolFont, type RtfFont } from './fonts.ts'
import { createRtfLists } from './lists.ts'
import { createRtfParagraphs } from './paragraphs.ts'
import { createStory, type Story } from './story.ts'
import { createRtfStyles } from './styles.ts'
import { symbolOf, symbolOfField } from './symbols.ts'
import { type RtfToken, readTokens } from './tokens.ts'
import { characters, type Destination, opened, skipped, starred, stories } from './words.ts'

export type RtfDocument = {
  body: FlowParagraph[]
  footnotes: FlowParagraph[][]
  headers: FlowParagraph[][]
  footers: FlowParagraph[][]
  title: string
  /** Groups that were still open at the end: the file was cut off. */
  isCutOff: boolean
}

/** What a group inherits and its end puts back. */
type State = {
  destination: Destination
  /** The destination around a text that is given twice (\upr). */
  beneath: Destination
  font: number | null
  /** Characters that stand after \u for readers without Unicode. */
  fallback: number
  hidden: boolean
  deleted: boolean
  story: Story
}

/** A text box or a note in the middle of a paragraph, which goes on behind it. */
type Interrupted = {
  depth: number
  kind: StoryKind
  into: Story
  goOn(): void
}

type StoryKind = 'note' | 'header' | 'footer' | 'box'

const progressEvery = 20_000
const mostFallback = 100

/** Reads a whole file. Throws BadDocumentError `too-complex` where groups nest deeper than `depth`. */
export function readRtf(
  bytes: Uint8Array,
  { depth, name, progress }: { depth: number; name: string; progress(): void },
): RtfDocument {
  const document: RtfDocument = {
    body: [],
    footnotes: [],
    headers: [],
    footers: [],
    title: '',
    isCutOff: false,
  }
  const body = createStory()
  const fonts = createRtfFonts()
  const styles = createRtfStyles()
  const lists = createRtfLists()
  const paragraphs = createRtfParagraphs(styles, lists)
  const stack: State[] = []
  const interrupted: Interrupted[] = []
  let state: State = {
    destination: 'text',
    beneath: 'text',
    font: null,
    fallback: 1,
    hidden: false,
    deleted: false,
    story: body,
  }
  let codePage = 1252
  let defaultFont = 0
  /** Bytes not yet decoded, of one font. */
  let pending = ''
  let toSkip = 0
  let markerText = ''
  let levelText = ''
  let instruction = ''
  /** Depth of the field whose character is known by its instruction, so that its result is not read. */
  let symbolField = -1
  let isStarred = false
  let isAtStart = false
  let count = 0

  for (const token of readTokens(bytes)) {
    if (++count % progressEvery === 0) progress()
    if (token.kind === 'open') openGroup()
    else if (token.kind === 'close') closeGroup()
    else if (token.kind === 'word') takeWord(token)
    else {
      isAtStart = false
      isStarred = false
      takeBytes(token.kind === 'text' ? token.text : String.fromCharCode(token.byte))
    }
  }
  flush()
  document.isCutOff = stack.length > 0
  while (stack.length > 0) closeGroup()
  paragraphs.end(body)
  document.body = body.finish()
  return document

  // ---- groups --------------------------------------------------------------------------------------------------------

  function openGroup(): void {
    flush()
    toSkip = 0
    if (stack.length >= depth)
      throw new BadDocumentError(
        'too-complex',
        `${name} nests groups more than ${depth} deep, which no real document does.`,
      )
    stack.push(state)
    state = { ...state }
    if (state.destination === 'both') state.destination = 'skip'
    isAtStart = true
    isStarred = false
  }

  function closeGroup(): void {
    flush()
    toSkip = 0
    isAtStart = false
    const around = stack.at(-1)
    // One brace too many: what follows it is read on.
    if (!around) return
    const { destination } = state
    if (destination === 'styles') styles.endEntry()
    if (destination !== around.destination) endDestination(destination)
    const before = interrupted.at(-1)
    if (before?.depth === stack.length) resume(before)
    if (symbolField === stack.length) symbolField = -1
    stack.pop()
    state = around
  }

  function endDestination(destination: Destination): void {
    if (destination === 'marker') {
      const text = markerText.trim().replace(/[\uE000-\uF8FF]/g, bulletOf)
      paragraphs.setMarker(text === '' ? '' : text + (/\s$/.test(markerText) ? ' ' : ''))
    } else if (destination === 'levelText') lists.levelText(levelText)
    else if (destination === 'instruction') {
      const symbol = symbolOfField(instruction)
      if (symbol === null) return
      symbolField = stack.length - 1
      const isShown = !state.hidden && !state.deleted
      if (isShown && stack.at(-1)?.destination === 'text') state.story.add(symbol, undefined)
    }
  }

  function enterStory(kind: StoryKind): void {
    interrupted.push({
      depth: stack.length,
      kind,
      into: state.story,
      goOn: paragraphs.interrupt(),
    })
    state.destination = 'text'
    state.story = createStory()
  }

  function resume({ kind, into, goOn }: Interrupted): void {
    interrupted.pop()
    paragraphs.end(state.story)
    goOn()
    const inner = state.story.finish()
    // A text box comes before the paragraph that it hangs on, as paragraphs of its own.
    if (kind === 'box') into.insert(inner, paragraphs.nesting)
    else if (kind === 'note') document.footnotes.push(inner)
    else document[kind === 'header' ? 'headers' : 'footers'].push(inner)
  }

  // ---- text ----------------------------------------------------------------------------------------------------------

  function takeBytes(text: string): void {
    const kept = toSkip > 0 ? text.slice(toSkip) : text
    toSkip = Math.max(0, toSkip - text.length)
    if (state.destination !== 'skip') pending += kept
  }

  function flush(): void {
    if (pending === '') return
    const bytesHere = pending
    pending = ''
    addText(decodeBytes(bytesHere, fontOf(), codePage))
  }

  function fontOf(): RtfFont | undefined {
    return fonts.get(state.font ?? styles.fontOf(paragraphs.style) ?? defaultFont)
  }

  function addText(text: string): void {
    switch (state.destination) {
      case 'text':
        if (!state.hidden && !state.deleted) state.story.add(text, fontOf()?.name)
        break
      case 'marker':
        markerText += text
        break
      case 'levelText':
        levelText += text
        break
      case 'instruction':
        instruction += text
        break
      case 'title':
        document.title += text
        break
      case 'styles':
        styles.addName(text)
        break
      case 'fonts':
        fonts.addName(text)
    }
  }

  // ---- words ---------------------------------------------------------------------------------------------------------

  function takeWord({ word, number }: RtfToken & { kind: 'word' }): void {
    if (word === '*') {
      isStarred = isAtStart
      return
    }
    const isFirst = isAtStart
    isAtStart = false
    if (isStarred) {
      isStarred = false
      openStarred(word)
      return
    }
    if (state.destination === 'skip') return
    if (isFirst && openDestination(word)) return
    flush()
    if (word === 'u') {
      addCharacter(number ?? 0)
      toSkip = state.fallback
      return
    }
    const character = characters.get(word)
    // A word counts as one character of what stands there for readers without Unicode.
    const isFallback = toSkip > 0
    if (isFallback) toSkip--
    if (character !== undefined) {
      if (!isFallback) addText(character)
      return
    }
    setProperty(word, number)
  }

  function addCharacter(number: number): void {
    // Beyond 32767 the number is written as a negative one.
    const code = number > 0xffff ? Math.min(number, 0x10ffff) : (number + 0x10000) & 0xffff
    const font = fontOf()
    addText(isSymbolFont(font) ? symbolOf(code, font.name) : String.fromCodePoint(code))
  }

  function openStarred(word: string): void {
    const around = stack.at(-1)?.destination
    if (word === 'ud' && around === 'both') state.destination = state.beneath
    else if (state.destination === 'skip' || !openKnown(word, starred.get(word)))
      state.destination = 'skip'
  }

  function openDestination(word: string): boolean {
    if (skipped.has(word) || (word === 'fldrslt' && symbolField === stack.length - 1)) {
      state.destination = 'skip'
      return true
    }
    if (word === 'title' && state.destination === 'info') {
      state.destination = 'title'
      return true
    }
    return openKnown(word, opened.get(word))
  }

  function openKnown(word: string, destination: Destination | undefined): boolean {
    const kind = stories.get(word)
    if (kind) enterStory(kind)
    else if (destination === undefined) return false
    else {
      state.beneath = state.destination
      state.destination = destination
      if (destination === 'marker') markerText = ''
      if (destination === 'levelText') levelText = ''
      if (destination === 'instruction') instruction = ''
      if (word === 'listtable' || word === 'listoverridetable') lists.word(word, null)
    }
    return true
  }

  function setProperty(word: string, number: number | null): void {
    switch (state.destination) {
      case 'fonts':
        fonts.word(word, number)
        break
      case 'styles':
        styles.word(word, number)
        break
      case 'lists':
        lists.word(word, number)
        break
      case 'nestedRow':
        paragraphs.nestedRow(word, number, state.story)
        break
      default:
        setCharacters(word, number)
    }
  }

  function setCharacters(word: string, number: number | null): void {
    const isOn = number !== 0
    switch (word) {
      case 'uc':
        state.fallback = Math.max(0, Math.min(mostFallback, number ?? 1))
        break
      case 'ansicpg':
        codePage = number ?? 1252
        break
      case 'mac':
        codePage = 10000
        break
      case 'deff':
        defaultFont = number ?? 0
        break
      case 'f':
        state.font = number ?? 0
        break
      case 'plain':
        state.font = null
        state.hidden = false
        state.deleted = false
        break
      case 'v':
        state.hidden = isOn
        break
      // Deleted, and moved away, while changes were tracked.
      case 'deleted':
      case 'mvf':
        state.deleted = isOn
        break
      default:
        if (state.destination === 'text') paragraphs.word(word, number, state.story, state.deleted)
    }
  }
}
