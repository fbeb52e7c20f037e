// Where a petition begins and ends in its sentence: without those who ask, and without the reason for it.
import type { Page } from '../page.ts'
import { chargedHead, levelOf } from './bodies.ts'

/**
 * Where a petition begins: at whoever is asked where the sentence names the one who asks, "Bà A, Phó Chủ tịch, đề nghị | Bộ Y
 * tế hỗ trợ …"; else at its verb. Offsets of the verb and of the words after it.
 */
export function petitionStart(page: Page, verb: number, object: number, named: boolean): number {
  return named && chargedHead.test(page.key.slice(object, object + 60)) ? object : verb
}

/** Where a petition begins whose second half a "giao" is: after "kiến nghị"; null where none is. */
export function petitionBefore(page: Page, from: number, at: number): number | null {
  const asks = /(?<!\p{L})(?:kiến nghị|đề xuất) (?=[^.;]{0,400} và $)/u.exec(
    page.key.slice(from, at),
  )
  if (!asks) return null
  const start = from + asks.index + asks[0].length
  return levelOf(page.key.slice(start, start + 40)) === null ? null : start
}

/** Where ", do …" or "vì …" begins to give the reason for a petition; else the end. */
export function reasonAt(page: Page, start: number, end: number): number {
  const reason =
    /(?:, (?:do|bởi)|(?<! nhưng),? (?:bởi )?vì) (?!(?:sự|người|lợi ích|cộng đồng|mục|trẻ em|hoà bình|tương lai)(?!\p{L}))/u.exec(
      page.key.slice(start, end),
    )
  return reason && reason.index > 20 ? start + reason.index : end
}
