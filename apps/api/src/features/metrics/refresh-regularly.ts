import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { refreshRollUps } from './roll-ups.ts';

const EVERY_MILLISECONDS = 5000;
/** Of a large programme a refresh takes long: it rests so many times as long as it worked. */
const REST = 4;

/** Brings what figures keep of months up to the facts and the day, every few seconds, until it is stopped. */
export function refreshRegularly(
  db: DataSource,
  clock: { today(): CalendarDay },
  log: Logger,
): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const stopped = new AbortController();
  const refresh = () => {
    const begun = performance.now();
    running = refreshRollUps(db, clock.today(), stopped.signal)
      .catch((error: unknown) => log.error({ err: error }, 'kept months could not be brought up to date'))
      .finally(() => {
        if (stopped.signal.aborted) return;
        timer = setTimeout(refresh, Math.max(EVERY_MILLISECONDS, REST * (performance.now() - begun)));
        timer.unref();
      });
  };
  refresh();
  return {
    stop: async () => {
      stopped.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
