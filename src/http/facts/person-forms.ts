// The forms by which people say who is who: two are one, some documents are about somebody else, a decision is taken back.
import { html } from 'hono/html'
import type { Person, PersonDetails } from '../../app/facts/facts.ts'
import { UserError } from '../../errors.ts'
import type { PersonDecision } from '../../ports/facts.ts'
import { formatInstant, formatIsoDate } from '../format.ts'
import type { Html, PageContext } from '../layout.ts'

type Ref = PersonDecision['one']
const mostDocuments = 100
const written = ({ name, document }: Ref) => `${name}~${document}`

/** The field for the name of who decides; none where somebody is logged in. */
function whoField({ t, who, visitor }: PageContext, id: string): Html | '' {
  if (visitor.account) return ''
  return html`<div class="field who"><label for="${id}">${t.corrections.who}</label><input type="text" id="${id}" name="who" value="${who}" maxlength="100" required autocomplete="name"></div>`
}

/** The document by which a person is named: the oldest, the last of those with a day. */
export function refOf({ documents }: Person): Ref {
  const dated = documents.filter(({ day }) => day !== null)
  const oldest = dated.at(-1) ?? documents.at(-1)
  return { name: oldest?.slug ?? '', document: oldest?.id ?? '' }
}

/** Reads what `written` wrote. @throws UserError where it is damaged */
export function readRef(text: unknown): Ref {
  const [name = '', document = ''] = String(text ?? '').split('~')
  if (name === '' || name.length > 300 || !/^[0-9a-f]{64}$/.test(document))
    throw new UserError('The form came back damaged: load the page again.')
  return { name, document }
}

/** The forms below a person's page; empty where the visitor may not change anything. */
export function decisionForms(
  page: PageContext,
  person: Person,
  { namesakes, decisions }: PersonDetails,
): Html | '' {
  if (!page.visitor.may('correct')) return ''
  const { t, language } = page
  const p = t.facts.people
  const action = (what: string) => `/people/${encodeURIComponent(person.id)}/${what}`
  const own = html`<input type="hidden" name="one" value="${written(refOf(person))}">`
  const namesake = (one: Person) => {
    const [newest] = one.positions
    const about = [newest?.position, newest?.organisation].filter(Boolean).join(', ')
    return html`<li><label><input type="radio" name="other" value="${written(refOf(one))}" required> <span dir="auto">${one.name}${about ? ` – ${about}` : ''}</span></label></li>`
  }
  const document = ({ id, slug, title, day }: Person['documents'][number]) =>
    html`<li><label><input type="checkbox" name="one" value="${written({ name: slug, document: id })}"> <span dir="auto">${title ?? t.facts.untitled}</span> <span class="hint">${day ? formatIsoDate(day, language) : t.facts.noDay}</span></label></li>`
  const decision = ({ action: what, one, other, who, at }: PersonDecision) =>
    html`<li>${p.decided[what]} · <a href="/d/${one.document}">${one.document.slice(0, 12)}</a>${other ? html` – <a href="/d/${other.document}">${other.document.slice(0, 12)}</a>` : ''} <span class="hint"><span dir="auto">${who}</span>, ${formatInstant(at, language)}</span>
<form method="post" action="${action('undo')}"><input type="hidden" name="action" value="${what}"><input type="hidden" name="one" value="${written(one)}">${other ? html`<input type="hidden" name="other" value="${written(other)}">` : ''}<button class="small">${p.undo}</button></form></li>`
  return html`<details class="who-is-who"><summary>${p.byHand}</summary><p class="hint">${p.rule}</p>
${namesakes.length > 0 ? html`<form method="post" action="${action('same')}"><fieldset><legend>${p.sameTitle}</legend>${own}<ul>${namesakes.map(namesake)}</ul></fieldset>${whoField(page, 'who-same')}<p><button>${p.same}</button></p></form>` : ''}
${person.documents.length > 1 ? html`<form method="post" action="${action('alone')}"><fieldset><legend>${p.aloneTitle}</legend><ul>${person.documents.slice(0, mostDocuments).map(document)}</ul></fieldset>${whoField(page, 'who-alone')}<p><button>${p.alone}</button></p></form>` : ''}
${decisions.length > 0 ? html`<h3>${p.decisions}</h3><ul class="decisions">${decisions.map(decision)}</ul>` : ''}</details>`
}
