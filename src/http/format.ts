// How dates, numbers and sizes are written for readers.
//
//   formatEdtf('2023-03-05', 'vi') → "05/03/2023"      formatEdtf('2022-09/2023-05', 'vi') → "9/2022 – 5/2023"
import type { Language } from './texts.ts'

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An EDTF day, month, year or interval; anything else comes back as it is. */
export function formatEdtf(edtf: string, language: Language): string {
  const parts = edtf.split('/')
  return parts.map((part) => formatOne(part, language)).join(' – ')
}

function formatOne(part: string, language: Language): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(part)
  if (!match) return part
  const [, year = '', month, day] = match
  if (language === 'vi')
    return day
      ? `${day}/${month}/${Number(year)}`
      : [Number(month ?? 0), Number(year)].filter(Boolean).join('/')
  const name = month ? (englishMonths[Number(month) - 1] ?? month) : ''
  return [day ? Number(day) : '', name, Number(year)].filter((word) => word !== '').join(' ')
}

/**
 * An ISO date or date-time as written in the document, without changing its zone: "09/02/2023, 20:01". Midnight is what sites say
 * that know but the day.
 */
export function formatIsoDate(iso: string, language: Language): string {
  return formatMoment(iso.replace(/T00:00(?::00(?:\.0+)?)?(?![:.\d])/, 'T'), language)
}

function formatMoment(iso: string, language: Language): string {
  const match = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T(\d{2}:\d{2}))?/.exec(iso)
  if (!match?.[1]) return iso
  const day = formatEdtf(match[1], language)
  return match[2] ? `${day}, ${match[2]}` : day
}

/** An instant in UTC as the clock in Vietnam shows it. */
export function formatInstant(iso: string, language: Language): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  const vietnamTime = new Date(at + 7 * 3_600_000).toISOString()
  return formatMoment(vietnamTime, language)
}

/** A number with the language's own separators: 1083.5 → "1.083,5" or "1,083.5". */
export function formatNumber(value: number, language: Language): string {
  return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 6 })
}

/** A size in bytes as B, KB or MB (of 1024). */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1024) return `${bytes} B`
  const [size, unit] = bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : [bytes / 1024 ** 2, 'MB']
  const rounded = size < 10 ? Math.round(size * 10) / 10 : Math.round(size)
  return `${formatNumber(rounded, language)} ${unit}`
}
