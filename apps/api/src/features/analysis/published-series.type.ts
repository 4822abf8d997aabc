import { MISFITS, type Misfit, type PublishedDifferences } from '@tandem/metrics/published-rates';
import type { Population } from '@tandem/metrics/definition';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { PopulationEnum } from '../metrics/metric.type.ts';
import { PublishedRateType } from './published-rate.type.ts';

const MisfitEnum = enumOf(
  'PublishedMisfit',
  MISFITS,
  'What keeps published rates from standing beside a figure as it is asked for.',
  {
    COUNTRY: 'They are of a country that the figure is not about.',
    COUNTING:
      'The figure is not counted as it usually is: with another anchor or evidence, in a former version, or, where the rates state no window of their own, with another window or population.',
  },
);

@ObjectType('PublishedDifferences', {
  description: 'How a figure is counted otherwise than a published rate that stands beside it.',
})
export class PublishedDifferencesType implements PublishedDifferences {
  @Field(() => Int, {
    nullable: true,
    description: 'The figure’s own window in months, where the rate states another one.',
  })
  windowHere: number | null;
  @Field(() => PopulationEnum, {
    nullable: true,
    description: 'Which duos the figure counts, where they are not the usual ones.',
  })
  populationHere: Population | null;
}

@ObjectType('PublishedSeries', {
  description:
    'Published rates that make one line on a chart: of one name, country, region and window, by year.',
})
export class PublishedSeriesType {
  @Field(() => String, { description: 'Names the line among those of the indicator.' }) key: string;
  @Field(() => String, { description: 'What its latest rate is called on a chart.' }) label: string;
  @Field(() => String, { nullable: true, description: 'Of which country: two letters of ISO 3166.' })
  country: string | null;
  @Field(() => String, { nullable: true, description: 'What of the country it is about.' })
  region: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Within how many months after the anchor; null where the source does not say.',
  })
  windowMonths: number | null;
  @Field(() => MisfitEnum, {
    nullable: true,
    description: 'What keeps it from standing beside the figure; null where nothing does.',
  })
  misfit: Misfit | null;
  @Field(() => PublishedDifferencesType, { description: 'In what the figure differs from it.' })
  differs: PublishedDifferences;
  @Field(() => [PublishedRateType], { description: 'Its rates, the earliest first.' })
  rates: PublishedRateType[];
}
