import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { euros } from '@tandem/domain/money';
import type { Period } from '@tandem/domain/period';
import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import type { GrantEntity } from '../funding/grant.entity.ts';
import { dayShown } from '../metrics/release.loader.ts';
import { allocateDuos } from './allocate-duos.ts';
import { allocatePeriod } from './allocate-period.ts';
import type { GrantCostType } from './allocation.type.ts';

interface GrantPeriod extends Period {
  readonly id: string;
}

/** The time of a grant as far as it is over; undefined before its first day. */
export function ownTimeOf(
  { startsOn, endsBefore }: Pick<GrantEntity, 'startsOn' | 'endsBefore'>,
  today: CalendarDay,
): Period | undefined {
  const tomorrow = addDays(today, 1);
  const to = endsBefore < tomorrow ? endsBefore : tomorrow;
  return startsOn < to ? { from: startsOn, to } : undefined;
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
      found.set(key, { from, to, ruleVersion: allocated.rule.version, cost: euros(cents) });
    }
  }
  return found;
}, null);

interface DuoOfGrant extends GrantPeriod {
  readonly duoId: string;
}

/** What a grant bears in cents of a duo in a period: its duos add up to `costOfGrant` but for what no duo bears. */
export function costOfGrantDuo(context: Context, { id, from, to, duoId }: DuoOfGrant): Promise<number> {
  return byDuo(context, `${from} ${to} ${id} ${duoId}`);
}

const byDuo = defineLoader<number>(async (keys, context) => {
  const found = new Map<string, number>();
  for (const [period, ofPeriod] of groupBy(keys, (key) => key.split(' ').slice(0, 2).join(' '))) {
    const [from = '', to = ''] = period.split(' ');
    const allocated = await allocatePeriod(context, { from, to });
    if (allocated === undefined) continue;
    const grants = new Set(ofPeriod.map((key) => key.split(' ')[2]));
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
