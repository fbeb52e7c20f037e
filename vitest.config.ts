import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configDefaults, defineConfig } from 'vitest/config'

/** Faults take minutes: `npm run test:faults`, or VANTHU_FAULTS=short for their short form. */
const exclude = process.env.VANTHU_FAULTS
  ? configDefaults.exclude
  : [...configDefaults.exclude, 'tests/faults/**']

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    // Programs that tests start are compiled once.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  },
})
