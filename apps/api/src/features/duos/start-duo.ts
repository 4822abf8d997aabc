import * as rules from '@tandem/domain/duo';
import { earmark } from '@tandem/domain/funding';
import { startDuoInput } from '@tandem/domain/inputs';
import { IsNull } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { GrantEntity } from '../funding/grant.entity.ts';
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
    if (grantId !== null) {
      const grant = await tx.findOneBy(GrantEntity, { id: grantId, removedAt: IsNull() });
      if (grant === null) throw new Refused({ code: 'REFERENCE_UNKNOWN', field: 'grantId' });
      decided(earmark(grant, duo, 0, 1));
      await tx
        .query('insert into earmark (duo_id, grant_id, share) values ($1, $2, 1)', [id, grantId])
        .catch(refuseByDatabase);
    }
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
