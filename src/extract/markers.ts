// What a list item begins with: "1) ", "a) ", "III. ", "4.2. ", "Điều 5. ", "Thứ nhất, ", "- ".

export type MarkerStyle =
  | 'article'
  | 'roman'
  | 'decimal'
  | 'multilevel'
  | 'letter'
  | 'word'
  | 'bullet'

export type Marker = {
  style: MarkerStyle
  /** As marked, without brackets or dots: "1", "a", "III", "4.2"; word markers as their number; null for bullets. */
  number: string | null
  /** Place in its sequence from 1; null for bullets. Two letters for "i)": see `ordinalsOf`. */
  ordinal: number | null
  /** Brackets and dots, so that "1)" and "1." are told apart. */
  shape: string
  /** UTF-16 units of the marker and the space after it. */
  length: number
}

/** Letters in the order of Vietnamese administrative lists: no f, j, w, z; đ after d. */
const letterOrder = 'abcdđeghiklmnopqrstuvxy'
const romanValues: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 }
const wordNumbers = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const countNumbers = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** Value of a Roman numeral up to 89, or null where it is not well formed. */
export function romanValue(text: string): number | null {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$|^(?:XL|LX{0,3})(?:IX|IV|V?I{0,3})$/.test(text) || text === '')
    return null
  let value = 0
  for (let i = 0; i < text.length; i++) {
    const here = romanValues[text[i] ?? ''] ?? 0
    value += here < (romanValues[text[i + 1] ?? ''] ?? 0) ? -here : here
  }
  return value
}

type Pattern = readonly [
  /** The characters that a match can begin with. */
  first: string,
  pattern: RegExp,
  read: (m: RegExpExecArray) => Omit<Marker, 'length' | 'shape'> | null,
]

const digits = '0123456789'
const bullets = '-+*•●○■▪❖✓➢\uF0B7\uF0A7\uF0FC·'
const patterns: readonly Pattern[] = [
  [
    'Đ',
    /^Điều (\d{1,3})[.:] ?/u,
    (m) => ({ style: 'article', number: m[1] ?? '', ordinal: Number(m[1]) }),
  ],
  [
    digits,
    /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)]? (?=["“(]?\p{Lu})/u,
    (m) => ({
      style: 'multilevel',
      number: m[1] ?? '',
      ordinal: Number((m[1] ?? '').split('.').at(-1)),
    }),
  ],
  [
    `(${digits}`,
    /^\(?(\d{1,2})(?:\)|\.(?!\d)|[-/](?= ?\p{Lu}))[.:]? ?/u,
    (m) => ({ style: 'decimal', number: m[1] ?? '', ordinal: Number(m[1]) }),
  ],
  [
    `(${letterOrder}fjwz`,
    /^\(?([a-zđ])(?:\)|\.(?= )|[-/](?= ?\p{Lu}))\.? ?/u,
    (m) => {
      const at = letterOrder.indexOf(m[1] ?? '')
      return at < 0 ? null : { style: 'letter', number: m[1] ?? '', ordinal: at + 1 }
    },
  ],
  [
    'IVXL',
    /^([IVXL]{1,6})(?:[.)]|-|\/) ?(?=["“(]?\p{L})/u,
    (m) => {
      const value = romanValue(m[1] ?? '')
      return value === null ? null : { style: 'roman', number: m[1] ?? '', ordinal: value }
    },
  ],
  [
    'NnGg',
    /^(?:Nhiệm vụ|Nội dung|Giải pháp) (?:thứ )?(\d{1,2})\s?[:.] ?/iu,
    (m) => ({ style: 'decimal', number: m[1] ?? '', ordinal: Number(m[1]) }),
  ],
  [
    'NnGg',
    /^(?:Nhiệm vụ|Nội dung|Giải pháp) thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?\s?[:,.] ?/iu,
    (m) => wordMarker(wordNumbers.indexOf((m[1] ?? '').toLowerCase()) + 1),
  ],
  [
    'Tt',
    /^Thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?[,:] ?/iu,
    (m) => wordMarker(wordNumbers.indexOf((m[1] ?? '').toLowerCase()) + 1),
  ],
  [
    'MHBNSTC',
    /^(Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là(?!\p{L}) ?[,:]? ?/u,
    (m) => wordMarker(countNumbers.indexOf((m[1] ?? '').toLowerCase()) + 1),
  ],
  [
    bullets,
    new RegExp(`^[${bullets}] ?`, 'u'),
    () => ({ style: 'bullet', number: null, ordinal: null }),
  ],
]

function wordMarker(value: number): Omit<Marker, 'length' | 'shape'> | null {
  return value > 0 ? { style: 'word', number: String(value), ordinal: value } : null
}

/** The patterns that may match a text, by its first character: most lines begin with none of these. */
const byFirst = new Map<string, Pattern[]>()
for (const pattern of patterns)
  for (const char of pattern[0]) byFirst.set(char, [...(byFirst.get(char) ?? []), pattern])

/** The marker a text begins with, or null. `text` is from the normalised view. */
export function markerOf(text: string): Marker | null {
  for (const [, pattern, read] of byFirst.get(text[0] ?? '') ?? []) {
    const match = pattern.exec(text)
    if (!match) continue
    const marker = read(match)
    if (marker)
      return {
        ...marker,
        length: match[0].length,
        shape: match[0].replace(/[\p{L}\p{N}\s]+/gu, 'x').trim(),
      }
  }
  return null
}
