import * as rules from '@tandem/domain/duo';
import { meetingInput } from '@tandem/domain/inputs';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import type { DuoEntity } from './duo.entity.ts';
import { lockDuo, recordOfDuo, refreshMeetings, refuseNoteOfErased, stateOf } from './duo-writes.ts';
import { MeetingEntity } from './meeting.entity.ts';
import type { MeetingInput } from './meeting.type.ts';

/** Logs a meeting of a duo. */
export function logMeeting(context: Context, duoId: string, raw: MeetingInput): Promise<MeetingEntity> {
  const input = parseInput(meetingInput, raw);
  return context.db.transaction(async (tx) => {
    const duo = await lockDuo(tx, duoId);
    const facts = decided(rules.logMeeting(stateOf(duo), input, context.today));
    await refuseNoteOfErased(tx, duo, facts.note);
    const meeting = { id: newId(), version: 1, duoId, ...facts, removedAt: null };
    await tx.insert(MeetingEntity, meeting);
    await refreshMeetings(tx, duoId);
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

/** Changes a meeting that is as the viewer saw it, in `version`. */
export function updateMeeting(
  context: Context,
  id: string,
  version: number,
  raw: MeetingInput,
): Promise<MeetingEntity> {
  const input = parseInput(meetingInput, raw);
  return context.db.transaction(async (tx) => {
    const { meeting, duo } = await meetingOf(tx, id, version);
    const after = decided(rules.logMeeting(stateOf(duo), input, context.today));
    await refuseNoteOfErased(tx, duo, after.note);
    const changed = await change(tx, meeting, after);
    await recordChange(tx, context, {
      action: 'updateMeeting',
      recordKind: 'meeting',
      recordId: id,
      subjectId: meeting.duoId,
      before: factsOf(meeting),
      after,
    });
    return changed;
  });
}

/** Takes a meeting out (it can be put back). */
export function removeMeeting(context: Context, id: string, version: number): Promise<MeetingEntity> {
  return context.db.transaction(async (tx) => {
    const { meeting } = await meetingOf(tx, id, version);
    const removed = await change(tx, meeting, { removedAt: context.now });
    await recordChange(tx, context, {
      action: 'removeMeeting',
      recordKind: 'meeting',
      recordId: id,
      subjectId: meeting.duoId,
      before: factsOf(meeting),
    });
    return removed;
  });
}

/** Puts a meeting back that was taken out. */
export function restoreMeeting(context: Context, id: string, version: number): Promise<MeetingEntity> {
  return context.db.transaction(async (tx) => {
    const { meeting, duo } = await meetingOf(tx, id, version, { removed: true });
    // The duo may have been closed meanwhile.
    decided(rules.logMeeting(stateOf(duo), meeting, context.today));
    const restored = await change(tx, meeting, { removedAt: null });
    await recordChange(tx, context, {
      action: 'restoreMeeting',
      recordKind: 'meeting',
      recordId: id,
      subjectId: meeting.duoId,
      after: factsOf(meeting),
    });
    return restored;
  });
}

/** The meeting as the viewer saw it, and its duo, which is held. */
async function meetingOf(
  tx: EntityManager,
  id: string,
  version: number,
  { removed = false } = {},
): Promise<{ meeting: MeetingEntity; duo: DuoEntity }> {
  const { record: meeting, duo } = await recordOfDuo(tx, MeetingEntity, id);
  refuseStale('meeting', meeting, version);
  if ((meeting.removedAt !== null) !== removed) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  return { meeting, duo };
}

async function change(
  tx: EntityManager,
  meeting: MeetingEntity,
  patch: Partial<MeetingEntity>,
): Promise<MeetingEntity> {
  const next = { ...patch, version: meeting.version + 1 };
  await tx.update(MeetingEntity, { id: meeting.id }, next);
  await refreshMeetings(tx, meeting.duoId);
  return { ...meeting, ...next };
}

function factsOf({ heldOn, minutes, mode, note }: MeetingEntity) {
  return { heldOn, minutes, mode, note };
}
