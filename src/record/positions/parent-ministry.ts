// The ministry of a Cục or Vụ, where the document leaves no doubt which one.
import { keyOf } from '../../text/fold.ts'
import { expandAbbreviations } from '../abbreviations.ts'
import type { Context } from '../context.ts'
import { caseBody } from '../issuer.ts'

export const ministry = /^bộ (?!chỉ huy|tư lệnh|đội|chính trị|môn)/u

export function parentMinistry(context: Context): { text: string; evidence: string } | null {
  let ministryOf = ministries.get(context)
  if (ministryOf === undefined) {
    ministryOf = findMinistry(context)
    ministries.set(context, ministryOf)
  }
  return ministryOf
}

const ministries = new WeakMap<Context, { text: string; evidence: string } | null>()

function findMinistry(context: Context): { text: string; evidence: string } | null {
  const named = new Map<string, { text: string; evidence: string }>()
  for (const organisation of context.organisations) {
    const evidence = context.page.text.slice(organisation.start, organisation.end)
    const text = caseBody(expandAbbreviations(evidence, context.page.lexicon), context)
    if (ministry.test(keyOf(text)) && !organisation.bare)
      named.set(keyOf(text), named.get(keyOf(text)) ?? { text, evidence })
  }
  // The ministry must be beyond doubt: the only one, or the one named far more often than any other.
  if (named.size === 1) return [...named.values()][0] ?? null
  const counts = [...named.keys()].map((key) => ({
    key,
    count: context.organisations.filter(
      (o) =>
        keyOf(
          expandAbbreviations(context.page.text.slice(o.start, o.end), context.page.lexicon),
        ) === key,
    ).length,
  }))
  counts.sort((a, b) => b.count - a.count)
  const [first, second] = counts
  return first && second && first.count >= second.count * 3 ? (named.get(first.key) ?? null) : null
}
