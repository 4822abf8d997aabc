import { outcomeInput } from '@tandem/domain/inputs';
import * as rules from '@tandem/domain/outcome';
import type { AuditAction } from '@tandem/domain/audit';
import { newId } from '../../database/new-id.ts';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { lockDuo, recordOfDuo, refreshOutcomes } from './duo-writes.ts';
import { OutcomeEntity } from './outcome.entity.ts';
import type { OutcomeInput } from './outcome.type.ts';

/** Records a situation found for the mentee of a duo. */
export function recordOutcome(context: Context, duoId: string, raw: OutcomeInput): Promise<OutcomeEntity> {
  const input = parseInput(outcomeInput, raw);
  return context.db.transaction(async (tx) => {
    const facts = decided(rules.recordOutcome(await lockDuo(tx, duoId), input, context.today));
    const outcome = {
      id: newId(),
      version: 1,
      duoId,
      ...facts,
      recordedOn: context.today,
      removedAt: null,
    };
    await tx.insert(OutcomeEntity, outcome);
    await refreshOutcomes(tx, duoId);
    await recordChange(tx, context, {
      action: 'recordOutcome',
      recordKind: 'outcome',
      recordId: outcome.id,
      subjectId: duoId,
      after: facts,
    });
    return outcome;
  });
}

/** Takes a situation out (it can be put back). */
export function removeOutcome(context: Context, id: string, version: number): Promise<OutcomeEntity> {
  return setRemoved(context, id, version, 'removeOutcome', context.now);
}

/** Puts a situation back that was taken out. */
export function restoreOutcome(context: Context, id: string, version: number): Promise<OutcomeEntity> {
  return setRemoved(context, id, version, 'restoreOutcome', null);
}

function setRemoved(
  context: Context,
  id: string,
  version: number,
  action: AuditAction,
  removedAt: Date | null,
): Promise<OutcomeEntity> {
  return context.db.transaction(async (tx) => {
    const { record: outcome } = await recordOfDuo(tx, OutcomeEntity, id);
    refuseStale('outcome', outcome, version);
    if ((outcome.removedAt === null) === (removedAt === null))
      throw new Refused({ code: 'NOT_FOUND', field: 'id' });
    const next = { removedAt, version: version + 1 };
    await tx.update(OutcomeEntity, { id }, next);
    await refreshOutcomes(tx, outcome.duoId);
    const { observedOn, situation, contractType, months, evidence } = outcome;
    const facts = { observedOn, situation, contractType, months, evidence };
    await recordChange(tx, context, {
      action,
      recordKind: 'outcome',
      recordId: id,
      subjectId: outcome.duoId,
      ...(removedAt === null ? { after: facts } : { before: facts }),
    });
    return { ...outcome, ...next };
  });
}
