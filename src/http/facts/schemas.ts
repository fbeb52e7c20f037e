// The bodies that the API answers with about facts: the OpenAPI document is made of them, tests check answers by them.
import { z } from 'zod'
import { type FactKind, factSchemas } from '../../model/facts.ts'

const next = z.string().nullable().describe('`cursor` of the next page; null on the last one.')

/** By kind: one page of facts. */
export const factPageSchemas = {
  officials: z.object({ facts: z.array(factSchemas.officials), next }),
  directives: z.object({ facts: z.array(factSchemas.directives), next }),
  percentages: z.object({ facts: z.array(factSchemas.percentages), next }),
  citations: z.object({ facts: z.array(factSchemas.citations), next }),
  dates: z.object({ facts: z.array(factSchemas.dates), next }),
} satisfies Record<FactKind, z.ZodObject>
