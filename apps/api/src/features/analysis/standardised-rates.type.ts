import type { Dimension } from '@tandem/metrics/definition';
import { FEWEST_IN_STRATUM, LIGHTEST_TO_WARN } from '@tandem/metrics/statistics/standardisation';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DimensionEnum, MetricDefinitionType } from '../metrics/metric.type.ts';
import { IntervalType } from '../metrics/figure.type.ts';
import { RateWordingEnum } from './figure-comparison.type.ts';
import type { RateWording } from '@tandem/domain/small-numbers';

@ObjectType('GroupStratum', { description: 'Whom a group has in a stratum of the standard population.' })
export class GroupStratumType {
  @Field(() => String, { description: 'The group.' }) key: string;
  @Field(() => Int, { description: 'What was counted.' }) numerator: number;
  @Field(() => Int, { description: 'Out of how many; 0 where the group has nobody in it.' })
  denominator: number;
  @Field(() => RateWordingEnum, { description: 'How its rate may be worded.' }) wording: RateWording;
  @Field(() => Boolean, {
    description: `Whether fewer than ${FEWEST_IN_STRATUM} people carry more than ${100 * LIGHTEST_TO_WARN} % of the weight here, so that whether one of them counts or not moves the standardised rate by over a point; false of a group out of too few for such a rate to be told, and where nothing was adjusted for.`,
  })
  isThin: boolean;
}

@ObjectType('StandardStratum', { description: 'A part of the standard population.' })
export class StandardStratumType {
  @Field(() => [String], {
    description:
      'A code of each dimension that is adjusted for, in their order; COLLAPSED alone for those put together.',
  })
  keys: string[];
  @Field(() => Float, { description: 'Its share of the standard population.' }) share: number;
  @Field(() => Int, { description: 'How many people of the standard population belong to it.' }) size: number;
  @Field(() => [GroupStratumType], { description: 'What each group has in it, in the order of the groups.' })
  groups: GroupStratumType[];
}

@ObjectType('StandardisedGroup', { description: 'A group with its crude and its standardised rate.' })
export class StandardisedGroupType {
  @Field(() => String, { description: 'A code or an id.' }) key: string;
  @Field(() => String, { description: 'The name of a branch; else the key.' }) label: string;
  @Field(() => Int, { description: 'What was counted.' }) numerator: number;
  @Field(() => Int, { description: 'Out of how many.' }) denominator: number;
  @Field(() => Float, { description: 'The one over the other.' }) crude: number;
  @Field(() => IntervalType, { description: 'Its 95 % interval (Wilson).' }) crudeInterval: IntervalType;
  @Field(() => RateWordingEnum, { description: 'How the rates may be worded.' }) wording: RateWording;
  @Field(() => Float, {
    nullable: true,
    description:
      'The rate that it would have with the strata of the standard population; null where there is none.',
  })
  standardised: number | null;
  @Field(() => IntervalType, {
    nullable: true,
    description: 'Its 95 % interval (MOVER of Wilson intervals).',
  })
  standardisedInterval: IntervalType | null;
  @Field(() => Boolean, { description: 'Whether the others are compared to it.' }) isReference: boolean;
  @Field(() => Float, {
    nullable: true,
    description: 'The standardised rate less that of the reference; null for the reference itself.',
  })
  difference: number | null;
  @Field(() => IntervalType, { nullable: true, description: '95 % interval of this difference alone.' })
  differenceInterval: IntervalType | null;
  @Field(() => Float, { nullable: true, description: 'The standardised rate over that of the reference.' })
  ratio: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower 95 % limit of the ratio (MOVER-R).' })
  ratioLower: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Upper 95 % limit of the ratio; null where the rate of the reference may be 0.',
  })
  ratioUpper: number | null;
}

@ObjectType('EmptyStratum', { description: 'A stratum in which a group has nobody.' })
export class EmptyStratumType {
  @Field(() => String, { description: 'The group.' }) group: string;
  @Field(() => [String], { description: 'The stratum: a code of each dimension.' }) keys: string[];
}

@ObjectType('StandardisedRates', {
  description:
    'Rates of groups as they are, and as they would be if every group had the same people: the standard population is everybody that the question is about, all groups together.',
})
export class StandardisedRatesType {
  @Field(() => MetricDefinitionType, { description: 'What the indicator is.' })
  definition: MetricDefinitionType;
  @Field(() => DimensionEnum, { description: 'By what groups are made.' }) by: Dimension;
  @Field(() => [DimensionEnum], { description: 'What is adjusted for.' }) adjustedFor: Dimension[];
  @Field(() => Float, {
    nullable: true,
    description: 'The rate of the standard population; null where there is nobody.',
  })
  standardRate: number | null;
  @Field(() => Int, { description: 'How many people the standard population has.' }) standardSize: number;
  @Field(() => [StandardStratumType], { description: 'The standard population, the largest stratum first.' })
  standard: StandardStratumType[];
  @Field(() => [EmptyStratumType], {
    description:
      'Strata in which a group has nobody. With `collapse` they were put together with others; without it there are no standardised rates as long as there are any.',
  })
  empty: EmptyStratumType[];
  @Field(() => [[String]], { description: 'Strata that were put together into one.' })
  collapsed: string[][];
  @Field(() => Boolean, {
    description: 'Whether anything was adjusted for: false where all strata had to be put together.',
  })
  isAdjusted: boolean;
  @Field(() => [StandardisedGroupType], { description: 'The groups, in the order of their keys.' })
  groups: StandardisedGroupType[];
}
