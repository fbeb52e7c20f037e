// `vanthu schema`: the record as JSON Schema.
import { z } from 'zod'
import { recordSchema } from '../model.ts'
import { printJson } from './output.ts'

/** Prints the schema; gives the exit status. */
export async function schema(): Promise<number> {
  await printJson(z.toJSONSchema(recordSchema))
  return 0
}
