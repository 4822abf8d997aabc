import type { DataSource } from 'typeorm';
import { newId } from '../../database/new-id.ts';
import { AllocationRuleEntity } from './allocation-rule.entity.ts';

/** A second version of the rule, after that with which the platform comes: all branches bear shared and indirect cost together. */
export async function loadSampleRule(db: DataSource, by: string): Promise<void> {
  await db.transaction(async (tx) => {
    if (await tx.existsBy(AllocationRuleEntity, { version: 2 })) return;
    await tx.insert(AllocationRuleEntity, {
      id: newId(),
      version: 2,
      basis: 'ACTIVE_DUO_MONTHS',
      span: 'MONTH',
      spread: ['SHARED', 'INDIRECT'],
      branchShares: null,
      reason: 'Une équipe pour les trois antennes',
      madeAt: new Date(),
      madeBy: by,
    });
  });
}
