import { vi } from 'vitest';
import { leakTests } from '../test/leaks/leak-tests.ts';
import type * as context from './graphql/context.ts';

vi.mock('./graphql/context.ts', async (load) => {
  const { withStandingWalls } = await import('../test/leaks/walls.ts');
  return withStandingWalls(await load<typeof context>());
});

leakTests('only scoped query functions', { scope: true, rowLevel: false });
leakTests('only row-level security', { scope: false, rowLevel: true });
