import { vi } from 'vitest';
import { leakTests } from '../test/leaks/leak-tests.ts';
import type * as context from './graphql/context.ts';

vi.mock('./graphql/context.ts', async (load) => {
  const { withStandingWalls } = await import('../test/leaks/walls.ts');
  return withStandingWalls(await load<typeof context>());
});

leakTests('both walls', { scope: true, rowLevel: true });
// Without a wall there must be leaks, or the test could not find any.
leakTests('no wall', { scope: false, rowLevel: false });
