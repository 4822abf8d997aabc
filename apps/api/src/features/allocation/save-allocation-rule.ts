import { allocationRuleOf, changesOf } from '@tandem/domain/allocation';
import { allocationRuleInput } from '@tandem/domain/money-inputs';
import { newId } from '../../database/new-id.ts';
import { viewerOf, type Context } from '../../graphql/context.ts';
import { parseInput, Refused } from '../../graphql/refusal.type.ts';
import { recordChange } from '../audit/record-change.ts';
import { AllocationRuleEntity } from './allocation-rule.entity.ts';
import type { AllocationRuleInput } from './allocation.type.ts';

/** Makes a new version of the rule from the one in force, `version`; one that would say the same is refused. */
export function saveAllocationRule(
  context: Context,
  version: number,
  raw: AllocationRuleInput,
): Promise<AllocationRuleEntity> {
  const input = parseInput(allocationRuleInput, raw);
  const content = allocationRuleOf(input);
  return context.db.transaction(async (tx) => {
    const [current] = await tx.find(AllocationRuleEntity, { order: { version: 'DESC' }, take: 1 });
    if (current === undefined) throw new Error('there is no allocation rule');
    if (current.version !== version)
      throw new Refused({ code: 'CHANGED_MEANWHILE', params: { version: current.version } });
    const shares = content.branchShares === null ? [] : (input.branchShares ?? []);
    const branches: { id: string }[] = await tx.query('select id from branch');
    const unknown = shares.findIndex(({ branchId }) => !branches.some(({ id }) => id === branchId));
    if (unknown >= 0)
      throw new Refused({ code: 'REFERENCE_UNKNOWN', field: `branchShares.${unknown}.branchId` });
    if (changesOf(current, content).length === 0) throw new Refused({ code: 'NOTHING_CHANGES' });
    const rule = {
      id: newId(),
      version: version + 1,
      ...content,
      spread: input.spread,
      reason: input.reason,
      madeAt: context.now,
      madeBy: viewerOf(context).name,
    };
    await tx.insert(AllocationRuleEntity, rule).catch((error: unknown) => {
      const { constraint } = error as { constraint?: string };
      if (constraint !== 'allocation_rule_version_key') throw error;
      throw new Refused({ code: 'CHANGED_MEANWHILE', params: { version: version + 1 } });
    });
    const { basis, span, spread, branchShares } = current;
    await recordChange(tx, context, {
      action: 'saveAllocationRule',
      recordKind: 'allocationRule',
      recordId: rule.id,
      subjectId: rule.id,
      before: { basis, span, spread, branchShares },
      after: { ...content, reason: rule.reason },
    });
    return rule;
  });
}
