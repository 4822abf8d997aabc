import type { AnyMetricId } from '@tandem/metrics/any-metric';
import { compileCourses, type CompetingClosures, type CountedCourse } from '@tandem/metrics/compile-courses';
import {
  dimensionsOf,
  parametersOf,
  type Dimension,
  type MetricDefinition,
  type TrendStep,
} from '@tandem/metrics/definition';
import { boundsOf, boundsOnCurve } from '@tandem/metrics/figure-bounds';
import { inNaturalOrder } from '@tandem/metrics/dimension-keys';
import { isStep } from '@tandem/metrics/figure-query';
import type { Exit } from '@tandem/metrics/exit-days';
import { followUp, lookedUntil, type FollowUp } from '@tandem/metrics/statistics/follow-up';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { groupBy } from '../../graphql/loader.ts';
import { breakdownFor, figureFor, rateOf } from '../metrics/figures.loader.ts';
import type { FigureRequest } from '../metrics/figure-request.type.ts';
import type { TimeToExitCurveType, TimeToExitMonthType, TimeToExitType } from './time-to-exit.type.ts';

/** The exit of an indicator. */
const EXIT_OF: Readonly<Partial<Record<AnyMetricId, Exit>>> = {
  POSITIVE_EXIT_RATE: 'exit',
  EMPLOYMENT_RATE: 'job',
  STABLE_EMPLOYMENT_RATE: 'stable_job',
};
const LONGEST_HORIZON = 120;

/** How the share with an exit grows with the months: the database counts courses, the curve is made of the counts. */
export async function timeToExit(
  context: Context,
  request: FigureRequest,
  by: Dimension | TrendStep | undefined,
  horizon: number,
  competing: CompetingClosures,
): Promise<TimeToExitType> {
  const exit = EXIT_OF[request.metric];
  if (exit === undefined) throw badRequest(`${request.metric} is no rate of exits.`);
  if (horizon < 1 || horizon > LONGEST_HORIZON)
    throw badRequest(`A curve has 1 to ${LONGEST_HORIZON} months.`);
  const { metric, query } = await rateOf(context, request);
  if (by !== undefined && !isStep(by) && !dimensionsOf(metric).includes(by))
    throw badRequest(`${request.metric} has no breakdown by ${by}.`);
  const { text, values } = compileCourses(metric, exit, { ...query, by }, horizon, competing);
  const courses: CountedCourse[] = await context.db.query(text, values);
  const labels = new Map(
    by === undefined ? [] : (await breakdownFor(context, request, by)).map(({ key, label }) => [key, label]),
  );
  const groups = groupBy(courses, ({ key }) => key);
  // Nobody at all is a curve without duos, not an answer without a curve.
  if (by === undefined && groups.size === 0) groups.set('all', []);
  const curves = [...groups].map(([key, own]) =>
    curveOf(metric, { key, label: labels.get(key) ?? key }, own, horizon),
  );
  const parameters = parametersOf(metric, query.parameters);
  return {
    definition: (await figureFor(context, request)).definition,
    parameters,
    competing: parameters.anchor === 'CLOSURE' ? null : competing,
    asOf: query.asOf,
    curves: by === undefined ? curves : inNaturalOrder(by, curves),
  };
}

function curveOf(
  metric: MetricDefinition,
  group: { readonly key: string; readonly label: string },
  courses: readonly CountedCourse[],
  horizon: number,
): TimeToExitCurveType {
  const result = followUp(courses, horizon);
  const months = result.months.map((soFar, month) => monthOf(metric, result, soFar, month));
  return {
    ...group,
    duos: courses.reduce((sum, { count }) => sum + count, 0),
    exitsAfterEnd: result.afterEnd,
    lookedUntil: lookedUntil(courses, horizon),
    medianMonth: months.find(({ incidence }) => incidence >= 0.5)?.month ?? null,
    months,
  };
}

function monthOf(
  metric: MetricDefinition,
  { curve, counts }: FollowUp,
  { known, mature: { successes, n, unknown, interval } }: FollowUp['months'][number],
  month: number,
): TimeToExitMonthType {
  return {
    month,
    atRisk: curve.atRisk[month] ?? 0,
    exits: counts.events[month] ?? 0,
    ends: counts.competing[month] ?? 0,
    censored: counts.censored[month] ?? 0,
    incidence: curve.incidence[month] ?? 0,
    lower: curve.lower[month] ?? 0,
    upper: curve.upper[month] ?? 0,
    ended: curve.competing[month] ?? 0,
    neither: curve.neither[month] ?? 1,
    unknown: known.unknown,
    tooEarly: known.tooEarly,
    bounds: boundsOnCurve(metric, known),
    matureExits: successes,
    matureDuos: n,
    matureRate: n === 0 ? null : successes / n,
    matureLower: interval?.lower ?? null,
    matureUpper: interval?.upper ?? null,
    matureUnknown: unknown,
    matureBounds: boundsOf(
      metric,
      { population: 'MATURE' },
      { numerator: successes, denominator: n, unknown, notYetObservable: 0 },
    ),
  };
}
