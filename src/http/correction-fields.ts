// What can be typed in about an item of each kind: one table that forms are drawn from and read by.
//
//   controlsOf(page, app, 'date')  →  edtf (date), kind (choice), inferred (flag)
import type { App } from '../app/app.ts'
import { correctionValueSchemas, type ListedItem } from '../model/correction.ts'
import {
  comparatorSchema,
  dateKindSchema,
  directiveKindSchema,
  documentTypes,
  provinceRoleSchema,
  type RecordField,
} from '../model.ts'
import type { PageContext } from './layout.ts'
import { provinceChoices } from './pages/provinces.ts'

export type Option = readonly [value: string, label: string]
export type Control = {
  name: string
  label: string
  hint?: string
} & (
  | { kind: 'text' | 'long' | 'number'; required?: boolean }
  /** EDTF; "21/3/2023" and "3/2023" are taken as well. */
  | { kind: 'date'; required?: boolean }
  /** Several values: between semicolons, or one a line. */
  | { kind: 'list' | 'lines' }
  | { kind: 'flag' }
  /** One of the options; '' stands for none where it is among them. */
  | { kind: 'choice'; options: readonly Option[] }
  | { kind: 'choices'; options: readonly Option[] }
  /** An object of its own; of a repeated one there may be several. */
  | { kind: 'group'; controls: readonly Control[]; repeated?: boolean; omitted?: boolean }
)

const none: Option = ['', '—']

/** The controls for an item in the text. */
export function controlsOf(page: PageContext, app: App, item: ListedItem): Control[] {
  const { t } = page
  const { labels: l, hints: h } = t.corrections
  const text = (name: string, label: string, required = false): Control => ({
    kind: 'text',
    name,
    label,
    required,
  })
  const date = (name: string, label: string, required = false): Control => ({
    kind: 'date',
    name,
    label,
    hint: h.edtf,
    required,
  })
  const list = (name: string, label: string): Control => ({
    kind: 'list',
    name,
    label,
    hint: h.list,
  })
  const flag = (name: string, label: string): Control => ({ kind: 'flag', name, label })
  const number = (name: string, label: string, required = false): Control => ({
    kind: 'number',
    name,
    label,
    required,
  })
  const choice = (name: string, label: string, options: readonly Option[]): Control => ({
    kind: 'choice',
    name,
    label,
    options,
  })
  const province = (name: string) => choice(name, l.province, [none, ...provinceOptions(page, app)])
  const ratio = (required: boolean) => [
    number('numerator', l.numerator, required),
    number('denominator', l.denominator, required),
    text('unit', l.unit),
  ]
  switch (item) {
    case 'official':
      return [
        text('name', l.name, true),
        list('honorifics', l.honorifics),
        list('degrees', l.degrees),
        {
          kind: 'group',
          repeated: true,
          name: 'positions',
          label: '',
          controls: [
            text('title', l.title),
            text('organisation', l.organisation),
            province('province'),
            flag('former', l.former),
            flag('acting', l.acting),
          ],
        },
      ]
    case 'province':
      return [
        choice('id', l.province, provinceOptions(page, app)),
        {
          kind: 'choices',
          name: 'roles',
          label: l.roles,
          options: provinceRoleSchema.options.map((role) => [role, t.provinceRoles[role]]),
        },
      ]
    case 'date':
      return [
        date('edtf', l.edtf, true),
        choice(
          'kind',
          l.kind,
          dateKindSchema.options.map((kind) => [kind, t.dateKinds[kind]]),
        ),
        flag('inferred', l.inferred),
      ]
    case 'percentage':
      return [
        number('value', l.value, true),
        choice(
          'comparator',
          l.comparator,
          comparatorSchema.options.map((sign) => [sign, `${sign} ${t.comparators[sign]}`.trim()]),
        ),
        flag('points', l.points),
        text('subject', l.subject),
        province('province'),
        { kind: 'group', name: 'ratio', label: l.ratio, controls: ratio(false) },
        {
          kind: 'group',
          omitted: true,
          name: 'change',
          label: l.change,
          controls: [
            choice('direction', l.direction, [none, ['up', l.up], ['down', l.down]]),
            number('from', l.from),
            number('to', l.to),
          ],
        },
      ]
    case 'ratio':
      return ratio(true)
    case 'directive':
      return [
        choice(
          'kind',
          l.kind,
          directiveKindSchema.options.map((kind) => [kind, t.directiveKinds[kind]]),
        ),
        text('number', l.number),
        text('issuer', l.issuer),
        list('assignees', l.assignees),
        date('deadline', l.deadline),
      ]
    case 'citation':
      return [
        choice('type', l.type, [none, ...typeOptions(page)]),
        text('number', l.number),
        text('issuer', l.citedIssuer),
        date('date', l.date),
        { kind: 'long', name: 'title', label: l.citedTitle },
        choice(
          'relation',
          l.relation,
          correctionValueSchemas.citation.shape.relation
            .unwrap()
            .options.map((relation) => [relation, t.relations[relation]]),
        ),
      ]
  }
}

/** The control for a field of the document; its name is `field`. */
export function fieldControl(page: PageContext, field: RecordField): Control {
  const { fields, labels, hints } = page.t.corrections
  const common = { name: 'field', label: fields[field], hint: hints.empty }
  switch (field) {
    case 'documentType':
      return { name: 'field', label: fields[field], kind: 'choice', options: typeOptions(page) }
    case 'title':
      return { ...common, kind: 'long' }
    case 'issuedOn':
      return { ...common, kind: 'date', hint: `${hints.edtf} ${hints.empty}` }
    case 'publishedAt':
      return { ...common, kind: 'date', hint: `${hints.moment} ${hints.empty}` }
    case 'language':
      return { ...common, kind: 'text', hint: hints.language, required: true }
    case 'signers':
    case 'bylines':
    case 'keywords':
      return { ...common, kind: 'lines', hint: labels[field] }
    default:
      return { ...common, kind: 'text' }
  }
}

const typeOptions = ({ t }: PageContext): Option[] =>
  documentTypes.map((type) => [type, t.documentTypes[type]])

function provinceOptions({ t }: PageContext, app: App): Option[] {
  const { today, former } = provinceChoices(app.lexicon)
  return [...today, ...former].map(({ id, name, now }) => [
    id,
    now.length > 0 ? `${name} (${t.search.nowIn(now.join(', '))})` : name,
  ])
}
