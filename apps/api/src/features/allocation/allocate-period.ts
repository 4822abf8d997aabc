import { addDays, type CalendarDay } from '@tandem/domain/calendar-day';
import {
  allocate,
  type AllocatedPart,
  type AllocationRule,
  type DuoGroup,
  type LedgerLine,
} from '@tandem/domain/allocation';
import type { Period } from '@tandem/domain/period';
import type { CostCategory } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';

interface CountedLine extends LedgerLine {
  readonly category: CostCategory;
}
interface NumberedRule extends AllocationRule {
  readonly version: number;
}
export interface AllocatedPeriod {
  readonly from: CalendarDay;
  /** The first day after what is counted: no later than tomorrow. */
  readonly end: CalendarDay;
  readonly rule: NumberedRule;
  readonly lines: readonly CountedLine[];
  readonly groups: readonly DuoGroup[];
  /** Made anew whenever they are gone through. */
  readonly parts: Iterable<AllocatedPart>;
}

/**
 * Allocates all lines of a period that are booked by today, by a version of the rule (the one in force where none is named).
 * Undefined where there is no such version. Who sees a part of the programme has it computed over all of it: what they may
 * be told of it is for the caller to say.
 */
export async function allocatePeriod(
  context: Context,
  { from, to }: Period,
  version?: number,
): Promise<AllocatedPeriod | undefined> {
  if (from >= to) throw badRequest('The period ends before it begins.');
  const count = <Row>(text: string, values: readonly unknown[]): Promise<Row[]> =>
    context.scope.partnerId === null
      ? context.db.query<Row[]>(text, values)
      : context.db.countProgramme<Row>(text, values);
  const [rule] = await count<NumberedRule>(
    `select version, basis, spread, branch_shares as "branchShares" from allocation_rule
     where $1::integer is null or version = $1 order by version desc limit 1`,
    [version ?? null],
  );
  if (rule === undefined) return undefined;
  const end = [to, addDays(context.today, 1)].toSorted()[0] ?? to;
  const lines = await count<CountedLine>(
    `select id, booked_on as "bookedOn", branch_id as "branchId", nature, category, grant_id as "grantId", amount_cents as cents
     from cost where booked_on >= $1 and booked_on < $2 order by booked_on, id`,
    [from, end],
  );
  const rows = await count<
    Omit<DuoGroup, 'started' | 'activeDays'> & { started: number; activeDays: number }
  >(DUO_GROUPS, [from, end, null]);
  const groups = rows.map((row) => ({
    ...row,
    started: BigInt(row.started),
    activeDays: BigInt(row.activeDays),
  }));
  return {
    from,
    end,
    rule,
    lines,
    groups,
    parts: { [Symbol.iterator]: () => allocate(lines, rule, groups) },
  };
}

/**
 * Duos by the grants that pay them, of the branches $3 (all where it is null). Shares in ten-thousandths; what no grant pays of
 * a duo is the rest to 1. A duo goes on until the day of its closure.
 */
export const DUO_SHARES = `
with course as (
  select duo_id, branch_id, (started_on >= $1::date)::integer as started,
    greatest(0, least(coalesce(closed_on, $2::date), $2::date) - greatest(started_on, $1::date)) as days
  from duo_fact where started_on < $2::date and (closed_on is null or closed_on >= $1::date)
    and ($3::uuid[] is null or branch_id = any ($3))
), shares as (
  select duo_id, grant_id, (share * 10000)::bigint as share from earmark
  union all
  select course.duo_id, null, 10000 - coalesce((select sum(share) * 10000 from earmark where earmark.duo_id = course.duo_id), 0)::bigint
  from course
)`;
const DUO_GROUPS = `${DUO_SHARES}
select branch_id as "branchId", grant_id as "grantId", sum(started * share)::bigint as started, sum(days * share)::bigint as "activeDays"
from course join shares using (duo_id)
where share > 0 group by 1, 2 order by 1, 2`;
