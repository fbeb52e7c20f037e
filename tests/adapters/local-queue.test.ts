import { createLocalQueue } from '../../src/adapters/queues/local-queue.ts'
import { runQueueContract } from '../contracts/queue.case.ts'

runQueueContract({ name: 'local queue', create: createLocalQueue })
