import { NO_FIT_REASONS } from '@tandem/metrics/statistics/logistic';
import { ESTIMANDS, type Estimand } from '@tandem/metrics/statistics/inverse-probability';
import type { Dimension } from '@tandem/metrics/definition';
import type { Caution } from '@tandem/metrics/figure-bounds';
import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { CautionEnum } from '../metrics/figure-bounds.type.ts';
import { DimensionEnum } from '../metrics/metric.type.ts';
import { IntervalType } from '../metrics/figure.type.ts';
import { ComparisonGroupType } from './comparison-group.type.ts';
import { VerdictEnum } from './figure-comparison.type.ts';
import type { Verdict } from '@tandem/metrics/statistics/comparison';

export const EstimandEnum = enumOf('Estimand', ESTIMANDS, 'Whose effect is asked about.', {
  TREATED:
    'What the programme did for those who took part: the comparison group is weighted to look like them.',
  ALL: 'What it would do for participants and comparison group together (stabilised weights).',
});
const NO_EFFECT_REASONS = [...NO_FIT_REASONS, 'TOO_FEW'] as const;
export type NoEffectReason = (typeof NO_EFFECT_REASONS)[number];
const NoEffectReasonEnum = enumOf('NoEffectReason', NO_EFFECT_REASONS, 'Why there is no weighted effect.', {
  ONE_GROUP:
    'The whole window is over for nobody of the programme, or nobody of the comparison group was followed to its end.',
  SEPARATED: 'The covariates tell the two groups apart: `oneSided` names what only one of them has.',
  COLLINEAR: 'One covariate follows from others.',
  TOO_FEW: 'One of the groups has too few people.',
});

@ObjectType('CovariateBalance', { description: 'How alike the two groups are in one value of a covariate.' })
export class CovariateBalanceType {
  @Field(() => DimensionEnum, { description: 'The covariate.' }) covariate: Dimension;
  @Field(() => String, { description: 'The value: a code, or UNKNOWN.' }) value: string;
  @Field(() => Float, { description: 'Share of the participants who have it.' }) treated: number;
  @Field(() => Float, { description: 'Share of the comparison group.' }) comparison: number;
  @Field(() => Float, { description: 'Share of the participants, weighted.' }) weightedTreated: number;
  @Field(() => Float, { description: 'Share of the comparison group, weighted.' }) weightedComparison: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Difference of the shares in standard deviations, before weighting; null where it has none.',
  })
  before: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The same after weighting; beyond 0.1 either way it counts as an imbalance.',
  })
  after: number | null;
}

@ObjectType('OneSidedValue', { description: 'A value of a covariate that only one of the groups has.' })
export class OneSidedValueType {
  @Field(() => DimensionEnum, { description: 'The covariate.' }) covariate: Dimension;
  @Field(() => String, { description: 'The value.' }) value: string;
  @Field(() => Int, { description: 'How many participants have it.' }) treated: number;
  @Field(() => Int, { description: 'How many of the comparison group have it.' }) comparison: number;
}

@ObjectType('WeightedRates', { description: 'The rates of both groups and their difference.' })
export class WeightedRatesType {
  @Field(() => Float, { description: 'Of the participants.' }) treated: number;
  @Field(() => Float, { description: 'Of the comparison group.' }) comparison: number;
  @Field(() => Float, { description: 'The first less the second.' }) difference: number;
  @Field(() => IntervalType, {
    description:
      '95 % interval of the difference: as they are, Newcombe’s; weighted, by a robust standard error that knows the weights were estimated.',
  })
  interval: IntervalType;
}

@ObjectType('WeightedCombinationSide', { description: 'Whom one side has in a combination of covariates.' })
export class WeightedCombinationSideType {
  @Field(() => Int, { description: 'How many people.' }) people: number;
  @Field(() => Int, { description: 'How many of them had the exit in the window.' }) counted: number;
  @Field(() => Int, {
    description:
      'Of how many of them it is not known, who count as without; of the comparison group only those of whom it is known are here.',
  })
  unknown: number;
  @Field(() => Float, {
    nullable: true,
    description: 'What each of them weighs; null where there is nobody, and of those who are left out.',
  })
  weight: number | null;
}

@ObjectType('WeightedCombination', {
  description:
    'A combination of covariates with the people of both sides: what an effect and its balance are made of.',
})
export class WeightedCombinationType {
  @Field(() => [String], {
    description: 'The value of each covariate, in the order of `covariates`: a code, or UNKNOWN.',
  })
  keys: string[];
  @Field(() => Boolean, {
    description:
      'Whether its people are compared: else nobody of the other side has one of its values, and they are left out.',
  })
  isCompared: boolean;
  @Field(() => WeightedCombinationSideType, { description: 'The participants.' })
  treated: WeightedCombinationSideType;
  @Field(() => WeightedCombinationSideType, { description: 'The comparison group.' })
  comparison: WeightedCombinationSideType;
}

@ObjectType('EffectBounds', {
  description:
    'Within what the effect lies whatever became of the participants of whom it is not known whether they have had an exit: from the effect itself, which counts them as without, to `best`. Of the comparison group only those are compared of whom it is known.',
})
export class EffectBoundsType {
  @Field(() => WeightedRatesType, { description: 'Weighted, if all of them had had one.' })
  best: WeightedRatesType;
  @Field(() => VerdictEnum, { description: 'What could be said of the effect then.' }) verdict: Verdict;
  @Field(() => CautionEnum, {
    nullable: true,
    description: 'How the participants’ rate is so to be read; null where the bounds say enough.',
  })
  caution: Caution | null;
}

@ObjectType('WeightedEffect', {
  description:
    'The effect of the programme by inverse-probability weighting. It is one only as far as nothing else that matters differs between the groups, which no method can test.',
})
export class WeightedEffectType {
  @Field(() => ComparisonGroupType, { description: 'The comparison group.' }) group: ComparisonGroupType;
  @Field(() => EstimandEnum, { description: 'Whose effect.' }) estimand: Estimand;
  @Field(() => Int, { description: 'Participants whose whole window is over, who are compared.' })
  treated: number;
  @Field(() => Int, {
    description: 'People of the comparison group followed to the end of the window who are compared.',
  })
  comparison: number;
  @Field(() => Int, {
    description:
      'People of the comparison group left out because no participant has their value of one of the covariates.',
  })
  leftOut: number;
  @Field(() => Int, {
    description:
      'Participants left out because nobody of the comparison group has their value of one of the covariates: the effect is not about them.',
  })
  leftOutTreated: number;
  @Field(() => Int, {
    description:
      'Of how many of the participants who are compared it is not known whether they have had an exit, as the indicator says it: they count as without.',
  })
  unknownTreated: number;
  @Field(() => Int, {
    description:
      'People of the comparison group who were not followed to the end of the window: they are no part of the comparison, whatever is known of them.',
  })
  followedTooShort: number;
  @Field(() => Float, { description: 'As how many participants of equal weight they count.' })
  effectiveTreated: number;
  @Field(() => Float, { description: 'As how many people of equal weight the comparison group counts.' })
  effectiveComparison: number;
  @Field(() => Float, {
    description:
      'The largest part of the comparison group’s weight that one person has: near 1, one speaks for all.',
  })
  largestWeightShare: number;
  @Field(() => WeightedRatesType, { description: 'As they are.' }) unweighted: WeightedRatesType;
  @Field(() => WeightedRatesType, { description: 'Weighted: the difference is the effect.' })
  weighted: WeightedRatesType;
  @Field(() => EffectBoundsType, {
    nullable: true,
    description: 'Within what the effect lies; null where it is known of every participant who is compared.',
  })
  bounds: EffectBoundsType | null;
  @Field(() => VerdictEnum, { description: 'What can be said of the effect.' }) verdict: Verdict;
  @Field(() => Boolean, { description: 'Whether every difference after weighting is within 0.1.' })
  isBalanced: boolean;
  @Field(() => [CovariateBalanceType], { description: 'The balance table, before and after.' })
  balance: CovariateBalanceType[];
  @Field(() => [DimensionEnum], { description: 'By what both sides are weighted.' }) covariates: Dimension[];
  @Field(() => [WeightedCombinationType], {
    description:
      'Every combination of the covariates that somebody has, also of whom is left out. The sum of weight × counted over that of weight × people, side by side, are the weighted rates; rates, balance and bounds can all be recomputed from these rows.',
  })
  combinations: WeightedCombinationType[];
}

@ObjectType('NoWeightedEffect', { description: 'Why there is no weighted effect.' })
export class NoWeightedEffectType {
  @Field(() => NoEffectReasonEnum, { description: 'The reason.' }) reason: NoEffectReason;
  @Field(() => Int, { description: 'Participants whose whole window is over.' }) treated: number;
  @Field(() => Int, { description: 'People of the comparison group followed to the end of the window.' })
  comparison: number;
  @Field(() => [OneSidedValueType], { description: 'Values that only one of the groups has.' })
  oneSided: OneSidedValueType[];
  @Field(() => [DimensionEnum], {
    description:
      'Covariates of such values without which there is an effect: one where that is enough, else all of them; none where it does not help.',
  })
  helpsWithout: Dimension[];
}

export const WeightedEffectResult = createUnionType({
  name: 'WeightedEffectResult',
  description: 'A weighted effect, or why there is none.',
  types: () => [WeightedEffectType, NoWeightedEffectType] as const,
  resolveType: (value) => ('reason' in value ? NoWeightedEffectType : WeightedEffectType),
});
