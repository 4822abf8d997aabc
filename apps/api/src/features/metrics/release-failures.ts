import type { CalendarDay } from '@tandem/domain/calendar-day';
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
 * Writes down that a partner's release failed (once more), with what the error says and with which one it had before. A release
 * counts facts, in which nobody's words stand, so that none stand in that.
 */
export async function recordFailure(db: DataSource, partnerId: string, error: unknown): Promise<void> {
  await db.query(
    `insert into release_failure (partner_id, reason, latest_as_of, latest_rules)
     select $1, $2, latest.as_of, latest.rules from (select 1) as one
       left join (select as_of, rules from figure_release where partner_id = $1 order by id desc limit 1) as latest on true
     on conflict (partner_id) do update
     set last_at = excluded.last_at, attempts = release_failure.attempts + 1, reason = excluded.reason,
       latest_as_of = excluded.latest_as_of, latest_rules = excluded.latest_rules`,
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

/** The release that partners had last, of those for whom the next one fails and who had one. */
export function latestOfFailing(
  db: Database,
  partnerIds: readonly string[],
): Promise<{ readonly partnerId: string; readonly asOf: CalendarDay; readonly rules: string }[]> {
  return db.query(
    `select partner_id as "partnerId", latest_as_of as "asOf", latest_rules as rules from release_failure
     where partner_id = any ($1) and latest_as_of is not null`,
    [partnerIds],
  );
}

/** Whether making a partner's release fails; also asked by the partner itself, which is not told why. */
export async function isFailing(db: Database, partnerId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>('select partner_id from release_failure where partner_id = $1', [
    partnerId,
  ]);
  return rows.length > 0;
}
