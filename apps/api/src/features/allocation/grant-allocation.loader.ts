import { setImmediate } from 'node:timers/promises';
import type { AllocatedPart } from '@tandem/domain/allocation';
import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import type { GrantEntity } from '../funding/grant.entity.ts';
import { allocateTime } from './allocate-period.ts';

export interface GrantPeriod extends Period {
  readonly id: string;
}

/** What the duos of a grant bore of the cost of its time, and by which version of the rule. */
export interface AllocatedCost {
  readonly ruleVersion: number;
  readonly cents: number;
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
 * What the duos of a grant bear of the cost of its own time as it is now, by the rule in force, of lines that are booked by a day,
 * today unless another is named: one allocation for all grants of the same time. Null where there is no rule. What a
 * partner is told of it is released: see grant-cost.loader.ts.
 */
export function allocatedToGrant(
  context: Context,
  { id, from, to }: GrantPeriod,
  bookedBy = context.today,
): Promise<AllocatedCost | null> {
  return byPeriod(context, `${from} ${to} ${bookedBy} ${id}`);
}

/** So long others are kept waiting: a large programme has many millions of parts. */
const TURN_MILLISECONDS = 50;
/** So many parts are added before the clock is looked at. */
const PARTS_AT_ONCE = 5000;

async function addUpByGrant(parts: Iterable<AllocatedPart>): Promise<ReadonlyMap<string, number>> {
  const borne = new Map<string, number>();
  let [count, turn] = [0, performance.now()];
  for (const { grantId, cents } of parts) {
    if (grantId !== null) borne.set(grantId, (borne.get(grantId) ?? 0) + cents);
    count += 1;
    if (count % PARTS_AT_ONCE > 0 || performance.now() - turn < TURN_MILLISECONDS) continue;
    await setImmediate();
    turn = performance.now();
  }
  return borne;
}

const byPeriod = defineLoader<AllocatedCost | null>(async (keys, context) => {
  const found = new Map<string, AllocatedCost>();
  for (const [period, ofPeriod] of groupBy(keys, (key) => key.split(' ').slice(0, 3).join(' '))) {
    const [from = '', to = '', bookedBy = ''] = period.split(' ');
    const ids = ofPeriod.map((key) => key.split(' ')[3] ?? '');
    const allocated = await allocateTime(context, { from, to }, { grants: ids, bookedBy });
    if (allocated === undefined) continue;
    const borne = await addUpByGrant(allocated.parts);
    for (const key of ofPeriod) {
      const [, , , id = ''] = key.split(' ');
      found.set(key, { ruleVersion: allocated.rule.version, cents: borne.get(id) ?? 0 });
    }
  }
  return found;
}, null);
