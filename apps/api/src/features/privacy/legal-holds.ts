import { decideHold, decideReason } from '@tandem/domain/privacy';
import { reasonInput } from '@tandem/domain/privacy-inputs';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { lockPerson } from './lock-person.ts';

/** Keeps everything of a person until the hold is lifted. Returns the person's id. */
export function placeHold(context: Context, personId: string, raw: string): Promise<string> {
  const { reason } = parseInput(reasonInput, { reason: raw });
  return context.db.transaction(async (tx) => {
    const person = await lockPerson(tx, personId);
    decided(decideHold(person));
    decided(decideReason(reason, person.names));
    await tx.query(
      'insert into legal_hold (id, person_id, reason, placed_at, placed_by) values ($1, $2, $3, $4, $5)',
      [newId(), personId, reason, context.now, viewerOf(context).name],
    );
    await recordChange(tx, context, {
      action: 'placeHold',
      recordKind: 'person',
      recordId: personId,
      subjectId: personId,
      after: { reason },
    });
    return personId;
  });
}

/** Ends a hold. Returns the person's id. */
export function liftHold(context: Context, personId: string): Promise<string> {
  return context.db.transaction(async (tx) => {
    const [, count]: [unknown[], number] = await tx.query(
      'update legal_hold set lifted_at = $2, lifted_by = $3 where person_id = $1 and lifted_at is null',
      [personId, context.now, viewerOf(context).name],
    );
    if (count === 0) throw new Refused({ code: 'NOT_UNDER_HOLD', field: 'personId' });
    await recordChange(tx, context, {
      action: 'liftHold',
      recordKind: 'person',
      recordId: personId,
      subjectId: personId,
    });
    return personId;
  });
}
