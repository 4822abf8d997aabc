import type { PublishedDifferences } from '@tandem/metrics/published-rates';
import type { RateWording } from '@tandem/domain/small-numbers';
import { Field, ObjectType } from 'type-graphql';
import { FigureResult, type FigureAnswer } from '../metrics/figure.type.ts';
import { DifferenceType, RateWordingEnum } from './figure-comparison.type.ts';
import { PublishedRateType } from './published-rate.type.ts';
import { PublishedDifferencesType } from './published-series.type.ts';

@ObjectType('ComparedPublishedRate', { description: 'A published rate, and how the figure differs from it.' })
export class ComparedPublishedRateType {
  @Field(() => PublishedRateType, { description: 'The published rate.' }) published: PublishedRateType;
  @Field(() => PublishedDifferencesType, { description: 'In what the figure is counted otherwise.' })
  differs: PublishedDifferences;
  @Field(() => DifferenceType, {
    nullable: true,
    description:
      'The figure less the published rate; null where there is no figure, or where the two are of different windows or duos. A rate that does not say on how many people it rests is taken as it is, without an error of its own.',
  })
  difference: DifferenceType | null;
}

@ObjectType('PublishedComparison', {
  description:
    'A figure held against what others published. Their people differ from the programme’s in ways that nothing here adjusts for: `population` says about whom each is.',
})
export class PublishedComparisonType {
  @Field(() => FigureResult, { description: 'The programme’s figure.' }) result: FigureAnswer;
  @Field(() => RateWordingEnum, { description: 'How it may be worded.' }) wording: RateWording;
  @Field(() => [ComparedPublishedRateType], {
    description:
      'Of each line of published rates that may stand beside the figure, the latest rate up to its last year (the first after it where there is none); p-values are adjusted for all that a difference is told to.',
  })
  rates: ComparedPublishedRateType[];
}
