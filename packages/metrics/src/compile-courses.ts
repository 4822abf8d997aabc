import { conditions, grouped, termsOf } from './compile.ts';
import type { MetricDefinition } from './definition.ts';
import type { FigureQuery } from './figure-query.ts';
import { firstDay, type Exit } from './shapes.ts';
import { duosByAnchor } from './sources.ts';
import { Values, type Statement } from './statement.ts';
import type { Course } from './statistics/follow-up.ts';

/**
 * Which closures end a course, where they come before the exit. EARLY_END: the duo broke off (LACK_OF_AVAILABILITY,
 * DISAGREEMENT, HEALTH, MOVED_AWAY), after which the programme no longer follows the mentee; who completed it or found a
 * job is followed on. ANY_CLOSURE: every closure, so that the curve is about exits while the duo lasts.
 */
export const COMPETING_CLOSURES = ['EARLY_END', 'ANY_CLOSURE'] as const;
export type CompetingClosures = (typeof COMPETING_CLOSURES)[number];

const IS_COMPETING: Readonly<Record<CompetingClosures, string>> = {
  EARLY_END: `f.closure_reason not in ('COMPLETED', 'FOUND_JOB')`,
  ANY_CLOSURE: 'true',
};

/** One row of the answer: a course, the group that it belongs to, and how many duos have it. */
export interface CountedCourse extends Course {
  readonly key: string;
}

/**
 * A statement for the courses of duos to an exit, counted by month: as many rows as there are different courses, however
 * many duos. An exit is within month m where it lies on or before the day m months after the anchor (an index of the exit
 * rates' own window), and of one day exit and closure the exit comes first. From CLOSURE nothing competes any more.
 */
export function compileCourses(
  metric: MetricDefinition,
  exit: Exit,
  query: FigureQuery,
  horizon: number,
  competing: CompetingClosures,
): Statement {
  const values = new Values();
  const terms = termsOf(metric, query, values);
  const anchor = duosByAnchor.cohortDay(terms);
  const { relation, keys } = grouped(duosByAnchor, query, terms, values);
  const longest = values.bind(horizon, 'integer');
  const ends =
    terms.anchor === 'CLOSURE'
      ? 'null::date'
      : `case when ${IS_COMPETING[competing]} and f.closed_on <= ${terms.asOf} then f.closed_on end`;
  const reached = firstDay(exit, terms);
  return {
    text: `with course as (
  select ${keys[0]} as key, ${anchor} as anchor, case when ${reached} <= ${terms.asOf} then ${reached} end as exit_on, ${ends} as ended_on
  from ${relation} where ${conditions(duosByAnchor, query, terms, values)}
), months as (
  select key, least(${wholeMonths('anchor', terms.asOf)}, ${longest}) as followed,
    ${monthOf('anchor', 'exit_on')} as exit, ${monthOf('anchor', 'ended_on')} as ended, coalesce(ended_on < exit_on, false) as late
  from course
)
select key, followed, case when exit <= followed then exit end as exit, case when ended <= followed then ended end as ended, late, count(*) as count
from months group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
    values: values.list,
  };
}

/** The difference of the calendar months of two days. */
function calendarMonths(from: string, to: string): string {
  return `((extract(year from ${to}) - extract(year from ${from})) * 12 + extract(month from ${to}) - extract(month from ${from}))::integer`;
}

/** How many months from one day are over on another: months as make_interval adds them, the end of a shorter one included. */
function wholeMonths(from: string, to: string): string {
  const months = calendarMonths(from, to);
  return `(${months} - case when ${from} + make_interval(months => ${months}) > ${to} then 1 else 0 end)`;
}

/** Within which month from one day another lies: the least number of months after which it has come. */
function monthOf(from: string, to: string): string {
  const months = calendarMonths(from, to);
  return `(${months} + case when ${from} + make_interval(months => ${months}) < ${to} then 1 else 0 end)`;
}
