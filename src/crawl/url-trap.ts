// Addresses that a crawler must not follow: there is no end of them, or they show again what stands elsewhere.
//
//   /lich-cong-tac/?thang=5&nam=2031   /tim-kiem/?q=…   /tin-tuc/?sort=xem&dir=desc   /tin/tin/tin/…   /tin-tuc/print/bai-12.html
import { parametersOf } from './canonical-url.ts'
import type { SiteWords } from './site-words.ts'

export type UrlTrap =
  | 'calendar'
  | 'search'
  | 'sorted-or-filtered'
  | 'print-version'
  | 'account'
  | 'repeated-path'
  | 'too-long'
  | 'too-many-parameters'

/** What a trap is, for an operator. */
export const trapSentences: Record<UrlTrap, string> = {
  calendar: 'A calendar has a page for every month there ever will be.',
  search: 'Searches have as many pages as there are words.',
  'sorted-or-filtered': 'It is a list that stands elsewhere in another order.',
  'print-version': 'It is a page for printing, saving or sending that stands elsewhere.',
  account: 'It is for visitors with an account.',
  'repeated-path': 'The same parts come again and again in the path.',
  'too-long': 'The address is too long for one that somebody gave a page.',
  'too-many-parameters': 'The address has more parameters than a page has.',
}

const longest = 1500
const deepest = 14
const mostParameters = 8

const searchParameters = new Set(
  'q s kw key keys keyword keywords query search searchword term'.split(' '),
)
const sortParameters =
  /^(?:sort|order|orderby|order_by|sort_?by|sortorder|sortdir|dir|filter.{0,40}|per_?page|limit|pagesize|view_?mode|display|f\[\d*\]|f_\w+)$/
const printParameters =
  /^(?:print|in|isprint|printable|tmpl|layout|format|type|output|mode|op|view)$/
const printValues =
  /^(?:print|printer|printpreview|print_article|component|pdf|savefile|sendmail|in)$/
const timeParameters =
  /^(?:date|day|week|month|year|nam|thang|ngay|tuan|tungay|denngay|fromdate|todate|start_?date|end_?date|mini|cal\w*)$/
const wholeDate =
  /^(?:(?:19|20)\d\d[-/.]?\d{1,2}(?:[-/.]?\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)$/
const accountPart =
  /^(?:wp-login|wp-admin|admin|administrator|webadmin|cart|gio-hang|feedback)(?:\.php)?$/i

/** Why an address is a trap; null where it is none. `words` is the dictionary of site words. */
export function trapOf(address: string, words: SiteWords): UrlTrap | null {
  if (address.length > longest) return 'too-long'
  const url = new URL(address)
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const parameters = parametersOf(url).map(({ name, value }) => ({
    name: name.toLowerCase(),
    value,
  }))
  if (parameters.length > mostParameters) return 'too-many-parameters'
  if (parts.length > deepest || isRepeated(parts)) return 'repeated-path'
  const kinds = new Set(parts.flatMap((part) => words.kindsOfSlug(part)))
  // NukeViet without rewriting names module and function in parameters: "?nv=news&op=search".
  for (const { name, value } of parameters)
    if (name === 'nv' || name === 'op' || name === 'option' || name === 'task')
      for (const part of value.split('/'))
        for (const kind of words.kindsOfSlug(part)) kinds.add(kind)
  const has = (names: Set<string> | RegExp) =>
    parameters.some(({ name }) => (names instanceof RegExp ? names.test(name) : names.has(name)))
  if (kinds.has('search') || isSearch(parameters, words)) return 'search'
  if (kinds.has('login') || parts.some((part) => accountPart.test(part))) return 'account'
  if (
    kinds.has('print') ||
    parameters.some(
      ({ name, value }) => printParameters.test(name) && printValues.test(value.toLowerCase()),
    ) ||
    parameters.some(
      ({ name, value }) => /^(?:print|isprint|printable)$/.test(name) && value !== '0',
    )
  )
    return 'print-version'
  if (isCalendar(parts, parameters, kinds.has('calendar'))) return 'calendar'
  return has(sortParameters) ? 'sorted-or-filtered' : null
}

type Parameter = { name: string; value: string }

/** "s" and "q" are searches only with something to search for. */
const isSearch = (parameters: readonly Parameter[], words: SiteWords): boolean =>
  parameters.some(
    ({ name, value }) =>
      (searchParameters.has(name) && !/^\d*$/.test(value)) ||
      words.kindsOfSlug(name).includes('search'),
  )

/** A calendar shows a time that the address names, and nothing else: "/lich/2031/05", "?thang=5&nam=2031". */
function isCalendar(
  parts: readonly string[],
  parameters: readonly Parameter[],
  named: boolean,
): boolean {
  const times = parameters.filter(({ name }) => timeParameters.test(name))
  if (times.length >= 2 || times.some(({ value }) => wholeDate.test(value))) return true
  if (
    named &&
    (times.length > 0 || parts.some((part) => /^(?:19|20)\d\d$/.test(part) || wholeDate.test(part)))
  )
    return true
  // An archive: the path ends with a month or a day. Articles have their title behind it.
  return /\/(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])(?:\/(?:0?[1-9]|[12]\d|3[01]))?$/.test(
    `/${parts.join('/')}`,
  )
}

/** One part three times, or two or more parts twice in a row: relative links that a server takes for deeper pages. */
function isRepeated(parts: readonly string[]): boolean {
  const counts = new Map<string, number>()
  for (const part of parts) {
    const count = (counts.get(part) ?? 0) + 1
    if (count >= 3 && !/^\d+$/.test(part)) return true
    counts.set(part, count)
  }
  // Paths have at most `deepest` parts here.
  for (let length = 2; length * 2 <= parts.length; length++)
    for (let from = 0; from + 2 * length <= parts.length; from++)
      if (parts.slice(from, from + length).every((part, i) => part === parts[from + length + i]))
        return true
  return false
}
