import type { Suppression } from '@tandem/metrics/disclosure/suppress';
import type { System } from '@tandem/metrics/disclosure/system';
import { makeThread, type Thread } from '../../threads/thread.ts';

/** What `suppress` answers, from another thread: solving a whole menu takes a second or more of a processor. */
export type Suppress = (system: System) => Promise<Suppression>;

/** A thread that solves one system after the other. */
export interface Solver extends Pick<Thread<System, Suppression>, 'end'> {
  readonly solve: Suppress;
}

export function makeSolver(): Solver {
  const { ask, end } = makeThread<System, Suppression>('suppress-apart.worker', import.meta.url, 'solving');
  return {
    solve: ({ cells, relations, figures, known, protections }) =>
      ask({ cells, relations, figures, known, protections }),
    end,
  };
}

/** Solves for requests; what is made ahead has a thread of its own, so that nobody waits for it. */
export const { solve: suppressApart } = makeSolver();
