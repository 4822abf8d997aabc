import { bookOn, correctionDay } from '@tandem/domain/ledger';
import { costCorrectionInput, costInput, reasonInput } from '@tandem/domain/money-inputs';
import { IsNull, type EntityManager } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { GrantEntity } from '../funding/grant.entity.ts';
import { CostEntity } from './cost.entity.ts';
import type { CostCorrectionInput, CostInput } from './cost.type.ts';
import { ledgerOf, refuseBooking } from './ledger-writes.ts';

/** Books a line. Returns its id. */
export function bookCost(context: Context, raw: CostInput): Promise<string> {
  const input = parseInput(costInput, raw);
  return context.db.transaction(async (tx) => {
    decided(bookOn(await ledgerOf(tx), input.bookedOn, context.today));
    const id = newId();
    await insert(tx, context, {
      id,
      entry: 'BOOKING',
      correctsId: null,
      documentOn: null,
      reason: null,
      ...input,
    });
    await recordChange(tx, context, {
      action: 'bookCost',
      recordKind: 'cost',
      recordId: id,
      subjectId: id,
      after: input,
    });
    return id;
  });
}

/** Takes a line back by its counter-entry and books what it should have been. Returns the id of the new line. */
export function correctCost(context: Context, id: string, raw: CostCorrectionInput): Promise<string> {
  const { reason, ...line } = parseInput(costCorrectionInput, raw);
  return context.db.transaction(async (tx) => {
    const former = await correctable(tx, id);
    const ledger = await ledgerOf(tx);
    const bookedOn = decided(bookOn(ledger, correctionDay(ledger, line.bookedOn), context.today));
    await reverse(tx, context, former, correctionDay(ledger, former.bookedOn), reason);
    const documentOn = bookedOn === line.bookedOn ? null : line.bookedOn;
    const { reference } = former;
    const replacement = { ...line, bookedOn, documentOn, reference, reason };
    const newLine = newId();
    await insert(tx, context, { id: newLine, entry: 'REPLACEMENT', correctsId: id, ...replacement });
    await record(tx, context, former, replacement);
    return newLine;
  });
}

/** Takes a line back by its counter-entry, with nothing in its place. Returns the id of the counter-entry. */
export function reverseCost(context: Context, id: string, rawReason: string): Promise<string> {
  const { reason } = parseInput(reasonInput, { reason: rawReason });
  return context.db.transaction(async (tx) => {
    const former = await correctable(tx, id);
    const bookedOn = correctionDay(await ledgerOf(tx), former.bookedOn);
    const counterEntry = await reverse(tx, context, former, bookedOn, reason);
    await record(tx, context, former, { bookedOn, amountCents: -former.amountCents, reason });
    return counterEntry;
  });
}

async function correctable(tx: EntityManager, id: string): Promise<CostEntity> {
  const line = await tx.findOneBy(CostEntity, { id });
  if (line === null) throw new Refused({ code: 'NOT_FOUND', field: 'id' });
  if (line.entry === 'REVERSAL') throw new Refused({ code: 'REVERSAL_NOT_CORRECTED', field: 'id' });
  return line;
}

async function reverse(
  tx: EntityManager,
  context: Context,
  former: CostEntity,
  bookedOn: string,
  reason: string,
): Promise<string> {
  const id = newId();
  // It is about what the line was about, so that it takes back from whom that was given.
  const about = former.documentOn ?? former.bookedOn;
  const documentOn = bookedOn === about ? null : about;
  const { id: correctsId, category, branchId, nature, grantId, reference } = former;
  const opposite = { category, branchId, nature, grantId, reference, amountCents: -former.amountCents };
  await insert(tx, context, { id, entry: 'REVERSAL', correctsId, bookedOn, documentOn, reason, ...opposite });
  return id;
}

type NewLine = Omit<CostEntity, 'nature' | 'branch' | 'grant' | 'currency' | 'enteredBy'> & {
  readonly nature: CostEntity['nature'] | null;
};

/** Not through the entity: a nature that is left out is given by the database. */
async function insert(tx: EntityManager, context: Context, line: NewLine): Promise<void> {
  // A counter-entry names the grant that its line named, whatever became of it since.
  if (line.grantId !== null && line.entry !== 'REVERSAL') {
    const grant = await tx.findOne(GrantEntity, {
      where: { id: line.grantId, removedAt: IsNull() },
      lock: { mode: 'pessimistic_read' },
    });
    if (grant === null) throw new Refused({ code: 'REFERENCE_UNKNOWN', field: 'grantId' });
    if (!grant.counts) throw new Refused({ code: 'GRANT_DOES_NOT_COUNT', field: 'grantId' });
  }
  await tx
    .query(
      `insert into cost (id, entry, corrects_id, booked_on, document_on, category, branch_id, amount_cents, nature, grant_id, reference, reason, entered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        line.id,
        line.entry,
        line.correctsId,
        line.bookedOn,
        line.documentOn,
        line.category,
        line.branchId,
        line.amountCents,
        line.nature,
        line.grantId,
        line.reference,
        line.reason,
        viewerOf(context).name,
      ],
    )
    .catch(refuseBooking);
}

function record(tx: EntityManager, context: Context, former: CostEntity, after: object): Promise<string> {
  const { id, bookedOn, category, branchId, amountCents, nature, grantId } = former;
  return recordChange(tx, context, {
    action: 'correctCost',
    recordKind: 'cost',
    recordId: id,
    subjectId: id,
    before: { bookedOn, category, branchId, amountCents, nature, grantId },
    after,
  });
}
