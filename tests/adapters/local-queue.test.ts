import { createLocalQueue } from '../../src/adapters/local-queue.ts'
import { runQueueContract } from '../contracts/queue.case.ts'

runQueueContract({ name: 'local queue', create: createLocalQueue })
