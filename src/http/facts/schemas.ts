// The bodies that the API answers with about facts: the OpenAPI document is made of them, tests check answers by them.
import { z } from 'zod'
import { type FactKind, factSchemas } from '../../model/facts.ts'
import { documentTypeSchema } from '../../model.ts'

const next = z.string().nullable().describe('`cursor` of the next page; null on the last one.')

/** By kind: one page of facts. */
export const factPageSchemas = {
  officials: z.object({ facts: z.array(factSchemas.officials), next }),
  directives: z.object({ facts: z.array(factSchemas.directives), next }),
  percentages: z.object({ facts: z.array(factSchemas.percentages), next }),
  citations: z.object({ facts: z.array(factSchemas.citations), next }),
  dates: z.object({ facts: z.array(factSchemas.dates), next }),
} satisfies Record<FactKind, z.ZodObject>

const day = z.string().describe('ISO day.')
const copies = z
  .int()
  .nonnegative()
  .describe('Copies and versions of the document that bear no other number.')
const nameSchema = z.object({
  name: z.string(),
  person: z.string().describe('Address of those of the name: /people/….'),
  facts: z.int(),
  documents: z.int().describe('Copies count once.'),
  lastDay: day.nullable().describe('ISO day of the newest of these documents.'),
})
const personSchema = z.object({
  id: z.string().describe('For addresses; its end is the beginning of the id of a document.'),
  person: z.string().describe('Address: /people/….'),
  name: z.string(),
  otherNames: z.array(z.string()),
  positions: z.array(factSchemas.officials).describe('The newest first; of copies those of one.'),
  documents: z.array(
    z.object({ id: z.string(), title: z.string().nullable(), day: day.nullable(), copies }),
  ),
})
const appearance = z.object({
  name: z.string().describe('Slug of the name.'),
  document: z.string().describe('Id of a document that names the person.'),
})

export const peopleBodySchema = z.object({ names: z.array(nameSchema), next })
export const personDetailsSchema = z.object({
  people: z.array(personSchema).describe('Those that the address names: one, or all of a name.'),
  namesakes: z.array(personSchema),
  met: z
    .array(nameSchema)
    .describe('Who else is named in the same documents, and in how many of them; of one person.'),
  decisions: z
    .array(
      z.object({
        action: z.enum(['same', 'alone']),
        one: appearance,
        other: appearance.nullable(),
        who: z.string(),
        at: z.iso.datetime(),
      }),
    )
    .describe('What people decided about who is who.'),
})
export const numberDetailsSchema = z.object({
  number: z.string().describe('As it is written most recently.'),
  documents: z.array(
    z.object({
      id: z.string(),
      title: z.string().nullable(),
      number: z.string(),
      issuer: z.string().nullable(),
      day: day.nullable(),
      documentType: documentTypeSchema,
      copies,
    }),
  ),
  cites: factPageSchemas.citations.describe('What the oldest of the documents cites.'),
  citedBy: factPageSchemas.citations.describe('More of them: /api/facts/citations?number=….'),
  changedBy: factPageSchemas.citations.describe('Those that amend, replace or repeal it.'),
})

export type NameBody = z.infer<typeof nameSchema>
export type PersonBody = z.infer<typeof personSchema>
export type PeopleBody = z.infer<typeof peopleBodySchema>
export type PersonDetailsBody = z.infer<typeof personDetailsSchema>
