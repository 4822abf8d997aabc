import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { dayShown } from '../metrics/release.loader.ts';
import { allocatePeriod } from './allocate-period.ts';
import type { GrantCostType } from './allocation.type.ts';

interface GrantPeriod {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What the duos of a grant bore of the cost of a period, by the rule in force: one allocation for all grants of the same
 * period. Null for a partner where the cost of the programme would tell of the few duos of others.
 */
export function costOfGrant(context: Context, { id, from, to }: GrantPeriod): Promise<GrantCostType | null> {
  return byPeriod(context, `${from} ${to} ${id}`);
}

const byPeriod = defineLoader<GrantCostType | null>(async (keys, context) => {
  const found = new Map<string, GrantCostType>();
  if ((await dayShown(context, 'COST_PER_DUO')) === undefined) return found;
  for (const [period, ofPeriod] of groupBy(keys, (key) => key.split(' ').slice(0, 2).join(' '))) {
    const [from = '', to = ''] = period.split(' ');
    const allocated = await allocatePeriod(context, { from, to });
    if (allocated === undefined) continue;
    for (const key of ofPeriod) {
      const [, , id] = key.split(' ');
      const cents = allocated.parts.reduce((sum, part) => sum + (part.grantId === id ? part.cents : 0), 0);
      found.set(key, { from, to, ruleVersion: allocated.rule.version, cost: { cents, currency: 'EUR' } });
    }
  }
  return found;
}, null);
