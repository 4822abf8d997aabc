import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { finish } from '../../graphql/open-context.ts';
import { openOwnContext } from '../../graphql/own-context.ts';
import { releaseTo } from './release.loader.ts';
import { endSuppression } from './suppress-apart.ts';

const EVERY_MILLISECONDS = 10 * 60 * 1000;
/**
 * From so many grants on a partner's release takes longer than somebody waits for a page. Others' are made when they first
 * ask: what is told and read by nobody would still be held against what may be told the day after.
 */
export const MANY_GRANTS = 40;

/** Makes the day's releases to partners of many grants whose people sign in, before they do; answers with how many partners that are. */
export async function releaseAhead(
  db: DataSource,
  today: CalendarDay,
  signal?: AbortSignal,
): Promise<number> {
  const partners: (Parameters<typeof openOwnContext>[1] & { partnerId: string })[] = await db.query(
    `select distinct on (partner_id) partner_id as "partnerId", membership.role, user_id as "userId", account.name, account.email
     from membership join identity."user" as account on account.id = user_id
     where partner_id in (select partner_id from funding_grant group by 1 having count(*) >= $1)
     order by partner_id, user_id`,
    [MANY_GRANTS],
  );
  for (const partner of partners) {
    if (signal?.aborted === true) break;
    const context = openOwnContext(db, partner, { today, sampleMode: false });
    try {
      await releaseTo(context, { kind: 'PARTNER', partnerId: partner.partnerId });
    } finally {
      await finish(context);
    }
  }
  return partners.length;
}

/** Looks every few minutes whether such releases of the day are there, until it is stopped. */
export function releaseRegularly(
  db: DataSource,
  clock: { today(): CalendarDay },
  log: Logger,
): { stop: () => Promise<void> } {
  const stopped = new AbortController();
  let running: Promise<unknown> | undefined;
  const release = () => {
    running ??= releaseAhead(db, clock.today(), stopped.signal)
      .catch((error: unknown) => {
        if (!stopped.signal.aborted) log.error({ err: error }, 'a release could not be made ahead');
      })
      .finally(() => (running = undefined));
  };
  const timer = setInterval(release, EVERY_MILLISECONDS);
  timer.unref();
  release();
  return {
    stop: async () => {
      stopped.abort();
      clearInterval(timer);
      await endSuppression();
      await running;
    },
  };
}
