// Characters of the symbol fonts, which say nothing by their codes: "§" in Wingdings is ▪, "Ø" is ➢, "ü" is ✓.

/** By the code in the font, the first being F000 in Unicode's private area. */
const wingdings: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6d, '❍'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x70, '□'],
  [0x71, '❑'],
  [0x72, '❒'],
  [0x75, '◆'],
  [0x76, '❖'],
  [0x77, '◆'],
  [0x78, '☒'],
  [0x9e, '•'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xf0, '⇨'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
])
const symbol: ReadonlyMap<number, string> = new Map([
  [0x2a, '*'],
  [0x2b, '+'],
  [0x2d, '-'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xa7, '♣'],
  [0xa8, '♦'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xde, '⇒'],
])
/** Where the font is not known: the characters that documents have. */
const usual: ReadonlyMap<number, string> = new Map([
  ...wingdings,
  ...symbol,
  [0xa7, '▪'],
  [0xa8, '□'],
])

/** Whether a font has signs in place of letters. */
export function isSymbolFont(font: string | undefined): boolean {
  return (
    font !== undefined &&
    /^(?:wingdings|symbol$|webdings|monotype sorts|zapf ?dingbats)/i.test(font)
  )
}

/** Text in a symbol font as characters that any font has; what is not known stays. Other fonts: private characters only. */
export function withoutSymbols(text: string, font: string | undefined): string {
  const isSymbol = isSymbolFont(font)
  const table = !isSymbol ? usual : /^symbol$/i.test(font ?? '') ? symbol : wingdings
  const pattern = isSymbol ? /[\u0021-\u00FF\uF020-\uF0FF]/g : /[\uF020-\uF0FF]/g
  return text.replace(pattern, (char) => table.get(char.charCodeAt(0) & 0xff) ?? char)
}
