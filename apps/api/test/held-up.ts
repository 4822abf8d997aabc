import { expect } from 'vitest';
import type { AuditAction } from '@tandem/domain/audit';
import type { Testkit } from './testkit.ts';

/** Any fixed number: who writes an entry of a gated action waits for it. */
const GATE = 4242;

/**
 * Starts something, holds it up where it writes its entry into the trail, and lets it go on once `meanwhile` is over: two
 * requests at the same time, in an order that is always the same.
 */
export async function heldUp<T>(
  kit: Testkit,
  action: AuditAction,
  start: () => Promise<T>,
  meanwhile: () => Promise<void>,
): Promise<T> {
  await kit.db.query(`
create or replace function wait_at_gate() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(${GATE});
  return new;
end $$;
create or replace trigger gate before insert on audit_entry for each row when (new.action = '${action}') execute function wait_at_gate()`);
  const keeper = kit.db.createQueryRunner();
  await keeper.startTransaction();
  await keeper.query(`select pg_advisory_xact_lock(${GATE})`);
  const started = start();
  try {
    await waiting(kit, 1);
    await meanwhile();
  } finally {
    await keeper.rollbackTransaction();
    await keeper.release();
  }
  return started;
}

/** Until so many connections wait for a lock of another. */
export async function waiting(kit: Testkit, connections: number): Promise<void> {
  const WAIT = `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(() => kit.db.query(WAIT), { timeout: 5000 }).toEqual([{ count: connections }]);
}
