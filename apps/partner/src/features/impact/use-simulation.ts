import { mapOf, rangesOf } from '@tandem/metrics/sroi/answer';
import type { SpreadQuestion } from '@tandem/metrics/sroi/spread';
import type { Spread } from '@tandem/ui/sroi-steps';
import { useSpread } from '@tandem/ui/use-spread';
import { useMemo } from 'react';
import type { SroiVersion } from './SroiSection.tsx';

const makeWorker = () => new Worker(new URL('simulation.worker.ts', import.meta.url), { type: 'module' });

/** How the net ratio of a version is spread, drawn beside the page; undefined where nothing is uncertain or nothing was put in. */
export function useSimulation(version: SroiVersion): Spread | undefined {
  const question = useMemo((): SpreadQuestion | undefined => {
    const ranges = rangesOf(version).filter(({ distribution }) => distribution !== 'FIXED');
    if (ranges.length === 0) return undefined;
    return { map: mapOf(version), ranges, seed: version.seed, draws: version.draws };
  }, [version]);
  return useSpread(makeWorker, question);
}
