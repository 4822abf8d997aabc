import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { refreshRollUps } from './roll-ups.ts';

const EVERY_MILLISECONDS = 5000;

/** Brings what figures keep of months up to the facts and the day, every few seconds, until it is stopped. */
export function refreshRegularly(
  db: DataSource,
  clock: { today(): CalendarDay },
  log: Logger,
): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const refresh = () => {
    if (busy) return;
    busy = true;
    running = refreshRollUps(db, clock.today())
      .catch((error: unknown) => log.error({ err: error }, 'kept months could not be brought up to date'))
      .finally(() => (busy = false));
  };
  const timer = setInterval(refresh, EVERY_MILLISECONDS);
  timer.unref();
  refresh();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
