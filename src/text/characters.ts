// What single characters become in the normalised view. Every replacement is one UTF-16 unit for one, or nothing.

/** Spaces of every kind that real pages put inside names and dates: NBSP, thin spaces, ideographic space. */
export const isSpace = (char: string): boolean =>
  /^[\s\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]$/.test(char)

/** Characters that are invisible and mean nothing in Vietnamese text: soft hyphen, zero-width and bidi marks. */
export const isInvisible = (char: string): boolean =>
  /^[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF\u0000-\u0008\u000E-\u001F\u007F]$/.test(
    char,
  )

/** Look-alikes that Vietnamese files use by mistake: eth and African D for Đ, Ƣ (OI) for Ư, dashes for "-". */
export const replacements: ReadonlyMap<string, string> = new Map([
  ['\u00D0', 'Đ'],
  ['\u00F0', 'đ'],
  ['\u0189', 'Đ'],
  ['\u0256', 'đ'],
  ['\u01A2', 'Ư'],
  ['\u01A3', 'ư'],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2015', '-'],
  ['\u2212', '-'],
  ['\u2043', '-'],
])

/** Cyrillic and Greek letters that look like Latin ones; replaced only in words that also hold Latin letters. */
export const lookalikes: ReadonlyMap<string, string> = new Map(
  [
    ['АВЕКМНОРСТХаеорсухі', 'ABEKMHOPCTXaeopcyxi'],
    ['ΑΒΕΗΙΚΜΝΟΡΤΧ', 'ABEHIKMNOPTX'],
  ].flatMap(([from = '', to = '']) =>
    [...from].map((char, i): [string, string] => [char, to[i] ?? char]),
  ),
)
