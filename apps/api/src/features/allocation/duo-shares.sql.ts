import type { AllocationSpan } from '@tandem/domain/vocabulary';

/**
 * What duos weigh in each span of the time from $1 to $2, of the branches $3 (all where it is null), by the grants that pay
 * them: `started` and `days` are their shares in ten-thousandths, times the days on which the duo went on until that of its closure.
 * What no grant pays of a duo is the rest to 1.
 *
 * By a rule of months or years a grant pays of a duo what lies in its own time: it bears nothing of spans that lie wholly before
 * or after it. By one of the period that is asked for it pays all of the duo.
 */
function courses(rule: AllocationSpan, span: AllocationSpan): string {
  const own =
    rule === 'PERIOD'
      ? { time: '', started: 'true', days: 'course."to" - course."from"' }
      : {
          time: ' join funding_grant on funding_grant.id = grant_id',
          started: 'started_on >= starts_on and started_on < ends_before',
          days: 'least(course."to", ends_before) - greatest(course."from", starts_on)',
        };
  return `
with course as not materialized (
  select duo_id, branch_id, span."from" as span, started_on, (started_on >= span."from")::integer as started,
    greatest(started_on, span."from") as "from", least(coalesce(closed_on, $2::date), span."to", $2::date) as "to"
  from duo_fact cross join lateral (${SPANS[span]}) as span ("from", "to")
  where started_on < $2::date and (closed_on is null or closed_on >= $1::date) and ($3::uuid[] is null or branch_id = any ($3))
), paid as not materialized (
  select duo_id, course.branch_id, span, grant_id, (share * 10000)::bigint * started * (${own.started})::integer as started,
    (share * 10000)::bigint * greatest(0, ${own.days}) as days
  from course join earmark using (duo_id)${own.time}
)`;
}

/** By span, branch and grant: `span`, `branch_id`, `grant_id`, `started`, `days`. `span` where it is another one than that of the rule. */
export function groupShares(rule: AllocationSpan, span = rule): string {
  const sums = 'coalesce(sum(started), 0)::bigint as started, coalesce(sum(days), 0)::bigint as days';
  return `${courses(rule, span)}, by_grant as materialized (
  select span, branch_id, grant_id, ${sums} from paid group by 1, 2, 3
), whole as (
  select span, branch_id, 10000 * sum(started) as started, 10000 * sum(greatest(0, "to" - "from")) as days from course group by 1, 2
), taken as (
  select span, branch_id, ${sums} from by_grant group by 1, 2
)
select * from by_grant where started > 0 or days > 0
union all
select * from (
  select span, branch_id, null::uuid as grant_id, (whole.started - coalesce(taken.started, 0))::bigint as started,
    (whole.days - coalesce(taken.days, 0))::bigint as days
  from whole left join taken using (span, branch_id)
) as rest where started > 0 or days > 0`;
}

/** Of single duos as well: `duo_id`. */
export function duoShares(rule: AllocationSpan): string {
  return `${courses(rule, rule)}
select * from paid where started > 0 or days > 0
union all
select * from (
  select duo_id, branch_id, span, null::uuid as grant_id, 10000 * course.started - coalesce(taken.started, 0) as started,
    10000 * greatest(0, "to" - "from") - coalesce(taken.days, 0) as days
  from course left join (
    select duo_id, span, sum(started)::bigint as started, sum(days)::bigint as days from paid group by 1, 2) as taken using (duo_id, span)
) as rest where started > 0 or days > 0`;
}

/** The spans in which a duo went on. */
const SPANS: Readonly<Record<AllocationSpan, string>> = {
  MONTH: spansOf('month'),
  YEAR: spansOf('year'),
  PERIOD: 'values ($1::date, $2::date)',
};

function spansOf(unit: 'month' | 'year'): string {
  return `select day::date, (day + interval '1 ${unit}')::date
    from generate_series(date_trunc('${unit}', greatest(started_on, $1::date)::timestamp),
      least(coalesce(closed_on, $2::date), $2::date - 1)::timestamp, interval '1 ${unit}') as day`;
}
