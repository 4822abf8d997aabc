import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Begun last, the leak tests would run on for minutes after everything else, on one processor. */
class LeaksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isOfLeaks = ({ moduleId }: TestSpecification) => /\/leaks[^/]*\.test\.ts$/.test(moduleId);
    // oxlint-disable-next-line unicorn/no-array-sort -- the base class sorts files, not an array
    const sorted = await super.sort(files);
    return [...sorted.filter(isOfLeaks), ...sorted.filter((file) => !isOfLeaks(file))];
  }
}

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
    sequence: { sequencer: LeaksFirst },
    globalSetup: ['test/global-setup.ts'],
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['type-graphql', 'graphql-scalars'] } },
  },
});
