import type { Refusal } from '@tandem/domain/refusal';
import type { EntityManager } from 'typeorm';
import { Refused } from '../../graphql/refusal.type.ts';
import { LedgerEntity } from './ledger.entity.ts';

/**
 * The ledger for a booking: it may be booked in at the same time, and is not closed until the transaction ends. The database
 * looks again at what is booked, whoever books it.
 */
export async function ledgerOf(tx: EntityManager): Promise<LedgerEntity> {
  const [ledger] = await tx.find(LedgerEntity, { take: 1, lock: { mode: 'pessimistic_read' } });
  if (ledger === undefined) throw new Error('the ledger has lost its row');
  return ledger;
}

const REFUSED_BY_DATABASE: Readonly<Record<string, Refusal>> = {
  ledger_month_closed: { code: 'MONTH_CLOSED', field: 'bookedOn' },
  cost_corrected_once: { code: 'ALREADY_CORRECTED', field: 'id' },
  ledger_correction_is_whole: { code: 'REVERSAL_NOT_CORRECTED', field: 'id' },
  cost_reference_once: { code: 'REFERENCE_TAKEN', field: 'reference' },
  cost_branch_id_fkey: { code: 'REFERENCE_UNKNOWN', field: 'branchId' },
  cost_grant_id_fkey: { code: 'REFERENCE_UNKNOWN', field: 'grantId' },
};

/** Turns what the database refuses of a booking into our refusal; rethrows everything else. */
export function refuseBooking(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  const { constraint } = error as { constraint?: string };
  const refusal = REFUSED_BY_DATABASE[constraint ?? ''];
  throw refusal === undefined ? error : new Refused(refusal);
}
