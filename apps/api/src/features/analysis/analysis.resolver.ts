import type { CompetingClosures } from '@tandem/metrics/compile-courses';
import type { Dimension, TrendStep } from '@tandem/metrics/definition';
import type { Estimand } from '@tandem/metrics/statistics/inverse-probability';
import { Arg, Args, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { given } from '../../graphql/given.ts';
import { CalendarDayScalar } from '../../graphql/scalars.ts';
import { DimensionEnum, TrendStepEnum } from '../metrics/metric.type.ts';
import { FigureRequest } from '../metrics/figure-request.type.ts';
import { compareFigures, compareGroups } from './compare-figures.ts';
import { comparePublished } from './compare-published.ts';
import { completenessOf } from './completeness.ts';
import { FieldCompletenessType } from './completeness.type.ts';
import { ComparedRequest, FigureComparisonResult, FigureComparisonType } from './figure-comparison.type.ts';
import { missingBoundsOf } from './missing-answers.ts';
import { MissingBoundsType } from './missing-answers.type.ts';
import { PublishedComparisonType } from './published-comparison.type.ts';
import { publishedSeriesFor } from './published-series.ts';
import { PublishedSeriesType } from './published-series.type.ts';
import { standardisedRates } from './standardised-rates.ts';
import { StandardisedRatesType } from './standardised-rates.type.ts';
import { timeToExit } from './time-to-exit.ts';
import { CompetingClosuresEnum, TimeToExitType } from './time-to-exit.type.ts';
import { compareWeighted } from './weighted-comparison.ts';
import { EstimandEnum, WeightedEffectResult } from './weighted-comparison.type.ts';

const USUAL_HORIZON = 24;
const USUAL_COVARIATES: readonly Dimension[] = ['GENDER', 'AGE_BAND', 'EDUCATION', 'OUT_OF_WORK'];

/** A dimension or a step, not both. */
function groupingOf(
  by: Dimension | null | undefined,
  step: TrendStep | null | undefined,
): Dimension | TrendStep | undefined {
  if (given(by) && given(step)) throw badRequest('Groups are made by a dimension or by time, not by both.');
  return by ?? step ?? undefined;
}

/** What stands behind figures, for staff: partners see of it only what disclosure control lets through elsewhere. */
@Resolver()
export class AnalysisResolver {
  @Requires('SEE_ANALYSES')
  @Query(() => TimeToExitType, {
    description:
      'How the share with an exit grows with the months after the start (or the closure) of a duo: for POSITIVE_EXIT_RATE, EMPLOYMENT_RATE and STABLE_EMPLOYMENT_RATE. Aalen-Johansen with other closures competing; the mature-cohort rate of each month stands beside it.',
  })
  timeToExit(
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('by', () => DimensionEnum, { nullable: true, description: 'A curve for each group of a dimension.' })
    by: Dimension | null | undefined,
    @Arg('step', () => TrendStepEnum, { nullable: true, description: 'A curve for each cohort of time.' })
    step: TrendStep | null | undefined,
    @Arg('months', () => Int, { nullable: true, description: 'How far it goes, 1 to 120; 24 by default.' })
    months: number | null | undefined,
    @Arg('competing', () => CompetingClosuresEnum, {
      nullable: true,
      description: 'Which closures compete; EARLY_END by default.',
    })
    competing: CompetingClosures | null | undefined,
    @Ctx() context: Context,
  ) {
    return timeToExit(
      context,
      request,
      groupingOf(by, step),
      months ?? USUAL_HORIZON,
      competing ?? 'EARLY_END',
    );
  }

  @Requires('SEE_ANALYSES')
  @Query(() => FigureComparisonResult, {
    description:
      'Rates of one indicator beside each other, each held against one of them: groups or periods that have nobody in common; where two have, which.',
  })
  compareFigures(
    @Arg('requests', () => [ComparedRequest]) requests: ComparedRequest[],
    @Arg('reference', () => Int, {
      nullable: true,
      description:
        'The place in the list of the one that the others are held against; the first (0) by default.',
    })
    reference: number | null | undefined,
    @Ctx() context: Context,
  ) {
    return compareFigures(context, requests, reference ?? 0);
  }

  @Requires('SEE_ANALYSES')
  @Query(() => FigureComparisonType, {
    description: 'Every group of a dimension, or every period, held against one of them.',
  })
  compareGroups(
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('by', () => DimensionEnum, { nullable: true, description: 'Groups of a dimension; not of GRANT.' })
    by: Dimension | null | undefined,
    @Arg('step', () => TrendStepEnum, { nullable: true, description: 'Periods.' })
    step: TrendStep | null | undefined,
    @Arg('reference', () => String, {
      nullable: true,
      description:
        'The key of the one that the others are held against; where that one is not there or none is named, the largest of a dimension and the first of the periods.',
    })
    reference: string | null | undefined,
    @Ctx() context: Context,
  ) {
    const grouping = groupingOf(by, step);
    if (grouping === undefined) throw badRequest('Say by which dimension or step.');
    return compareGroups(context, request, grouping, reference ?? undefined);
  }

  @Requires('SEE_ANALYSES')
  @Query(() => StandardisedRatesType, {
    description:
      'Rates of groups as they are and directly standardised: as they would be if each had the people of all groups together.',
  })
  standardisedRates(
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('by', () => DimensionEnum, { description: 'By what groups are made.' }) by: Dimension,
    @Arg('adjustedFor', () => [DimensionEnum], { description: 'What is adjusted for: 1 to 4 dimensions.' })
    adjustedFor: Dimension[],
    @Arg('collapse', () => Boolean, {
      nullable: true,
      description:
        'Whether strata in which a group has nobody are put together with others; otherwise there are no standardised rates then. False by default.',
    })
    collapse: boolean | null | undefined,
    @Arg('reference', () => String, {
      nullable: true,
      description: 'The key of the group that the others are held against; the largest by default.',
    })
    reference: string | null | undefined,
    @Ctx() context: Context,
  ) {
    return standardisedRates(context, request, by, adjustedFor, collapse ?? false, reference ?? undefined);
  }

  @Requires('SEE_ANALYSES')
  @Query(() => MissingBoundsType, {
    nullable: true,
    description:
      'Worst and best of a rate whatever became of those of whom it is not known: for rates of exits, of jobs held, and of answers to the evaluation. Null where there is nobody to ask about.',
  })
  missingBounds(@Args(() => FigureRequest) request: FigureRequest, @Ctx() context: Context) {
    return missingBoundsOf(context, request);
  }

  @Requires('SEE_ANALYSES')
  @Query(() => [FieldCompletenessType], {
    description: 'How complete the records are, field by field, over all branches and by branch.',
  })
  completeness(
    @Arg('asOf', () => CalendarDayScalar, {
      nullable: true,
      description: "Of duos by this day; the programme's day by default. People are as they are now.",
    })
    asOf: string | null | undefined,
    @Ctx() { db, today }: Context,
  ) {
    if (given(asOf) && asOf > today) throw badRequest(`On ${asOf} nothing is known yet.`);
    return completenessOf(db, asOf ?? today);
  }

  @Requires('SEE_ANALYSES')
  @Query(() => PublishedComparisonType, {
    description: 'A figure held against the rates that others published of the same indicator.',
  })
  comparePublished(@Args(() => FigureRequest) request: FigureRequest, @Ctx() context: Context) {
    return comparePublished(context, request);
  }

  // What others published is known to everybody.
  @Requires('SEE_FIGURES')
  @Query(() => [PublishedSeriesType], {
    description:
      'Published rates of an indicator as the lines of a chart, each with what keeps it from standing beside the figure that is asked for.',
  })
  publishedSeries(@Args(() => FigureRequest) request: FigureRequest, @Ctx() context: Context) {
    return publishedSeriesFor(context, request);
  }

  @Requires('SEE_ANALYSES')
  @Query(() => WeightedEffectResult, {
    nullable: true,
    description:
      'The exits of the programme against those of a comparison group within the same window, by inverse-probability weighting. Evidence is asked of the programme alone: compare what was established alike. Null where there is no such group.',
  })
  compareWeighted(
    @Arg('groupId', () => ID, { description: 'The comparison group.' }) groupId: string,
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('covariates', () => [DimensionEnum], {
      nullable: true,
      description:
        'By what they are weighted: of COUNTRY, GENDER, AGE_BAND, EDUCATION, NATIONALITY_GROUP, OUT_OF_WORK; the second to the fourth and the last by default. Somebody of whom one is not known has the value UNKNOWN.',
    })
    covariates: Dimension[] | null | undefined,
    @Arg('estimand', () => EstimandEnum, {
      nullable: true,
      description: 'Whose effect; TREATED by default.',
    })
    estimand: Estimand | null | undefined,
    @Ctx() context: Context,
  ) {
    return compareWeighted(context, groupId, request, covariates ?? USUAL_COVARIATES, estimand ?? 'TREATED');
  }
}
