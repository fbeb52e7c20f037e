// Texts of an old PowerPoint file: each begins with a header that says what it is for, then its characters, then its fonts.

import type { PptRecord } from './records.ts'
import { type CharacterRun, readCharacterRuns } from './styles.ts'

export type PptText = {
  kind: 'title' | 'body' | 'notes' | 'other'
  /** Paragraphs end with "\r", lines with "\v". */
  text: string
  runs: CharacterRun[]
}

const textHeader = 0x0f9f
const textChars = 0x0fa0
const textBytes = 0x0fa8
const styleText = 0x0fa1

const kinds: readonly PptText['kind'][] = [
  'title',
  'body',
  'notes',
  'other',
  'other',
  'body',
  'title',
  'body',
  'body',
]

/** Collects texts from records as they come. */
export function createTextCollector() {
  const texts: PptText[] = []
  return {
    texts,
    take({ type, data }: PptRecord): void {
      const last = texts.at(-1)
      if (type === textHeader && data.length >= 4)
        texts.push({
          kind: kinds[data.readUInt32LE(0)] ?? 'other',
          text: '',
          runs: [],
        })
      else if (last && type === textChars) last.text = data.toString('utf16le')
      // The low bytes of characters below U+0100.
      else if (last && type === textBytes) last.text = data.toString('latin1')
      else if (last && type === styleText) last.runs = readCharacterRuns(data, last.text.length)
    },
  }
}
