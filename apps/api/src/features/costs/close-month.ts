import type { CalendarDay } from '@tandem/domain/calendar-day';
import * as rules from '@tandem/domain/ledger';
import { reasonInput } from '@tandem/domain/money-inputs';
import type { Decision } from '@tandem/domain/refusal';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { decided, parseInput, refuseStale } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { LedgerEventEntity } from './ledger-event.entity.ts';
import { LedgerEntity } from './ledger.entity.ts';

/** Closes the month of a day and all before it: no booking is taken there any more. */
export function closeMonth(context: Context, month: CalendarDay, version: number): Promise<LedgerEntity> {
  return change(context, version, { action: 'CLOSED', month: rules.monthOf(month), reason: null }, (ledger) =>
    rules.closeMonth(ledger, month, context.today),
  );
}

/** Opens the month of a day again, and all after it. */
export function reopenMonth(
  context: Context,
  month: CalendarDay,
  version: number,
  rawReason: string,
): Promise<LedgerEntity> {
  const { reason } = parseInput(reasonInput, { reason: rawReason });
  return change(context, version, { action: 'REOPENED', month: rules.monthOf(month), reason }, (ledger) =>
    rules.reopenMonth(ledger, month),
  );
}

function change(
  context: Context,
  version: number,
  event: Pick<LedgerEventEntity, 'action' | 'month' | 'reason'>,
  decide: (ledger: rules.LedgerState) => Decision<rules.LedgerState>,
): Promise<LedgerEntity> {
  return context.db.transaction(async (tx) => {
    // Waits for the bookings that are on their way, and they for it.
    const ledger = await tx.findOneOrFail(LedgerEntity, { where: {}, lock: { mode: 'pessimistic_write' } });
    refuseStale('ledger', ledger, version);
    const { closedBefore } = decided(decide(ledger));
    const next = { closedBefore, version: version + 1 };
    await tx.update(LedgerEntity, { id: ledger.id }, next);
    const madeBy = viewerOf(context).name;
    await tx.insert(LedgerEventEntity, { id: newId(), at: context.now, madeBy, ...event });
    await recordChange(tx, context, {
      action: event.action === 'CLOSED' ? 'closeMonth' : 'reopenMonth',
      recordKind: 'ledger',
      recordId: ledger.id,
      subjectId: ledger.id,
      before: { closedBefore: ledger.closedBefore },
      after: { closedBefore, ...(event.reason !== null && { reason: event.reason }) },
    });
    return { ...ledger, ...next };
  });
}
