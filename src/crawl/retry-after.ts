// Retry-After: "120", or "Wed, 21 Oct 2026 07:28:00 GMT".

/** No host is left alone for longer on its own word. */
export const longestPauseMs = 24 * 3600 * 1000

const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Milliseconds to wait from `nowMs`, a day at most; null where the header is missing, past or not of either form. */
export function readRetryAfter(header: string | undefined, nowMs: number): number | null {
  const text = header?.trim() ?? ''
  let waitMs: number
  if (/^\d+$/.test(text)) waitMs = Number(text) * 1000
  else if (httpDate.test(text)) waitMs = Date.parse(text) - nowMs
  else return null
  return waitMs > 0 ? Math.min(waitMs, longestPauseMs) : null
}
