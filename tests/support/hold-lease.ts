// A process that begins a document's job in a store and saves a record when a line comes in; tests pause it in between.
//
//   node hold-lease.ts <URL of the store> <document> <lease in ms>
//   stdout: "begun", then "saved" or the name of the error
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { openStore } from '../../src/open-adapters.ts'
import { begin } from './attempts.ts'
import { recordOf } from './record-of.ts'

const [url = '', id = '', leaseMs] = process.argv.slice(2)
const store = await openStore(url)
const attempt = await begin(store, id, Number(leaseMs))
console.log('begun')
await once(createInterface({ input: process.stdin }), 'line')
const saved = store.saveRecord(attempt, recordOf({ lines: ['title: Quá muộn'] }))
console.log(
  await saved.then(
    () => 'saved',
    (error: Error) => error.name,
  ),
)
await store.close()
process.exit()
