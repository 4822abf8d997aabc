import type { Result } from '../measure.ts';
import { funderDashboard, openPage } from './pages.ts';
import type { Programmes } from './programmes.ts';

/**
 * How long it takes from the start of the API until the largest funder is answered: its release is made meanwhile, ahead of it
 * or by it. Afterwards nothing else is asked of the processors.
 */
export async function measureRelease({ small, large }: Programmes): Promise<Result[]> {
  const results: Result[] = [];
  for (const programme of [small, large]) {
    const begun = performance.now();
    await untilPrepared(() => openPage(programme, programme.api, funderDashboard()));
    results.push({
      what: `(8) the release of a day to the funder with the most duos, ${programme.duos.toLocaleString('en')} duos`,
      measured: `${((performance.now() - begun) / 1000).toFixed(1)} s (none where it was made before)`,
      target: 'written down',
      met: true,
    });
  }
  return results;
}

const EVERY_MILLISECONDS = 2000;

/** Asks until what is made ahead is there. */
async function untilPrepared(ask: () => Promise<unknown>): Promise<void> {
  for (;;) {
    const failure = await ask().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (failure === undefined) return;
    if (!failure.includes('BEING_PREPARED')) throw new Error(failure);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
  }
}
