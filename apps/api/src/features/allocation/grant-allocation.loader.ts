import { addDays, addMonths, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { AllocationSpan } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { defineLoader, groupBy } from '../../graphql/loader.ts';
import type { GrantEntity } from '../funding/grant.entity.ts';
import { allocateTime, ruleOf, type AllocatedPeriod } from './allocate-period.ts';

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
 * today unless another is named. Null where there is no rule. What a partner is told of it is released: see grant-cost.loader.ts.
 *
 * Grants are allocated to together: by months or years those whose times overlap, since a grant bears the same of a month
 * whatever else is allocated. By the period that is asked for it is another amount of each time, and takes an allocation of its own.
 */
export function allocatedToGrant(
  context: Context,
  { id, from, to }: GrantPeriod,
  bookedBy = context.today,
): Promise<AllocatedCost | null> {
  return byPeriod(context, `${from} ${to} ${bookedBy} ${id}`);
}

const byPeriod = defineLoader<AllocatedCost | null>(async (keys, context) => {
  const found = new Map<string, AllocatedCost>();
  const rule = await ruleOf(context);
  if (rule === undefined) return found;
  for (const [bookedBy, asked] of groupBy(keys.map(askedBy), (one) => one.bookedBy))
    for (const { grants, ...time } of allocatedTogether(asked, rule.span)) {
      const ids = grants.map(({ id }) => id);
      const allocated = await allocateTime(context, time, { grants: ids, bookedBy, version: rule.version });
      if (allocated === undefined) continue;
      const borne = await addUpByGrant(allocated);
      for (const { key, id } of grants)
        found.set(key, { ruleVersion: rule.version, cents: borne.get(id) ?? 0 });
    }
  return found;
}, null);

interface Asked extends GrantPeriod {
  readonly key: string;
  readonly bookedBy: CalendarDay;
}

function askedBy(key: string): Asked {
  const [from = '', to = '', bookedBy = '', id = ''] = key.split(' ');
  return { key, id, from, to, bookedBy };
}

/** So long a time is made of shorter ones: a year of a million duos takes some seconds, and what takes a minute is given up. */
const MOST_MONTHS = 36;

/** Of which times lines are allocated. */
function allocatedTogether(
  asked: readonly Asked[],
  span: AllocationSpan,
): (Period & { readonly grants: readonly Asked[] })[] {
  const times: { from: CalendarDay; to: CalendarDay; grants: Asked[] }[] = [];
  for (const one of asked.toSorted((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))) {
    const last = times.at(-1);
    const isWithLast =
      last !== undefined &&
      (span === 'PERIOD'
        ? one.from === last.from && one.to === last.to
        : one.from < last.to && (one.to <= last.to || one.to <= addMonths(last.from, MOST_MONTHS)));
    if (!isWithLast) {
      times.push({ from: one.from, to: one.to, grants: [one] });
      continue;
    }
    last.grants.push(one);
    if (one.to > last.to) last.to = one.to;
  }
  return times;
}

async function addUpByGrant({ parts }: AllocatedPeriod): Promise<ReadonlyMap<string, number>> {
  const borne = new Map<string, number>();
  for await (const some of parts)
    for (const { grantId, cents } of some)
      if (grantId !== null) borne.set(grantId, (borne.get(grantId) ?? 0) + cents);
  return borne;
}
