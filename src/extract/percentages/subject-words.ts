// The patterns that the words of dictionaries/subject-words.tsv make, once a lexicon.
import type { Lexicon, SubjectWord } from '../../lexicon/lexicon.ts'

export type SubjectPatterns = {
  /** Begins with whom the reader would have to look for: "họ", "số này". */
  pronoun: RegExp
  /** Begins with a word that says nothing by itself, and has nothing behind it: "kết quả". */
  bare: RegExp
  /** Begins like a pronoun and is a noun: "bà mẹ". */
  noun: RegExp
  /** Begins a clause: "khi", "quán triệt". */
  opener: RegExp
  /** Is one word for a doing: "triển khai". */
  doing: RegExp
  /** A clause: who does something, and that it is done: "Chính phủ … đã …". */
  clause: RegExp
  /** Verbs before the noun that they are done to: "đàm phán giải quyết | các khu vực …". */
  effort: RegExp
  /** What such a verb is done to, as its first group: "rà soát cắt giảm các | điều kiện kinh doanh". */
  settled: RegExp
  /** What happened so many times, as its first group: "cả huyện xảy ra 14 | vụ cháy". */
  happened: RegExp
  /** Ends with a word that leads to another: "… của". */
  dangling: RegExp
  /** Ends with "tăng trưởng" as a predicate: "giá trị gia tăng toàn ngành | tăng trưởng". */
  grown: RegExp
  /** Ends with "cao" or "thấp" as a predicate. */
  graded: RegExp
}

const known = new WeakMap<Lexicon, SubjectPatterns>()

/** The patterns of a lexicon. Words stand in the text as in the dictionary, but for capitals. */
export function subjectPatternsOf(lexicon: Lexicon): SubjectPatterns {
  let patterns = known.get(lexicon)
  if (!patterns) {
    patterns = made(lexicon.subjectWords)
    known.set(lexicon, patterns)
  }
  return patterns
}

function made(rows: readonly SubjectWord[]): SubjectPatterns {
  const phrases = (role: SubjectWord['role']) =>
    rows.filter((row) => row.role === role).map((row) => row.phrase)
  const any = (role: SubjectWord['role']) => `(?:${phrases(role).join('|')})`
  // "hiện tại" ends like "tại" and may end a subject.
  const whole = phrases('ending').map((phrase) => phrase.split(' '))
  const dangling = phrases('dangling').map((phrase) => {
    const before = whole.filter((words) => words.at(-1) === phrase).map((words) => `${words[0]} `)
    return before.length === 0 ? phrase : `(?<!${before.join('|')})${phrase}`
  })
  return {
    pronoun: new RegExp(`^${any('pronoun')}(?!\\p{L})`, 'iu'),
    bare: new RegExp(`^${any('bare')}(?!\\p{L}| \\p{L})`, 'iu'),
    noun: new RegExp(`^${any('noun')}(?!\\p{L})`, 'iu'),
    opener: new RegExp(`^${any('opener')}(?!\\p{L})`, 'u'),
    doing: new RegExp(`^${any('doing')}$`, 'iu'),
    clause: new RegExp(`^${any('doer')}(?!\\p{L}).* ${any('done')} `, 'iu'),
    effort: new RegExp(`^(?:${any('effort')} ?)+ (?:các |những |số )`, 'iu'),
    settled: new RegExp(
      `${any('settling')} (?:các|những|số) ((?!.* (?:các|những) )\\p{L}.*)$`,
      'u',
    ),
    happened: new RegExp(
      `(?:^| )${any('happening')}(?: được)? (?:\\d+[.,])*\\d+ (\\p{L}[^\\d,]*)$`,
      'iu',
    ),
    dangling: new RegExp(`(?:^| )(?:${dangling.join('|')})$`, 'iu'),
    grown: new RegExp(`(?<!${any('growing')}) tăng trưởng$`, 'iu'),
    graded: new RegExp(`(?<!${any('graded')}) (?:cao|thấp)$`, 'iu'),
  }
}
