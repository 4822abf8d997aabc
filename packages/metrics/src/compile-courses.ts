import { BREAK_REASONS } from '@tandem/domain/vocabulary';
import { conditions, grouped, termsOf } from './compile.ts';
import type { MetricDefinition } from './definition.ts';
import type { FigureQuery } from './figure-query.ts';
import { firstDay, type Exit } from './exit-days.ts';
import { duosByAnchor } from './sources.ts';
import { Values, type Statement } from './statement.ts';
import type { Course } from './statistics/follow-up.ts';

/**
 * Which closures end a course, where they come before the exit. EARLY_END: the duo broke off (BREAK_REASONS), after which the
 * programme no longer follows the mentee; who completed it or found a job is followed on. ANY_CLOSURE: every closure, so that
 * the curve is about exits while the duo lasts.
 */
export const COMPETING_CLOSURES = ['EARLY_END', 'ANY_CLOSURE'] as const;
export type CompetingClosures = (typeof COMPETING_CLOSURES)[number];

const IS_COMPETING: Readonly<Record<CompetingClosures, string>> = {
  EARLY_END: `f.closure_reason in (${BREAK_REASONS.map((reason) => `'${reason}'`).join(', ')})`,
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
  const day = terms.asOf;
  return {
    text: `with course as (
  select ${keys[0]} as key, ${parts(anchor, 'anchor')}, ${parts('exit_on', 'exit')}, ${parts('ended_on', 'ended')}, ${parts('seen_on', 'seen')}, ${isLastOfMonth('seen_on')} as seen_is_last, coalesce(ended_on < exit_on, false) as late, coalesce(seen_on >= ended_on, false) as seen_at_end
  from ${relation} cross join lateral (select case when ${reached} <= ${day} then ${reached} end as exit_on, ${ends} as ended_on,
    (select max(day) from unnest(f.situation_days) as told (day) where day >= ${anchor} and day <= ${day}) as seen_on) as seen
  where ${conditions(duosByAnchor, query, terms, values)}
  -- Without it each part of a day would be taken again wherever it is named.
  offset 0
), months as (
  select key, least(${monthsOver('day')}, ${longest})::integer as elapsed,
    ${monthOf('exit')} as exit, ${monthOf('ended')} as ended, ${monthsOver('seen')}::integer as followed, late, seen_at_end
  from course cross join (select ${parts(day, 'day')}, ${isLastOfMonth(day)} as day_is_last) as until
)
select key, elapsed, case when exit <= elapsed then exit end as exit, case when ended <= elapsed then ended end as ended, case when followed is not null then least(followed, ${longest}) end as followed, late, seen_at_end as "seenAtEnd", count(*) as count
from months group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7`,
    values: values.list,
  };
}

/** A day as the number of its month since year 0 and its place in it: what months between days are reckoned from. */
function parts(day: string, name: string): string {
  return `date_part('year', ${day}) * 12 + date_part('month', ${day}) as ${name}_month, date_part('day', ${day}) as ${name}_day`;
}

/** Whether a day is the last of its month, on which also months end that began on a later day of theirs. */
function isLastOfMonth(day: string): string {
  return `date_part('day', ${day} + 1) = 1`;
}

/** How many months after the anchor are over on a day: the greatest number of months after which it has come or passed. */
function monthsOver(name: string): string {
  return `(${name}_month - anchor_month - case when ${name}_day < anchor_day and not ${name}_is_last then 1 else 0 end)`;
}

/**
 * Within which month from the anchor a day lies: the least number of months after which it has come. Months are added as
 * make_interval adds them: of the 31st they end with the last day of a shorter month, which no day of it comes after.
 */
function monthOf(name: string): string {
  return `(${name}_month - anchor_month + case when ${name}_day > anchor_day then 1 else 0 end)::integer`;
}
