// A schedule in words: "0 */6 * * *" → "6 giờ một lần", "30 5 * * 1" → "thứ Hai hằng tuần, lúc 5:30".
import type { Texts } from './texts.ts'

/** Schedules that the form offers. */
export const usualSchedules = [
  '0 * * * *',
  '0 */3 * * *',
  '0 */6 * * *',
  '0 */12 * * *',
  '0 5 * * *',
  '0 5 * * 1',
] as const

const numberUpTo = (text: string, most: number): number | null =>
  /^\d{1,2}$/.test(text) && Number(text) <= most ? Number(text) : null

/** A cron pattern of five parts in words; the pattern itself where it says more than the words can. */
export function scheduleInWords(every: string, { sources: s }: Texts): string {
  const parts = every.trim().split(/\s+/)
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = parts
  if (parts.length !== 5 || month !== '*') return every
  // The hour's first minute is spread over the hour, so that sources do not all begin at once.
  const isSpread = minute === '0' || minute === 'H'
  const at = numberUpTo(minute, 59)
  const isEveryDay = day === '*' && weekday === '*'
  if (hour === '*' || hour.startsWith('*/')) {
    if (!isEveryDay) return every
    if (hour !== '*') {
      const step = numberUpTo(hour.slice(2), 23)
      return step && at !== null ? hours(step, s) : isSpread && step ? hours(step, s) : every
    }
    if (isSpread) return s.hourly
    if (at !== null) return s.hourlyAt(minute)
    const step = minute.startsWith('*/') ? numberUpTo(minute.slice(2), 59) : null
    return step ? s.everyMinutes(String(step)) : every
  }
  const when = timesOf(hour, isSpread ? null : at, isSpread, s)
  const days = daysOf(day, weekday, s)
  return when && days ? `${days}, ${when}` : every
}

const hours = (step: number, s: Texts['sources']) =>
  step === 1 ? s.hourly : s.everyHours(String(step))

function timesOf(hour: string, at: number | null, isSpread: boolean, s: Texts['sources']) {
  const all = hour.split(',').map((one) => numberUpTo(one, 23))
  if (all.some((one) => one === null) || (at === null && !isSpread)) return null
  if (at === null) return s.about(listed(all.map(String), s.and))
  return s.at(
    listed(
      all.map((one) => `${one}:${String(at).padStart(2, '0')}`),
      s.and,
    ),
  )
}

function daysOf(day: string, weekday: string, s: Texts['sources']): string | null {
  if (day === '*' && weekday === '*') return s.daily
  if (weekday === '*') return numberUpTo(day, 31) ? s.monthly(day) : null
  if (day !== '*') return null
  const nameOf = (one: string) => {
    const number = numberUpTo(one, 7)
    return number === null ? null : (s.days[number % 7] ?? null)
  }
  const range = /^([0-7])-([0-7])$/.exec(weekday)
  const names = range
    ? [nameOf(range[1] ?? ''), nameOf(range[2] ?? '')]
    : weekday.split(',').map(nameOf)
  if (names.some((name) => name === null)) return null
  const known = names as string[]
  return s.weekly(range ? s.fromTo(known[0] ?? '', known[1] ?? '') : listed(known, s.and))
}

const listed = (all: readonly string[], and: string): string =>
  all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')}${and}${all.at(-1)}`
