import { timeEntryInput } from '@tandem/domain/inputs';
import { decideTime, logTime } from '@tandem/domain/time-entry';
import type { AuditAction } from '@tandem/domain/audit';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import type { RecordVersionInput } from '../../graphql/inputs.type.ts';
import { decided, parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { TimeEntryEntity } from './time-entry.entity.ts';
import type { TimeEntryInput } from './time-entry.type.ts';
import { lockVolunteer, refuseErased, type LockedVolunteer } from './volunteer-operations.ts';

/** Logs hours of a volunteer; they wait for staff to decide on them. */
export function logHours(context: Context, raw: TimeEntryInput): Promise<string> {
  const input = parseInput(timeEntryInput, raw);
  return context.db.transaction(async (tx) => {
    const volunteer = await lockVolunteer(tx, context, input.volunteerId);
    refuseErased(volunteer, 'volunteerId');
    const entry = { id: newId(), ...decided(logTime(volunteer, input, context.today)) };
    await tx.insert(TimeEntryEntity, {
      ...entry,
      status: 'SUBMITTED',
      rejectionReason: null,
      version: 1,
      removedAt: null,
    });
    await record(tx, context, 'logHours', entry.id, volunteer.id, null, input);
    return entry.id;
  });
}

/** Takes hours out that nobody has decided on yet (they can be put back). */
export function removeHours(context: Context, seen: RecordVersionInput): Promise<string> {
  return change(context, seen, 'removeHours', (entry) => {
    if (entry.removedAt !== null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    if (entry.status !== 'SUBMITTED') throw new Refused({ code: 'HOURS_ALREADY_DECIDED' });
    return { removedAt: context.now };
  });
}

/** Puts hours back that were taken out. */
export function restoreHours(context: Context, seen: RecordVersionInput): Promise<string> {
  return change(context, seen, 'restoreHours', (entry, volunteer) => {
    refuseErased(volunteer, 'id');
    if (entry.removedAt === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    return { removedAt: null };
  });
}

export function approveHours(context: Context, seen: RecordVersionInput): Promise<string> {
  const decision = { status: 'APPROVED', rejectionReason: null } as const;
  return change(context, seen, 'approveHours', (entry) =>
    decided(decideTime(present(entry).status, decision)),
  );
}

export function rejectHours(context: Context, seen: RecordVersionInput, reason: string): Promise<string> {
  const decision = { status: 'REJECTED', rejectionReason: reason } as const;
  return change(context, seen, 'rejectHours', (entry, volunteer) => {
    refuseErased(volunteer, 'id');
    return decided(decideTime(present(entry).status, decision));
  });
}

/** Takes a decision back: the hours wait again. */
export function undoHoursDecision(context: Context, seen: RecordVersionInput): Promise<string> {
  return change(context, seen, 'undoHoursDecision', (entry) => {
    if (present(entry).status === 'SUBMITTED') throw new Refused({ code: 'CHANGED_MEANWHILE' });
    return { status: 'SUBMITTED', rejectionReason: null };
  });
}

function present(entry: TimeEntryEntity): TimeEntryEntity {
  if (entry.removedAt !== null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  return entry;
}

type Patch = Partial<Pick<TimeEntryEntity, 'status' | 'rejectionReason' | 'removedAt'>>;

function change(
  context: Context,
  { id, version }: RecordVersionInput,
  action: AuditAction,
  decide: (entry: TimeEntryEntity, volunteer: LockedVolunteer) => Patch,
): Promise<string> {
  return context.db.transaction(async (tx) => {
    const found = await tx.findOneBy(TimeEntryEntity, { id });
    if (found === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    // The volunteer before the entry, as an erasure does: in the other order they would wait for each other.
    const volunteer = await lockVolunteer(tx, context, found.volunteerId);
    const entry = await tx.findOneOrFail(TimeEntryEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    refuseStale('timeEntry', entry, version);
    const patch = decide(entry, volunteer);
    await tx.update(TimeEntryEntity, { id }, { ...patch, version: version + 1 });
    const { status, rejectionReason, removedAt } = entry;
    await record(tx, context, action, id, entry.volunteerId, { status, rejectionReason, removedAt }, patch);
    return id;
  });
}

function record(
  tx: EntityManager,
  context: Context,
  action: AuditAction,
  recordId: string,
  subjectId: string,
  before: object | null,
  after: object,
): Promise<string> {
  return recordChange(tx, context, { action, recordKind: 'timeEntry', recordId, subjectId, before, after });
}
