import * as rules from '@tandem/domain/duo';
import { meetingInput } from '@tandem/domain/inputs';
import { transaction } from '../../database/data-source.ts';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { lockDuo, stateOf } from './duo-writes.ts';
import { MeetingEntity } from './meeting.entity.ts';
import type { MeetingInput } from './meeting.type.ts';

/** Logs a meeting of a duo. Meetings are no part of the facts: figures read them as they are. */
export function logMeeting(context: Context, duoId: string, raw: MeetingInput): Promise<MeetingEntity> {
  const input = parseInput(meetingInput, raw);
  return transaction(context.db, async (tx) => {
    const facts = decided(rules.logMeeting(stateOf(await lockDuo(tx, duoId)), input, context.today));
    const meeting = { id: newId(), duoId, ...facts, removedAt: null };
    await tx.insert(MeetingEntity, meeting);
    await recordChange(tx, context, {
      action: 'logMeeting',
      recordKind: 'meeting',
      recordId: meeting.id,
      subjectId: duoId,
      after: facts,
    });
    return meeting;
  });
}

export function updateMeeting(context: Context, id: string, raw: MeetingInput): Promise<MeetingEntity> {
  const input = parseInput(meetingInput, raw);
  return transaction(context.db, async (tx) => {
    const meeting = await tx.findOneBy(MeetingEntity, { id });
    if (meeting === null || meeting.removedAt !== null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    const after = decided(rules.logMeeting(stateOf(await lockDuo(tx, meeting.duoId)), input, context.today));
    await tx.update(MeetingEntity, { id }, after);
    const { heldOn, minutes, mode, note } = meeting;
    await recordChange(tx, context, {
      action: 'updateMeeting',
      recordKind: 'meeting',
      recordId: id,
      subjectId: meeting.duoId,
      before: { heldOn, minutes, mode, note },
      after,
    });
    return { ...meeting, ...after };
  });
}

/** Takes a meeting out (it can be put back). */
export function removeMeeting(context: Context, id: string): Promise<MeetingEntity> {
  return setRemoved(context, id, 'removeMeeting', context.now);
}

/** Puts a meeting back that was taken out. */
export function restoreMeeting(context: Context, id: string): Promise<MeetingEntity> {
  return setRemoved(context, id, 'restoreMeeting', null);
}

function setRemoved(
  context: Context,
  id: string,
  action: string,
  removedAt: Date | null,
): Promise<MeetingEntity> {
  return transaction(context.db, async (tx) => {
    const meeting = await tx.findOneBy(MeetingEntity, { id });
    if (meeting === null || (meeting.removedAt === null) === (removedAt === null))
      throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    await tx.update(MeetingEntity, { id }, { removedAt });
    const { heldOn, minutes, mode, note } = meeting;
    const facts = { heldOn, minutes, mode, note };
    await recordChange(tx, context, {
      action,
      recordKind: 'meeting',
      recordId: id,
      subjectId: meeting.duoId,
      ...(removedAt === null ? { after: facts } : { before: facts }),
    });
    return { ...meeting, removedAt };
  });
}
