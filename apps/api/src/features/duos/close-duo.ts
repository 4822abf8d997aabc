import * as rules from '@tandem/domain/duo';
import { closeDuoInput } from '@tandem/domain/inputs';
import type { Decision } from '@tandem/domain/refusal';
import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { DuoEntity } from './duo.entity.ts';
import { meetingSummaries } from './duo.queries.ts';
import { lockDuo, lockPeople, refreshClosure, refuseByDatabase, stateOf } from './duo-writes.ts';
import type { CloseDuoInput } from './duo.type.ts';

/** Ends an active duo. */
export function closeDuo(context: Context, id: string, version: number, raw: CloseDuoInput): Promise<string> {
  const closure = parseInput(closeDuoInput, raw);
  return change(context, id, version, 'closeDuo', async (duo, tx) => {
    const lastMeetingOn = (await meetingSummaries(tx, [id])).get(id)?.lastOn ?? null;
    return rules.closeDuo({ ...duo, lastMeetingOn }, closure, context.today);
  });
}

/** Takes a closure back, if both people are still free. */
export function reopenDuo(context: Context, id: string, version: number): Promise<string> {
  return change(context, id, version, 'reopenDuo', rules.reopenDuo);
}

function change(
  context: Context,
  id: string,
  version: number,
  action: AuditAction,
  decide: (
    duo: rules.DuoState,
    tx: EntityManager,
  ) => Decision<rules.DuoState> | Promise<Decision<rules.DuoState>>,
): Promise<string> {
  return context.db.transaction(async (tx) => {
    const duo = await lockDuo(tx, id);
    refuseStale('duo', duo, version);
    await lockPeople(tx, duo.mentorId, duo.menteeId);
    const before = stateOf(duo);
    const after = decided(await decide(before, tx));
    await tx.update(DuoEntity, { id }, { ...after, version: version + 1 }).catch(refuseByDatabase);
    await refreshClosure(tx, id);
    await recordChange(tx, context, {
      action,
      recordKind: 'duo',
      recordId: id,
      subjectId: id,
      before,
      after,
    });
    return id;
  });
}
