// Nouns of one kind that commas join: "ngành nông, lâm, ngư nghiệp", "số vụ tai nạn, số người chết, người bị thương".
import type { Span } from '../../text/view.ts'
import { isCircumstance } from './circumstance.ts'
import type { Word } from './clause-words.ts'
import { nounPhrase } from './noun-phrase.ts'

const predicates: ReadonlySet<Word['role']> = new Set([
  'verb',
  'finite',
  'having',
  'acting',
  'modal',
  'with',
])
const isPredicate = (word: Word): boolean =>
  predicates.has(word.role) && word.key !== 'cho' && word.key !== 'với'

/** Span of the noun phrase of the piece at `at` with the members before its commas, of pieces from `first` on. */
export function joined(pieces: readonly Word[][], at: number, first: number): Span {
  const piece = pieces[at] ?? []
  const phrase = nounPhrase(piece)
  let begin = phrase[0]
  const end = phrase.at(-1)
  let whole = begin === piece[0]
  const measure = begin?.role === 'rate'
  for (let k = at - 1; k >= first && whole; k--) {
    const member = pieces[k] ?? []
    const words = nounPhrase(member)
    const head = words[0]
    if (!head || words.length > 15 || isCircumstance(member)) break
    if (
      words.at(-1) !== member.at(-1) ||
      words
        .slice(1)
        .some((w, n) => isPredicate(w) && !(w.role === 'acting' && n === words.length - 2))
    )
      break
    if (member.some((word) => word.role === 'this' || word.key === 'trường hợp')) break
    // "Với thời điểm hiện nay, việc chi trả …"
    if (member[0]?.role === 'with' || member[0]?.key === 'với') break
    // "…, tiền phạt theo Luật, mỗi ngày nộp chậm"
    if (begin?.key.startsWith('mỗi ')) break
    const before = member[member.indexOf(head) - 1]
    // "phù hợp với yêu cầu | tăng trưởng, tốc độ tăng dư nợ …": the member is part of another clause.
    if (member.indexOf(head) > 3 && /^(?:having|base)$/u.test(before?.role ?? '')) break
    const numbered = before?.key === 'số' ? before : null
    if ((measure || begin?.key === 'số') && head.role !== 'rate' && !numbered) break
    begin = numbered ?? head
    whole = begin === member[0]
  }
  // "đóng góp của yếu tố công nghệ, quản lý | vào tăng trưởng GDP"
  if (phrase.some((word) => word.key === 'vào') && at > first) {
    const giving = pieces
      .slice(first, at)
      .flat()
      .findLast((word) => /^đóng góp/u.test(word.key))
    if (giving) begin = giving
  }
  return { start: begin?.start ?? 0, end: end?.end ?? 0 }
}
