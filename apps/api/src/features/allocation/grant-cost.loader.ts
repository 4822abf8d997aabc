import { euros } from '@tandem/domain/money';
import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import type { GrantEntity } from '../funding/grant.entity.ts';
import { grantCostTold } from '../metrics/release.loader.ts';
import { allocateDuos } from './allocate-duos.ts';
import { allocateTime, rulesOf } from './allocate-period.ts';
import type { AllocationRuleContentType, GrantCostType } from './allocation.type.ts';
import { allocatedToGrant, ownTimeOf, type GrantPeriod } from './grant-allocation.loader.ts';

/**
 * What the duos of a grant bore of the cost in its own time, as far as that is over, by the rule in force. Staff see it as it
 * is; a partner what was released to it, so that it is the same all day. Null before its first day, and where nothing was told.
 */
export async function costOfGrant(
  context: Context,
  grant: Pick<GrantEntity, 'id' | 'startsOn' | 'endsBefore'>,
): Promise<GrantCostType | null> {
  const told = await grantCostTold(context, grant.id);
  if (told === undefined) return null;
  if (told !== 'AS_IT_IS') {
    const { startsOn, endsBefore, ruleVersion } = told.counts.cost;
    const time = ownTimeOf({ startsOn, endsBefore }, told.asOf);
    return time === undefined ? null : { ...time, ruleVersion, cost: euros(told.counts.numerator) };
  }
  const time = ownTimeOf(grant, context.today);
  const allocated = time && (await allocatedToGrant(context, { id: grant.id, ...time }));
  if (time === undefined || allocated == null) return null;
  return { ...time, ruleVersion: allocated.ruleVersion, cost: euros(allocated.cents) };
}

/** What a version of the rule says, for who is told a cost that was allocated by it; null where there is no such version. */
export const ruleOfCost = defineLoader<AllocationRuleContentType | null>(async (versions, context) => {
  const rules = await rulesOf(context, versions);
  return new Map(rules.map((rule) => [String(rule.version), rule]));
}, null);

interface DuoOfGrant extends GrantPeriod {
  readonly duoId: string;
}

/** What a grant bears in cents of a duo in a period: its duos add up to `allocatedToGrant` but for what no duo bears. */
export function costOfGrantDuo(context: Context, { id, from, to, duoId }: DuoOfGrant): Promise<number> {
  return byDuo(context, `${from} ${to} ${id} ${duoId}`);
}

const byDuo = defineLoader<number>(async (keys, context) => {
  const found = new Map<string, number>();
  for (const [period, ofPeriod] of groupBy(keys, (key) => key.split(' ').slice(0, 2).join(' '))) {
    const [from = '', to = ''] = period.split(' ');
    const grants = new Set(ofPeriod.map((key) => key.split(' ')[2] ?? ''));
    const allocated = await allocateTime(context, { from, to }, { grants: [...grants] });
    if (allocated === undefined) continue;
    const { parts } = await allocateDuos(
      context,
      allocated,
      ({ grantId }) => grantId !== null && grants.has(grantId),
    );
    for (const { grantId, duoId, cents } of parts) {
      const key = `${period} ${grantId} ${duoId}`;
      found.set(key, (found.get(key) ?? 0) + cents);
    }
  }
  return found;
}, 0);
