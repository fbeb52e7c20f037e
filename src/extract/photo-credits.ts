// Who took the picture: "… tặng hoa chúc mừng Đại hội. Ảnh: Minh Trí", "(Ảnh: VGP/Minh Trí).", "Ảnh - TTXVN" at the end of a line.
//
// What the picture shows is told so too ("Ảnh: Quang cảnh hội nghị", "Trong ảnh: Ông Lê Văn Ba"): a credit is all names.
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Byline } from '../model.ts'
import { isCredit, peopleIn, photoForms } from './bylines.ts'

/** How much of the end of a line is read, in UTF-16 units. */
const reach = 110
const patterns = new WeakMap<Lexicon, RegExp>()

/** Photographers named at the end of a line of the normalised view, `key` its key form; empty where none are. */
export function photoCreditsOf(text: string, key: string, lexicon: Lexicon): Byline[] {
  const tail = text.slice(-reach)
  // Most lines hold none of the signs.
  if (!/[:(-]/u.test(tail)) return []
  let pattern = patterns.get(lexicon)
  if (!pattern) {
    const forms = photoForms(lexicon).join('|')
    pattern = new RegExp(
      `(?:^|[\\s(./;,-])((?:${forms})(?: ?[:-] ?| (?=[^:()]*\\))))([^:()]{2,60})\\)?[\\s.)*]*$`,
      'u',
    )
    patterns.set(lexicon, pattern)
  }
  const match = pattern.exec(key.slice(-reach))
  if (!match) return []
  const [, form = '', name = ''] = match
  const at = match.index + match[0].indexOf(form)
  // "trong ảnh: …", "phóng sự ảnh: …" are no credits; "(ảnh: …)" is.
  const opens = /\p{Lu}/u.test(tail[at] ?? '') || /^$|[.(/;,-] ?$/u.test(tail.slice(0, at))
  const isBracketed = tail.slice(at).includes(')')
  const written = tail
    .slice(at + form.length, at + form.length + name.length)
    .replace(/[\s.,;*]+$/u, '')
  return opens && isCredit(written, isBracketed, lexicon) ? peopleIn(written, ['photo']) : []
}
