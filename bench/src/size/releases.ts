import type { Result } from '../measure.ts';
import { funderDashboard, openPage } from './pages.ts';
import type { Programmes } from './programmes.ts';

/**
 * How long it takes until the largest funder is answered first on a day: its release is made meanwhile, ahead of it or by it.
 * Afterwards nothing else is asked of the processors.
 */
export async function measureRelease({ small, large }: Programmes): Promise<Result[]> {
  const results: Result[] = [];
  for (const programme of [small, large]) {
    const begun = performance.now();
    await openPage(programme, programme.api, funderDashboard());
    results.push({
      what: `(8) the release of a day to the funder with the most duos, ${programme.duos.toLocaleString('en')} duos`,
      measured: `${((performance.now() - begun) / 1000).toFixed(1)} s (none where it was made before)`,
      target: 'written down',
      met: true,
    });
  }
  return results;
}
