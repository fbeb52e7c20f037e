// The numbers that browsers put before list items: 3, c, iii.

const romanDigits: ReadonlyArray<[number, string]> = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** The number of a list item as browsers show it. */
export function numberOf(n: number, type: string): string {
  if ((type === 'a' || type === 'A') && n > 0) {
    let letters = ''
    for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
      letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters
    return type === 'A' ? letters.toUpperCase() : letters
  }
  if ((type === 'i' || type === 'I') && n > 0 && n < 400) {
    let rest = n
    let roman = ''
    for (const [value, digits] of romanDigits)
      while (rest >= value) {
        roman += digits
        rest -= value
      }
    return type === 'I' ? roman.toUpperCase() : roman
  }
  return String(n)
}
