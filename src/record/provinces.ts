// Provinces put together: one entry a province, with its name and borders as of the document's date, today's province,
// and the roles it plays.
import type { Annotation } from '../extract/page.ts'
import type { ProvinceFound } from '../extract/provinces.ts'
import type { Mention, ProvinceMention, ProvinceRole } from '../model.ts'
import type { Span } from '../text/view.ts'
import { type Context, zoneAt } from './context.ts'

/** The provinces of a document in order of first mention. */
export function provincesOf(context: Context, quote: (span: Span) => Mention): ProvinceMention[] {
  const { page } = context
  const byId = new Map<string, { found: Annotation<ProvinceFound>[]; roles: Set<ProvinceRole> }>()
  for (const annotation of context.provinces) {
    if (annotation.value.cityOnly) continue
    const entry = byId.get(annotation.value.id) ?? { found: [], roles: new Set() }
    entry.found.push(annotation)
    for (const role of rolesAt(context, annotation)) entry.roles.add(role)
    byId.set(annotation.value.id, entry)
  }
  return [...byId].map(([id, { found, roles }]) => {
    const period = page.lexicon.provinces.at(id, context.day)
    if (context.host?.provinceId === id) roles.add(page.header ? 'issuer' : 'host')
    const best = found.reduce((a, b) => (b.confidence > a.confidence ? b : a))
    return {
      id,
      name: period?.name ?? page.text.slice(best.start, best.end),
      current: page.lexicon.provinces.currentOf(id)[0] ?? id,
      roles: roles.size > 0 ? [...roles] : ['mention'],
      mentions: found.map(quote),
      rule: best.rule,
      confidence: best.confidence,
    }
  })
}

const participant =
  /(?:gồm|bao gồm|điểm cầu|đại biểu|tham dự|tham gia|dự|các tỉnh|các sở)[^.;]{0,120}$/u
const host = /(?:đăng cai|chủ trì|tổ chức tại|diễn ra tại|tại|trên địa bàn)(?: tỉnh| thành phố)? $/u
const statistics = /^[^.;]{0,40}?\d[\d.,]*\s?%/u

function rolesAt(context: Context, annotation: Annotation<ProvinceFound>): ProvinceRole[] {
  const { page } = context
  const sentence = context.sentenceAt(annotation.start)
  // A window is enough for the patterns, and keeps a sentence of a thousand provinces linear.
  const before = page.key.slice(Math.max(sentence.start, annotation.start - 200), annotation.start)
  const after = page.key.slice(annotation.end, Math.min(sentence.end, annotation.end + 80))
  const zone = zoneAt(page, annotation.start)
  const roles: ProvinceRole[] = []
  if (zone === 'header' || zone === 'dateline') roles.push('issuer')
  else if (host.test(before) && (zone === 'lead' || zone === 'title')) roles.push('host')
  if (participant.test(before)) roles.push('participant')
  if (statistics.test(after)) roles.push('subject')
  return roles
}
