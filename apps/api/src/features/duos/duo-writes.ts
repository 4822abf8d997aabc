import type { DuoState } from '@tandem/domain/duo';
import type { EntityManager } from 'typeorm';
import { Refused } from '../../graphql/refusal.type.ts';
import { DuoEntity } from './duo.entity.ts';

/** The duo, locked until the transaction ends, so that two changes of it wait for each other. */
export async function lockDuo(tx: EntityManager, id: string): Promise<DuoEntity> {
  const duo = await tx.findOne(DuoEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (duo === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  return duo;
}

export function stateOf({ startedOn, plannedEndOn, closedOn, closureReason }: DuoEntity): DuoState {
  return { startedOn, plannedEndOn, closedOn, closureReason };
}

/** Brings the facts of a duo up to its records, in the same transaction. */
export async function refreshFacts(tx: EntityManager, duoId: string): Promise<void> {
  await tx.query('select refresh_duo_facts($1)', [[duoId]]);
}

const REFUSED_BY_DATABASE: Readonly<Record<string, 'MENTOR_HAS_DUO' | 'MENTEE_HAS_DUO'>> = {
  duo_one_per_mentor: 'MENTOR_HAS_DUO',
  duo_one_per_mentee: 'MENTEE_HAS_DUO',
};

/** Turns the database's refusal of an overlapping duo into ours; rethrows everything else. */
export function refuseOverlap(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  const code = REFUSED_BY_DATABASE[constraint];
  if (code === undefined) throw error;
  throw new Refused({ code, field: code === 'MENTOR_HAS_DUO' ? 'mentorId' : 'menteeId' });
}
