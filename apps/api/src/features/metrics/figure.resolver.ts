import { ALL_METRIC_IDS } from '@tandem/metrics/any-metric';
import type { Dimension, TrendStep } from '@tandem/metrics/definition';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import { Requires, SignedIn } from '../../graphql/authorisation.ts';
import { PageArguments } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { given } from '../../graphql/given.ts';
import { fieldsAskedFor } from '../../graphql/look-ahead.ts';
import { compareInTime, listChanged } from './figure-change.ts';
import {
  ChangedRecordConnection,
  ChangedRecordFilter,
  FigureComparedInTimeType,
  FigureMomentInput,
} from './figure-change.type.ts';
import { CrossTableType } from './cross-table.type.ts';
import { FigureRecordConnection } from './figure-record.type.ts';
import { listRecords } from './figure-records.ts';
import { BreakdownGroupType, FigureResult } from './figure.type.ts';
import { DimensionEnum, MetricDefinitionType, TrendStepEnum } from './metric.type.ts';
import { FigureRequest } from './figure-request.type.ts';
import { FigureStandingEnum, type FigureStanding } from './records-of-figure.type.ts';
import { definitionOf } from './compute-figures.ts';
import { runBreakdown, runCrossTable, runFigure } from './run-figures.ts';

/** How many figures one request may ask for. */
const MAXIMUM_FIGURES = 60;

@Resolver()
export class FigureResolver {
  @SignedIn()
  @Query(() => [MetricDefinitionType], { description: 'The catalogue: every indicator there is.' })
  metrics(@Ctx() { locale }: Context) {
    return ALL_METRIC_IDS.map((id) => definitionOf(id, locale));
  }

  @Requires('SEE_FIGURES')
  @Query(() => FigureResult, { description: 'One figure. All arguments but the indicator are optional.' })
  figure(@Args(() => FigureRequest) request: FigureRequest, @Ctx() context: Context) {
    return runFigure(context, request);
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
  @Query(() => [BreakdownGroupType], {
    description:
      'A figure for each group of a dimension: as the closed list of its values has them, else by their keys, and what the records do not say last.',
  })
  breakdown(
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('by', () => DimensionEnum) by: Dimension,
    @Arg('largest', () => Int, {
      nullable: true,
      description:
        'Only so many groups: those that the figure is about the most of. Partners are told all of their groups.',
    })
    largest: number | null | undefined,
    @Ctx() context: Context,
  ) {
    if (given(largest) && largest < 1) throw badRequest('At least one group is asked for.');
    return runBreakdown(context, request, by, largest ?? undefined);
  }

  @Requires('SEE_FIGURES')
  @Query(() => CrossTableType, {
    nullable: true,
    description:
      'A figure for each pair of groups of two dimensions, with totals; null where it is not among the questions that this role may ask.',
  })
  crossTable(
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('rows', () => DimensionEnum) rows: Dimension,
    @Arg('columns', () => DimensionEnum) columns: Dimension,
    @Ctx() context: Context,
  ) {
    if (rows === columns) throw badRequest('A table has two different dimensions.');
    return runCrossTable(context, request, rows, columns);
  }

  @Requires('SEE_FIGURES')
  @Query(() => [BreakdownGroupType], {
    description: 'A figure for each month, quarter or year of the cohort day.',
  })
  trend(
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('step', () => TrendStepEnum) step: TrendStep,
    @Ctx() context: Context,
  ) {
    return runBreakdown(context, request, step);
  }

  @Requires('SEE_RECORDS_OF_FIGURES')
  @Query(() => FigureRecordConnection, {
    nullable: true,
    description:
      'The duos or the answers that a figure is made of, the latest first; null where it is made of neither.',
  })
  figureRecords(
    @Args(() => FigureRequest) request: FigureRequest,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('standing', () => FigureStandingEnum, {
      nullable: true,
      description:
        'Only those that stand so, also where the figure does not look at them; those that it looks at by default.',
    })
    standing: FigureStanding | undefined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listRecords(context, request, standing, page, fieldsAskedFor(info, ['edges', 'node']));
  }

  @Requires('SEE_RECORDS_OF_FIGURES')
  @Query(() => FigureComparedInTimeType, {
    description:
      'A figure beside what it was at another moment, and what the records below it did in between.',
  })
  figureChange(
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('since', () => FigureMomentInput, { description: 'The other moment.' }) since: FigureMomentInput,
    @Ctx() context: Context,
  ) {
    return compareInTime(context, request, since);
  }

  @Requires('SEE_RECORDS_OF_FIGURES')
  @Query(() => ChangedRecordConnection, {
    nullable: true,
    description:
      'The records by which a figure is another one than at that moment, the latest first; null where it opens to none.',
  })
  changedRecords(
    @Args(() => FigureRequest) request: FigureRequest,
    @Arg('since', () => FigureMomentInput, { description: 'The other moment.' }) since: FigureMomentInput,
    @Args(() => PageArguments) page: PageArguments,
    @Args(() => ChangedRecordFilter) filter: ChangedRecordFilter,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listChanged(context, request, since, filter, page, fieldsAskedFor(info, ['edges', 'node']));
  }
}
