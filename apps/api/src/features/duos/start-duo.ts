import * as rules from '@tandem/domain/duo';
import { startDuoInput } from '@tandem/domain/inputs';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { DuoEntity } from './duo.entity.ts';
import { lockPeople, refreshFacts, refuseByDatabase } from './duo-writes.ts';
import type { StartDuoInput } from './duo.type.ts';

/** Starts a duo and, where a grant is named, earmarks it whole to that grant. Returns its id. */
export function startDuo(context: Context, raw: StartDuoInput): Promise<string> {
  const { grantId, ...input } = parseInput(startDuoInput, raw);
  const state = decided(rules.startDuo(input.startedOn, context.today));
  return context.db.transaction(async (tx) => {
    await lockPeople(tx, input.mentorId, input.menteeId);
    const id = newId();
    const duo = { id, reference: `D-${id.slice(-8).toUpperCase()}`, ...input, ...state, version: 1 };
    await tx.insert(DuoEntity, duo).catch(refuseByDatabase);
    if (grantId !== null)
      await tx
        .query('insert into earmark (duo_id, grant_id, share) values ($1, $2, 1)', [id, grantId])
        .catch(refuseByDatabase);
    await refreshFacts(tx, id);
    await recordChange(tx, context, {
      action: 'startDuo',
      recordKind: 'duo',
      recordId: id,
      subjectId: id,
      after: duo,
    });
    return id;
  });
}
