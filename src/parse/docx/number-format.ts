// How Word writes the number of a list item: "3", "c", "iv", "XII" … by the name of the format in numbering.xml.

const enclosed = (first: number, count: number) => (n: number) =>
  n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : String(n)

const formats: ReadonlyMap<string, (n: number) => string> = new Map([
  ['decimal', String],
  ['decimalZero', (n: number) => String(n).padStart(2, '0')],
  ['upperLetter', (n: number) => letters(n).toUpperCase()],
  ['lowerLetter', letters],
  ['upperRoman', (n: number) => roman(n)],
  ['lowerRoman', (n: number) => roman(n).toLowerCase()],
  ['ordinal', (n: number) => `${n}${ordinalEnding(n)}`],
  ['numberInDash', (n: number) => `- ${n} -`],
  ['decimalEnclosedCircle', enclosed(0x2460, 20)],
  ['decimalEnclosedParen', enclosed(0x2474, 20)],
  ['decimalEnclosedFullstop', enclosed(0x2488, 20)],
  ['hex', (n: number) => n.toString(16).toUpperCase()],
  ['vietnameseCounting', vietnamese],
  ['cardinalText', (n: number) => capitalised(english(n))],
  ['ordinalText', (n: number) => capitalised(ordinalWord(n))],
  ['none', () => ''],
])

/** A number in a format of WordprocessingML. Formats of other scripts come out decimal. */
export function formatNumber(n: number, format: string): string {
  return (formats.get(format) ?? String)(n)
}

/** a … z, then aa, bb, cc: Word repeats the letter, it does not count in twenty-sixes. */
function letters(n: number): string {
  if (n < 1) return ''
  const letter = String.fromCharCode(97 + ((n - 1) % 26))
  return letter.repeat(Math.min(30, Math.ceil(n / 26)))
}

const romanDigits: ReadonlyArray<readonly [number, string]> = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(n: number): string {
  if (n < 1 || n > 32_767) return String(n)
  let rest = n
  let out = ''
  for (const [value, digit] of romanDigits) for (; rest >= value; rest -= value) out += digit
  return out
}

function ordinalEnding(n: number): string {
  if (n % 100 >= 11 && n % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** một … chín mươi chín; beyond that in digits. */
function vietnamese(n: number): string {
  if (n < 1 || n > 99) return String(n)
  const tens = Math.floor(n / 10)
  const ones = n % 10
  if (tens === 0) return digits[ones] ?? ''
  const head = tens === 1 ? 'mười' : `${digits[tens]} mươi`
  if (ones === 0) return head
  if (ones === 5) return `${head} lăm`
  return `${head} ${ones === 1 && tens > 1 ? 'mốt' : digits[ones]}`
}

const englishOnes =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const englishTens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const ordinalWords: ReadonlyMap<string, string> = new Map([
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['five', 'fifth'],
  ['eight', 'eighth'],
  ['nine', 'ninth'],
  ['twelve', 'twelfth'],
])

/** one … ninety-nine; beyond that in digits. Word knows no Vietnamese for the formats of words. */
function english(n: number): string {
  if (n < 20) return englishOnes[n] ?? String(n)
  if (n > 99) return String(n)
  const ones = n % 10 === 0 ? '' : `-${englishOnes[n % 10]}`
  return `${englishTens[Math.floor(n / 10)]}${ones}`
}

function ordinalWord(n: number): string {
  const word = english(n)
  if (/\d$/.test(word)) return `${n}${ordinalEnding(n)}`
  return word.replace(
    /[a-z]+$/,
    (last) => ordinalWords.get(last) ?? `${last.replace(/y$/, 'ie')}th`,
  )
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
