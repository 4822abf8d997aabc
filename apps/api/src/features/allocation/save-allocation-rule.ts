import { tenThousandths } from '@tandem/domain/funding';
import { allocationRuleInput } from '@tandem/domain/money-inputs';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { AllocationRuleEntity } from './allocation-rule.entity.ts';
import type { AllocationRuleInput } from './allocation.type.ts';

/** Makes a new version of the rule from the one in force, `version`. */
export function saveAllocationRule(
  context: Context,
  version: number,
  raw: AllocationRuleInput,
): Promise<AllocationRuleEntity> {
  const { branchShares, ...input } = parseInput(allocationRuleInput, raw);
  return context.db.transaction(async (tx) => {
    const [current] = await tx.find(AllocationRuleEntity, { order: { version: 'DESC' }, take: 1 });
    if (current === undefined) throw new Error('there is no allocation rule');
    if (current.version !== version)
      throw new Refused({ code: 'CHANGED_MEANWHILE', params: { version: current.version } });
    const shares = input.basis === 'BRANCH_SHARES' ? (branchShares ?? []) : null;
    const branches: { id: string }[] = await tx.query('select id from branch');
    const unknown = shares?.findIndex(({ branchId }) => !branches.some(({ id }) => id === branchId)) ?? -1;
    if (unknown >= 0)
      throw new Refused({ code: 'REFERENCE_UNKNOWN', field: `branchShares.${unknown}.branchId` });
    const rule = {
      id: newId(),
      version: version + 1,
      ...input,
      branchShares:
        shares && Object.fromEntries(shares.map(({ branchId, share }) => [branchId, tenThousandths(share)])),
      madeAt: context.now,
      madeBy: viewerOf(context).name,
    };
    await tx.insert(AllocationRuleEntity, rule).catch((error: unknown) => {
      const { constraint } = error as { constraint?: string };
      if (constraint !== 'allocation_rule_version_key') throw error;
      throw new Refused({ code: 'CHANGED_MEANWHILE', params: { version: version + 1 } });
    });
    const { basis, span, spread, branchShares: former } = current;
    await recordChange(tx, context, {
      action: 'saveAllocationRule',
      recordKind: 'allocationRule',
      recordId: rule.id,
      subjectId: rule.id,
      before: { basis, span, spread, branchShares: former },
      after: {
        basis: rule.basis,
        span: rule.span,
        spread: rule.spread,
        branchShares: rule.branchShares,
        reason: rule.reason,
      },
    });
    return rule;
  });
}
