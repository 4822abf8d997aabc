import type { Suppression } from '@tandem/metrics/disclosure/suppress';
import type { System } from '@tandem/metrics/disclosure/system';
import { Worker } from 'node:worker_threads';

/*
 * Solving a whole menu takes a second or more of a processor, in one go. It is done in a thread of its own, so that
 * other requests are answered meanwhile. The thread stays for the next one and does not keep the process from ending.
 */

interface Waiting {
  readonly resolve: (suppression: Suppression) => void;
  readonly reject: (error: unknown) => void;
}

/** What `suppress` answers, from another thread. */
export type Suppress = (system: System) => Promise<Suppression>;

/** A thread that solves one system after the other. */
export interface Solver {
  readonly solve: Suppress;
  /** Ends the thread, whatever it is solving: who waits for it, or asks it later, is told so. */
  readonly end: () => Promise<void>;
}

export function makeSolver(): Solver {
  let worker: Worker | undefined;
  let hasEnded = false;
  let asked = 0;
  const waiting = new Map<number, Waiting>();
  const rejectAll = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    // From sources while testing, built otherwise.
    const file = `./suppress-apart.worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`;
    const thread = new Worker(new URL(file, import.meta.url));
    thread.on('message', ({ id, suppression }: { id: number; suppression: Suppression }) => {
      waiting.get(id)?.resolve(suppression);
      waiting.delete(id);
      if (waiting.size === 0) thread.unref();
    });
    thread.on('error', (error) => {
      worker = undefined;
      rejectAll(error);
    });
    return thread;
  };
  return {
    solve: ({ cells, relations, figures, known, protections }) => {
      if (hasEnded) return Promise.reject(new Error('solving has ended'));
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        const thread = (worker ??= start());
        thread.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have none
        thread.postMessage({ id, system: { cells, relations, figures, known, protections } });
      });
    },
    end: async () => {
      hasEnded = true;
      rejectAll(new Error('solving has ended'));
      await worker?.terminate();
    },
  };
}

/** Solves for requests; what is made ahead has a thread of its own, so that nobody waits for it. */
export const { solve: suppressApart } = makeSolver();
