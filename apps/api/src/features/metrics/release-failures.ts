import type { DataSource } from 'typeorm';
import type { Database } from '../../database/database.ts';

/** Since when making the release of a partner ahead fails, how often it did, and what the program said last. */
export interface ReleaseFailure {
  readonly partnerId: string;
  readonly since: Date;
  readonly lastAt: Date;
  readonly attempts: number;
  readonly reason: string;
}

/** Longer words are in the log. */
const MOST_CHARACTERS = 500;

/**
 * Writes down that a partner's release failed (once more), with what the error says. A release counts facts, in which nobody's
 * words stand, so that none stand in that.
 */
export async function recordFailure(db: DataSource, partnerId: string, error: unknown): Promise<void> {
  await db.query(
    `insert into release_failure (partner_id, reason) values ($1, $2)
     on conflict (partner_id) do update
     set last_at = excluded.last_at, attempts = release_failure.attempts + 1, reason = excluded.reason`,
    [partnerId, String(error).slice(0, MOST_CHARACTERS)],
  );
}

/** A partner has its release. */
export async function forgetFailure(db: DataSource, partnerId: string): Promise<void> {
  await db.query('delete from release_failure where partner_id = $1', [partnerId]);
}

/** Of partners for whom none is made ahead any more nothing fails. */
export async function forgetFailuresOfOthers(db: DataSource, partnerIds: readonly string[]): Promise<void> {
  await db.query('delete from release_failure where partner_id <> all ($1::uuid[])', [partnerIds]);
}

export function listFailures(db: Database): Promise<ReleaseFailure[]> {
  return db.query(
    `select partner_id as "partnerId", since, last_at as "lastAt", attempts, reason from release_failure order by since, partner_id`,
  );
}

/** Whether making a partner's release fails; also asked by the partner itself, which is not told why. */
export async function isFailing(db: Database, partnerId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>('select partner_id from release_failure where partner_id = $1', [
    partnerId,
  ]);
  return rows.length > 0;
}
