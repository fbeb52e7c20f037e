// Numbers of documents as one word, whatever they are written with:
//
//   numberKeyOf('123/2020/NĐ-CP') = numberKeyOf('123 / 2020 / nd - cp') → '123x2020ndcp'       numberKeyOf('05-KL/TW') → '5kltw'
import { fold } from './fold.ts'

/** Longer ones are no numbers. */
const longest = 100

/** The key of a number; '' where the text has no digit or no letter, or is too long to be one. */
export function numberKeyOf(number: string): string {
  const key = numberStartOf(number)
  return /\p{L}/u.test(number) ? key : ''
}

/** What the key of a number begins with, of its beginning: "12/2012" → "12x2012"; '' where it begins with no digit. */
export function numberStartOf(number: string): string {
  if (number.length > longest) return ''
  const runs = fold(number).match(/\p{N}+|\p{L}+/gu) ?? []
  let key = ''
  for (const run of runs) {
    const isDigits = /^\p{N}/u.test(run)
    // Figures beside figures are parted by a letter, so that the key stays one word.
    if (isDigits && /\p{N}$/u.test(key)) key += 'x'
    key += key === '' && isDigits ? run.replace(/^0+(?=\p{N})/u, '') : run
  }
  return /^\p{N}/u.test(key) ? key : ''
}
