// The addresses below "/d/{id}/corrections": the pages to edit and to add, and where their forms and the small buttons go.
import { type Context, Hono } from 'hono'
import type { App, DocumentDetails } from '../../app/app.ts'
import { itemMeant, type PlaceInput } from '../../app/corrections/input.ts'
import { UserError } from '../../errors.ts'
import { correctionItemSchema, type ListedItem, listOf } from '../../model/correction.ts'
import { type RecordField, recordFieldSchema, type VanthuRecord } from '../../model.ts'
import { documentOf } from '../api.ts'
import { controlsOf } from '../correction-fields.ts'
import { withdrawn } from '../correction-routes.ts'
import { readField, readValue } from '../correction-values.ts'
import { limitBody } from '../json-body.ts'
import { type PageContext, pageContextOf, sendPage } from '../layout.ts'
import { itemAnchor } from '../marks-of-record.ts'
import { refuseForeignForms } from '../upload.ts'
import { rememberWho, signedBy } from '../who.ts'
import { addPage, editFieldPage, editPage } from './correction-form.ts'

type Asked = {
  page: PageContext
  id: string
  record: VanthuRecord
  /** Query or form. */
  fields: URLSearchParams
}

/** Routes of the pages, to be mounted at /. */
export function correctionPages(app: App): Hono {
  const routes = new Hono()
  routes.get('/d/:id/corrections/edit', async (c) => {
    const asked = await askedOf(app, c, new URL(c.req.url).searchParams)
    return sendPage(c, asked.page, editFormOf(app, asked, null))
  })
  routes.get('/d/:id/corrections/add', async (c) => {
    const asked = await askedOf(app, c, new URL(c.req.url).searchParams)
    return sendPage(c, asked.page, addFormOf(app, asked, null))
  })
  routes.post('/d/:id/corrections', limitBody, async (c) => {
    refuseForeignForms(c)
    const form = await formOf(c)
    const who = String(signedBy(c, form.get('who') ?? ''))
    if (who.trim()) rememberWho(c, who)
    const asked = await askedOf(app, c, form)
    const back = `/d/${asked.id}`
    if (form.has('remember')) return c.redirect(back, 303)
    try {
      const input = inputOf(app, asked)
      const { number } = await app.correct(asked.id, { ...input, who })
      return c.redirect(
        `${back}${anchorOf(await documentOf(app, asked.id), input.item, number)}`,
        303,
      )
    } catch (error) {
      // The small buttons have no form to come back to.
      const action = form.get('action')
      if (!(error instanceof UserError) || (action !== 'correct' && action !== 'add')) throw error
      const draw = action === 'add' ? addFormOf : editFormOf
      return sendPage(c, asked.page, draw(app, asked, error.message), 400)
    }
  })
  routes.post('/d/:id/corrections/:number/withdraw', limitBody, async (c) => {
    refuseForeignForms(c)
    const who = String(signedBy(c, (await formOf(c)).get('who') ?? ''))
    if (who.trim()) rememberWho(c, who)
    const { row } = await documentOf(app, c.req.param('id'))
    await withdrawn(app, row.id, c.req.param('number'), who)
    return c.redirect(`/d/${row.id}#corrections`, 303)
  })
  return routes
}

async function askedOf(app: App, c: Context, fields: URLSearchParams): Promise<Asked> {
  const { row, record } = await documentOf(app, c.req.param('id') ?? '')
  if (!record)
    throw new UserError(
      'The document has no record yet: it can be corrected once it has been read.',
    )
  return { page: pageContextOf(c), id: row.id, record, fields }
}

/** What a form, or the value of a small button (`item=date&start=61&end=71`), asks for; checked by the use-case. */
function inputOf(app: App, { page, fields }: Asked) {
  const pressed = ['confirm', 'reject'].find((action) => fields.has(action))
  const action = pressed ?? fields.get('action') ?? ''
  const named = pressed ? new URLSearchParams(fields.get(pressed) ?? '') : fields
  const item = itemOf(named)
  if (item === 'field') {
    const target = fieldOf(named)
    const value = action === 'correct' ? readField(page, target, fields) : undefined
    return { item, action, target, value }
  }
  const value =
    action === 'correct' || action === 'add'
      ? readValue(controlsOf(page, app, item), fields)
      : undefined
  return { item, action, target: targetOf(named), value }
}

function editFormOf(app: App, asked: Asked, problem: string | null) {
  const { page, id, record, fields } = asked
  const item = itemOf(fields)
  const typed = problem === null ? null : inputOf(app, asked).value
  if (item === 'field') {
    const field = fieldOf(fields)
    const target = [
      ['item', item],
      ['field', field],
    ] as const
    const value = { field: problem === null ? record[field] : typed }
    return editFieldPage(page, field, { id, record, target, value, problem })
  }
  const place = targetOf(fields)
  const { found, target } = itemMeant(record, item, place)
  const hidden = ['item', 'start', 'end', 'value'].flatMap((name) => {
    const value = fields.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  const value = (typed ?? found) as Record<string, unknown>
  return editPage(page, app, item, {
    id,
    record,
    target: hidden,
    value,
    problem,
    place: target.quote,
  })
}

/** What an official or a document cited is called is, most often, the words themselves. */
const wordsAre: Partial<Record<ListedItem, string>> = { official: 'name', citation: 'number' }

function addFormOf(app: App, asked: Asked, problem: string | null) {
  const { page, id, record, fields } = asked
  const item = itemOf(fields)
  if (item === 'field') throw new UserError('A field of the document is corrected, not added.')
  const words = fields.get('words') ?? ''
  const name = wordsAre[item]
  const value = (problem === null ? {} : inputOf(app, asked).value) as Record<string, unknown>
  const target = [
    ['item', item],
    ['words', words],
  ] as const
  return addPage(page, app, item, {
    id,
    record,
    words,
    target,
    value: problem === null && name ? { [name]: words.trim() } : value,
    problem,
  })
}

function itemOf(fields: URLSearchParams) {
  const item = correctionItemSchema.safeParse(fields.get('item'))
  if (!item.success) throw new UserError('The form does not say what is corrected; open it again.')
  return item.data
}

function fieldOf(fields: URLSearchParams): RecordField {
  const field = recordFieldSchema.safeParse(fields.get('field'))
  if (!field.success) throw new UserError('The document has no such field; open the form again.')
  return field.data
}

/** The place of an item as its buttons and forms name it; `place` is one that was chosen for what is added: "61-71". */
function targetOf(fields: URLSearchParams): PlaceInput {
  const [start, end] = fields.get('place')?.split('-') ?? [fields.get('start'), fields.get('end')]
  const value = fields.get('value')
  const isAdded = fields.has('place')
  return {
    ...(start ? { start: Number(start) } : {}),
    ...(end ? { end: Number(end) } : {}),
    ...(value !== null && !isAdded ? { value } : {}),
  }
}

/** Where a correction shows on the page of its document: at the item, else in the history. */
function anchorOf({ record }: DocumentDetails, item: string, number: number): string {
  if (item === 'field') return ''
  const index =
    record?.[listOf[item as ListedItem]].findIndex((one) => one.review?.correction === number) ?? -1
  return index < 0 ? `#correction-${number}` : `#${itemAnchor(item as ListedItem, index)}`
}

async function formOf(c: Context): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? ''))
    throw new UserError('Send the form of the page.')
  return new URLSearchParams(await c.req.text())
}
