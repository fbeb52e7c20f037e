// Parts above the sections with Roman numerals: "B. NHIỆM VỤ CỤ THỂ" over "I. Quy mô, mạng lưới", "II. Đội ngũ".
import type { Marker } from '../markers.ts'

const lettered = /^(?:[A-HK-UĐ]\s?[.)/-]|Phần|PHẦN|Chương|CHƯƠNG)\s/u

/** True for a line with a capital letter or "Phần" at its head. */
export function isLettered(text: string): boolean {
  return lettered.test(text)
}

/** True for a heading without another marker that stands over sections with Roman numerals. `next` begins the line below. */
export function opensPart(text: string, next: Marker | null): boolean {
  return isLettered(text) || (next?.style === 'roman' && next.ordinal === 1)
}
