import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import { Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { VolunteerEntity } from './volunteer.entity.ts';

export type LockedVolunteer = VolunteerEntity & { readonly isErased: boolean };

/** The volunteer, locked; another partner's looks absent. */
export async function lockVolunteer(
  tx: EntityManager,
  context: Context,
  id: string,
): Promise<LockedVolunteer> {
  const volunteer = await tx.findOne(VolunteerEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const { partnerId } = context.scope;
  if (volunteer === null || (partnerId !== null && volunteer.partnerId !== partnerId))
    throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  // Asked after the lock: an erasure that was waited for counts.
  const erased: unknown[] = await tx.query('select 1 from person where id = $1 and erased_on is not null', [
    volunteer.personId,
  ]);
  return { ...volunteer, isErased: erased.length > 0 };
}

/** Refuses what would bring somebody back who was erased, or have words written about them. */
export function refuseErased({ isErased }: LockedVolunteer, field: string): void {
  if (isErased) throw new Refused({ code: 'PERSON_ERASED', field });
}

/** Ends a registration; hours given stay. */
export function withdrawVolunteer(context: Context, id: string, version: number): Promise<string> {
  return change(context, id, version, 'withdrawVolunteer', ({ status }) =>
    status === 'WITHDRAWN'
      ? undefined
      : { status: 'WITHDRAWN', statusBeforeWithdrawal: status, withdrawnOn: context.today },
  );
}

/** Takes a withdrawal back: the registration is what it was. */
export function reinstateVolunteer(context: Context, id: string, version: number): Promise<string> {
  return change(context, id, version, 'reinstateVolunteer', (volunteer) => {
    refuseErased(volunteer, 'id');
    const { status, statusBeforeWithdrawal } = volunteer;
    return status === 'WITHDRAWN'
      ? { status: statusBeforeWithdrawal ?? 'REGISTERED', statusBeforeWithdrawal: null, withdrawnOn: null }
      : undefined;
  });
}

type Standing = Pick<VolunteerEntity, 'status' | 'statusBeforeWithdrawal' | 'withdrawnOn'>;

function change(
  context: Context,
  id: string,
  version: number,
  action: AuditAction,
  decide: (volunteer: LockedVolunteer) => Standing | undefined,
): Promise<string> {
  return context.db.transaction(async (tx) => {
    const volunteer = await lockVolunteer(tx, context, id);
    refuseStale('volunteer', volunteer, version);
    const after = decide(volunteer);
    if (after === undefined) throw new Refused({ code: 'CHANGED_MEANWHILE' });
    await tx.update(VolunteerEntity, { id }, { ...after, version: version + 1 });
    await recordChange(tx, context, {
      action,
      recordKind: 'volunteer',
      recordId: id,
      subjectId: id,
      before: { status: volunteer.status },
      after: { status: after.status },
    });
    return id;
  });
}
