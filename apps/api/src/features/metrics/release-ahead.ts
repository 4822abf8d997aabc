import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { finish } from '../../graphql/open-context.ts';
import { openOwnContext } from '../../graphql/own-context.ts';
import { forgetFailure, forgetFailuresOfOthers, recordFailure } from './release-failures.ts';
import { bringUpToDate, MANY_GRANTS } from './release.loader.ts';
import { makeSolver, type Suppress } from './suppress-apart.ts';

/** Also after limits or the published value map changed, partners wait for no more than this and the making. */
const EVERY_MILLISECONDS = 60 * 1000;
/** One process at a time makes releases ahead. */
const LOCK = 7263514905;

interface Ahead {
  readonly db: DataSource;
  readonly today: CalendarDay;
  readonly solve: Suppress;
  readonly signal?: AbortSignal;
  /** One that fails does not keep the others from theirs; staff are told of it (release-failures.ts). */
  readonly failed: (error: unknown) => void;
}

type Account = Parameters<typeof openOwnContext>[1] & { readonly partnerId: string };

/**
 * Makes the day's releases to partners of many grants whose people sign in, before they do. Answers with how many partners
 * have theirs now; none where another process is at it.
 */
export function releaseAhead({ db, today, solve, signal, failed }: Ahead): Promise<number> {
  return db.transaction(async (tx) => {
    const [lock]: { mine: boolean }[] = await tx.query('select pg_try_advisory_xact_lock($1) as mine', [
      LOCK,
    ]);
    if (lock?.mine !== true) return 0;
    // It waits while releases are made, which have their own connections.
    await tx.query('set local idle_in_transaction_session_timeout = 0');
    const accounts: Account[] = await tx.query(ACCOUNTS, [MANY_GRANTS]);
    await forgetFailuresOfOthers(
      db,
      accounts.map(({ partnerId }) => partnerId),
    );
    const isStopped = () => signal?.aborted === true;
    let made = 0;
    for (const account of accounts) {
      if (isStopped()) break;
      const context = openOwnContext(db, account, { today, sampleMode: false });
      const { partnerId } = account;
      try {
        await bringUpToDate(context, partnerId, solve);
        await forgetFailure(db, partnerId);
        made += 1;
      } catch (error) {
        failed(error);
        // Nor does one whose failure cannot be written down, as of a partner that was removed meanwhile.
        if (!isStopped()) await recordFailure(db, partnerId, error).catch(failed);
      } finally {
        await finish(context);
      }
    }
    return made;
  });
}

const ACCOUNTS = `
select distinct on (partner_id) partner_id as "partnerId", membership.role, user_id as "userId", account.name, account.email
from membership join identity."user" as account on account.id = user_id
where partner_id in (select partner_id from funding_grant group by 1 having count(*) >= $1)
order by partner_id, user_id`;

/** Looks every minute whether such releases of the day are there, until it is stopped. */
export function releaseRegularly(
  db: DataSource,
  clock: { today(): CalendarDay },
  log: Logger,
): { stop: () => Promise<void> } {
  const stopped = new AbortController();
  const solver = makeSolver();
  let running: Promise<unknown> | undefined;
  const failed = (error: unknown) => {
    if (!stopped.signal.aborted) log.error({ err: error }, 'a release could not be made ahead');
  };
  const release = () => {
    running ??= releaseAhead({
      db,
      today: clock.today(),
      solve: solver.solve,
      signal: stopped.signal,
      failed,
    })
      .catch(failed)
      .finally(() => (running = undefined));
  };
  const timer = setInterval(release, EVERY_MILLISECONDS);
  timer.unref();
  release();
  return {
    stop: async () => {
      stopped.abort();
      clearInterval(timer);
      await solver.end();
      await running;
    },
  };
}
