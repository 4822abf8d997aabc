import type { Dimension } from '@tandem/metrics/definition';
import type { TrendStep } from '@tandem/metrics/compile';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Requires, SignedIn } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { PeriodInput } from '../../graphql/inputs.type.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import {
  ALL_METRIC_IDS,
  BreakdownGroupType,
  DimensionEnum,
  FigureFilterInput,
  FigureParametersInput,
  FigureRequest,
  FigureResult,
  MetricDefinitionType,
  MetricIdEnum,
  TrendStepEnum,
  type AnyMetricId,
} from './metric.type.ts';
import { definitionOf, runBreakdown, runFigure } from './run-figures.ts';

/** How many figures one request may ask for. */
const MAXIMUM_FIGURES = 60;

@Resolver()
export class FigureResolver {
  @SignedIn()
  @Query(() => [MetricDefinitionType], { description: 'The catalogue: every indicator there is.' })
  metrics() {
    return ALL_METRIC_IDS.map(definitionOf);
  }

  @Requires('SEE_FIGURES')
  @Query(() => FigureResult, { description: 'One figure. All arguments but the indicator are optional.' })
  figure(
    @Arg('metric', () => MetricIdEnum) metric: AnyMetricId,
    @Arg('asOf', () => CalendarDayScalar, { nullable: true }) asOf: string | undefined,
    @Arg('period', () => PeriodInput, { nullable: true }) period: PeriodInput | undefined,
    @Arg('parameters', () => FigureParametersInput, { nullable: true }) parameters:
      | FigureParametersInput
      | undefined,
    @Arg('filter', () => FigureFilterInput, { nullable: true }) filter: FigureFilterInput | undefined,
    @Ctx() context: Context,
  ) {
    return runFigure(context, requestOf(metric, asOf, period, parameters, filter));
  }

  @Requires('SEE_FIGURES')
  @Query(() => [FigureResult], {
    description: `Up to ${MAXIMUM_FIGURES} figures at once, in the order of the requests.`,
  })
  figures(@Arg('requests', () => [FigureRequest]) requests: FigureRequest[], @Ctx() context: Context) {
    if (requests.length > MAXIMUM_FIGURES)
      throw badRequest(`At most ${MAXIMUM_FIGURES} figures at once, not ${requests.length}.`);
    return Promise.all(requests.map((request) => runFigure(context, request)));
  }

  @Requires('SEE_FIGURES')
  @Query(() => [BreakdownGroupType], { description: 'A figure for each group of a dimension.' })
  breakdown(
    @Arg('metric', () => MetricIdEnum) metric: AnyMetricId,
    @Arg('by', () => DimensionEnum) by: Dimension,
    @Arg('asOf', () => CalendarDayScalar, { nullable: true }) asOf: string | undefined,
    @Arg('period', () => PeriodInput, { nullable: true }) period: PeriodInput | undefined,
    @Arg('parameters', () => FigureParametersInput, { nullable: true }) parameters:
      | FigureParametersInput
      | undefined,
    @Arg('filter', () => FigureFilterInput, { nullable: true }) filter: FigureFilterInput | undefined,
    @Ctx() context: Context,
  ) {
    return runBreakdown(context, requestOf(metric, asOf, period, parameters, filter), by);
  }

  @Requires('SEE_FIGURES')
  @Query(() => [BreakdownGroupType], {
    description: 'A figure for each month, quarter or year of the cohort day.',
  })
  trend(
    @Arg('metric', () => MetricIdEnum) metric: AnyMetricId,
    @Arg('step', () => TrendStepEnum) step: TrendStep,
    @Arg('asOf', () => CalendarDayScalar, { nullable: true }) asOf: string | undefined,
    @Arg('period', () => PeriodInput, { nullable: true }) period: PeriodInput | undefined,
    @Arg('parameters', () => FigureParametersInput, { nullable: true }) parameters:
      | FigureParametersInput
      | undefined,
    @Arg('filter', () => FigureFilterInput, { nullable: true }) filter: FigureFilterInput | undefined,
    @Ctx() context: Context,
  ) {
    return runBreakdown(context, requestOf(metric, asOf, period, parameters, filter), step);
  }
}

function requestOf(
  metric: AnyMetricId,
  asOf: string | undefined,
  period: PeriodInput | undefined,
  parameters: FigureParametersInput | undefined,
  filter: FigureFilterInput | undefined,
): FigureRequest {
  return {
    metric,
    ...(asOf && { asOf }),
    ...(period && { period }),
    ...(parameters && { parameters }),
    ...(filter && { filter }),
  };
}
