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
/** So many keys are remembered here. */
const REMEMBERED = 10_000;

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

  return {
    spend: async (key, limit, points = 1) => {
      const now = performance.now();
      let window = windows.get(key);
      if (window === undefined || window.endsAt <= now) {
        if (windows.size >= REMEMBERED) windows.clear();
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
      return spent > limit.points
        ? Math.max(1, Math.ceil((window.endsAt - performance.now()) / 1000))
        : undefined;
    },
  };
}

/** Points are what GraphQL's cost says: one for each value that an answer may hold, so that a page of 50 duos costs some 1,000. */
export const GRAPHQL_LIMITS = {
  credential: { points: 3_000_000, seconds: 60 },
  account: { points: 6_000_000, seconds: 60 },
  address: { points: 12_000_000, seconds: 60 },
  /** Operations of nobody. */
  stranger: { points: 120, seconds: 60 },
} as const satisfies Readonly<Record<string, Limit>>;

export const SIGN_IN_LIMITS = {
  address: { points: 30, seconds: 60, exact: true },
  account: { points: 20, seconds: 300, exact: true },
  /** Everything else below /auth. */
  other: { points: 300, seconds: 60 },
} as const satisfies Readonly<Record<string, Limit>>;
