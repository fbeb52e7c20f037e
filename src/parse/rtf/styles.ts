// The style sheet of an RTF file, as far as headings and fonts need it: {\stylesheet{\s1\outlinelevel0\f2 heading 1;} …}.

export type RtfStyles = {
  /** A word inside the style sheet. */
  word(word: string, number: number | null): void
  /** Part of the name of the entry under way. */
  addName(text: string): void
  /** The group of an entry ends. */
  endEntry(): void
  headingOf(style: number): number | null
  fontOf(style: number): number | null
  /** Whether its paragraphs are lines of a table of contents. */
  isContents(style: number): boolean
}

type Entry = { id: number; name: string; heading: number | null; font: number | null }

/** An empty style sheet. */
export function createRtfStyles(): RtfStyles {
  const entries = new Map<number, Entry>()
  let entry = freshEntry()
  return {
    word(word, number) {
      if (word === 's') entry.id = number ?? 0
      else if (word === 'f') entry.font = number
      else if (word === 'outlinelevel')
        entry.heading = number !== null && number >= 0 && number < 6 ? number + 1 : null
    },
    addName(text) {
      entry.name += text
    },
    endEntry() {
      if (entry.name === '') return
      const byName = /^\s*heading ([1-9])/i.exec(entry.name)?.[1]
      if (byName) entry.heading = Math.min(6, Number(byName))
      else if (/^\s*title\s*;/i.test(entry.name)) entry.heading = 1
      entries.set(entry.id, entry)
      entry = freshEntry()
    },
    headingOf: (style) => entries.get(style)?.heading ?? null,
    fontOf: (style) => entries.get(style)?.font ?? null,
    isContents: (style) => /^\s*(?:toc|contents) \d/i.test(entries.get(style)?.name ?? ''),
  }
}

const freshEntry = (): Entry => ({ id: 0, name: '', heading: null, font: null })
