import { spanOf, weightBy } from '@tandem/domain/allocation';
import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import { groupKey, type CostPool, type DuoInGroup } from '@tandem/domain/duo-allocation';
import type { Period } from '@tandem/domain/period';
import type { AllocationBasis, AllocationSpan, CostNature } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { groupBy } from '../../graphql/loader.ts';
import { allocateDuos } from './allocate-duos.ts';
import { allocateTime, ruleOf } from './allocate-period.ts';
import type { DuoCostPartType, DuoCostType } from './duo-cost.type.ts';

interface Course {
  readonly branchId: string;
  readonly branchName: string;
  readonly firstDay: CalendarDay;
  readonly lastDay: CalendarDay;
}
interface Payer {
  readonly id: string;
  readonly reference: string;
}

/** What a duo cost by the rule in force, each span of its course by itself; null where there is none of this id. */
export async function costOfDuo(context: Context, duoId: string): Promise<DuoCostType | null> {
  const { db, today } = context;
  const [course]: Course[] = await db.query(
    `select branch_id as "branchId", name as "branchName", started_on as "firstDay",
       least(coalesce(closed_on, $2::date), $2::date) as "lastDay"
     from duo_fact join branch on branch.id = branch_id where duo_id = $1`,
    [duoId, today],
  );
  const rule = await ruleOf(context);
  if (course === undefined || rule === undefined) return null;
  const grants: Payer[] = await db.query(
    `select funding_grant.id, reference from earmark join funding_grant on funding_grant.id = grant_id
     where duo_id = $1 order by reference`,
    [duoId],
  );
  const paidBy = new Map<string | null, string | null>([[null, null]]);
  for (const { id, reference } of grants) paidBy.set(id, reference);
  const parts: DuoCostPartType[] = [];
  for (const time of timesOf(course, rule.span)) {
    const allocated = await allocateTime(context, time);
    if (allocated === undefined) return null;
    const split = await allocateDuos(
      context,
      allocated,
      ({ branchId, grantId }) => branchId === course.branchId && paidBy.has(grantId),
    );
    const [pools, members] = [groupBy(split.pools, groupKey), groupBy(split.duos, groupKey)];
    const borne = groupBy(
      split.parts.filter((part) => part.duoId === duoId),
      groupKey,
    );
    for (const [key, own] of borne) {
      const [part] = own;
      if (part === undefined) continue;
      const { span, grantId } = part;
      parts.push({
        ...spanOf(rule.span, span, time),
        branchId: course.branchId,
        branchName: course.branchName,
        grantId,
        grantReference: paidBy.get(grantId) ?? null,
        ...byNature(own),
        groupCents: byNature(pools.get(key) ?? []).cents,
        weight: weightOf(duoId, members.get(key) ?? [], rule.basis),
      });
    }
  }
  parts.sort(
    (a, b) =>
      a.from.localeCompare(b.from) ||
      // What no grant pays comes last.
      Number(a.grantId === null) - Number(b.grantId === null) ||
      (a.grantReference ?? '').localeCompare(b.grantReference ?? ''),
  );
  const sum = (of: (part: DuoCostPartType) => number) => ({
    cents: parts.reduce((total, part) => total + of(part), 0),
    currency: 'EUR',
  });
  return {
    ruleVersion: rule.version,
    total: sum(({ cents }) => cents),
    direct: sum(({ directCents }) => directCents),
    shared: sum(({ sharedCents }) => sharedCents),
    indirect: sum(({ indirectCents }) => indirectCents),
    parts,
  };
}

/** What is allocated at once: all of the course, or by a rule of the period that is asked for each of its calendar years. */
function timesOf({ firstDay, lastDay }: Course, span: AllocationSpan): Period[] {
  if (span !== 'PERIOD') return [{ from: firstDay, to: addDays(lastDay, 1) }];
  const [first, last] = [Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    from: `${first + index}-01-01`,
    to: `${first + index + 1}-01-01`,
  }));
}

/** How much of it is of each nature of cost, and all of it. */
export function byNature(parts: readonly Pick<CostPool, 'nature' | 'cents'>[]) {
  const sum = (of: CostNature) =>
    parts.reduce((total, { nature, cents }) => total + (nature === of ? cents : 0), 0);
  const [directCents, sharedCents, indirectCents] = [sum('DIRECT'), sum('SHARED'), sum('INDIRECT')];
  return { directCents, sharedCents, indirectCents, cents: directCents + sharedCents + indirectCents };
}

/** The share of a duo in what its group weighs, from 0 to 1. */
function weightOf(duoId: string, group: readonly DuoInGroup[], basis: AllocationBasis): number {
  const whole = group.reduce((sum, duo) => sum + weightBy(basis, duo), 0n);
  const own = group.find((duo) => duo.duoId === duoId);
  return own === undefined || whole === 0n ? 0 : Number(weightBy(basis, own)) / Number(whole);
}
