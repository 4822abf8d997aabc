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

let worker: Worker | undefined;
const waiting = new Map<number, Waiting>();
let asked = 0;

/** What `suppress` answers, from another thread. */
export function suppressApart({
  cells,
  relations,
  figures,
  known,
  protections,
}: System): Promise<Suppression> {
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    const thread = (worker ??= start());
    thread.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have none
    thread.postMessage({ id, system: { cells, relations, figures, known, protections } });
  });
}

/** Ends the thread, whatever it is solving: those who wait are told so. */
export async function endSuppression(): Promise<void> {
  const thread = worker;
  worker = undefined;
  rejectAll(new Error('solving was ended'));
  await thread?.terminate();
}

function rejectAll(error: unknown): void {
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function start(): Worker {
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
}
