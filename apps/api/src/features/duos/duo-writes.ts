import type { DuoState } from '@tandem/domain/duo';
import type { Refusal } from '@tandem/domain/refusal';
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import { Refused } from '../../graphql/refusal.type.ts';
import { DuoEntity } from './duo.entity.ts';

/** The duo, locked until the transaction ends, so that two changes of it wait for each other. */
export async function lockDuo(tx: EntityManager, id: string): Promise<DuoEntity> {
  const duo = await tx.findOne(DuoEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (duo === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  return duo;
}

/**
 * A record of a duo, read once the duo is held: whoever writes anything of a duo holds the duo first, so that nobody waits
 * for somebody who waits for them.
 */
export async function recordOfDuo<Row extends { id: string; duoId: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  id: string,
): Promise<{ record: Row; duo: DuoEntity }> {
  const where = { id } as FindOptionsWhere<Row>;
  const found = await tx.findOneBy(entity, where);
  if (found === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  const duo = await lockDuo(tx, found.duoId);
  return { record: await tx.findOneByOrFail(entity, where), duo };
}

export function stateOf({ startedOn, plannedEndOn, closedOn, closureReason }: DuoEntity): DuoState {
  return { startedOn, plannedEndOn, closedOn, closureReason };
}

/** Brings the facts of a duo up to its records, in the same transaction. */
export async function refreshFacts(tx: EntityManager, duoId: string): Promise<void> {
  await tx.query('select refresh_duo_facts($1)', [[duoId]]);
}

/** The same for what facts hold of a closure. */
export async function refreshClosure(tx: EntityManager, duoId: string): Promise<void> {
  await tx.query('select refresh_closure_facts($1)', [[duoId]]);
}

/** The same for what its fact holds of its outcomes. Whoever changes those holds the duo. */
export async function refreshOutcomes(tx: EntityManager, duoId: string): Promise<void> {
  await tx.query('select refresh_outcome_facts($1)', [[duoId]]);
}

/** The same for what its fact holds of its meetings. Whoever changes those holds the duo. */
export async function refreshMeetings(tx: EntityManager, duoId: string): Promise<void> {
  await tx.query('select refresh_meeting_facts($1)', [[duoId]]);
}

/**
 * Holds both people until the transaction ends. Duos of one person are thus written one after the other: left to
 * the exclusion constraint alone, two writers can wait for each other and end in a deadlock.
 */
export async function lockPeople(tx: EntityManager, mentorId: string, menteeId: string): Promise<void> {
  for (const [table, id] of [
    ['mentor', mentorId],
    ['mentee', menteeId],
  ] as const) {
    const [found]: { personId: string }[] = await tx.query(
      `select person_id as "personId" from ${table} where id = $1 for no key update`,
      [id],
    );
    if (found === undefined) throw new Refused({ code: 'REFERENCE_UNKNOWN', field: `${table}Id` });
    // Asked after the lock: an erasure that was waited for counts.
    const erased: unknown[] = await tx.query('select 1 from person where id = $1 and erased_on is not null', [
      found.personId,
    ]);
    if (erased.length > 0) throw new Refused({ code: 'PERSON_ERASED', field: `${table}Id` });
  }
}

/** Refuses a note about a duo of somebody who was erased: it would tell of them again. */
export async function refuseNoteOfErased(
  tx: EntityManager,
  { mentorId, menteeId }: DuoEntity,
  note: string | null,
): Promise<void> {
  if (note === null) return;
  const erased: unknown[] = await tx.query(
    `select 1 from person where erased_on is not null and id in (
       select person_id from mentor where id = $1 union all select person_id from mentee where id = $2)`,
    [mentorId, menteeId],
  );
  if (erased.length > 0) throw new Refused({ code: 'PERSON_ERASED', field: 'note' });
}

const REFUSED_BY_DATABASE: Readonly<Record<string, Refusal>> = {
  duo_one_per_mentor: { code: 'MENTOR_HAS_DUO', field: 'mentorId' },
  duo_one_per_mentee: { code: 'MENTEE_HAS_DUO', field: 'menteeId' },
  duo_coordinator_id_fkey: { code: 'REFERENCE_UNKNOWN', field: 'coordinatorId' },
  duo_branch_id_fkey: { code: 'REFERENCE_UNKNOWN', field: 'branchId' },
  earmark_grant_id_fkey: { code: 'REFERENCE_UNKNOWN', field: 'grantId' },
};

/** The row would lie outside of what its writer meets: for a duo, in a branch that is not the coordinator's. */
const OUT_OF_REACH = '42501';

/** Turns what the database refuses of a duo into our refusal; rethrows everything else. */
export function refuseByDatabase(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const { code, constraint } = error as { code?: string; constraint?: string };
  const refusal = REFUSED_BY_DATABASE[code === OUT_OF_REACH ? 'duo_branch_id_fkey' : (constraint ?? '')];
  throw refusal === undefined ? error : new Refused(refusal);
}
