import { addDays, addMonths, daysBetween, type CalendarDay } from '@tandem/domain/calendar-day';
import type { Period } from '@tandem/domain/period';
import type { Journey } from '@tandem/domain/vocabulary';
import { KEPT_KEY, partsOf, sortMonths, type Kept, type KeptMonth, type RollUp } from './kept-months.ts';
import { Values, type Statement } from './statement.ts';

/** A stage of a journey, and the column of its fact with the day on which it was reached. */
interface Stage {
  readonly stage: string;
  readonly column: string;
}

interface Way {
  /** Under which its months are kept. */
  readonly name: string;
  readonly fact: string;
  readonly stages: readonly Stage[];
}

/** The ways into a duo: cohorts are those of an info session, and a stage counts once it is reached by the as-of day. */
export const WAYS: Readonly<Record<Journey, Way>> = {
  MENTEE: {
    name: 'wayOfMentees',
    fact: 'mentee_fact',
    stages: [
      { stage: 'INFO_SESSION', column: 'info_session_on' },
      { stage: 'REGISTERED', column: 'registered_on' },
      { stage: 'INTAKE', column: 'intake_on' },
      { stage: 'MATCHED', column: 'matched_on' },
    ],
  },
  MENTOR: {
    name: 'wayOfMentors',
    fact: 'mentor_fact',
    stages: [
      { stage: 'INFO_SESSION', column: 'info_session_on' },
      { stage: 'INTERVIEW', column: 'interview_on' },
      { stage: 'TRAINED', column: 'trained_on' },
      { stage: 'MATCHED', column: 'first_duo_on' },
    ],
  },
};

/** What is asked of a way: what was so by a day, of info sessions in a period, of branches. */
export interface PathwayQuery {
  readonly asOf: CalendarDay;
  readonly period?: Period | undefined;
  readonly branch?: readonly string[] | undefined;
}

/**
 * What is counted of each person, by stage: REACHED it (no value), came to it after so many DAYS from the stage before, WAITS
 * in it since some day of a month (numbered by its first day), and since which day: WAITS_SINCE. People of one month are added
 * up by value, and quantiles are taken from that. Who waits is spread over all days that there ever were, so that days are read
 * of those months alone in which a quantile lies.
 */
export type PathwayCount = 'REACHED' | 'DAYS' | 'WAITS' | 'WAITS_SINCE';

/** What is read at once: some counts, and of those that are valued by days the ones of some months, by their number. */
export interface PathwayPart {
  readonly counts: readonly PathwayCount[];
  readonly ofMonths?: readonly number[];
}

/** The day from which days are numbered, as SQL names it and as a day. */
const EPOCH = { sql: `date 'epoch'`, day: '1970-01-01' } as const;

/** How many days somebody has waited on a day, who waits since a numbered one. */
export function daysWaiting(since: number, asOf: CalendarDay): number {
  return daysBetween(EPOCH.day, asOf) - since;
}

/** The numbers of all days of a month, of the first of which the number is given. */
function daysOfMonth(first: number): number[] {
  const length = daysBetween(addDays(EPOCH.day, first), addMonths(addDays(EPOCH.day, first), 1));
  return Array.from({ length }, (_, index) => first + index);
}

/** Of a numbered day the number of the first of its month. */
export function monthOfDay(since: number): number {
  return daysBetween(EPOCH.day, `${addDays(EPOCH.day, since).slice(0, 7)}-01`);
}

/** Whether all steps of a month's cohort were taken by a day, so that who waits then waits for good. */
function isSettled({ month, settledOn }: KeptMonth, day: CalendarDay): boolean {
  return (settledOn[0] ?? month) <= day;
}

/** For each person of the cohort `f`, what is counted as of a day: `dimension` (STAGE COUNT) and `key`. */
function countedOf({ stages }: Way, asOf: string): string {
  return stages
    .flatMap(({ stage, column }, index) => {
      const before = stages[index - 1]?.column;
      const later = stages
        .slice(index + 1)
        .map((next) => ` and (f.${next.column} is null or f.${next.column} > ${asOf})`);
      return [
        `('${stage} REACHED', case when f.${column} <= ${asOf} then '' end)`,
        ...(before === undefined
          ? []
          : [
              `('${stage} DAYS', case when f.${column} <= ${asOf} and f.${before} <= ${asOf} then (f.${column} - f.${before})::text end)`,
            ]),
        ...(later.length === 0
          ? []
          : (['WAITS', 'WAITS_SINCE'] as const).map((count) => {
              const since = `f.${column}`;
              const from = count === 'WAITS' ? `date_trunc('month', ${since})::date` : since;
              return `('${stage} ${count}', case when ${since} <= ${asOf}${later.join('')} then (${from} - ${EPOCH.sql})::text end)`;
            })),
      ];
    })
    .join(', ');
}

function cohortOf(way: Way, asOf: string): string {
  return `from ${way.fact} as f cross join lateral (values ${countedOf(way, asOf)}) as counted (dimension, key)
where counted.key is not null`;
}

/** The months of both ways, which each hold one number a row: how many people. */
export const PATHWAY_ROLL_UPS: readonly RollUp[] = Object.values(WAYS).map((way) => {
  const month = `date_trunc('month', f.info_session_on)::date`;
  const asked = `f.info_session_on >= $2::date and f.info_session_on < $3::date and ${month} = any ($1::date[])`;
  return {
    name: way.name,
    fact: way.fact,
    rows: `insert into rollup (source, as_of, dimension, key, month, measures)
select '${way.name}', $4::date, dimension, key, ${month}, array[count(*)]
${cohortOf(way, '$4::date')} and ${asked} and f.info_session_on <= $4::date group by dimension, key, 5`,
    months: `insert into rollup_month (source, month, settled_on)
select '${way.name}', ${month}, array[max(greatest(${way.stages.map(({ column }) => `f.${column}`).join(', ')}))]
from ${way.fact} as f where ${asked} group by 2`,
    allMonths: `select distinct ${month} as month from ${way.fact} as f where f.info_session_on is not null`,
    width: 1,
    differsOn: (kept, day) => kept.month <= day && (kept.next > day || !isSettled(kept, day)),
  };
});

/**
 * A statement with a row for each stage and count that is asked for: `dimension` (STAGE COUNT), and as lists with commas in
 * between the `valued` and how many `people` have each; a value may come more than once. There are many of them, which come
 * faster in one text than in rows, and are not added up here. Months that are kept are read, where all branches are asked for;
 * the rest is counted.
 */
export function compilePathway(
  journey: Journey,
  query: PathwayQuery,
  part: PathwayPart,
  kept: Kept | undefined,
): Statement {
  const way = WAYS[journey];
  const { asOf, period, branch } = query;
  const values = new Values();
  const isKept = kept !== undefined && branch === undefined;
  const sorted = isKept
    ? sortMonths(query, kept, {
        rule: 'settled',
        phaseOf: (month) => (isSettled(month, asOf) ? 'LATE' : undefined),
      })
    : undefined;
  const dimensions = way.stages.flatMap(({ stage }) => part.counts.map((count) => `${stage} ${count}`));
  const days = part.ofMonths?.flatMap(daysOfMonth).map(String);
  const asked = `dimension = any (${values.bind(dimensions, 'text[]')})${
    days === undefined ? '' : ` and key = any (${values.bind(days, 'text[]')})`
  }`;
  const parts: string[] = [];
  if (sorted !== undefined)
    parts.push(
      `select dimension, key, measures[1] as people from ${partsOf(sorted.rows, values)} join rollup using ${KEPT_KEY} where source = '${way.name}' and ${asked}`,
    );
  const counted = sorted?.rest ?? [period];
  for (const rest of counted) {
    const day = values.bind(asOf, 'date');
    const narrowed = [`f.info_session_on <= ${day}`, asked];
    if (rest !== undefined)
      narrowed.push(
        `f.info_session_on >= ${values.bind(rest.from, 'date')} and f.info_session_on < ${values.bind(rest.to, 'date')}`,
      );
    if (branch !== undefined) narrowed.push(`f.branch_id = any (${values.bind(branch, 'uuid[]')})`);
    parts.push(
      `select dimension, key, count(*) as people ${cohortOf(way, day)} and ${narrowed.join(' and ')} group by 1, 2`,
    );
  }
  return {
    text: `select dimension, string_agg(key, ',') as valued, string_agg(people::text, ',') as people
from (${parts.join('\nunion all ')}) as parts group by 1`,
    values: values.list,
  };
}
