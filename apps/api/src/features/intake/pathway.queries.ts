import type { Period } from '@tandem/domain/period';
import type { Journey } from '@tandem/domain/vocabulary';
import { wilsonInterval } from '@tandem/metrics/statistics/wilson';
import type { Database } from '../../database/database.ts';
import type { PathwayStageType } from './pathway.type.ts';

/** Each journey's fact and its stages in order, with the column of the day on which one was reached. */
const JOURNEYS: Readonly<
  Record<
    Journey,
    { readonly fact: string; readonly stages: readonly (readonly [stage: string, column: string])[] }
  >
> = {
  MENTEE: {
    fact: 'mentee_fact',
    stages: [
      ['INFO_SESSION', 'info_session_on'],
      ['REGISTERED', 'registered_on'],
      ['INTAKE', 'intake_on'],
      ['MATCHED', 'matched_on'],
    ],
  },
  MENTOR: {
    fact: 'mentor_fact',
    stages: [
      ['INFO_SESSION', 'info_session_on'],
      ['INTERVIEW', 'interview_on'],
      ['TRAINED', 'trained_on'],
      ['MATCHED', 'first_duo_on'],
    ],
  },
};

export interface PathwayQuestion {
  readonly journey: Journey;
  readonly asOf: string;
  /** Of the info session. */
  readonly period: Period | undefined;
  readonly branch: readonly string[] | undefined;
}

interface Row {
  readonly reached: number;
  readonly came: number;
  readonly quartiles: readonly number[] | null;
  readonly waiting: number;
  readonly daysWaiting: number | null;
}

/** The stages of a journey, each with who reached it out of those at an info session in the period. */
export async function pathwayOf(db: Database, question: PathwayQuestion): Promise<PathwayStageType[]> {
  const { fact, stages } = JOURNEYS[question.journey];
  const statement = stages
    .map(([, column], index) => {
      const before = stages[index - 1]?.[1] ?? column;
      const later = stages.slice(index + 1).map(([, next]) => `and f.${next} is null`);
      const waits = later.length === 0 ? 'false' : `f.${column} is not null ${later.join(' ')}`;
      return `select ${index} as place,
        count(f.${column})::int as reached,
        count(*) filter (where f.${column} is not null and f.${before} is not null)::int as came,
        percentile_cont(array[0.25, 0.5, 0.75]) within group (order by f.${column} - f.${before}) as quartiles,
        count(*) filter (where ${waits})::int as waiting,
        percentile_cont(0.5) within group (order by $1::date - f.${column}) filter (where ${waits}) as "daysWaiting"
      from cohort as f`;
    })
    .join(' union all ');
  const rows: Row[] = await db.query(
    `with cohort as (
       select * from ${fact} where info_session_on <= $1::date
         and ($2::date is null or info_session_on >= $2::date) and ($3::date is null or info_session_on < $3::date)
         and ($4::uuid[] is null or branch_id = any ($4::uuid[]))
     ) select * from (${statement}) as stages order by place`,
    [question.asOf, question.period?.from ?? null, question.period?.to ?? null, question.branch ?? null],
  );
  return stages.map(([stage], index) => stageOf(stage, rows[index], rows[index - 1]));
}

function stageOf(stage: string, row: Row | undefined, before: Row | undefined): PathwayStageType {
  const { reached = 0, came = 0, quartiles, waiting = 0, daysWaiting = null } = row ?? {};
  const followed = before !== undefined && before.reached > 0;
  const [lower = null, median = null, upper = null] = (before && quartiles) ?? [];
  return {
    stage,
    reached,
    came: before === undefined ? null : came,
    conversion: followed ? came / before.reached : null,
    interval: followed ? wilsonInterval(came, before.reached) : null,
    medianDays: median,
    lowerQuartileDays: lower,
    upperQuartileDays: upper,
    waiting,
    medianDaysWaiting: daysWaiting,
  };
}
