// Grades that figures are told of one by one, the head said once: "học lực giỏi 9,6%; khá 38,4%; yếu, kém 3,3%".
import type { Lexicon, SubjectWord } from '../../lexicon/lexicon.ts'
import { keyOf } from '../../text/fold.ts'
import type { Page } from '../page.ts'

type Patterns = {
  /** Nothing but grades stand between the figure before and this one. */
  alone: RegExp
  /** What is graded stands before the grades and the figure: "học lực giỏi", "Hạnh kiểm: tốt", "xếp loại kém". */
  headed: RegExp
  /** A subject that ends with grades: "học lực | giỏi". */
  ending: RegExp
}

const known = new WeakMap<Lexicon, Patterns>()

/** How far before a figure its grades and their head are looked for, in UTF-16 units. */
const reach = 70

/** The patterns of a lexicon; every part of them is bounded. */
function patternsOf(lexicon: Lexicon): Patterns {
  let patterns = known.get(lexicon)
  if (!patterns) {
    const any = (role: SubjectWord['role']) =>
      lexicon.subjectWords
        .filter((row) => row.role === role)
        .map((row) => row.phrase)
        .sort((a, b) => b.length - a.length)
        .join('|')
    const one = `(?:${any('grade')})(?!\\p{L})`
    const grades = `${one}(?:(?:, ?| và | ?- ?)${one}){0,3}`
    const leading =
      '(?: (?:là|đạt|chiếm|còn|có)| (?:tỷ|tỉ) lệ)*(?: (?:trên|hơn|dưới|gần|khoảng|chỉ))?:? ?'
    patterns = {
      alone: new RegExp(`^\\)?(?:[\\s,;]|và ){1,6}(?:loại )?(?<grades>${grades})${leading}$`, 'u'),
      headed: new RegExp(
        `(?<!\\p{L})(?<head>(?:${any('graded-noun')})(?:,? (?:đạt )?(?:xếp )?loại)?):? (?:- ?)?(?:loại )?(?<grades>${grades})${leading}$`,
        'u',
      ),
      ending: new RegExp(`^(?<stem>.*?\\p{L}:?) (?<grades>${grades})$`, 'u'),
    }
    known.set(lexicon, patterns)
  }
  return patterns
}

/**
 * The subject of a figure that has nothing but grades between it and the figure before: `before`, the subject of that one,
 * with these grades for its own. Null elsewhere. `from` is where the figure before ends.
 */
export function nextGrade(page: Page, from: number, at: number, before: string): string | null {
  if (at - from > reach) return null
  const { alone, ending } = patternsOf(page.lexicon)
  const words = page.key.slice(from, at)
  const grades = alone.exec(words)?.groups?.grades
  const told = grades === undefined ? undefined : ending.exec(keyOf(before))?.groups
  // "lãi suất trung bình 5%, trung bình …": an average, told twice.
  if (grades === undefined || told?.stem === undefined || told.grades === grades) return null
  const start = from + words.lastIndexOf(grades)
  return `${before.slice(0, told.stem.length)} ${page.text.slice(start, start + grades.length)}`
}

/**
 * `subject`, which the clause of a figure gives, with the grade that stands between it and the figure, or with the noun before
 * that grade: "học sinh xếp loại | kém 0,5%", "Hạnh kiểm: | tốt 80%". Elsewhere as it is. `from`: where the clause may begin.
 */
export function withGrade(
  page: Page,
  from: number,
  at: number,
  subject: string | null,
): string | null {
  const begin = Math.max(from, at - reach)
  const words = page.key.slice(begin, at)
  const found = patternsOf(page.lexicon).headed.exec(words)
  const { head, grades } = found?.groups ?? {}
  if (!found || head === undefined || grades === undefined) return subject
  const start = begin + words.lastIndexOf(grades)
  const graded = page.text.slice(start, start + grades.length)
  const key = keyOf(subject ?? '')
  const after = key.lastIndexOf(head) + head.length
  if (subject !== null && key.includes(head) && grades.startsWith(key.slice(after).trim()))
    return `${subject.slice(0, after)} ${graded}`
  if (!grades.includes(key)) return subject
  const headAt = begin + found.index
  return `${page.text.slice(headAt, headAt + head.length)} ${graded}`
}
