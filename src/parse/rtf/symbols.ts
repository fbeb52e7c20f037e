// What the characters of the font Symbol mean: byte A3 is "≤", without which "k ≤ 0,5" is another rule.
//
//   {\field{\*\fldinst SYMBOL 163 \\f "Symbol"}{\fldrslt}}   →   "≤"

/** Sixteen characters from each byte on; "." where the font has none, or only a piece of a tall bracket. */
const rows: ReadonlyArray<readonly [number, string]> = [
  [0x20, ' !∀#∃%&∋()∗+,−./'],
  [0x30, '0123456789:;<=>?'],
  [0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ'],
  [0x50, 'ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'],
  [0x60, '.αβχδεφγηιϕκλμνο'],
  [0x70, 'πθρστυϖωξψζ{|}∼.'],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓'],
  [0xb0, '°±″≥×∝∂•÷≠≡≈…│─↵'],
  [0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉'],
  [0xd0, '∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓'],
  [0xe0, '◊⟨®©™∑..........'],
  [0xf0, '.⟩∫.............'],
]
const symbols = new Map<number, string>()
for (const [first, characters] of rows)
  for (const [i, character] of [...characters].entries())
    if (character !== '.' || first === 0x20) symbols.set(first + i, character)

const privateUse = 0xf000

/**
 * A character of a symbol font, given as its byte or as Word's private code (U+F0A3). Of fonts other than Symbol the
 * private code is kept, as in the other formats of Word.
 */
export function symbolOf(code: number, fontName: string): string {
  const byte = code >= privateUse && code <= privateUse + 0xff ? code - privateUse : code
  if (byte > 0xff || byte < 0x20) return String.fromCodePoint(code)
  const known = /^symbol\b/i.test(fontName) ? symbols.get(byte) : undefined
  return known ?? String.fromCharCode(privateUse + byte)
}

const instruction = /^\s*SYMBOL\s+(0x[0-9a-f]{1,5}|\d{1,6})(?=[\s\\]|$)/i
const fontSwitch = /\\f\s*(?:"([^"]{1,64})"|([^\s"\\]{1,64}))/i

/** The character that a field's instruction asks for; null for any other field. */
export function symbolOfField(code: string): string | null {
  const number = Number(instruction.exec(code)?.[1] ?? Number.NaN)
  if (Number.isNaN(number) || number < 0x20 || number > 0x10ffff) return null
  if (/\\u(?![a-z])/i.test(code)) return String.fromCodePoint(number)
  const font = fontSwitch.exec(code)
  const name = font?.[1] ?? font?.[2]
  return name === undefined && number > 0xff
    ? String.fromCodePoint(number)
    : symbolOf(number, name ?? 'Symbol')
}
