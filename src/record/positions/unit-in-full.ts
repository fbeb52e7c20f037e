// A unit that the document names elsewhere with the body it is of: "Trưởng phòng Tổ chức biên chế" where the preamble has
// "Trưởng phòng Tổ chức biên chế Sở Nội vụ".
import type { OrganisationSpan } from '../../extract/organisations.ts'
import { keyOf } from '../../text/fold.ts'
import type { Context } from '../context.ts'

/** Units inside a body; the name says more than one word, so that no two bodies are likely to mean different ones by it. */
const unit =
  /^(?:phòng|khoa|ban|đội|bộ phận|trung tâm|bộ môn) [^\s,]+(?:,? (?:và )?[^\s,]+){2,14}$/u
const unitHead = /(?<!\p{L})(?:phòng|khoa|ban|đội|bộ phận|trung tâm|bộ môn) /gu
/** What stands between a unit and its body. */
const between = / (?:của |thuộc )?$/u
/** Bodies that have units of their own; those of a people's committee are read elsewhere. */
const wholes = /^(?:sở|bộ|tổng cục|cục|chi cục|viện|bệnh viện|trường|hội|liên đoàn|công an|ban)$/u
/** How far before a body its unit may begin, in UTF-16 units. */
const reach = 110

/** By the key of a unit the body that it is named with; null where it is named with several. */
type Wholes = ReadonlyMap<string, OrganisationSpan | null>

const known = new WeakMap<Context, Wholes>()

/** The body that the unit `text` is of wherever the document names the two together; null for none and for several. */
export function wholeOfUnit(text: string, context: Context): OrganisationSpan | null {
  const key = keyOf(text)
  if (!unit.test(key)) return null
  const found = known.get(context) ?? wholesIn(context)
  known.set(context, found)
  return found.get(key) ?? null
}

function wholesIn({ page, organisations }: Context): Wholes {
  const found = new Map<string, OrganisationSpan | null>()
  const nameOf = ({ start, end }: OrganisationSpan) => page.key.slice(start, end)
  for (const body of organisations) {
    if (body.bare || !wholes.test(body.head)) continue
    const before = page.key.slice(Math.max(0, body.start - reach), body.start)
    const end = between.exec(before)?.index
    if (end === undefined) continue
    for (const { index } of before.matchAll(unitHead)) {
      const name = before.slice(index, end)
      const other = found.get(name)
      if (other === null || !unit.test(name)) continue
      if (!other) found.set(name, body)
      else if (nameOf(other) !== nameOf(body)) found.set(name, null)
      else if (other.provinceId === null) found.set(name, body)
    }
  }
  return found
}
