// robots.txt by RFC 9309: which addresses of a site a crawler may ask, and how fast.
//
//   User-agent: *            the group of every crawler that has none of its own
//   Disallow: /admin/
//   Disallow: /*?print=$     "*" is anything, "$" the end
//   Allow: /admin/help       the longest pattern decides, and allow among equals
//   Crawl-delay: 5           seconds; not of the RFC, but written on many sites
//   Sitemap: https://…

export type RobotsRules = {
  allows(url: URL): boolean
  crawlDelayMs: number
  /** As written. */
  sitemaps: readonly string[]
}

export const noRobotsRules: RobotsRules = { allows: () => true, crawlDelayMs: 0, sitemaps: [] }

type Rule = { allow: boolean; parts: string[]; toEnd: boolean; length: number }

/** What the file says to one crawler, or to all. Groups of the same name are one. */
type Group = { found: boolean; rules: Rule[]; crawlDelayMs: number }

/**
 * Reads a robots.txt for the crawler called `token` (lower case). Lines that are no rule are passed over, as the RFC wants it:
 * they neither end a group nor begin one.
 */
export function readRobots(text: string, token: string): RobotsRules {
  const own: Group = { found: false, rules: [], crawlDelayMs: 0 }
  const everybody: Group = { found: false, rules: [], crawlDelayMs: 0 }
  const sitemaps: string[] = []
  let open = new Set<Group>()
  let rulesBegun = false
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [key, value] = keyAndValue(line)
    if (key === 'user-agent') {
      if (rulesBegun) open = new Set()
      rulesBegun = false
      const group = agentOf(value) === '*' ? everybody : agentOf(value) === token ? own : null
      if (group) open.add(group)
      if (group) group.found = true
    } else if (key === 'allow' || key === 'disallow') {
      rulesBegun = true
      // An empty pattern matches nothing.
      if (value) for (const group of open) group.rules.push(ruleOf(key === 'allow', value))
    } else if (key === 'crawl-delay') {
      const delayMs = delayOf(value)
      for (const group of open) group.crawlDelayMs = Math.max(group.crawlDelayMs, delayMs)
    } else if (key === 'sitemap' && value) sitemaps.push(value)
  }
  const { rules, crawlDelayMs } = own.found ? own : everybody
  return { allows: (url) => allowedBy(rules, url), crawlDelayMs, sitemaps }
}

/** Trimming takes a byte order mark too. */
function keyAndValue(line: string): [key: string, value: string] {
  const [written = ''] = line.split('#', 1)
  const colon = written.indexOf(':')
  return colon < 0
    ? ['', '']
    : [written.slice(0, colon).trim().toLowerCase(), written.slice(colon + 1).trim()]
}

/** "*", or the product token in lower case: "vanthu" of "Vanthu/1.0 beta". */
const agentOf = (value: string): string =>
  (/^\*(?!\S)|^[A-Za-z_-]+/.exec(value)?.[0] ?? '').toLowerCase()

/** Milliseconds; 0 for what is no delay. */
function delayOf(value: string): number {
  const seconds = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : 0
  return Math.min(seconds, 24 * 3600) * 1000
}

function ruleOf(allow: boolean, value: string): Rule {
  const toEnd = value.endsWith('$')
  const pattern = toEnd ? value.slice(0, -1) : value
  const parts = pattern.split('*').map(comparable)
  return { allow, parts, toEnd, length: parts.join('*').length + (toEnd ? 1 : 0) }
}

function allowedBy(rules: readonly Rule[], url: URL): boolean {
  const path = comparable(url.pathname + url.search)
  let decides: Rule | null = null
  for (const rule of rules) {
    if (
      decides &&
      (rule.length < decides.length || (rule.length === decides.length && !rule.allow))
    )
      continue
    if (matches(rule, path)) decides = rule
  }
  return decides?.allow ?? true
}

/** Part after part from the left, each where it first fits: no other place could help a later one. */
function matches({ parts, toEnd }: Rule, path: string): boolean {
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  const last = toEnd ? rest.pop() : undefined
  for (const part of rest) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  if (!toEnd) return true
  return last === undefined
    ? at === path.length
    : path.length - last.length >= at && path.endsWith(last)
}

/**
 * A path or a part of a pattern as they are compared: what need not be encoded is not, everything else is, in upper case. A
 * literal star or dollar is %2A or %24, so that a pattern can name it.
 */
function comparable(text: string): string {
  return text.replace(/%[0-9A-Fa-f]{2}|[^\w.~:/?#[\]@!&'()+,;=%-]+/g, (part) => {
    if (!part.startsWith('%')) return encoded(part)
    const char = String.fromCharCode(Number.parseInt(part.slice(1), 16))
    return /[\w.~'-]/.test(char) ? char : part.toUpperCase()
  })
}

const encoded = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('*', '%2A')
