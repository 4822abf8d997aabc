import { MISFITS, type Misfit } from '@tandem/metrics/published-rates';
import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { PublishedRateType } from './published-rate.type.ts';

const MisfitEnum = enumOf(
  'PublishedMisfit',
  MISFITS,
  'What keeps published rates from standing beside a figure as it is asked for.',
  {
    COUNTRY: 'They are of a country that the figure is not about.',
    COUNTING:
      'The figure is not counted as it usually is: with another window, anchor, population or evidence, or in a former version.',
  },
);

@ObjectType('PublishedSeries', {
  description: 'Published rates that make one line on a chart: of one name and country, by year.',
})
export class PublishedSeriesType {
  @Field(() => String, { description: 'Names the line among those of the indicator.' }) key: string;
  @Field(() => String, { description: 'What it is called on a chart.' }) label: string;
  @Field(() => String, { nullable: true, description: 'Of which country: two letters of ISO 3166.' })
  country: string | null;
  @Field(() => MisfitEnum, {
    nullable: true,
    description: 'What keeps it from standing beside the figure; null where nothing does.',
  })
  misfit: Misfit | null;
  @Field(() => [PublishedRateType], { description: 'Its rates, the earliest first.' })
  rates: PublishedRateType[];
}
