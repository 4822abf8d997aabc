import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { sealEntries } from './chain.ts';

const EVERY_MILLISECONDS = 5000;

/** Seals what was written, every few seconds, until it is stopped; then once more. */
export function sealRegularly(db: DataSource, log: Logger): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const seal = () => {
    running = running
      .then(() => sealEntries(db))
      .catch((error: unknown) => log.error({ err: error }, 'the trail could not be sealed'));
  };
  const timer = setInterval(seal, EVERY_MILLISECONDS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      seal();
      await running;
    },
  };
}
