import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { resultOf } from '../../graphql/refusal.type.ts';
import { MetricIdEnum, type AnyMetricId } from '../metrics/metric.type.ts';

@ObjectType('PublishedRate', { description: 'A rate that somebody else published, with its source.' })
export class PublishedRateType {
  @Field(() => ID, { description: 'UUID.' }) id: string;
  @Field(() => MetricIdEnum, { description: 'The indicator that it is held against.' }) metric: AnyMetricId;
  @Field(() => String, { description: 'What it is called on a chart.' }) label: string;
  @Field(() => Float, { description: '0 to 1.' }) rate: number;
  @Field(() => Int, {
    nullable: true,
    description: 'How many people it rests on; null where the source does not say.',
  })
  people: number | null;
  @Field(() => String, { description: 'About whom it is, and how they differ from the programme’s people.' })
  population: string;
  @Field(() => String, { description: 'Where it was published.' }) source: string;
  @Field(() => String, { nullable: true, description: 'The page on which it stands.' }) link: string | null;
  @Field(() => String, { nullable: true, description: 'Of which country: two letters of ISO 3166.' })
  country: string | null;
  @Field(() => Int, { description: 'Of which year.' }) year: number;
  @Field(() => Int, { description: 'Goes up with each change.' }) version: number;
  @Field(() => Boolean, { description: 'Whether it was removed.' }) removed: boolean;
}

@InputType({ description: 'A rate that somebody else published.' })
export class PublishedRateInput {
  @Field(() => MetricIdEnum, { description: 'The indicator that it is held against: a rate.' })
  metric: AnyMetricId;
  @Field(() => String, { description: 'What it is called on a chart.' }) label: string;
  @Field(() => Float, { description: '0 to 1.' }) rate: number;
  @Field(() => Int, { nullable: true, description: 'How many people it rests on, where the source says so.' })
  people?: number | null;
  @Field(() => String, { description: 'About whom it is, and how they differ from the programme’s people.' })
  population: string;
  @Field(() => String, { description: 'Where it was published.' }) source: string;
  @Field(() => String, { nullable: true, description: 'The page on which it stands.' }) link?: string | null;
  @Field(() => String, { nullable: true, description: 'Of which country: two letters of ISO 3166.' })
  country?: string | null;
  @Field(() => Int, { description: 'Of which year.' }) year: number;
}

export const PublishedRateResult = resultOf('PublishedRate', () => PublishedRateType);
