import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { platformActor } from '../audit/record-change.ts';
import { applyOncePerDay } from './apply-retention.ts';

const EVERY_MILLISECONDS = 15 * 60 * 1000;

/** Looks several times a day whether the retention rules of the day were applied, until it is stopped. */
export function retainRegularly(
  db: DataSource,
  clock: { today(): CalendarDay; now(): Date },
  log: Logger,
): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const apply = () => {
    running = running
      .then(() => applyOncePerDay(db, platformActor('Retention'), () => clock.now(), clock.today()))
      .then((applied) => {
        if (applied === undefined) return;
        const { failures, ...counts } = applied;
        log.info(counts, 'retention rules were applied');
        for (const error of failures) log.error({ err: error }, 'somebody who is due could not be erased');
      })
      .catch((error: unknown) => log.error({ err: error }, 'the retention rules could not be applied'));
  };
  const timer = setInterval(apply, EVERY_MILLISECONDS);
  timer.unref();
  apply();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
