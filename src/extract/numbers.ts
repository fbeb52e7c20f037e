// Vietnamese numbers to values: "3.085" → 3085, "75,6" → 75.6, "1.234,5" → 1234.5, "bảy mươi lăm" → 75, "1 triệu 200 nghìn" → 1200000.
//
// The dot parts thousands and the comma is the decimal sign. A dot before one or two digits at the end ("4.5") is an
// English decimal; "3,085" is read as a decimal because that is what a comma is.

/** Source of a pattern for one number in digits: thousands with dots, decimals with comma (or dot). No groups. */
export const numberSource =
  '\\d{1,3}(?:\\.\\d{3}){1,4}(?:,\\d{1,4})?(?!\\d)|\\d{1,9}(?:[.,]\\d{1,4})?(?!\\d)'

/** The value of a number in digits, or null where it is none. "1083" → 1083, "1.466" → 1466, "51,62" → 51.62, "75.6" → 75.6. */
export function parseNumber(written: string): number | null {
  const text = written.replace(/\s/gu, '')
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text))
    return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^\d+(?:,\d+)?$/.test(text)) return Number(text.replace(',', '.'))
  if (/^\d+\.\d{1,2}$/.test(text) || /^\d+\.\d{4,}$/.test(text)) return Number(text)
  // English style throughout: "1,234.5", "32,964,100"
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text) || /^\d{1,3}(?:,\d{3}){2,}$/.test(text))
    return Number(text.replaceAll(',', ''))
  return null
}

/** How many decimals were written: "75,6" → 1, "3.085" → 0, "75.65" → 2. */
export function decimalsOf(written: string): number {
  const text = written.replace(/\s/gu, '')
  const comma = text.lastIndexOf(',')
  if (comma >= 0) return text.length - comma - 1
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text)) return 0
  const dot = text.lastIndexOf('.')
  return dot >= 0 ? text.length - dot - 1 : 0
}

const digits: ReadonlyMap<string, number> = new Map([
  ['không', 0],
  ['một', 1],
  ['mốt', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['năm', 5],
  ['lăm', 5],
  ['nhăm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
])
const scales: ReadonlyMap<string, number> = new Map([
  ['nghìn', 1e3],
  ['ngàn', 1e3],
  ['vạn', 1e4],
  ['triệu', 1e6],
  ['tỷ', 1e9],
  ['tỉ', 1e9],
])

/** Value below 1000 of words like "ba trăm linh năm", "mười hai", "hai mươi mốt"; null where they are no number. */
function belowThousand(words: readonly string[]): number | null {
  if (words.length === 0) return null
  if (words.length === 1 && /^\d/.test(words[0] ?? '')) return parseNumber(words[0] ?? '')
  let rest = [...words]
  let value = 0
  const hundred = rest.indexOf('trăm')
  if (hundred >= 0) {
    const count = hundred === 1 ? digits.get(rest[0] ?? '') : undefined
    if (count === undefined) return null
    value = count * 100
    rest = rest.slice(2)
    if (rest.length === 0) return value
    if (rest.length === 1 && rest[0] === 'rưỡi') return value + 50
    if (rest[0] === 'linh' || rest[0] === 'lẻ') {
      const unit = rest.length === 2 ? digits.get(rest[1] ?? '') : undefined
      return unit === undefined ? null : value + unit
    }
  }
  const [first = '', second, third] = rest
  if (first === 'mười') {
    if (rest.length === 1) return value + 10
    const unit = rest.length === 2 ? digits.get(second ?? '') : undefined
    return unit === undefined ? null : value + 10 + unit
  }
  const tens = digits.get(first)
  if (tens === undefined) return null
  if (rest.length === 1) return hundred >= 0 ? null : value + tens
  if (second === 'mươi') {
    if (rest.length === 2) return value + tens * 10
    const unit = rest.length === 3 ? digits.get(third ?? '') : undefined
    return unit === undefined ? null : value + tens * 10 + unit
  }
  // "bảy lăm", "hai mốt": mươi left out
  if (rest.length === 2 && /^(?:mốt|tư|lăm|nhăm)$/u.test(second ?? ''))
    return value + tens * 10 + (digits.get(second ?? '') ?? 0)
  return null
}

/**
 * The value of a number in words (lower-case, newer tone style), also mixed with digits; null where the words are not
 * one number throughout. ["một", "triệu", "hai", "trăm", "nghìn"] → 1200000, ["hai", "phẩy", "năm"] → 2.5.
 */
export function spelledNumber(words: readonly string[]): number | null {
  const comma = words.indexOf('phẩy')
  if (comma > 0) {
    const whole = spelledNumber(words.slice(0, comma))
    const part = spelledNumber(words.slice(comma + 1))
    if (whole === null || part === null || !Number.isInteger(part)) return null
    return Number(`${whole}.${part}`)
  }
  let total = 0
  let pending: string[] = []
  let lastScale = Number.POSITIVE_INFINITY
  for (const [i, word] of words.entries()) {
    const scale = scales.get(word)
    if (scale === undefined) {
      if (word === 'rưỡi' && i === words.length - 1 && pending.length === 0 && total > 0)
        return total + lastScale / 2
      pending.push(word)
      continue
    }
    const count = belowThousand(pending)
    if (count === null || scale >= lastScale) return null
    total += count * scale
    lastScale = scale
    pending = []
  }
  if (pending.length === 0) return total > 0 ? total : null
  const end = belowThousand(pending)
  return end === null ? null : total + end
}

/** The longest number in words that ends a list of words: its value and how many words it takes; null where none does. */
export function spelledNumberAtEnd(
  words: readonly string[],
): { value: number; count: number } | null {
  for (let count = Math.min(words.length, 10); count > 0; count--) {
    const value = spelledNumber(words.slice(-count))
    if (value !== null) return { value, count }
  }
  return null
}

/** Value of a Roman numeral I–IV or a digit, in a key (lower-case): "ii" → 2, "3" → 3; null for anything else. */
export function smallOrdinal(written: string): number | null {
  const at = ['i', 'ii', 'iii', 'iv'].indexOf(written)
  if (at >= 0) return at + 1
  return /^[1-4]$/.test(written) ? Number(written) : null
}
