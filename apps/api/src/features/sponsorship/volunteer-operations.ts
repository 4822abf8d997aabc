import type { VolunteerStatus } from '@tandem/domain/vocabulary';
import type { EntityManager } from 'typeorm';
import { transaction } from '../../database/data-source.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { VolunteerEntity } from './volunteer.entity.ts';

/** The volunteer, locked; another partner's looks absent. */
export async function lockVolunteer(
  tx: EntityManager,
  context: Context,
  id: string,
): Promise<VolunteerEntity> {
  const volunteer = await tx.findOne(VolunteerEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const { partnerId } = viewerOf(context);
  if (volunteer === null || (partnerId !== null && volunteer.partnerId !== partnerId))
    throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  return volunteer;
}

/** Ends a registration; hours given stay. */
export function withdrawVolunteer(context: Context, id: string, version: number): Promise<string> {
  return setStatus(
    context,
    id,
    version,
    'withdrawVolunteer',
    (status) => status !== 'WITHDRAWN',
    'WITHDRAWN',
  );
}

/** Takes a withdrawal back. */
export function reinstateVolunteer(context: Context, id: string, version: number): Promise<string> {
  return setStatus(
    context,
    id,
    version,
    'reinstateVolunteer',
    (status) => status === 'WITHDRAWN',
    'REGISTERED',
  );
}

function setStatus(
  context: Context,
  id: string,
  version: number,
  action: string,
  from: (status: VolunteerStatus) => boolean,
  to: VolunteerStatus,
): Promise<string> {
  return transaction(context.db, async (tx) => {
    const { status, version: current } = await lockVolunteer(tx, context, id);
    if (current !== version || !from(status)) throw new Refused({ code: 'CHANGED_MEANWHILE' });
    await tx.update(VolunteerEntity, { id }, { status: to, version: version + 1 });
    await recordChange(tx, context, {
      action,
      recordKind: 'volunteer',
      recordId: id,
      subjectId: id,
      before: { status },
      after: { status: to },
    });
    return id;
  });
}
