import { defineConfig } from 'vitest/config'

// The browser tests run against the real binary, one after the other.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['e2e/**/*.spec.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    bail: 1, // each step of the walk stands on the one before
  },
})
