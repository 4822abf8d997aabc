import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // One realm of graphql, whoever loads it: its CommonJS and ES builds would not know each other's types.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    // A partner's first question of a day makes its release, which takes seconds on a busy machine.
    testTimeout: 60_000,
    // Each file has a database of its own, and waits for it half of its time.
    maxWorkers: '100%',
    globalSetup: ['test/global-setup.ts'],
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['type-graphql', 'graphql-scalars'] } },
  },
});
