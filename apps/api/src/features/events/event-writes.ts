import type { Participation } from '@tandem/domain/event';
import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import { Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { EventEntity } from './event.entity.ts';

/** The event as the viewer saw it, held until the transaction ends, so that two changes of it or its list wait for each other. */
export async function lockEvent(tx: EntityManager, id: string, version: number): Promise<EventEntity> {
  const event = await tx.findOne(EventEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (event === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  refuseStale('event', event, version);
  return event;
}

export function readList(
  tx: EntityManager,
  eventId: string,
): Promise<(Participation & { personId: string })[]> {
  return tx.query('select person_id as "personId", role, status from attendance where event_id = $1', [
    eventId,
  ]);
}

/** What of an event is written by its form. */
export function factsOf({ kind, title, heldOn, branchId, audience }: EventEntity) {
  return { kind, title, heldOn, branchId, audience };
}

/** Every write of an event or of its list is one entry under the event. */
export function recordEvent(
  tx: EntityManager,
  context: Context,
  action: AuditAction,
  id: string,
  before: object | null,
  after: object | null,
): Promise<string> {
  return recordChange(tx, context, {
    action,
    recordKind: 'event',
    recordId: id,
    subjectId: id,
    before,
    after,
  });
}

/** The row would lie outside of what its writer meets: in a branch that is not the coordinator's. */
const OUT_OF_REACH = '42501';

/** Turns what the database refuses of an event into our refusal; rethrows everything else. */
export function refuseByDatabase(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === OUT_OF_REACH || constraint === 'event_branch_id_fkey')
    throw new Refused({ code: 'REFERENCE_UNKNOWN', field: 'branchId' });
  throw error;
}
