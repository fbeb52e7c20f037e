// When something was published or changed, as feeds and sitemaps write it in many ways.
//
//   "Tue, 09 May 2023 20:01:00 +0700" · "2023-05-09T20:01:00Z" · "2023-05-09" · "2023-05" · "09/05/2023 20:01" · "1683637260"
import { dateInside } from '../text/date-line.ts'

/** Wrong clocks are a day off at most; what is later is no day of publication. */
const slackMs = 86_400_000
const earliestMs = Date.UTC(1990, 0)

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const zones: Record<string, number> = {
  gmt: 0,
  utc: 0,
  ut: 0,
  z: 0,
  ict: 420,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

const mail =
  /^(?:\p{L}{2,12}\.?\s?,?\s{0,5})?(\d{1,2})[\s-]{1,5}(\p{L}{3,12})\.?[\s,-]{1,5}(\d{4}|\d{2})(?:[\s,T]{1,5}(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?\s{0,5}(.{0,40})$/u
const iso =
  /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T\s]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s{0,3}(Z|[+-]\d{2}:?\d{2})?)?$/i

/**
 * An instant as ISO 8601 in UTC, or a day alone as "2023-05-09" (a month alone is its first day); null for what is no date, is
 * before 1990 or after tomorrow. A time without a zone is Vietnam's.
 * @param nowMs milliseconds since 1970
 */
export function readFeedDate(text: string, nowMs: number): string | null {
  const written = text.replace(/\s+/g, ' ').trim()
  if (written === '' || written.length > 120) return null
  const at =
    isoDate(written) ?? mailDate(written) ?? secondsDate(written) ?? dateInside(written)?.at ?? null
  if (at === null) return null
  const ms = Date.parse(at.includes('T') ? at : `${at}T00:00:00+07:00`)
  if (Number.isNaN(ms) || ms < earliestMs || ms > nowMs + slackMs) return null
  return at.includes('T') ? new Date(ms).toISOString() : at
}

function isoDate(written: string): string | null {
  const match = iso.exec(written)
  if (!match) return null
  const [, year, month = '', day = '1', hour, minute, second = '00', zone = '+07:00'] = match
  const date = dayOf(Number(year), Number(month), Number(day))
  if (date === null || hour === undefined) return date
  const offset = /^z$/i.test(zone)
    ? 'Z'
    : zone.length === 5
      ? `${zone.slice(0, 3)}:${zone.slice(3)}`
      : zone
  return `${date}T${two(hour)}:${minute}:${second}${offset}`
}

function mailDate(written: string): string | null {
  const match = mail.exec(written)
  if (!match) return null
  const [, day, monthName = '', yearText = '', hour, minute = '00', second = '00', rest = ''] =
    match
  const month = months.indexOf(monthName.slice(0, 3).toLowerCase()) + 1
  const year =
    Number(yearText) + (yearText.length === 2 ? (Number(yearText) < 70 ? 2000 : 1900) : 0)
  const date = month === 0 ? null : dayOf(year, month, Number(day))
  if (date === null || hour === undefined) return date
  const isMorning = /^am\b/i.test(rest.trim())
  const isEvening = /^pm\b/i.test(rest.trim())
  const hours =
    Number(hour) +
    (isEvening && Number(hour) < 12 ? 12 : 0) -
    (isMorning && Number(hour) === 12 ? 12 : 0)
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60) return date
  return `${date}T${two(hours)}:${two(minute)}:${two(Math.min(59, Number(second)))}${offsetIn(rest)}`
}

/** "+0700", "GMT+7", "ICT"; Vietnam's where none is given. */
function offsetIn(rest: string): string {
  const numeric = /([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/.exec(rest)
  if (numeric) return `${numeric[1]}${two(numeric[2] ?? 0)}:${numeric[3] ?? '00'}`
  const name = /[a-z]{1,4}$/i.exec(rest.trim())?.[0]?.toLowerCase() ?? ''
  const minutes = Object.hasOwn(zones, name) ? (zones[name] ?? 420) : 420
  const sign = minutes < 0 ? '-' : '+'
  return `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`
}

/** Seconds or milliseconds since 1970. */
function secondsDate(written: string): string | null {
  if (!/^\d{9,10}$|^\d{12,13}$/.test(written)) return null
  return new Date(Number(written) * (written.length < 12 ? 1000 : 1)).toISOString()
}

function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return null
  return `${year}-${two(month)}-${two(day)}`
}

const two = (n: number | string): string => String(n).padStart(2, '0')
