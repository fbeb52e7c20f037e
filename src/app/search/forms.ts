// Other ways of writing what is searched for: abbreviations written out, and names abbreviated, from the dictionaries.
//
//   "ubnd" → uỷ ban nhân dân          "sở giáo dục và đào tạo" → sgdđt, sở gd&đt, sở gdđt …
import type { Lexicon } from '../../lexicon/lexicon.ts'
import type { SearchPhrase } from '../../ports/search.ts'
import { type QueryPart, queryWords } from '../../text/query.ts'
import { isSyllable } from '../../text/syllable.ts'

/** A way of writing, and the others that mean the same. */
type Form = {
  /** As the dictionary writes it. */
  written: string
  /** Whether it must be typed just so: "TU" is an abbreviation, "tu" a word. */
  isStrict: boolean
  isShort: boolean
  others: readonly string[]
}

export type Forms = {
  /** The longest way of writing that begins with the part at this place: how many parts it is, and the other ways. */
  at(
    parts: readonly QueryPart[],
    index: number,
  ): { length: number; isShort: boolean; others: SearchPhrase[] } | null
  /** A name with its abbreviations written out, besides the name itself. */
  writtenOut(name: string): string[]
}

/** Most words of what has an abbreviation. */
const mostWords = 10
const mostOthers = 8
const made = new WeakMap<Lexicon, Forms>()

/** The forms of a lexicon; put together when first asked for. */
export function formsOf(lexicon: Lexicon): Forms {
  let forms = made.get(lexicon)
  if (!forms) {
    forms = createForms(lexicon)
    made.set(lexicon, forms)
  }
  return forms
}

const foldedOf = (text: string): string[] => queryWords(text).map(({ folded }) => folded)

function createForms(lexicon: Lexicon): Forms {
  const byWords = new Map<string, Form[]>()
  const add = (form: Form) => {
    const words = foldedOf(form.written)
    if (words.length === 0 || words.length > mostWords || form.others.length === 0) return
    const key = words.join(' ')
    byWords.set(key, [...(byWords.get(key) ?? []), form])
  }
  const shorts = new Map<string, { full: string; shorts: Set<string> }>()
  const full = new Map<string, Set<string>>()
  for (const [short, expansions] of pairsOf(lexicon)) {
    if (foldedOf(short).join('').length < 2) continue
    full.set(short, new Set([...(full.get(short) ?? []), ...expansions]))
    const [only] = expansions
    if (!only || expansions.length > 1) continue
    const key = foldedOf(only).join(' ')
    const known = shorts.get(key) ?? { full: only, shorts: new Set() }
    if (isOwnWord(short)) known.shorts.add(short)
    shorts.set(key, known)
  }
  const allShorts = (name: string) => withParts(name, shorts)
  for (const [short, expansions] of full)
    add({
      written: short,
      isStrict: !isOwnWord(short),
      isShort: true,
      others: [...expansions]
        .flatMap((name) => [name, ...allShorts(name)])
        .filter((o) => o !== short),
    })
  for (const { full: name } of shorts.values())
    if (foldedOf(name).length > 1)
      add({ written: name, isStrict: false, isShort: false, others: allShorts(name) })

  const find = (words: readonly string[], typed: readonly string[]): Form[] =>
    (byWords.get(words.join(' ')) ?? []).filter(
      ({ isStrict, written }) => !isStrict || foldedTyped(typed) === foldedTyped([written]),
    )
  return {
    at(parts, index) {
      const run: QueryPart[] = []
      for (const part of parts.slice(index, index + mostWords)) {
        if (part.isPhrase || part.isExcluded || part.isInTitle !== parts[index]?.isInTitle) break
        run.push(part)
      }
      for (let length = run.length; length > 0; length--) {
        const these = run.slice(0, length)
        const forms = find(
          these.map(({ words }) => words[0]?.folded ?? ''),
          these.map(({ typed }) => typed),
        )
        if (forms.length === 0) continue
        const typed = these.map(({ words }) => words[0]?.folded ?? '').join(' ')
        const others = new Map<string, SearchPhrase>()
        for (const other of forms.flatMap((form) => form.others)) {
          const words = queryWords(other)
          const folded = words.map((word) => word.folded).join(' ')
          if (folded !== typed && !others.has(folded)) others.set(folded, words)
        }
        if (others.size === 0) continue
        return {
          length,
          isShort: forms.some(({ isShort }) => isShort),
          others: [...others.values()].slice(0, mostOthers),
        }
      }
      return null
    },
    writtenOut(name) {
      const words = queryWords(name)
      const out: string[] = []
      let isChanged = false
      for (let i = 0; i < words.length; ) {
        let taken = 0
        for (
          let length = Math.min(mostWords, words.length - i);
          length > 0 && taken === 0;
          length--
        ) {
          const these = words.slice(i, i + length)
          const [form] = find(
            these.map(({ folded }) => folded),
            these.map(({ key }) => key),
          ).filter(({ isShort, isStrict }) => isShort && !isStrict)
          if (!form) continue
          out.push(form.others[0] ?? '')
          taken = length
          isChanged = true
        }
        if (taken === 0) out.push(words[i]?.key ?? '')
        i += taken || 1
      }
      return isChanged ? [out.join(' ')] : []
    },
  }
}

/** Abbreviations with what they mean. */
function* pairsOf(lexicon: Lexicon): Generator<[short: string, expansions: string[]]> {
  for (const { abbreviation, expansions } of lexicon.abbreviationRows)
    yield [abbreviation, expansions]
  for (const { name, codes } of lexicon.organisationRows)
    for (const code of codes) yield [code, [name]]
}

/** Whether an abbreviation is no other word, however it is typed: three letters at least, and no syllable. */
function isOwnWord(short: string): boolean {
  const words = foldedOf(short)
  return words.join('').length > 2 && !(words.length === 1 && isSyllable(words[0] ?? ''))
}

/** The abbreviations of a name, and those of what stands in it: "sở GD&ĐT". */
function withParts(
  name: string,
  shorts: ReadonlyMap<string, { shorts: ReadonlySet<string> }>,
): string[] {
  const words = foldedOf(name)
  const found = [...(shorts.get(words.join(' '))?.shorts ?? [])]
  for (let start = 0; start < words.length; start++)
    for (let end = start + 2; end <= words.length; end++) {
      if (end - start === words.length) continue
      for (const short of shorts.get(words.slice(start, end).join(' '))?.shorts ?? [])
        found.push([...words.slice(0, start), short, ...words.slice(end)].join(' '))
    }
  return found
}

/** Letters with their case and marks, without what stands between them. */
const foldedTyped = (typed: readonly string[]): string =>
  typed
    .join('')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
