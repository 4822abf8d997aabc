import type { Dimension } from '@tandem/metrics/definition';

/** The covariates of a comparison group: bands and groups are made as those of the facts, by the same functions. */
const COVARIATES = {
  COUNTRY: 'member.country',
  GENDER: 'member.gender',
  AGE_BAND: 'age_band((member.started_on - make_interval(years => member.age))::date, member.started_on)',
  EDUCATION: 'member.education_level',
  NATIONALITY_GROUP: 'nationality_group(member.nationality, member.country)',
  OUT_OF_WORK: 'out_of_work_band(member.months_out_of_work)',
} as const satisfies Partial<Record<Dimension, string>>;
export type CovariateDimension = keyof typeof COVARIATES;

export function isCovariate(dimension: Dimension): dimension is CovariateDimension {
  return Object.hasOwn(COVARIATES, dimension);
}

/** The people of a comparison group ($1) who began from the day $2 on and before the day $3, each where it is not null. */
const MEMBERS = `comparison_member where group_id = $1
    and ($2::date is null or started_on >= $2::date) and ($3::date is null or started_on < $3::date)`;

/** A statement for how many these are, followed or not. */
export const COMPARISON_SIZE = `select count(*)::int as people from ${MEMBERS}`;

/**
 * A statement for these people in every combination of covariates, as compileCells counts duos: those observed for the whole
 * window of $4 months on the day $5, and of them those with the event in it.
 */
export function comparisonCells(
  event: 'exit_on' | 'job_on' | 'stable_job_on',
  covariates: readonly CovariateDimension[],
): string {
  const keys = covariates.map((covariate) => `coalesce(${COVARIATES[covariate]}, 'UNKNOWN')`);
  return `select array[${keys.join(', ')}] as keys, count(*) filter (where ${event} <= window_end) as numerator, count(*) as denominator
from (select *, (started_on + make_interval(months => $4::integer))::date as window_end from ${MEMBERS}) as member
where window_end <= least(observed_until, $5::date) group by 1 order by 1`;
}
