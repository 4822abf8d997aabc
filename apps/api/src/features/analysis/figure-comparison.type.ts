import { VERDICTS, type Verdict } from '@tandem/metrics/statistics/comparison';
import { RATE_WORDINGS, type RateWording } from '@tandem/domain/small-numbers';
import { createUnionType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { FigureRequest } from '../metrics/figure-request.type.ts';
import { FigureResult, IntervalType, type FigureAnswer } from '../metrics/figure.type.ts';

export const VerdictEnum = enumOf(
  'Verdict',
  VERDICTS,
  'What can be said of a difference, after adjusting for how many were looked at; never from whether intervals overlap.',
  {
    HIGHER: 'Clearly higher than the reference.',
    LOWER: 'Clearly lower than the reference.',
    NOT_CLEAR: 'No clear difference: that is not to say that there is none.',
    TOO_FEW: 'One of the two rests on too few people to say.',
  },
);
export const RateWordingEnum = enumOf(
  'RateWording',
  RATE_WORDINGS,
  'How a rate may be worded: of few people it is a count, not a share.',
  {
    SHARE: 'As a share with its interval.',
    COUNT: 'As a count, “5 of 7”, without a share.',
    NOTHING: 'There is nobody to speak of.',
  },
);

@InputType({ description: 'One of the figures that are compared.' })
export class ComparedRequest extends FigureRequest {
  @Field(() => String, {
    nullable: true,
    description: 'What it is called; its place in the list by default.',
  })
  label?: string | null;
}

@ObjectType('Difference', {
  description: 'The difference of a rate to the reference, as independent proportions.',
})
export class DifferenceType {
  @Field(() => Float, { description: 'The rate less that of the reference.' }) difference: number;
  @Field(() => IntervalType, { description: '95 % interval of this difference alone (Newcombe).' })
  interval: IntervalType;
  @Field(() => IntervalType, {
    description: 'Interval that holds all differences of the answer at once in 95 of 100 (Bonferroni).',
  })
  simultaneous: IntervalType;
  @Field(() => Float, {
    description: 'p-value of no difference, by the same interval: below 0.05 where it leaves 0 out.',
  })
  probability: number;
  @Field(() => Float, { description: 'The p-value adjusted for how many comparisons there are (Holm).' })
  adjustedProbability: number;
  @Field(() => VerdictEnum, { description: 'What can be said.' }) verdict: Verdict;
}

@ObjectType('ComparedFigure', { description: 'One of the figures that are compared.' })
export class ComparedFigureType {
  @Field(() => String, { description: 'A code, an id, the first day of a period, or a place in the list.' })
  key: string;
  @Field(() => String, { description: 'What it is called.' }) label: string;
  @Field(() => Boolean, { description: 'Whether the others are compared to it.' }) isReference: boolean;
  @Field(() => FigureResult, { description: 'Its figure.' }) result: FigureAnswer;
  @Field(() => Int, {
    nullable: true,
    description:
      'Among how many those are of whom it is not known: whom the rate is about and, where it leaves these out, they as well. Null where its version does not say.',
  })
  among: number | null;
  @Field(() => RateWordingEnum, { description: 'How it may be worded.' }) wording: RateWording;
  @Field(() => DifferenceType, {
    nullable: true,
    description: 'How it differs; null for the reference, and where one of the two has no data.',
  })
  difference: DifferenceType | null;
}

@ObjectType('FigureComparison', { description: 'Rates beside each other, each held against one of them.' })
export class FigureComparisonType {
  @Field(() => Int, { description: 'How many differences were looked at: p-values are adjusted for them.' })
  comparisons: number;
  @Field(() => [ComparedFigureType], { description: 'The figures, in the order asked for or of their keys.' })
  figures: ComparedFigureType[];
}

@ObjectType('OverlappingFigures', {
  description:
    'Two of the figures have people in common: nothing is said of their difference, since somebody in both would be compared to himself.',
})
export class OverlappingFiguresType {
  @Field(() => Int, { description: 'The place in the list of one of them.' }) figure: number;
  @Field(() => Int, { description: 'The place of the one that it is held against.' }) reference: number;
  @Field(() => Int, {
    nullable: true,
    description: 'How many duos are in both; null where the indicator is not of duos.',
  })
  duos: number | null;
}

export const FigureComparisonResult = createUnionType({
  name: 'FigureComparisonResult',
  description: 'A comparison, or the figures that have people in common.',
  types: () => [FigureComparisonType, OverlappingFiguresType] as const,
  resolveType: (value) => ('figures' in value ? FigureComparisonType : OverlappingFiguresType),
});
