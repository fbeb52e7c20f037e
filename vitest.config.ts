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
  },
})
