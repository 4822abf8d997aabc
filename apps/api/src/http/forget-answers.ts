import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

const EVERY_MILLISECONDS = 600_000;

/** Forgets answers kept for repeats whose time is over, every few minutes until it is stopped: they may hold personal data. */
export function forgetAnswers(db: DataSource, log: Logger): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const forget = () => {
    running = running
      .then(() => db.query('delete from idempotent_request where expires_at <= now()'))
      .catch((error: unknown) =>
        log.error({ err: error }, 'answers kept for repeats could not be forgotten'),
      );
  };
  forget();
  const timer = setInterval(forget, EVERY_MILLISECONDS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
