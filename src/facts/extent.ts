// First and last day of a date in EDTF.
//
//   extentOf('2023-02') → { first: '2023-02-01', last: '2023-02-28' }    extentOf('2022-09/2023-05') → … '2023-05-31'

export type Extent = { first: string; last: string }

const two = (n: number) => String(n).padStart(2, '0')

/** ISO days; a part that no calendar has is taken by what is before it ("2023-13" as 2023). */
export function extentOf(edtf: string): Extent {
  const days = edtf.split('/').map(extentOfPart)
  const firsts = days.map(({ first }) => first).sort()
  const lasts = days.map(({ last }) => last).sort()
  return { first: firsts[0] ?? '', last: lasts.at(-1) ?? '' }
}

function extentOfPart(part: string): Extent {
  const [year = '', month, day] = part.split('-')
  const m = Number(month)
  if (month === undefined || m < 1 || m > 12)
    return { first: `${year}-01-01`, last: `${year}-12-31` }
  // Day 0 is the last one of the month before.
  const days = new Date(Date.UTC(Number(year), m, 0)).getUTCDate()
  const d = Number(day)
  if (day === undefined || d < 1 || d > days)
    return { first: `${year}-${two(m)}-01`, last: `${year}-${two(m)}-${two(days)}` }
  return { first: part, last: part }
}
