import type { AnyMetricId } from '@tandem/metrics/any-metric';
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../graphql/authorisation.ts';
import type { Context } from '../../graphql/context.ts';
import { badRequest } from '../../graphql/errors.ts';
import { given } from '../../graphql/given.ts';
import { answering } from '../../graphql/refusal.type.ts';
import { MetricIdEnum } from '../metrics/metric.type.ts';
import { ComparisonGroupInput, ComparisonGroupResult, ComparisonGroupType } from './comparison-group.type.ts';
import {
  describeComparisonGroup,
  removeComparisonGroup,
  restoreComparisonGroup,
} from './comparison-group-operations.ts';
import {
  findComparisonGroup,
  findPublishedRate,
  listComparisonGroups,
  listPublishedRates,
  listRemovedGroups,
} from './comparison.queries.ts';
import { removePublishedRate, restorePublishedRate, savePublishedRate } from './published-rate-operations.ts';
import { PublishedRateInput, PublishedRateResult, PublishedRateType } from './published-rate.type.ts';

function changedRate(context: Context, operation: () => Promise<string>) {
  return answering(async () => findPublishedRate(context.db, await operation(), context.locale));
}
function changedGroup(context: Context, operation: () => Promise<string>) {
  return answering(async () => findComparisonGroup(context.db, await operation()));
}

/** Against what figures are held: the records that staff keep of it. */
@Resolver()
export class ComparisonResolver {
  @Requires('SEE_ANALYSES')
  @Query(() => [PublishedRateType], {
    description: 'Rates that others published, of one indicator or of all, the latest year first.',
  })
  publishedRates(
    @Arg('metric', () => MetricIdEnum, { nullable: true }) metric: AnyMetricId | null | undefined,
    @Ctx() { db, locale }: Context,
  ) {
    return listPublishedRates(db, metric == null ? null : [metric], locale);
  }

  @Requires('EDIT_COMPARISONS')
  @Mutation(() => PublishedRateResult, {
    description: 'Writes down a published rate; with the id and version of one, another in its place.',
  })
  savePublishedRate(
    @Arg('input', () => PublishedRateInput) input: PublishedRateInput,
    @Arg('id', () => ID, { nullable: true }) id: string | null | undefined,
    @Arg('version', () => Int, { nullable: true }) version: number | null | undefined,
    @Ctx() context: Context,
  ) {
    if (given(id) !== given(version)) throw badRequest('Give both id and version, or neither.');
    const seen = given(id) && given(version) ? { id, version } : null;
    return changedRate(context, async () => savePublishedRate(context, seen, input));
  }

  @Requires('EDIT_COMPARISONS')
  @Mutation(() => PublishedRateResult, { description: 'Takes a published rate away.' })
  removePublishedRate(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return changedRate(context, () => removePublishedRate(context, { id, version }));
  }

  @Requires('EDIT_COMPARISONS')
  @Mutation(() => PublishedRateResult, {
    description: 'Puts a published rate back: the undo of removePublishedRate.',
  })
  restorePublishedRate(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return changedRate(context, () => restorePublishedRate(context, { id, version }));
  }

  @Requires('SEE_ANALYSES')
  @Query(() => [ComparisonGroupType], { description: 'Comparison groups whose rows came in files, by name.' })
  comparisonGroups(@Ctx() { db }: Context) {
    return listComparisonGroups(db);
  }

  @Requires('EDIT_COMPARISONS')
  @Query(() => [ComparisonGroupType], {
    description:
      'Comparison groups that were removed and can still be put back, the first to be erased first.',
  })
  removedComparisonGroups(@Ctx() { db, today }: Context) {
    return listRemovedGroups(db, today);
  }

  @Requires('EDIT_COMPARISONS')
  @Mutation(() => ComparisonGroupResult, {
    description: 'Says where the rows of a comparison group are from, or gives it another name.',
  })
  describeComparisonGroup(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => ComparisonGroupInput) input: ComparisonGroupInput,
    @Ctx() context: Context,
  ) {
    return changedGroup(context, async () => describeComparisonGroup(context, { id, version }, input));
  }

  @Requires('EDIT_COMPARISONS')
  @Mutation(() => ComparisonGroupResult, {
    description: 'Takes a comparison group away with its rows, which are erased after `restorableUntil`.',
  })
  removeComparisonGroup(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return changedGroup(context, () => removeComparisonGroup(context, { id, version }));
  }

  @Requires('EDIT_COMPARISONS')
  @Mutation(() => ComparisonGroupResult, {
    description: 'Puts a comparison group back that was removed, until `restorableUntil`.',
  })
  restoreComparisonGroup(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ) {
    return changedGroup(context, () => restoreComparisonGroup(context, { id, version }));
  }
}
