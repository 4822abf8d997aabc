import { euros } from '@tandem/domain/money';
import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { earmarkedOf } from '../funding/earmark.loader.ts';
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
    const { startsOn, endsBefore, ruleVersion, share = null } = told.counts.cost;
    const time = ownTimeOf({ startsOn, endsBefore }, told.asOf);
    const cost = euros(told.counts.numerator);
    return time === undefined ? null : { ...time, ruleVersion, cost, asOf: told.asOf, share };
  }
  const time = ownTimeOf(grant, context.today);
  const allocated = time && (await allocatedToGrant(context, { id: grant.id, ...time }));
  if (time === undefined || allocated == null) return null;
  const { ruleVersion, cents } = allocated;
  const { share } = await earmarkedOf(context, grant.id);
  return { ...time, ruleVersion, cost: euros(cents), asOf: context.today, share };
}

/** What a version of the rule says, for who is told a cost that was allocated by it; null where there is no such version. */
export const ruleOfCost = defineLoader<AllocationRuleContentType | null>(async (versions, context) => {
  const rules = await rulesOf(context, versions);
  return new Map(rules.map((rule) => [String(rule.version), rule]));
}, null);

/**
 * What a grant bears in cents of each of its duos in a period, by the id of the duo: they add up to `allocatedToGrant` but for
 * what no duo bears. Duos that cost it nothing are not in it.
 */
export function costOfGrantDuos(
  context: Context,
  { id, from, to }: GrantPeriod,
): Promise<ReadonlyMap<string, number>> {
  return byDuo(context, `${from} ${to} ${id}`);
}

const byDuo = defineLoader<ReadonlyMap<string, number>>(async (keys, context) => {
  const found = new Map<string, Map<string, number>>(keys.map((key) => [key, new Map()]));
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
      const duos = found.get(`${period} ${grantId}`);
      if (duoId !== null) duos?.set(duoId, (duos.get(duoId) ?? 0) + cents);
    }
  }
  // What was booked and taken back comes to nothing.
  for (const duos of found.values()) for (const [duoId, cents] of duos) if (cents === 0) duos.delete(duoId);
  return found;
}, new Map());
