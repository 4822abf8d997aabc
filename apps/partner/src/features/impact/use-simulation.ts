import { spreadQuestionOf } from '@tandem/metrics/sroi/answer';
import type { Spread } from '@tandem/ui/sroi-steps';
import { useSpread } from '@tandem/ui/use-spread';
import { useMemo } from 'react';
import type { SroiVersion } from './SroiSection.tsx';

const makeWorker = () => new Worker(new URL('simulation.worker.ts', import.meta.url), { type: 'module' });

/** How the net ratio of a version is spread, drawn beside the page; undefined where nothing is uncertain or nothing was put in. */
export function useSimulation(version: SroiVersion): Spread | undefined {
  return useSpread(
    makeWorker,
    useMemo(() => spreadQuestionOf(version), [version]),
  );
}
