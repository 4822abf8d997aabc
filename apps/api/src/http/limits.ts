import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** So many points within so many seconds. */
export interface Limit {
  readonly points: number;
  readonly seconds: number;
  /** Every attempt is counted in the database before it goes on; otherwise sums are sent there once a second. */
  readonly exact?: boolean;
}

export interface Limiter {
  /**
   * Spends points of a key. Returns how many seconds to wait where the limit is reached, else undefined. The request that
   * crosses it is still answered, unless it is counted exactly.
   */
  spend(key: string, limit: Limit, points?: number): Promise<number | undefined>;
  /** How many seconds to wait where a limit was reached already, as far as it is known here; asks nobody. */
  waitOf(key: string, limit: Limit): number | undefined;
}

interface Window {
  /** As the database said last, with what was spent here since. */
  spent: number;
  unsent: number;
  endsAt: number;
  askedAt: number;
}

const SYNC_MILLISECONDS = 1000;
/** How often sending also clears away windows that are over. */
const CLEANING = 0.01;
/** So many keys are remembered here; where one more comes, those that are over are forgotten, and the oldest. */
const REMEMBERED = 10_000;
const FORGOTTEN_AT_ONCE = REMEMBERED / 10;
/** Whoever names an address or a key decides how long it is; what is kept of it is not longer than its hash. */
const LONGEST_KEY = 64;

/**
 * Limits that all instances share through the database. Counting a request costs it nothing as long as its key is well
 * within the limit: an instance keeps sums and sends them once a second, so that several together may let a second's
 * requests more through.
 */
export function makeLimiter(db: DataSource): Limiter {
  const windows = new Map<string, Window>();

  /** Sends what was spent here; returns what all have spent in the window. */
  const sync = async (key: string, limit: Limit, window: Window): Promise<number> => {
    const { unsent } = window;
    window.unsent = 0;
    window.askedAt = performance.now();
    const [row]: { spent: string; left: number }[] = await db.query(
      `insert into limit_window as known (key, ends_at, spent) values ($1, now() + make_interval(secs => $2), $3)
       on conflict (key) do update set
         spent = case when known.ends_at <= now() then excluded.spent else known.spent + excluded.spent end,
         ends_at = case when known.ends_at <= now() then excluded.ends_at else known.ends_at end
       returning spent, extract(epoch from ends_at - now())::float8 as left`,
      [key, limit.seconds, unsent],
    );
    if (Math.random() < CLEANING) await db.query('delete from limit_window where ends_at < now()');
    const spent = Number(row?.spent ?? 0);
    window.spent = spent + window.unsent;
    window.endsAt = performance.now() + (row?.left ?? 0) * 1000;
    return spent;
  };

  const forget = (now: number): void => {
    for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key);
    const over = windows.size - (REMEMBERED - FORGOTTEN_AT_ONCE);
    // A map lists what came first at first.
    for (const key of [...windows.keys()].slice(0, Math.max(0, over))) windows.delete(key);
  };
  const secondsLeft = ({ endsAt }: Window): number =>
    Math.max(1, Math.ceil((endsAt - performance.now()) / 1000));

  return {
    waitOf: (name, limit) => {
      const window = windows.get(shortened(name));
      const reached =
        window !== undefined && window.endsAt > performance.now() && window.spent > limit.points;
      return reached ? secondsLeft(window) : undefined;
    },
    spend: async (name, limit, points = 1) => {
      const key = shortened(name);
      const now = performance.now();
      let window = windows.get(key);
      if (window === undefined || window.endsAt <= now) {
        // As a new one it stands behind all others.
        windows.delete(key);
        if (windows.size >= REMEMBERED) forget(now);
        window = { spent: 0, unsent: 0, endsAt: now + limit.seconds * 1000, askedAt: -Infinity };
        windows.set(key, window);
      }
      window.spent += points;
      window.unsent += points;
      let { spent } = window;
      // The others have to know of it, and no request may follow here that would tell them.
      const crosses = spent > limit.points && spent - points <= limit.points;
      if (limit.exact === true) spent = await sync(key, limit, window);
      else if (now - window.askedAt > SYNC_MILLISECONDS || crosses) {
        const synced = sync(key, limit, window).catch(() => spent);
        // Far from the limit nobody waits for it: what it says counts from the next request on.
        if (spent > limit.points / 2) spent = await synced;
      }
      return spent > limit.points ? secondsLeft(window) : undefined;
    },
  };
}

function shortened(key: string): string {
  return key.length > LONGEST_KEY ? createHash('sha256').update(key).digest('base64url') : key;
}

/** What limits nothing, for a load test. */
export const noLimiter: Limiter = { spend: async () => undefined, waitOf: () => undefined };

/** Points are what GraphQL's cost says: one for each value that an answer may hold, so that a page of 50 duos costs some 1,000. */
export const GRAPHQL_LIMITS = {
  credential: { points: 3_000_000, seconds: 60 },
  account: { points: 6_000_000, seconds: 60 },
  address: { points: 12_000_000, seconds: 60 },
  /** Operations of nobody. */
  stranger: { points: 120, seconds: 60 },
} as const satisfies Readonly<Record<string, Limit>>;

/** Requests, whatever comes of them: also those that fail before they cost anything. */
export const REQUEST_LIMITS = {
  /** Of an address, with a credential that is none or with nothing. */
  stranger: { points: 1200, seconds: 60 },
  account: { points: 6000, seconds: 60 },
} as const satisfies Readonly<Record<string, Limit>>;

/** What one account may do so often, by any of its credentials. */
export const ACCOUNT_LIMITS = {
  letters: { points: 60, seconds: 3600, exact: true },
  /** Entries of the trail about files that were taken out. */
  exports: { points: 600, seconds: 3600, exact: true },
  /** Data sets for research, each of which reads the records of all duos. */
  dataSets: { points: 60, seconds: 3600, exact: true },
  /** What such data sets would be: each reads them as well. */
  dataSetPreviews: { points: 600, seconds: 3600, exact: true },
} as const satisfies Readonly<Record<string, Limit>>;

export const SIGN_IN_LIMITS = {
  address: { points: 30, seconds: 60, exact: true },
  account: { points: 20, seconds: 300, exact: true },
  /** Everything else below /auth. */
  other: { points: 300, seconds: 60 },
} as const satisfies Readonly<Record<string, Limit>>;
