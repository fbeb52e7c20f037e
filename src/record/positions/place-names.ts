// Names after a word for a place below the province: how they are written, and which of them are a person's.
import type { Context } from '../context.ts'

/** The signs that are written for an apostrophe inside a name, for a class of a regular expression. */
export const apostrophes = "'’‘ʼ`´′"

/** "H'Lan Niê", "Y Thái Kbuôr": a woman's or man's name of the Central Highlands; "H'Bông" alone, "Y Tý" are communes. */
const ofHighlands = new RegExp(`^(?:H[${apostrophes}]\\p{L}+ \\p{Lu}|Y \\p{L}+ \\p{Lu})`, 'u')

/**
 * The place that three syllables or less behind a word for one name: "Ẳng Tở" of "xã Ẳng Tở Lò Văn Thanh", whose capitals go on
 * as a name. Null where they are who holds the office there: "Chủ tịch UBND xã Nguyễn Văn Nam". `next`: the letter behind them.
 */
export function placeOf(context: Context, name: string, next: string): string | null {
  const { surnames } = context.page.lexicon
  const words = name.split(' ')
  const goesOn = /^\p{Lu}/u.test(next) && words.length === 3
  if (!goesOn) return isHolderName(context, name) ? null : name
  // "xã Nguyễn Hữu Lượng Tài" is one name, "xã Lý Nhân Trần Bình" two.
  const isSurname = (word = '') => {
    const rows = surnames.get(word)
    return rows.length > 0 && rows.every(({ ambiguous }) => !ambiguous)
  }
  if (ofHighlands.test(words.slice(0, 2).join(' '))) return null
  if (isSurname(words[0]) && surnames.get(words[2] ?? '').length === 0) return null
  return words.slice(0, 2).join(' ')
}

/** Three syllables with a family name, or a name of the Highlands, that no place is known by. */
function isHolderName({ page }: Context, name: string): boolean {
  if (ofHighlands.test(name)) return true
  const [first = '', ...rest] = name.split(' ')
  if (rest.length < 2 || page.lexicon.nameTraps.places.get(name).length > 0) return false
  return page.lexicon.surnames.get(first).length > 0
}
