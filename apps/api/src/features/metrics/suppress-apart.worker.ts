import { suppress } from '@tandem/metrics/disclosure/suppress';
import type { System } from '@tandem/metrics/disclosure/system';
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', async ({ id, system }: { id: number; system: System }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have none
  parentPort?.postMessage({ id, suppression: await suppress(system) });
});
